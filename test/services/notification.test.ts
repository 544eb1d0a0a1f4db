import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { insertJob, type JobPayloads } from '../../src/library/outbox.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { workOff } from '../support/outbox.ts';
import { findPlaces, members, type Places } from '../support/places.ts';
import { countStatements } from '../support/statements.ts';

jest.setTimeout(60_000);

let board: TestBoard;
let places: Places;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;

beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  [alice, bob, mod, admin] = (await Promise.all(
    (['alice', 'bob', 'mod', 'admin'] as const).map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost, Signpost];
});
beforeEach(async () => {
  await board.database.transaction(async (db) => {
    for (const table of ['follow', 'notification', 'outbox']) await db.run(`delete from ${table}`);
  });
});
afterAll(async () => {
  await board.stop();
});

let count = 0;
async function post(client: Signpost, parentid: number, rawtext: string): Promise<number> {
  count += 1;
  board.tick(301); // the same text again is no duplicate any more
  return client.content_text.add({ data: { parentid, title: `Post ${count}`, rawtext } });
}

/** What a member is told of: `type nodeid`, the newest first. */
async function told(client: Signpost, data = {}): Promise<string[]> {
  await workOff(board);
  const rows = await client.notification.fetchNotificationsForCurrentUser({ data });
  return Object.values(rows)
    .sort((a, b) => b.lastsenttime - a.lastsenttime || b.notificationid - a.notificationid)
    .map((row) => `${row.typename} ${row.sentbynodeid}`);
}

function leave(payload: JobPayloads['notify']): Promise<void> {
  return board.database.transaction((db) => insertJob(db, 'notify', payload, board.now()));
}

describe('a new post', () => {
  test('is told to the authors above it', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const reply = await post(bob, topic, 'A reply');
    const comment = await post(mod, reply, 'A comment');
    expect(await told(alice)).toEqual([`threadcomment ${comment}`, `reply ${reply}`]);
    expect(await told(bob)).toEqual([`comment ${comment}`]);
    expect(await told(mod)).toEqual([]);
  });

  test('is told to those it mentions or quotes, once, for what says most', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const text = `[quote=alice;${topic}]A topic[/quote] Look, @BOB and [user=${members.mod}]mod[/user], @nobody`;
    const reply = await post(admin, topic, text);
    expect(await told(alice)).toEqual([`quote ${reply}`]);
    expect(await told(bob)).toEqual([`usermention ${reply}`]);
    expect(await told(mod)).toEqual([`usermention ${reply}`]);
  });

  test('is told to those who follow its topic, channel or author', async () => {
    await alice.follow.add({ follow_item: places.channel, type: 'follow_channel' });
    const topic = await post(bob, places.channel, 'A topic');
    await mod.follow.add({ follow_item: topic, type: 'follow_contents' });
    const reply = await post(bob, topic, 'More');
    await admin.follow.add({ follow_item: members.bob });
    const last = await post(bob, topic, 'Even more');
    await workOff(board);
    expect(await told(alice)).toEqual([`subscription ${topic}`]);
    expect(await told(mod)).toEqual([`subscription ${last}`, `subscription ${reply}`]);
    const ofAdmin = (await told(admin)).filter((line) => line.startsWith('subscription'));
    expect(ofAdmin).toContain(`subscription ${last}`);
    expect(await told(bob)).toEqual(['follow 0']);
  });

  test('is told to many followers in parts', async () => {
    const followers = Array.from({ length: 1201 }, (_, index) => ({
      userid: 10_000 + index,
      type: 'follow_channel',
      itemid: places.channel,
      status: 1,
    }));
    const users = followers.map(({ userid }) => ({
      userid,
      username: `many${userid}`,
      usernamekey: `many${userid}`,
      displayname: 'many',
      token: '',
      scheme: 'none',
    }));
    await board.database.transaction(async (db) => {
      for (let at = 0; at < followers.length; at += 200) {
        await db.run(db.knex('user').insert(users.slice(at, at + 200)));
        await db.run(db.knex('follow').insert(followers.slice(at, at + 200)));
      }
    });
    const topic = await post(alice, places.channel, 'News for all');
    await workOff(board);
    const row = await board.database
      .reader()
      .get<{ count: number }>('select count(*) as count from notification where sentbynodeid = ?', [
        topic,
      ]);
    expect(row?.count).toBe(1201);
    await board.database.transaction((db) => db.run('delete from "user" where userid >= 10000'));
  });

  test('is told once, however often the job is done', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const reply = await post(bob, topic, 'A reply for @mod');
    const payload = { event: 'post', nodeid: reply, userid: members.bob };
    for (let times = 0; times < 3; times += 1) await leave(payload);
    await Promise.all([workOff(board), workOff(board)]);
    expect(await told(alice)).toEqual([`reply ${reply}`]);
    expect(await told(mod)).toEqual([`usermention ${reply}`]);
  });

  test('that only staff may see is told to staff only', async () => {
    await leave({ event: 'post', nodeid: places.staffTopic, userid: members.admin });
    const reply = await post(admin, places.staffTopic, '@alice @mod @mallory look');
    expect(await told(alice)).toEqual([]);
    expect(await told(mod)).toContain(`usermention ${reply}`);
    const rows = await board.database
      .reader()
      .all<{ recipient: number }>('select recipient from notification where sentbynodeid = ?', [
        reply,
      ]);
    expect(rows.map((row) => row.recipient)).not.toContain(members.alice);
    expect(rows.map((row) => row.recipient)).not.toContain(members.mallory);
  });

  test('that was removed before the job is done is told to nobody', async () => {
    const topic = await post(bob, places.channel, '@alice');
    await admin.node.deleteNodes({ nodeids: [topic], hard: true });
    expect(await told(alice)).toEqual([]);
    const hidden = await post(bob, places.channel, '@alice again');
    await mod.node.deleteNodes({ nodeids: [hidden], hard: false });
    expect(await told(alice)).toEqual([]);
  });

  test('on somebody’s profile is told to him', async () => {
    const topic = await post(bob, places.channel, 'For alice');
    await board.database.transaction((db) =>
      db.run('update node set setfor = ? where nodeid = ?', [members.alice, topic]),
    );
    expect(await told(alice)).toEqual([`vm ${topic}`]);
  });
});

