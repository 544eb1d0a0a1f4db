import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { createpermissions, forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, post, refusalId } from '../support/nodes.ts';

/** What polls, links and videos have beside their text stays with its post, and goes with it. */

let board: TestBoard;
let admin: Signpost;
let alice: Signpost;
let bob: Signpost;
let channel: number;

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
  alice = await board.login('alice');
  bob = await board.login('bob');
  channel = await addChannel(admin, 'Of all types');
});
afterAll(async () => {
  await board.stop();
});

type Make = (parentid: number) => Promise<number>;

const makers: Readonly<Record<string, Make>> = {
  Poll: async (parentid) => {
    const data = { parentid, title: 'A poll', polloptions: ['Tea', 'Coffee'] };
    const nodeid = await alice.content_poll.add({ data });
    const { content } = (await bob.content_poll.getFullContent({ nodeid }))[nodeid] ?? {};
    const first = content?.polloptions?.[0]?.polloptionid ?? 0;
    await bob.content_poll.vote({ polloptionids: [first] });
    return nodeid;
  },
  Link: (parentid) =>
    alice.content_link.add({ data: { parentid, title: 'A link', url: 'https://example.org/' } }),
  Video: (parentid) =>
    alice.content_video.add({
      data: { parentid, title: 'A video', rawtext: 'V', url: 'https://youtu.be/dQw4w9WgXcQ' },
    }),
};

const kinds: readonly string[] = Object.keys(makers);

const make = (kind: string, parentid: number): Promise<number> =>
  makers[kind]?.(parentid) ?? Promise.reject(new Error(kind));

/** How many rows each table has for these nodes. */
async function rowsOf(nodeids: readonly number[]): Promise<Readonly<Record<string, number>>> {
  const counts: Record<string, number> = {};
  for (const table of ['poll', 'polloption', 'pollvoter', 'link', 'video', 'videoitem'])
    counts[table] = await countWhere(`${table} where nodeid in (${nodeids.join(', ')})`);
  return counts;
}

async function countWhere(from: string): Promise<number> {
  const db = board.database.reader();
  return Number((await db.get<{ count: number }>(`select count(*) as count from ${from}`))?.count);
}

const full: Readonly<Record<string, number>> = {
  ...{ poll: 1, polloption: 2, pollvoter: 1, link: 1, video: 1, videoitem: 1 },
};
const empty = Object.fromEntries(Object.keys(full).map((table) => [table, 0]));

async function classOf(nodeid: number): Promise<string | undefined> {
  return (await bob.node.getContentforNodes({ nodeList: [nodeid] }))[nodeid]?.contenttypeclass;
}

/** A topic of text with a reply of each type. */
async function topicOfAll(): Promise<{ topic: number; replies: number[] }> {
  const topic = await post(alice, channel, 'All types');
  const replies: number[] = [];
  for (const kind of kinds) replies.push(await make(kind, topic));
  return { topic, replies };
}

test('they stay when posts are moved and topics are merged', async () => {
  const topics: number[] = [];
  for (const kind of kinds) topics.push(await make(kind, channel));
  const other = await addChannel(admin, 'Another');
  await admin.node.moveNodes({ nodeids: topics, to_parent: other });
  expect(await rowsOf(topics)).toEqual(full);
  // Of text it would take the poll over.
  const target = await alice.content_poll.add({
    data: { parentid: other, title: 'A target', polloptions: ['Yes', 'No'] },
  });
  await admin.node.mergeTopics({ nodeids: topics, targetnodeid: target });
  expect(await rowsOf(topics)).toEqual(full);
  expect(await Promise.all(topics.map(classOf))).toEqual(kinds);
  const [poll = 0, ...others] = topics;
  await admin.node.moveNodes({ nodeids: others, to_parent: poll });
  await admin.node.moveNodes({ nodeids: [poll], to_parent: other, makeTopic: true });
  expect(await rowsOf(topics)).toEqual(full);
  const { content } = (await bob.content_poll.getFullContent({ nodeid: poll }))[poll] ?? {};
  expect(content).toMatchObject({ votes: 1, voters: 1 });
});

test('such posts are not merged with others, in neither direction', async () => {
  const { topic, replies } = await topicOfAll();
  const text = await post(alice, topic);
  for (const nodeid of replies) {
    for (const destnodeid of [nodeid, text, topic]) {
      const input = { mergePosts: [nodeid, text, topic], destnodeid };
      expect(await refusalId(admin.node.mergePosts({ input }))).toBe('invalid_data');
    }
  }
  expect(
    await refusalId(
      admin.node.mergePosts({ input: { mergePosts: replies, destnodeid: replies[0] ?? 0 } }),
    ),
  ).toBe('invalid_data');
  expect(await rowsOf(replies)).toEqual(full);
});

test('they wait for what is undeleted, and go with what is deleted for good', async () => {
  const { topic, replies } = await topicOfAll();
  await admin.node.deleteNodes({ nodeids: [topic], hard: false });
  expect(await rowsOf(replies)).toEqual(full);
  await admin.node.undeleteNodes({ nodeids: [topic] });
  await admin.node.deleteNodes({ nodeids: [topic] });
  expect(await rowsOf(replies)).toEqual(empty);
});

test('they go when what lies below a merged post is deleted, and with their channel', async () => {
  const inner = await addChannel(admin, 'Inner', channel);
  const topics: number[] = [];
  for (const kind of kinds) topics.push(await make(kind, inner));
  await admin.node.deleteNodes({ nodeids: [inner] });
  expect(await rowsOf(topics)).toEqual(empty);
  const votes = 'pollvote v left join polloption o on o.polloptionid = v.polloptionid';
  expect(await countWhere(`${votes} where o.polloptionid is null`)).toBe(0);
});

test('what lies below posts that are merged stays as it is', async () => {
  const topic = await post(alice, channel, 'Merged');
  const target = await post(alice, topic);
  const source = await post(alice, topic);
  const comments: number[] = [];
  for (const kind of kinds) comments.push(await make(kind, source));
  const input = { mergePosts: [source, target], destnodeid: target };
  await admin.node.mergePosts({ input });
  expect(await rowsOf(comments)).toEqual(full);
  for (const nodeid of comments) expect((await bob.node.getNode({ nodeid })).parentid).toBe(target);
});

test('an author moves a topic only where he could post one of its type', async () => {
  const moves = forumpermissions.canmove;
  await change(
    board,
    `update permission set forumpermissions = forumpermissions + ${moves} where groupid = 2 and nodeid = 1`,
  );
  const textOnly = await addChannel(admin, 'Texts only');
  await change(
    board,
    `insert into permission (nodeid, groupid, forumpermissions, moderatorpermissions, createpermissions, edit_time)
      select cast(? as decimal), groupid, forumpermissions, moderatorpermissions, ${createpermissions.Text}, edit_time
        from permission where nodeid = 1 and groupid = 2`,
    [textOnly],
  );
  await board.running.environment.caches.forgetBoard();
  const text = await post(alice, channel, 'A text');
  expect(await alice.node.moveNodes({ nodeids: [text], to_parent: textOnly })).toEqual([text]);
  for (const kind of kinds) {
    const nodeids = [await make(kind, channel)];
    const move = { nodeids, to_parent: textOnly };
    expect(await refusalId(alice.node.moveNodes(move))).toBe('no_permission');
    expect(await admin.node.moveNodes(move)).toEqual(nodeids);
  }
});
