import type { Turn } from '../endpoint.ts';
import { groupsById } from './group.ts';
import { type Member, memberOf, type MemberView } from './member.ts';

/** What is asked to show members. */
export const memberAsks = ['user.fetchUsers', 'usergroup.fetchUsergroupList'] as const;
type MemberAsk = (typeof memberAsks)[number];

/** The members of the list that exist, by id: two methods, whatever their number. */
export async function membersOf(
  turn: Turn<MemberAsk>,
  userids: readonly number[],
): Promise<ReadonlyMap<number, Member>> {
  const wanted = [...new Set(userids)].filter((userid) => userid > 0);
  if (wanted.length === 0) return new Map();
  const view = await memberView(turn);
  const option = turn.site ? ['registration'] : [];
  const records = await turn.ask('user.fetchUsers', { userids: wanted, option });
  return new Map(
    [...records.values()].map((record) => [record.userid, memberOf(record, view)] as const),
  );
}

/** What members are shown with. */
export async function memberView({
  ask,
  links,
  site,
  scopes,
  caller,
}: Turn<MemberAsk>): Promise<MemberView> {
  const groups = groupsById(await ask('usergroup.fetchUsergroupList'));
  const own = site
    ? undefined
    : { userid: caller.actor.userid, email: scopes?.includes('email') === true };
  return { groups, links, site, own };
}
