import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
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
} from '../../library/files/filedata.ts';
import { printRenditions, type Rendition } from '../../library/files/rendition.ts';
import { lockPoster } from '../../library/user/poster.ts';
import type { Upload } from '../../protocol/types.ts';
import { withFetched } from '../../storage/fetch-url.ts';
import { detectType, isBoxes, isImage } from '../../storage/file-type.ts';
import { cleanFilename, endingOf, mendedFilename } from '../../storage/filename.ts';
import type { Images } from '../../storage/images.ts';
import { readMovie } from '../../storage/movie-facts.ts';
import type { StoredSource } from '../../storage/store.ts';
import { tidy } from '../../storage/tidy.ts';
import type { Context } from '../../call/context.ts';
import { requireMember, refusal } from '../rights/standing.ts';

/** Taking files in. Needs methods marked `@steps`. */

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

/** A file that has been looked at, as it is to be kept. */
export interface CheckedFile {
  readonly filename: string;
  readonly extension: string;
  readonly source: StoredSource;
  readonly size: number;
}

type Stored = Omit<NewStoredFile, 'filehash' | 'filesize'>;

/** What is made of a file, to be stored beside it. */
interface Made {
  readonly stored: Stored;
  readonly renditions: readonly (Rendition & { readonly bytes: Buffer })[];
}

const plain: Stored = { width: 0, height: 0, duration: 0, thumbnails: '', thumbextension: '' };

/** Uploads are for members who may attach them somewhere. */
export function requireUploader(ctx: Context): void {
  requireMember(ctx);
  const { board, permissions } = ctx;
  const somewhere = board.channels.some(({ nodeid }) =>
    permissions.can('canpostattachment', nodeid),
  );
  if (!somewhere) throw refusal(ctx);
}

/** What a file may be that is to be attached to a post. */
export function attachmentRules(ctx: Context, picture = false): UploadRules {
  return { maxBytes: ctx.board.options.attachmaxbytes, picture, quota: true };
}

/** Checks a file and keeps it as an upload of the caller. */
export async function receiveFile(
  ctx: Context,
  file: Upload,
  rules: UploadRules,
): Promise<FiledataRow> {
  return keepFile(ctx, await checkFile(ctx, file, rules), rules);
}

/** Fetches a file and hands it to `use`; it is gone afterwards. */
export async function fetchedFile<T>(
  ctx: Context,
  url: string,
  { maxBytes }: UploadRules,
  use: (file: Upload) => Promise<T>,
): Promise<T> {
  const { config, files } = ctx;
  const most = Math.min(maxBytes, config.MAX_FILE_BYTES);
  return withFetched(url, files.rules, most, use);
}

/**
 * A file as it is to be kept: what it is by its bytes, and nothing beside that.
 * @throws ApiError when the file is empty, too large, damaged, or of a type that is not taken
 */
export async function checkFile(
  ctx: Context,
  file: Upload,
  { maxBytes, picture }: UploadRules,
): Promise<CheckedFile> {
  const { board, files } = ctx;
  const { path, size } = file;
  const name = cleanFilename(file.filename);
  if (size === 0) throw new ApiError('invalid_file', 'it is empty');
  if (size > maxBytes) throw new ApiError('upload_file_exceeds_limit', maxBytes);
  const extension = await detectType(path, endingOf(name));
  if (picture && !isImage(extension)) throw new ApiError('invalid_file', 'it must be a picture');
  const strip = board.options.attachstripmetadata !== 0;
  const tidied = await tidy(path, extension, strip, files.images);
  const filename = mendedFilename(name, extension);
  return { filename, extension, source: tidied ?? path, size: tidied?.length ?? size };
}

