import type { Db } from '../../db/db.ts';
import type { Grant } from '../../permissions.ts';
import type { Principal } from '../../principal.ts';
import type { Board } from '../board/board.ts';
import { inList } from '../../db/in-list.ts';
import { listModeratedBy } from '../board/moderator.ts';
import { adminBits, groupsOf } from './session.ts';

/**
 * Members as callers, to ask what they may see while they are not here.
 * @param banned whether those who are banned are among them
 */
export async function findPrincipals(
  db: Db,
  userids: readonly number[],
  { groupAdmin }: Board,
  now: number,
  banned: 'left out' | 'too' = 'left out',
): Promise<Principal[]> {
  if (userids.length === 0) return [];
  const { sql, bindings } = inList(userids);
  const rows = await db.all<
    Pick<Principal, 'userid' | 'username' | 'usergroupid'> & { membergroupids: string }
  >(
    `select u.userid, u.username, u.usergroupid, u.membergroupids from "user" u
      left join userban b on b.userid = u.userid and (b.liftdate = 0 or b.liftdate > ?)
      where u.userid in ${sql} ${banned === 'too' ? '' : 'and b.userid is null'}`,
    [now, ...bindings],
  );
  const grants = await db.all<Grant & { userid: number }>(
    `select userid, nodeid, groupid from groupintopic where userid in ${sql} order by nodeid, groupid`,
    bindings,
  );
  const moderators = await listModeratedBy(db, userids);
  return rows.map(({ membergroupids, ...user }) => {
    const groups = groupsOf(user.usergroupid, membergroupids);
    const own = grants.filter((grant) => grant.userid === user.userid);
    return {
      ...user,
      groups,
      adminpermissions: adminBits(groups, groupAdmin),
      grants: own.map(({ nodeid, groupid }) => ({ nodeid, groupid })),
      moderator: moderators.get(user.userid) ?? [],
    };
  });
}
