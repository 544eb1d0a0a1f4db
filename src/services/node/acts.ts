import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import { lockTree } from '../../library/node/counters.ts';
import { hardDeleteNode, softDeleteNode } from '../../library/moderation/deletion.ts';
import { type Act, insertModLog, type ModerationAct } from '../../library/moderation/modlog.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { isLonger } from '../../library/text/wording.ts';
import type { ModeratorPermission } from '../../permissions.ts';
import { viewableAll, isChannel } from '../../rules/reading/sight.ts';
import { refusal } from '../../rules/rights/standing.ts';

const LONGEST_REASON = 500;

/**
 * The posts of the list, with the tree held; refuses a caller who lacks the permission in a channel of one of them.
 */
export async function moderated(
  ctx: Context,
  permission: ModeratorPermission,
  nodeids: readonly number[],
): Promise<FoundNode[]> {
  const { permissions } = ctx;
  return permitted(ctx, nodeids, (node) => permissions.moderates(permission, node.channelid));
}

/** The posts of the list, with the tree held; refuses a caller who may not do with one of them what he wants to. */
export async function permitted(
  ctx: Context,
  nodeids: readonly number[],
  may: (node: FoundNode) => boolean,
): Promise<FoundNode[]> {
  await lockTree(ctx.db);
  const nodes = await viewableAll(ctx, nodeids);
  if (!nodes.every(may)) throw refusal(ctx);
  if (nodes.some((node) => isChannel(ctx, node)))
    throw new ApiError('invalid_data', 'a channel is no post');
  return nodes;
}

/** Refuses a caller who lacks the permission in a channel of one of the nodes. */
export function requireModeration(
  ctx: Context,
  permission: ModeratorPermission,
  nodes: readonly FoundNode[],
): void {
  const { permissions } = ctx;
  if (!nodes.every((node) => permissions.moderates(permission, node.channelid))) throw refusal(ctx);
}

/** Writes to the log what the caller has done to the nodes; returns their ids. */
export async function logActs(
  ctx: Context,
  action: ModerationAct,
  nodes: readonly FoundNode[],
  more: Pick<Act, 'reason' | 'aboutid'> = {},
): Promise<number[]> {
  const { db, host, now, user } = ctx;
  const { userid, username } = user;
  await insertModLog(db, nodes, { action, userid, username, ipaddress: host, now, ...more });
  return idsOf(nodes);
}

/** Deletes nodes that the caller may delete, and writes it to the log; returns their ids. */
export async function deleteAll(
  ctx: Context,
  nodes: readonly FoundNode[],
  hard: boolean,
  reason: string,
): Promise<number[]> {
  if (isLonger(reason, LONGEST_REASON))
    throw new ApiError('invalid_data', `a reason has at most ${LONGEST_REASON} characters`);
  for (const node of nodes) await deleteNode(ctx, node, hard, reason);
  return logActs(ctx, hard ? 'harddelete' : 'softdelete', nodes, { reason });
}

async function deleteNode(
  ctx: Context,
  { nodeid, contenttypeid }: FoundNode,
  hard: boolean,
  reason: string,
) {
  const { db, now, user } = ctx;
  if (hard) await hardDeleteNode(db, nodeid);
  else await softDeleteNode(db, nodeid, { userid: user.userid, reason, now });
  if (isChannel(ctx, { contenttypeid })) ctx.afterCommit(() => ctx.forgetBoard());
}

export function idsOf(nodes: readonly FoundNode[]): number[] {
  return nodes.map((node) => node.nodeid);
}
