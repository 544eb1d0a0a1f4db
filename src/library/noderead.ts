import type { Db, Dialect } from '../db/db.ts';
import { inList } from './in-list.ts';
import type { Options } from './options.ts';

const hold: Readonly<Record<Dialect, string>> = {
  sqlite: '',
  postgres: ' for key share',
  mysql: ' lock in share mode',
};

/**
 * Those of the nodes that are there, in the order of their ids. Somebody may be deleting them: they are held until what
 * refers to them is there, too.
 */
export async function holdNodes(db: Db, nodeids: readonly number[]): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number }>(
    `select nodeid from node where nodeid in ${sql} order by nodeid${hold[db.dialect]}`,
    bindings,
  );
  return rows.map((row) => row.nodeid);
}

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
  if ((await holdNodes(db, [nodeid])).length === 0) return false;
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

const later = (given: string): string =>
  `case when noderead.readtime < ${given} then ${given} else noderead.readtime end`;
const raised: Readonly<Record<Dialect, string>> = {
  sqlite: later('excluded.readtime'),
  postgres: later('excluded.readtime'),
  mysql: later('values(readtime)'),
};

/** The same for several nodes: two statements for any number. Returns those that are there. */
export async function markEachRead(
  db: Db,
  userid: number,
  nodeids: readonly number[],
  readtime: number,
): Promise<number[]> {
  const there = await holdNodes(db, nodeids);
  if (there.length === 0) return [];
  await db.run(
    db
      .knex('noderead')
      .insert(there.map((nodeid) => ({ userid, nodeid, readtime })))
      .onConflict(['userid', 'nodeid'])
      .merge({ readtime: db.knex.raw(raised[db.dialect]) }),
  );
  return there;
}

/**
 * The marks of a member on the node `up.child` and on what it lies in. Through the node's few ancestors: a plain join
 * could begin with all marks of the member. Binds the member.
 */
export const marksAbove =
  'from closure up left join noderead r on r.nodeid = up.parent and r.userid = ?';

/** The latest mark on the node `n` or on what it lies in, or null, for a select list. Binds the member. */
export const latestMark = `(select max(r.readtime) ${marksAbove} where up.child = n.nodeid)`;

/**
 * Up to when a member has read these nodes: a mark on a topic or channel is one for all below it, so the latest of a
 * node and its ancestors counts. One look into the index for each of these.
 */
export async function findReadTimes(
  db: Db,
  userid: number,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number; readtime: number }>(
    `select up.child as nodeid, coalesce(max(r.readtime), 0) as readtime ${marksAbove}
      where up.child in ${sql} group by up.child`,
    [userid, ...bindings],
  );
  return new Map(rows.map((row) => [row.nodeid, row.readtime]));
}

const DAY = 86_400;

/** Since when a node must be to be unread: what is older counts as read, marked or not. Unix seconds. */
export function unreadSince({ markinglimit }: Options, now: number): number {
  return now - markinglimit * DAY;
}

/** Forgets the marks that say nothing any more. */
export async function pruneMarks(db: Db, options: Options, now: number): Promise<void> {
  await db.run('delete from noderead where readtime < ?', [unreadSince(options, now)]);
}
