import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { Database } from '../../src/db/db.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { addViews } from '../../src/library/marks/nodeview.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Member, appOf, newMember } from '../support/members.ts';
import { addChannel, change, post, refusal, refusalId } from '../support/nodes.ts';
import { findPlaces, members, type Places } from '../support/places.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let places: Places;
let alice: Signpost, bob: Signpost, admin: Signpost;
beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  [alice, bob, admin] = (await Promise.all(
    ['alice', 'bob', 'admin'].map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost];
  await board.database.transaction(async (db) => {
    await writeOption(db, 'floodchecktime', 0);
    await writeOption(db, 'markinglimit', 10);
  });
  await board.running.environment.caches.forgetBoard();
});
afterAll(async () => {
  await board.stop();
});

/** A post of its own second. */
async function later(client: Signpost, parentid: number, title = ''): Promise<number> {
  board.tick(2);
  return post(client, parentid, title);
}

async function unread(client: Signpost, ...nodeids: number[]): Promise<number[]> {
  const counts = await client.node.fetchUnreadCounts({ nodeids });
  return nodeids.map((nodeid) => counts[nodeid]?.unread ?? -1);
}

/** Puts posts into one second, as if they had been written in it. */
async function inSecond(time: number, topic: number, ...posts: number[]): Promise<void> {
  for (const nodeid of posts) {
    await change(board, 'update node set publishdate = ? where nodeid = ?', [time, nodeid]);
    await change(board, 'update closure set publishdate = ? where child = ?', [time, nodeid]);
  }
  await change(board, 'update node set lastcontent = ?, lastcontentid = ? where nodeid = ?', [
    ...[time, posts.at(-1) ?? 0, topic],
  ]);
}

describe('what is written in the second of a mark', () => {
  let place: number, topic: number, seen: number, time: number, late: number;
  beforeEach(async () => {
    place = await addChannel(admin, 'Seconds');
    topic = await later(alice, place, 'Second');
    seen = await later(alice, topic);
    time = board.now();
    await inSecond(time, topic, seen);
  });

  const marks: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['markRead', () => bob.node.markRead({ nodeid: topic, readtime: time })],
    ['markRead of the channel', () => bob.node.markRead({ nodeid: place, readtime: time })],
    [
      'markRead up to a node',
      () => bob.node.markRead({ nodeid: topic, readtime: time, readid: seen }),
    ],
  ];

  test.each(marks)('after %s is unread', async (_, mark) => {
    await mark();
    expect(await unread(bob, topic)).toEqual([0]);
    late = await post(alice, topic, '');
    await inSecond(time, topic, seen, late);
    await change(board, 'update node set lastcontent = ? where nodeid = ?', [time, place]);
    expect(await unread(bob, topic)).toEqual([1]);
    expect(await unread(bob, place)).toEqual([1]);
    const found = async (filters: object): Promise<number[]> => {
      const search_json = JSON.stringify({ channel: place, unread_only: 1, ...filters });
      return [...(await bob.search.getInitialNodes({ search_json })).results];
    };
    expect(await found({})).toEqual([late]);
    expect(await found({ starter_only: 1 })).toEqual([topic]);
    const { readtime } = await bob.node.getNodeReadTime({ nodeid: topic });
    expect(readtime).toBeLessThan(time);
    const next = { parentNodeId: topic, timeStamp: readtime };
    expect((await bob.node.getFirstChildAfterTime(next)).nodeid).not.toBe(0);
    const contents = await bob.node.getFullContentforNodes({ nodeList: [topic, seen, late] });
    const times = Object.values(contents).map((one) => one.content.readtime);
    expect(times.map((one) => one < time)).toEqual([true, false, true]);
    await bob.node.markReadMultiple({ nodeids: [topic] });
    expect(await unread(bob, topic)).toEqual([0]);
    expect(await found({})).toEqual([]);
  });

  test('is unread at once, whatever the clock says', async () => {
    await bob.node.markRead({ nodeid: topic });
    await post(alice, topic, '');
    expect(await unread(bob, topic)).toEqual([1]);
    expect(await unread(alice, topic)).toEqual([0]);
  });
});

test('topics are made unread again, but not below a mark', async () => {
  const place = await addChannel(admin, 'Again');
  const topics = [await later(alice, place, 'One'), await later(alice, place, 'Two')];
  const hidden = places.staffTopic;
  await bob.node.markReadMultiple({ nodeids: topics });
  expect(await unread(bob, ...topics)).toEqual([0, 0]);
  const [one = 0, two = 0] = topics;
  expect(await bob.node.markUnreadMultiple({ nodeids: [one, hidden, 999_999] })).toEqual([one]);
  expect(await unread(bob, one, two)).toEqual([1, 0]);
  await bob.node.markChannelsRead({ nodeid: place });
  expect(await bob.node.markUnreadMultiple({ nodeids: topics })).toEqual([]);
  expect(await unread(bob, one, two)).toEqual([0, 0]);
  expect(await refusalId(board.guest().node.markUnreadMultiple({ nodeids: [one] }))).toBe(
    'not_logged_no_permission',
  );
});

