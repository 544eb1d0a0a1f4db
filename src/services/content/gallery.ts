import { ApiError } from '../../errors.ts';
import { updateViewperms } from '../../library/files/album.ts';
import { listAttachments, updateAttachment } from '../../library/files/attach.ts';
import { lockTree } from '../../library/node/counters.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { isBlank } from '../../library/text/wording.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { albumChannel, isAlbum } from '../../rules/reading/albums.ts';
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
import { postOf, editPost } from '../../rules/writing/edit.ts';
import {
  detach,
  attachTo,
  attachmentColumns,
  mostAttachments,
} from '../../rules/writing/attaching.ts';

/** A new gallery. */
export interface GalleryData extends PostExtras {
  /** A channel for a topic, a topic for a reply, a reply for a comment; 0 for an album of the caller's. */
  parentid: Uint;
  /** Required for a topic. */
  title?: string;
  /** BBCode, or HTML; the title when it is left out. */
  rawtext?: string;
  /** Pictures that the caller has uploaded, in this order. Only an album may do without. */
  filedataids?: Uint[];
  /** For each of `filedataids` its caption. */
  captions?: string[];
  /** Who sees it: 0 its author and moderators, 1 members, 2 everybody. */
  viewperms?: Uint;
}

/** What changes in a gallery. */
export interface GalleryChanges extends TimeChanges, WrittenAs {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** All its pictures, in their order: new ones are added, those left out are taken off. */
  filedataids?: Uint[];
  /** For each of `filedataids` its caption. */
  captions?: string[];
  /** Who sees an album, with all comments on it: see add. Only for its author. */
  viewperms?: Uint;
}

/** The texts of a gallery, as forms send them. */
export interface GalleryForm {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
}

/** A picture as its gallery is to show it. */
interface Photo {
  readonly filedataid: number;
  readonly caption?: string | undefined;
  readonly displayorder: number;
}

const LARGEST_ID = 2_147_483_647;

/** `viewperms` has so many values, from 0 on. */
const AUDIENCES = 3;

/**
 * Galleries: topics, replies and comments with pictures. Single ones are changed by content_photo. A topic of the channel
 * of albums (node.fetchAlbumChannel) is an album of its author's.
 *
 * @sample 39
 */
export class ContentGalleryService extends QuotingService {
  /**
   * Posts a gallery of pictures that the caller has uploaded: see content_text.add and content_attach.uploadPhoto. In
   * the channel of albums it is an album: that may be empty, and its author says who sees it.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post galleries there
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when there is no picture, or an upload is none
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @throws invalid_data when a caption is too long; when `viewperms` is none; for what content_text.add refuses
   * @throws missing_content when there is neither text nor title
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @throws too_many_tags past the options `maxtags` and `maxstartertags`
   * @example data[parentid]=14&data[title]=Sunsets&data[filedataids][]=5&data[captions][]=The first
   */
  async add(data: GalleryData, options: PostOptions = {}): Promise<Uint> {
    const { title = '' } = data;
    const { rawtext, markup } = writtenPost(this.ctx, data, options);
    const albums = albumChannel(this.ctx);
    const parentid = data.parentid || albums;
    const photos = this.#photos(data.filedataids ?? [], data.captions);
    this.#refuseCount(photos, { channelid: parentid, album: parentid === albums });
    return insertPost(
      this.ctx,
      'Gallery',
      { ...data, parentid, rawtext: isBlank(rawtext) ? title : rawtext, markup },
      (nodeid, { channelid }) => this.#show({ nodeid, channelid }, photos),
    );
  }

  /**
   * Edits a gallery: its author within the time his usergroup has, an album at any time, or a moderator at any time.
   * Pictures can be added only by whoever has uploaded them.
   * @returns true
   * @throws invalid_node_id when there is no such gallery for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it, attach pictures, or say who sees it
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when there would be no picture left, but in an album, or an upload is none
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @throws invalid_data when a caption is too long, or `viewperms` is none, or not for an album
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=39&data[filedataids][]=3&data[captions][]=The first
   */
  async update(nodeid: Uint, data: GalleryChanges, options: PostOptions = {}): Promise<boolean> {
    const { filedataids, captions, viewperms } = data;
    const photos = filedataids === undefined ? undefined : this.#photos(filedataids, captions);
    return this.#edit(nodeid, changedPost(this.ctx, data, options), { photos, viewperms });
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
    await removePost(this.ctx, 'Gallery', nodeid);
    return true;
  }

  /**
   * Edits a gallery as vBulletin's own pages do: see update.
   * @param postdata its title and text
   * @param filedataids all its pictures: by the id of each upload its `title` (the caption) and `displayorder`; left
   *   out, they stay as they are
   * @returns true
   * @throws invalid_node_id when there is no such gallery for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it, or attach pictures
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when an upload is no picture
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @throws invalid_data when a caption is too long
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=39&postdata[title]=Sunsets&filedataids[3][title]=The first&filedataids[3][displayorder]=1
   */
  async updateFromWeb(
    nodeid: Uint,
    postdata: GalleryForm,
    filedataids: Struct | false = false,
  ): Promise<boolean> {
    const photos = filedataids === false || filedataids.size === 0 ? undefined : filedataids;
    const words = changedPost(this.ctx, postdata, {});
    return this.#edit(nodeid, words, { photos: photos && photosOf(photos) });
  }

