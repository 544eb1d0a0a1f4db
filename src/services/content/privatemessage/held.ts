import { ApiError } from '../../../errors.ts';
import type { Context } from '../../../call/context.ts';
import { findFolder, lockFolder, type MessageFolder } from '../../../library/message/folder.ts';
import {
  findHeld,
  type HeldMessage,
  lockConversation,
} from '../../../library/message/privatemessage.ts';
import { requireMember } from '../../../rules/rights/standing.ts';

/** A message that the caller holds. */
export async function held(ctx: Context, nodeid: number): Promise<HeldMessage> {
  requireMember(ctx);
  const message = await findHeld(ctx.db, ctx.user.userid, nodeid);
  if (message === undefined) throw new ApiError('invalid_node_id', nodeid);
  return message;
}

/** A message that the caller holds, with its conversation held against change until the call ends. */
export async function lockHeld(ctx: Context, nodeid: number): Promise<HeldMessage> {
  await lockConversation(ctx.db, (await held(ctx, nodeid)).starter);
  return held(ctx, nodeid);
}

/** A folder that the caller sees. */
export async function folder(ctx: Context, folderid: number): Promise<MessageFolder> {
  requireMember(ctx);
  const found = await findFolder(ctx.db, ctx.user.userid, folderid);
  if (found === undefined)
    throw new ApiError('invalid_data', `folderid: you have no folder ${folderid}`);
  return found;
}

/** A folder of the caller's own, held until the call ends. */
export async function ownFolder(
  ctx: Context,
  folderid: number,
  name = 'folderid',
): Promise<MessageFolder> {
  const found = await lockFolder(ctx.db, ctx.user.userid, folderid);
  if (found === undefined)
    throw new ApiError('invalid_data', `${name}: you have no folder ${folderid} of your own`);
  return found;
}
