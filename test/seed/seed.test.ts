import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { install } from '../../src/install/install.ts';
import { indexWords } from '../../src/library/text/words.ts';
import { isClaimed } from '../../src/library/user/nameclaim.ts';
import { textColumns } from '../../src/library/content/text.ts';
import { planBoard } from '../../src/seed/plan.ts';
import { seedBoard } from '../../src/seed/seed.ts';
import { openTestDatabase } from '../support/database.ts';
import { keptCounters, recount } from '../support/nodes.ts';

const options = { nodes: 600, seed: 1, now: 1_800_000_000, force: false };

async function count(database: Database, sql: string): Promise<number> {
  const row = await database.reader().get<{ count: number }>(`select count(*) as count ${sql}`);
  return row?.count ?? 0;
}

describe('a seeded board', () => {
  let database: Database;
  const progress: number[] = [];
  beforeAll(async () => {
    database = await openTestDatabase();
    await seedBoard(database, options, {
      posts: (done) => progress.push(done),
      counting: () => progress.push(-1),
    });
  });
  afterAll(() => database.close());

  test('has as many posts as were asked for', async () => {
    expect(await count(database, 'from node where starter <> 0')).toBe(600);
    expect(progress).toEqual([0, 600, -1]);
  });

  test('has the counters of a recount', async () => {
    expect(await keptCounters(database)).toEqual(await recount(database));
    const wrong = await database.reader().all(
      `select u.userid from "user" u where u.posts <> (select count(*) from node n where n.userid = u.userid
        and n.starter <> 0) or u.lastpost <> coalesce((select max(n.created) from node n
        where n.userid = u.userid and n.starter <> 0), 0)`,
    );
    expect(wrong).toEqual([]);
  });

  test('has members whose names nobody else can take', async () => {
    const members = await database
      .reader()
      .all<{ userid: number; username: string }>('select userid, username from "user"');
    for (const { userid, username } of members)
      expect(await isClaimed(database.reader(), username, 0, 0)).toBe(userid > 0);
  });

  test('has the closure that its parents make', async () => {
    const nodes = await database
      .reader()
      .all<{ nodeid: number; parentid: number }>('select nodeid, parentid from node');
    const parents = new Map(nodes.map((node) => [node.nodeid, node.parentid]));
    const due = nodes.flatMap(({ nodeid }) => {
      const rows = [];
      let depth = 0;
      for (let up = nodeid; up !== 0; up = parents.get(up) ?? 0, depth += 1)
        rows.push(`${up} ${nodeid} ${depth}`);
      return rows;
    });
    const rows = await database
      .reader()
      .all<{ parent: number; child: number; depth: number }>(
        'select c.parent, c.child, c.depth from closure c join node n on n.nodeid = c.child and n.publishdate = c.publishdate',
      );
    expect(rows.map((row) => `${row.parent} ${row.child} ${row.depth}`).sort()).toEqual(due.sort());
  });

  test('is found by the words of its texts', async () => {
    const rows = await database.reader().all<Record<string, string>>(
      `select n.title, x.rawtext, x.message, x.message_plain, x.previewtext, i.title as titlewords, i.body
        from node n join text x on x.nodeid = n.nodeid join searchindex i on i.nodeid = n.nodeid`,
    );
    expect(rows).toHaveLength(600);
    for (const { title = '', titlewords, body, ...kept } of rows) {
      const due = textColumns(kept.rawtext ?? '');
      expect(due).toMatchObject(kept);
      expect(titlewords).toBe(indexWords(title));
      expect(body).toBe(indexWords(due.message_plain));
    }
  });

  test('has one large channel, one long topic, deep channels, notifications and read marks', async () => {
    const [first] = await database
      .reader()
      .all<{ count: number }>(
        'select textcount as count from node where starter = 0 order by textcount desc',
      );
    expect(first?.count).toBeGreaterThanOrEqual(120);
    const [longest] = await database
      .reader()
      .all<{ count: number }>(
        'select textcount as count from node where starter <> 0 order by textcount desc',
      );
    expect(longest?.count).toBeGreaterThanOrEqual(30);
    expect(await count(database, 'from closure where depth >= 10')).toBeGreaterThan(0);
    expect(await count(database, 'from notification where lastreadtime = 0')).toBeGreaterThan(0);
    expect(await count(database, 'from noderead')).toBeGreaterThan(0);
  });

  test('is not seeded again unless it is forced', async () => {
    await expect(seedBoard(database, options)).rejects.toThrow('--force');
    await seedBoard(database, { ...options, nodes: 50, force: true });
    expect(await count(database, 'from node where starter <> 0')).toBe(650);
    expect(await keptCounters(database)).toEqual(await recount(database));
  });
});

test.each([false, true])('a real board is not seeded, nor changed: forced %s', async (force) => {
  const database = await openTestDatabase();
  const adminPassword = { scheme: 'none', token: '' };
  const now = options.now;
  await install(database, { adminName: 'admin', adminPassword, apikey: 'secret', now });
  await expect(seedBoard(database, { ...options, force })).rejects.toThrow(/real board/);
  expect(await count(database, 'from "user"')).toBe(1);
  await database.close();
});

test('a seed that was interrupted goes on, and ends as if nothing had been', async () => {
  const tables = ['node', 'closure', 'text', 'noderead'] as const;
  const contents: unknown[] = [];
  for (const interrupted of [false, true]) {
    const database = await openTestDatabase();
    const large = { ...options, nodes: 5_200 };
    if (interrupted) {
      const stop = {
        posts(done: number) {
          if (done === 5_000) throw new Error('interrupted');
        },
        counting: () => undefined,
      };
      await expect(seedBoard(database, large, stop)).rejects.toThrow('interrupted');
      await expect(seedBoard(database, { ...large, seed: 2 })).rejects.toThrow(
        'call it again with --nodes 5200 --seed 1.',
      );
    }
    await seedBoard(database, large);
    const rows = [];
    for (const table of tables) {
      const all = await database.reader().all<object>(`select * from ${table}`);
      rows.push(all.map((row) => JSON.stringify(row)).sort());
    }
    contents.push(rows);
    await database.close();
  }
  expect(contents[1]).toEqual(contents[0]);
}, 240_000);

test.each([1, 2, 3, 10])('a board of %i posts can be planned', (nodes) => {
  const shape = { nodes, members: 3, forums: 4, seed: 7, from: 0, until: 1_000 };
  const plan = planBoard(shape);
  expect(plan).toEqual(planBoard(shape));
  expect([...plan.time].every((time) => time > 0 && time <= 1_000)).toBe(true);
  expect([...plan.parent].every((parent, post) => parent < post)).toBe(true);
});
