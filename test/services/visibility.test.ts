import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, loginAs, post, refusal, repair } from '../support/nodes.ts';

/**
 * What each caller finds of a topic by alice with a reply by alice:
 * `s` seen by id, `l` in the lists, `c` counted in its channel, `r` open to his reply.
 */
const columns = ['guest', 'member', 'author', 'ownonly', 'moderator', 'administrator', 'banned'];
const matrix = `
  ordinary        slc-  slcr  slcr  ----  slcr  slcr  ----
  hidden channel  ----  ----  ----  ----  slcr  slcr  ----
  unapproved      ----  ----  s--r  ----  sl-r  sl-r  ----
  soft-deleted    ----  ----  ----  ----  sl-r  sl-r  ----
  viewperms 1     ----  sl-r  sl-r  ----  sl-r  sl-r  ----
  viewperms 0     ----  ----  s--r  ----  sl-r  sl-r  ----
  protected       ----  ----  s--r  ----  ----  sl-r  ----
  in closed topic slc-  slc-  slc-  ----  slcr  slcr  ----
  of ownonly      slc-  slcr  slcr  sl-r  slcr  slcr  ----
`;

interface Cell {
  readonly state: string;
  readonly caller: string;
  readonly expected: string;
}

const cells: readonly Cell[] = matrix
  .trim()
  .split('\n')
  .flatMap((line) => {
    const [state = '', ...marks] = line.trim().split(/ +(?=(?:[slcr-]{4} *)+$)/);
    const each = marks.join(' ').trim().split(/ +/);
    return columns.map((caller, index) => ({ state, caller, expected: each[index] ?? '' }));
  });

const OWN_ONLY = 17;
const NOWHERE = 999_999;

interface Place {
  readonly channel: number;
  readonly topic: number;
  readonly reply: number;
}

let board: TestBoard;
const callers = new Map<string, Signpost>();
const places = new Map<string, Place>();

beforeAll(async () => {
  board = await startBoard();
  await insertOwnOnlyGroup();
  callers.set('guest', board.guest());
  callers.set('member', await board.login('bob'));
  callers.set('author', await board.login('alice'));
  callers.set('ownonly', await loginAs(board, 'Jana', OWN_ONLY));
  callers.set('moderator', await board.login('mod'));
  callers.set('administrator', await board.login('admin'));
  callers.set('banned', await loginAs(board, 'Kofi', 8));
  for (const state of new Set(cells.map((cell) => cell.state))) {
    const author = state === 'of ownonly' ? 'ownonly' : 'author';
    places.set(state, await insertPlace(state, callerOf(author)));
  }
  for (const [state, sql] of Object.entries(states)) await change(board, ...sql(placeOf(state)));
  await repair(board.database);
  await callerOf('administrator').content_channel.update({ nodeid: 2, data: { displayorder: 1 } });
});
afterAll(async () => {
  await board.stop();
});

async function insertOwnOnlyGroup(): Promise<void> {
  await board.database.transaction(async (db) => {
    const group = { usergroupid: OWN_ONLY, title: 'Own only' };
    await db.run(db.knex('usergroup').insert(group));
    // canview, canpostnew, canreplyown, followforummoderation, canviewthreads
    const forumpermissions = 1 | 16 | 32 | 131072 | 524288;
    await db.run(db.knex('permission').insert({ nodeid: 1, groupid: OWN_ONLY, forumpermissions }));
  });
}

async function insertPlace(state: string, author: Signpost): Promise<Place> {
  const channel = await addChannel(callerOf('administrator'), state);
  const topic = await post(author, channel, `Topic ${state}`);
  return { channel, topic, reply: await post(author, topic) };
}

type Change = (place: Place) => [sql: string, bindings: number[]];

function below(columns: string): Change {
  return ({ topic }) => [`update node set ${columns} where starter = ?`, [topic]];
}

const states: Readonly<Record<string, Change>> = {
  'hidden channel': ({ channel }) => [
    'insert into permission (nodeid, groupid) select cast(? as decimal), usergroupid from usergroup where usergroupid in (1, 2, 8, 17)',
    [channel],
  ],
  unapproved: below('showapproved = 0'),
  'soft-deleted': below('showpublished = 0'),
  'viewperms 1': below('viewperms = 1'),
  'viewperms 0': below('viewperms = 0'),
  protected: below('protected = 1'),
  'in closed topic': below('showopen = 0'),
};

function callerOf(name: string): Signpost {
  const caller = callers.get(name);
  if (caller === undefined) throw new Error(`there is no caller ${name}`);
  return caller;
}

function placeOf(state: string): Place {
  const place = places.get(state);
  if (place === undefined) throw new Error(`there is no place ${state}`);
  return place;
}

const ids = (found: object): number[] =>
  Object.values(found).map(({ nodeid }: { nodeid: number }) => nodeid);

