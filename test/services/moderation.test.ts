import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeidsOf } from '../support/lists.ts';
import { addChannel, loginAs, post, refusalId } from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';
import { countStatements } from '../support/statements.ts';

/** A usergroup whose posts always wait: it lacks `followforummoderation`. */
const WATCHED = 17;

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
/** Jana, whose posts wait. */
let jana: Signpost;
let channel: number;
beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
  await insertWatchedGroup();
  jana = await loginAs(board, 'Jana', WATCHED);
  channel = await addChannel(admin, 'Moderated');
});
afterAll(async () => {
  await board.stop();
});

async function insertWatchedGroup(): Promise<void> {
  await board.database.transaction(async (db) => {
    await db.run(db.knex('usergroup').insert({ usergroupid: WATCHED, title: 'Watched' }));
    // canview, canviewothers, canpostnew, canreplyown, canreplyothers, caneditpost, candeletepost, canviewthreads
    const forumpermissions = 1 | 2 | 16 | 32 | 64 | 128 | 256 | 524288;
    await db.run(db.knex('permission').insert({ nodeid: 1, groupid: WATCHED, forumpermissions }));
  });
}

const isSeen = async (client: Signpost, nodeid: number): Promise<boolean> =>
  (await refusalId(client.node.getNode({ nodeid }))) === 'not refused';

async function notified(client: Signpost): Promise<number> {
  await workOff(board);
  return client.notification.fetchUnreadCount();
}

describe('a post that waits for approval', () => {
  test('is seen by its author and moderators only, and counts nowhere', async () => {
    const topic = await post(alice, channel, 'Open to all');
    const reply = await post(jana, topic);
    expect(await isSeen(jana, reply)).toBe(true);
    expect(await isSeen(mod, reply)).toBe(true);
    expect(await isSeen(alice, reply)).toBe(false);
    expect(await isSeen(board.guest(), reply)).toBe(false);
    expect(await alice.node.getNode({ nodeid: topic })).toMatchObject({ textcount: 0 });
  });

  test('shows once it is approved, as published then', async () => {
    const topic = await post(alice, channel, 'Approving');
    const reply = await post(jana, topic);
    board.tick(60);
    expect(await mod.node.approve({ nodeids: [reply] })).toEqual([reply]);
    const shown = await alice.node.getNode({ nodeid: reply });
    expect(shown.publishdate - shown.created).toBeGreaterThanOrEqual(60);
    expect(await alice.node.getNode({ nodeid: topic })).toMatchObject({
      textcount: 1,
      lastcontentid: reply,
      lastcontent: shown.publishdate,
    });
    expect(await mod.node.approve({ nodeids: [reply] })).toEqual([]);
  });

  test('keeps its date when it is approved a second time', async () => {
    const reply = await post(bob, await post(alice, channel, 'Twice'));
    const { publishdate } = await bob.node.getNode({ nodeid: reply });
    await mod.node.unapprove({ nodeids: [reply] });
    board.tick(60);
    await mod.node.setApprovedPost({ nodeid: reply, approved: true });
    expect(await bob.node.getNode({ nodeid: reply })).toMatchObject({ publishdate, approved: 1 });
  });

  test('is told of when it is approved, not when it is written', async () => {
    const topic = await post(alice, channel, 'Tell me');
    const before = await notified(alice);
    const reply = await post(jana, topic);
    expect(await notified(alice)).toBe(before);
    await mod.node.approve({ nodeids: [reply] });
    expect(await notified(alice)).toBe(before + 1);
    await mod.node.unapprove({ nodeids: [reply] });
    await mod.node.approve({ nodeids: [reply] });
    expect(await notified(alice)).toBe(before + 1);
  });
});