describe('what is unread', () => {
  let channel: number, sub: number, topic: number, other: number, below: number;
  let replies: number[];
  beforeAll(async () => {
    channel = await addChannel(admin, 'Reading');
    sub = await addChannel(admin, 'Below', channel);
    topic = await later(alice, channel, 'First');
    replies = [await later(alice, topic), await later(alice, topic), await later(alice, topic)];
    other = await later(alice, channel, 'Second');
    below = await later(alice, sub, 'Third');
  });

  test('counts topics in channels and posts in topics', async () => {
    expect(await unread(bob, channel, sub, topic, other)).toEqual([2, 1, 4, 1]);
  });

  test('a sticky topic counts like any other', async () => {
    await change(board, 'update node set sticky = 1 where nodeid = ?', [topic]);
    expect(await unread(bob, channel)).toEqual([2]);
    await change(board, 'update node set sticky = 0 where nodeid = ?', [topic]);
  });

  test('ends at the mark of a topic that was read up to a point', async () => {
    const { publishdate: readtime } = await bob.node.getNode({ nodeid: replies[0] ?? 0 });
    await bob.node.markRead({ nodeid: topic, readtime });
    expect(await unread(bob, topic, channel)).toEqual([2, 2]);
    expect(await bob.node.getNodeReadTime({ nodeid: topic })).toEqual({ readtime });
    expect(
      await bob.node.getFirstChildAfterTime({ parentNodeId: topic, timeStamp: readtime }),
    ).toEqual({ nodeid: replies[1] });
  });

  test('several topics are marked in one call, and come back with a new post', async () => {
    const marked = await bob.node.markReadMultiple({ nodeids: [other, topic, topic] });
    expect(marked).toEqual([topic, other]);
    expect(await unread(bob, channel, topic, other)).toEqual([0, 0, 0]);
    await later(alice, topic);
    expect(await unread(bob, channel, topic, other)).toEqual([1, 1, 0]);
    expect(await unread(alice, channel)).toEqual([0]);
  });

  test('a channel is marked with all below it', async () => {
    board.tick(2);
    expect(await bob.node.markChannelsRead({ nodeid: channel })).toEqual([channel, sub]);
    expect(await unread(bob, channel, sub, topic, other)).toEqual([0, 0, 0, 0]);
    const { readtime } = await bob.node.getNodeReadTime({ nodeid: below });
    const shown = await bob.node.getNodeFullContent({ nodeid: below });
    expect(shown[below]?.content.readtime).toBe(readtime);
    const found = await bob.search.getInitialNodes({
      search_json: JSON.stringify({ channel, unread_only: 1 }),
    });
    expect(found.results).toEqual([]);
    const reply = await later(alice, below);
    expect(await unread(bob, channel, sub, below)).toEqual([0, 1, 1]);
    expect(
      await bob.node.getFirstChildAfterTime({ parentNodeId: below, timeStamp: readtime }),
    ).toEqual({ nodeid: reply });
  });

  test('the whole board is marked with one row', async () => {
    const member = await newMember(board);
    const app = await appOf(board, member);
    board.tick(2);
    const channels = await app.node.markChannelsRead({});
    expect(channels).toEqual(expect.arrayContaining([channel, sub, places.channel]));
    expect(channels).not.toContain(places.staff);
    expect(await unread(app, channel, sub, places.channel)).toEqual([0, 0, 0]);
    const rows = await board.database
      .reader()
      .all('select nodeid from noderead where userid = ?', [member.userid]);
    expect(rows).toHaveLength(1);
  });

  test('a later mark is not taken back by an earlier one', async () => {
    const { readtime } = await bob.node.getNodeReadTime({ nodeid: other });
    board.tick(-1_000);
    await bob.node.markReadMultiple({ nodeids: [channel] });
    board.tick(1_000);
    expect(await bob.node.getNodeReadTime({ nodeid: other })).toEqual({ readtime });
  });

  test('counts no further than a hundred', async () => {
    const many = await addChannel(admin, 'Many');
    const first = await later(alice, many, 'Long');
    for (let index = 0; index < 120; index += 1) await post(alice, first);
    for (let index = 0; index < 104; index += 1) await post(alice, many, 'T');
    expect(await unread(bob, many, first)).toEqual([100, 100]);
  });

  test('what is older than the option markinglimit counts as read, and its marks go', async () => {
    const { userid } = await newMember(board);
    await change(board, 'insert into noderead (userid, nodeid, readtime) values (?, ?, ?)', [
      ...[userid, topic, board.now()],
    ]);
    const marks = async (): Promise<number> =>
      (await board.database.reader().all('select nodeid from noderead where userid = ?', [userid]))
        .length;
    await removeExpired(board.database, board.now() + 9 * 86_400);
    expect(await marks()).toBe(1);
    await removeExpired(board.database, board.now() + 11 * 86_400);
    expect(await marks()).toBe(0);
    const { readtime } = await alice.node.getNodeReadTime({ nodeid: channel });
    expect(readtime).toBeGreaterThanOrEqual(board.now() - 10 * 86_400 - 5);
  });
});

