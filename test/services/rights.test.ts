import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, loginAs, post, refusal } from '../support/nodes.ts';

/**
 * Who may do what with a post by alice, by where it is and what state it is in. All methods of an act, listed
 * below, answer alike.
 *
 * `ok` he may, or finds it; `none` there is no such thing for him; `no` he may not; `login` a guest may not, but
 * members may; `closed` he may not since the topic is closed.
 *
 * `concerned` is a member whose profile it is on, or to whom it was sent, or whose post was reported; elsewhere he is
 * any member. `awaiting` has not confirmed his address. `chanmod` is a member who moderates that channel, or for a
 * report the channel of the reported post; he may not edit topics (`caneditthreads`), so he tags none.
 */
const callers = [
  ...['guest', 'member', 'author', 'concerned', 'awaiting', 'banned', 'chanmod', 'supermod'],
  ...['administrator'],
] as const;

const matrix = `
  guest   member  author  concerned  awaiting  banned  chanmod  supermod  administrator  acts
open forum:
  ok      ok      ok      ok         ok        none    ok       ok        ok             read, list, list what shows, count
  ok      ok      ok      ok         ok        no      ok       ok        ok             search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   ok      ok      ok         no        none    ok       ok        ok             reply, reply with other types, reply with a gallery
  login   ok      ok      ok         no        none    ok       ok        ok             vote
  login   no      ok      no         no        none    ok       ok        ok             edit, edit other types, attach, read versions
  login   ok      no      ok         no        none    ok       ok        ok             like
  login   no      ok      no         no        none    no       ok        ok             tag
  login   ok      ok      ok         ok        none    ok       ok        ok             follow, report
  login   no      no      no         no        none    ok       ok        ok             delete, undelete, approve, close, manage
  no      no      no      no         no        none    ok       ok        ok             delete for good
closed topic:
  ok      ok      ok      ok         ok        none    ok       ok        ok             read, list, list what shows, count
  ok      ok      ok      ok         ok        no      ok       ok        ok             search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   closed  closed  closed     no        none    ok       ok        ok             reply, reply with other types, reply with a gallery
  login   no      closed  no         no        none    ok       ok        ok             edit, edit other types, attach
  login   no      ok      no         no        none    ok       ok        ok             read versions
  login   closed  closed  closed     no        none    closed   closed    closed         vote
  login   ok      no      ok         no        none    ok       ok        ok             like
  login   no      ok      no         no        none    no       ok        ok             tag
  login   ok      ok      ok         ok        none    ok       ok        ok             follow, report
  login   no      no      no         no        none    ok       ok        ok             delete, undelete, approve, close, manage
  no      no      no      no         no        none    ok       ok        ok             delete for good
hidden forum:
  none    none    none    none       none      none    none     ok        ok             read, list, list what shows, count, reply
  none    none    none    none       none      none    none     ok        ok             reply with other types, reply with a gallery, edit
  none    none    none    none       none      none    none     ok        ok             read versions, delete, delete for good, undelete
  none    none    none    none       none      none    none     ok        ok             approve, close, manage
  none    none    none    none       none      no      none     ok        ok             search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   none    none    none       none      none    none     ok        ok             edit other types, attach, vote, like, tag, follow
  login   none    none    none       none      none    none     ok        ok             report
own topics only:
  none    none    ok      none       none      none    ok       ok        ok             read, list, list what shows, count, reply
  none    none    ok      none       none      none    ok       ok        ok             reply with other types, reply with a gallery, edit
  none    none    ok      none       none      none    ok       ok        ok             read versions
  none    none    ok      none       none      no      ok       ok        ok             search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   none    ok      none       none      none    ok       ok        ok             edit other types, attach, vote, follow, report
  login   none    ok      none       none      none    no       ok        ok             tag
  login   none    no      none       none      none    ok       ok        ok             like
  none    none    no      none       none      none    ok       ok        ok             delete, delete for good, undelete, approve, close
  none    none    no      none       none      none    ok       ok        ok             manage
unapproved:
  none    none    ok      none       none      none    ok       ok        ok             read, reply, reply with other types
  none    none    ok      none       none      none    ok       ok        ok             reply with a gallery, edit, read versions
  none    none    none    none       none      none    ok       ok        ok             list, count
  none    none    none    none       none      none    none     none      none           list what shows
  none    none    none    none       none      no      none     none      none           search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   none    ok      none       none      none    ok       ok        ok             edit other types, attach, vote, follow, report
  login   none    no      none       none      none    ok       ok        ok             like
  login   none    ok      none       none      none    no       ok        ok             tag
  none    none    no      none       none      none    ok       ok        ok             delete, delete for good, undelete, approve, close
  none    none    no      none       none      none    ok       ok        ok             manage
soft-deleted:
  none    none    none    none       none      none    ok       ok        ok             read, list, count, reply, reply with other types
  none    none    none    none       none      none    ok       ok        ok             reply with a gallery, edit, read versions, delete
  none    none    none    none       none      none    ok       ok        ok             delete for good, undelete, approve, close, manage
  none    none    none    none       none      none    none     none      none           list what shows
  none    none    none    none       none      no      ok       ok        ok             search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   none    none    none       none      none    ok       ok        ok             edit other types, attach, vote, like, follow, report
  login   none    none    none       none      none    no       ok        ok             tag
private message:
  none    none    none    none       none      none    none     none      none           read, list, list what shows, count, reply
  none    none    none    none       none      none    none     none      none           reply with other types, reply with a gallery, edit
  none    none    none    none       none      none    none     none      none           read versions, delete, delete for good, undelete
  none    none    none    none       none      none    none     none      none           approve, close, manage
  none    none    ok      ok         none      no      none     none      none           search
  login   none    ok      ok         none      none    none     none      none           read as a message
  login   none    none    none       none      none    none     none      none           read as a report, edit other types, attach, vote
  login   none    none    none       none      none    none     none      none           like, tag, follow
  login   none    ok      ok         none      none    none     none      none           report
visitor message:
  ok      ok      ok      ok         ok        none    ok       ok        ok             read, list, list what shows, count
  ok      ok      ok      ok         ok        no      ok       ok        ok             search
  login   none    none    none       none      none    none     none      none           read as a message, read as a report
  login   none    none    none       none      none    none     none      none           edit other types, vote
  login   ok      ok      ok         no        none    ok       ok        ok             reply
  login   no      no      no         no        none    no       no        no             reply with other types, reply with a gallery
  login   no      ok      no         no        none    no       ok        ok             edit, attach, read versions, tag
  login   ok      no      ok         no        none    ok       ok        ok             like
  login   ok      ok      ok         ok        none    ok       ok        ok             follow, report
  login   no      no      ok         no        none    no       ok        ok             delete, approve
  no      no      no      no         no        none    no       ok        ok             delete for good
  login   no      no      no         no        none    no       ok        ok             undelete, close, manage
report:
  none    none    none    none       none      none    none     none      none           read, list, list what shows, count, reply
  none    none    none    none       none      none    none     none      none           reply with other types, reply with a gallery, edit
  none    none    none    none       none      none    none     none      none           read versions, delete, delete for good, undelete
  none    none    none    none       none      none    none     none      none           approve, close, manage
  none    none    none    none       none      no      none     none      none           search
  login   none    none    none       none      none    none     none      none           read as a message, edit other types, attach, vote
  login   none    none    none       none      none    none     none      none           like, tag, follow, report
  login   none    none    none       none      none    ok       ok        ok             read as a report
`;

