import { ApiError } from '../errors.ts';
import { type AvatarRecord, avatarRecord, deleteAvatar, setAvatar } from '../library/avatar.ts';
import { type FiledataRow, findFiledata, storageKey } from '../library/filedata.ts';
import type { Int, Uint, Upload } from '../protocol/types.ts';
import { defaultAvatars } from '../storage/default-avatar.ts';
import { isImage } from '../storage/file-type.ts';
import type { Crop, Images, Picture } from '../storage/images.ts';
import type { StoredSource } from '../storage/storage.ts';
import { type CheckedFile, UploadService } from './upload-service.ts';

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

/** Bytes of an avatar and what to call it. */
type AvatarFile = CheckedFile;

/** The caller's own profile: his avatar. */
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
