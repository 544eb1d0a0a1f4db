import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, change, post, refusal, refusalId, repair } from '../support/nodes.ts';
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

const node = (nodeid: number) => mod.node.getNode({ nodeid });

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

describe('moving topics', () => {
  test('takes all below along, and out of the old counters into the new', async () => {
    const { from, to, topic, reply, comment } = await insertTopic('Moving');
    expect(await mod.node.moveNodes({ nodeids: [topic], to_parent: to })).toEqual([topic]);
    expect(await node(from)).toMatchObject({ textcount: 0, totalcount: 0, lastcontentid: 0 });
    expect(await node(to)).toMatchObject({ textcount: 1, totalcount: 3, lastcontentid: comment });
    expect(await node(reply)).toMatchObject({ channelid: to, starter: topic, parentid: topic });
    await expectSound();
  });

  test('to where it is changes nothing, and a category takes none', async () => {
    const { from, topic } = await insertTopic('Staying');
    await mod.node.moveNodes({ nodeids: [topic], to_parent: from });
    await admin.content_channel.update({ nodeid: from, data: { category: true } });
    const there = { nodeids: [(await insertTopic('Other')).topic], to_parent: from };
    expect(await refusalId(mod.node.moveNodes(there))).toBe('category_takes_no_topics');
    await expectSound();
  });

  test('below another topic is what mergeTopics does, and is refused', async () => {
    const one = await insertTopic('One');
    const two = await insertTopic('Two');
    const call = mod.node.moveNodes({ nodeids: [one.topic], to_parent: two.topic });
    expect(await refusalId(call)).toBe('invalid_data');
  });

  test('into a channel that few enter hides it from the others', async () => {
    const { to, topic } = await insertTopic('Secret');
    await change(board, 'insert into permission (nodeid, groupid) values (?, 2)', [to]);
    await admin.content_channel.update({ nodeid: to, data: { displayorder: 3 } });
    await mod.node.moveNodes({ nodeids: [topic], to_parent: to });
    expect(await refusal(bob.node.getNode({ nodeid: topic }))).toEqual(['invalid_node_id', topic]);
  });

  test('keeps read what was read by a mark on the old channel', async () => {
    const { from, to, topic } = await insertTopic('Marked');
    await bob.node.markRead({ nodeid: from });
    await mod.node.moveNodes({ nodeids: [topic], to_parent: to });
    const content = (await bob.node.getNodeFullContent({ nodeid: topic }))[topic]?.content;
    expect(content?.readtime).toBeGreaterThan(0);
  });
});

describe('redirects', () => {
  test('stand where the topic stood and lead to it', async () => {
    const { from, to, topic } = await insertTopic('Redirected');
    const before = await node(topic);
    const leaveRedirectData = { leave_redirect: true };
    await mod.node.moveNodes({ nodeids: [topic], to_parent: to, leaveRedirectData });
    const [redirect] = Object.values(await bob.node.listNodeContent({ parentid: from, depth: 1 }));
    expect(redirect).toMatchObject({ title: 'Redirected', contenttypeclass: 'Redirect' });
    expect(redirect?.lastcontent).toBe(before.lastcontent);
    expect(redirect?.content.tonodeid).toBe(topic);
    await expectSound();
    const nodeid = redirect?.nodeid ?? 0;
    expect(await refusalId(post(bob, nodeid))).toBe('invalid_data');
    await mod.node.moveNodes({ nodeids: [topic], to_parent: from });
    expect(await refusalId(bob.node.getNode({ nodeid }))).toBe('invalid_node_id');
    await expectSound();
  });

  test('go when their time is over, and when the topic is deleted for good', async () => {
    const { from, to, topic } = await insertTopic('Expiring');
    const leaveRedirectData = { leave_redirect: true, expires: board.now() + 50 };
    await mod.node.moveNodes({ nodeids: [topic], to_parent: to, leaveRedirectData });
    await removeExpired(board.database, board.now());
    expect((await node(from)).textcount).toBe(1);
    await removeExpired(board.database, board.now() + 60);
    expect((await node(from)).textcount).toBe(0);
    await mod.node.moveNodes({ nodeids: [topic], to_parent: from });
    const forEver = { leave_redirect: true };
    await mod.node.moveNodes({ nodeids: [topic], to_parent: to, leaveRedirectData: forEver });
    await mod.node.deleteNodes({ nodeids: [topic] });
    expect((await node(from)).textcount).toBe(0);
    await expectSound();
  });

  test('do not tell where they lead to who may not go there', async () => {
    const { from, to, topic } = await insertTopic('Hidden');
    await change(board, 'insert into permission (nodeid, groupid) values (?, 2)', [to]);
    await admin.content_channel.update({ nodeid: to, data: { displayorder: 3 } });
    const leaveRedirectData = { leave_redirect: true };
    await mod.node.moveNodes({ nodeids: [topic], to_parent: to, leaveRedirectData });
    const list = await bob.node.listNodeContent({ parentid: from, depth: 1 });
    expect(Object.values(list).map(({ content }) => content.tonodeid)).toEqual([undefined]);
  });
});