describe('other events', () => {
  test('an edit is told to those it mentions now, and to nobody twice', async () => {
    const topic = await post(bob, places.channel, 'Hello @alice');
    expect(await told(alice)).toEqual([`usermention ${topic}`]);
    await bob.content_text.update({ nodeid: topic, data: { rawtext: 'Hello @alice and @mod' } });
    expect(await told(alice)).toEqual([`usermention ${topic}`]);
    expect(await told(mod)).toEqual([`usermention ${topic}`]);
  });

  test('a follower is told of, once; an approval, too', async () => {
    await alice.follow.add({ follow_item: members.bob });
    await workOff(board);
    await alice.follow.delete({ follow_item: members.bob });
    await alice.follow.add({ follow_item: members.bob });
    expect(await told(bob)).toEqual(['follow 0']);
    const [row] = Object.values(await bob.notification.fetchNotificationsForCurrentUser({}));
    expect(row).toMatchObject({
      categoryname: 'userrelation',
      sender: members.alice,
      sender_username: 'alice',
    });

    await mod.user.save({ userid: members.mod, password: '', options: { moderatefollowers: '1' } });
    await alice.follow.add({ follow_item: members.mod });
    expect(await told(mod)).toEqual(['follow 0']);
    await mod.follow.approveFollowing({ followerid: members.alice });
    expect(await told(alice)).toEqual(['following 0']);
    await mod.user.save({ userid: members.mod, password: '', options: { moderatefollowers: '0' } });
  });

  test('a follow that was taken back is not told of', async () => {
    await alice.follow.add({ follow_item: members.bob });
    await alice.follow.delete({ follow_item: members.bob });
    expect(await told(bob)).toEqual([]);
  });

  test('votes in a poll come back unread, under one row', async () => {
    const poll = await post(alice, places.channel, 'Choose');
    await leave({ event: 'vote', nodeid: poll, userid: members.bob });
    expect(await told(alice)).toEqual([`vote ${poll}`]);
    await alice.notification.dismissAllNotifications({});
    board.tick(10);
    await leave({ event: 'vote', nodeid: poll, userid: members.mod });
    expect(await told(alice)).toEqual([`vote ${poll}`]);
    await leave({ event: 'vote', nodeid: poll, userid: members.alice });
    await workOff(board);
    const [row] = Object.values(await alice.notification.fetchNotificationsForCurrentUser({}));
    expect(row?.sender).toBe(members.mod);
  });

  test('that nobody knows are put off', async () => {
    await leave({ event: 'eclipse', nodeid: 1, userid: members.bob });
    expect(await workOff(board)).toBe(1);
    const [job] = await board.database.reader().all<{ error: string }>('select error from outbox');
    expect(job?.error).toBe('there is no event eclipse');
  });
});

