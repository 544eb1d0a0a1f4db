import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { insertGrant, insertRequest } from '../../src/library/message/request.ts';
import { findNode } from '../../src/library/node/node.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeIn } from '../support/lists.ts';
import { enter, join, type Member, refusal } from '../support/messages.ts';

const OWNER = 9;
const MODERATOR = 10;
const MEMBER = 11;

let board: TestBoard;
let alice: Member;
let bob: Member;
let carol: Member;
let staffRoom: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  carol = await join(board, 'carol');
  const db = board.database.reader();
  const row = await db.get<{ nodeid: number }>('select nodeid from node where title = ?', [
    'Staff room',
  ]);
  staffRoom = row?.nodeid ?? 0;
  await grant(alice, OWNER);
}, 60_000);
afterAll(async () => {
  await board.stop();
});

async function grant(member: Member, groupid: number): Promise<void> {
  await board.database.transaction((db) =>
    insertGrant(db, { userid: member.userid, nodeid: staffRoom, groupid }),
  );
  await board.running.environment.caches.forgetUser(member.userid);
}

async function ask(
  from: Member,
  to: Member,
  about: string,
  aboutid: number = staffRoom,
): Promise<number> {
  const channel = await alice.app.node.fetchPMChannel();
  const { contentTypes } = await board.running.environment.caches.board();
  return board.database.transaction(async (db) => {
    const parent = await findNode(db, channel);
    if (parent === undefined) throw new Error('there is no channel for requests');
    return insertRequest(db, {
      node: {
        parent,
        contenttypeid: contentTypes.PrivateMessage,
        title: `Request: ${about}`,
        userid: from.userid,
        authorname: from.username,
        ipaddress: '',
        now: board.now(),
      },
      rawtext: 'Please',
      about,
      aboutid,
      recipient: to.userid,
    });
  });
}

async function granted(member: Member): Promise<number[]> {
  const rows = await board.database
    .reader()
    .all<{ groupid: number }>(
      'select groupid from groupintopic where userid = ? and nodeid = ? order by groupid',
      [member.userid, staffRoom],
    );
  return rows.map((row) => row.groupid);
}