interface Place {
  readonly channel: number;
  /** The post; what the topics of forums hold has a reply of each type below it. */
  readonly post: number;
  readonly poll: number;
  readonly link: number;
  readonly video: number;
  readonly options: readonly number[];
  /** A word that is nowhere else. */
  readonly word: string;
}

type Call = (client: Signpost, place: Place) => Promise<unknown>;

const LONG = 'x'.repeat(600);
const polloptions = ['Tea', 'Coffee'];
const url = 'https://example.org/';
const video = 'https://youtu.be/dQw4w9WgXcQ';

/** True when one of them is the post. */
const has = (found: object, { post }: Place): boolean =>
  Object.values(found).some(({ nodeid }: { nodeid: number }) => nodeid === post);

/** Methods that answer whoever sees the post. */
const reading: Readonly<Record<string, Call>> = {
  'node.getNode': (client, { post: nodeid }) => client.node.getNode({ nodeid }),
  'node.getNodes': async (client, place) =>
    has(await client.node.getNodes({ nodeList: [place.post] }), place),
  'node.getNodeFullContent': (client, { post: nodeid }) =>
    client.node.getNodeFullContent({ nodeid }),
  'node.getFullContentforNodes': async (client, place) =>
    has(await client.node.getFullContentforNodes({ nodeList: [place.post] }), place),
  'node.getFirstChildAfterTime': (client, { post: parentNodeId }) =>
    client.node.getFirstChildAfterTime({ parentNodeId, timeStamp: 0 }),
  'node.incrementNodeview': (client, { post: nodeid }) => client.node.incrementNodeview({ nodeid }),
  'node.listNodeContent': (client, { post: parentid }) => client.node.listNodeContent({ parentid }),
  'content_text.getFullContent': (client, { post: nodeid }) =>
    client.content_text.getFullContent({ nodeid }),
  'content_text.getQuotes': (client, { post: nodeid }) =>
    client.content_text.getQuotes({ nodeids: [nodeid] }),
  'content_poll.getFullContent': (client, { poll: nodeid }) =>
    client.content_poll.getFullContent({ nodeid }),
  'content_link.getQuoteText': (client, { link: nodeid }) =>
    client.content_link.getQuoteText({ nodeid }),
  'content_video.getBareContent': (client, { video: nodeid }) =>
    client.content_video.getBareContent({ nodeid }),
  'content_gallery.getContent': (client, { post: nodeid }) =>
    client.content_gallery.getContent({ nodeid }),
  'search.getRelatedTopics': (client, { post: nodeid }) =>
    client.search.getRelatedTopics({ nodeid, count: 1 }),
  'follow.isFollowingContent': (client, { post: contentId }) =>
    client.follow.isFollowingContent({ contentId }),
  'tags.getNodeTags': (client, { post: nodeid }) => client.tags.getNodeTags({ nodeid }),
  'reactions.fetchWhovoted': (client, { post: nodeid }) =>
    client.reactions.fetchWhovoted({ nodeid, votetypeid: 1 }),
  'user.hasPermissions': (client, { post: nodeid }) =>
    client.user.hasPermissions({ group: 'forumpermissions', permission: 'canview', nodeid }),
  'user.getCanCreate': async (client, { post: nodeid }) =>
    Object.keys(await client.user.getCanCreate({ nodeid })).length > 0,
};