describe('a channel whose topics wait', () => {
  let watched: number;
  beforeAll(async () => {
    watched = await addChannel(admin, 'Watched');
    const options = { moderate_topics: '1' };
    expect(await admin.node.setNodeOptions({ nodeid: watched, options })).toBe(256);
  });

  test('takes topics of members for approval, and their replies at once', async () => {
    const topic = await post(alice, watched, 'Waiting');
    expect(await isSeen(bob, topic)).toBe(false);
    await mod.node.approve({ nodeids: [topic] });
    const reply = await post(bob, topic);
    expect(await isSeen(alice, reply)).toBe(true);
  });

  test('takes those of its moderators at once', async () => {
    expect(await isSeen(bob, await post(mod, watched, 'From a moderator'))).toBe(true);
  });

  test('shows in the content of the channel, and keeps its other options', async () => {
    const keep = { nodeid: watched, options: { moderate_comments: '1', moderate_topics: '0' } };
    expect(await admin.node.setNodeOptions(keep)).toBe(4);
    const content = (await bob.node.getNodeFullContent({ nodeid: watched }))[watched]?.content;
    expect(content?.moderate_comments).toBe(1);
    const wrong = { nodeid: watched, options: { moderate_all: '1' } };
    expect(await refusalId(admin.node.setNodeOptions(wrong))).toBe('invalid_data');
  });
});

describe('what waits', () => {
  test('is listed for those who moderate there, and for its author', async () => {
    const place = await addChannel(admin, 'Queue');
    const topic = await post(alice, place, 'Open');
    const waiting = [await post(jana, topic), await post(jana, topic)];
    const lars = await loginAs(board, 'Lars', 2);
    expect(await refusalId(lars.node.listPendingPosts())).toBe('no_permission');
    expect(await refusalId(board.guest().node.listPendingPosts())).toBe('not_logged_no_permission');
    const found = await lars.user.fetchByUsername({ username: 'Lars' });
    const userid = found === false ? 0 : found.userid;
    const permissions = ['canmoderateposts'];
    await admin.node.setModerator({ nodeid: place, userid, permissions });
    expect(nodeidsOf((await lars.node.listPendingPosts()).nodes)).toEqual([...waiting].reverse());
    expect(
      nodeidsOf((await lars.node.listPendingPosts({ options: { perpage: 1, page: 2 } })).nodes),
    ).toEqual([waiting[0]]);
    const own = await jana.node.listPendingPostsForCurrentUser();
    expect(nodeidsOf(own.nodes)).toEqual(expect.arrayContaining(waiting));
    await lars.node.approve({ nodeids: waiting });
    expect(await lars.node.listPendingPosts()).toMatchObject({ nodes: [], totalcount: 0 });
  });

  test('of others is not told to an author whose topic is hidden', async () => {
    const topic = await post(alice, channel, 'To be hidden');
    const reply = await post(jana, topic);
    await mod.node.unapprove({ nodeids: [topic] });
    expect(nodeidsOf((await jana.node.listPendingPostsForCurrentUser()).nodes)).not.toContain(
      reply,
    );
    expect(await isSeen(jana, reply)).toBe(false);
    expect(nodeidsOf((await mod.node.listPendingPosts()).nodes)).toEqual(
      expect.arrayContaining([topic, reply]),
    );
  });
});

describe('soft deletion', () => {
  test('is taken back, but for what was deleted below by itself', async () => {
    const topic = await post(alice, channel, 'Gone and back');
    const [first, second] = [await post(bob, topic), await post(bob, topic)];
    await mod.node.deleteNodes({ nodeids: [first], hard: false, reason: 'rude' });
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    expect(await mod.node.undeleteNodes({ nodeids: [topic, second] })).toEqual([topic]);
    expect(await isSeen(alice, second)).toBe(true);
    expect(await isSeen(alice, first)).toBe(false);
    expect(await mod.node.getNode({ nodeid: first })).toMatchObject({ deletereason: 'rude' });
    expect(await mod.node.undeleteNodes({ nodeids: [first] })).toEqual([first]);
    const { deletereason, deleteuserid } = await alice.node.getNode({ nodeid: first });
    expect([deletereason, deleteuserid]).toEqual(['', 0]);
  });
});

