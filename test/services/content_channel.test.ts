import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import {
  MAIN_CHANNEL,
  PRIVATEMESSAGE_CHANNEL,
  REPORT_CHANNEL,
  systemChannels,
} from '../../src/library/board/system-channels.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeIn } from '../support/lists.ts';
import {
  addChannel,
  change,
  keysOf,
  post,
  refusal,
  refusalId,
  wireAnswer,
} from '../support/nodes.ts';

let board: TestBoard;
let guest: Signpost;
let alice: Signpost;
let mod: Signpost;
let admin: Signpost;
beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
  alice = await board.login('alice');
  mod = await board.login('mod');
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
});

/** A channel below a channel below a channel …: their ids, the outermost first. */
async function nest(levels: number): Promise<number[]> {
  const nested = [await addChannel(admin, 'Level 1')];
  for (let level = 2; level <= levels; level += 1)
    nested.push(await addChannel(admin, `Level ${level}`, nested.at(-1)));
  return nested;
}

interface Branch {
  readonly subchannels: readonly Branch[];
}

function depthOf(branch: Branch | undefined): number {
  if (branch === undefined) return 0;
  return 1 + Math.max(0, ...branch.subchannels.map(depthOf));
}

describe('rights', () => {
  test.each([
    ['a guest', () => guest, 'not_logged_no_permission'],
    ['a member', () => alice, 'no_permission'],
    ['a moderator', () => mod, 'no_permission'],
    ['an administrator', () => admin, 'not refused'],
  ])('%s', async (_, client, id) => {
    expect(await refusalId(addChannel(client(), 'New'))).toBe(id);
    const data = { description: 'Changed' };
    expect(await refusalId(client().content_channel.update({ nodeid: 14, data }))).toBe(id);
    const nodeids = [await addChannel(admin, 'Doomed')];
    expect(await refusalId(client().node.deleteNodes({ nodeids }))).toBe(id);
  });

  test('a new channel takes its permissions from the one above it, and follows its changes', async () => {
    const outer = await addChannel(admin, 'Outer');
    await change(board, 'insert into permission (nodeid, groupid) values (?, 1)', [outer]);
    const inner = await addChannel(admin, 'Inner', outer);
    expect(await refusal(guest.node.getNode({ nodeid: inner }))).toEqual([
      'invalid_node_id',
      inner,
    ]);
    expect(await refusalId(post(alice, inner, 'Welcome'))).toBe('not refused');
  });
});

describe('a channel', () => {
  test('has what it was given, and then what it was changed to', async () => {
    const data = { title: ' A  & B ', description: 'C ☀️', displayorder: 4, category: true };
    const nodeid = await admin.content_channel.add({ data: { parentid: 2, ...data } });
    const found = await guest.content_channel.fetchChannelById({ nodeid });
    expect(found).toMatchObject({
      ...{ title: 'A & B', htmltitle: 'A &amp; B', urlident: 'a-b', description: 'C ☀️' },
      ...{ displayorder: 4, parentid: 2, channelid: nodeid, starter: 0, authorname: 'admin' },
      ...{ textcount: 0, totalcount: 0, lastcontent: 0, contenttypeclass: 'Channel' },
    });
    expect(await refusalId(post(alice, nodeid, 'T'))).toBe('category_takes_no_topics');
    const changes = { title: 'D', displayorder: 1, category: false };
    expect(await admin.content_channel.update({ nodeid, data: changes })).toBe(true);
    expect(await guest.content_channel.fetchChannelById({ nodeid })).toMatchObject({
      ...{ title: 'D', urlident: 'd', description: 'C ☀️', displayorder: 1 },
    });
    expect(await refusalId(post(alice, nodeid, 'T'))).toBe('not refused');
  });

  test.each<[string, object, readonly unknown[]]>([
    ['no title', { title: ' ' }, ['title_required']],
    ['a title of what nobody sees', { title: '\u200b' }, ['title_required']],
    ['a long title', { title: 'x'.repeat(251) }, ['title_too_long', 250]],
    [
      'a long description',
      { title: 'T', description: '🍅'.repeat(1001) },
      ['invalid_data', 'a description has at most 1000 characters'],
    ],
  ])('with %s is refused', async (_, data, error) => {
    const params = { data: { parentid: 2, ...data } };
    expect(await refusal(admin.call('content_channel.add', params))).toEqual(error);
    expect(await refusal(admin.call('content_channel.update', { nodeid: 14, ...params }))).toEqual(
      error,
    );
  });

  test('a description of 1000 emoji fits', async () => {
    const data = { parentid: 2, title: 'T', description: '🍅'.repeat(1000) };
    expect(await refusalId(admin.content_channel.add({ data }))).toBe('not refused');
  });

  test('is found under no post, and a post is no channel', async () => {
    const topic = await post(alice, 14, 'A topic');
    const calls = [
      addChannel(admin, 'Below', topic),
      admin.content_channel.fetchChannelById({ nodeid: topic }),
      admin.node.fetchChannelNodeTree({ parentid: topic }),
      admin.content_channel.update({ nodeid: topic, data: { title: 'T' } }),
    ].map(refusal);
    for (const error of await Promise.all(calls)) expect(error).toEqual(['invalid_node_id', topic]);
  });
});

