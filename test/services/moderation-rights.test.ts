import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, loginAs, post, refusalId } from '../support/nodes.ts';

/**
 * Who may do what to a topic by alice with two replies of hers, by the state that it is in:
 * `+` he may, `-` he may not, `.` there is no such node for him.
 *
 * `chanmod` is a member who moderates that channel, `elsewhere` one who moderates another; `in staff` is a channel
 * that only staff may enter.
 */
const callers = [
  ...['guest', 'banned', 'member', 'author', 'elsewhere'],
  ...['chanmod', 'moderator', 'supermod', 'administrator'],
] as const;
type CallerName = (typeof callers)[number];

const matrix = `
                                   guest  banned  member  author  elsewhere  chanmod  moderator  supermod  administrator
  ordinary      approve            -      .       -       -       -          +        +          +         +
  ordinary      unapprove          -      .       -       -       -          +        +          +         +
  ordinary      setSticky          -      .       -       -       -          +        +          +         +
  ordinary      setFeatured        -      .       -       -       -          +        +          +         +
  ordinary      openNode           -      .       -       -       -          +        +          +         +
  ordinary      closeNode          -      .       -       -       -          +        +          +         +
  ordinary      deleteNodes, soft  -      .       -       -       -          +        +          +         +
  ordinary      deleteNodes, hard  -      .       -       -       -          +        +          +         +
  ordinary      as spam, soft      -      .       -       -       -          +        +          +         +
  ordinary      as spam, hard      -      .       -       -       -          +        +          +         +
  ordinary      undeleteNodes      -      .       -       -       -          +        +          +         +
  ordinary      moveNodes, topic   -      .       -       -       -          +        +          +         +
  ordinary      moveNodes, reply   -      .       -       -       -          +        +          +         +
  ordinary      moveNodes, split   -      .       -       -       -          +        +          +         +
  ordinary      cloneNodes, topic  -      .       -       -       -          -        +          +         +
  ordinary      cloneNodes, reply  -      .       -       -       -          +        +          +         +
  ordinary      cloneNodes, split  -      .       -       -       -          +        +          +         +
  ordinary      mergeTopics        -      .       -       -       -          +        +          +         +
  ordinary      mergePosts         -      .       -       -       -          +        +          +         +
  ordinary      setAsAnswer        -      .       -       +       -          +        +          +         +
  ordinary      removeAnswers      -      .       -       +       -          +        +          +         +
  ordinary      fetchModLogs       -      .       -       -       -          +        +          +         +
  ordinary      setNodeOptions     -      .       -       -       -          -        -          -         +
  ordinary      setModerator       -      .       -       -       -          -        -          -         +
  closed        approve            -      .       -       -       -          +        +          +         +
  closed        unapprove          -      .       -       -       -          +        +          +         +
  closed        setSticky          -      .       -       -       -          +        +          +         +
  closed        setFeatured        -      .       -       -       -          +        +          +         +
  closed        openNode           -      .       -       -       -          +        +          +         +
  closed        closeNode          -      .       -       -       -          +        +          +         +
  closed        deleteNodes, soft  -      .       -       -       -          +        +          +         +
  closed        deleteNodes, hard  -      .       -       -       -          +        +          +         +
  closed        as spam, soft      -      .       -       -       -          +        +          +         +
  closed        as spam, hard      -      .       -       -       -          +        +          +         +
  closed        undeleteNodes      -      .       -       -       -          +        +          +         +
  closed        moveNodes, topic   -      .       -       -       -          +        +          +         +
  closed        moveNodes, reply   -      .       -       -       -          +        +          +         +
  closed        moveNodes, split   -      .       -       -       -          +        +          +         +
  closed        cloneNodes, topic  -      .       -       -       -          -        +          +         +
  closed        cloneNodes, reply  -      .       -       -       -          +        +          +         +
  closed        cloneNodes, split  -      .       -       -       -          +        +          +         +
  closed        mergeTopics        -      .       -       -       -          +        +          +         +
  closed        mergePosts         -      .       -       -       -          +        +          +         +
  closed        setAsAnswer        -      .       -       +       -          +        +          +         +
  closed        removeAnswers      -      .       -       +       -          +        +          +         +
  closed        fetchModLogs       -      .       -       -       -          +        +          +         +
  closed        setNodeOptions     -      .       -       -       -          -        -          -         +
  closed        setModerator       -      .       -       -       -          -        -          -         +
  unapproved    approve            .      .       .       -       .          +        +          +         +
  unapproved    unapprove          .      .       .       -       .          +        +          +         +
  unapproved    setSticky          .      .       .       -       .          +        +          +         +
  unapproved    setFeatured        .      .       .       -       .          +        +          +         +
  unapproved    openNode           .      .       .       -       .          +        +          +         +
  unapproved    closeNode          .      .       .       -       .          +        +          +         +
  unapproved    deleteNodes, soft  .      .       .       -       .          +        +          +         +
  unapproved    deleteNodes, hard  .      .       .       -       .          +        +          +         +
  unapproved    as spam, soft      .      .       .       -       .          +        +          +         +
  unapproved    as spam, hard      .      .       .       -       .          +        +          +         +
  unapproved    undeleteNodes      .      .       .       -       .          +        +          +         +
  unapproved    moveNodes, topic   .      .       .       -       .          +        +          +         +
  unapproved    moveNodes, reply   .      .       .       -       .          +        +          +         +
  unapproved    moveNodes, split   .      .       .       -       .          +        +          +         +
  unapproved    cloneNodes, topic  .      .       .       -       .          -        +          +         +
  unapproved    cloneNodes, reply  .      .       .       -       .          +        +          +         +
  unapproved    cloneNodes, split  .      .       .       -       .          +        +          +         +
  unapproved    mergeTopics        .      .       .       -       .          +        +          +         +
  unapproved    mergePosts         .      .       .       -       .          +        +          +         +
  unapproved    setAsAnswer        .      .       .       +       .          +        +          +         +
  unapproved    removeAnswers      .      .       .       +       .          +        +          +         +
  unapproved    fetchModLogs       .      .       .       -       .          +        +          +         +
  unapproved    setNodeOptions     -      .       -       -       -          -        -          -         +
  unapproved    setModerator       -      .       -       -       -          -        -          -         +
  soft-deleted  approve            .      .       .       .       .          +        +          +         +
  soft-deleted  unapprove          .      .       .       .       .          +        +          +         +
  soft-deleted  setSticky          .      .       .       .       .          +        +          +         +
  soft-deleted  setFeatured        .      .       .       .       .          +        +          +         +
  soft-deleted  openNode           .      .       .       .       .          +        +          +         +
  soft-deleted  closeNode          .      .       .       .       .          +        +          +         +
  soft-deleted  deleteNodes, soft  .      .       .       .       .          +        +          +         +
  soft-deleted  deleteNodes, hard  .      .       .       .       .          +        +          +         +
  soft-deleted  as spam, soft      .      .       .       .       .          +        +          +         +
  soft-deleted  as spam, hard      .      .       .       .       .          +        +          +         +
  soft-deleted  undeleteNodes      .      .       .       .       .          +        +          +         +
  soft-deleted  moveNodes, topic   .      .       .       .       .          +        +          +         +
  soft-deleted  moveNodes, reply   .      .       .       .       .          +        +          +         +
  soft-deleted  moveNodes, split   .      .       .       .       .          +        +          +         +
  soft-deleted  cloneNodes, topic  .      .       .       .       .          -        +          +         +
  soft-deleted  cloneNodes, reply  .      .       .       .       .          +        +          +         +
  soft-deleted  cloneNodes, split  .      .       .       .       .          +        +          +         +
  soft-deleted  mergeTopics        .      .       .       .       .          +        +          +         +
  soft-deleted  mergePosts         .      .       .       .       .          +        +          +         +
  soft-deleted  setAsAnswer        .      .       .       .       .          +        +          +         +
  soft-deleted  removeAnswers      .      .       .       .       .          +        +          +         +
  soft-deleted  fetchModLogs       .      .       .       .       .          +        +          +         +
  soft-deleted  setNodeOptions     -      .       -       -       -          -        -          -         +
  soft-deleted  setModerator       -      .       -       -       -          -        -          -         +
  in staff      approve            .      .       .       .       .          .        +          +         +
  in staff      unapprove          .      .       .       .       .          .        +          +         +
  in staff      setSticky          .      .       .       .       .          .        +          +         +
  in staff      setFeatured        .      .       .       .       .          .        +          +         +
  in staff      openNode           .      .       .       .       .          .        +          +         +
  in staff      closeNode          .      .       .       .       .          .        +          +         +
  in staff      deleteNodes, soft  .      .       .       .       .          .        +          +         +
  in staff      deleteNodes, hard  .      .       .       .       .          .        +          +         +
  in staff      as spam, soft      .      .       .       .       .          .        +          +         +
  in staff      as spam, hard      .      .       .       .       .          .        +          +         +
  in staff      undeleteNodes      .      .       .       .       .          .        +          +         +
  in staff      moveNodes, topic   .      .       .       .       .          .        +          +         +
  in staff      moveNodes, reply   .      .       .       .       .          .        +          +         +
  in staff      moveNodes, split   .      .       .       .       .          .        +          +         +
  in staff      cloneNodes, topic  .      .       .       .       .          .        +          +         +
  in staff      cloneNodes, reply  .      .       .       .       .          .        +          +         +
  in staff      cloneNodes, split  .      .       .       .       .          .        +          +         +
  in staff      mergeTopics        .      .       .       .       .          .        +          +         +
  in staff      mergePosts         .      .       .       .       .          .        +          +         +
  in staff      setAsAnswer        .      .       .       .       .          .        +          +         +
  in staff      removeAnswers      .      .       .       .       .          .        +          +         +
  in staff      fetchModLogs       .      .       .       .       .          .        +          +         +
  in staff      setNodeOptions     .      .       .       .       .          .        -          -         +
  in staff      setModerator       .      .       .       .       .          .        -          -         +
`;

