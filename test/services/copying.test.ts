import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { copyContent } from '../../src/library/moderation/copying.ts';
import { foundNode } from '../../src/library/moderation/moving.ts';
import { findNodes, insertContentNode } from '../../src/library/node/node.ts';
import { removeOrphans } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named } from '../support/files.ts';
import { nodeidsOf } from '../support/lists.ts';
import { addChannel, change, keptCounters, post, refusal, refusalId } from '../support/nodes.ts';
import { expectSoundTree } from '../support/sound-tree.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
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

const expectSound = (): Promise<void> => expectSoundTree(board.database);
const node = (nodeid: number) => admin.node.getNode({ nodeid });
const content = async (nodeid: number) =>
  (await admin.node.getNodeFullContent({ nodeid }))[nodeid]?.content;

interface Topic {
  readonly from: number;
  readonly to: number;
  readonly topic: number;
  readonly reply: number;
  readonly comment: number;
}

/** A topic with a reply and a comment in a channel, and another channel. */
async function insertTopic(title: string): Promise<Topic> {
  const from = await addChannel(admin, `${title}: from`);
  const to = await addChannel(admin, `${title}: to`);
  const topic = await post(alice, from, title);
  const reply = await post(bob, topic);
  return { from, to, topic, reply, comment: await post(alice, reply) };
}

async function copyOf(nodeid: number, to_parent: number, by = mod): Promise<number> {
  return (await by.node.cloneNodes({ nodeids: [nodeid], to_parent }))[nodeid] ?? 0;
}

async function posts(username: string): Promise<number> {
  const user = await admin.user.fetchByUsername({ username });
  return user === false ? 0 : user.posts;
}

/** How many rows a table has for a node. */
async function rowsOf(table: string, column: string, nodeid: number): Promise<number> {
  const sql = `select count(*) as count from ${table} where ${column} = ?`;
  return Number((await board.database.reader().get<{ count: number }>(sql, [nodeid]))?.count);
}

function only<T>(map: Readonly<Record<string, T>>): T {
  const [first] = Object.values(map);
  if (first === undefined) throw new Error('there is none');
  return first;
}