describe('the list', () => {
  test('shows who, what and where', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const reply = await post(bob, topic, 'Some [b]bold[/b] words');
    await workOff(board);
    const rows = await alice.notification.fetchNotificationsForCurrentUser({
      data: { showdetail: true },
    });
    expect(Object.values(rows)).toEqual([
      {
        notificationid: expect.any(Number),
        categoryname: 'content',
        typename: 'reply',
        sender: members.bob,
        sender_username: 'bob',
        sender_displayname: 'bob',
        sender_avatarpath: expect.any(String),
        sentbynodeid: reply,
        lastsenttime: expect.any(Number),
        lastreadtime: 0,
        title: expect.any(String),
        channelid: places.channel,
        aboutstarterid: topic,
        aboutstartertitle: expect.any(String),
        otherParticipantsCount: 0,
        previewtext: 'Some bold words',
      },
    ]);
    const listed = alice.content_privatemessage.listNotifications({ data: { showdetail: true } });
    expect(await listed).toEqual(rows);
    const unheard = board.guest().content_privatemessage.listNotifications({});
    await expect(unheard).rejects.toMatchObject({ errors: [['not_logged_no_permission']] });
  });

  test('hides what has been hidden, counts it nowhere, and shows it when it is back', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const reply = await post(bob, topic, 'A reply');
    const other = await post(bob, topic, 'Another');
    expect(await told(alice)).toHaveLength(2);
    expect(await alice.notification.fetchUnreadCount()).toBe(2);
    await mod.node.deleteNodes({ nodeids: [reply], hard: false });
    expect(await told(alice)).toEqual([`reply ${other}`]);
    expect(await alice.notification.fetchUnreadCount()).toBe(1);
    expect(await alice.notification.dismissAllNotifications({})).toEqual({ affected_rows: 1 });
    await board.database.transaction((db) =>
      db.run('update node set showpublished = 1 where nodeid = ?', [reply]),
    );
    expect(await told(alice)).toEqual([`reply ${reply}`]);
    await admin.node.deleteNodes({ nodeids: [topic], hard: true });
    expect(await told(alice, { readFilter: '*' })).toEqual([]);
    const rows = await board.database.reader().all('select notificationid from notification');
    expect(rows).toEqual([]);
  });

  test('is filtered, sorted and paged', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const replies = [];
    for (let index = 0; index < 5; index += 1) {
      replies.push(await post(bob, topic, `Reply ${index}`));
      board.tick(1);
    }
    await bob.follow.add({ follow_item: members.alice });
    await workOff(board);
    expect(await told(alice, { about: 'userrelation' })).toEqual(['follow 0']);
    expect(await told(alice, { typename: 'reply' })).toHaveLength(5);
    expect(await told(alice, { about: 'content', perpage: 2, page: 1, sortDir: 'asc' })).toEqual([
      `reply ${replies[1] ?? 0}`,
      `reply ${replies[0] ?? 0}`,
    ]);
    expect(await told(alice, { about: 'content', perpage: 2, page: 3 })).toEqual([
      `reply ${replies[0] ?? 0}`,
    ]);
    expect(await told(alice, { page: 2_147_483_647, perpage: 2_147_483_647 })).toEqual([]);
    await alice.notification.dismissAllNotifications({});
    expect(await told(alice)).toEqual([]);
    expect(await told(alice, { readFilter: 'read_only' })).toHaveLength(6);
    for (const data of [
      { about: 'x' },
      { typename: 'constructor' },
      { readFilter: 'x' },
      { sortDir: 'desc; drop table node' },
      { about: 'content', typename: 'follow' },
      { page: -1 },
    ])
      await expect(
        alice.call('notification.fetchNotificationsForCurrentUser', { data }),
      ).rejects.toMatchObject({ id: 'invalid_parameter' });
  });

  test('takes as many statements for a long page as for a short one', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    for (let index = 0; index < 6; index += 1) await post(bob, topic, `Reply ${index}`);
    for (const perpage of [1, 50])
      expect(await countStatements(board, () => told(alice, { perpage }))).toBe(1);
  });
});