const listing: Readonly<Record<string, Call>> = {
  'search.getPageNumber': async (client, { post: nodeid }) =>
    (await client.search.getPageNumber({ nodeid })) > 0,
  'node.listNodeFullContent': async (client, place) =>
    has(await client.node.listNodeFullContent({ parentid: place.channel, depth: 1 }), place),
};

/** These show nobody what waits for approval or, unless asked for, is deleted. */
const listingShown: Readonly<Record<string, Call>> = {
  'search.getChannelTopics': async (client, place) => {
    const search_json = { channel: String(place.channel), exclude_deleted: '1' };
    return has((await client.search.getChannelTopics({ search_json })).results, place);
  },
  'node.fetchActivity': async (client, place) =>
    has(await client.node.fetchActivity({ params: { userid: authorid, perpage: 100 } }), place),
};

const counting: Readonly<Record<string, Call>> = {
  'node.listNodeFullContentCount': async (client, { channel, poll, post: nodeid }) => {
    const count = await client.node.listNodeFullContentCount({ parentid: channel, depth: 1 });
    // The profiles and private messages of the sandbox are not the test's own.
    return poll === nodeid ? count >= 1 : count === 1;
  },
};

const searching: Readonly<Record<string, Call>> = {
  'search.getInitialResults': async (client, place) => {
    const search_json = { keywords: place.word };
    return has((await client.search.getInitialResults({ search_json })).results, place);
  },
  'search.getInitialNodes': async (client, { post: nodeid, word }) => {
    const search_json = { keywords: word };
    const { results } = await client.search.getInitialNodes({ search_json });
    return results.includes(nodeid);
  },
};

