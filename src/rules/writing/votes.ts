import { ApiError } from '../../errors.ts';
import {
  countVotes,
  deleteVote,
  findVoteId,
  insertVote,
  listVoteTypes,
  type VoteTypeRow,
} from '../../library/social/nodevote.ts';
import { type FoundNode, lockOneNode } from '../../library/node/node.ts';
import { retractVote } from '../../library/social/notification.ts';
import { insertJob } from '../../library/outbox.ts';
import type { Context } from '../../call/context.ts';
import { refusal, requireMember } from '../rights/standing.ts';
import { viewable, isChannel } from '../reading/sight.ts';

/** The votes of one type for one node. */
export interface NodeVoteCount {
  readonly votetypeid: number;
  readonly votes: number;
  /** 1 when the caller has voted so. */
  readonly ivoted: number;
}

/** A vote given. */
export interface VoteResult {
  readonly success: boolean;
  readonly voteid: number;
  readonly nodevotes: NodeVoteCount;
}

/** A vote taken back. */
export interface UnvoteResult {
  readonly success: boolean;
  readonly nodevotes: NodeVoteCount;
}

/** A vote with the count that it leaves. */
export async function vote(ctx: Context, nodeid: number, votetypeid: number): Promise<VoteResult> {
  await castVote(ctx, nodeid, votetypeid);
  const { db, user } = ctx;
  const voteid = await findVoteId(db, { nodeid, votetypeid, userid: user.userid });
  return { success: true, voteid, nodevotes: await voteCountOf(ctx, nodeid, votetypeid) };
}

/** A vote taken back, with the count that it leaves. */
export async function unvote(
  ctx: Context,
  nodeid: number,
  votetypeid: number,
): Promise<UnvoteResult> {
  await withdrawVote(ctx, nodeid, votetypeid);
  return { success: true, nodevotes: await voteCountOf(ctx, nodeid, votetypeid) };
}

/** Members vote for what others have written, each once: another vote replaces the one before. */
export async function castVote(
  ctx: Context,
  nodeid: number,
  votetypeid: number,
): Promise<FoundNode> {
  const { db, now, user, permissions } = ctx;
  const node = await votable(ctx, nodeid);
  const { value } = await voteType(ctx, votetypeid);
  if (node.userid === user.userid || !permissions.can('canthreadrate', node.channelid))
    throw refusal(ctx);
  const vote = { nodeid, votetypeid, userid: user.userid, value };
  const before = await insertVote(db, vote, node.userid, now);
  if (before === undefined)
    await insertJob(db, 'notify', { event: 'like', nodeid, userid: user.userid }, now);
  return node;
}

/** Takes a vote back. */
export async function withdrawVote(
  ctx: Context,
  nodeid: number,
  votetypeid: number,
): Promise<FoundNode> {
  const { db, user } = ctx;
  const node = await votable(ctx, nodeid);
  await voteType(ctx, votetypeid);
  const vote = { nodeid, votetypeid, userid: user.userid };
  if (await deleteVote(db, vote, node.userid)) await retractVote(db, nodeid, user.userid);
  return node;
}

/** The votes of one type for a node. */
async function voteCountOf(
  ctx: Context,
  nodeid: number,
  votetypeid: number,
): Promise<NodeVoteCount> {
  const counts = await countVotes(ctx.db, [nodeid], ctx.user.userid);
  const found = counts.find((count) => count.votetypeid === votetypeid);
  return { votetypeid, votes: found?.votes ?? 0, ivoted: found?.ivoted ?? 0 };
}

/** @throws ApiError `invalid_data` when there is no such type */
export async function voteType(ctx: Context, votetypeid: number): Promise<VoteTypeRow> {
  const types = await listVoteTypes(ctx.db);
  const type = types.find((one) => one.votetypeid === votetypeid);
  if (type === undefined)
    throw new ApiError(
      'invalid_data',
      `votetypeid: it must be one of ${types.map((one) => one.votetypeid).join(', ')}`,
    );
  return type;
}

/** The node is held, so that votes at the same time are counted one after the other. */
async function votable(ctx: Context, nodeid: number): Promise<FoundNode> {
  requireMember(ctx);
  await lockOneNode(ctx.db, nodeid);
  const node = await viewable(ctx, nodeid);
  if (isChannel(ctx, node)) throw new ApiError('invalid_node_id', nodeid);
  return node;
}
