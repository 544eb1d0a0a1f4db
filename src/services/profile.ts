import { ApiError } from '../errors.ts';
import { countAlbums, listAlbums } from '../library/album.ts';
import { findAttachments } from '../library/attach.ts';
import { type AvatarRecord, avatarRecord, deleteAvatar, setAvatar } from '../library/avatar.ts';
import { type FiledataRow, findFiledata, storageKey } from '../library/filedata.ts';
import {
  countPictures,
  countVideos,
  listPictures,
  listVideos,
  type PictureList,
  type VideoList,
} from '../library/media.ts';
import type { Int, Struct, Uint, Upload } from '../protocol/types.ts';
import { defaultAvatars } from '../storage/default-avatar.ts';
import { imageExtensions, isImage } from '../storage/file-type.ts';
import type { Crop, Images, Picture } from '../storage/images.ts';
import type { StoredSource } from '../storage/storage.ts';
import { albumChannel, type AlbumMap, albumsOf, isAlbum } from './albums.ts';
import type { Attachment } from './attachment-shape.ts';
import { type PagePlace, type Paging, paging, placeOfPage } from './paging.ts';
import { type CheckedFile, UploadService } from './upload-service.ts';
import { type VideoItem, videoItem } from './video-providers.ts';

/** Which square of a picture becomes the avatar, in its pixels; without it the middle. */
export interface CropData {
  /** From the left. */
  x1?: Int;
  /** From the top. */
  y1?: Int;
  width?: Uint;
  /** A square is cut: the shorter of both counts. */
  height?: Uint;
}

/** An avatar that every board has. */
export interface DefaultAvatar {
  readonly avatarid: number;
  readonly avatarpath: string;
}

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
  readonly albums: AlbumMap;
  readonly paginationInfo: Paging;
}

/** Which pictures or videos. */
export interface MediaFilter {
  /** Whose; the caller's when it is left out. */
  userid?: Uint;
  /** `photo`, also when it is left out, or `video`. */
  type?: string;
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

/** Bytes of an avatar and what to call it. */
type AvatarFile = CheckedFile;

/** Profiles: the caller's avatar, members' albums, pictures and videos. */
export class ProfileService extends UploadService {
  /**
   * Makes an uploaded picture the avatar: a square of it, made as small as the option `avatarmaxdimension`.
   * @param file a picture (JPEG, PNG, GIF, WebP, AVIF)
   * @param data which square
   * @returns the avatar
   * @throws not_logged_no_permission for a guest
   * @throws upload_stopped_by_extension when files of that name are not taken
   * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
   * @throws upload_exceeds_dimensions when it has too many pixels
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or not what its name says
   * @throws invalid_data when the square lies outside the picture
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   */
  async upload(file: Upload, data: CropData = {}): Promise<AvatarRecord> {
    this.requireMember();
    return this.#become(await this.check(file, this.#rules()), data);
  }

  /**
   * Makes a picture from a URL the avatar: of a server on the public internet, on the usual ports, within ten seconds.
   * @param url http or https, without a password
   * @param data which square
   * @returns the avatar
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when it is no URL of the web
   * @throws upload_file_failed when it could not be fetched
   * @throws upload_stopped_by_extension when files of that name are not taken
   * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
   * @throws upload_exceeds_dimensions when it has too many pixels
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or not what its name says
   * @throws invalid_data when the square lies outside the picture
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   * @example url=https://example.org/picture.png
   */
  async uploadUrl(url: string, data: CropData = {}): Promise<AvatarRecord> {
    this.requireMember();
    const rules = this.#rules();
    return this.fetched(url, rules, async (file) =>
      this.#become(await this.check(file, rules), data),
    );
  }

  /**
   * Makes a square of a picture that the caller has uploaded his avatar.
   * @param filedataid from `content_attach.uploadProfilePicture`
   * @param data which square
   * @returns the avatar
   * @throws not_logged_no_permission for a guest
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when it is no picture
   * @throws invalid_file_data when it is damaged
   * @throws invalid_data when the square lies outside the picture
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   * @example filedataid=1&data[x1]=0&data[y1]=0&data[width]=100&data[height]=100
   */
  async cropFileData(filedataid: Uint, data: CropData = {}): Promise<AvatarRecord> {
    this.requireMember();
    const row = await findFiledata(this.ctx.db, filedataid);
    if (row?.userid !== this.ctx.user.userid) throw new ApiError('invalid_filedata_id', filedataid);
    if (!isImage(row.extension)) throw new ApiError('invalid_file', 'a picture is due');
    const { filename, extension, filesize } = row;
    return this.#become(
      { filename, extension, size: filesize, source: await this.#read(row) },
      data,
    );
  }