/** Keeps a checked file. Bytes that somebody has uploaded before are not stored again. */
export async function keepFile(
  ctx: Context,
  file: CheckedFile,
  rules: UploadRules,
): Promise<FiledataRow> {
  const { user, now } = ctx;
  const { filename, extension, size } = file;
  const filehash = await hashOf(file.source);
  const { posthash = '' } = rules;
  const { userid } = user;
  const upload = { userid, filename, extension, filesize: size, dateline: now, posthash };
  const shared = await ctx.transaction(async (db) => {
    await holdQuota(ctx, db, size, rules);
    const storedfileid = await holdSameFile(db, filehash);
    return storedfileid === undefined ? undefined : insertUpload(db, storedfileid, upload);
  });
  if (shared !== undefined) return shared;
  const storedfileid = await storeFile(ctx, file, filehash);
  return ctx.transaction(async (db) => {
    await holdQuota(ctx, db, size, rules);
    return insertUpload(db, storedfileid, upload);
  });
}

/** Two uploads of a member at once are counted one after the other. */
async function holdQuota(
  ctx: Context,
  db: Db,
  size: number,
  { quota }: UploadRules,
): Promise<void> {
  const { user, board } = ctx;
  const { attachquota } = board.options;
  if (!quota || attachquota === 0) return;
  await lockPoster(db, user.userid);
  const used = await sumFilesizes(db, user.userid);
  if (used + size > attachquota) throw new ApiError('upload_quota_exceeded', attachquota);
}

async function insertUpload(
  db: Db,
  storedfileid: number,
  upload: NewFiledata,
): Promise<FiledataRow> {
  const row = await findFiledata(db, await insertFiledata(db, storedfileid, upload));
  if (row === undefined) throw new Error('an upload that was just inserted is not there');
  return row;
}

/** Row first, file later: a file that nobody knows of would never be removed. */
async function storeFile(
  ctx: Context,
  { extension, source, size }: CheckedFile,
  filehash: string,
): Promise<number> {
  const { stored, renditions } = await decode(ctx, extension, source);
  const row = { filehash, filesize: size, ...stored };
  const { now, files, log } = ctx;
  const storedfileid = await ctx.transaction((db) => insertStoredFile(db, row, now));
  try {
    for (const { size: name, bytes } of renditions) {
      await files.storage.put(storageKey({ storedfileid, filehash }, name), bytes, bytes.length);
    }
    await files.storage.put(storageKey({ storedfileid, filehash }), source, size);
  } catch (error) {
    log.error({ err: error }, 'a file could not be stored');
    throw Object.assign(new ApiError('upload_writefile_failed'), { cause: error });
  }
  return storedfileid;
}

async function decode(ctx: Context, extension: string, source: StoredSource): Promise<Made> {
  const { images } = ctx.files;
  if (isBoxes(extension) && !isImage(extension) && typeof source === 'string')
    return { stored: { ...plain, ...(await readMovie(source)) }, renditions: [] };
  if (images === undefined || !isImage(extension)) return { stored: plain, renditions: [] };
  if (extension !== 'heic') return picturesOf(images, source);
  const full = await images.fromHeic(source);
  if (full === undefined) return { stored: plain, renditions: [] };
  return picturesOf(images, full.bytes, full);
}

/** @param full a picture of the same size that is kept beside the file, since few clients show the file itself */
async function picturesOf(
  images: Images,
  source: StoredSource,
  full?: Omit<Made['renditions'][number], 'size' | 'filesize'>,
): Promise<Made> {
  const picture = await images.measure(source);
  const thumbnails = await images.thumbnails(source, picture);
  const made = [...thumbnails, ...(full === undefined ? [] : [{ ...full, size: 'full' as const }])];
  const renditions = made.map((one) => ({ ...one, filesize: one.bytes.length }));
  const { width, height } = picture;
  const thumbextension = full === undefined ? (thumbnails[0]?.extension ?? '') : 'jpg';
  const stored = {
    width,
    height,
    duration: 0,
    thumbnails: printRenditions(renditions),
    thumbextension,
  };
  return { stored, renditions };
}

async function hashOf(source: StoredSource): Promise<string> {
  const hash = createHash('sha256');
  if (typeof source !== 'string') return hash.update(source).digest('hex');
  await pipeline(createReadStream(source), hash);
  return hash.digest('hex');
}
