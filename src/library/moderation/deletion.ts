import type { Clause } from '../../db/clause.ts';
import type { Db, Query } from '../../db/db.ts';
import { ancestorsOf, subtreeOf } from '../node/closure.ts';
import { hideSubtree, refreshLastContent } from '../node/counters.ts';
import { inList } from '../../db/in-list.ts';
import { type FoundNode, findNodes } from '../node/node.ts';
import { uncountSubtree } from '../node/recount.ts';

export interface SoftDeletion {
  readonly userid: number;
  readonly reason: string;
  readonly now: number;
}

/**
 * Hides a node and all below it, and remembers who did it first and why. Nothing is lost.
 * Call `lockTree` before.
 */
export async function softDeleteNode(db: Db, nodeid: number, by: SoftDeletion): Promise<void> {
  await uncountSubtree(db, nodeid);
  await hideSubtree(db, nodeid);
  await db.run(
    `update node set unpublishdate = ?, deleteuserid = ?, deletereason = ?
      where nodeid = ? and deleteuserid = 0`,
    [by.now, by.userid, by.reason, nodeid],
  );
  await refreshLastContent(db, await ancestorsOf(db, [nodeid]));
}

/**
 * Removes a node and all below it for good; texts, closure and read marks go with the nodes, and so does what leads to
 * them from elsewhere. Call `lockTree` before.
 */
export async function hardDeleteNode(db: Db, nodeid: number): Promise<void> {
  await deleteRedirectsTo(db, nodeid);
  const ancestors = await ancestorsOf(db, [nodeid]);
  await uncountSubtree(db, nodeid);
  for (const chunk of await subtreeOf(db, nodeid)) {
    await db.run(followsOf(db, chunk));
    await db.run(db.knex('notification').whereIn('sentbynodeid', chunk).delete());
    for (const table of ['permission', 'groupintopic', 'node'])
      await db.run(db.knex(table).whereIn('nodeid', chunk).delete());
  }
  await refreshLastContent(db, ancestors);
}

/** A redirect leads to no redirect, so this ends. */
async function deleteRedirectsTo(db: Db, root: number): Promise<void> {
  const rows = await db.all<{ nodeid: number }>(
    'select r.nodeid from redirect r join closure c on c.child = r.tonodeid where c.parent = ?',
    [root],
  );
  for (const { nodeid } of rows) await hardDeleteNode(db, nodeid);
}

function followsOf(db: Db, nodeids: readonly number[]): Query {
  const follows = db.knex('follow').whereIn('type', ['follow_contents', 'follow_channel']);
  return follows.whereIn('itemid', nodeids).delete();
}

/** Posts of some members that are to be deleted. */
export interface Doomed {
  readonly userids: readonly number[];
  readonly visible: Clause;
  /** For good: what has been hidden before is among it. */
  readonly hard: boolean;
}

/** The newest of them. */
export async function listDoomed(
  db: Db,
  { userids, visible, hard }: Doomed,
  limit: number,
): Promise<FoundNode[]> {
  if (userids.length === 0) return [];
  const { sql, bindings } = inList(userids);
  const left = hard ? '' : 'and n.unpublishdate = 0';
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid from node n where n.userid in ${sql} ${left} and (${visible.sql})
      order by n.created desc, n.nodeid desc limit ?`,
    [...bindings, ...visible.bindings, limit],
  );
  const nodes = await findNodes(
    db,
    rows.map((row) => row.nodeid),
  );
  return nodes.sort((a, b) => b.nodeid - a.nodeid);
}