describe('dismissing', () => {
  test('marks as read and fills the page up', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    for (let index = 0; index < 3; index += 1) {
      await post(bob, topic, `Reply ${index}`);
      board.tick(1);
    }
    await workOff(board);
    const all = Object.values(await alice.notification.fetchNotificationsForCurrentUser({}));
    const [newest = 0, middle = 0, oldest = 0] = all
      .sort((a, b) => b.lastsenttime - a.lastsenttime)
      .map((row) => row.notificationid);
    const page = { filterParams: { perpage: 2 } };
    const first = await alice.notification.dismissNotification({
      readIds: [newest],
      idsOnPage: [newest, middle],
      ...page,
    });
    expect(first).toMatchObject({
      affected_rows: 1,
      info: '',
      insertNotification: { notificationid: oldest },
    });
    expect(first.lastsenttime).toBe(first.insertNotification?.lastsenttime);
    const second = await alice.notification.dismissNotification({
      readIds: [middle, oldest],
      idsOnPage: [middle, oldest],
    });
    expect(second).toEqual({ affected_rows: 2, info: 'page_empty', lastsenttime: 0 });
    const third = await alice.notification.dismissNotification({
      readIds: [middle],
      skipFetch: true,
    });
    expect(third).toEqual({ affected_rows: 0, info: 'fetch_skipped', lastsenttime: 0 });
  });

  test('and deleting leave those of others alone', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    await post(bob, topic, 'A reply');
    await workOff(board);
    const [own] = await alice.notification.fetchNotificationsForCurrentUser({});
    const id = own?.notificationid ?? 0;
    const ids = [id];
    expect(await bob.notification.deleteNotification({ notificationids: ids })).toEqual({
      affected_rows: 0,
    });
    const dismissed = await bob.notification.dismissNotification({ readIds: ids, skipFetch: true });
    expect(dismissed.affected_rows).toBe(0);
    await expect(
      bob.notification.deleteNotification({ notificationids: ids, userid: members.alice }),
    ).rejects.toMatchObject({ id: 'no_permission' });
    await expect(
      bob.notification.dismissAllNotifications({ userid: members.alice }),
    ).rejects.toMatchObject({ id: 'no_permission' });
    const deleted = await admin.notification.deleteNotification({
      notificationids: ids,
      userid: members.alice,
    });
    expect(deleted).toEqual({ affected_rows: 1 });
    expect(await told(alice, { readFilter: '*' })).toEqual([]);
  });

  test('takes so many ids and no more', async () => {
    const ids = Array.from({ length: 101 }, (_, index) => index + 1);
    await expect(
      alice.notification.deleteNotification({ notificationids: ids }),
    ).rejects.toMatchObject({ id: 'invalid_data' });
  });
});

