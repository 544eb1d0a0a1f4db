import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
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
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let guest: Signpost;
/** A channel with seven topics of different ages, the first of which has five replies and one comment. */
let channel: number;
const topics: number[] = [];
const replies: number[] = [];
let comment: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
  guest = board.guest();
  channel = await addChannel(admin, 'Lists');
  for (let index = 0; index < 7; index += 1) {
    board.tick(10);
    topics.push(await post(alice, channel, `Topic ${index}`));
  }
  for (let index = 0; index < 5; index += 1) {
    board.tick(10);
    replies.push(await post(bob, topicAt(0)));
  }
  comment = await post(alice, replies[1] ?? 0);
});
afterAll(async () => {
  await board.stop();
});

const topicAt = (index: number): number => topics[index] ?? 0;

async function listed(params: object): Promise<number[]> {
  return keysOf(await wireAnswer(board, alice, 'node.listNodeFullContent', params));
}

describe('the spine', () => {
  test('a member logs in, reads the tree, a topic list and a topic, and posts a reply', async () => {
    const me = await alice.user.fetchCurrentUserinfo();
    expect(me.username).toBe('alice');
    const { channels } = await alice.node.fetchChannelNodeTree({});
    const community = Object.values(channels).find(({ title }) => title === 'Community');
    const news = Object.values(community?.subchannels ?? {})[0];
    expect(news?.title).toBe('News');
    const found = await alice.node.listNodeFullContent({ parentid: news?.nodeid ?? 0, depth: 1 });
    const topic = Object.values(found)[0];
    const nodeid = await alice.content_text.add({
      data: { parentid: topic?.nodeid ?? 0, rawtext: 'Hello [b]world[/b] 👋' },
    });
    const reply = (await alice.node.getNodeFullContent({ nodeid }))[nodeid];
    expect(reply).toMatchObject({
      ...{ nodeid, parentid: topic?.nodeid, authorname: 'alice', starter: topic?.nodeid },
      content: { message_plain: 'Hello world 👋' },
    });
  });
});

describe('order', () => {
  test('topics come by their latest activity, on the wire too', async () => {
    const [first, ...others] = topics;
    expect(await listed({ parentid: channel, depth: 1 })).toEqual([first, ...others.reverse()]);
    others.reverse();
  });

  test('sticky topics come first', async () => {
    const sticky = topicAt(3);
    await change(board, 'update node set sticky = 1 where nodeid = ?', [sticky]);
    expect((await listed({ parentid: channel, depth: 1 })).slice(0, 3)).toEqual([
      ...[sticky, topicAt(0), topicAt(6)],
    ]);
    await change(board, 'update node set sticky = 0 where nodeid = ?', [sticky]);
  });

  const all = (): number[] => [...topics, ...replies, comment];

  test.each<[string, object, () => number[]]>([
    ['topics, oldest first', { sort: 'oldest', depth: 1 }, () => topics],
    ['topics, newest first', { sort: 'newest', depth: 1 }, () => [...topics].reverse()],
    ['all below a channel, newest first', { depth: 0 }, () => all().reverse()],
    ['two levels', { depth: 2, sort: 'oldest' }, () => [...topics, ...replies]],
    ['as many levels as there are', { depth: 9, sort: 'oldest' }, all],
    ['all below a channel, oldest first', { depth: 0, sort: 'oldest' }, all],
  ])('%s', async (_, { sort, ...params }: { sort?: string }, expected) => {
    expect(await listed({ parentid: channel, ...params, options: { sort } })).toEqual(expected());
  });

  test('replies come from the oldest on, with the comments or without', async () => {
    expect(await listed({ parentid: topicAt(0), depth: 1 })).toEqual(replies);
    expect(await listed({ parentid: topicAt(0) })).toEqual([...replies, comment]);
    expect(await listed({ parentid: topicAt(0), depth: 2 })).toEqual([...replies, comment]);
    expect(await listed({ parentid: replies[1] ?? 0 })).toEqual([comment]);
  });

  test('a page of a topic may begin with the topic itself', async () => {
    const options = { include_starter: 1 };
    const first = { parentid: topicAt(0), depth: 1, options, perpage: 3 };
    expect(await listed(first)).toEqual([topicAt(0), ...replies.slice(0, 2)]);
    expect(await listed({ ...first, page: 2 })).toEqual(replies.slice(2));
    const count = await alice.call('node.listNodeFullContentCount', first);
    expect(count).toBe(6);
    expect(await listed({ parentid: channel, options, depth: 1 })).toHaveLength(7);
  });

  test('an order that there is not is refused by name', async () => {
    for (const sort of ['title', 'constructor', '__proto__']) {
      const call = alice.call('node.listNodeContent', { parentid: channel, options: { sort } });
      expect((await refusal(call)).slice(0, 2)).toEqual(['invalid_parameter', 'options[sort]']);
    }
  });

  test('nodes by id keep the order they were asked for, each once', async () => {
    const [a = 0, b = 0, c = 0] = topics;
    const nodeList = [c, a, 999_999, b, c];
    for (const method of ['node.getNodes', 'node.getContentforNodes'])
      expect(keysOf(await wireAnswer(board, alice, method, { nodeList }))).toEqual([c, a, b]);
    expect(
      keysOf(await wireAnswer(board, alice, 'node.getNodes', { nodeList: `${c},${a}` })),
    ).toEqual([c, a]);
  });

  test('nodes keep the keys they were asked for under', async () => {
    const [a = 0, b = 0] = topics;
    const asked = async (nodeList: unknown): Promise<unknown> => {
      const json = await wireAnswer(board, alice, 'node.getFullContentforNodes', { nodeList });
      const found = JSON.parse(json) as Record<string, { nodeid: string }>;
      const ids = Object.entries(found).map(([key, { nodeid }]) => [key, Number(nodeid)]);
      return Array.isArray(found) ? ids.map(([, nodeid]) => nodeid) : Object.fromEntries(ids);
    };
    expect(await asked([b, a, b])).toEqual([b, a, b]);
    expect(await asked(`${b},${a}`)).toEqual([b, a]);
    expect(await asked({ last: b, 7: a })).toEqual({ last: b, 7: a });
    expect(await asked([a, 999_999, b])).toEqual({ 0: a, 2: b });
    expect(await asked([a, 999_999])).toEqual([a]);
    const typed = async (nodeList: readonly number[]): Promise<number[]> => {
      const found = await alice.node.getFullContentforNodes({ nodeList });
      expect(Array.isArray(found)).toBe(true);
      return Object.values(found).map(({ nodeid }) => nodeid);
    };
    expect(await typed([a, 999_999, b])).toEqual([a, b]);
    expect(await typed([999_999, b])).toEqual([b]);
    expect(await typed([999_999])).toEqual([]);
    expect(await asked('')).toEqual([]);
  });
});