describe('channels', () => {
  test('that the caller may enter are listed, those above first', async () => {
    const mine = await bob.node.getCurrentUserChannels();
    expect(mine).toContain(places.channel);
    expect(mine).not.toContain(places.staff);
    expect(await admin.node.getCurrentUserChannels()).toContain(places.staff);
    const { parents = [] } = await bob.node.getNode({ nodeid: places.channel, withParents: true });
    for (const { nodeid } of parents)
      expect(mine.indexOf(nodeid)).toBeLessThan(mine.indexOf(places.channel));
  });

  test('tell how much lies in them', async () => {
    const channel = await addChannel(admin, 'Counted');
    const topic = await later(alice, channel, 'One');
    await later(bob, topic);
    const parentid = channel;
    expect(await bob.node.getChannelStatistics({ parentid })).toEqual({ topics: 1, posts: 2 });
    for (const nodeid of [topic, places.staff])
      expect(await refusalId(bob.node.getChannelStatistics({ parentid: nodeid }))).toBe(
        'invalid_node_id',
      );
  });
});

describe('what may not be seen', () => {
  test('is neither marked nor counted', async () => {
    const nodeids = [places.staff, places.staffTopic];
    expect(await bob.node.markReadMultiple({ nodeids })).toEqual([]);
    expect(await unread(bob, ...nodeids)).toEqual([-1, -1]);
    for (const nodeid of nodeids) {
      expect(await refusalId(bob.node.markChannelsRead({ nodeid }))).toBe('invalid_node_id');
      expect(await refusalId(bob.node.getNodeReadTime({ nodeid }))).toBe('invalid_node_id');
      expect(await refusalId(bob.node.incrementNodeview({ nodeid }))).toBe('invalid_node_id');
      const first = bob.node.getFirstChildAfterTime({ parentNodeId: nodeid, timeStamp: 0 });
      expect(await refusalId(first)).toBe('invalid_node_id');
    }
  });

  test('is not counted among what is new', async () => {
    const channel = await addChannel(admin, 'Half hidden');
    const topic = await later(alice, channel, 'Open');
    const hidden = await later(alice, topic);
    await later(alice, channel, 'Gone').then((nodeid) =>
      change(board, 'update node set showpublished = 0 where nodeid = ?', [nodeid]),
    );
    await change(board, 'update node set showapproved = 0 where nodeid = ?', [hidden]);
    expect(await unread(bob, channel, topic)).toEqual([1, 1]);
    const first = bob.node.getFirstChildAfterTime({ parentNodeId: topic, timeStamp: 0 });
    expect(await first).toEqual({ nodeid: 0 });
  });

  test('a guest has no marks', async () => {
    const guest = board.guest();
    for (const call of [
      guest.node.markReadMultiple({ nodeids: [places.channel] }),
      guest.node.markChannelsRead({}),
      guest.node.fetchUnreadCounts({ nodeids: [places.channel] }),
    ])
      expect(await refusalId(call)).toBe('not_logged_no_permission');
    expect(await guest.node.getNodeReadTime({ nodeid: places.channel })).toEqual({ readtime: 0 });
  });

  test('more nodes than a page has are refused', async () => {
    const nodeids = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await refusal(bob.node.fetchUnreadCounts({ nodeids }))).toEqual([
      'invalid_data',
      'at most 100 nodes at once',
    ]);
    expect(await refusalId(bob.node.markReadMultiple({ nodeids }))).toBe('invalid_data');
  });
});