/** Posts that are refused for their titles, once it is known that the caller may post. */
const replying: Readonly<Record<string, Call>> = {
  'content_text.add': (client, { post: parentid }) =>
    client.content_text.add({ data: { parentid, title: LONG, rawtext: 'x' } }),
  'content_poll.add': (client, { post: parentid }) =>
    client.content_poll.add({ data: { parentid, title: LONG, polloptions } }),
  'content_link.add': (client, { post: parentid }) =>
    client.content_link.add({ data: { parentid, title: LONG, url } }),
  'content_video.add': (client, { post: parentid }) =>
    client.content_video.add({ data: { parentid, title: LONG, rawtext: 'V', url: video } }),
};

const editing: Readonly<Record<string, Call>> = {
  'content_text.update': (client, { post: nodeid }) =>
    client.content_text.update({ nodeid, data: { title: LONG } }),
  'content_poll.update': (client, { poll: nodeid }) =>
    client.content_poll.update({ nodeid, data: { title: LONG } }),
  'content_poll.addToTopic': (client, { post: nodeid }) =>
    client.content_poll.addToTopic({ nodeid, data: { question: LONG, polloptions } }),
  'content_link.update': (client, { link: nodeid }) =>
    client.content_link.update({ nodeid, data: { title: LONG } }),
  'content_video.update': (client, { video: nodeid }) =>
    client.content_video.update({ nodeid, data: { title: LONG } }),
};