describe('sticky and featured topics', () => {
  test('come first, and are found by who asks for them', async () => {
    const place = await addChannel(admin, 'Sticky');
    const [old, recent] = [await post(alice, place, 'Old'), await post(alice, place, 'Recent')];
    await mod.node.setSticky({ nodeids: [old] });
    const list = await alice.node.getNode({ nodeid: old });
    expect(list.sticky).toBe(1);
    expect(await mod.node.setFeatured({ nodeids: [recent] })).toEqual([recent]);
    const featured = await alice.node.fetchActivity({ params: { sort: 'sort_featured' } });
    expect(nodeidsOf(featured)).toEqual([recent]);
    await mod.node.unsetSticky({ nodeids: [old] });
    await mod.node.setUnFeatured({ nodeids: [recent] });
    expect(await alice.node.fetchActivity({ params: { sort: 'sort_featured' } })).toEqual([]);
  });

  test('are topics: no reply is sticky, no channel featured', async () => {
    const reply = await post(bob, await post(alice, channel, 'Not sticky'));
    expect(await refusalId(mod.node.setSticky({ nodeids: [reply] }))).toBe('invalid_data');
    expect(await refusalId(mod.node.setFeatured({ nodeids: [channel] }))).toBe('invalid_data');
  });
});

describe('the log', () => {
  test('has an entry for every act, the latest first', async () => {
    const place = await addChannel(admin, 'Logged');
    const [from, to] = [await addChannel(admin, 'From', place), await addChannel(admin, 'To')];
    const topic = await post(alice, from, 'Logged topic');
    const reply = await post(bob, topic);
    const nodeids = [topic];
    await mod.node.unapprove({ nodeids });
    await mod.node.approve({ nodeids });
    await mod.node.setSticky({ nodeids });
    await mod.node.closeNode({ nodeid: nodeids });
    await mod.node.deleteNodes({ nodeids, hard: false, reason: 'Why not', modlog: false });
    await mod.node.undeleteNodes({ nodeids });
    await mod.node.setAsAnswer({ nodeid: reply });
    await mod.node.moveNodes({ nodeids, to_parent: to, modlog: false });
    const log = await mod.node.fetchModLogs({ nodeid: topic });
    expect(log.map(({ action }) => action)).toEqual([
      ...['move', 'undelete', 'softdelete', 'close', 'stick', 'approve', 'unapprove'],
    ]);
    expect(log[0]).toMatchObject({ username: 'mod', aboutid: to, channelid: from, nodeid: topic });
    expect(log[2]).toMatchObject({ reason: 'Why not', nodetitle: 'Logged topic' });
    expect(log[2]).not.toHaveProperty('ipaddress');
    expect(await admin.node.fetchModLogs({ nodeid: topic, perpage: 1, page: 2 })).toMatchObject([
      { action: 'undelete', username: 'mod' },
    ]);
    await mod.content_text.delete({ nodeid: topic });
    const [last] = await mod.node.fetchModLogs({ nodeid: to });
    expect(last).toMatchObject({ action: 'harddelete', nodeid: topic, nodeauthorname: 'alice' });
  });

  test('has none for what was refused', async () => {
    const topic = await post(alice, channel, 'Refused');
    await refusalId(mod.node.setSticky({ nodeids: [topic, 999_999] }));
    await refusalId(bob.node.setSticky({ nodeids: [topic] }));
    expect(await mod.node.fetchModLogs({ nodeid: topic })).toEqual([]);
  });
});