describe('copying topics', () => {
  test('copies all below them, with authors, dates and texts', async () => {
    const { from, to, topic, reply, comment } = await insertTopic('Copied');
    board.tick(50);
    const [ofAlice, ofBob] = [await posts('alice'), await posts('bob')];
    const copies = await mod.node.cloneNodes({ nodeids: [topic, comment], to_parent: to });
    expect(Object.keys(copies).map(Number)).toEqual([topic, reply, comment]);
    const [head = 0, second = 0, third = 0] = [topic, reply, comment].map((id) => copies[id]);
    expect(await node(second)).toMatchObject({ parentid: head, starter: head, channelid: to });
    expect(await node(third)).toMatchObject({ parentid: second, starter: head });
    for (const [old, copy = 0] of Object.entries(copies)) {
      const { title, authorname, created, publishdate, userid } = await node(Number(old));
      expect(await node(copy)).toMatchObject({ title, authorname, created, publishdate, userid });
      expect((await content(copy))?.rawtext).toBe((await content(Number(old)))?.rawtext);
    }
    expect(await node(to)).toMatchObject({ textcount: 1, totalcount: 3, lastcontentid: third });
    expect(await node(from)).toMatchObject({ textcount: 1, totalcount: 3 });
    expect([await posts('alice'), await posts('bob')]).toEqual([ofAlice + 2, ofBob + 1]);
    await expectSound();
  });

  test('may be beside the old ones, under another title', async () => {
    const { from, topic } = await insertTopic('Beside');
    const call = { nodeids: [topic], to_parent: from, newtitle: ' Another  zweitausendeins ' };
    const copy = (await mod.node.cloneNodes(call))[topic] ?? 0;
    expect(await node(copy)).toMatchObject({ title: 'Another zweitausendeins', parentid: from });
    expect(await node(topic)).toMatchObject({ title: 'Beside' });
    const search_json = { keywords: 'zweitausendeins', title_only: '1' };
    const { results } = await bob.search.getInitialNodes({ search_json });
    expect(results).toEqual([copy]);
    await expectSound();
  });

  test('finds the copies by their words', async () => {
    const { to, from } = await insertTopic('Found');
    const data = { parentid: from, title: 'Found', rawtext: 'Donaudampfschifffahrt' };
    const copy = await copyOf(await alice.content_text.add({ data }), to);
    const search_json = { keywords: data.rawtext, channel: String(to) };
    const { results } = await bob.search.getInitialNodes({ search_json });
    expect(results).toEqual([copy]);
  });

  test('leaves votes, followers, marks and versions behind', async () => {
    const { to, topic, reply } = await insertTopic('Behind');
    await alice.tags.addTags({ nodeid: topic, taglist: ['signpost'] });
    await bob.nodevote.voteNode({ nodeid: topic, votetypeid: 1 });
    await bob.follow.add({ follow_item: topic, type: 'follow_contents' });
    await mod.node.setFeatured({ nodeids: [topic] });
    await mod.node.setSticky({ nodeids: [topic] });
    await mod.node.setAsAnswer({ nodeid: reply });
    await alice.content_text.update({ nodeid: topic, data: { rawtext: 'A second version' } });
    const copies = await mod.node.cloneNodes({ nodeids: [topic], to_parent: to });
    const copy = copies[topic] ?? 0;
    const kept = { taglist: 'signpost', sticky: 1, votes: 0, featured: 0 };
    expect(await node(copy)).toMatchObject(kept);
    expect(await rowsOf('tagnode', 'nodeid', copy)).toBe(1);
    expect(await bob.follow.isFollowingContent({ contentId: copy })).toBe(0);
    expect(await mod.node.getAnswerNodeids({ starterid: copy })).toEqual({ nodeids: [] });
    for (const [table, column] of [
      ['nodevote', 'nodeid'],
      ['postedithistory', 'nodeid'],
      ['notification', 'sentbynodeid'],
      ['nodeview', 'nodeid'],
    ] as const)
      expect(await rowsOf(table, column, copy)).toBe(0);
    await expectSound();
  });

  test('copies polls without their votes, links and videos', async () => {
    const { from, to, topic } = await insertTopic('Types');
    const poll = await alice.content_poll.add({
      data: { parentid: from, title: 'A poll', polloptions: ['Tea', 'Coffee'], multiple: true },
    });
    const before = await content(poll);
    const first = before?.polloptions?.[0]?.polloptionid ?? 0;
    await bob.content_poll.vote({ polloptionids: [first] });
    const url = 'https://example.org/';
    const link = await alice.content_link.add({ data: { parentid: topic, title: 'L', url } });
    const film = 'https://youtu.be/dQw4w9WgXcQ';
    const data = { parentid: topic, title: 'V', rawtext: 'V', url: film };
    const video = await alice.content_video.add({ data });
    const copies = await mod.node.cloneNodes({ nodeids: [poll, topic], to_parent: to });
    const copy = copies[poll] ?? 0;
    expect(await content(copy)).toMatchObject({ votes: 0, voters: 0, multiple: 1 });
    const options = (await content(copy))?.polloptions ?? [];
    expect(options.map(({ title, votes }) => [title, votes])).toEqual([
      ['Tea', 0],
      ['Coffee', 0],
    ]);
    await bob.content_poll.vote({ polloptionids: [options[1]?.polloptionid ?? 0] });
    expect(await content(copy)).toMatchObject({ votes: 1 });
    expect((await content(poll))?.polloptions?.map(({ votes }) => votes)).toEqual([1, 0]);
    expect(await content(copies[link] ?? 0)).toMatchObject({ url });
    expect(await rowsOf('videoitem', 'nodeid', copies[video] ?? 0)).toBe(1);
  });

  test('copies attachments, which share the file for as long as one shows it', async () => {
    const { from, to } = await insertTopic('Files');
    const { filedataid } = await alice.content_attach.upload({ file: named('a.txt', 'A file') });
    const first = await post(alice, from, 'With a file');
    const id = await alice.content_attach.add({ data: { parentid: first, filedataid } });
    const rawtext = `See [ATTACH]${id}[/ATTACH]`;
    await alice.content_text.update({ nodeid: first, data: { rawtext } });
    const copy = await copyOf(first, to);
    const [attachment] = Object.values((await content(copy))?.attachments ?? {});
    expect(attachment).toMatchObject({ filedataid, filename: 'a.txt', parentid: copy });
    const copied = attachment?.nodeid ?? 0;
    expect(copied).not.toBe(id);
    expect((await content(copy))?.rawtext).toBe(`See [ATTACH]${copied}[/ATTACH]`);
    expect((await content(copy))?.message).toContain(String(copied));
    expect((await content(first))?.rawtext).toBe(rawtext);

    await mod.node.deleteNodes({ nodeids: [first] });
    board.tick(90_000);
    await removeOrphans(board.running.environment);
    const { url } = await mod.node.getAttachmentPublicInfo({ attachmentid: copied }).then(only);
    expect(await (await fetch(url)).text()).toBe('A file');
    await mod.node.deleteNodes({ nodeids: [copy] });
    await removeOrphans(board.running.environment);
    expect(await rowsOf('filedata', 'filedataid', filedataid)).toBe(0);
  });

  test('keeps closed, unapproved and deleted posts so, as far as the caller sees them', async () => {
    const { from, to, topic, reply } = await insertTopic('States');
    const second = await post(bob, topic);
    await mod.node.unapprove({ nodeids: [second] });
    await mod.node.deleteNodes({ nodeids: [reply], hard: false, reason: 'Off topic' });
    await mod.node.closeNode({ nodeid: [topic] });
    const copies = await mod.node.cloneNodes({ nodeids: [topic], to_parent: to });
    expect(await node(copies[topic] ?? 0)).toMatchObject({ open: 0, showopen: 0, totalcount: 0 });
    expect(await node(copies[second] ?? 0)).toMatchObject({ approved: 0, showapproved: 0 });
    const hidden = { showpublished: 0, deletereason: 'Off topic' };
    expect(await node(copies[reply] ?? 0)).toMatchObject(hidden);
    await expectSound();

    const permissions = ['canmanagethreads'];
    for (const nodeid of [from, to])
      await admin.node.setModerator({ nodeid, userid: await idOf('bob'), permissions });
    const seen = await bob.node.cloneNodes({ nodeids: [topic], to_parent: to });
    expect(Object.keys(seen).map(Number)).toEqual([topic]);
    await admin.node.setModerator({ nodeid: from, userid: await idOf('bob') });
    const refused = bob.node.cloneNodes({ nodeids: [topic], to_parent: to });
    expect(await refusalId(refused)).toBe('no_permission');
    await expectSound();
  });

  test('into a channel for few is for few', async () => {
    const { to, topic, reply } = await insertTopic('Few');
    await change(board, 'update node set viewperms = 1 where nodeid = ?', [to]);
    const copies = await mod.node.cloneNodes({ nodeids: [topic], to_parent: to });
    expect(await node(copies[reply] ?? 0)).toMatchObject({ viewperms: 1 });
    const guest = board.guest();
    expect(await refusalId(guest.node.getNode({ nodeid: copies[topic] ?? 0 }))).toBe(
      'invalid_node_id',
    );
    await expectSound();
  });
});

