import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { seedBoard } from '../../src/seed/seed.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeidsOf } from '../support/lists.ts';
import { change, post } from '../support/nodes.ts';
import { countStatements } from '../support/statements.ts';

/** Lists so long that their far pages are found by places that are remembered. */
let board: TestBoard;
let admin: Signpost;
let alice: Signpost;
let channel: number;
let topic: number;
const NODES = 8_000;
beforeAll(async () => {
  board = await startBoard();
  const now = board.now() - 86_400;
  await seedBoard(board.database, { nodes: NODES, seed: 3, now, force: true });
  await board.running.environment.caches.forgetBoard();
  admin = await board.login('admin');
  alice = await board.login('alice');
  const order = 'order by textcount desc, nodeid limit 1';
  channel = await idOf(`select nodeid from node where starter = 0 ${order}`);
  topic = await idOf(`select nodeid from node where starter = nodeid ${order}`);
  // A long topic of its own: one in twenty posts is too few here.
  await change(
    board,
    `update node set parentid = ?, starter = ?, channelid = ? where nodeid in (select nodeid from (select nodeid from node
      where protected = 0 and starter <> 0 and textcount = 0 and starter <> nodeid and starter <> ? order by nodeid limit 1500) x)`,
    [
      topic,
      topic,
      await idOf(`select parentid as nodeid from node where nodeid = ${topic}`),
      topic,
    ],
  );
}, 240_000);
afterAll(async () => {
  await board.stop();
});

async function idOf(sql: string): Promise<number> {
  const row = await board.database.reader().get<{ nodeid: number }>(sql);
  return row?.nodeid ?? 0;
}

const topicsInOrder = `select nodeid from node where parentid = ? and showpublished = 1 and showapproved = 1
  order by sticky desc, lastcontent desc, nodeid desc`;
const postsInOrder = `select nodeid from node where starter = ? and nodeid <> starter and showpublished = 1
  and showapproved = 1 order by publishdate, nodeid`;

async function due(sql: string, parentid: number): Promise<number[]> {
  const rows = await board.database.reader().all<{ nodeid: number }>(sql, [parentid]);
  return rows.map(({ nodeid }) => nodeid);
}

/** The ids of a page, in its order. */
async function page(client: Signpost, parentid: number, number: number, depth = 0) {
  const params = { parentid, page: number, perpage: 50, depth };
  return nodeidsOf(await client.node.listNodeFullContent(params));
}

async function expectAllPages(parentid: number, sql: string, depth: number, order: number[]) {
  const all = await due(sql, parentid);
  expect(all.length).toBeGreaterThan(1_100);
  const pages = Math.ceil(all.length / 50);
  const numbers = Array.from({ length: pages + 1 }, (_, index) => index + 1);
  for (const number of order.length > 0 ? order : numbers) {
    const there = all.slice((number - 1) * 50, number * 50);
    expect([number, await page(alice, parentid, number, depth)]).toEqual([number, there]);
  }
}

describe('all pages of a long list together are the list', () => {
  test.each([
    ['forwards', []],
    ['in any order', [25, 3, 24, 22, 26, 11, 25, 12, 40, 1]],
  ])('%s', async (_, order) => {
    await expectAllPages(channel, topicsInOrder, 1, order);
    await expectAllPages(topic, postsInOrder, 0, order);
  });

  test('after topics have become sticky, deleted or posted, and seconds have gone by', async () => {
    const topics = await due(topicsInOrder, channel);
    await change(board, 'update node set sticky = 1 where nodeid in (?, ?)', [
      topics[1_200] ?? 0,
      topics[700] ?? 0,
    ]);
    await admin.node.deleteNodes({ nodeids: [topics[30] ?? 0], hard: false });
    await post(alice, topics[1_100] ?? 0);
    board.tick(10);
    await expectAllPages(channel, topicsInOrder, 1, []);
  });

  test('a deletion counts at once', async () => {
    await expectAllPages(channel, topicsInOrder, 1, [24]);
    const topics = await due(topicsInOrder, channel);
    await admin.node.deleteNodes({ nodeids: [topics[40] ?? 0], hard: false });
    await expectAllPages(channel, topicsInOrder, 1, [24, 25, 23]);
  });

  test('and those who see more have pages of their own', async () => {
    const params = { parentid: channel, page: 24, perpage: 50, depth: 1 };
    const all = await due(
      'select nodeid from node where parentid = ? order by sticky desc, lastcontent desc, nodeid desc',
      channel,
    );
    const seen = nodeidsOf(await admin.node.listNodeFullContent(params));
    expect(seen).toEqual(all.slice(23 * 50, 24 * 50));
    expect(await page(alice, channel, 24, 1)).not.toEqual(seen);
  });
});

describe('so are those of search.getChannelTopics', () => {
  const byActivity = 'lastcontent desc, nodeid desc';
  test.each([
    ['by activity', {}, byActivity],
    ['sticky ones first', { include_sticky: 1 }, `sticky desc, ${byActivity}`],
    ['the oldest first', { sort: { publishdate: 'asc' } }, 'publishdate, nodeid'],
  ])('%s', async (_, criteria, order) => {
    const all = await due(
      `select nodeid from node where parentid = ? and showpublished = 1 and showapproved = 1 order by ${order}`,
      channel,
    );
    const search_json = JSON.stringify({ channel, ...criteria });
    for (const number of [24, 1, 12, 24, 11, 25, 99]) {
      const { results } = await alice.search.getChannelTopics({
        ...{ search_json, perpage: 50, pagenumber: number, skipCount: true },
      });
      const there = all.slice((number - 1) * 50, number * 50);
      expect([number, nodeidsOf(results)]).toEqual([number, there]);
    }
  });
});

test('a far page takes one statement more than the first one, and once', async () => {
  const counts = [];
  // Places are believed for seconds only, and a slow machine takes them.
  for (let tries = 0; tries < 5 && counts.at(-1)?.join() !== '6,5,5'; tries += 1) {
    board.tick(10);
    const taken = [];
    for (const number of [1, 24, 24, 25])
      taken.push(await countStatements(board, () => page(alice, channel, number, 1)));
    const [first, ...others] = taken;
    expect(first).toBe(5);
    counts.push(others);
  }
  expect(counts.at(-1)).toEqual([6, 5, 5]);
});

test('hundreds of sticky topics have right pages, too', async () => {
  const topics = await due(topicsInOrder, channel);
  for (let at = 0; at < 700; at += 100) {
    const some = topics.filter((_, index) => index % 2 === 0).slice(at, at + 100);
    const marks = some.map(() => '?').join(', ');
    await change(board, `update node set sticky = 1 where nodeid in (${marks})`, some);
  }
  board.tick(10);
  await expectAllPages(channel, topicsInOrder, 1, [12, 11, 13, 24, 1]);
});
