import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newMember } from '../support/members.ts';
import { workOff } from '../support/outbox.ts';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  lacks,
  list,
  loggedIn,
  messageId,
  startBoard,
  type TestBoard,
  text,
  texts,
  unlike,
  url,
  whole,
  wholes,
} from './client.ts';
import { Plain } from './clients.ts';

const MINUTE = 60;
const DAY = 24 * 3600;

let board: TestBoard;
let guest: Plain;

beforeAll(async () => {
  board = await startBoard();
  guest = new Plain(board);
  await guest.init();
});
afterAll(async () => {
  await board.stop();
});

/** A client of each version whose member is new. */
async function newcomer(version = ''): Promise<Plain> {
  const { username, password } = await newMember(board);
  const client = new Plain(board, version);
  await client.init();
  expect(messageId(await client.login(username, password))).toBe('redirect_login');
  return client;
}

async function reply(threadid: string, more: Fields = {}): Promise<number> {
  const client = await loggedIn(new Plain(board), 'bob');
  const json = await client.call('newreply_postreply', { threadid, message: unlike(), ...more });
  return whole(json, 'show.postid');
}

const threadFields = ['threadid', 'threadtitle', 'title', 'forumid', 'postusername', 'preview'];
const numbers = ['postuserid', 'replycount', 'views', 'lastpost', 'dateline'];

describe('subscriptions', () => {
  test.each(['', '1'])(
    'to topics and forums are made, listed and ended (version %j)',
    async (v) => {
      const own = await newcomer(v);
      const { forumid, threadid, subject } = await beginTopic(own);
      for (const [fields, name, title] of [
        [{ threadid }, 'thread', subject],
        [{ forumid }, 'forum', undefined],
      ] as const) {
        const before = await own.call('subscription_addsubscription', fields);
        if (title !== undefined) expect(text(before, 'response.title')).toBe(title);
        const added = await own.call('subscription_doaddsubscription', fields);
        expect(at(added, 'response.errormessage')).toBe(`redirect_subsadd_${name}`);
        const after = await own.call('subscription_addsubscription', fields);
        expect(at(after, 'show.subscribed')).toBe(1);
      }
      const json = await own.call('subscription_viewsubscription');
      const bits = list(json, 'response.threadbits');
      expect(bits.map((bit) => text(bit, 'thread.threadid'))).toEqual([threadid]);
      texts(bits[0] ?? '', 'thread', threadFields);
      wholes(bits[0] ?? '', 'thread', numbers);
      const forums = list(json, 'response.forumbits');
      expect(forums.map((bit) => text(bit, 'forumid'))).toEqual([forumid]);
      expect(text(forums[0] ?? '', 'forum.forumid')).toBe(forumid);
      expect(whole(json, 'response.pagenav.totalpages')).toBe(1);
      expect([at(json, 'show.havethreads'), at(json, 'show.haveforums')]).toEqual([1, 1]);
      for (const [fields, name] of [
        [{ t: threadid }, 'thread'],
        [{ f: forumid }, 'forum'],
      ] as const) {
        const removed = await own.call('subscription_removesubscription', fields);
        expect(at(removed, 'response.errormessage')).toBe(`redirect_subsremove_${name}`);
      }
      const empty = await own.call('subscription_viewsubscription');
      expect(list(empty, 'response.threadbits')).toEqual([]);
      expect([at(empty, 'show.havethreads'), at(empty, 'show.haveforums')]).toEqual([0, 0]);
    },
  );

  test('are refused where there is nothing to subscribe to', async () => {
    const own = await newcomer();
    const { forumid, threadid } = await beginTopic(own);
    const refused = async (client: Plain, name: string, fields: Fields): Promise<Json> =>
      at(await client.call(`subscription_${name}`, fields), 'response.errormessage');
    const gone = { threadid: 999_999 };
    for (const name of ['addsubscription', 'doaddsubscription']) {
      expect(await refused(own, name, {})).toEqual(['noid', 'thread']);
      expect(await refused(own, name, gone)).toEqual(['invalidid', 'thread']);
    }
    // what is gone can still be taken off the list
    expect(await refused(own, 'removesubscription', gone)).toBe('redirect_subsremove_thread');
    for (const name of ['doaddsubscription', 'removesubscription'])
      expect(await refused(guest, name, { threadid })).toBe('nopermission_loggedout');
    const forum = await own.call('subscription_doaddsubscription', { threadid: forumid });
    expect(at(forum, 'response.errormessage')).toEqual(['invalidid', 'thread']);
    const json = await guest.call('subscription_viewsubscription');
    expect(at(json, 'response.errormessage')).toBe('nopermission_loggedout');
  });
});

