import { expect } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { keptCounters, recount } from './nodes.ts';

/** Counters and closure as they must be, by the parents alone; and everything is where its parent is. */
export async function expectSoundTree(database: Database): Promise<void> {
  expect(await keptCounters(database)).toEqual(await recount(database));
  const db = database.reader();
  const nodes = await db.all<{ nodeid: number; parentid: number; publishdate: number }>(
    'select nodeid, parentid, publishdate from node',
  );
  const byId = new Map(nodes.map((node) => [node.nodeid, node]));
  const expected = nodes.flatMap(({ nodeid, publishdate }) => {
    const rows: string[] = [];
    for (let up = byId.get(nodeid), depth = 0; up; up = byId.get(up.parentid), depth += 1)
      rows.push([up.nodeid, nodeid, depth, publishdate].join(' '));
    return rows;
  });
  const kept = await db.all<Record<string, number>>(
    'select parent, child, depth, publishdate from closure',
  );
  const closure = kept.map((row) => [row.parent, row.child, row.depth, row.publishdate].join(' '));
  expect(closure.sort()).toEqual(expected.sort());
  const misplaced = await db.all(
    `select n.nodeid from node n join node p on p.nodeid = n.parentid where n.starter <> 0
      and (n.channelid <> p.channelid or n.starter <> case when p.starter = 0 then n.nodeid else p.starter end)`,
  );
  expect(misplaced).toEqual([]);
}
