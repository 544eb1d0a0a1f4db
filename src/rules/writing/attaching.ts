import { ApiError } from '../../errors.ts';
import {
  type AttachmentColumns,
  deleteAttachments,
  insertAttachment,
  listAttachments,
  updateAttachment,
} from '../../library/files/attach.ts';
import { holdFiledata } from '../../library/files/filedata.ts';
import { type FoundNode } from '../../library/node/node.ts';
import { lockPoster } from '../../library/user/poster.ts';
import type { Uint } from '../../protocol/types.ts';
import { isImage } from '../../storage/file-type.ts';
import { cleanFilename, mendedFilename } from '../../storage/filename.ts';
import { albumChannel } from '../reading/albums.ts';
import { type PlacedAttachment, attachmentFor } from '../reading/attachments.ts';
import type { Context } from '../../call/context.ts';
import { requireMember, refusal } from '../rights/standing.ts';
import { permitEdit } from './edit.ts';
import { viewable, isChannel } from '../reading/sight.ts';

/** Attaching uploads to posts. */

/** What an attachment can be given. */
export interface AttachmentChanges {
  /** Its ending is mended where it is not that of the upload. */
  filename?: string;
  caption?: string;
  /** Whatever the client keeps with it; JSON as a rule. */
  settings?: string;
  /** Lower ones come first. */
  displayorder?: Uint;
  /** How a photo is shown; free text. */
  style?: string;
}

/** An upload that is to be attached to a post. */
export interface AttachData extends AttachmentChanges {
  /** The post. */
  parentid: Uint;
  filedataid: Uint;
}

/** Switches of vBulletin's; none is taken from a caller. */
export interface AttachOptions {
  skipNotification?: boolean;
}

type AttachmentClass = 'Attach' | 'Photo';

/** The longest text in each column, in characters. */
const longest = { filename: 255, caption: 1000, settings: 2000, style: 50 } as const;

/** Attaches an upload of the caller's to a post that he may edit; what is attached there already stays as it is. */
export async function attach(
  ctx: Context,
  kind: AttachmentClass,
  parentid: number,
  filedataid: number,
  data: AttachmentChanges,
): Promise<number> {
  requireMember(ctx);
  return attachTo(ctx, await editable(ctx, parentid), kind, filedataid, data);
}

/** The same for a post that the caller is just writing. */
export async function attachTo(
  ctx: Context,
  post: Pick<FoundNode, 'nodeid' | 'channelid'>,
  kind: AttachmentClass,
  filedataid: number,
  data: AttachmentChanges,
): Promise<number> {
  const { board, db, now, user } = ctx;
  requireMember(ctx);
  if (!ctx.permissions.can('canpostattachment', post.channelid)) throw refusal(ctx);
  await lockPoster(db, user.userid);
  const file = await holdFiledata(db, filedataid, user.userid);
  if (file === undefined) throw new ApiError('invalid_filedata_id', filedataid);
  if (kind === 'Photo' && !isImage(file.extension))
    throw new ApiError('invalid_file', 'it must be a picture');
  const there = await listAttachments(db, [post.nodeid]);
  const same = there.find((row) => row.filedataid === filedataid);
  if (same !== undefined) return same.nodeid;
  const most = mostAttachments(ctx, post.channelid);
  if (there.length >= most) throw new ApiError('too_many_attachments', most);
  return insertAttachment(db, {
    ...{ filename: file.filename, caption: '', settings: '', style: '', displayorder: 0 },
    ...attachmentColumns(data, file.extension),
    parentid: post.nodeid,
    contenttypeid: board.contentTypes[kind],
    filedataid,
    userid: user.userid,
    dateline: now,
  });
}

/** How many attachments a post of the channel may have. */
export function mostAttachments(ctx: Context, channelid: number): number {
  const { albumlimit, attachlimit } = ctx.board.options;
  return channelid === albumChannel(ctx) ? albumlimit : attachlimit;
}

/** Changes an attachment of a post that the caller may edit. */
export async function changeAttachment(
  ctx: Context,
  nodeid: number,
  data: AttachmentChanges,
): Promise<void> {
  const { row, post } = await attachmentFor(ctx, nodeid);
  permitEdit(ctx, post);
  await updateAttachment(ctx.db, nodeid, attachmentColumns(data, row.extension));
}

/** Takes attachments off their posts; their uploads are cleaned away once nothing shows them. */
export async function detach(
  ctx: Context,
  attachments: readonly PlacedAttachment[],
): Promise<void> {
  for (const { post } of attachments) permitDetach(ctx, post);
  const nodeids = attachments.map(({ row }) => row.nodeid);
  if (nodeids.length > 0) await deleteAttachments(ctx.db, nodeids);
}

async function editable(ctx: Context, nodeid: number): Promise<FoundNode> {
  const post = await viewable(ctx, nodeid);
  if (isChannel(ctx, post)) throw new ApiError('invalid_node_id', nodeid);
  permitEdit(ctx, post);
  return post;
}

function permitDetach(ctx: Context, post: FoundNode): void {
  if (ctx.permissions.moderates('canmoderateattachments', post.channelid)) return;
  permitEdit(ctx, post);
}

/** @throws ApiError `invalid_data` when a text is too long */
export function attachmentColumns(
  data: AttachmentChanges,
  extension = '',
): Partial<AttachmentColumns> {
  const { displayorder, ...texts } = data;
  const columns: Record<string, string> = {};
  for (const name of ['filename', 'caption', 'settings', 'style'] as const) {
    const value = texts[name];
    if (value === undefined || (name === 'filename' && value === '')) continue;
    if (Array.from(value).length > longest[name]) {
      throw new ApiError('invalid_data', `${name} has at most ${longest[name]} characters`);
    }
    columns[name] = name === 'filename' ? mendedFilename(cleanFilename(value), extension) : value;
  }
  return { ...columns, ...(displayorder !== undefined && { displayorder }) };
}