describe('requests', () => {
  test('lie in a folder of their own, before the one who is asked alone', async () => {
    const pm = alice.app.content_privatemessage;
    const unread = await pm.getUnreadInboxCount();
    const nodeid = await ask(bob, alice, 'member');
    expect(nodeIn(await pm.listRequests(), nodeid)).toMatchObject({
      nodeid,
      title: 'Request: member',
      previewtext: 'Please',
      userid: bob.userid,
      username: 'bob',
      about: 'member',
      aboutid: staffRoom,
      msgread: 0,
      folderid: 3,
    });
    expect(await pm.getRequest({ nodeid })).toMatchObject({ nodeid, about: 'member', unread: 1 });
    expect((await pm.getHeaderCounts()).details.requests?.count).toBe(1);
    expect(await pm.getUnreadInboxCount()).toBe(unread);
    expect(nodeIn(await pm.listMessages(), nodeid)).toBeUndefined();
    expect(nodeIn((await pm.previewMessages()).requests, nodeid)).toBeDefined();
    const counted = (about: string) => pm.getFolderMsgCount({ folderid: 3, about });
    expect(await counted('member')).toMatchObject({ count: 1 });
    expect(await counted("member' or 1=1")).toMatchObject({ count: 0 });
    for (const other of [bob, carol]) {
      const theirs = other.app.content_privatemessage;
      expect(await refusal(theirs.getRequest({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
      expect(await refusal(theirs.acceptRequest({ nodeid }))).toEqual(['invalid_node_id', nodeid]);
      expect(await theirs.listRequests()).toEqual([]);
    }
    expect(await pm.denyRequest({ nodeid })).toEqual({ result: 'request_denied' });
  });

  test('a request is no conversation: nobody answers it, files it away or adds to it', async () => {
    const nodeid = await ask(bob, alice, 'member');
    const pm = alice.app.content_privatemessage;
    const data = { parentid: nodeid, rawtext: 'What?' };
    expect(await refusal(pm.add({ data }))).toEqual(['invalid_node_id', nodeid]);
    const more = pm.addPMRecipients({ pmid: nodeid, recipients: [carol.userid] });
    expect(await refusal(more)).toEqual(['invalid_node_id', nodeid]);
    expect(await refusal(pm.moveMessage({ nodeid, newFolderid: 1 }))).toEqual([
      'invalid_data',
      expect.stringMatching(/^newFolderid: /),
    ]);
    await pm.moveMessage({ nodeid, newFolderid: 6 });
    expect(await pm.listRequests()).toEqual([]);
    await pm.moveMessage({ nodeid });
    expect(nodeIn(await pm.listRequests(), nodeid)).toBeDefined();
    const { message } = await pm.getMessage({ nodeid });
    expect(message.content.permissions.canreply).toBe(0);
    await pm.denyRequest({ nodeid });
  });

  test('an owner lets somebody in, who then enters the channel', async () => {
    const enterRoom = () => bob.app.node.getNode({ nodeid: staffRoom });
    expect(await refusal(enterRoom())).toEqual(['invalid_node_id', staffRoom]);
    const nodeid = await ask(bob, alice, 'member');
    expect(await alice.app.content_privatemessage.acceptRequest({ nodeid })).toBe(true);
    expect(await granted(bob)).toEqual([MEMBER]);
    expect(await enterRoom()).toMatchObject({ title: 'Staff room' });
    expect(await refusal(alice.app.content_privatemessage.acceptRequest({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
  });

  test('a member accepts an invitation of an owner, but not of anybody', async () => {
    const invitation = await ask(alice, carol, 'moderator_to');
    await carol.app.content_privatemessage.acceptRequest({ nodeid: invitation });
    expect(await granted(carol)).toEqual([MODERATOR]);
    const forged = await ask(bob, carol, 'owner_to');
    const accepted = carol.app.content_privatemessage.acceptRequest({ nodeid: forged });
    expect(await refusal(accepted)).toEqual(['no_permission']);
    expect(await granted(carol)).toEqual([MODERATOR]);
    const asked = await ask(bob, carol, 'owner_from');
    const given = carol.app.content_privatemessage.acceptRequest({ nodeid: asked });
    expect(await refusal(given)).toEqual(['no_permission']);
  });

  test('an administrator gives parts without owning the channel', async () => {
    const admin = await enter(board, 'admin');
    const dave = await join(board, 'dave');
    const nodeid = await ask(dave, admin, 'owner_from');
    await admin.app.content_privatemessage.acceptRequest({ nodeid });
    expect(await granted(dave)).toEqual([OWNER]);
  });

  test('nothing is accepted of a kind that is not known, or for a channel that is gone', async () => {
    for (const [about, aboutid] of [
      ['king', staffRoom],
      ['member', 2147483647],
      ['__proto__', staffRoom],
    ] as const) {
      const nodeid = await ask(bob, alice, about, aboutid);
      const accepted = alice.app.content_privatemessage.acceptRequest({ nodeid });
      expect(await refusal(accepted)).toEqual(['invalid_data', expect.stringMatching(/^nodeid: /)]);
      await alice.app.content_privatemessage.denyRequest({ nodeid });
    }
  });

  test('who asked takes his request back', async () => {
    const nodeid = await ask(bob, alice, 'member');
    const cancel = (member: Member, cancelRequestFor: number) =>
      member.app.content_privatemessage.denyRequest({ nodeid, cancelRequestFor });
    const gone = ['invalid_node_id', nodeid];
    expect(await refusal(cancel(carol, alice.userid))).toEqual(gone);
    expect(await refusal(cancel(bob, carol.userid))).toEqual(gone);
    expect(await refusal(cancel(bob, 0))).toEqual(gone);
    expect(await cancel(bob, alice.userid)).toEqual({ result: 'request_cancelled' });
    expect(await refusal(alice.app.content_privatemessage.getRequest({ nodeid }))).toEqual(gone);
  });

  test('of several answers at once one counts', async () => {
    const erin = await join(board, 'erin');
    const nodeid = await ask(erin, alice, 'member');
    const pm = alice.app.content_privatemessage;
    const answers = await Promise.allSettled([
      pm.acceptRequest({ nodeid }),
      pm.denyRequest({ nodeid }),
      pm.acceptRequest({ nodeid }),
    ]);
    const done = answers.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(done).toHaveLength(1);
    expect(await granted(erin)).toEqual(done[0] === true ? [MEMBER] : []);
  });
});
