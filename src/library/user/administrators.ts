import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

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
  // a list of numbers with commas between
  const among = groups.flatMap((group) => [`${group}`, `${group},%`, `%,${group}`, `%,${group},%`]);
  const listed = among.map(() => 'u.membergroupids like ?').join(' or ');
  const row = await db.get<{ count: number }>(
    `select count(*) as count from "user" u where u.userid <> ? and (u.usergroupid in ${sql} or ${listed})
      and u.usergroupid not in (select g.usergroupid from usergroup g where g.banned = 1)`,
    [userid, ...bindings, ...among],
  );
  return row?.count ?? 0;
}
