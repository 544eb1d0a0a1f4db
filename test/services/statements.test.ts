import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, post } from '../support/nodes.ts';
import { countStatements } from '../support/statements.ts';

/** How many SQL statements a call takes must not depend on how much it finds. */
let board: TestBoard;
let alice: Signpost;
let admin: Signpost;
/** A channel with 60 topics, the first of which has 60 replies. */
let channel: number;
const topics: number[] = [];
beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  admin = await board.login('admin');
  channel = await addChannel(admin, 'Many');
  for (let index = 0; index < 60; index += 1) topics.push(await post(alice, channel, 'T'));
  for (let index = 0; index < 60; index += 1) await post(alice, topics[0] ?? 0);
});
afterAll(async () => {
  await board.stop();
});

function statements(client: Signpost, method: string, params: object): Promise<number> {
  return countStatements(board, () => client.call(method, { ...params }));
}

describe('a page of fifty takes as many statements as one of five', () => {
  test.each<[string, (length: number) => object]>([
    ['node.listNodeFullContent', (perpage) => ({ parentid: channel, depth: 1, perpage })],
    ['node.listNodeContent', (perpage) => ({ parentid: topics[0], perpage })],
    ['node.listNodeFullContent', (perpage) => ({ parentid: 2, perpage })],
    ['node.getNodes', (length) => ({ nodeList: topics.slice(0, length) })],
    ['node.getFullContentforNodes', (length) => ({ nodeList: topics.slice(0, length) })],
  ])('%s', async (method, params) => {
    const few = await statements(alice, method, params(5));
    expect(await statements(alice, method, params(50))).toBe(few);
    expect(few).toBeLessThanOrEqual(5);
  });
});

describe('depth costs nothing', () => {
  const shallow: number[] = [];
  const deep: number[] = [];
  beforeAll(async () => {
    shallow.push(await addChannel(admin, 'Shallow'));
    deep.push(shallow[0] ?? 0);
    while (deep.length < 8) deep.push(await addChannel(admin, 'Deep', deep.at(-1)));
  });

  test('a topic and a reply in a channel eight levels deep', async () => {
    const counts = [];
    for (const parentid of [shallow[0] ?? 0, deep[7] ?? 0]) {
      const data = { parentid, title: 'T', rawtext: `In ${parentid}` };
      const topic = await statements(alice, 'content_text.add', { data });
      const reply = { parentid: await post(alice, parentid, 'T'), rawtext: `Re ${parentid}` };
      counts.push([topic, await statements(alice, 'content_text.add', { data: reply })]);
    }
    expect(counts[1]).toEqual(counts[0]);
  });

  test('a node with ten parents', async () => {
    const [a, b] = [await post(alice, shallow[0] ?? 0, 'T'), await post(alice, deep[7] ?? 0, 'T')];
    const params = { withParents: 1 };
    const few = await statements(alice, 'node.getNode', { nodeid: a, ...params });
    expect(await statements(alice, 'node.getNode', { nodeid: b, ...params })).toBe(few);
  });

  test('the tree, however many channels hide something below them', async () => {
    const before = await statements(alice, 'node.fetchChannelNodeTree', { depth: 20 });
    await change(board, 'insert into permission (nodeid, groupid) values (?, 2)', [deep[7] ?? 0]);
    for (let index = 0; index < 20; index += 1) await addChannel(admin, 'More', deep[index % 6]);
    expect(await statements(alice, 'node.fetchChannelNodeTree', { depth: 20 })).toBe(before);
    expect(before).toBeLessThanOrEqual(6);
  });
});
