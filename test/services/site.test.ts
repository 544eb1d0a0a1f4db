import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, post } from '../support/nodes.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

test('topics and posts grow with each post, and shrink with each that is hidden', async () => {
  const guest = board.guest();
  const alice = await board.login('alice');
  const before = await guest.site.getSiteStatistics();
  const topic = await post(alice, 14, 'A topic');
  await post(alice, topic);
  const after = await guest.site.getSiteStatistics();
  expect([after.topics, after.posts]).toEqual([before.topics + 1, before.posts + 2]);
  const mod = await board.login('mod');
  await mod.node.deleteNodes({ nodeids: [topic], hard: false });
  const { topics, posts } = await guest.site.getSiteStatistics();
  expect([topics, posts]).toEqual([before.topics, before.posts]);
});

test('the posts of all channels together are those of the tables', async () => {
  const admin = await board.login('admin');
  await post(admin, await addChannel(admin, 'One more', 14), 'A topic');
  const { topics, posts } = await admin.site.getSiteStatistics();
  const rows = await board.database
    .reader()
    .all<{ nodeid: number; starter: number }>(
      'select nodeid, starter from node where starter <> 0 and showpublished = 1 and protected = 0',
    );
  expect(posts).toBe(rows.length);
  expect(topics).toBe(rows.filter(({ nodeid, starter }) => nodeid === starter).length);
});

test('members are counted, and the newest is named', async () => {
  const found = await board.guest().site.getSiteStatistics();
  const row = await board.database
    .reader()
    .get<{ count: number }>('select count(*) as count from "user"');
  expect(found.members).toBe(Number(row?.count));
  expect(found.newusername).toBe('سارة');
  expect(found.activemembers).toBeLessThanOrEqual(found.members);
});