/** Each act with its methods. None of them changes anything that another one asks for. */
const acts: Readonly<Record<string, Readonly<Record<string, Call>>>> = {
  read: reading,
  list: listing,
  'list what shows': listingShown,
  count: counting,
  search: searching,
  'read as a message': {
    'content_privatemessage.getMessage': (client, { post: nodeid }) =>
      client.content_privatemessage.getMessage({ nodeid }),
  },
  'read as a report': {
    'content_report.getFullContent': (client, { post: nodeid }) =>
      client.content_report.getFullContent({ nodeid }),
    'content_report.openClose': (client, { post: nodeid }) =>
      client.content_report.openClose({ nodeids: [nodeid], op: 'open' }),
  },
  reply: { 'content_text.add': replying['content_text.add'] ?? never },
  'reply with other types': Object.fromEntries(
    Object.entries(replying).filter(([name]) => name !== 'content_text.add'),
  ),
  'reply with a gallery': {
    'content_gallery.add': (client, { post: parentid }) =>
      client.content_gallery.add({ data: { parentid, title: LONG, filedataids: [999_999] } }),
  },
  edit: { 'content_text.update': editing['content_text.update'] ?? never },
  'edit other types': Object.fromEntries(
    Object.entries(editing).filter(([name]) => name !== 'content_text.update'),
  ),
  attach: {
    'content_attach.add': (client, { post: parentid }) =>
      client.content_attach.add({ data: { parentid, filedataid: 999_999 } }),
    'node.addAttachment': (client, { post: nodeid }) =>
      client.node.addAttachment({ nodeid, data: { filedataid: 999_999 } }),
  },
  'read versions': {
    'content_text.getEditHistory': (client, { post: nodeid }) =>
      client.content_text.getEditHistory({ nodeid }),
  },
  vote: {
    'content_poll.vote': (client, { options }) =>
      client.content_poll.vote({ polloptionids: [...options] }),
  },
  like: {
    'nodevote.voteNode': (client, { post: nodeid }) =>
      client.nodevote.voteNode({ nodeid, votetypeid: 1 }),
    'reputation.vote': (client, { post: nodeid }) => client.reputation.vote({ nodeid }),
    'reactions.voteNode': (client, { post: nodeid }) =>
      client.reactions.voteNode({ nodeid, votetypeid: 1 }),
  },
  tag: {
    'tags.addTags': (client, { post: nodeid }) => client.tags.addTags({ nodeid, taglist: [LONG] }),
  },
  follow: {
    'follow.add': (client, { post: follow_item }) =>
      client.follow.add({ follow_item, type: 'follow_contents' }),
    'notification.unsubscribeFromNotification': (client, { post: sentbynodeid }) =>
      client.notification.unsubscribeFromNotification({ sentbynodeid }),
    'node.markRead': (client, { post: nodeid }) => client.node.markRead({ nodeid }),
  },
  report: {
    'content_report.add': (client, { post: reportnodeid }) =>
      client.content_report.add({ data: { reportnodeid, rawtext: '' } }),
  },
  delete: {
    'node.deleteNodes': (client, { post: nodeid }) =>
      client.node.deleteNodes({ nodeids: [nodeid], hard: false }),
    'node.deleteNodesAsSpam': (client, { post: nodeid }) =>
      client.node.deleteNodesAsSpam({ nodeids: [nodeid], hard: false }),
  },
  'delete for good': {
    'user.canRemovePost': async (client, { post: nodeid }) =>
      (await client.user.canRemovePost({ nodeid })) === 1 || 'no',
  },
  undelete: {
    'node.undeleteNodes': (client, { post: nodeid }) =>
      client.node.undeleteNodes({ nodeids: [nodeid] }),
  },
  approve: {
    'node.approve': (client, { post: nodeid }) => client.node.approve({ nodeids: [nodeid] }),
  },
  close: {
    'node.closeNode': (client, { post: nodeid }) => client.node.closeNode({ nodeid: [nodeid] }),
  },
  manage: {
    'node.setSticky': (client, { post: nodeid }) => client.node.unsetSticky({ nodeids: [nodeid] }),
    'node.moveNodes': (client, { channel, post: nodeid }) =>
      client.node.moveNodes({ nodeids: [nodeid], to_parent: channel }),
    'follow.getNodeSubscribers': (client, { post: nodeid }) =>
      client.follow.getNodeSubscribers({ nodeid }),
  },
};

/** Refusals that come when all rights are there. */
const lateRefusals = new Set(['title_too_long', 'invalid_filedata_id', 'missing_content']);
const lateActs = new Set(['vote', 'tag']);

const words: Readonly<Record<string, string>> = {
  ...{ true: 'ok', false: 'none', no: 'no' },
  ...{ invalid_node_id: 'none', invalid_poll_option: 'none' },
  ...{ no_permission: 'no', user_banned: 'no', not_logged_no_permission: 'login' },
  threadclosed: 'closed',
};

function never(): Promise<never> {
  return Promise.reject(new Error('there is no such method'));
}

let board: TestBoard;
let admin: Signpost;
let alice: Signpost;
let authorid: number;
let concernedid: number;
const clients = new Map<string, Signpost>();
const places = new Map<string, Place>();