describe('moving replies', () => {
  test('to another topic takes their comments along', async () => {
    const one = await insertTopic('Source');
    const two = await insertTopic('Target');
    const nodeids = [one.reply, one.comment];
    expect(await mod.node.moveNodes({ nodeids, to_parent: two.topic })).toEqual([one.reply]);
    expect(await node(one.comment)).toMatchObject({ starter: two.topic, channelid: two.from });
    expect(await node(two.topic)).toMatchObject({ textcount: 2, totalcount: 4 });
    await expectSound();
  });

  test('with makeTopic makes the oldest a topic and the others its replies', async () => {
    const { from, to, topic, reply, comment } = await insertTopic('Splitting');
    const second = await post(bob, topic);
    const split = { nodeids: [second, reply], to_parent: to, makeTopic: true };
    expect(await refusalId(mod.node.moveNodes(split))).toBe('title_required');
    await mod.node.moveNodes({ ...split, newtitle: 'A new topic' });
    expect(await node(reply)).toMatchObject({ starter: reply, parentid: to, title: 'A new topic' });
    expect(await node(second)).toMatchObject({ starter: reply, parentid: reply });
    expect(await node(comment)).toMatchObject({ starter: reply, parentid: reply });
    expect(await node(reply)).toMatchObject({ textcount: 2, totalcount: 2 });
    expect(await node(from)).toMatchObject({ textcount: 1, totalcount: 1 });
    await expectSound();
  });

  test('makes no fourth level and no circle', async () => {
    const { topic, reply, comment } = await insertTopic('Levels');
    const other = await post(bob, topic);
    const to = (to_parent: number) => refusal(mod.node.moveNodes({ nodeids: [reply], to_parent }));
    expect(await to(other)).toEqual(['invalid_data', expect.stringContaining('comment')]);
    expect(await to(comment)).toEqual(['invalid_data', expect.stringContaining('comments')]);
    expect(await to(reply)).toEqual(['invalid_data', expect.stringContaining('itself')]);
    await mod.node.moveNodes({ nodeids: [other], to_parent: reply });
    expect(await node(other)).toMatchObject({ parentid: reply });
    await mod.node.moveNodes({ nodeids: [comment], to_parent: topic });
    expect(await node(comment)).toMatchObject({ parentid: topic });
    await expectSound();
  });
});

describe('moving channels', () => {
  test('is for administrators, and never below themselves', async () => {
    const outer = await addChannel(admin, 'Outer');
    const inner = await addChannel(admin, 'Inner', outer);
    const other = await addChannel(admin, 'Beside');
    await post(alice, inner, 'Inside');
    const move = { nodeids: [outer], to_parent: other };
    expect(await refusalId(mod.node.moveNodes(move))).toBe('no_permission');
    const round = admin.node.moveNodes({ nodeids: [outer], to_parent: inner });
    expect(await refusalId(round)).toBe('invalid_data');
    await admin.node.moveNodes(move);
    expect(await node(other)).toMatchObject({ totalcount: 1, textcount: 0 });
    await expectSound();
    const fixed = admin.node.moveNodes({ nodeids: [2], to_parent: other });
    expect(await refusalId(fixed)).toBe('no_permission');
  });
});

describe('merging topics', () => {
  test('keeps authors and dates, tags, followers and what led there', async () => {
    const one = await insertTopic('Merged');
    board.tick(30);
    const two = await insertTopic('Staying');
    await alice.tags.addTags({ nodeid: one.topic, taglist: ['signpost'] });
    await bob.follow.add({ follow_item: one.topic, type: 'follow_contents' });
    const before = await node(one.reply);
    const leaveRedirectData = { leave_redirect: true };
    const merge = { nodeids: [one.topic], targetnodeid: two.topic, leaveRedirectData };
    expect(await mod.node.mergeTopics(merge)).toEqual([one.topic]);
    const { authorname, created, publishdate } = before;
    expect(await node(one.reply)).toMatchObject({ authorname, created, publishdate });
    expect(await node(one.reply)).toMatchObject({ parentid: two.topic, starter: two.topic });
    expect(await node(one.topic)).toMatchObject({ parentid: two.topic, starter: two.topic });
    expect(await node(one.comment)).toMatchObject({ parentid: one.reply, starter: two.topic });
    expect(await node(two.topic)).toMatchObject({
      textcount: 3,
      totalcount: 5,
      taglist: 'signpost',
    });
    const [redirect] = Object.values(await bob.node.listNodeContent({ parentid: one.from }));
    expect(redirect?.content.tonodeid).toBe(two.topic);
    const followed = await bob.follow.isFollowingContent({ contentId: two.topic });
    expect(followed).toBe(1);
    await expectSound();
  });

  test('lets what was deleted stay deleted, and shows what only its topic hid', async () => {
    const one = await insertTopic('Deleted');
    const two = await insertTopic('There');
    await mod.node.deleteNodes({ nodeids: [one.topic], hard: false });
    await mod.node.mergeTopics({ nodeids: [one.topic], targetnodeid: two.topic });
    expect(await node(one.topic)).toMatchObject({ showpublished: 0 });
    expect(await node(one.reply)).toMatchObject({ showpublished: 1 });
    await expectSound();
  });
});