async function idOf(username: string): Promise<number> {
  const user = await admin.user.fetchByUsername({ username });
  return user === false ? 0 : user.userid;
}

describe('copying replies', () => {
  test('to another topic takes their comments along', async () => {
    const one = await insertTopic('Source');
    const two = await insertTopic('Target');
    const call = { nodeids: [one.reply, one.comment], to_parent: two.topic };
    const copies = await mod.node.cloneNodes(call);
    const [reply = 0, comment = 0] = [copies[one.reply], copies[one.comment]];
    expect(await node(reply)).toMatchObject({ parentid: two.topic, starter: two.topic });
    expect(await node(comment)).toMatchObject({ parentid: reply, starter: two.topic });
    expect(await node(two.topic)).toMatchObject({ textcount: 2, totalcount: 4 });
    expect(await node(one.topic)).toMatchObject({ textcount: 1, totalcount: 2 });
    await expectSound();
  });

  test('to a channel makes the oldest a topic and the others its replies', async () => {
    const { from, to, topic, reply, comment } = await insertTopic('Begun');
    board.tick(5);
    const second = await post(bob, topic);
    const other = await post(mod, second);
    const call = { nodeids: [second, reply], to_parent: to };
    expect(await refusalId(mod.node.cloneNodes(call))).toBe('title_required');
    const copies = await mod.node.cloneNodes({ ...call, newtitle: 'A new topic' });
    const [head = 0, next = 0, deep = 0] = [reply, second, other].map((id) => copies[id]);
    expect(await node(head)).toMatchObject({ starter: head, parentid: to, title: 'A new topic' });
    expect(await node(next)).toMatchObject({ starter: head, parentid: head, title: '' });
    expect(await node(deep)).toMatchObject({ starter: head, parentid: next });
    expect(await node(copies[comment] ?? 0)).toMatchObject({ starter: head, parentid: head });
    expect(await node(head)).toMatchObject({ textcount: 2, totalcount: 3 });
    expect(await node(from)).toMatchObject({ textcount: 1, totalcount: 5 });
    await expectSound();
  });

  test('makes no fourth level', async () => {
    const { topic, reply, comment } = await insertTopic('Levels');
    const other = await post(bob, topic);
    const to = (nodeid: number, to_parent: number) =>
      refusal(mod.node.cloneNodes({ nodeids: [nodeid], to_parent }));
    expect(await to(reply, other)).toEqual(['invalid_data', expect.stringContaining('comment')]);
    expect(await to(other, comment)).toEqual(['invalid_data', expect.stringContaining('comments')]);
    expect(await to(other, other)).toEqual(['invalid_data', expect.stringContaining('itself')]);
    const copy = await copyOf(comment, topic);
    expect(await node(copy)).toMatchObject({ parentid: topic });
    await mod.node.deleteNodes({ nodeids: [comment], hard: false });
    await copyOf(other, reply);
    await expectSound();
  });
});