interface Place {
  readonly channel: number;
  readonly topic: number;
  readonly first: number;
  readonly second: number;
}

type Act = (client: Signpost, place: Place) => Promise<unknown>;

/** Each method on that topic. */
const acts: Readonly<Record<string, Act>> = {
  approve: (client, { topic }) => client.node.approve({ nodeids: [topic] }),
  unapprove: (client, { topic }) => client.node.unapprove({ nodeids: [topic] }),
  setSticky: (client, { topic }) => client.node.setSticky({ nodeids: [topic] }),
  setFeatured: (client, { topic }) => client.node.setFeatured({ nodeids: [topic] }),
  openNode: (client, { topic }) => client.node.openNode({ nodeid: [topic] }),
  closeNode: (client, { topic }) => client.node.closeNode({ nodeid: [topic] }),
  'deleteNodes, soft': (client, { topic }) =>
    client.node.deleteNodes({ nodeids: [topic], hard: false }),
  'deleteNodes, hard': (client, { second }) => client.node.deleteNodes({ nodeids: [second] }),
  'as spam, soft': (client, { topic }) =>
    client.node.deleteNodesAsSpam({ nodeids: [topic], hard: false }),
  'as spam, hard': (client, { second }) => client.node.deleteNodesAsSpam({ nodeids: [second] }),
  undeleteNodes: (client, { topic }) => client.node.undeleteNodes({ nodeids: [topic] }),
  'moveNodes, topic': (client, { topic }) =>
    client.node.moveNodes({ nodeids: [topic], to_parent: target.channel }),
  'moveNodes, reply': (client, { first, second }) =>
    client.node.moveNodes({ nodeids: [first], to_parent: second }),
  'moveNodes, split': (client, { channel, first }) =>
    client.node.moveNodes({ nodeids: [first], to_parent: channel, makeTopic: true, newtitle: 'S' }),
  'cloneNodes, topic': (client, { topic }) =>
    client.node.cloneNodes({ nodeids: [topic], to_parent: target.channel }),
  'cloneNodes, reply': (client, { first, second }) =>
    client.node.cloneNodes({ nodeids: [first], to_parent: second }),
  'cloneNodes, split': (client, { channel, first }) =>
    client.node.cloneNodes({ nodeids: [first], to_parent: channel, newtitle: 'S' }),
  mergeTopics: (client, { topic, other }: Place & { other?: number }) =>
    client.node.mergeTopics({ nodeids: [topic], targetnodeid: other ?? 0 }),
  mergePosts: (client, { first, second }) =>
    client.node.mergePosts({ input: { mergePosts: [first, second], destnodeid: first } }),
  setAsAnswer: (client, { first }) => client.node.setAsAnswer({ nodeid: first }),
  removeAnswers: (client, { topic }) => client.node.removeAnswers({ nodeids: [topic] }),
  fetchModLogs: (client, { topic }) => client.node.fetchModLogs({ nodeid: topic }),
  setNodeOptions: (client, { channel }) =>
    client.node.setNodeOptions({ nodeid: channel, options: '0' }),
  setModerator: (client, { channel }) =>
    client.node.setModerator({ nodeid: channel, userid: 5, permissions: ['canopenclose'] }),
};

