import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { inUsergroups } from './membership.ts';

/**
 * Counts the members of these usergroups but for one, among those who are not banned. Until the end of the transaction
 * nobody else counts, so that two who leave at once cannot both believe that the other stays.
 */
export async function countOtherMembersOf(
  db: Db,
  groups: readonly number[],
  userid: number,
): Promise<number> {
  const { sql, bindings } = inList(groups);
  if (db.engine !== 'sqlite')
    await db.all(
      `select usergroupid from usergroup where usergroupid in ${sql} order by usergroupid for update`,
      bindings,
    );
  const member = inUsergroups(groups);
  const row = await db.get<{ count: number }>(
    `select count(*) as count from "user" u where u.userid <> ? and ${member.sql}
      and u.usergroupid not in (select g.usergroupid from usergroup g where g.banned = 1)`,
    [userid, ...member.bindings],
  );
  return row?.count ?? 0;
}