/** What makes the places; each returns its post by alice. */
const states: Readonly<Record<string, () => Promise<Place>>> = {
  'open forum': () => topicIn('Open'),
  'closed topic': async () => changed(await topicIn('Closed'), closeTopic),
  'hidden forum': async () => {
    const place = await topicIn('Hidden');
    await takeRights(place.channel, 'forumpermissions');
    return place;
  },
  'own topics only': async () => {
    const place = await topicIn('Own only');
    await takeRights(place.channel, String(forumpermissions.canviewothers));
    return place;
  },
  unapproved: async () => changed(await topicIn('Unapproved'), unapproveTopic),
  'soft-deleted': async () => changed(await topicIn('Deleted'), deleteTopic),
  'private message': async () => {
    const word = newWord();
    const data = { title: word, rawtext: word, recipients: ['Jana'] };
    const nodeid = await alice.content_privatemessage.add({ data });
    return bare(await alice.node.fetchPMChannel(), nodeid, word);
  },
  'visitor message': async () => {
    const word = newWord();
    const channel = await alice.node.fetchVMChannel();
    const data = { parentid: 0, setfor: concernedid, rawtext: word };
    return bare(channel, await alice.content_text.add({ data }), word);
  },
  report: async () => {
    const word = newWord();
    const { channel } = await topicIn('Reported');
    const reportnodeid = await post(client('concerned'), channel, 'Reported');
    const data = { reportnodeid, rawtext: word };
    const nodeid = await alice.content_report.add({ data });
    const row = await board.database
      .reader()
      .get<{ parentid: number }>('select parentid from node where nodeid = ?', [nodeid]);
    return bare(row?.parentid ?? 0, nodeid, word);
  },
};

type Change = (nodeid: number) => Promise<unknown>;

const closeTopic: Change = (nodeid) => admin.node.closeNode({ nodeid: [nodeid] });
const openTopic: Change = (nodeid) => admin.node.openNode({ nodeid: [nodeid] });
const unapproveTopic: Change = (nodeid) => admin.node.unapprove({ nodeids: [nodeid] });
const deleteTopic: Change = (nodeid) => admin.node.deleteNodes({ nodeids: [nodeid], hard: false });
const undeleteTopic: Change = (nodeid) => admin.node.undeleteNodes({ nodeids: [nodeid] });

/** What an act that was not refused has changed, and how it is undone. */
function undoing(act: string, state: string): Change | undefined {
  if (act === 'delete' && state !== 'soft-deleted') return undeleteTopic;
  if (act === 'undelete' && state === 'soft-deleted') return deleteTopic;
  if (act === 'approve' && state === 'unapproved') return unapproveTopic;
  return act === 'close' && state !== 'closed topic' ? openTopic : undefined;
}

async function changed(place: Place, change_: Change): Promise<Place> {
  await change_(place.post);
  return place;
}

let count = 0;

/** A word that is nowhere else, since each begins with another letter. */
function newWord(): string {
  count += 1;
  return `${String.fromCharCode(96 + count)}quaggas`;
}

function bare(channel: number, nodeid: number, word: string): Place {
  const same = { poll: nodeid, link: nodeid, video: nodeid, options: [0] };
  return { channel, post: nodeid, ...same, word };
}

async function topicIn(title: string): Promise<Place> {
  const channel = await addChannel(admin, title);
  await admin.node.setModerator({ nodeid: channel, userid: await idOf('Lars'), permissions: all });
  const word = newWord();
  const topic = { parentid: channel, title, rawtext: word };
  const parentid = await alice.content_text.add({ data: topic });
  const poll = await alice.content_poll.add({ data: { parentid, title: 'P', polloptions } });
  const link = await alice.content_link.add({ data: { parentid, title: 'L', url } });
  const data = { parentid, title: 'V', rawtext: 'V', url: video };
  const options = await board.database
    .reader()
    .all<{ polloptionid: number }>('select polloptionid from polloption where nodeid = ?', [poll]);
  return {
    ...{ channel, post: parentid, poll, link, video: await alice.content_video.add({ data }) },
    ...{ options: options.map((option) => option.polloptionid), word },
  };
}