describe('notifications', () => {
  test('of what was read are read, also where the topic had been read before', async () => {
    const own = await newcomer();
    const { threadid } = await beginTopic(own);
    await own.call('showthread', { threadid });
    const client = await loggedIn(new Plain(board), 'bob');
    await client.call('reputation.vote', { nodeid: threadid });
    await workOff(board);
    const total = async (): Promise<number> =>
      whole(await own.call('forum'), 'response.header.notifications_total');
    expect(await total()).toBe(1);
    await own.call('showthread', { threadid });
    expect(await total()).toBe(0);
  });

  test('tell of a reply, count on the front page, and are dismissed', async () => {
    const own = await newcomer();
    const { threadid, subject } = await beginTopic(own);
    await own.call('subscription_doaddsubscription', { threadid });
    const postid = await reply(threadid);
    await workOff(board);
    const total = async (): Promise<number> =>
      whole(await own.call('forum'), 'response.header.notifications_total');
    expect(await total()).toBe(1);
    const json = await own.call('notification_get', { perpage: 5, pagenumber: 1 });
    expect(whole(json, 'response.notifications_total')).toBe(1);
    const [one = '', ...others] = list(json, 'response.notifications');
    expect(others).toEqual([]);
    expect(text(one, 'username')).toBe('bob');
    expect(text(one, 'title')).toBe(subject);
    expect(text(one, 'threadid')).toBe(threadid);
    expect(whole(one, 'postid')).toBe(postid);
    expect(whole(one, 'unread')).toBe(1);
    url(one, 'avatarurl');
    for (const name of ['notificationid', 'userid', 'dateline'])
      expect(whole(one, name)).toBeGreaterThan(0);
    for (const name of ['typename', 'categoryname']) text(one, name);
    const dismissid = text(one, 'notificationid');
    const done = await own.call('notification_dismiss', { dismissid });
    expect(at(done, 'response.errormessage')).toEqual(['redirect_updatethanks']);
    expect(await total()).toBe(0);
    const kept = await own.call('notification_get');
    expect(whole(kept, 'response.notifications.0.unread')).toBe(0);
    expect(
      lacks(await own.call('notification_get', { pagenumber: 9 }), 'response.notifications.0'),
    ).toBe(true);
  });

  test('of messages on the profile are dismissed all at once', async () => {
    const own = await newcomer();
    const userid = whole(await own.call('member'), 'response.prepared.userid');
    const bob = await loggedIn(new Plain(board), 'bob');
    for (let count = 0; count < 2; count += 1)
      await bob.call('visitormessage_message', { userid, message: unlike() });
    await workOff(board);
    const total = async (): Promise<number> =>
      whole(await own.call('notification_get'), 'response.notifications_total');
    expect(await total()).toBe(2);
    const done = await own.call('notification_dismissVms');
    expect(at(done, 'response.errormessage')).toEqual(['redirect_updatethanks']);
    expect(await total()).toBe(0);
    const again = await own.call('notification_dismissVms');
    expect(at(again, 'response.errormessage')).toEqual(['redirect_updatethanks']);
  });

  test("are the member's own", async () => {
    const own = await newcomer();
    for (const name of ['notification_get', 'notification_dismiss', 'notification_dismissVms']) {
      const json = await guest.call(name, { dismissid: 1 });
      expect(messageId(json)).toBe('nopermission_loggedout');
    }
    const nothing = await own.call('notification_dismiss');
    expect(messageId(nothing)).toBe('noid');
  });
});

