import { readFile } from 'node:fs/promises';
import { ApiError } from '../errors.ts';
import { listAttachments } from '../library/attach.ts';
import { findLinks, insertLink, updateLink } from '../library/link.ts';
import type { FoundNode } from '../library/node.ts';
import { isBlank } from '../library/wording.ts';
import type { Uint } from '../protocol/types.ts';
import { withFetched } from '../storage/fetch-url.ts';
import { decodePage, readPage } from '../storage/page.ts';
import { attachmentInfo, type FileInfo } from './attachment-shape.ts';
import { checkUrl, oneLine, pageTexts, postTitle } from './link-shape.ts';
import { PostService } from './post-service.ts';

/** A new link. */
export interface LinkData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** Due for a topic, unless there is a `url_title`. */
  title?: string;
  /** BBCode; the link when it is left out. */
  rawtext?: string;
  /** http or https, without a password. */
  url: string;
  /** The page's title. What is too long of it, or of `meta`, is cut off. */
  url_title?: string;
  /** What the page says of itself. */
  meta?: string;
  /** A picture that the caller has uploaded. */
  filedataid?: Uint;
}

/** What changes in a link. */
export interface LinkChanges {
  title?: string;
  /** BBCode. */
  rawtext?: string;
  url?: string;
  url_title?: string;
  meta?: string;
  /** A picture that the caller has uploaded; 0 for none. */
  filedataid?: Uint;
}

/** Switches of vBulletin's; of those that skip a check none is taken from a caller. */
export interface LinkOptions {
  /** Taken for compatibility: text is always BBCode. */
  wysiwyg?: boolean;
}

/** What is to be known of a page before its link is posted. */
export interface PageInfo {
  readonly url: string;
  readonly title: string;
  readonly meta: string;
  /** Absolute URLs of pictures, the one that the page names first. */
  readonly images: readonly string[];
}

const LARGEST_PAGE = 2 * 1024 * 1024;
const LONGEST_PAGE_TITLE = 250;
const LONGEST_META = 500;

/** Links: topics, replies and comments that share a page of the web. */
export class ContentLinkService extends PostService {
  protected readonly contenttype = 'Link';

  /**
   * Posts a link: see content_text.add. The page is not fetched: see parsePage.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post links there, or attach a picture
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws invalid_url when it is no URL of the web
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when the upload is no picture
   * @throws too_many_attachments past the option `attachlimit`
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @example data[parentid]=14&data[url]=https://example.org/&data[url_title]=An example
   */
  async add(data: LinkData, options: LinkOptions = {}): Promise<Uint> {
    const { db } = this.ctx;
    const { parentid, rawtext = '', filedataid = 0 } = data;
    const url = checkUrl(data.url);
    const texts = { url_title: '', meta: '', ...pageTexts(data) };
    const post = {
      parentid,
      title: postTitle(data, this.ctx.board.options),
      rawtext: isBlank(rawtext) ? `[URL]${url}[/URL]` : rawtext,
    };
    return this.insertPost(post, async (nodeid, { channelid }) => {
      await insertLink(db, nodeid, { url, ...texts, filedataid });
      if (filedataid !== 0) await this.attachTo({ nodeid, channelid }, 'Photo', filedataid, {});
    });
  }

  /**
   * Edits a link: its author within the time his usergroup has, or a moderator at any time.
   * @returns true
   * @throws invalid_node_id when there is no such link for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it, or attach a picture
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_url when it is no URL of the web
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when the upload is no picture
   * @throws too_many_attachments past the option `attachlimit`
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=28&data[url_title]=Another title
   */
  async update(nodeid: Uint, data: LinkChanges): Promise<boolean> {
    const { filedataid, url } = data;
    const node = await this.post(nodeid);
    await this.editPost(node, data);
    if (filedataid !== undefined) await this.#takeOffPicture(node, filedataid);
    await updateLink(this.ctx.db, nodeid, {
      ...(url !== undefined && { url: checkUrl(url) }),
      ...pageTexts(data),
      ...(filedataid !== undefined && { filedataid }),
    });
    if (filedataid !== undefined && filedataid !== 0)
      await this.attachTo(node, 'Photo', filedataid, {});
    return true;
  }

  /**
   * Reads the picture of a link and where it can be fetched. The picture itself is never in the answer.
   * @param linkid the link's nodeid
   * @param type `full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one
   * @throws invalid_node_id when there is no such link for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @throws invalid_attachment_id when it has no picture, or none that the caller may get
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example linkid=28
   */
  async fetchImageByLinkId(linkid: Uint, type = 'full'): Promise<FileInfo> {
    const size = this.sizeOf(type);
    const node = await this.#link(linkid);
    const [link] = await findLinks(this.ctx.db, [linkid]);
    const placed = await this.placed(await listAttachments(this.ctx.db, [linkid]));
    const picture = placed.find(({ row }) => row.filedataid === link?.filedataid);
    if (picture === undefined) throw this.absent(new ApiError('invalid_attachment_id', linkid));
    return attachmentInfo(this.ctx, picture.row, node.channelid, size);
  }

  /**
   * Fetches a page to learn what to say of it: of a server on the public internet, on the usual ports, within ten
   * seconds and up to two megabytes.
   * @param url http or https, without a password
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when it is no URL of the web
   * @throws upload_file_failed when it could not be fetched
   * @throws upload_file_exceeds_limit when the page is too large
   * @steps
   * @example url=https://example.org/
   */
  async parsePage(url: string): Promise<PageInfo> {
    this.requireMember();
    const { rules } = this.ctx.files;
    const html = await withFetched(url, rules, LARGEST_PAGE, async (file) =>
      decodePage(await readFile(file.path)),
    );
    const { title, description, images } = readPage(html);
    return {
      url,
      title: oneLine(title, LONGEST_PAGE_TITLE),
      meta: oneLine(description, LONGEST_META),
      images: images.flatMap((image) => absolute(image, url)),
    };
  }

  async #takeOffPicture(post: FoundNode, stays: number): Promise<void> {
    const { db } = this.ctx;
    const [link] = await findLinks(db, [post.nodeid]);
    const there = await listAttachments(db, [post.nodeid]);
    const gone = there.filter(
      (row) => row.filedataid === link?.filedataid && row.filedataid !== stays,
    );
    await this.detach(gone.map((row) => ({ row, post })));
  }

  /** A link that the caller sees; what a guest cannot find he may find as a member. */
  async #link(nodeid: number): Promise<FoundNode> {
    const { contentTypes } = this.ctx.board;
    const node = await this.viewable(nodeid);
    if (node.contenttypeid === contentTypes.Link) return node;
    throw this.absent(new ApiError('invalid_node_id', nodeid));
  }
}

/** Pictures that a client may show: `javascript:`, `data:` and the like are none. */
function absolute(image: string, base: string): string[] {
  if (!URL.canParse(image, base)) return [];
  const { href, protocol } = new URL(image, base);
  return protocol === 'http:' || protocol === 'https:' ? [href] : [];
}
