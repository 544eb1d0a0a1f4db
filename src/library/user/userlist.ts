import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** A member on somebody's list. */
export interface Related {
  readonly userid: number;
  readonly username: string;
}

const IGNORE = 'ignore';

export async function insertIgnored(db: Db, userid: number, relationid: number): Promise<void> {
  const row = { userid, relationid, type: IGNORE };
  await db.run(
    db.knex('userlist').insert(row).onConflict(['userid', 'type', 'relationid']).ignore(),
  );
}

export async function deleteIgnored(db: Db, userid: number, relationid: number): Promise<void> {
  await db.run('delete from userlist where userid = ? and type = ? and relationid = ?', [
    userid,
    IGNORE,
    relationid,
  ]);
}

export async function countIgnored(db: Db, userid: number): Promise<number> {
  const row = await db.get<{ count: number }>(
    'select count(*) as count from userlist where userid = ? and type = ?',
    [userid, IGNORE],
  );
  return row?.count ?? 0;
}

/** Whom the member ignores, by name. */
export async function listIgnored(db: Db, userid: number): Promise<Related[]> {
  return db.all(
    `select u.userid, u.username from userlist l join "user" u on u.userid = l.relationid
      where l.userid = ? and l.type = ? order by u.usernamekey`,
    [userid, IGNORE],
  );
}

/** Those of the list whom the member ignores. */
export async function findIgnored(
  db: Db,
  userid: number,
  relationids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (relationids.length === 0) return new Set();
  const { sql, bindings } = inList(relationids);
  const rows = await db.all<{ relationid: number }>(
    `select relationid from userlist where userid = ? and type = ? and relationid in ${sql}`,
    [userid, IGNORE, ...bindings],
  );
  return new Set(rows.map((row) => row.relationid));
}

/** Those of the members who ignore `userid`: they hear nothing of what he does. */
export async function findIgnoring(
  db: Db,
  userid: number,
  members: readonly number[],
): Promise<ReadonlySet<number>> {
  if (members.length === 0) return new Set();
  const { sql, bindings } = inList(members);
  const rows = await db.all<{ userid: number }>(
    `select userid from userlist where relationid = ? and type = ? and userid in ${sql}`,
    [userid, IGNORE, ...bindings],
  );
  return new Set(rows.map((row) => row.userid));
}
