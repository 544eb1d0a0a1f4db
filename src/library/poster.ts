import type { Db } from '../db/db.ts';

/** Holds a member's row until the transaction ends; returns when he last posted, in Unix seconds. */
export async function lockPoster(db: Db, userid: number): Promise<number> {
  const hold = db.dialect === 'sqlite' ? '' : ' for update';
  const row = await db.get<{ lastpost: number }>(
    `select lastpost from "user" where userid = ?${hold}`,
    [userid],
  );
  return row?.lastpost ?? 0;
}
