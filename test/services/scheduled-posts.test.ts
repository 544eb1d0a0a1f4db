import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, refusal, refusalId } from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';
import { expectSoundTree } from '../support/sound-tree.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let channel: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
});
beforeEach(async () => {
  channel = await addChannel(admin, 'Plans');
});

let count = 0;
function add(client: Signpost, parentid: number, data: object = {}): Promise<number> {
  count += 1;
  const words = { title: `Plan ${count}`, rawtext: `Text ${count} for @bob` };
  return client.content_text.add({ data: { parentid, ...words, ...data } });
}

const inAnHour = (): number => board.now() + 3600;

async function topicsFor(client: Signpost): Promise<number[]> {
  const listed = await client.node.listNodeContent({ parentid: channel, depth: 1 });
  return Object.values(listed).map((node) => node.nodeid);
}

async function postsOf(client: Signpost): Promise<number> {
  const { posts } = await client.user.fetchCurrentUserinfo();
  return posts;
}

async function toldOf(client: Signpost, nodeid: number): Promise<string[]> {
  await workOff(board);
  const rows = await client.notification.fetchNotificationsForCurrentUser({ data: {} });
  return Object.values(rows)
    .filter((row) => row.sentbynodeid === nodeid)
    .map((row) => row.typename);
}

/** The time has come, and the worker of some process has looked. */
async function later(): Promise<void> {
  board.tick(3601);
  await workOff(board);
}

describe('until its time', () => {
  test('a topic is there for its author and moderators alone, and counts nowhere', async () => {
    const before = await postsOf(alice);
    const publishdate = inAnHour();
    const nodeid = await add(alice, channel, { publishdate });
    const mine = await alice.node.getNode({ nodeid });
    expect(mine).toMatchObject({ scheduled: 1, showpublished: 0, publishdate });
    expect(await mod.node.getNode({ nodeid })).toMatchObject({ scheduled: 1 });
    for (const other of [bob, board.guest()])
      expect(await refusalId(other.node.getNode({ nodeid }))).toBe('invalid_node_id');
    expect(await topicsFor(bob)).toEqual([]);
    expect(await postsOf(alice)).toBe(before);
    expect(await bob.node.getNode({ nodeid: channel })).toMatchObject({ totalcount: 0 });
    expect(await toldOf(bob, nodeid)).toEqual([]);
    await expectSoundTree(board.database);
  });

  test('it is among what its author has planned, and moderators find it in their channels', async () => {
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    const options = { scheduled: true };
    const ids = async (answer: Promise<{ nodes: object }>): Promise<unknown[]> =>
      Object.values((await answer).nodes).map((node: { nodeid: number }) => node.nodeid);
    expect(await ids(alice.node.listPendingPostsForCurrentUser({ options }))).toContain(nodeid);
    expect(await ids(bob.node.listPendingPostsForCurrentUser({ options }))).not.toContain(nodeid);
    expect(await ids(mod.node.listPendingPosts({ options }))).toContain(nodeid);
    expect(await ids(alice.node.listPendingPostsForCurrentUser({}))).not.toContain(nodeid);
  });

  test('nobody replies to it or copies it, and its author may edit it', async () => {
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    expect(await refusalId(add(alice, nodeid))).toBe('no_permission');
    expect(await refusal(mod.node.cloneNodes({ nodeids: [nodeid], to_parent: channel }))).toEqual([
      'invalid_data',
      'what waits for its time is not copied',
    ]);
    const data = { rawtext: 'Better' };
    expect(await alice.content_text.update({ nodeid, data })).toBe(true);
    const [full] = Object.values(await alice.node.getNodeFullContent({ nodeid }));
    expect(full?.content.permissions).toMatchObject({ canreply: 0, canedit: 1 });
  });

  test('it is a duplicate of what is posted again', async () => {
    const words = { title: 'Twice', rawtext: 'Twice', publishdate: inAnHour() };
    const nodeid = await add(alice, channel, words);
    expect(await refusal(add(alice, channel, words))).toEqual(['duplicate_post', nodeid]);
  });

  test('a reply in a topic that has been deleted is hidden from its author, too', async () => {
    const topic = await add(bob, channel);
    const nodeid = await add(alice, topic, { publishdate: inAnHour() });
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    expect(await refusalId(alice.node.getNode({ nodeid }))).toBe('invalid_node_id');
    await mod.node.undeleteNodes({ nodeids: [topic] });
    expect(await alice.node.getNode({ nodeid })).toMatchObject({ scheduled: 1, showpublished: 0 });
    await expectSoundTree(board.database);
  });
});