describe('activity', () => {
  test('is what was written lately, of one member or of all, the newest first', async () => {
    const own = await newcomer();
    const userid = whole(await own.call('member'), 'response.prepared.userid');
    const { forumid, threadid, subject } = await beginTopic(own);
    board.tick(MINUTE);
    await own.call('newreply_postreply', { threadid, message: `A reply ${unlike()}` });
    const json = await guest.call('activity', { userid, perpage: 5 });
    const bits = list(json, 'response.activitybits');
    expect(bits.map((bit) => text(bit, 'type'))).toEqual(['forum_post', 'forum_thread']);
    for (const bit of bits) {
      expect(text(bit, 'threadid')).toBe(threadid);
      expect(text(bit, 'threadtitle')).toBe(subject);
      expect(text(bit, 'forumid')).toBe(forumid);
      for (const name of ['forumtitle', 'preview', 'username']) text(bit, name);
      for (const name of ['userid', 'postid', 'dateline']) whole(bit, name);
      url(bit, 'avatarurl');
    }
    expect(whole(json, 'response.pagenav.totalpages')).toBe(1);
    expect(at(json, 'show.more_results')).toBe(0);
    const none = await guest.call('activity', { userid, mindateline: board.now() + DAY });
    expect(list(none, 'response.activitybits')).toEqual([]);
    const before = await guest.call('activity', { userid, maxdateline: board.now() - 10 });
    expect(list(before, 'response.activitybits')).toHaveLength(1);
    const page = await guest.call('activity', { userid, perpage: 1 });
    expect(list(page, 'response.activitybits')).toHaveLength(1);
    expect(at(page, 'show.more_results')).toBe(1);
    for (const sortby of ['popular', 'recent'])
      for (const time of ['today', 'week', 'month'])
        list(
          await guest.call('activity', { sortby, time, show: 'forum' }),
          'response.activitybits',
        );
  });
});

describe('what an app shows first', () => {
  test.each([60, 2_000_000_000, 0])('lists new and top topics of %d minutes', async (timestamp) => {
    const own = await newcomer();
    const { threadid } = await beginTopic(own);
    const json = await guest.call('api_getnewtop', { timestamp, max_items_per_category: 3 });
    for (const name of ['newposts', 'topposts']) {
      const bits = list(json, `response.${name}`);
      expect(bits.length).toBeGreaterThan(0);
      expect(bits.length).toBeLessThanOrEqual(3);
      for (const bit of bits) {
        texts(bit, 'thread', threadFields);
        wholes(bit, 'thread', numbers);
        url(bit, 'thread.avatarurl');
      }
    }
    expect(text(json, 'response.newposts.0.thread.threadid')).toBe(threadid);
    board.tick(10 * MINUTE);
    const late = await guest.call('api_getnewtop', { timestamp: 5 });
    expect(list(late, 'response.newposts')).toEqual([]);
  });

  test('leads to the first post that is new to the reader', async () => {
    const own = await newcomer();
    const { threadid } = await beginTopic(await loggedIn(new Plain(board), 'alice'));
    const postids: number[] = [];
    for (let count = 0; count < 3; count += 1) {
      board.tick(MINUTE);
      postids.push(await reply(threadid));
    }
    const goto = async (client: Plain): Promise<readonly number[]> => {
      const json = await client.call('api_gotonewpost', { threadid, perpage: 2 });
      const shown = list(json, 'response.postbits').map((bit) => whole(bit, 'post.postid'));
      return [whole(json, 'response.pagenumber'), ...shown];
    };
    const [one = 0, two = 0, three = 0] = postids;
    expect(await goto(own)).toEqual([1, Number(threadid), one]);
    expect(await goto(own)).toEqual([2, two, three]);
    board.tick(MINUTE);
    const four = await reply(threadid);
    board.tick(MINUTE);
    const five = await reply(threadid);
    expect(await goto(own)).toEqual([3, four, five]);
    expect(await goto(guest)).toEqual([1, Number(threadid), one]);
    const none = await own.call('api_gotonewpost', { threadid: 999_999 });
    expect(at(none, 'response.errormessage')).toEqual(['invalidid', 'thread']);
  });
});
