import type { Db } from '../../db/db.ts';

/** Holds a member's row until the transaction ends; returns when he last posted, in Unix seconds. */
export async function lockPoster(db: Db, userid: number): Promise<number> {
  const row = await db.get<{ lastpost: number }>(
    `select lastpost from "user" where userid = ?${db.forUpdate}`,
    [userid],
  );
  return row?.lastpost ?? 0;
}

/** When a member wrote the last node of a type, if that was after `since`; 0 otherwise. Unix seconds. */
export async function findLastWritten(
  db: Db,
  userid: number,
  contenttypeid: number,
  since: number,
): Promise<number> {
  const row = await db.get<{ created: number | null }>(
    'select max(created) as created from node where userid = ? and created > ? and contenttypeid = ?',
    [userid, since, contenttypeid],
  );
  return row?.created ?? 0;
}