describe('pages', () => {
  test.each<[string, object, number]>([
    ['the first page', { page: 1, perpage: 3 }, 3],
    ['page 0 is the first', { page: 0, perpage: 3 }, 3],
    ['the last page', { page: 3, perpage: 3 }, 1],
    ['a page past the end', { page: 4, perpage: 3 }, 0],
    ['the last page that there can be', { page: 2_147_483_647, perpage: 100 }, 0],
    ['perpage 0 is the usual 20', { perpage: 0 }, 7],
    ['more than the board allows', { perpage: 2_147_483_647 }, 7],
  ])('%s', async (_, params, length) => {
    expect(await listed({ parentid: channel, depth: 1, ...params })).toHaveLength(length);
  });

  test('all pages together are the list, and the count is its length', async () => {
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => listed({ parentid: channel, page, perpage: 4 })),
    );
    expect(pages.flat()).toEqual(await listed({ parentid: channel }));
    expect(await alice.node.listNodeFullContentCount({ parentid: channel })).toBe(13);
    expect(await alice.node.listNodeFullContentCount({ parentid: channel, depth: 1 })).toBe(7);
  });

  test('a page has at most maxperpage nodes, and so has a list of ids', async () => {
    const many = Array.from({ length: 101 }, (_, index) => index + 1);
    expect(await refusal(alice.node.getNodes({ nodeList: many }))).toEqual([
      ...['invalid_data', 'at most 100 nodes at once'],
    ]);
    expect(await refusalId(alice.node.getFullContentforNodes({ nodeList: many }))).toBe(
      'invalid_data',
    );
  });

  test('only one content type, in the parameter or in the options', async () => {
    const { contenttypeid } = await alice.node.getNode({ nodeid: topicAt(0) });
    for (const [id, length] of [
      [contenttypeid, 7],
      [contenttypeid + 50, 0],
    ] as const) {
      const params = { parentid: channel, depth: 1 };
      expect(await listed({ ...params, contenttypeid: id })).toHaveLength(length);
      expect(await listed({ ...params, options: { contenttypeid: id } })).toHaveLength(length);
    }
  });

  test.each([
    ['a list', 'node.listNodeFullContent', () => ({ parentid: topicAt(6) })],
    ['nodes by id', 'node.getNodes', () => ({ nodeList: [999_999] })],
    ['no ids', 'node.getContentforNodes', () => ({ nodeList: '' })],
  ])('%s that is empty is an empty object', async (_, method, params) => {
    expect(await wireAnswer(board, guest, method, params())).toBe('{}');
  });

  test('a tree without channels is an object, too', async () => {
    expect(await wireAnswer(board, guest, 'node.fetchChannelNodeTree', { parentid: channel })).toBe(
      '{"channels":{}}',
    );
  });
});

