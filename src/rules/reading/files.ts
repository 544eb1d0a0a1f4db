import { buffer } from 'node:stream/consumers';
import { ApiError } from '../../errors.ts';
import { findAttachments, listPlaces } from '../../library/files/attach.ts';
import { isAvatar } from '../../library/user/avatar.ts';
import { type FiledataRow, findFiledata, storageKey } from '../../library/files/filedata.ts';
import { servedAs } from '../../library/files/rendition.ts';
import type { FileSize } from '../../storage/links.ts';
import { attachmentInfo, type FileInfo, fileInfo } from '../../shapes/attachment.ts';
import { type PlacedAttachment, absent, placedFor } from './attachments.ts';
import type { Context } from '../../call/context.ts';

/** In how many places an upload is looked for: the latest ones. */
const PLACES = 50;

/** Bytes of a file that are put into an answer. */
const MOST_DATA = 1_048_576;

/** What says where the bytes of an upload are. */
type StoredRow = Omit<FiledataRow, 'userid' | 'dateline'>;

/**
 * An upload that the caller may get: his own, an avatar, or one attached to a post that he may read.
 * @throws ApiError `invalid_filedata_id` when there is none for him; a guest is asked to log in
 */
export async function fileFor(
  ctx: Context,
  filedataid: number,
  size: FileSize,
  attachmentid: number,
  includeData: boolean,
): Promise<FileInfo> {
  const place = await placeFor(ctx, filedataid, attachmentid);
  if (place !== undefined) return attachmentAs(ctx, place, size, includeData);
  const row = await findFiledata(ctx.db, filedataid);
  if (row === undefined || attachmentid !== 0 || !(await isOpen(ctx, row)))
    throw absent(ctx, new ApiError('invalid_filedata_id', filedataid));
  return { ...fileInfo(ctx, row, size), ...(includeData && (await dataOf(ctx, row, size))) };
}

/** An attachment in one of the sizes. */
export async function attachmentAs(
  ctx: Context,
  { row, post }: PlacedAttachment,
  size: FileSize,
  includeData: boolean,
): Promise<FileInfo> {
  const info = attachmentInfo(ctx, row, post.channelid, size);
  return { ...info, ...(includeData && (await dataOf(ctx, row, size))) };
}

/** Nothing where there is too much: the answer is made in memory, a third longer than the file. */
async function dataOf(
  ctx: Context,
  row: StoredRow,
  size: FileSize,
): Promise<Pick<FileInfo, 'filedata'>> {
  const { storage } = ctx.files;
  const key = storageKey(row, servedAs(row, size).rendition);
  const length = await storage.size(key);
  const stream = length === undefined || length > MOST_DATA ? undefined : await storage.open(key);
  if (stream === undefined) return {};
  return { filedata: (await buffer(stream)).toString('base64') };
}

async function placeFor(
  ctx: Context,
  filedataid: number,
  attachmentid: number,
): Promise<PlacedAttachment | undefined> {
  const { db } = ctx;
  const rows =
    attachmentid === 0
      ? await listPlaces(db, [filedataid], PLACES)
      : await findAttachments(db, [attachmentid]);
  const [place] = await placedFor(
    ctx,
    rows.filter((row) => row.filedataid === filedataid),
  );
  return place;
}

async function isOpen(
  ctx: Context,
  row: { readonly filedataid: number; readonly userid: number },
): Promise<boolean> {
  const { db, user } = ctx;
  return (user.userid > 0 && row.userid === user.userid) || isAvatar(db, row.filedataid);
}
