import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import type { Database } from '../../src/db/db.ts';
import { readBoard } from '../../src/library/board/board.ts';
import { countNodes, listNodeids, type ListOrder } from '../../src/library/node/list.ts';
import { type FoundNode, findNodes, stateOf } from '../../src/library/node/node.ts';
import { listable } from '../../src/library/node/visible.ts';
import { forumpermissions, moderatorpermissions } from '../../src/permissions.ts';
import type { Principal } from '../../src/principal.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';
import { openTestDatabase } from '../support/database.ts';

jest.setTimeout(60_000);

let database: Database;
let all: FoundNode[];
let channels: number[];
beforeAll(async () => {
  database = await openTestDatabase();
  await buildSandbox(database, 1_700_000_000, { topics: 40, replies: 4 });
  const rows = await database.reader().all<{ nodeid: number }>('select nodeid from node');
  all = await findNodes(
    database.reader(),
    rows.map((row) => row.nodeid),
  );
  channels = all.filter((node) => node.starter === 0).map((node) => node.nodeid);
});
afterAll(async () => {
  await database.close();
});

const bitsOf = (table: Readonly<Record<string, number>>, ...names: readonly string[]) =>
  fc
    .subarray([...names])
    .map((chosen) => chosen.reduce((sum, name) => sum | (table[name] ?? 0), 0));

const rule = fc.record({
  channel: fc.nat({ max: 50 }),
  groupid: fc.integer({ min: 1, max: 3 }),
  forumpermissions: bitsOf(forumpermissions, 'canview', 'canviewthreads', 'canviewothers'),
  moderatorpermissions: bitsOf(moderatorpermissions, 'canmoderateposts'),
});

const state = fc.record({
  node: fc.nat({ max: 500 }),
  showpublished: fc.constantFrom(0, 1, 1, 1),
  showapproved: fc.constantFrom(0, 1, 1, 1),
  viewperms: fc.constantFrom(0, 1, 2, 2, 2),
  protected: fc.constantFrom(0, 0, 0, 1),
});

const caller = fc.record({
  userid: fc.nat({ max: 12 }),
  groups: fc.subarray([1, 2, 3], { minLength: 1 }),
  adminpermissions: fc.constantFrom(0, 0, 0, 1, 2),
  grant: fc.option(
    fc.record({ channel: fc.nat({ max: 50 }), groupid: fc.integer({ min: 1, max: 3 }) }),
  ),
});

const list = fc.record({
  /** Mostly channels: most posts have nothing below them. */
  inChannel: fc.constantFrom(true, true, true, false),
  parent: fc.nat({ max: 500 }),
  depth: fc.constantFrom(0 as const, 1 as const),
  includeParent: fc.boolean(),
  order: fc.constantFrom<ListOrder>('activity', 'newest', 'oldest'),
});

const at = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Puts the rules and states in the place of those of the run before. */
async function arrange(
  rules: readonly { channel: number; groupid: number }[],
  states: readonly { node: number }[],
): Promise<void> {
  await database.transaction(async (db) => {
    await db.run(db.knex('permission').where('nodeid', '>', 1).delete());
    for (const { channel, ...rights } of rules) {
      const row = { nodeid: at(channels.slice(1), channel), ...rights };
      await db.run(db.knex('permission').insert(row).onConflict(['nodeid', 'groupid']).ignore());
    }
    const usual = { showpublished: 1, showapproved: 1, viewperms: 2, protected: 0 };
    await db.run(db.knex('node').update(usual));
    for (const { node, ...columns } of states) {
      const { nodeid, starter } = at(all, node);
      if (starter !== 0) await db.run(db.knex('node').where({ nodeid }).update(columns));
    }
  });
}

test('no list shows what its caller does not see by id, and every count is the length of its list', async () => {
  let listed = 0;
  const property = fc.asyncProperty(
    fc.array(rule, { maxLength: 8 }),
    fc.array(state, { minLength: 40, maxLength: 60 }),
    fc.array(caller, { minLength: 3, maxLength: 6 }),
    fc.array(list, { minLength: 2, maxLength: 4 }),
    async (rules, states, callers, lists) => {
      await arrange(rules, states);
      const db = database.reader();
      const board = await readBoard(db);
      const nodes = await findNodes(
        db,
        all.map((node) => node.nodeid),
      );
      for (const { grant, ...who } of callers) {
        const grants = grant === null ? [] : [{ ...grant, nodeid: at(channels, grant.channel) }];
        const principal: Principal = { ...who, username: '', usergroupid: 2, grants };
        const permissions = board.permissionsOf(principal);
        const seen = new Set(
          nodes
            .filter((node) => permissions.sees(stateOf(node, board.contentTypes)))
            .map((node) => node.nodeid),
        );
        const condition = listable(permissions, channels);
        for (const { inChannel, parent, ...how } of condition === undefined ? [] : lists) {
          const parentid = inChannel ? at(channels, parent) : at(all, parent).nodeid;
          const shape = { ...how, parentid, contenttypeid: 0 };
          const whole = { ...shape, listable: condition ?? { sql: '', bindings: [] } };
          const found = await listNodeids(db, whole, 0, 10_000);
          listed += found.length;
          expect(found.filter((nodeid) => !seen.has(nodeid))).toEqual([]);
          expect(await countNodes(db, whole)).toBe(found.length);
          expect(new Set(found).size).toBe(found.length);
        }
      }
    },
  );
  await fc.assert(property, { numRuns: 40 });
  // A property about empty lists would prove nothing.
  expect(listed).toBeGreaterThan(1000);
});