/**
 * After these the topic is not what the next act needs: what puts it right again, or nothing where only another topic
 * will do. Whatever is refused changes nothing, and neither does an act that finds its work done.
 */
const undoings: Readonly<Record<string, Undoing | undefined>> = {
  approve: { unless: 'ordinary, closed, soft-deleted, in staff', by: restate },
  unapprove: {
    unless: 'unapproved',
    by: ({ topic }) => admin.node.approve({ nodeids: [topic] }),
  },
  openNode: { unless: 'ordinary, unapproved, soft-deleted, in staff', by: restate },
  closeNode: { unless: 'closed', by: ({ topic }) => admin.node.openNode({ nodeid: [topic] }) },
  'deleteNodes, soft': {
    unless: 'soft-deleted',
    by: ({ topic }) => admin.node.undeleteNodes({ nodeids: [topic] }),
  },
  'deleteNodes, hard': { by: replaceSecond },
  'as spam, soft': {
    unless: 'soft-deleted',
    by: ({ topic }) => admin.node.undeleteNodes({ nodeids: [topic] }),
  },
  'as spam, hard': { by: replaceSecond },
  undeleteNodes: { unless: 'ordinary, closed, unapproved, in staff', by: restate },
  'moveNodes, topic': {
    by: ({ channel, topic }) => admin.node.moveNodes({ nodeids: [topic], to_parent: channel }),
  },
  'moveNodes, reply': {
    by: ({ topic, first }) => admin.node.moveNodes({ nodeids: [first], to_parent: topic }),
  },
  'moveNodes, split': {
    by: ({ topic, first }) => admin.node.mergeTopics({ nodeids: [first], targetnodeid: topic }),
  },
  mergeTopics: {},
  mergePosts: { by: replaceSecond },
  setAsAnswer: { by: ({ topic }) => admin.node.removeAnswers({ nodeids: [topic] }) },
};

