import type { Knex } from 'knex';
import type { Db, Engine } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import type { Options } from '../board/options.ts';

/**
 * Up to where somebody has read: what is older than `readtime`, and what was published in that very second up to the
 * node `readid`. Seconds alone would swallow what is written in the second of the mark, after it.
 */
export interface Mark {
  /** Unix seconds. */
  readonly readtime: number;
  readonly readid: number;
}

/** For a mark that covers its whole second. */
export const WHOLE_SECOND = 2_147_483_647;
export const noMark: Mark = { readtime: 0, readid: 0 };

/** Whether the mark covers a node of this date. */
export function covers({ readtime, readid }: Mark, date: number, nodeid: number): boolean {
  return readtime > date || (readtime === date && readid >= nodeid);
}

/** The one that reaches further. */
export function laterMark(one: Mark, other: Mark): Mark {
  return covers(one, other.readtime, other.readid) ? one : other;
}

/** What has been read of a node. */
interface Marked {
  readonly nodeid: number;
  readonly publishdate: number;
  readonly lastcontent: number;
  readonly lastcontentid: number;
}

/**
 * The mark as one time, for clients that compare it with the dates of this node: it is before the second of the mark
 * where that second has something unread.
 */
export function readTimeOf(node: Marked, mark: Mark): number {
  const { readtime } = mark;
  const own = readtime === node.publishdate && !covers(mark, node.publishdate, node.nodeid);
  const last = readtime === node.lastcontent && !covers(mark, node.lastcontent, node.lastcontentid);
  return own || last ? readtime - 1 : readtime;
}

/** A mark at this time on all that is there now. */
export async function markUpTo(db: Db, readtime: number): Promise<Mark> {
  const row = await db.get<{ newest: number | null }>('select max(nodeid) as newest from node');
  return { readtime, readid: row?.newest ?? 0 };
}

const hold: Readonly<Record<Engine, string>> = {
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
    `select nodeid from node where nodeid in ${sql} order by nodeid${hold[db.engine]}`,
    bindings,
  );
  return rows.map((row) => row.nodeid);
}

/**
 * Remembers how far a member has read a node; it never goes back.
 * @returns false when the node is gone
 */
export async function markRead(
  db: Db,
  userid: number,
  nodeid: number,
  mark: Mark,
): Promise<boolean> {
  const row = { userid, nodeid, ...mark };
  if (await raise(db, row)) return true;
  if ((await holdNodes(db, [nodeid])).length === 0) return false;
  const added = await db.run(
    db.knex('noderead').insert(row).onConflict(['userid', 'nodeid']).ignore(),
  );
  return added > 0 || raise(db, row);
}

interface MarkRow extends Mark {
  readonly userid: number;
  readonly nodeid: number;
}

/** False when there is no mark yet. */
async function raise(db: Db, { userid, nodeid, readtime, readid }: MarkRow): Promise<boolean> {
  // MySQL assigns from left to right: the id is decided by the time that was
  const changed = await db.run(
    `update noderead set
      readid = case when readtime < ? or (readtime = ? and readid < ?) then ? else readid end,
      readtime = case when readtime < ? then ? else readtime end
      where userid = ? and nodeid = ?`,
    [readtime, readtime, readid, readid, readtime, readtime, userid, nodeid],
  );
  return changed > 0;
}

/** What an upsert makes of a row that is there; `given` is the column of the new one. The id comes first: see `raise`. */
function raised(db: Db): Record<'readid' | 'readtime', Knex.Raw> {
  const given = (name: string): string =>
    db.engine === 'mysql' ? `values(${name})` : `excluded.${name}`;
  const [time, id] = [given('readtime'), given('readid')];
  return {
    readid: db.knex.raw(
      `case when noderead.readtime < ${time} or (noderead.readtime = ${time} and noderead.readid < ${id})
        then ${id} else noderead.readid end`,
    ),
    readtime: db.knex.raw(
      `case when noderead.readtime < ${time} then ${time} else noderead.readtime end`,
    ),
  };
}

/** The same for several nodes: two statements for any number. Returns those that are there. */
export async function markEachRead(
  db: Db,
  userid: number,
  nodeids: readonly number[],
  mark: Mark,
): Promise<number[]> {
  const there = await holdNodes(db, nodeids);
  if (there.length === 0) return [];
  await db.run(
    db
      .knex('noderead')
      .insert(there.map((nodeid) => ({ userid, nodeid, ...mark })))
      .onConflict(['userid', 'nodeid'])
      .merge(raised(db)),
  );
  return there;
}

/** Forgets what a member has read of these nodes. What lies in something that was read stays read with it. */
export async function deleteMarks(
  db: Db,
  userid: number,
  nodeids: readonly number[],
): Promise<void> {
  if (nodeids.length === 0) return;
  const { sql, bindings } = inList(nodeids);
  await db.run(`delete from noderead where userid = ? and nodeid in ${sql}`, [userid, ...bindings]);
}

/**
 * The marks of a member on the node `up.child` and on what it lies in. Through the node's few ancestors: a plain join
 * could begin with all marks of the member. Binds the member.
 */
export const marksAbove =
  'from closure up left join noderead r on r.nodeid = up.parent and r.userid = ?';

/** A date and an id in one number, which compares as both do. */
const place = (date: string, nodeid: string): string => `(${date} * 2147483648 + ${nodeid})`;
const latest = `max(${place('r.readtime', 'r.readid')})`;

/** Of some marks `r`, in a select list: the one that reaches furthest, or 0 and 0. */
export const furthestMark = `coalesce(max(r.readtime), 0) as readtime,
  coalesce(${latest} % 2147483648, 0) as readid`;

/** Whether the node `n` is covered by no mark on it or on what it lies in, by the date and id given. Binds the member. */
export function isUnmarked(date: string, nodeid: string): string {
  const mark = `(select ${latest} ${marksAbove} where up.child = n.nodeid)`;
  return `coalesce(${mark}, 0) < ${place(date, nodeid)}`;
}

/**
 * Up to when a member has read these nodes: a mark on a topic or channel is one for all below it, so the latest of a
 * node and its ancestors counts. One look into the index for each of these.
 */
export async function findReadTimes(
  db: Db,
  userid: number,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, Mark>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<Mark & { nodeid: number }>(
    `select up.child as nodeid, ${furthestMark} ${marksAbove}
      where up.child in ${sql} group by up.child`,
    [userid, ...bindings],
  );
  return new Map(rows.map(({ nodeid, readtime, readid }) => [nodeid, { readtime, readid }]));
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
