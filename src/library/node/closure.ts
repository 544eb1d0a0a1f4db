import type { Clause } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { chunksOf, inList } from '../../db/in-list.ts';

/** All nodes above these. */
export async function ancestorsOf(db: Db, nodeids: readonly number[]): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ parent: number }>(
    `select distinct parent from closure where child in ${sql} and depth > 0`,
    bindings,
  );
  return rows.map((row) => row.parent);
}

/**
 * A node and all below it, in pieces for an SQL `in`. A writer names rows so: MariaDB reads a whole table, and locks all
 * of it, to change or delete what a subquery names.
 */
export async function subtreeOf(db: Db, root: number): Promise<number[][]> {
  const rows = await db.all<{ child: number }>('select child from closure where parent = ?', [
    root,
  ]);
  return chunksOf(
    rows.map((row) => row.child),
    10_000,
  );
}

/**
 * Inserts the closure of posts that have been inserted; their channels have theirs.
 * @param posts which nodes `n` they are
 */
export async function insertClosures(db: Db, { sql: among, bindings }: Clause): Promise<void> {
  const into = 'insert into closure (parent, child, depth, publishdate)';
  const statements = [
    `${into} select n.nodeid, n.nodeid, 0, n.publishdate from node n where ${among}`,
    `${into} select c.parent, n.nodeid, c.depth + ${levelInChannel}, n.publishdate
      from node n join closure c on c.child = n.channelid where ${among}`,
    `${into} select n.starter, n.nodeid, case when n.parentid = n.starter then 1 else 2 end, n.publishdate
      from node n where ${among} and n.nodeid <> n.starter`,
    `${into} select n.parentid, n.nodeid, 1, n.publishdate
      from node n where ${among} and n.nodeid <> n.starter and n.parentid <> n.starter`,
  ];
  for (const sql of statements) await db.run(sql, bindings);
}

/** A topic lies one level below its channel, a reply two, a comment three. */
const levelInChannel =
  'case when n.nodeid = n.starter then 1 when n.parentid = n.starter then 2 else 3 end';
