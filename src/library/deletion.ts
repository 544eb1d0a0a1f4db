import type { Db, Query } from '../db/db.ts';
import { hideSubtree, refreshLastContent, uncountSubtree } from './counters.ts';

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
  await refreshLastContent(db, await ancestorsOf(db, nodeid));
}

/**
 * Removes a node and all below it for good; texts, closure and read marks go with the nodes. Call `lockTree` before.
 */
export async function hardDeleteNode(db: Db, nodeid: number): Promise<void> {
  const ancestors = await ancestorsOf(db, nodeid);
  await uncountSubtree(db, nodeid);
  const below = await db.all<{ child: number }>('select child from closure where parent = ?', [
    nodeid,
  ]);
  for (let at = 0; at < below.length; at += CHUNK) {
    const chunk = below.slice(at, at + CHUNK).map((row) => row.child);
    await db.run(followsOf(db, chunk));
    await db.run(db.knex('notification').whereIn('sentbynodeid', chunk).delete());
    for (const table of ['permission', 'groupintopic', 'node'])
      await db.run(db.knex(table).whereIn('nodeid', chunk).delete());
  }
  await refreshLastContent(db, ancestors);
}

const CHUNK = 500;

function followsOf(db: Db, nodeids: readonly number[]): Query {
  const follows = db.knex('follow').whereIn('type', ['follow_contents', 'follow_channel']);
  return follows.whereIn('itemid', nodeids).delete();
}

async function ancestorsOf(db: Db, nodeid: number): Promise<number[]> {
  const rows = await db.all<{ parent: number }>(
    'select parent from closure where child = ? and depth > 0 order by depth',
    [nodeid],
  );
  return rows.map((row) => row.parent);
}