  /**
   * Takes the own avatar back: a default one takes its place.
   * @param type only `avatar`
   * @returns the default avatar
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when the type is not known
   */
  async resetAvatar(type = 'avatar'): Promise<AvatarRecord> {
    this.requireMember();
    if (type !== 'avatar') throw new ApiError('invalid_parameter', 'type', 'avatar is due');
    const { db, links, user } = this.ctx;
    await deleteAvatar(db, user.userid);
    return avatarRecord(undefined, links);
  }

  /**
   * The avatars that every board has; the first is that of members without one.
   * @readonly
   */
  async getDefaultAvatars(): Promise<DefaultAvatar[]> {
    const { links } = this.ctx;
    return defaultAvatars.map((avatarid) => ({
      avatarid,
      avatarpath: links.defaultAvatar(avatarid),
    }));
  }

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
      albums: await this.albums(await listAlbums(db, list, place.offset, place.perpage)),
      paginationInfo: paging(place, await countAlbums(db, list)),
    };
  }

  /**
   * Lists the pictures that a member has posted, the newest first, or the videos: in galleries, albums and any other
   * posts that the caller sees. Pictures are left out where he may get no attachments.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 12
   * @param params taken for compatibility
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
    const { userid = 0, type = '' } = mediaFilter;
    const { permissions } = this.ctx;
    const list = { userid: this.#whose(userid), albums: albumChannel(this.ctx), permissions };
    const place = placeOfPage(this.ctx, { page, perpage }, USUAL_MEDIA);
    if (type === '' || type === 'photo')
      return this.#photos({ ...list, extensions: imageExtensions }, place);
    if (type !== 'video')
      throw new ApiError('invalid_parameter', 'mediaFilter[type]', 'photo or video is due');
    return this.#videos({ ...list, contenttypeid: this.ctx.board.contentTypes.Video }, place);
  }

  async #oneAlbum(nodeid: number): Promise<AlbumPage> {
    if (!isAlbum(this.ctx, await this.viewable(nodeid)))
      throw new ApiError('invalid_node_id', nodeid);
    const found = this.counted(nodeid, await this.contents([nodeid]));
    const albums = new Map(
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
    const seen = (await this.placed(rows)).sort((a, b) => b.row.nodeid - a.row.nodeid);
    return {
      photos: seen.map((one) => this.describe(one)),
      videos: [],
      paginationInfo: paging(place, await countPictures(db, list)),
    };
  }

  async #videos(list: VideoList, place: PagePlace): Promise<MediaPage> {
    const { db } = this.ctx;
    const rows = await listVideos(db, list, place.offset, place.perpage);
    const videos = rows.flatMap(({ provider, code, nodeid, starter, title, publishdate }) => {
      const item = videoItem(provider, code);
      return item === undefined ? [] : [{ ...item, nodeid, starter, title, publishdate }];
    });
    return { photos: [], videos, paginationInfo: paging(place, await countVideos(db, list)) };
  }

  #rules() {
    return { maxBytes: this.ctx.board.options.avatarmaxbytes, picture: true, quota: false };
  }

  async #become(file: CheckedFile, data: CropData): Promise<AvatarRecord> {
    const { files, links, now, user } = this.ctx;
    const avatar = files.images === undefined ? file : await this.#cut(files.images, file, data);
    const { filedataid } = await this.keep(avatar, this.#rules());
    await this.ctx.transaction((db) => setAvatar(db, user.userid, filedataid, now));
    return avatarRecord({ avatarid: 0, avatarfiledataid: filedataid }, links);
  }

  async #cut(images: Images, { source }: CheckedFile, data: CropData): Promise<AvatarFile> {
    const picture = await images.measure(source);
    const side = this.ctx.board.options.avatarmaxdimension;
    const { bytes, extension } = await images.avatar(source, picture, side, cropOf(data, picture));
    return { filename: `avatar.${extension}`, extension, source: bytes, size: bytes.length };
  }

  async #read(row: FiledataRow): Promise<StoredSource> {
    const stream = await this.ctx.files.storage.open(storageKey(row));
    if (stream === undefined) throw new ApiError('invalid_filedata_id', row.filedataid);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}

function cropOf(data: CropData, picture: Picture): Crop | undefined {
  const { x1: left = 0, y1: top = 0, width = 0, height = 0 } = data;
  const side = Math.min(width || height, height || width);
  if (side === 0) return undefined;
  const inside = left >= 0 && top >= 0 && left + side <= picture.width;
  if (inside && top + side <= picture.height) return { left, top, side };
  throw new ApiError('invalid_data', 'the square lies outside the picture');
}