const all = [
  ...['caneditposts', 'candeleteposts', 'canopenclose', 'canmanagethreads'],
  ...['canmoderateposts', 'canremoveposts'],
];

async function idOf(username: string): Promise<number> {
  const found = await admin.user.fetchByUsername({ username });
  return found === false ? 0 : found.userid;
}

/** Takes these bits from all but staff in a channel. */
async function takeRights(channel: number, bits: string): Promise<void> {
  await change(
    board,
    `insert into permission (nodeid, groupid, forumpermissions)
      select cast(? as decimal), groupid, forumpermissions - ${bits} from permission
        where nodeid = 1 and groupid in (1, 2, 3)`,
    [channel],
  );
  await board.running.environment.caches.forgetBoard();
}

function client(name: string): Signpost {
  const found = clients.get(name);
  if (found === undefined) throw new Error(`there is no caller ${name}`);
  return found;
}

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
  alice = await board.login('alice');
  clients.set('guest', board.guest());
  clients.set('member', await board.login('bob'));
  clients.set('author', alice);
  clients.set('concerned', await loginAs(board, 'Jana', 2));
  clients.set('awaiting', await loginAs(board, 'Mei', 3));
  clients.set('banned', await loginAs(board, 'Kofi', 8));
  clients.set('chanmod', await loginAs(board, 'Lars', 2));
  clients.set('supermod', await loginAs(board, 'Igor', 5));
  clients.set('administrator', admin);
  authorid = await idOf('alice');
  concernedid = await idOf('Jana');
  for (const [state, make] of Object.entries(states)) places.set(state, await make());
}, 120_000);
afterAll(async () => {
  await board.stop();
});

interface Row {
  readonly state: string;
  readonly act: string;
  readonly expected: readonly string[];
}

const rows = readRows();

/** A line without words begins a state; each other one has a word for each caller, and the acts. */
function readRows(): readonly Row[] {
  const found: Row[] = [];
  let state = '';
  for (const line of matrix.split('\n').slice(2)) {
    if (line.endsWith(':')) state = line.slice(0, -1);
    const [, words = '', named = ''] = /^ +((?:\w+ +){9})(.+)$/.exec(line) ?? [];
    const expected = words.trim().split(/ +/);
    if (named !== '') found.push(...named.split(', ').map((act) => ({ state, act, expected })));
  }
  return found;
}

/** What the caller gets from all methods of an act: one word, or what each of them says when they differ. */
async function wordOf(name: string, state: string, act: string): Promise<string> {
  const found = new Map<string, string>();
  const place = places.get(state);
  if (place === undefined) throw new Error(`there is no place ${state}`);
  for (const [method, call] of Object.entries(acts[act] ?? {})) {
    const [id, answer] = await refusal(call(client(name), place));
    const late = lateRefusals.has(String(id)) || (lateActs.has(act) && id === 'invalid_data');
    const allowed = id === 'not refused' || late;
    if (id === 'not refused') await undoing(act, state)?.(place.post);
    const said = allowed ? (isWord(answer) && !late ? String(answer) : 'true') : String(id);
    found.set(method, words[said] ?? said);
  }
  const [word = '', ...others] = new Set(found.values());
  return others.length === 0 ? word : JSON.stringify(Object.fromEntries(found));
}

function isWord(answer: unknown): boolean {
  return answer === false || answer === 'no';
}

test('every act is tried in every state', () => {
  const tried = rows.map(({ state, act }) => `${state}: ${act}`);
  const every = Object.keys(states).flatMap((state) =>
    Object.keys(acts).map((act) => `${state}: ${act}`),
  );
  expect(tried.sort()).toEqual(every.sort());
});

describe.each(Object.keys(states))('%s', (state) => {
  const ofState = rows.filter((row) => row.state === state);
  test.each(ofState)('$act', async ({ act, expected }) => {
    const found: string[] = [];
    for (const caller of callers) found.push(await wordOf(caller, state, act));
    expect(found).toEqual(expected);
  });
});
