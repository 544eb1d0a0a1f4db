import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { up as askAnew } from '../../migrations/0047_follow_requests.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { join, type Member, refusal, send } from '../support/messages.ts';
import { workOff } from '../support/outbox.ts';

let board: TestBoard;
let shy: Member, fan: Member;

beforeAll(async () => {
  board = await startBoard();
  shy = await join(board, 'shy');
  fan = await join(board, 'fan');
  const options = { moderatefollowers: '1' };
  await shy.app.user.save({ userid: shy.userid, password: '', options });
});
afterAll(async () => {
  await board.stop();
});

/** The requests before the shy member. */
async function requests() {
  return Object.values(await shy.app.content_privatemessage.listRequests());
}

async function follow(): Promise<number> {
  const status = await fan.app.follow.add({ follow_item: shy.userid });
  await workOff(board);
  return status;
}

const status = (): Promise<number> => fan.app.follow.isFollowingUser({ profileUser: shy.userid });

async function ask(): Promise<number> {
  expect(await follow()).toBe(2);
  const [request] = await requests();
  return request?.nodeid ?? 0;
}

describe('a follower who needs approval', () => {
  test('lies among the requests, with a badge and a notification', async () => {
    expect(await follow()).toBe(2);
    expect(await follow()).toBe(2);
    const found = await requests();
    expect(found).toMatchObject([
      {
        about: 'follow',
        aboutid: fan.userid,
        userid: fan.userid,
        username: 'fan',
        title: 'fan wants to follow you',
        msgread: 0,
        folderid: 3,
      },
    ]);
    const pm = shy.app.content_privatemessage;
    const unread = await shy.app.notification.fetchUnreadCount();
    expect(unread).toBe(1);
    const { details, totalcount } = await pm.getHeaderCounts();
    expect([details.requests?.count, details.your_notifications?.count]).toEqual([1, unread]);
    expect(totalcount).toBe(2);
    const preview = await pm.previewMessages();
    expect(Object.values(preview.requests)).toHaveLength(1);
    expect(Object.values(preview.notifications)).toMatchObject([{ typename: 'follow' }]);
    const nodeid = found[0]?.nodeid ?? 0;
    expect(await pm.getRequest({ nodeid })).toMatchObject({ about: 'follow' });
    const { count } = await pm.getFolderMsgCount({ folderid: 3, about: 'follow' });
    expect(count).toBe(1);
    expect(Object.values(await fan.app.content_privatemessage.listRequests())).toEqual([]);
    await fan.app.follow.delete({ follow_item: shy.userid });
    expect(await requests()).toEqual([]);
  });

  test('follows when the request is accepted, and is told', async () => {
    const nodeid = await ask();
    expect(await refusal(fan.app.content_privatemessage.acceptRequest({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
    expect(await status()).toBe(2);
    expect(await shy.app.content_privatemessage.acceptRequest({ nodeid })).toBe(true);
    await workOff(board);
    expect([await status(), await requests()]).toEqual([1, []]);
    const told = Object.values(await fan.app.notification.fetchNotificationsForCurrentUser());
    expect(told).toMatchObject([{ typename: 'following', sender: shy.userid }]);
    expect(await refusal(shy.app.content_privatemessage.acceptRequest({ nodeid }))).toEqual([
      'invalid_node_id',
      nodeid,
    ]);
    await fan.app.follow.delete({ follow_item: shy.userid });
  });

  test('waits no longer when the request is denied, or taken back', async () => {
    const pm = shy.app.content_privatemessage;
    const nodeid = await ask();
    expect(await pm.denyRequest({ nodeid })).toEqual({ result: 'request_denied' });
    expect([await status(), await requests()]).toEqual([0, []]);
    const again = await ask();
    const taken = { nodeid: again, cancelRequestFor: shy.userid };
    expect(await fan.app.content_privatemessage.denyRequest(taken)).toEqual({
      result: 'request_cancelled',
    });
    expect([await status(), await requests()]).toEqual([0, []]);
  });

  test.each<[string, number, () => Promise<unknown>]>([
    ['approveFollowing', 1, () => shy.app.follow.approveFollowing({ followerid: fan.userid })],
    ['addFollower', 1, () => shy.app.follow.addFollower({ follower: fan.userid })],
    ['denyFollowing', 0, () => shy.app.follow.denyFollowing({ followerid: fan.userid })],
    ['removeFollower', 0, () => shy.app.follow.removeFollower({ follower: fan.userid })],
    ['removeFollowing', 0, () => fan.app.follow.removeFollowing({ followingId: shy.userid })],
    [
      'unsubscribeItems',
      0,
      () => fan.app.follow.unsubscribeItems({ unsubscribeItems: { follow_members: [shy.userid] } }),
    ],
  ])('has no request any more after follow.%s', async (_, after, answer) => {
    expect(await ask()).toBeGreaterThan(0);
    await answer();
    expect([await status(), await requests()]).toEqual([after, []]);
    await fan.app.follow.delete({ follow_item: shy.userid });
  });

  test('whom the member ignores asks nothing', async () => {
    await shy.app.user.ignoreUser({ userid: fan.userid });
    expect(await ask()).toBe(0);
    await shy.app.user.ignoreUser({ userid: fan.userid, add: false });
    await fan.app.follow.delete({ follow_item: shy.userid });
  });

  test('from before this release asks, too', async () => {
    const { database } = board;
    await database.transaction((db) =>
      db.run(
        `insert into follow (userid, type, itemid, status) values (?, 'follow_members', ?, 2)`,
        [fan.userid, shy.userid],
      ),
    );
    await askAnew(database.knex);
    await workOff(board);
    expect(await requests()).toMatchObject([{ about: 'follow', aboutid: fan.userid }]);
    await fan.app.follow.delete({ follow_item: shy.userid });
  });
});

test('participants are told apart by whether one follows them', async () => {
  await fan.app.follow.add({ follow_item: shy.userid });
  const nodeid = await send(fan, [shy]);
  const seen = (member: Member) =>
    member.app.content_privatemessage
      .fetchParticipants({ nodeid })
      .then((all) => new Map(all.map(({ username, following }) => [username, following])));
  expect(await seen(fan)).toEqual(
    new Map([
      ['shy', 2],
      ['fan', 0],
    ]),
  );
  expect((await seen(shy)).get('fan')).toBe(0);
});
