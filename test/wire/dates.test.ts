import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newMember } from '../support/members.ts';
import { change } from '../support/nodes.ts';
import {
  at,
  beginTopic,
  type Json,
  loggedIn,
  messageId,
  startBoard,
  type TestBoard,
  text,
  unlike,
} from './client.ts';
import { Plain } from './clients.ts';

const HOUR = 3600;
/** 30 June 2020, 22:30 in UTC. */
const EVENING = Date.UTC(2020, 5, 30, 22, 30) / 1000;

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** A client of version 1 whose new member lives in a zone. */
async function living(timezoneoffset: string, options: object = {}): Promise<Plain> {
  const user = { username: `At ${unlike()}`, email: `${unlike()}@example.org`, timezoneoffset };
  const { password } = await newMember(board, { user, options });
  const client = new Plain(board, '1');
  await client.init();
  expect(messageId(await client.login(user.username, password))).toBe('redirect_login');
  return client;
}

/** A topic that was written on the evening. */
async function topic(): Promise<string> {
  const { threadid } = await beginTopic(await loggedIn(new Plain(board), 'alice'));
  const times = 'publishdate = ?, created = ?, lastcontent = ?';
  const values = [EVENING, EVENING, EVENING, Number(threadid)];
  await change(board, `update node set ${times} where nodeid = ?`, values);
  return threadid;
}

/** Day and time of the topic as `showthread` tells them. */
async function told(client: Plain, threadid: string): Promise<Json[]> {
  const json = await client.call('showthread', { threadid });
  const { startdate, starttime, lastpostdate, lastposttime } = at(
    json,
    'response.thread',
  ) as Record<string, Json>;
  expect([lastpostdate, lastposttime]).toEqual([startdate, starttime]);
  expect(at(json, 'response.postbits.post.postdate')).toBe(startdate);
  expect(at(json, 'response.postbits.post.posttime')).toBe(String(EVENING));
  return [startdate ?? '', starttime ?? ''];
}

describe('in version 1 days and times are', () => {
  test.each([
    ['0', {}, '06-30-2020', '10:30 PM'],
    ['2', {}, '07-01-2020', '12:30 AM'],
    ['-8', {}, '06-30-2020', '02:30 PM'],
    ['5.5', {}, '07-01-2020', '04:00 AM'],
    ['1', { dstonoff: 1 }, '07-01-2020', '12:30 AM'],
    ['1', { dstauto: 1 }, '06-30-2020', '11:30 PM'],
  ])("by the member's clock: %s hours, %j", async (offset, options, date, time) => {
    expect(await told(await living(offset, options), await topic())).toEqual([date, time]);
  });

  test('in UTC for a guest', async () => {
    const guest = new Plain(board, '1');
    await guest.init();
    expect(await told(guest, await topic())).toEqual(['06-30-2020', '10:30 PM']);
  });

  test('by the new clock as soon as the member has set it', async () => {
    const client = await living('0');
    const threadid = await topic();
    await told(client, threadid);
    const userid = text(await client.call('member'), 'response.prepared.userid');
    const changed = { userid, password: '', 'user[timezoneoffset]': '10' };
    expect(await client.call('user.save', changed)).toBe(Number(userid));
    expect(await told(client, threadid)).toEqual(['07-01-2020', '08:30 AM']);
  });

  test('those of the clock that came with the registration', async () => {
    const client = new Plain(board, '1');
    await client.init();
    const username = `Zone ${unlike()}`;
    const form = { agree: 1, username, email: `${unlike()}@example.org`, password: 'long enough' };
    const zone = { timezoneoffset: '1', dst: 1 };
    const json = await client.call('register_addmember', { ...form, ...zone });
    expect(messageId(json)).toBe('registration_complete');
    await client.login(username, 'long enough');
    expect(await told(client, await topic())).toEqual(['07-01-2020', '12:30 AM']);
  });
});

test("private messages lie in the periods of their reader's days", async () => {
  const readers = [await living('0'), await living('-2')];
  const names: string[] = [];
  for (const reader of readers)
    names.push(text(await reader.call('member'), 'response.prepared.username'));
  const alice = await loggedIn(new Plain(board), 'alice');
  const day = 24 * HOUR;
  board.tick((2 * day - HOUR / 2 - (board.now() % day)) % day);
  const letter = { title: 'Late', recipients: names.join(';'), message: unlike() };
  expect(messageId(await alice.call('private_insertpm', letter))).toBe('pm_messagesent');
  board.tick(HOUR);
  const periods: Json[] = [];
  for (const reader of readers) {
    const box = await reader.call('private_messagelist');
    periods.push(at(box, 'response.HTML.messagelist_periodgroups.0.groupid'));
  }
  expect(periods).toEqual(['yesterday', 'today']);
});
