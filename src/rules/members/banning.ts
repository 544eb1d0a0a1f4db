import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import {
  type Bannable,
  insertBans,
  isBanGroup,
  liftBansOf,
  liftDate,
  lockBannable,
} from '../../library/user/ban.ts';
import { adminBits, groupsOf } from '../../library/access/session.ts';
import { MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import { isLonger } from '../../library/text/wording.ts';
import type { Permissions } from '../../permissions.ts';

/** Banning members and lifting bans, for the API classes that do so: whoever bans by whichever method, the same rules hold. */

/** Who is banned, to which usergroup, for how long and why. */
export interface Ban {
  readonly userids: readonly number[];
  readonly banusergroupid: number;
  readonly period: string;
  readonly reason: string;
}

const MOST_BANNED = 100;
const REASON_LENGTH = 250;

/**
 * Bans members, all of them or none; nobody bans himself, or staff of his own or a higher level.
 * @throws ApiError `no_permission`, `invalid_parameter`, `invalid_data`, `invalid_user_specified`
 */
export async function banMembers(ctx: Context, ban: Ban): Promise<void> {
  const { board, db, now, permissions, user } = ctx;
  const { banusergroupid: usergroupid, period, reason } = ban;
  if (!permissions.moderates('canbanusers', board.channelByGuid(MAIN_CHANNEL)))
    throw new ApiError('no_permission');
  const wanted = membersOf(ban.userids);
  const liftdate = liftDate(period, now);
  if (liftdate === undefined)
    throw new ApiError(
      'invalid_data',
      'period: it must be PERMANENT, or D, W, M or Y with a number, as in D_7, and end before 2038',
    );
  if (isLonger(reason, REASON_LENGTH))
    throw new ApiError(
      'invalid_data',
      `the reason of a ban has at most ${REASON_LENGTH} characters`,
    );
  if (!(await isBanGroup(db, usergroupid)))
    throw new ApiError(
      'invalid_data',
      'banusergroupid: it must be one of usergroup.fetchBannedUsergroups',
    );
  const members = await lockBannable(db, wanted);
  if (members.length < wanted.length) throw new ApiError('invalid_user_specified');
  if (!members.every((member) => outranks(ctx, member))) throw new ApiError('no_permission');
  await insertBans(db, members, {
    ...{ usergroupid, adminid: user.userid, bandate: now, liftdate, reason },
  });
  ctx.afterCommit(async () => {
    for (const userid of wanted) await ctx.forgetUser(userid);
  });
}

/**
 * Lifts the bans of members, all of them or none: their usergroup comes back. Who is not banned stays as he is.
 * @throws ApiError `no_permission`, `invalid_parameter`, `invalid_user_specified`
 */
export async function liftBans(ctx: Context, userids: readonly number[]): Promise<void> {
  const { board, db, permissions } = ctx;
  if (!permissions.moderates('canunbanusers', board.channelByGuid(MAIN_CHANNEL)))
    throw new ApiError('no_permission');
  const wanted = membersOf(userids);
  const members = await lockBannable(db, wanted);
  if (members.length < wanted.length) throw new ApiError('invalid_user_specified');
  const may = (member: Bannable): boolean => permissions.isAdministrator || outranks(ctx, member);
  if (!members.every(may)) throw new ApiError('no_permission');
  await liftBansOf(db, wanted);
  ctx.afterCommit(async () => {
    for (const userid of wanted) await ctx.forgetUser(userid);
  });
}

/** @throws ApiError `invalid_parameter` when there are none, or too many */
function membersOf(userids: readonly number[]): number[] {
  const wanted = [...new Set(userids)];
  if (wanted.length === 0 || wanted.length > MOST_BANNED)
    throw new ApiError('invalid_parameter', 'userids', `it must be 1 to ${MOST_BANNED} members`);
  return wanted;
}

/** True when the caller stands above the member, as staff. */
function outranks(ctx: Context, member: Bannable): boolean {
  if (member.userid === ctx.user.userid) return false;
  return rightsOf(ctx, member).rank < ctx.permissions.rank;
}

/** What a member may do by his usergroups. */
export function rightsOf({ board }: Context, member: Bannable): Permissions {
  const { userid, usergroupid } = member;
  const groups = groupsOf(usergroupid, member.membergroupids);
  const held = adminBits(groups, board.groupAdmin);
  const facts = { userid, username: '', usergroupid, groups, adminpermissions: held, grants: [] };
  return board.permissionsOf(facts);
}