describe('the tree', () => {
  test('shows channels eight levels deep, and no deeper than asked', async () => {
    const [first = 0, ...inner] = await nest(8);
    const deepest = inner.at(-1) ?? 0;
    const topic = await post(alice, deepest, 'Deep');
    for (const depth of [1, 3, 8, 20]) {
      const { channels } = await guest.node.fetchChannelNodeTree({ depth });
      expect(depthOf(nodeIn(channels, first))).toBe(Math.min(depth, 8));
    }
    const { totalcount, lastcontentid } = await guest.node.getNode({ nodeid: first });
    expect([totalcount, lastcontentid]).toEqual([1, topic]);
    const { parents } = await guest.node.getNode({ nodeid: topic, withParents: true });
    expect(parents).toHaveLength(10);
  });

  test('begins below any channel, in the order of displayorder', async () => {
    const parentid = await addChannel(admin, 'Ordered');
    const add = (title: string, displayorder: number): Promise<number> =>
      admin.content_channel.add({ data: { parentid, title, displayorder } });
    const ids = [await add('b', 2), await add('c', 3), await add('a', 1)];
    const body = await wireAnswer(board, guest, 'node.fetchChannelNodeTree', { parentid });
    const inside = body.slice('{"channels":'.length, -1);
    expect(keysOf(inside)).toEqual([ids[2], ids[0], ids[1]]);
  });
});

describe('system channels', () => {
  test.each(systemChannels)('$title cannot be deleted', async ({ guid }) => {
    const row = await board.database
      .reader()
      .get<{ nodeid: number }>('select nodeid from channel where guid = ?', [guid]);
    const nodeid = row?.nodeid ?? 0;
    // Nobody enters the channels of private messages and of reports, so they do not exist.
    const closed: readonly string[] = [PRIVATEMESSAGE_CHANNEL, REPORT_CHANNEL];
    const refusal = closed.includes(guid) ? 'invalid_node_id' : 'no_permission';
    for (const hard of [true, false])
      expect(await refusalId(admin.node.deleteNodes({ nodeids: [nodeid], hard }))).toBe(refusal);
  });

  test('a channel above a system channel cannot be deleted either', async () => {
    const nodeid = await addChannel(admin, 'Above');
    const inner = await addChannel(admin, 'System', nodeid);
    await change(board, "update channel set guid = 'some-system-channel' where nodeid = ?", [
      inner,
    ]);
    await addChannel(admin, 'Read the board anew');
    expect(await refusalId(admin.node.deleteNodes({ nodeids: [nodeid] }))).toBe('no_permission');
  });

  test('no channel is hidden: it is deleted for good or not at all', async () => {
    const nodeids = [await addChannel(admin, 'Soft')];
    expect(await refusalId(admin.node.deleteNodes({ nodeids, hard: false }))).toBe('no_permission');
  });

  test('each is found by its name by those who may enter', async () => {
    const forum = systemChannels[1]?.guid ?? '';
    expect(await guest.content_channel.fetchChannelIdByGUID({ guid: forum })).toBe(2);
    expect(await guest.node.fetchForumChannel()).toBe(2);
  });

  test('the top-level channels are those below the root that the caller may enter', async () => {
    expect(await guest.content_channel.fetchTopLevelChannelIds()).toEqual([2, 3, 4, 5]);
    expect(await admin.content_channel.fetchTopLevelChannelIds()).toEqual([2, 3, 4, 5, 6]);
  });
});

test('a deletion is in the log of the channel above, and the log of a channel tells of all below it', async () => {
  const [outer = 0, inner = 0] = await nest(2);
  const topic = await post(alice, inner, 'To be closed');
  const hidden = await post(alice, outer, 'Elsewhere');
  await admin.node.closeNode({ nodeid: [topic] });
  const acts = async (client: Signpost, nodeid: number): Promise<unknown[]> =>
    Object.values(await client.node.fetchModLogs({ nodeid })).map(
      (entry) => `${entry.action} ${entry.nodeid}`,
    );
  expect(await acts(admin, outer)).toEqual([`close ${topic}`]);
  await board.database.transaction((db) =>
    db.run(db.knex('permission').insert({ nodeid: inner, groupid: 7 })),
  );
  await board.running.environment.caches.forgetBoard();
  await admin.node.closeNode({ nodeid: [hidden] });
  expect(await acts(mod, outer)).toEqual([`close ${hidden}`]);
  await admin.content_channel.delete({ nodeid: inner });
  expect(await acts(admin, outer)).toEqual([`harddelete ${inner}`, `close ${hidden}`]);
  const root = await admin.content_channel.fetchChannelIdByGUID({ guid: MAIN_CHANNEL });
  expect((await acts(admin, root)).slice(0, 3)).toEqual([
    `harddelete ${inner}`,
    `close ${hidden}`,
    `close ${topic}`,
  ]);
});
