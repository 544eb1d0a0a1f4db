import { ApiError } from '../../errors.ts';
import { deleteAvatar, setAvatar } from '../../library/user/avatar.ts';
import { type AvatarRecord, avatarRecord } from '../../shapes/avatar.ts';
import { type FiledataRow, findFiledata, storageKey } from '../../library/files/filedata.ts';
import type { Int, Uint, Upload } from '../../protocol/types.ts';
import { defaultAvatars } from '../../storage/default-avatar.ts';
import { isImage } from '../../storage/file-type.ts';
import type { Crop, Images, Picture } from '../../storage/images.ts';
import type { StoredSource } from '../../storage/store.ts';
import { type CheckedFile, checkFile, fetchedFile, keepFile } from '../../rules/writing/uploads.ts';
import { Service } from '../service.ts';

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

/**
 * Profiles: the caller's avatar, members' albums, pictures and videos.
 *
 * @lead
 */
export class ProfileAvatarService extends Service {
  /**
   * Makes an uploaded picture the avatar: a square of it, made as small as the option `avatarmaxdimension`. A GIF or
   * WebP that moves goes on moving, as long as the avatar has no more bytes than `avatarmaxbytes`.
   * @param file a picture (JPEG, PNG, GIF, WebP, AVIF, HEIC)
   * @param data which square
   * @returns the avatar
   * @throws not_logged_no_permission for a guest
   * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
   * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
   * @throws upload_exceeds_dimensions when it has too many pixels
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
   * @throws invalid_data when the square lies outside the picture
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   */
  async upload(file: Upload, data: CropData = {}): Promise<AvatarRecord> {
    this.requireMember();
    return this.#become(await checkFile(this.ctx, file, this.#rules()), data);
  }

  /**
   * Makes a picture from a URL the avatar: of a server on the public internet, on the usual ports, within ten seconds.
   * @param url http or https, without a password
   * @param data which square
   * @returns the avatar
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when it is not a web address
   * @throws upload_file_failed when it could not be fetched
   * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
   * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
   * @throws upload_exceeds_dimensions when it has too many pixels
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
   * @throws invalid_data when the square lies outside the picture
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   * @example url=https://example.org/picture.png
   */
  async uploadUrl(url: string, data: CropData = {}): Promise<AvatarRecord> {
    this.requireMember();
    const rules = this.#rules();
    return fetchedFile(this.ctx, url, rules, async (file) =>
      this.#become(await checkFile(this.ctx, file, rules), data),
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
   * @example filedataid=5&data[x1]=0&data[y1]=0&data[width]=100&data[height]=100
   */
  async cropFileData(filedataid: Uint, data: CropData = {}): Promise<AvatarRecord> {
    this.requireMember();
    const row = await findFiledata(this.ctx.db, filedataid);
    if (row?.userid !== this.ctx.user.userid) throw new ApiError('invalid_filedata_id', filedataid);
    if (!isImage(row.extension)) throw new ApiError('invalid_file', 'it must be a picture');
    const { filename, extension, filesize } = row;
    return this.#become(
      { filename, extension, size: filesize, source: await this.#read(row) },
      data,
    );
  }

  /**
   * Takes the own avatar back: a default one takes its place.
   * @param type has no effect: there is one kind of picture
   * @returns the default avatar
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when the type is not known
   */
  async resetAvatar(type: 'avatar' = 'avatar'): Promise<AvatarRecord> {
    this.requireMember();
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
    const { filedataid } = await keepFile(this.ctx, avatar, this.#rules());
    await this.ctx.transaction((db) => setAvatar(db, user.userid, filedataid, now));
    return avatarRecord({ avatarid: 0, avatarfiledataid: filedataid }, links);
  }

  async #cut(images: Images, file: CheckedFile, data: CropData): Promise<AvatarFile> {
    const { avatarmaxbytes: most, avatarmaxdimension: side } = this.ctx.board.options;
    const source = await shownSource(images, file);
    const picture = await images.measure(source);
    const shape = { side, most, crop: cropOf(data, picture) };
    const { bytes, extension } = await images.avatar(source, picture, shape);
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

/** What is decoded of a file: of a HEIC a JPEG that was made of it. */
async function shownSource(
  images: Images,
  { extension, source }: CheckedFile,
): Promise<StoredSource> {
  if (extension !== 'heic') return source;
  const full = await images.fromHeic(source);
  if (full === undefined) throw new ApiError('invalid_file_data');
  return full.bytes;
}

function cropOf(data: CropData, picture: Picture): Crop | undefined {
  const { x1: left = 0, y1: top = 0, width = 0, height = 0 } = data;
  const side = Math.min(width || height, height || width);
  if (side === 0) return undefined;
  const inside = left >= 0 && top >= 0 && left + side <= picture.width;
  if (inside && top + side <= picture.height) return { left, top, side };
  throw new ApiError('invalid_data', 'the square lies outside the picture');
}