describe('when its time has come', () => {
  test('it shows, counts and is told of, as a post of that moment', async () => {
    await later();
    const before = await postsOf(alice);
    const planned = board.now();
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    const older = await add(bob, channel);
    await later();
    expect(await topicsFor(bob)).toEqual([nodeid, older]);
    const node = await bob.node.getNode({ nodeid });
    expect(node).toMatchObject({ scheduled: 0, showpublished: 1 });
    expect(node.publishdate).toBeGreaterThan(planned);
    expect(await postsOf(alice)).toBe(before + 1);
    expect(await bob.node.getNode({ nodeid: channel })).toMatchObject({
      ...{ totalcount: 2, lastcontentid: nodeid },
    });
    expect(await toldOf(bob, nodeid)).toEqual(['usermention']);
    const unread = async (client: Signpost): Promise<number | undefined> =>
      Object.values(await client.node.fetchUnreadCounts({ nodeids: [nodeid] }))[0]?.unread;
    expect(await unread(alice)).toBe(0);
    expect(await unread(bob)).toBe(1);
    await expectSoundTree(board.database);
  });

  test('it happens once, however many workers look', async () => {
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    board.tick(3601);
    await Promise.all([workOff(board), workOff(board), workOff(board)]);
    expect(await bob.node.getNode({ nodeid: channel })).toMatchObject({ totalcount: 1 });
    expect(await toldOf(bob, nodeid)).toEqual(['usermention']);
  });

  test('what its author could not post any more waits for a moderator', async () => {
    const topic = await add(bob, channel);
    const reply = await add(alice, topic, { publishdate: inAnHour() });
    await mod.node.closeNode({ nodeid: [topic] });
    await later();
    expect(await refusalId(bob.node.getNode({ nodeid: reply }))).toBe('invalid_node_id');
    expect(await mod.node.getNode({ nodeid: reply })).toMatchObject({ approved: 0, scheduled: 0 });
    await expectSoundTree(board.database);
  });

  test('one that was approved before is not shown before', async () => {
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    await mod.node.unapprove({ nodeids: [nodeid] });
    await mod.node.approve({ nodeids: [nodeid] });
    expect(await refusalId(bob.node.getNode({ nodeid }))).toBe('invalid_node_id');
    await later();
    expect(await toldOf(bob, nodeid)).toEqual(['usermention']);
  });

  test('one that was deleted stays so', async () => {
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    await alice.node.deleteNodes({ nodeids: [nodeid], hard: false });
    await later();
    expect(await topicsFor(bob)).toEqual([]);
    expect(await toldOf(bob, nodeid)).toEqual([]);
    await expectSoundTree(board.database);
  });
});

describe('the time can be changed', () => {
  test('to a later one', async () => {
    const nodeid = await add(alice, channel, { publishdate: inAnHour() });
    await alice.content_text.update({ nodeid, data: { publishdate: board.now() + 7200 } });
    await later();
    expect(await topicsFor(bob)).toEqual([]);
    await later();
    expect(await topicsFor(bob)).toEqual([nodeid]);
  });

  test('to an earlier one, and to now', async () => {
    const nodeid = await add(alice, channel, { publishdate: board.now() + 100_000 });
    const other = await add(alice, channel, { publishdate: board.now() + 100_000 });
    await alice.content_text.update({ nodeid, data: { publishdate: inAnHour() } });
    await alice.content_text.update({ nodeid: other, data: { publish_now: true } });
    expect(await topicsFor(bob)).toEqual([other]);
    await later();
    expect(await topicsFor(bob)).toEqual([nodeid, other]);
    await expectSoundTree(board.database);
  });

  test('not of a post that shows, and not by others', async () => {
    const shown = await add(alice, channel);
    const data = { publishdate: inAnHour() };
    expect(await refusal(alice.content_text.update({ nodeid: shown, data }))).toEqual([
      'invalid_data',
      'the post is published already',
    ]);
    const nodeid = await add(alice, channel, data);
    const now = { publish_now: true };
    expect(await refusalId(bob.content_text.update({ nodeid, data: now }))).toBe('invalid_node_id');
  });
});

describe('a plan is refused', () => {
  test.each([
    ['more than a year ahead', { publishdate: 367 * 86_400 }],
    ['on a profile', { publishdate: 60, setfor: 1, parentid: 0 }],
  ])('%s', async (_, { publishdate, ...data }) => {
    const planned = { ...data, publishdate: board.now() + publishdate };
    expect(await refusalId(add(alice, channel, planned))).toBe('invalid_data');
  });

  test('beyond fifty of a member', async () => {
    const publishdate = inAnHour();
    const there = await admin.node.listPendingPostsForCurrentUser({ options: { scheduled: true } });
    for (let n = there.totalcount; n < 50; n += 1) await add(admin, channel, { publishdate });
    expect(await refusal(add(admin, channel, { publishdate }))).toEqual([
      'invalid_data',
      'at most 50 posts wait for their time',
    ]);
  });

  test('a time that has passed, and publish_now, mean now', async () => {
    const past = await add(alice, channel, { publishdate: board.now() - 5 });
    const now = await add(alice, channel, { publishdate: inAnHour(), publish_now: true });
    expect((await topicsFor(bob)).sort()).toEqual([past, now].sort());
  });
});
