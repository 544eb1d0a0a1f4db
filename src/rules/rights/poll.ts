import type { Context } from '../../call/context.ts';
import type { PollRow, Voter } from '../../library/content/poll.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { networkOf } from '../../network.ts';

/** Whose votes the caller's are. Guests of one network have one vote: an IPv6 network has addresses without end. */
export function voterOf({ user, host }: Pick<Context, 'user' | 'host'>): Voter {
  return { userid: user.userid, ipaddress: user.userid === 0 ? networkOf(host) : '' };
}

/** True when nobody can vote in it any more. */
export function isOver({ timeout }: Pick<PollRow, 'timeout'>, now: number): boolean {
  return timeout !== 0 && timeout <= now;
}

/** True when the caller has the right to vote in the poll, which is open and of a topic that is open. */
export function mayVote(ctx: Context, node: FoundNode): boolean {
  return node.showopen === 1 && ctx.permissions.can('canvote', node.channelid);
}
