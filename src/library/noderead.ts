import type { Db, Dialect } from '../db/db.ts';

const hold: Readonly<Record<Dialect, string>> = {
  sqlite: '',
  postgres: ' for key share',
  mysql: ' lock in share mode',
};

/**
 * Remembers that a member has read a node up to a point in time; it never goes back.
 * @returns false when the node is gone
 */
export async function markRead(
  db: Db,
  userid: number,
  nodeid: number,
  readtime: number,
): Promise<boolean> {
  const row = { userid, nodeid, readtime };
  if (await raise(db, row)) return true;
  // Somebody may be deleting the node: it is held until its mark is there, or it is gone.
  const node = await db.get(`select nodeid from node where nodeid = ?${hold[db.dialect]}`, [
    nodeid,
  ]);
  if (node === undefined) return false;
  const added = await db.run(
    db.knex('noderead').insert(row).onConflict(['userid', 'nodeid']).ignore(),
  );
  return added > 0 || raise(db, row);
}

interface Mark {
  readonly userid: number;
  readonly nodeid: number;
  readonly readtime: number;
}

/** False when there is no mark yet. */
async function raise(db: Db, { userid, nodeid, readtime }: Mark): Promise<boolean> {
  const changed = await db.run(
    'update noderead set readtime = case when readtime < ? then ? else readtime end where userid = ? and nodeid = ?',
    [readtime, readtime, userid, nodeid],
  );
  return changed > 0;
}
