import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../db/db.ts';
import { ApiError } from '../errors.ts';
import {
  type FiledataRow,
  findFiledata,
  holdSameFile,
  insertFiledata,
  insertStoredFile,
  type NewFiledata,
  type NewStoredFile,
  storageKey,
  sumFilesizes,
} from '../library/filedata.ts';
import { lockPoster } from '../library/poster.ts';
import type { Upload } from '../protocol/types.ts';
import { withFetched } from '../storage/fetch-url.ts';
import { detectType, isImage } from '../storage/file-type.ts';
import type { Thumbnail } from '../storage/images.ts';
import type { StoredSource } from '../storage/storage.ts';
import { AttachmentService, cleanFilename, extensionOf } from './attachment-service.ts';

/** What an upload may be. */
export interface UploadRules {
  readonly maxBytes: number;
  /** Only pictures. */
  readonly picture: boolean;
  /** Checked against the member's quota. */
  readonly quota: boolean;
  /** What the client calls the post that it is for. */
  readonly posthash?: string;
}

/** A file that has been looked at and found to be what it says. */
export interface CheckedFile {
  readonly filename: string;
  readonly extension: string;
  readonly source: StoredSource;
  readonly size: number;
}

type Stored = Omit<NewStoredFile, 'filehash' | 'filesize'>;

const notPicture: Stored = { width: 0, height: 0, thumbnails: '', thumbextension: '' };

/** Taking files in, for the API classes that do so. Needs methods marked `@steps`. */
export abstract class UploadService extends AttachmentService {
  /** Uploads are for members who may attach them somewhere. */
  protected requireUploader(): void {
    this.requireMember();
    const { board, permissions } = this.ctx;
    const somewhere = board.channels.some(({ nodeid }) =>
      permissions.can('canpostattachment', nodeid),
    );
    if (!somewhere) throw this.refusal();
  }

  protected attachmentRules(picture = false): UploadRules {
    return { maxBytes: this.ctx.board.options.attachmaxbytes, picture, quota: true };
  }

  /** Checks a file and keeps it as an upload of the caller. */
  protected async receive(file: Upload, rules: UploadRules): Promise<FiledataRow> {
    return this.keep(await this.#withoutMetadata(await this.check(file, rules)), rules);
  }

  /** Fetches a file and hands it to `use`; it is gone afterwards. */
  protected async fetched<T>(
    url: string,
    { maxBytes }: UploadRules,
    use: (file: Upload) => Promise<T>,
  ): Promise<T> {
    const { config, files } = this.ctx;
    const most = Math.min(maxBytes, config.MAX_FILE_BYTES);
    return withFetched(url, files.rules, most, async (file) => use(await this.#named(file)));
  }

  /** @throws ApiError when the file is empty, too large, of a type that is not taken, or not what it says */
  protected async check(file: Upload, { maxBytes, picture }: UploadRules): Promise<CheckedFile> {
    const filename = cleanFilename(file.filename);
    const claimed = extensionOf(filename);
    const end = /[^.]*$/.exec(filename)?.[0].slice(0, 20) ?? '';
    if (claimed === undefined) throw new ApiError('upload_stopped_by_extension', end);
    if (file.size === 0) throw new ApiError('invalid_file', 'it is empty');
    if (file.size > maxBytes) throw new ApiError('upload_file_exceeds_limit', maxBytes);
    if (picture && !isImage(claimed)) throw new ApiError('invalid_file', 'a picture is due');
    const extension = await detectType(file.path, claimed);
    return { filename, extension, source: file.path, size: file.size };
  }

  /** Keeps a checked file. Bytes that somebody has uploaded before are not stored again. */
  protected async keep(file: CheckedFile, rules: UploadRules): Promise<FiledataRow> {
    const { user, now } = this.ctx;
    const { filename, extension, size } = file;
    const filehash = await hashOf(file.source);
    const { posthash = '' } = rules;
    const { userid } = user;
    const upload = { userid, filename, extension, filesize: size, dateline: now, posthash };
    const shared = await this.ctx.transaction(async (db) => {
      await this.#holdQuota(db, size, rules);
      const storedfileid = await holdSameFile(db, filehash);
      return storedfileid === undefined ? undefined : this.#insert(db, storedfileid, upload);
    });
    if (shared !== undefined) return shared;
    const storedfileid = await this.#store(file, filehash);
    return this.ctx.transaction(async (db) => {
      await this.#holdQuota(db, size, rules);
      return this.#insert(db, storedfileid, upload);
    });
  }

  /** Phones write into a picture where it was taken. */
  async #withoutMetadata(file: CheckedFile): Promise<CheckedFile> {
    const { board, files } = this.ctx;
    if (board.options.attachstripmetadata === 0 || !isImage(file.extension)) return file;
    const source = await files.images?.withoutMetadata(file.source);
    return source === undefined ? file : { ...file, source, size: source.length };
  }

  /** Not every URL ends with a file's name: then the bytes decide. */
  async #named(file: Upload): Promise<Upload> {
    if (extensionOf(file.filename) !== undefined) return file;
    const extension = await detectType(file.path, undefined);
    return { ...file, filename: `${file.filename || 'file'}.${extension}` };
  }

  /** Two uploads of a member at once are counted one after the other. */
  async #holdQuota(db: Db, size: number, { quota }: UploadRules): Promise<void> {
    const { user, board } = this.ctx;
    const { attachquota } = board.options;
    if (!quota || attachquota === 0) return;
    await lockPoster(db, user.userid);
    const used = await sumFilesizes(db, user.userid);
    if (used + size > attachquota) throw new ApiError('upload_quota_exceeded', attachquota);
  }

  async #insert(db: Db, storedfileid: number, upload: NewFiledata): Promise<FiledataRow> {
    const row = await findFiledata(db, await insertFiledata(db, storedfileid, upload));
    if (row === undefined) throw new Error('an upload that was just inserted is not there');
    return row;
  }

  /** Row first, file later: a file that nobody knows of would never be removed. */
  async #store({ extension, source, size }: CheckedFile, filehash: string): Promise<number> {
    const { stored, thumbnails } = await this.#decode(extension, source);
    const row = { filehash, filesize: size, ...stored };
    const { now, files, log } = this.ctx;
    const storedfileid = await this.ctx.transaction((db) => insertStoredFile(db, row, now));
    try {
      for (const { size: name, bytes } of thumbnails) {
        await files.storage.put(storageKey({ storedfileid, filehash }, name), bytes, bytes.length);
      }
      await files.storage.put(storageKey({ storedfileid, filehash }), source, size);
    } catch (error) {
      log.error({ err: error }, 'a file could not be stored');
      throw new ApiError('upload_writefile_failed');
    }
    return storedfileid;
  }

  async #decode(
    extension: string,
    source: StoredSource,
  ): Promise<{ stored: Stored; thumbnails: readonly Thumbnail[] }> {
    const { images } = this.ctx.files;
    if (images === undefined || !isImage(extension)) return { stored: notPicture, thumbnails: [] };
    const picture = await images.measure(source);
    const thumbnails = await images.thumbnails(source, picture);
    const stored = {
      width: picture.width,
      height: picture.height,
      thumbnails: thumbnails.map(({ size }) => size).join(','),
      thumbextension: thumbnails[0]?.extension ?? '',
    };
    return { stored, thumbnails };
  }
}

async function hashOf(source: StoredSource): Promise<string> {
  const hash = createHash('sha256');
  if (typeof source !== 'string') return hash.update(source).digest('hex');
  await pipeline(createReadStream(source), hash);
  return hash.digest('hex');
}