describe('merging posts', () => {
  test('keeps one with all texts and all comments', async () => {
    const { topic, reply, comment } = await insertTopic('Texts');
    const other = await post(alice, topic);
    const text = async (nodeid: number): Promise<string | undefined> =>
      (await mod.node.getNodeFullContent({ nodeid }))[nodeid]?.content.rawtext;
    const texts = `${await text(reply)}\n\n${await text(other)}`;
    const input = { mergePosts: [reply, other], destnodeid: other };
    expect(await mod.node.mergePosts({ input })).toEqual({ nodeid: other });
    expect(await text(other)).toBe(texts);
    expect(await node(comment)).toMatchObject({ parentid: other });
    expect(await refusalId(node(reply))).toBe('invalid_node_id');
    await expectSound();
  });

  test('keeps the post that begins the topic', async () => {
    const { topic, reply, comment } = await insertTopic('Beginnings');
    const into = (destnodeid: number, ...mergePosts: number[]) =>
      refusalId(mod.node.mergePosts({ input: { mergePosts, destnodeid } }));
    expect(await into(reply, topic, reply)).toBe('invalid_data');
    expect(await into(comment, reply, comment)).toBe('invalid_data');
    expect(await into(reply, reply)).toBe('invalid_data');
    expect(await into(topic, topic, reply)).toBe('not refused');
    expect(await node(comment)).toMatchObject({ parentid: topic });
    await expectSound();
  });
});

describe('a topic of ten thousand replies', () => {
  const replies = 10_000;
  let big: Topic;
  beforeAll(async () => {
    big = await insertTopic('Big');
    await insertReplies(big);
    await repair(board.database);
  }, 120_000);

  /** Straight into the tables: the API would take minutes. */
  async function insertReplies({ topic, reply }: Topic): Promise<void> {
    await board.database.transaction(async (db) => {
      const [max] = await db.all<{ nodeid: number }>('select max(nodeid) as nodeid from node');
      const first = (max?.nodeid ?? 0) + 1000;
      const pattern = await db.get<Record<string, number>>('select * from node where nodeid = ?', [
        reply,
      ]);
      const above = await db.all<{ parent: number; depth: number }>(
        'select parent, depth from closure where child = ? and depth > 0',
        [reply],
      );
      for (let at = 0; at < replies; at += 100) {
        const ids = Array.from({ length: 100 }, (_, index) => first + at + index);
        const rows = ids.map((nodeid) => ({
          ...{ ...pattern, nodeid, lastcontentid: nodeid, totalcount: 0, textcount: 0 },
          ...{ lastcontent: pattern?.publishdate ?? 0, lastauthorid: pattern?.userid ?? 0 },
          lastcontentauthor: 'bob',
        }));
        await db.run(db.knex('node').insert(rows));
        const texts = ids.map((nodeid) => ({
          nodeid,
          rawtext: '',
          message: '',
          message_plain: '',
        }));
        await db.run(db.knex('text').insert(texts));
        const { publishdate = 0 } = pattern ?? {};
        const closure = ids.flatMap((child) => [
          { parent: child, child, depth: 0, publishdate },
          ...above.map((row) => ({ ...row, child, publishdate })),
        ]);
        await db.run(db.knex('closure').insert(closure));
      }
      await db.run('update "user" set posts = posts + ? where username = ?', [replies, 'bob']);
      if (db.engine === 'postgres')
        await db.get("select setval(pg_get_serial_sequence('node', 'nodeid'), ?)", [
          first + replies,
        ]);
      expect(topic).toBeGreaterThan(0);
    });
  }

  test('is moved, approved and merged with few statements', async () => {
    expect((await node(big.topic)).totalcount).toBe(replies + 2);
    const nodeids = [big.topic];
    const moving = countStatements(board, () => mod.node.moveNodes({ nodeids, to_parent: big.to }));
    expect(await moving).toBeLessThan(40);
    const hiding = countStatements(board, () => mod.node.unapprove({ nodeids }));
    expect(await hiding).toBeLessThan(50);
    const showing = countStatements(board, () => mod.node.approve({ nodeids }));
    expect(await showing).toBeLessThan(50);
    expect(await node(big.to)).toMatchObject({ textcount: 1, totalcount: replies + 3 });
    expect(await node(big.from)).toMatchObject({ textcount: 0, totalcount: 0 });
    const other = await post(alice, big.to, 'Other');
    const merging = countStatements(board, () =>
      mod.node.mergeTopics({ nodeids, targetnodeid: other }),
    );
    expect(await merging).toBeLessThan(60);
    expect((await node(other)).textcount).toBe(replies + 2);
    await expectSound();
  }, 120_000);
});