describe('answers', () => {
  test('are marked by the author of the topic, one or several', async () => {
    const topic = await post(alice, channel, 'Question');
    const [one, two] = [await post(bob, topic), await post(mod, topic)];
    const answers = async () => (await bob.node.getAnswerNodeids({ starterid: topic })).nodeids;
    expect(await alice.node.setAsAnswer({ nodeid: one })).toEqual({ success: true });
    expect(await refusalId(alice.node.setAsAnswer({ nodeid: one }))).toBe('is_already_answer');
    await alice.node.setAsAnswer({ nodeid: two });
    expect(await answers()).toEqual([one, two]);
    await alice.node.setExclusiveAnswer({ nodeid: two });
    expect(await answers()).toEqual([two]);
    expect(await refusalId(alice.node.setAsAnswer({ nodeid: one, set: false }))).toBe(
      'is_not_answer',
    );
    expect(await alice.node.removeAnswers({ nodeids: [topic] })).toEqual([two]);
    expect(await answers()).toEqual([]);
    expect(await mod.node.fetchModLogs({ nodeid: one })).toEqual([]);
  });

  test('are replies, visible, and of this topic', async () => {
    const topic = await post(alice, channel, 'Another question');
    const reply = await post(bob, topic);
    const comment = await post(bob, reply);
    for (const nodeid of [topic, comment])
      expect(await refusalId(alice.node.setAsAnswer({ nodeid }))).toBe('node_cannot_be_answer');
    await alice.node.setAsAnswer({ nodeid: reply });
    await mod.node.unapprove({ nodeids: [reply] });
    expect(await alice.node.getAnswerNodeids({ starterid: topic })).toEqual({ nodeids: [] });
    await mod.node.approve({ nodeids: [reply] });
    const other = await post(alice, channel, 'Elsewhere');
    await mod.node.moveNodes({ nodeids: [reply], to_parent: other });
    expect(await alice.node.getAnswerNodeids({ starterid: other })).toEqual({ nodeids: [] });
  });
});

describe('activity', () => {
  test('is the newest of the board, or of a member, as far as it is seen', async () => {
    board.tick(100);
    const topic = await post(alice, channel, 'Newest topic');
    board.tick(10);
    const reply = await post(bob, topic);
    await post(jana, topic);
    const newest = await bob.node.fetchActivity({ params: { perpage: 2 } });
    expect(nodeidsOf(newest).sort((a, b) => a - b)).toEqual([topic, reply]);
    const ofBob = await alice.node.fetchActivity({ params: { userid: 4, perpage: 1 } });
    expect(nodeidsOf(ofBob)).toEqual([reply]);
    const daily = {
      date: 'daily',
      filter_show: 'Text',
      sort: 'sort_oldest',
      perpage: 100,
    } as const;
    expect(nodeidsOf(await bob.node.fetchActivity({ params: daily }))).toContain(reply);
    const all = { userid: 4, filter_source: 'source_all', perpage: 1 } as const;
    expect(nodeidsOf(await bob.node.fetchActivity({ params: all }))).toEqual([reply]);
    const popular = { sort: 'sort_popular' } as const;
    expect(nodeidsOf(await bob.node.fetchActivity({ params: popular })).length).toBeGreaterThan(0);
    const visitors = { userid: 4, filter_source: 'source_vm' } as const;
    expect(await bob.node.fetchActivity({ params: visitors })).toEqual([]);
  });

  test('knows its filters', async () => {
    for (const params of [
      { sort: 'x' },
      { date: 'x' },
      { filter_show: 'x' },
      { filter_source: 'x' },
    ])
      expect(await refusalId(bob.call('node.fetchActivity', { params }))).toBe('invalid_parameter');
  });
});

describe('how many statements', () => {
  test.each<[string, (perpage: number) => object]>([
    ['node.listPendingPosts', (perpage) => ({ options: { perpage } })],
    ['node.fetchActivity', (perpage) => ({ params: { perpage } })],
    ['node.fetchModLogs', (perpage) => ({ nodeid: channel, perpage })],
  ])('%s takes does not depend on how much it finds', async (method, params) => {
    const topic = await post(alice, channel, 'Statements');
    for (let count = 0; count < 5; count += 1) await post(jana, topic);
    const counts = [];
    for (const perpage of [1, 20])
      counts.push(await countStatements(board, () => mod.call(method, { ...params(perpage) })));
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(7);
  });
});
