import { inParts } from '../in-parts.ts';
import type { Turn } from '../endpoint.ts';
import { groupsById } from './group.ts';
import { type Member, memberOf, type MemberView } from './member.ts';

/** What is asked to show members. */
export const memberAsks = ['user.fetchUsers', 'usergroup.fetchUsergroupList'] as const;
export type MemberAsk = (typeof memberAsks)[number];

/**
 * The members of the list that exist, by id: two methods, whatever their number.
 * @param view from `memberView`, where somebody has asked for it already
 */
export async function membersOf(
  turn: Turn<MemberAsk>,
  userids: readonly number[],
  view?: MemberView,
): Promise<ReadonlyMap<number, Member>> {
  const wanted = [...new Set(userids)].filter((userid) => userid > 0);
  if (wanted.length === 0) return new Map();
  const shown = view ?? (await memberView(turn));
  const option = turn.site ? ['registration'] : [];
  const records = await inParts(turn.caller, wanted, (part) =>
    turn.ask('user.fetchUsers', { userids: part, option }),
  );
  return new Map([...records].map(([userid, record]) => [userid, memberOf(record, shown)]));
}

/** What members are shown with. */
export async function memberView(turn: Turn<MemberAsk>): Promise<MemberView> {
  const { ask, links, site, scopes, caller } = turn;
  const groups = groupsById(await ask('usergroup.fetchUsergroupList'));
  const own = site
    ? undefined
    : { userid: caller.actor.userid, email: scopes?.includes('email') === true };
  return { groups, links, site, own, ranks: caller.board.ranks };
}