describe('unsubscribing from a topic', () => {
  test('silences it, but not mentions, until it is undone', async () => {
    const topic = await post(alice, places.channel, 'A topic');
    const reply = await post(bob, topic, 'One');
    await bob.follow.add({ follow_item: topic, type: 'follow_contents' });
    const ofAlice = await alice.notification.unsubscribeFromNotification({ sentbynodeid: reply });
    const ofBob = await bob.notification.unsubscribeFromNotification({ sentbynodeid: topic });
    expect(await bob.follow.isFollowingContent({ contentId: topic })).toBe(0);
    await workOff(board);
    await board.database.transaction((db) => db.run('delete from notification'));
    await post(mod, topic, 'Two');
    const mention = await post(mod, topic, 'Three, @alice');
    expect(await told(alice)).toEqual([`usermention ${mention}`]);
    expect(await told(bob)).toEqual([]);

    await expect(
      mod.notification.undoUnsubscribe({ undoid: ofAlice.undoid }),
    ).rejects.toMatchObject({ id: 'invalid_data' });
    expect(await alice.notification.undoUnsubscribe({ undoid: ofAlice.undoid })).toBe(true);
    expect(await bob.notification.undoUnsubscribe({ undoid: ofBob.undoid })).toBe(true);
    await expect(bob.notification.undoUnsubscribe({ undoid: ofBob.undoid })).rejects.toMatchObject({
      id: 'invalid_data',
    });
    expect(await alice.follow.isFollowingContent({ contentId: topic })).toBe(0);
    expect(await bob.follow.isFollowingContent({ contentId: topic })).toBe(1);
    const last = await post(mod, topic, 'Four');
    expect(await told(bob)).toEqual([`subscription ${last}`]);
    expect(await told(alice)).toContain(`reply ${last}`);
  });

  test('is refused for what cannot be seen, and for channels', async () => {
    for (const sentbynodeid of [places.staffTopic, places.channel, 999_999])
      await expect(
        alice.notification.unsubscribeFromNotification({ sentbynodeid }),
      ).rejects.toMatchObject({ id: 'invalid_node_id' });
  });
});

test('guests are told to log in', async () => {
  const { notification } = board.guest();
  const refused = { id: 'not_logged_no_permission' };
  await expect(notification.fetchNotificationsForCurrentUser({})).rejects.toMatchObject(refused);
  await expect(notification.fetchUnreadCount()).rejects.toMatchObject(refused);
  await expect(notification.dismissAllNotifications({})).rejects.toMatchObject(refused);
  await expect(notification.dismissNotification({ readIds: [1] })).rejects.toMatchObject(refused);
  await expect(notification.deleteNotification({ notificationids: [1] })).rejects.toMatchObject(
    refused,
  );
  await expect(notification.undoUnsubscribe({ undoid: 1 })).rejects.toMatchObject(refused);
  await expect(notification.unsubscribeFromNotification({ sentbynodeid: 1 })).rejects.toMatchObject(
    refused,
  );
});

describe('who reads a post', () => {
  const count = (client: Signpost): Promise<number> => client.notification.fetchUnreadCount();

  test('has read what he was told of it', async () => {
    const topic = await post(alice, places.channel, 'Look, @bob');
    const other = await post(alice, places.channel, 'And here, @bob');
    const reply = await post(mod, topic, 'I say so too, @bob');
    await workOff(board);
    expect(await count(bob)).toBe(3);
    const { publishdate: readtime } = await bob.node.getNode({ nodeid: topic });
    await bob.node.markRead({ nodeid: topic, readtime });
    expect(await told(bob, { readFilter: 'unread_only' })).toEqual([
      `usermention ${reply}`,
      `usermention ${other}`,
    ]);
    await bob.node.markReadMultiple({ nodeids: [topic] });
    expect(await count(bob)).toBe(1);
    const { details } = await bob.content_privatemessage.getHeaderCounts();
    expect(details.your_notifications?.count).toBe(1);
    expect(await told(bob, { readFilter: '*' })).toHaveLength(3);
    await bob.node.markChannelsRead({});
    expect(await count(bob)).toBe(0);
  });

  test('has not read what others were told, nor what is no post', async () => {
    const topic = await post(alice, places.channel, 'Look, @bob and @mod');
    await alice.follow.add({ follow_item: members.bob });
    await workOff(board);
    expect([await count(bob), await count(mod)]).toEqual([2, 1]);
    await bob.node.markRead({ nodeid: topic });
    expect([await count(bob), await count(mod)]).toEqual([1, 1]);
  });
});
