import { type Clause, everything } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { ancestorsOf, subtreeOf } from './closure.ts';
import { inList } from '../../db/in-list.ts';
import type { NodeRow } from './node.ts';
import { MAIN_CHANNEL } from '../board/system-channels.ts';

/**
 * The counters that a node keeps about what lies below it, always true to these definitions:
 *
 * - content is every node but a channel, whose `starter` is 0; it is visible while `showpublished` and `showapproved`
 *   are 1 and it is not protected: what only those concerned may see counts nowhere;
 * - a node counts the visible content below it that is for all who see the node itself: its `viewperms` no lower. So a
 *   count tells nobody of what he may not see;
 * - `textcount`: what it counts directly below; `totalcount`: what it counts anywhere below;
 * - `lastcontent…`: the newest it counts (by publishdate, then nodeid). Content that counts none names itself, a
 *   channel nothing (0 and '').
 *
 * They change in the transaction that changes the nodes. A member's `posts` counts his visible content, but for what is
 * for few alone, its `viewperms` 0: everybody reads the number.
 */
const visible = 'n.showpublished = 1 and n.showapproved = 1 and n.protected = 0 and n.starter <> 0';

/** What of the content `n` counts among its author's posts. */
export const countedPost = `${visible} and n.viewperms > 0`;

/** What the node `a` counts of the content `n` below it. */
export const counted = `${visible} and n.viewperms >= a.viewperms`;

/**
 * Holds the tree of nodes against change until the transaction ends. Every writer whose work touches counters calls it
 * before he looks at anything: all of them change the root's counters in the end, and those who wait for one row,
 * first of all, cannot wait for each other in a circle. SQLite has one writer anyway.
 *
 * The row is the root's in `channel`, found by a key that never changes. By a key that does, as those of `node`, MariaDB
 * finds nothing where the writer waited for has moved the row to before the place at which it was looked for.
 */
export async function lockTree(db: Db): Promise<void> {
  if (db.engine === 'sqlite') return;
  const held = await db.get('select nodeid from channel where guid = ? for update', [MAIN_CHANNEL]);
  if (held === undefined) throw new Error('the board has no root channel');
}

/** Content that has just been inserted below `parent`. */
export interface NewContent {
  readonly nodeid: number;
  readonly parent: Pick<
    NodeRow,
    'nodeid' | 'showpublished' | 'showapproved' | 'viewperms' | 'protected'
  >;
  /** 0 when it waits for approval. */
  readonly approved?: number;
  /** 1 when it waits for its time. */
  readonly scheduled?: number;
  /** Its parent's, when it is left out. */
  readonly viewperms?: number | undefined;
  readonly publishdate: number;
  readonly userid: number;
  readonly authorname: string;
}

// MySQL assigns from left to right and later expressions see the new values: so the columns that the condition reads
// come last, and the last of them takes the id that has just been written for a sign that the condition was true.
const isNewer =
  '(lastcontentid = nodeid or lastcontent < ? or (lastcontent = ? and lastcontentid < ?))';
const countNew = (above: string): string => `update node set
  totalcount = totalcount + 1,
  textcount = textcount + case when nodeid = ? then 1 else 0 end,
  lastcontentauthor = case when ${isNewer} then ? else lastcontentauthor end,
  lastauthorid = case when ${isNewer} then ? else lastauthorid end,
  lastcontentid = case when ${isNewer} then ? else lastcontentid end,
  lastcontent = case when lastcontent < ? or lastcontentid in (nodeid, ?) then ? else lastcontent end
  where nodeid in ${above} and viewperms <= ?`;

/** Counts one new node in its ancestors and in its author's posts: three statements at any depth. */
export async function countNewNode(db: Db, node: NewContent): Promise<void> {
  const { parent, publishdate, userid, approved = 1, scheduled = 0 } = node;
  const { viewperms = parent.viewperms } = node;
  const shows =
    parent.showpublished === 1 &&
    scheduled === 0 &&
    parent.showapproved === 1 &&
    approved === 1 &&
    parent.protected === 0;
  if (shows) await countInAncestors(db, node);
  if (userid === 0) return;
  await db.run('update "user" set posts = posts + ?, lastpost = ? where userid = ?', [
    shows && viewperms > 0 ? 1 : 0,
    publishdate,
    userid,
  ]);
}