interface Undoing {
  /** The states in which the act changes nothing. */
  readonly unless?: string;
  readonly by?: (place: Place & { other: number }, state: string) => Promise<unknown>;
}

async function restate(place: Place, state: string): Promise<void> {
  await states[state]?.(place);
}

async function replaceSecond(place: Place & { other: number }, state: string): Promise<void> {
  // He finds no reply of others in a topic that waits; elsewhere it does not matter whose it is.
  const author = state === 'unapproved' ? alice : admin;
  places.set(state, { ...place, second: await post(author, place.topic) });
}

/** Brings the topic back to its state, or forgets it. */
async function undo(act: string, state: string, place: Place & { other: number }): Promise<void> {
  const undoing = undoings[act];
  if (undoing === undefined || undoing.unless?.split(', ').includes(state) === true) return;
  if (undoing.by === undefined) places.delete(state);
  else await undoing.by(place, state);
}

/**
 * The same with something that is refused once the caller's rights are known, such as nodes that the act is not for:
 * for those who may do what a caller before them has done.
 */
const probes: Readonly<Record<string, Act>> = {
  approve: (client, { topic, channel }) => client.node.approve({ nodeids: [topic, channel] }),
  unapprove: (client, { topic, channel }) => client.node.unapprove({ nodeids: [topic, channel] }),
  setSticky: (client, { topic, channel }) => client.node.setSticky({ nodeids: [topic, channel] }),
  setFeatured: (client, { topic, channel }) =>
    client.node.setFeatured({ nodeids: [topic, channel] }),
  'moveNodes, topic': (client, { topic }) =>
    client.node.moveNodes({
      ...{ nodeids: [topic], to_parent: target.channel },
      leaveRedirectData: { leave_redirect: true, expires: 1 },
    }),
  undeleteNodes: (client, { topic, channel }) =>
    client.node.undeleteNodes({ nodeids: [topic, channel] }),
  mergeTopics: (client, { topic, first }) =>
    client.node.mergeTopics({ nodeids: [topic], targetnodeid: first }),
  mergePosts: (client, { topic, first }) =>
    client.node.mergePosts({ input: { mergePosts: [topic, first], destnodeid: first } }),
  'moveNodes, reply': (client, { first }) =>
    client.node.moveNodes({ nodeids: [first], to_parent: first }),
  'moveNodes, split': (client, { channel, first }) =>
    client.node.moveNodes({ nodeids: [first], to_parent: channel, makeTopic: true }),
};