describe('a node', () => {
  test('comes with its parents, the nearest first', async () => {
    const { parents } = await alice.node.getNode({ nodeid: comment, withParents: true });
    expect(parents?.map(({ nodeid }) => nodeid)).toEqual([
      ...[replies[1], topicAt(0), channel, 2, 1],
    ]);
    expect(parents?.map(({ contenttypeclass }) => contenttypeclass)).toEqual([
      ...['Text', 'Text', 'Channel', 'Channel', 'Channel'],
    ]);
  });

  test('has no parents unless asked for', async () => {
    expect(await alice.node.getNode({ nodeid: comment })).not.toHaveProperty('parents');
  });

  test.each(['getNodeContent', 'getNodeFullContent'])(
    '%s has one member, its id',
    async (method) => {
      const found = await alice.call(`node.${method}`, { nodeid: comment });
      expect(Object.keys(found as object)).toEqual([String(comment)]);
    },
  );
});

describe('closing and opening', () => {
  const showopen = async (nodeid: number): Promise<number> =>
    (await alice.node.getNode({ nodeid })).showopen;

  test('what lies below shows open only while all above it is', async () => {
    const topic = await post(alice, channel, 'Doors');
    const reply = await post(bob, topic);
    const below = await post(alice, reply);
    expect(await mod.node.closeNode({ nodeid: [topic, reply, topic] })).toEqual([topic, reply]);
    expect(await mod.node.openNode({ nodeid: [topic] })).toEqual([topic]);
    expect([await showopen(topic), await showopen(reply), await showopen(below)]).toEqual([
      1, 0, 0,
    ]);
    await mod.node.openNode({ nodeid: [reply] });
    expect(await showopen(below)).toBe(1);
  });

  test('a closed channel takes topics of those alone who manage it', async () => {
    const closed = await addChannel(admin, 'Closed');
    const topic = await post(alice, closed, 'Before');
    await admin.node.closeNode({ nodeid: [closed] });
    expect(await refusalId(post(alice, closed, 'After'))).toBe('no_permission');
    expect(await refusalId(post(alice, topic))).toBe('threadclosed');
    expect(await refusalId(post(mod, closed, 'After'))).toBe('not refused');
  });

  test.each([
    ['a guest', () => guest, 'not_logged_no_permission'],
    ['its author without the right', () => alice, 'no_permission'],
    ['another member', () => bob, 'no_permission'],
  ])('%s is refused', async (_, client, id) => {
    expect(await refusalId(client().node.closeNode({ nodeid: [topicAt(1)] }))).toBe(id);
    expect(await refusalId(client().node.openNode({ nodeid: [topicAt(1)] }))).toBe(id);
    expect(await showopen(topicAt(1))).toBe(1);
  });

  test('either all are closed or none', async () => {
    const call = mod.node.closeNode({ nodeid: [topicAt(1), channel] });
    expect(await refusalId(call)).toBe('no_permission');
    expect(await refusalId(mod.node.closeNode({ nodeid: [topicAt(1), 999_999] }))).toBe(
      'invalid_node_id',
    );
    expect(await showopen(topicAt(1))).toBe(1);
  });
});

describe('deleting', () => {
  test.each<[string, () => Signpost, boolean, string]>([
    ['a guest', () => guest, false, 'not_logged_no_permission'],
    ['another member', () => alice, false, 'no_permission'],
    ['the author, for good', () => bob, true, 'no_permission'],
    ['the author', () => bob, false, 'not refused'],
    ['a moderator', () => mod, false, 'not refused'],
    ['a moderator, for good', () => mod, true, 'not refused'],
  ])('a reply, by %s', async (_, client, hard, id) => {
    const reply = await post(bob, topicAt(2));
    expect(await refusalId(client().node.deleteNodes({ nodeids: [reply], hard }))).toBe(id);
  });

  test('a reason is kept for moderators, and refused when it is too long', async () => {
    const nodeids = [await post(bob, topicAt(2))];
    const reason = '🍅'.repeat(500);
    const call = mod.node.deleteNodes({ nodeids, hard: false, reason: `${reason}x` });
    expect(await refusalId(call)).toBe('invalid_data');
    await mod.node.deleteNodes({ nodeids, hard: false, reason });
    const { deletereason, deleteuserid } = await mod.node.getNode({ nodeid: nodeids[0] ?? 0 });
    const me = await mod.user.fetchCurrentUserinfo();
    expect([deletereason, deleteuserid]).toEqual([reason, me.userid]);
  });

  test('either all are deleted or none', async () => {
    const reply = await post(bob, topicAt(2));
    for (const other of [999_999, topicAt(2), 1]) {
      const call = bob.node.deleteNodes({ nodeids: [reply, other], hard: false });
      expect(await refusalId(call)).not.toBe('not refused');
    }
    expect((await bob.node.getNode({ nodeid: reply })).showpublished).toBe(1);
  });
});