async function isSeen(client: Signpost, nodeid: number): Promise<boolean> {
  return (await refusal(client.node.getNode({ nodeid })))[0] === 'not refused';
}

describe.each(cells)('$caller, $state', ({ caller, state, expected }) => {
  const client = (): Signpost => callerOf(caller);
  const has = (mark: string): boolean => expected.includes(mark);

  test('by id', async () => {
    const { topic, reply } = placeOf(state);
    const wanted = [topic, reply, NOWHERE];
    const found = has('s') ? [topic, reply] : [];
    expect(await isSeen(client(), topic)).toBe(has('s'));
    expect(await isSeen(client(), reply)).toBe(has('s'));
    expect(ids(await client().node.getNodes({ nodeList: wanted }))).toEqual(found);
    expect(ids(await client().node.getFullContentforNodes({ nodeList: wanted }))).toEqual(found);
  });

  test('in lists, which agree with their counts', async () => {
    const { channel, topic, reply } = placeOf(state);
    for (const depth of [0, 1]) {
      const params = { parentid: channel, depth };
      const [id, list] = await refusal(client().node.listNodeFullContent(params));
      const count = await refusal(client().node.listNodeFullContentCount(params));
      const listed = id === 'not refused' ? ids(list as object) : [];
      expect(count).toEqual(id === 'not refused' ? [id, listed.length] : [id, list]);
      const expectedIds = depth === 0 ? [topic, reply] : [topic];
      expect(listed.sort((a, b) => a - b)).toEqual(has('l') ? expectedIds : []);
    }
  });

  test('in the tree', async () => {
    const { channel } = placeOf(state);
    const tree = await refusal(client().node.fetchChannelNodeTree({ depth: 9 }));
    const found = treeOf(tree[1])[channel];
    expect((found?.textcount ?? 0) > 0).toBe(has('c'));
    const told = [found?.lastcontentauthor ?? '', found?.lastcontentid ?? 0];
    const author = state === 'of ownonly' ? 'Jana' : 'alice';
    const named = has('c') || (state === 'of ownonly' && caller === 'ownonly');
    expect(told).toEqual(named ? [author, placeOf(state).reply] : ['', 0]);
    if (!has('c')) expect(found?.totalcount ?? 0).toBe(0);
  });

  test('what is not seen is answered as what does not exist', async () => {
    if (has('s')) return;
    const { topic, reply } = placeOf(state);
    for (const [name, call] of Object.entries(calls)) {
      const missing = await answerForNothing(caller, name, call);
      for (const nodeid of [topic, reply]) {
        const hidden = await refusal(call(client(), nodeid));
        const same = missing.map((part) => (part === NOWHERE ? nodeid : part));
        expect([name, hidden]).toEqual([name, same]);
        expect(hidden[0]).not.toBe('not refused');
      }
    }
  });
});

const answersForNothing = new Map<string, Promise<readonly unknown[]>>();

/** What the caller is answered about a node that there is not; asked once. */
function answerForNothing(caller: string, name: string, call: Call): Promise<readonly unknown[]> {
  const key = `${caller} ${name}`;
  const answer = answersForNothing.get(key) ?? refusal(call(callerOf(caller), NOWHERE));
  answersForNothing.set(key, answer);
  return answer;
}

type Call = (client: Signpost, nodeid: number) => Promise<unknown>;

/** Every way to ask about one node, or to do something to it. */
const calls: Readonly<Record<string, Call>> = {
  getNode: (client, nodeid) => client.node.getNode({ nodeid, withParents: true }),
  getNodeContent: (client, nodeid) => client.node.getNodeContent({ nodeid }),
  getNodeFullContent: (client, nodeid) => client.node.getNodeFullContent({ nodeid }),
  getFullContent: (client, nodeid) => client.content_text.getFullContent({ nodeid }),
  getQuoteText: (client, nodeid) => client.content_text.getQuoteText({ nodeid }),
  fetchChannelById: (client, nodeid) => client.content_channel.fetchChannelById({ nodeid }),
  fetchChannelNodeTree: (client, nodeid) => client.node.fetchChannelNodeTree({ parentid: nodeid }),
  list: (client, nodeid) => client.node.listNodeFullContent({ parentid: nodeid }),
  count: (client, nodeid) => client.node.listNodeFullContentCount({ parentid: nodeid }),
  add: (client, nodeid) =>
    client.content_text.add({ data: { parentid: nodeid, title: 'A title', rawtext: 'A text' } }),
  addChannel: (client, nodeid) =>
    client.content_channel.add({ data: { parentid: nodeid, title: 'A channel' } }),
  update: (client, nodeid) => client.content_text.update({ nodeid, data: { rawtext: 'Other' } }),
  delete: (client, nodeid) => client.content_text.delete({ nodeid }),
  deleteNodes: (client, nodeid) => client.node.deleteNodes({ nodeids: [nodeid] }),
  deleteSoftly: (client, nodeid) => client.node.deleteNodes({ nodeids: [nodeid], hard: false }),
  openNode: (client, nodeid) => client.node.openNode({ nodeid: [nodeid] }),
  closeNode: (client, nodeid) => client.node.closeNode({ nodeid: [nodeid] }),
  markRead: (client, nodeid) => client.node.markRead({ nodeid }),
};