/** What makes an ordinary topic one in that state. */
const states: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
  ordinary: async () => undefined,
  closed: ({ topic }) => admin.node.closeNode({ nodeid: [topic] }),
  unapproved: ({ topic }) => admin.node.unapprove({ nodeids: [topic] }),
  'soft-deleted': ({ topic }) => admin.node.deleteNodes({ nodeids: [topic], hard: false }),
  'in staff': async () => undefined,
};

interface Row {
  readonly act: string;
  readonly state: string;
  readonly marks: readonly string[];
}

const rows: readonly Row[] = matrix
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [state = '', act = '', ...marks] = line.trim().split(/ {2,}/);
    return { state, act, marks };
  });

let board: TestBoard;
let admin: Signpost;
let alice: Signpost;
let target: Place & { other: number };
const clients = new Map<CallerName, Signpost>();
const channels = new Map<string, { channel: number; other: number }>();

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
  alice = await board.login('alice');
  clients.set('guest', board.guest());
  clients.set('banned', await loginAs(board, 'Kofi', 8));
  clients.set('member', await board.login('bob'));
  clients.set('author', alice);
  clients.set('elsewhere', await loginAs(board, 'Jana', 2));
  clients.set('chanmod', await loginAs(board, 'Lars', 2));
  clients.set('moderator', await board.login('mod'));
  clients.set('supermod', await loginAs(board, 'Igor', 5));
  clients.set('administrator', admin);
  for (const state of Object.keys(states)) await insertChannel(state);
  await closeStaffRoom();
  const channel = await addChannel(admin, 'Target');
  target = { channel, topic: 0, first: 0, second: 0, other: 0 };
  await appoint('Jana', channel);
}, 120_000);
afterAll(async () => {
  await board.stop();
});

async function insertChannel(state: string): Promise<void> {
  const channel = await addChannel(admin, state);
  await appoint('Lars', channel);
  channels.set(state, { channel, other: await post(admin, channel, 'Another topic') });
}

async function appoint(username: string, nodeid: number): Promise<void> {
  const member = await admin.user.fetchByUsername({ username });
  const permissions = [
    ...['caneditposts', 'candeleteposts', 'canopenclose', 'canmanagethreads'],
    ...['canmoderateposts', 'canremoveposts', 'cansetfeatured'],
  ];
  await admin.node.setModerator({
    nodeid,
    userid: member === false ? 0 : member.userid,
    permissions,
  });
}

async function closeStaffRoom(): Promise<void> {
  const { channel } = channels.get('in staff') ?? { channel: 0 };
  for (const groupid of [1, 2, 8])
    await change(board, 'insert into permission (nodeid, groupid) values (?, ?)', [
      channel,
      groupid,
    ]);
  await admin.content_channel.update({ nodeid: channel, data: { displayorder: 9 } });
}

async function insertPlace(state: string): Promise<Place & { other: number }> {
  const { channel, other } = channels.get(state) ?? { channel: 0, other: 0 };
  const author = state === 'in staff' ? admin : alice;
  const topic = await post(author, channel, state);
  const place = { channel, other, topic, first: await post(author, topic), second: 0 };
  const whole = { ...place, second: await post(author, topic) };
  await states[state]?.(whole);
  return whole;
}

/** What those are refused with whose rights are enough. */
const lateRefusals = new Set(['invalid_data', 'title_required']);

const marks: Readonly<Record<string, string>> = {
  'not refused': '+',
  no_permission: '-',
  not_logged_no_permission: '-',
  user_banned: '-',
  invalid_node_id: '.',
};

function callerOf(name: CallerName): Signpost {
  const client = clients.get(name);
  if (client === undefined) throw new Error(`there is no caller ${name}`);
  return client;
}

/** The marks of a row as they are found. */
async function marksOf({ state, act }: Pick<Row, 'state' | 'act'>): Promise<string[]> {
  const found: string[] = [];
  for (const caller of callers) {
    const probe = found.includes('+') ? probes[act] : undefined;
    found.push(await markOf(callerOf(caller), state, act, probe));
  }
  return found;
}

