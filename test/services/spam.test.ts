import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, idOf, newMember } from '../support/members.ts';
import { addChannel, keptCounters, loginAs, post, refusal, refusalId } from '../support/nodes.ts';
import { expectSoundTree } from '../support/sound-tree.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let supermod: Signpost;
let channel: number;
beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
  supermod = await loginAs(board, 'Igor', 5);
  channel = await addChannel(admin, 'Spam');
});
afterAll(async () => {
  await board.stop();
});

const expectSound = (): Promise<void> => expectSoundTree(board.database);
const state = async (nodeid: number): Promise<unknown> => {
  const found = await refusal(mod.node.getNode({ nodeid }));
  if (found[0] !== 'not refused') return found[0];
  return (found[1] as { showpublished: number }).showpublished === 1 ? 'there' : 'hidden';
};

interface Spammer {
  readonly userid: number;
  readonly app: Signpost;
  readonly topic: number;
  /** To a topic of alice's. */
  readonly reply: number;
  readonly above: number;
}

async function spammer(): Promise<Spammer> {
  const member = await newMember(board);
  const app = await appOf(board, member);
  const above = await post(alice, channel, 'Asked for comments');
  const topic = await post(app, channel, 'Buy this');
  return { userid: member.userid, app, topic, above, reply: await post(app, above) };
}

describe('deleting spam', () => {
  test('takes what is named alone, with all below it', async () => {
    const { topic, reply } = await spammer();
    const answer = await post(bob, topic);
    expect(await mod.node.deleteNodesAsSpam({ nodeids: [topic] })).toEqual({
      nodeids: [topic],
      more: false,
    });
    expect(await state(topic)).toBe('invalid_node_id');
    expect(await state(answer)).toBe('invalid_node_id');
    expect(await state(reply)).toBe('there');
    await expectSound();
  });

  test('hides it with its reason, which is in the log', async () => {
    const { topic } = await spammer();
    await mod.node.deleteNodesAsSpam({ nodeids: [topic], hard: false, reason: 'Advertising' });
    expect(await state(topic)).toBe('hidden');
    const found = await mod.node.getNode({ nodeid: topic });
    expect(found.deletereason).toBe('Advertising');
    const [entry] = await mod.node.fetchModLogs({ nodeid: topic });
    expect(entry).toMatchObject({ action: 'softdelete', reason: 'Advertising' });
    await expectSound();
  });

  test('refuses channels, long reasons and strangers', async () => {
    const { topic, userid } = await spammer();
    const as = (client: Signpost, more: object) =>
      refusalId(client.node.deleteNodesAsSpam({ nodeids: [topic], ...more }));
    expect(await as(admin, { nodeids: [channel] })).toBe('invalid_data');
    expect(await as(mod, { reason: 'x'.repeat(501) })).toBe('invalid_data');
    expect(await as(mod, { nodeids: [999_999] })).toBe('invalid_node_id');
    expect(await as(mod, { userids: Array.from({ length: 101 }, (_, index) => index + 1) })).toBe(
      'invalid_parameter',
    );
    expect(await as(bob, {})).toBe('no_permission');
    expect(await as(board.guest(), {})).toBe('not_logged_no_permission');
    expect(await refusalId(board.guest().node.deleteNodesAsSpam())).toBe(
      'not_logged_no_permission',
    );
    const others = bob.node.deleteNodesAsSpam({ userids: [userid], deleteother: true });
    expect(await refusalId(others)).toBe('no_permission');
    expect(await state(topic)).toBe('there');
  });
});