describe('reading marks', () => {
  const readtime = async (client: Signpost, nodeid: number): Promise<number | undefined> =>
    (await client.node.getNodeFullContent({ nodeid }))[nodeid]?.content.readtime;

  test("a mark is the member's own, and never goes back", async () => {
    const topic = topicAt(4);
    expect(await readtime(bob, topic)).toBe(0);
    expect(await bob.node.markRead({ nodeid: topic, readtime: 1000 })).toEqual([topic]);
    expect(await readtime(bob, topic)).toBe(1000);
    await bob.node.markRead({ nodeid: topic, readtime: 500 });
    expect(await readtime(bob, topic)).toBe(1000);
    await bob.node.markRead({ nodeid: topic, readtime: 2_147_483_647 });
    expect(await readtime(bob, topic)).toBeLessThanOrEqual(board.now());
    await bob.node.markRead({ nodeid: topic });
    expect(await readtime(bob, topic)).toBeGreaterThan(1000);
    expect(await readtime(mod, topic)).toBe(0);
  });

  test('marks set at once leave the latest', async () => {
    const marks = [3, 9, 1, 7, 5].map((readtime) => ({ nodeid: topicAt(5), readtime }));
    await Promise.all(marks.map((mark) => bob.node.markRead(mark)));
    expect(await readtime(bob, topicAt(5))).toBe(9);
  });

  test('who posts has read', async () => {
    await post(mod, topicAt(5));
    expect(await readtime(mod, topicAt(5))).toBeGreaterThan(1000);
  });

  test('a guest has no marks', async () => {
    for (const nodeid of [topicAt(4), 999_999])
      expect(await refusal(guest.node.markRead({ nodeid }))).toEqual(['not_logged_no_permission']);
  });
});

describe('a client of vBulletin 5 (no api_v)', () => {
  interface Section {
    readonly title: string;
    readonly subchannels: Readonly<Record<string, Section>>;
  }
  interface Item {
    readonly title: string;
    readonly authorname: string;
    readonly content: {
      readonly rawtext: string;
      readonly userinfo: {
        readonly rank: string;
        readonly joindate: string;
        readonly posts: string;
      };
      readonly avatar: { readonly avatarpath: string };
    };
  }

  const read = (method: string, params: object): Promise<string> =>
    wireAnswer(board, guest, method, params);

  test('the forum list is read as the OperationSports app reads it', async () => {
    const { channels } = JSON.parse(await read('node.fetchChannelNodeTree', {})) as {
      channels: Record<string, Section>;
    };
    expect(Array.isArray(channels)).toBe(false);
    for (const [id, section] of Object.entries(channels)) {
      expect(id).toMatch(/^\d+$/);
      expect(typeof section.title).toBe('string');
      expect(Array.isArray(section.subchannels)).toBe(false);
      for (const below of Object.values(section.subchannels))
        expect(typeof below.title).toBe('string');
    }
  });

  test('a topic list is read as the OperationSports app reads it', async () => {
    const items = JSON.parse(
      await read('node.listNodeFullContent', { parentid: channel, page: 1, perpage: 10, depth: 1 }),
    ) as Record<string, Item>;
    expect(Object.keys(items).length).toBeGreaterThan(5);
    for (const item of Object.values(items)) {
      for (const name of ['title', 'authorname', 'lastcontentauthor', 'publishdate', 'userid'])
        expect([name, typeof item[name as keyof Item]]).toEqual([name, 'string']);
      const { rawtext, userinfo, avatar } = item.content;
      const { rank, joindate, posts } = userinfo;
      for (const value of [rawtext, rank, joindate, posts, avatar.avatarpath])
        expect(typeof value).toBe('string');
      expect(avatar.avatarpath).not.toBe('');
    }
  });

  test("a new node's id and a count are bare numbers, and ids in a list too", async () => {
    expect(await read('node.listNodeFullContentCount', { parentid: channel, depth: 1 })).toMatch(
      /^\d+$/,
    );
    expect(await read('content_channel.fetchTopLevelChannelIds', {})).toMatch(/^\[\d+(,\d+)*\]$/);
  });
});
