import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, loginAs, post, refusalId } from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';

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