describe('what is not copied', () => {
  test('topics below topics, both kinds at once, channels, redirects, and into categories', async () => {
    const one = await insertTopic('One');
    const two = await insertTopic('Two');
    const category = await addChannel(admin, 'Category');
    await admin.content_channel.update({ nodeid: category, data: { category: true } });
    const leaveRedirectData = { leave_redirect: true };
    await mod.node.moveNodes({ nodeids: [two.topic], to_parent: two.to, leaveRedirectData });
    const list = await mod.node.listNodeContent({ parentid: two.from, depth: 1 });
    const [redirect = 0] = nodeidsOf(list);
    const before = await keptCounters(board.database);
    const copy = (nodeids: number[], to_parent: number) =>
      refusalId(admin.node.cloneNodes({ nodeids, to_parent, newtitle: 'N' }));
    expect(await copy([one.topic], two.topic)).toBe('invalid_data');
    expect(await copy([one.topic, two.reply], one.to)).toBe('invalid_data');
    expect(await copy([one.from], one.to)).toBe('invalid_data');
    expect(await copy([redirect], one.to)).toBe('invalid_data');
    expect(await copy([one.reply], redirect)).toBe('invalid_data');
    expect(await copy([one.topic], category)).toBe('category_takes_no_topics');
    expect(await copy([one.reply], category)).toBe('category_takes_no_topics');
    expect(await keptCounters(board.database)).toEqual(before);
  });

  test('anything onto a profile; messages on one need a title to leave it', async () => {
    const { from, topic } = await insertTopic('Profiles');
    const setfor = await idOf('bob');
    const data = { parentid: 0, setfor, rawtext: 'Hello bob' };
    const message = await alice.content_text.add({ data });
    const { parentid } = await node(message);
    const onto = admin.node.cloneNodes({ nodeids: [topic], to_parent: parentid });
    expect(await refusalId(onto)).toBe('invalid_data');
    const off = { nodeids: [message], to_parent: from };
    expect(await refusalId(admin.node.cloneNodes(off))).toBe('title_required');
    const copies = await admin.node.cloneNodes({ ...off, newtitle: 'Hello' });
    expect(await node(copies[message] ?? 0)).toMatchObject({ setfor: 0, title: 'Hello' });
    expect(await node(message)).toMatchObject({ setfor });
    await expectSound();
  });

  test('more than a thousand posts, which is known before any is copied', async () => {
    const { to, topic } = await insertTopic('Many');
    await addReplies(topic, 998);
    const before = await keptCounters(board.database);
    const call = { nodeids: [topic], to_parent: to };
    expect(await refusal(mod.node.cloneNodes(call))).toEqual([
      'invalid_data',
      'at most 1000 posts are copied at once',
    ]);
    expect(await keptCounters(board.database)).toEqual(before);
    const last = Math.max(...before.keys());
    await mod.node.deleteNodes({ nodeids: [last] });
    const statements = await countStatements(board, () => mod.node.cloneNodes(call));
    expect(statements).toBeLessThan(80);
    expect(await node(to)).toMatchObject({ textcount: 1, totalcount: 1000 });
    await expectSound();
  }, 120_000);

  /** Fills a topic with copies of one reply. */
  async function addReplies(topic: number, count: number): Promise<void> {
    const replies = [await post(bob, topic)];
    while (replies.length < count) {
      const nodeids = replies.slice(0, Math.min(100, count - replies.length));
      const copies = await admin.node.cloneNodes({ nodeids, to_parent: topic });
      replies.push(...Object.values(copies));
    }
  }
});