  async #edit(
    nodeid: number,
    words: GalleryForm & TimeChanges,
    { photos, viewperms }: GalleryState,
  ): Promise<boolean> {
    if (viewperms !== undefined) await lockTree(this.ctx.db);
    const node = await postOf(this.ctx, 'Gallery', nodeid);
    const { channelid } = node;
    const album = isAlbum(this.ctx, node);
    this.#refuseAudience(viewperms, album);
    if (photos !== undefined) this.#refuseCount(photos, { channelid, album });
    await editPost(this.ctx, 'Gallery', node, words);
    if (viewperms !== undefined) await this.#showTo(node, viewperms);
    if (photos === undefined) return true;
    await this.#takeOff(node, new Set(photos.map((photo) => photo.filedataid)));
    await this.#show(node, photos);
    return true;
  }

  /** A moderator may edit an album; but nobody shows what another keeps for himself, or the other way round. */
  async #showTo(
    { nodeid, userid, viewperms: before }: FoundNode,
    viewperms: number,
  ): Promise<void> {
    if (viewperms === before) return;
    if (userid !== this.ctx.user.userid) throw this.refusal();
    await updateViewperms(this.ctx.db, nodeid, viewperms);
  }

  /** Takes off the photos that do not stay; what else is attached to the post stays. */
  async #takeOff(post: FoundNode, stays: ReadonlySet<number>): Promise<void> {
    const { board, db } = this.ctx;
    const there = await listAttachments(db, [post.nodeid]);
    const gone = there.filter(
      (row) => row.contenttypeid === board.contentTypes.Photo && !stays.has(row.filedataid),
    );
    await detach(
      this.ctx,
      gone.map((row) => ({ row, post })),
    );
  }

  /** Attaches those that are new, and gives all their captions and places. */
  async #show(
    post: Pick<FoundNode, 'nodeid' | 'channelid'>,
    photos: readonly Photo[],
  ): Promise<void> {
    const there = await listAttachments(this.ctx.db, [post.nodeid]);
    const known = new Map(there.map((row) => [row.filedataid, row.nodeid]));
    for (const { filedataid, caption, displayorder } of photos) {
      const columns = { displayorder, ...(caption !== undefined && { caption }) };
      const nodeid = known.get(filedataid);
      if (nodeid === undefined) await attachTo(this.ctx, post, 'Photo', filedataid, columns);
      else await updateAttachment(this.ctx.db, nodeid, attachmentColumns(columns));
    }
  }

  #photos(filedataids: readonly number[], captions: readonly string[] = []): readonly Photo[] {
    const photos = filedataids.map((filedataid, index) => ({
      ...{ filedataid, caption: captions[index], displayorder: index + 1 },
    }));
    // Of one that is named twice the first place counts.
    const first = new Map(photos.reverse().map((photo) => [photo.filedataid, photo]));
    return [...first.values()].reverse();
  }

  /** As many as a post may have, and not none but in an album. */
  #refuseCount(photos: readonly Photo[], { channelid, album }: GalleryPlace): void {
    const most = mostAttachments(this.ctx, channelid);
    if (photos.length === 0 && !album)
      throw new ApiError('invalid_file', 'a gallery needs a picture');
    if (photos.length > most) throw new ApiError('too_many_attachments', most);
  }

  #refuseAudience(viewperms: number | undefined, album: boolean): void {
    if (viewperms === undefined) return;
    if (!album)
      throw new ApiError('invalid_data', 'data[viewperms]: it can be changed of an album only');
    if (viewperms >= AUDIENCES)
      throw new ApiError('invalid_data', 'data[viewperms]: it must be 0, 1 or 2');
  }
}

/** What of a gallery changes beside its texts. */
interface GalleryState {
  readonly photos?: readonly Photo[] | undefined;
  readonly viewperms?: number | undefined;
}

interface GalleryPlace {
  readonly channelid: number;
  readonly album: boolean;
}

/** `filedataids[7][title]` and `filedataids[7][displayorder]`. */
function photosOf(given: Struct): readonly Photo[] {
  return [...given].map(([id, photo], index) => {
    const filedataid = numberOf(id);
    if (filedataid === undefined)
      throw new ApiError('invalid_data', `filedataids: ${id} is no id of an upload`);
    if (typeof photo === 'string') return { filedataid, displayorder: index + 1 };
    const [title, order] = [photo.get('title'), photo.get('displayorder')];
    return {
      filedataid,
      ...(typeof title === 'string' && { caption: title }),
      displayorder: (typeof order === 'string' ? numberOf(order) : undefined) ?? index + 1,
    };
  });
}

function numberOf(text: string): number | undefined {
  const number = /^\d{1,10}$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number <= LARGEST_ID ? number : undefined;
}