async function markOf(client: Signpost, state: string, act: string, probe?: Act): Promise<string> {
  const place = places.get(state) ?? (await insertPlace(state));
  places.set(state, place);
  const id = String(await refusalId((probe ?? acts[act] ?? nothing)(client, place)));
  if (probe !== undefined && lateRefusals.has(id)) return '+';
  if (id === 'not refused') await undo(act, state, place);
  return marks[id] ?? id;
}

function nothing(): Promise<never> {
  return Promise.reject(new Error('there is no such act'));
}

const places = new Map<string, Place & { other: number }>();

test('every act is tried in every state', () => {
  const tried = rows.map(({ state, act }) => `${state}: ${act}`);
  const all = Object.keys(states).flatMap((state) =>
    Object.keys(acts).map((act) => `${state}: ${act}`),
  );
  expect(tried.sort()).toEqual(all.sort());
});

describe.each(Object.keys(states))('%s', (state) => {
  const ofState = rows.filter((row) => row.state === state);
  test.each(ofState)('$act', async ({ act, marks: expected }) => {
    expect(await marksOf({ state, act })).toEqual(expected);
  });
});

/** What a member may do who has this permission in the channel, and no other. */
const permissions: Readonly<Record<string, readonly string[]>> = {
  canmoderateposts: ['approve', 'unapprove', 'fetchModLogs'],
  canmanagethreads: [
    ...['setSticky', 'moveNodes, topic', 'moveNodes, reply', 'moveNodes, split', 'mergeTopics'],
    ...['cloneNodes, reply', 'cloneNodes, split', 'setAsAnswer', 'removeAnswers'],
  ],
  cansetfeatured: ['setFeatured'],
  canopenclose: ['openNode', 'closeNode'],
  candeleteposts: ['deleteNodes, soft', 'as spam, soft', 'undeleteNodes'],
  canremoveposts: ['deleteNodes, hard', 'as spam, hard'],
  caneditposts: [],
};

describe('one permission alone opens', () => {
  test.each(Object.entries(permissions))('%s: %j', async (permission, expected) => {
    const { channel } = channels.get('ordinary') ?? { channel: 0 };
    const bob = await admin.user.fetchByUsername({ username: 'bob' });
    const userid = bob === false ? 0 : bob.userid;
    await admin.node.setModerator({ nodeid: channel, userid, permissions: [permission] });
    const open: string[] = [];
    for (const act of Object.keys(acts)) {
      if ((await markOf(callerOf('member'), 'ordinary', act)) === '+') open.push(act);
    }
    expect(open.sort()).toEqual([...expected].sort());
    await admin.node.setModerator({ nodeid: channel, userid, permissions: [] });
  });

  test('caneditposts and canremoveposts together: mergePosts', async () => {
    const { channel } = channels.get('ordinary') ?? { channel: 0 };
    const both = ['caneditposts', 'canremoveposts'];
    await admin.node.setModerator({ nodeid: channel, userid: 4, permissions: both });
    const { first, second } = await insertPlace('ordinary');
    const input = { mergePosts: [first, second], destnodeid: first };
    expect(await callerOf('member').node.mergePosts({ input })).toEqual({ nodeid: first });
    await admin.node.setModerator({ nodeid: channel, userid: 4, permissions: [] });
  });
});

test('what a moderator of a channel may do is for all to see', async () => {
  const { channel } = channels.get('ordinary') ?? { channel: 0 };
  const inner = await addChannel(admin, 'Below', channel);
  const moderators = await board.guest().node.fetchModerators({ nodeid: inner });
  const lars = moderators.find(({ username }) => username === 'Lars');
  expect(lars?.channelid).toBe(channel);
  expect(lars?.permissions).toMatchObject({ canmoderateposts: 1, canbanusers: 0 });
});

test('the author moves his topic where his usergroup has canmove', async () => {
  const place = await insertPlace('ordinary');
  const move = { nodeids: [place.topic], to_parent: target.channel };
  expect(await refusalId(alice.node.moveNodes(move))).toBe('no_permission');
  await change(
    board,
    'update permission set forumpermissions = forumpermissions + 2048 where groupid = 2 and nodeid = 1',
  );
  await admin.content_channel.update({ nodeid: target.channel, data: { displayorder: 5 } });
  expect(await refusalId(callerOf('member').node.moveNodes(move))).toBe('no_permission');
  expect(await alice.node.moveNodes(move)).toEqual([place.topic]);
});
