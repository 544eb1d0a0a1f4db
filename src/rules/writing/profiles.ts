import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import { findFollowStatus, followStatus } from '../../library/social/follow.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { findUser, type UserRow } from '../../library/user/user.ts';
import { userOptions } from '../../library/user/useroption.ts';
import { findIgnoring } from '../../library/user/userlist.ts';
import { VISITORMESSAGE_CHANNEL } from '../../library/board/system-channels.ts';

/**
 * Messages on members' profiles: topics of one channel, in which `setfor` names the member whose profile it is. Rights
 * are those of that channel; besides, the member decides who writes to him.
 */

/** Below which node a post goes: a message on a profile need not name the channel. */
export function placeOf(
  { board }: Context,
  { parentid, setfor = 0 }: { readonly parentid: number; readonly setfor?: number | undefined },
): number {
  return parentid === 0 && setfor !== 0 ? board.channelByGuid(VISITORMESSAGE_CHANNEL) : parentid;
}

/**
 * On whose profile a post below `parent` is; 0 for a post in a forum.
 * @param setfor the member that a client names
 * @throws ApiError `invalid_data` for a member named elsewhere, `invalid_user_specified` for none on a profile
 */
export function profileOf({ board }: Context, parent: FoundNode, setfor = 0): number {
  const onProfiles = parent.nodeid === board.channelByGuid(VISITORMESSAGE_CHANNEL);
  if (onProfiles && setfor === 0) throw new ApiError('invalid_user_specified');
  if (onProfiles) return setfor;
  if (setfor !== 0 && setfor !== parent.setfor)
    throw new ApiError(
      'invalid_data',
      'data[setfor]: it must be the member whose profile the post is on; leave it out elsewhere',
    );
  return parent.setfor;
}

/**
 * Refuses a message for a member who takes none from the caller: he has switched them off, takes them from those alone
 * whom he follows, or ignores the caller; it is not said which. Moderators may write to everybody.
 * @throws ApiError `no_permission`, `invalid_user_specified`, `vmturnedoff`
 */
export async function requireOpenProfile(ctx: Context, owner: number): Promise<void> {
  const { board, db, permissions, user } = ctx;
  if (board.options.enablevms === 0) throw new ApiError('no_permission');
  const member = await findUser(db, owner);
  if (member === undefined) throw new ApiError('invalid_user_specified');
  const channelid = board.channelByGuid(VISITORMESSAGE_CHANNEL);
  if (owner === user.userid || permissions.moderates('canmoderateposts', channelid)) return;
  if (!(await takesFrom(ctx, member))) throw new ApiError('vmturnedoff', member.username);
}

async function takesFrom({ db, user }: Context, member: UserRow): Promise<boolean> {
  if ((member.options & userOptions.vm_enable) === 0) return false;
  if ((await findIgnoring(db, user.userid, [member.userid])).size > 0) return false;
  if ((member.options & userOptions.vm_contactonly) === 0) return true;
  const followed = { userid: member.userid, type: 'follow_members', itemid: user.userid } as const;
  return (await findFollowStatus(db, followed)) === followStatus.yes;
}

/** How long a post may be. @param profile 0 for a post in a forum */
export function limitsOf(
  { board }: Pick<Context, 'board'>,
  profile: number,
): { readonly postmaxchars: number } {
  const { postmaxchars, vmmaxchars } = board.options;
  return { postmaxchars: profile === 0 ? postmaxchars : Math.min(postmaxchars, vmmaxchars) };
}
