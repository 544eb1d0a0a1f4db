import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  javaEncode,
  lacks,
  list,
  messageId,
  queryOf,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  whole,
  WireClient,
} from './client.ts';

/** A client that sends what vBulletin 4's forms for polls do: `api_m` in the URL, all else as a form. */
class Former extends WireClient {
  async init(): Promise<this> {
    const fields = { api_m: 'api_init', clientname: 'former', uniqueid: unlike() };
    this.keep(await this.get(queryOf(fields, javaEncode)));
    return this;
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf({ api_m: method }, javaEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.form(queryOf(fields, javaEncode), `${signed}&${queryOf(own, javaEncode)}`);
  }
}

const DAY = 86_400;

let board: TestBoard;
let guest: Former;
let alice: Former;
let bob: Former;
let mod: Former;
beforeAll(async () => {
  board = await startBoard();
  guest = await new Former(board).init();
  alice = await member('alice');
  bob = await member('bob');
  mod = await member('mod');
});
afterAll(async () => {
  await board.stop();
});

async function member(name: string): Promise<Former> {
  const client = await new Former(board).init();
  const login = { vb_login_username: name, vb_login_password: `${name}-password` };
  expect(messageId(await client.call('login_login', login))).toBe('redirect_login');
  return client;
}

const drinks = { 'options[1]': 'Tea', 'options[2]': 'Coffee' };

/** A topic of alice's with a poll. */
async function beginPoll(more: Fields = {}): Promise<string> {
  const { threadid } = await beginTopic(alice);
  const json = await alice.call('poll_postpoll', { threadid, ...drinks, ...more });
  expect(at(json, 'response.errormessage')).toBe('redirect_postthanks');
  expect(text(json, 'response.pollid')).toBe(threadid);
  return threadid;
}

const poll = async (threadid: string): Promise<Json> =>
  at(await bob.call('showthread', { threadid }), 'response.poll');

const form = (pollid: string, client = alice): Promise<Json> =>
  client.call('poll_polledit', { pollid });

/** The options that a form shows. */
const titles = (json: Json): string[] =>
  list(json, 'response.pollbits').map((bit) => text(bit, 'option.title'));

async function edit(pollid: string, fields: Fields): Promise<Json> {
  const json = await alice.call('poll_updatepoll', { pollid, ...fields });
  expect(at(json, 'response.errormessage')).toBe('redirect_editthanks');
  return form(pollid);
}

describe('a poll', () => {
  test('comes after its topic, and is voted in', async () => {
    const { threadid, subject } = await beginTopic(alice, undefined, {
      postpoll: 1,
      polloptions: 4,
    });
    expect(lacks(await bob.call('showthread', { threadid }), 'response.poll')).toBe(true);
    const blank = await alice.call('poll_newpoll', { threadid, polloptions: 3 });
    expect(text(blank, 'response.question')).toBe(subject);
    expect(text(blank, 'response.threadinfo.threadid')).toBe(threadid);
    const bits = list(blank, 'response.pollbits');
    expect(bits.map((bit) => whole(bit, 'option.number'))).toEqual([1, 2, 3]);
    expect(whole(blank, 'show.canpostpoll')).toBe(1);
    const json = await alice.call('poll_postpoll', {
      ...{ threadid, question: 'What do we "drink"?', polloptions: 4, ...drinks },
      ...{ 'options[3]': '', 'options[4]': ' ', multiple: 1, public: 1, timeout: 3 },
    });
    expect(at(json, 'response.errormessage')).toBe('redirect_postthanks');
    expect([text(json, 'show.threadid'), whole(json, 'show.postid')]).toEqual([
      threadid,
      Number(threadid),
    ]);
    const shown = await poll(threadid);
    expect(text(shown, 'pollinfo.question')).toBe('What do we &quot;drink&quot;?');
    const thread = await bob.call('showthread', { threadid });
    expect(text(thread, 'response.thread.title')).toBe(subject);
    expect(Math.abs(whole(shown, 'pollinfo.timeout') - board.now() - 3 * DAY)).toBeLessThan(60);
    expect(list(shown, 'pollbits').map((bit) => text(bit, 'option.title'))).toEqual([
      'Tea',
      'Coffee',
    ]);
    const vote = { pollid: threadid, 'optionnumber[1]': 1, 'optionnumber[2]': 1 };
    expect(messageId(await bob.call('poll_pollvote', vote))).toBe('redirect_pollvotethanks');
    expect(whole(await poll(threadid), 'show.voted')).toBe(1);
  });

  test('takes votes for its own options alone', async () => {
    const [pollid, other] = [await beginPoll(), await beginPoll()];
    const options = async (id: string): Promise<readonly number[]> =>
      list(await poll(id), 'pollbits').map((bit) => whole(bit, 'option.polloptionid'));
    for (const optionnumber of [...(await options(other)), 2_147_483_647]) {
      const json = await bob.call('poll_pollvote', { pollid, optionnumber });
      expect(messageId(json)).toBe('invalid_poll_option');
    }
    const none = await bob.call('poll_pollvote', { pollid, optionnumber: -1 });
    expect(messageId(none)).toBe('nopolloptionselected');
    expect(whole(await poll(other), 'pollinfo.numbervotes')).toBe(0);
    const [, own = 0] = await options(pollid);
    const json = await bob.call('poll_pollvote', { pollid, optionnumber: own });
    expect(messageId(json)).toBe('redirect_pollvotethanks');
    const votes = list(await poll(pollid), 'pollbits').map((bit) => whole(bit, 'option.votes'));
    expect(votes).toEqual([0, 1]);
  });

  test.each<[string, Fields]>([
    ['a list of options', { 'options[]': 'Tea', 'options[1]': 'Coffee' }],
    [
      'other names',
      { pollquestion: 'Which?', 'polloptions[1]': 'Tea', 'polloptions[2]': 'Coffee' },
    ],
  ])('may be sent with %s', async (_, fields) => {
    const { threadid } = await beginTopic(alice);
    const json = await alice.call('poll_postpoll', { threadid, ...fields });
    expect(at(json, 'response.errormessage')).toBe('redirect_postthanks');
    expect(titles(await form(threadid))).toEqual(['Tea', 'Coffee']);
  });

  test('is refused in the words of old clients', async () => {
    const { threadid } = await beginTopic(alice);
    const send = async (client: Former, fields: Fields): Promise<Json> =>
      at(await client.call('poll_postpoll', { threadid, ...fields }), 'response.errormessage');
    expect(await send(alice, { 'options[1]': 'Tea', 'options[2]': ' ' })).toEqual([
      ...['invalid_data', 'a poll has at least two options'],
    ]);
    expect(await send(alice, { polloptions: 4 })).toEqual([
      ...['invalid_data', 'a poll has at least two options'],
    ]);
    expect(await send(bob, drinks)).toBe('nopermission_loggedin');
    expect(await send(guest, drinks)).toBe('nopermission_loggedout');
    expect(await send(alice, { ...drinks, threadid: 999_999 })).toEqual(['invalidid', 'thread']);
    expect(await send(alice, { ...drinks, threadid: '' })).toEqual(['noid', 'thread']);
    expect(await send(alice, { ...drinks, timeout: 999_999 })).toContain('invalid_parameter');
    await mod.call('inlinemod_close', { tlist: threadid });
    expect(await send(alice, drinks)).toBe('threadclosed');
    expect(lacks(await bob.call('showthread', { threadid }), 'response.poll')).toBe(true);
  });

  test('is offered to who may add it, where there is none', async () => {
    const may = async (client: Former, threadid: string): Promise<number> =>
      whole(await client.call('poll_newpoll', { threadid }), 'show.canpostpoll');
    const { threadid } = await beginTopic(alice);
    expect(await Promise.all([alice, bob, guest, mod].map((one) => may(one, threadid)))).toEqual([
      ...[1, 0, 0, 1],
    ]);
    expect(await may(alice, await beginPoll())).toBe(0);
    const most = await alice.call('poll_newpoll', { threadid, polloptions: 1_000_000 });
    expect(list(most, 'response.pollbits')).toHaveLength(whole(most, 'response.maxpolloptions'));
  });
});

test('a poll goes with its topic into another, where lists and the topic show it', async () => {
  const pollid = await beginPoll({ question: 'Which?' });
  const { threadid, forumid } = await beginTopic(alice);
  await bob.call('poll_pollvote', { pollid, optionnumber: 1 });
  const merged = await mod.call('inlinemod_domergethreads', {
    threadids: `${threadid},${pollid}`,
    destthreadid: threadid,
  });
  expect(messageId(merged)).toBe('redirect_inline_mergedthreads');
  const bits = list(await bob.call('forumdisplay', { forumid }), 'response.threadbits');
  const bit = bits.find((one) => text(one, 'thread.threadid') === threadid);
  expect(whole(bit ?? '', 'thread.pollid')).toBe(Number(threadid));
  const shown = await poll(threadid);
  expect(text(shown, 'pollinfo.question')).toBe('Which?');
  expect(whole(shown, 'pollinfo.numbervotes')).toBe(1);
  expect(whole(shown, 'show.voted')).toBe(1);
  const posts = list(await bob.call('showthread', { threadid }), 'response.postbits');
  const polls = posts.map((one) => [text(one, 'post.postid'), !lacks(one, 'post.poll')]);
  expect(Object.fromEntries(polls)).toEqual({ [threadid]: true, [pollid]: false });
});

describe('the form of a poll', () => {
  test('tells what can be changed', async () => {
    const pollid = await beginPoll({ public: 1, timeout: 3 });
    await bob.call('poll_pollvote', { pollid, optionnumber: 2 });
    const json = await form(pollid);
    const info = at(json, 'response.pollinfo');
    for (const [name, value] of Object.entries({ pollid, threadid: pollid }))
      expect(text(info, name)).toBe(value);
    const flags = ['multiple', 'public', 'closed', 'timeout', 'numbervotes'];
    expect(flags.map((name) => whole(info, name))).toEqual([0, 1, 0, 3, 1]);
    expect(list(json, 'response.pollbits').map((bit) => whole(bit, 'option.votes'))).toEqual([
      ...[0, 1],
    ]);
    expect(whole(json, 'show.canedit')).toBe(1);
    expect(whole(await form(pollid, bob), 'show.canedit')).toBe(0);
    const { threadid } = await beginTopic(alice);
    expect(at(await form(threadid), 'response.errormessage')).toEqual(['invalidid', 'poll']);
  });

  test('changes options by their number', async () => {
    const pollid = await beginPoll();
    const ids = (json: Json): string[] =>
      list(json, 'response.pollbits').map((bit) => text(bit, 'option.polloptionid'));
    const [, coffee = ''] = ids(await form(pollid));
    const named = await edit(pollid, { 'options[2]': 'Black coffee', pollquestion: 'Which?' });
    expect(titles(named)).toEqual(['Tea', 'Black coffee']);
    expect(ids(named)[1]).toBe(coffee);
    expect(text(named, 'response.pollinfo.question')).toBe('Which?');
    const more = await edit(pollid, { 'options[1]': '', 'options[3]': 'Milk' });
    expect(titles(more)).toEqual(['Black coffee', 'Milk']);
    expect(ids(more)[0]).toBe(coffee);
    const listed = await edit(pollid, { 'options[0]': 'Coffee', 'options[1]': 'Water' });
    expect(titles(listed)).toEqual(['Coffee', 'Water']);
    expect(ids(listed)[0]).toBe(coffee);
    expect(titles(await edit(pollid, { 'options[x]': 'Nothing' }))).toEqual(['Coffee', 'Water']);
  });

  test('closes a poll and opens it', async () => {
    const pollid = await beginPoll({ timeout: 3 });
    const state = (json: Json): number[] =>
      ['closed', 'timeout'].map((name) => whole(json, `response.pollinfo.${name}`));
    const closes = async () => whole(await poll(pollid), 'pollinfo.timeout');
    const timeout = await closes();
    board.tick(60);
    expect(state(await edit(pollid, { timeout: 3, multiple: 1 }))).toEqual([0, 3]);
    expect(await closes()).toBe(timeout);
    expect(state(await edit(pollid, { timeout: 5 }))).toEqual([0, 5]);
    expect(state(await edit(pollid, { closepoll: 1, timeout: 5 }))).toEqual([1, 0]);
    const closed = await closes();
    board.tick(60);
    expect(state(await edit(pollid, { timeout: 0 }))).toEqual([1, 0]);
    expect(state(await edit(pollid, { closepoll: 1 }))).toEqual([1, 0]);
    expect(await closes()).toBe(closed);
    expect(state(await edit(pollid, { closepoll: 0 }))).toEqual([0, 0]);
    expect(state(await edit(pollid, { timeout: 2 }))).toEqual([0, 2]);
    expect(state(await edit(pollid, { timeout: 0 }))).toEqual([0, 0]);
  });

  test('sets flags that are sent, and leaves the others', async () => {
    const pollid = await beginPoll({ multiple: 1 });
    const flags = (json: Json): number[] =>
      ['multiple', 'public'].map((name) => whole(json, `response.pollinfo.${name}`));
    expect(flags(await edit(pollid, { public: 1 }))).toEqual([1, 1]);
    expect(flags(await edit(pollid, { multiple: 0 }))).toEqual([0, 1]);
    await bob.call('poll_pollvote', { pollid, optionnumber: 1 });
    const rename = { pollid, 'options[1]': 'Coffee', 'options[2]': 'Tea' };
    const refused = await alice.call('poll_updatepoll', rename);
    expect(at(refused, 'response.errormessage')).toEqual(['poll_has_votes', 'polloptions']);
    expect(messageId(await bob.call('poll_updatepoll', rename))).toBe('nopermission_loggedin');
  });
});

describe('the report of a private message', () => {
  const inbox = 'response.HTML.messagelist_periodgroups.messagelistbits';

  test('is for those who hold it, and of messages alone', async () => {
    const sent = { title: unlike(), recipients: 'bob', message: unlike() };
    await alice.call('private_insertpm', sent);
    const pmid = text(await bob.call('private_messagelist'), `${inbox}.0.pm.pmid`);
    const { threadid } = await beginTopic(alice);
    const send = async (client: Former, fields: Fields): Promise<Json> =>
      at(await client.call('private_sendemail', fields), 'response.errormessage');
    const reason = 'He threatens me';
    expect(await send(mod, { pmid, reason })).toEqual(['invalidid', 'pm']);
    expect(await send(bob, { pmid: threadid, reason })).toEqual(['invalidid', 'pm']);
    expect(await send(guest, { pmid, reason })).toBe('nopermission_loggedout');
    expect(await send(bob, { pmid, reason: '' })).toBe('missing_content');
    expect(await send(bob, { pmid, reason })).toBe('redirect_reportthanks');
    expect(await send(bob, { pmid, reason })).toBe('already_reported');
    const admin = await board.login('admin');
    const reports = Object.values(await admin.content_report.listReports());
    expect(reports.at(-1)).toMatchObject({
      ...{ reportnodeid: Number(pmid), content: { rawtext: reason } },
      reportedmessage: { title: sent.title, rawtext: sent.message },
    });
  });
});
