import { readFile } from 'node:fs/promises';
import { ApiError } from '../../errors.ts';
import { listAttachments } from '../../library/files/attach.ts';
import { findLinks, insertLink, updateLink } from '../../library/content/link.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { isBlank } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';
import { withFetched } from '../../storage/fetch-url.ts';
import { decodePage, readPage } from '../../storage/page.ts';
import type { FileSize } from '../../storage/links.ts';
import { attachmentInfo, type FileInfo } from '../../shapes/attachment.ts';
import { checkUrl, cutLine, pageTexts, postTitle } from '../../rules/writing/links.ts';
import {
  type PostExtras,
  type PostOptions,
  type TimeChanges,
  type WrittenAs,
  writtenPost,
  changedPost,
} from '../../rules/writing/post-data.ts';
import { QuotingService } from './quoting.ts';
import { removePost } from '../../rules/writing/removal.ts';
import { insertPost } from '../../rules/writing/post.ts';
import { attachTo, detach } from '../../rules/writing/attaching.ts';
import { postOf, editPost } from '../../rules/writing/edit.ts';
import { placedFor, absent } from '../../rules/reading/attachments.ts';

/** A new link. */
export interface LinkData extends PostExtras {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** Required for a topic, unless there is a `url_title`. */
  title?: string;
  /** BBCode, or HTML; the link when it is left out. */
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
export interface LinkChanges extends TimeChanges, WrittenAs {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  url?: string;
  url_title?: string;
  meta?: string;
  /** A picture that the caller has uploaded; 0 for none. */
  filedataid?: Uint;
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

/**
 * Links: topics, replies and comments that share a page of the web.
 *
 * @sample 36
 */
export class ContentLinkService extends QuotingService {
  /**
   * Posts a link: see content_text.add. The page is not fetched: see parsePage.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post links there, or attach a picture
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws invalid_url when it is not a web address
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when the upload is no picture
   * @throws too_many_attachments past the option `attachlimit`
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @throws invalid_data for what content_text.add refuses
   * @throws too_many_tags past the options `maxtags` and `maxstartertags`
   * @example data[parentid]=14&data[url]=https://example.org/&data[url_title]=An example
   */
  async add(data: LinkData, options: PostOptions = {}): Promise<Uint> {
    const { db } = this.ctx;
    const { filedataid = 0 } = data;
    const { rawtext, markup } = writtenPost(this.ctx, data, options);
    const url = checkUrl(data.url);
    const texts = { url_title: '', meta: '', ...pageTexts(data) };
    const post = {
      ...data,
      title: postTitle(data, this.ctx.board.options),
      rawtext: isBlank(rawtext) ? `[URL]${url}[/URL]` : rawtext,
      markup,
    };
    return insertPost(this.ctx, 'Link', post, async (nodeid, { channelid }) => {
      await insertLink(db, nodeid, { url, ...texts, filedataid });
      if (filedataid !== 0)
        await attachTo(this.ctx, { nodeid, channelid }, 'Photo', filedataid, {});
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
   * @throws invalid_url when it is not a web address
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when the upload is no picture
   * @throws too_many_attachments past the option `attachlimit`
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws invalid_data when `publishdate` is none, or lies too far ahead
   * @example nodeid=36&data[url_title]=Another title
   */
  async update(nodeid: Uint, data: LinkChanges, options: PostOptions = {}): Promise<boolean> {
    const { filedataid, url } = data;
    const node = await postOf(this.ctx, 'Link', nodeid);
    await editPost(this.ctx, 'Link', node, changedPost(this.ctx, data, options));
    if (filedataid !== undefined) await this.#takeOffPicture(node, filedataid);
    await updateLink(this.ctx.db, nodeid, {
      ...(url !== undefined && { url: checkUrl(url) }),
      ...pageTexts(data),
      ...(filedataid !== undefined && { filedataid }),
    });
    if (filedataid !== undefined && filedataid !== 0)
      await attachTo(this.ctx, node, 'Photo', filedataid, {});
    return true;
  }

  /**
   * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
   * hides it: moderators still see it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not remove posts there
   * @example nodeid={sample}
   * @as mod
   */
  async delete(nodeid: Uint): Promise<boolean> {
    await removePost(this.ctx, 'Link', nodeid);
    return true;
  }

  /**
   * Reads the picture of a link and where it can be fetched. The picture itself is never in the answer.
   * @param linkid the link's nodeid
   * @param type of a size that there is not, the next larger one
   * @throws invalid_node_id when there is no such link for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @throws invalid_attachment_id when it has no picture, or none that the caller may get
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example linkid=36
   */
  async fetchImageByLinkId(linkid: Uint, type: FileSize = 'full'): Promise<FileInfo> {
    const node = await this.#link(linkid);
    const [link] = await findLinks(this.ctx.db, [linkid]);
    const placed = await placedFor(this.ctx, await listAttachments(this.ctx.db, [linkid]));
    const picture = placed.find(({ row }) => row.filedataid === link?.filedataid);
    if (picture === undefined)
      throw absent(this.ctx, new ApiError('invalid_attachment_id', linkid));
    return attachmentInfo(this.ctx, picture.row, node.channelid, type);
  }

  /**
   * Fetches a page to learn what to say of it: of a server on the public internet, on the usual ports, within ten
   * seconds and up to two megabytes.
   * @param url http or https, without a password
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when it is not a web address
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
      title: cutLine(title, LONGEST_PAGE_TITLE),
      meta: cutLine(description, LONGEST_META),
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
    await detach(
      this.ctx,
      gone.map((row) => ({ row, post })),
    );
  }

  /** A link that the caller sees; what a guest cannot find he may find as a member. */
  async #link(nodeid: number): Promise<FoundNode> {
    const { contentTypes } = this.ctx.board;
    const node = await this.viewable(nodeid);
    if (node.contenttypeid === contentTypes.Link) return node;
    throw absent(this.ctx, new ApiError('invalid_node_id', nodeid));
  }
}

/** Pictures that a client may show: `javascript:`, `data:` and the like are none. */
function absolute(image: string, base: string): string[] {
  if (!URL.canParse(image, base)) return [];
  const { href, protocol } = new URL(image, base);
  return protocol === 'http:' || protocol === 'https:' ? [href] : [];
}