describe('views', () => {
  let topic: number, reply: number;
  beforeAll(async () => {
    topic = await later(alice, places.channel, 'Looked at');
    reply = await later(alice, topic);
  });

  async function views(nodeid: number): Promise<number> {
    await board.running.environment.views.flush();
    const shown = await admin.node.getContentforNodes({ nodeList: [nodeid] });
    return shown[nodeid]?.content.views ?? -1;
  }

  test('count each caller once for all his ways of reading', async () => {
    await bob.node.incrementNodeview({ nodeid: reply });
    await bob.node.getNodeFullContent({ nodeid: topic });
    await bob.node.listNodeFullContent({ parentid: topic });
    await bob.content_text.getFullContent({ nodeid: topic });
    expect(await views(topic)).toBe(1);
    await alice.node.listNodeContent({ parentid: topic });
    await board.guest().node.getNodeContent({ nodeid: topic });
    await board.guest().node.incrementNodeview({ nodeid: topic });
    expect(await views(topic)).toBe(4);
    expect(await views(reply)).toBe(0);
  });

  test('count again after a quarter of an hour', async () => {
    const before = await views(topic);
    board.tick(901);
    await bob.node.incrementNodeview({ nodeid: topic });
    expect(await views(topic)).toBe(before + 1);
  });

  test('of a channel, of a list and of one reply count nothing', async () => {
    const before = await views(topic);
    board.tick(901);
    await bob.node.listNodeFullContent({ parentid: places.channel, depth: 1 });
    await bob.node.getNodeFullContent({ nodeid: places.channel });
    await bob.node.getNodeFullContent({ nodeid: reply });
    await bob.node.getNode({ nodeid: topic });
    expect(await views(topic)).toBe(before);
    expect(await refusalId(bob.node.incrementNodeview({ nodeid: places.channel }))).toBe(
      'invalid_node_id',
    );
  });

  test('are written by no call', async () => {
    board.tick(901);
    const look = await countStatements(board, () => bob.node.getNode({ nodeid: topic }));
    const counting = countStatements(board, () => bob.node.incrementNodeview({ nodeid: topic }));
    expect(await counting).toBe(look);
  });

  test('of several processes add up', async () => {
    const before = await views(topic);
    await Promise.all(
      [1, 2, 3, 4].map((count) =>
        board.database.transaction((db) => addViews(db, new Map([[topic, count]]))),
      ),
    );
    expect(await views(topic)).toBe(before + 10);
  });

  test('of a topic that is gone are passed over, and go with it', async () => {
    const gone = await later(alice, places.channel, 'Goes');
    const stays = await later(alice, places.channel, 'Stays');
    for (const nodeid of [gone, stays]) await bob.node.incrementNodeview({ nodeid });
    await admin.node.deleteNodes({ nodeids: [gone] });
    expect(await views(stays)).toBe(1);
    await admin.node.deleteNodes({ nodeids: [stays] });
    expect(await written(board.database, [gone, stays])).toEqual([]);
  });

  test('that cannot be written wait', async () => {
    const nodeid = await later(alice, places.channel, 'Waits');
    await bob.node.incrementNodeview({ nodeid });
    const { database } = board;
    const transaction = database.transaction.bind(database);
    const broken = { transaction: () => Promise.reject(new Error('no database')) };
    Object.assign(database, broken);
    await board.running.environment.views.flush();
    Object.assign(database, { transaction });
    expect(board.logs.some((line) => line.includes('views could not be written'))).toBe(true);
    expect(await views(nodeid)).toBe(1);
  });
});

async function written(database: Database, nodeids: readonly number[]): Promise<unknown[]> {
  const marks = nodeids.map(() => '?').join(', ');
  const sql = `select nodeid, views from nodeview where nodeid in (${marks})`;
  return database.reader().all(sql, nodeids);
}

test('a stop writes the views that wait', async () => {
  const own = await startBoard();
  const { database, running } = own;
  const { topic } = await running.environment.database
    .reader()
    .get<{ topic: number }>(
      'select min(nodeid) as topic from node where starter = nodeid and channelid = ?',
      [places.channel],
    )
    .then((row) => row ?? { topic: 0 });
  for (let index = 0; index < 5; index += 1)
    await own.guest().node.incrementNodeview({ nodeid: topic });
  await running.stop();
  expect(await written(database, [topic])).toEqual([{ nodeid: topic, views: 5 }]);
  await database.close();
});

test('a page of unread counts takes as many statements as one', async () => {
  const nodeids = [
    places.channel,
    ...(
      await board.database
        .reader()
        .all<{ nodeid: number }>(
          'select nodeid from node where starter = nodeid and channelid = ? limit 20',
          [places.channel],
        )
    ).map((row) => row.nodeid),
  ];
  const member: Member = await newMember(board);
  const app = await appOf(board, member);
  expect(member.userid).toBeGreaterThan(members.mallory);
  for (const some of [nodeids.slice(0, 1), nodeids]) {
    const counting = countStatements(board, () => app.node.fetchUnreadCounts({ nodeids: some }));
    expect(await counting).toBe(3);
  }
  const marking = countStatements(board, () => app.node.markReadMultiple({ nodeids }));
  // what is there to be marked, how far, the marks, and what was told of it
  expect(await marking).toBe(5);
});