async function countInAncestors(db: Db, node: NewContent): Promise<void> {
  const { nodeid, parent, publishdate, userid, authorname, viewperms = parent.viewperms } = node;
  const newer = [publishdate, publishdate, nodeid];
  const { sql, bindings } = inList(await ancestorsOf(db, [nodeid]));
  await db.run(countNew(sql), [
    ...[parent.nodeid, ...newer, authorname, ...newer, userid, ...newer, nodeid],
    ...[publishdate, nodeid, publishdate, ...bindings, viewperms],
  ]);
}

/** Adds what a subtree counts to all nodes above it, or takes it away. */
export async function addAbove(db: Db, root: number, sign: 1 | -1): Promise<void> {
  const counts = await db.all<{ nodeid: number; total: number; direct: number }>(
    `select a.nodeid, count(*) as total,
        sum(case when n.nodeid = ? and n.parentid = a.nodeid then 1 else 0 end) as direct
      from closure up join node a on a.nodeid = up.parent
      join closure c on c.parent = ? join node n on n.nodeid = c.child
      where up.child = ? and up.depth > 0 and ${counted} group by a.nodeid`,
    [root, root, root],
  );
  for (const { nodeid, total, direct } of counts) {
    await db.run(
      'update node set totalcount = totalcount + ?, textcount = textcount + ? where nodeid = ?',
      [sign * total, sign * direct, nodeid],
    );
  }
}

/** Works out anew what is the newest content below each of these nodes. */
export async function refreshLastContent(db: Db, nodeids: readonly number[]): Promise<void> {
  for (const [nodeid, newest] of await findNewest(db, nodeids)) {
    await db.run(
      'update node set lastcontent = ?, lastcontentid = ?, lastcontentauthor = ?, lastauthorid = ? where nodeid = ?',
      [
        ...[newest.lastcontent, newest.lastcontentid, newest.lastcontentauthor],
        ...[newest.lastauthorid, nodeid],
      ],
    );
  }
}

export type Newest = Pick<
  NodeRow,
  'lastcontent' | 'lastcontentid' | 'lastcontentauthor' | 'lastauthorid'
>;

/**
 * The newest content that each of these nodes counts, in one statement.
 * @param only what is looked at, as a condition on the node `n`
 */
export async function findNewest(
  db: Db,
  nodeids: readonly number[],
  only: Clause = everything,
): Promise<Map<number, Newest>> {
  if (nodeids.length === 0) return new Map();
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number } & Nullable<Newest>>(
    `select w.nodeid, m.publishdate as lastcontent, m.nodeid as lastcontentid,
        m.authorname as lastcontentauthor, m.userid as lastauthorid
      from (
        select a.nodeid, coalesce((
            select c.child from closure c join node n on n.nodeid = c.child
            where c.parent = a.nodeid and c.depth > 0 and ${counted} and (${only.sql})
            order by c.publishdate desc, c.child desc limit 1
          ), case when a.starter = 0 then 0 else a.nodeid end) as newest
        from node a where a.nodeid in ${sql}
      ) w left join node m on m.nodeid = w.newest`,
    [...only.bindings, ...bindings],
  );
  return new Map(rows.map(({ nodeid, ...found }) => [nodeid, newestOf(found)]));
}

export type Nullable<T> = { readonly [K in keyof T]: T[K] | null };

export function newestOf(found: Nullable<Newest>): Newest {
  return {
    lastcontent: found.lastcontent ?? 0,
    lastcontentid: found.lastcontentid ?? 0,
    lastcontentauthor: found.lastcontentauthor ?? '',
    lastauthorid: found.lastauthorid ?? 0,
  };
}

/** Hides a whole subtree: nothing in it is visible any more, so its own counters are empty. */
export async function hideSubtree(db: Db, root: number): Promise<void> {
  for (const chunk of await subtreeOf(db, root)) {
    const { sql, bindings } = inList(chunk);
    await db.run(
      `update node set showpublished = 0, textcount = 0, totalcount = 0,
          lastcontent = case when starter = 0 then 0 else publishdate end,
          lastcontentid = case when starter = 0 then 0 else nodeid end,
          lastcontentauthor = case when starter = 0 then '' else authorname end,
          lastauthorid = case when starter = 0 then 0 else userid end
        where nodeid in ${sql}`,
      bindings,
    );
  }
}