interface Branch {
  readonly nodeid: number;
  readonly textcount: number;
  readonly totalcount: number;
  readonly lastcontentid: number;
  readonly lastcontentauthor: string;
  readonly subchannels: readonly Branch[];
}

/** The channels of a tree by id, whatever their depth. */
function treeOf(tree: unknown): Readonly<Record<number, Branch>> {
  const { channels = [] } = (tree ?? {}) as { channels?: readonly Branch[] };
  const own = channels.map((channel) => [channel.nodeid, channel] as const);
  const below = channels.map(({ subchannels }) => treeOf({ channels: subchannels }));
  return Object.assign(Object.fromEntries(own), ...below) as Record<number, Branch>;
}

describe('what may be replied to', () => {
  // Last, since every reply changes the counters.
  test.each(cells)('$caller, $state: $expected', async ({ caller, state, expected }) => {
    const [id] = await refusal(post(callerOf(caller), placeOf(state).topic));
    expect(id === 'not refused').toBe(expected.includes('r'));
  });
});

describe('nothing else tells of hidden things', () => {
  test('a channel above a hidden one names and counts only what its viewer finds', async () => {
    const admin = callerOf('administrator');
    const outer = await addChannel(admin, 'Outer');
    const topic = await post(callerOf('author'), outer, 'For all');
    const inner = await addChannel(admin, 'Inner', outer);
    await change(board, 'insert into permission (nodeid, groupid) values (?, 2)', [inner]);
    await post(admin, inner, 'Secret');
    await admin.content_channel.update({ nodeid: outer, data: { displayorder: 1 } });
    const { totalcount, textcount, lastcontentid, lastcontentauthor } = await callerOf(
      'member',
    ).content_channel.fetchChannelById({ nodeid: outer });
    expect([totalcount, textcount, lastcontentid, lastcontentauthor]).toEqual([
      ...[1, 1, topic, 'alice'],
    ]);
    const full = (await callerOf('member').node.getNodeFullContent({ nodeid: outer }))[outer];
    expect(full).toMatchObject({ totalcount: 1, lastcontentid: topic });
    expect((await admin.node.getNode({ nodeid: outer })).totalcount).toBe(2);
  });

  test('the site counts for everybody what he may read', async () => {
    const before = await callerOf('guest').site.getSiteStatistics();
    const staff = placeOf('hidden channel').channel;
    await post(callerOf('moderator'), staff, 'For the team');
    const after = await callerOf('guest').site.getSiteStatistics();
    expect([after.topics, after.posts]).toEqual([before.topics, before.posts]);
    const inside = await callerOf('moderator').site.getSiteStatistics();
    expect(inside.posts).toBeGreaterThan(after.posts);
  });

  test('the parents of a post leave out what its author may not see', async () => {
    const { channel } = placeOf('ordinary');
    const topic = await post(callerOf('member'), channel, 'By bob');
    const reply = await post(callerOf('member'), topic);
    const comment = await post(callerOf('author'), reply);
    await change(board, 'update node set showapproved = 0 where nodeid in (?, ?)', [
      reply,
      comment,
    ]);
    const { parents } = await callerOf('author').node.getNode({
      nodeid: comment,
      withParents: true,
    });
    expect(parents?.map((parent) => parent.nodeid)).toEqual([topic, channel, 2, 1]);
  });

  test('a reply in a topic for few is for few', async () => {
    const { channel } = placeOf('ordinary');
    const topic = await post(callerOf('author'), channel, 'For members');
    await change(board, 'update node set viewperms = 1 where nodeid = ?', [topic]);
    const reply = await post(callerOf('author'), topic);
    expect(await isSeen(callerOf('guest'), reply)).toBe(false);
    expect(await isSeen(callerOf('member'), reply)).toBe(true);
  });

  test('a system channel that is hidden is answered as a name that there is not', async () => {
    const guest = callerOf('guest');
    const special = 'vbulletin-4ecbdf567f3341.44451100';
    for (const guid of [special, 'no-such-name']) {
      expect(await refusal(guest.content_channel.fetchChannelIdByGUID({ guid }))).toEqual([
        'invalid_node_id',
        guid,
      ]);
    }
  });

  test('an answer names no address, and nothing that only rules need', async () => {
    const { topic } = placeOf('ordinary');
    const node = JSON.stringify(await callerOf('guest').node.getNode({ nodeid: topic }));
    const full = JSON.stringify(await callerOf('guest').node.getNodeFullContent({ nodeid: topic }));
    expect(node + full).not.toMatch(/ipaddress|starterapproved|"(token|email|scheme)"/);
  });
});
