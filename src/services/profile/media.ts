import { ApiError } from '../../errors.ts';
import { countAlbums, listAlbums } from '../../library/files/album.ts';
import { findAttachments } from '../../library/files/attach.ts';
import {
  countPictures,
  countVideos,
  listPictures,
  listVideos,
  type PictureList,
  type VideoList,
} from '../../library/files/media.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { imageExtensions } from '../../storage/file-type.ts';
import { albumChannel, albumsOf, isAlbum, albumContents } from '../../rules/reading/albums.ts';
import type { Album } from '../../shapes/content.ts';
import type { Attachment } from '../../shapes/attachment.ts';
import { type PagePlace, type Paging, paging, placeOfPage } from '../../rules/reading/paging.ts';
import { type VideoItem, videoOf } from '../../bbcode/video-providers.ts';
import { Service } from '../service.ts';
import { counted, contentsOf } from '../../rules/reading/contents.ts';
import { placedFor, attachmentOf } from '../../rules/reading/attachments.ts';

/** Which albums. */
export interface AlbumFilters {
  /** One album; the other filters do not count then. */
  nodeid?: Uint;
  /** Whose; the caller's when it is left out. */
  userid?: Uint;
  /** From 1 on; a page past the end is empty. */
  page?: Uint;
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: Uint;
}

export interface AlbumPage {
  /** By nodeid, the newest first: of one album all `photos`, of several the first one of each. */
  readonly albums: ListById<Album>;
  readonly paginationInfo: Paging;
}

/** Which pictures or videos. */
export interface MediaFilter {
  /** Whose; the caller's when it is left out. */
  userid?: Uint;
  /** `photo` when it is left out. */
  type?: 'photo' | 'video';
}

/** A video with the post that it is in. */
export interface MemberVideo extends VideoItem {
  /** The post. */
  readonly nodeid: number;
  /** Its topic. */
  readonly starter: number;
  /** The post's. */
  readonly title: string;
  /** Unix seconds. */
  readonly publishdate: number;
}

/** One of both lists is empty: the filter says which. */
export interface MediaPage {
  /** The newest first. */
  readonly photos: readonly Attachment[];
  /** Those of the newest posts first. */
  readonly videos: readonly MemberVideo[];
  readonly paginationInfo: Paging;
}

const USUAL_ALBUMS = 20;
const USUAL_MEDIA = 12;

/** Members' albums, pictures and videos. */
export class ProfileMediaService extends Service {
  /**
   * Reads one album with all its photos, or lists a member's, the newest first and each with its first photo. Among his own the caller also finds those that are private or
   * wait for approval.
   * @throws invalid_node_id when there is no such album for the caller
   * @throws not_logged_no_permission when a guest asks for his own
   * @readonly
   * @example filters[userid]=3
   */
  async getAlbum(filters: AlbumFilters = {}): Promise<AlbumPage> {
    const { nodeid = 0, userid = 0 } = filters;
    if (nodeid !== 0) return this.#oneAlbum(nodeid);
    const { db } = this.ctx;
    const list = albumsOf(this.ctx, this.#whose(userid));
    const place = placeOfPage(this.ctx, filters, USUAL_ALBUMS);
    return {
      albums: await albumContents(
        this.ctx,
        await listAlbums(db, list, place.offset, place.perpage),
      ),
      paginationInfo: paging(place, await countAlbums(db, list)),
    };
  }

  /**
   * Lists the pictures that a member has posted, the newest first, or the videos: in galleries, albums and any other
   * posts that the caller sees. Pictures are left out where he may get no attachments.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 12
   * @param params has no effect: the page and its length have parameters of their own
   * @throws not_logged_no_permission when a guest asks for his own
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example mediaFilter[userid]=3&mediaFilter[type]=photo
   */
  async fetchMedia(
    mediaFilter: MediaFilter = {},
    page: Uint = 1,
    perpage: Uint = 12,
    params: Struct | false = false,
  ): Promise<MediaPage> {
    const { userid = 0, type = 'photo' } = mediaFilter;
    const { permissions } = this.ctx;
    const list = { userid: this.#whose(userid), albums: albumChannel(this.ctx), permissions };
    const place = placeOfPage(this.ctx, { page, perpage }, USUAL_MEDIA);
    if (type === 'photo') return this.#photos({ ...list, extensions: imageExtensions }, place);
    return this.#videos({ ...list, contenttypeid: this.ctx.board.contentTypes.Video }, place);
  }

  async #oneAlbum(nodeid: number): Promise<AlbumPage> {
    if (!isAlbum(this.ctx, await this.viewable(nodeid)))
      throw new ApiError('invalid_node_id', nodeid);
    const found = counted(this.ctx, nodeid, await contentsOf(this.ctx, [nodeid]));
    const albums = new ListById(
      [...found].map(([id, album]) => {
        const photocount = album.content.photos?.size ?? 0;
        return [id, Object.assign(album, { photocount })];
      }),
    );
    return { albums, paginationInfo: paging({ page: 1, perpage: 1, offset: 0 }, 1) };
  }

  /** A guest has nothing of his own. */
  #whose(userid: number): number {
    if (userid === 0) this.requireMember();
    return userid || this.ctx.user.userid;
  }

  async #photos(list: PictureList, place: PagePlace): Promise<MediaPage> {
    const { db } = this.ctx;
    const rows = await findAttachments(
      db,
      await listPictures(db, list, place.offset, place.perpage),
    );
    const seen = (await placedFor(this.ctx, rows)).sort((a, b) => b.row.nodeid - a.row.nodeid);
    return {
      photos: seen.map((one) => attachmentOf(this.ctx, one)),
      videos: [],
      paginationInfo: paging(place, await countPictures(db, list)),
    };
  }

  async #videos(list: VideoList, place: PagePlace): Promise<MediaPage> {
    const { db } = this.ctx;
    const rows = await listVideos(db, list, place.offset, place.perpage);
    const videos = rows.flatMap(({ url, nodeid, starter, title, publishdate }) => {
      const item = videoOf(url);
      return item === undefined ? [] : [{ ...item, nodeid, starter, title, publishdate }];
    });
    return { photos: [], videos, paginationInfo: paging(place, await countVideos(db, list)) };
  }
}