describe("deleting an author's other posts", () => {
  test('takes those that the caller may moderate, and nobody else’s', async () => {
    const { topic, reply, above, app } = await spammer();
    const elsewhere = await post(app, await addChannel(admin, 'Elsewhere'), 'Buy that');
    const permissions = ['candeleteposts', 'canremoveposts'];
    const userid = await idOf(board, 'bob');
    await admin.node.setModerator({ nodeid: channel, userid, permissions });
    const call = { nodeids: [topic], deleteother: true };
    const { nodeids, more } = await bob.node.deleteNodesAsSpam(call);
    expect([nodeids, more]).toEqual([[topic, reply], false]);
    expect(await state(above)).toBe('there');
    expect(await state(elsewhere)).toBe('there');
    await admin.node.setModerator({ nodeid: channel, userid });
    await expectSound();
  });

  test('passes over what the caller does not see', async () => {
    const { userid, topic, reply } = await spammer();
    await mod.node.unapprove({ nodeids: [reply] });
    const helper = await idOf(board, 'bob');
    const place = { nodeid: channel, userid: helper };
    await admin.node.setModerator({ ...place, permissions: ['canremoveposts'] });
    const found = await bob.node.deleteNodesAsSpam({ userids: [userid], deleteother: true });
    expect(found).toEqual({ nodeids: [topic], more: false });
    await admin.node.setModerator(place);
    expect(await state(reply)).toBe('there');
  });

  test('asks again for more than a hundred, the newest first', async () => {
    const { userid, topic, reply, above, app } = await spammer();
    const replies = [reply];
    while (replies.length < 105) replies.push(await post(app, above));
    const call = { nodeids: [topic], deleteother: true, hard: false };
    const first = await mod.node.deleteNodesAsSpam(call);
    expect(first).toMatchObject({ more: true });
    expect(first.nodeids).toEqual([topic, ...replies.slice(5).reverse()]);
    const again = { userids: [userid], deleteother: true };
    const second = await mod.node.deleteNodesAsSpam({ ...again, hard: false });
    expect(second).toEqual({ nodeids: replies.slice(0, 5).reverse(), more: false });
    expect(await mod.node.getNode({ nodeid: above })).toMatchObject({ totalcount: 0 });
    await expectSound();
    // what is hidden already goes when it is to go for good
    const third = await mod.node.deleteNodesAsSpam(again);
    expect(third).toMatchObject({ more: true });
    await expectSound();
  }, 120_000);

  test('is about the members who are named, and never about guests', async () => {
    const [one, two] = [await spammer(), await spammer()];
    const call = { nodeids: [one.topic], userids: [two.userid, 0], deleteother: true };
    const { nodeids } = await mod.node.deleteNodesAsSpam(call);
    expect([...nodeids].sort()).toEqual([one.topic, two.topic, two.reply].sort());
    expect(await state(one.reply)).toBe('there');
  });
});

describe('banning with it', () => {
  const ban = { banusers: true, banusergroupid: 8, period: 'D_7', banreason: 'Spam' };

  test('shuts the authors out, and tells them why', async () => {
    const { topic, app, userid } = await spammer();
    await supermod.node.deleteNodesAsSpam({ nodeids: [topic], ...ban });
    expect(await refusal(app.node.getNode({ nodeid: channel }))).toEqual([
      'user_banned',
      'Spam',
      expect.any(Number),
    ]);
    expect(await admin.user.isBanned({ userid })).toBe(true);
  });

  test('is refused to who may not ban, and for staff, oneself and nobody; then nothing happens', async () => {
    const { topic, userid } = await spammer();
    const ofAdmin = await post(admin, channel, 'By an administrator');
    const own = await post(supermod, channel, 'My own');
    const before = await keptCounters(board.database);
    const as = (client: Signpost, nodeid: number, more: object = {}) =>
      refusal(client.node.deleteNodesAsSpam({ nodeids: [nodeid], ...ban, ...more }));
    expect(await as(mod, topic)).toEqual(['no_permission']);
    expect(await as(supermod, ofAdmin)).toEqual(['no_permission']);
    expect(await as(supermod, own)).toEqual(['no_permission']);
    expect(await as(supermod, topic, { userids: [userid, 999_999] })).toEqual([
      'invalid_user_specified',
    ]);
    expect(await as(supermod, topic, { banusergroupid: 0 })).toEqual([
      'invalid_data',
      'banusergroupid: it must be one of usergroup.fetchBannedUsergroups',
    ]);
    expect(await as(supermod, topic, { period: 'soon' })).toEqual([
      'invalid_data',
      expect.stringContaining('period: it must be '),
    ]);
    expect(await as(supermod, topic, { banreason: 'x'.repeat(251) })).toEqual([
      'invalid_data',
      'the reason of a ban has at most 250 characters',
    ]);
    expect(await as(supermod, topic, { userids: [0] })).toEqual([
      'invalid_parameter',
      'userids',
      'it must be 1 to 100 members',
    ]);
    expect(await keptCounters(board.database)).toEqual(before);
    expect(await admin.user.isBanned({ userid })).toBe(false);
  });

  test('does not hit a moderator of the whole board who names himself', async () => {
    const place = { nodeid: 1, userid: await idOf(board, 'bob') };
    await admin.node.setModerator({ ...place, permissions: ['canbanusers', 'canremoveposts'] });
    const own = await post(bob, channel, 'My own');
    const call = bob.node.deleteNodesAsSpam({ nodeids: [own], ...ban });
    expect(await refusal(call)).toEqual(['no_permission']);
    await admin.node.setModerator(place);
    expect(await state(own)).toBe('there');
  });
});