test('the log tells where to', async () => {
  const { to, topic } = await insertTopic('Logged');
  await copyOf(topic, to);
  const [entry] = await mod.node.fetchModLogs({ nodeid: topic });
  expect(entry).toMatchObject({ action: 'copy', username: 'mod', aboutid: to });
});

test('copies of one topic at the same time, among replies, leave every counter right', async () => {
  const { to, topic, reply } = await insertTopic('Race');
  await Promise.all(
    [1, 2, 3].flatMap((round) => [
      mod.node.cloneNodes({ nodeids: [topic], to_parent: to }),
      admin.node.cloneNodes({ nodeids: [reply], to_parent: topic }),
      alice.content_privatemessage.add({
        data: { title: 'A letter', rawtext: `Letter ${round}`, recipients: ['bob'] },
      }),
      post(bob, topic),
      post(alice, reply),
    ]),
  );
  expect(await node(to)).toMatchObject({ textcount: 3 });
  const sql = 'select nodeid from node where oldid <> 0 or contenttypeid = 0';
  expect(await board.database.reader().all(sql)).toEqual([]);
  await expectSound();
});

test('copies are told from what others insert among them', async () => {
  const { to, topic, reply } = await insertTopic('Among');
  const letter = await post(alice, to, 'Like a letter');
  await board.database.transaction(async (db) => {
    const [place, source] = [await foundNode(db, to), await foundNode(db, topic)];
    const below = await findNodes(db, [reply]);
    const parent = await foundNode(db, letter);
    // Letters wait for no copy: one comes between the ids that two copies take.
    const run = db.run.bind(db);
    db.run = async (query, bindings) => {
      if (query !== 'insert into "node" ("contenttypeid") values (?), (?)')
        return run(query, bindings);
      db.run = run;
      const one = 'insert into "node" ("contenttypeid") values (?)';
      await db.run(one, [0]);
      const { contenttypeid, userid, authorname } = source;
      await insertContentNode(db, {
        ...{ parent, contenttypeid, userid, authorname, title: '', ipaddress: '' },
        now: board.now(),
        approved: 0,
      });
      return db.run(one, [0]);
    };
    const copies = await copyContent(db, {
      ...{ roots: [source], below, place, head: undefined, title: undefined },
    });
    const [first = 0, last = 0] = [...copies.values()];
    expect(last - first).toBe(2);
  });
  await expectSound();
});
