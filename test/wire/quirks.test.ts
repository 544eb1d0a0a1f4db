import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newMember } from '../support/members.ts';
import {
  at,
  beginTopic,
  exchange,
  FORM,
  javaEncode,
  type Json,
  list,
  loggedIn,
  messageId,
  queryOf,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  upload,
  whole,
} from './client.ts';
import { E, J, K, N, Plain } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('characters that J sends as references', () => {
  const words = `"double" 'single' back\\slash & &amp; &lt;b&gt; end`;

  test('are themselves in a title, a text, a search and a tag', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const subject = `${words} ${unlike()}`;
    const { threadid } = await beginTopic(client, subject, { taglist: `it's ${unlike()}` });
    const json = await client.call('showthread', { threadid });
    expect(text(json, 'response.thread.title')).toBe(subject);
    expect(text(json, 'response.thread.taglist')).toMatch(/^it's /);
    const edited = { postid: threadid, message: `A tab\there, ${words}`, title: `${subject}!` };
    expect(messageId(await client.call('editpost_updatepost', edited))).toBe('redirect_editthanks');
    const again = await client.call('showthread', { threadid });
    expect(text(again, 'response.postbits.0.post.message_bbcode')).toBe(edited.message);
    expect(text(again, 'response.postbits.0.post.title')).toBe(edited.title);
    expect(text(again, 'response.postbits.0.post.message')).toContain('&amp;lt;b&amp;gt;');
  });

  test('are themselves in names and passwords', async () => {
    const client = new J(board);
    await client.init();
    const [username, password] = [`O'Neil ${unlike().slice(0, 6)}`, `it's "long\\er"`];
    const email = `${unlike()}@example.org`;
    const form = { agree: 1, username, email, password, passwordconfirm: password };
    const json = await client.call('register_addmember', form);
    expect(at(json, 'response.errormessage')).toEqual(['registration_complete', username]);
    const plain = new Plain(board);
    await plain.init();
    expect(messageId(await plain.login(username, password))).toBe('redirect_login');
    expect(at(await client.login(username, password), 'response.errormessage.1')).toBe(username);
    const letter = { title: 'x', message: unlike(), recipients: username };
    const sender = await loggedIn(new J(board), 'alice');
    expect(messageId(await sender.call('private_insertpm', letter))).toBe('pm_messagesent');
  });
});

describe('names of methods', () => {
  test.each(['forum ', ' forum', 'FORUM', 'forum\r\n', '\tforum\t'])(
    '%j is forum, wherever it stands',
    async (name) => {
      for (const One of [N, K, E, Plain, J]) {
        const client = await loggedIn(new One(board), 'alice');
        list(await client.call(name), 'response.forumbits');
      }
    },
  );

  test('that are not there are refused in the dialect they are written in', async () => {
    const client = await loggedIn(new K(board), 'alice');
    const json = await client.call('forumdisplay_nothing ');
    expect(at(json, 'response.errormessage.0')).toBe('invalid_api_method');
    expect(at(await client.call('node.nothing '), 'errors.0.0')).toBe('invalid_api_method');
  });
});

describe('ids for moderation', () => {
  async function closed(client: N, threadid: string): Promise<boolean> {
    const json = await client.call('showthread', { threadid });
    return at(json, 'show.threadisclosed') === 1;
  }

  test.each([
    (a: string, b: string) => `vbulletin_inlinethread=${a}-${b}`,
    (a: string, b: string) => `bb_lastvisit=1; vbulletin_inlinethread=${a}-${b}; x=y`,
    (a: string, b: string) => `bb_inlinethread=${a}%2D${b}`,
    (a: string, b: string) => `forum_inlinethread=${a}%2C${b};`,
  ])('come in a cookie such as %p', async (cookie) => {
    const mod = await loggedIn(new N(board), 'mod');
    const [one, two] = [await beginTopic(mod), await beginTopic(mod)];
    const json = await mod.call('inlinemod_close', {}, cookie(one.threadid, two.threadid));
    expect(messageId(json)).toBe('redirect_inline_closed');
    expect([await closed(mod, one.threadid), await closed(mod, two.threadid)]).toEqual([
      true,
      true,
    ]);
  });

  test('count only where the call names none itself, and only of their kind', async () => {
    const mod = await loggedIn(new N(board), 'mod');
    const [one, two] = [await beginTopic(mod), await beginTopic(mod)];
    const cookie = `vbulletin_inlinethread=${two.threadid}; threadid=${two.threadid}`;
    await mod.call('inlinemod_close', { threadid: one.threadid }, cookie);
    expect([await closed(mod, one.threadid), await closed(mod, two.threadid)]).toEqual([
      true,
      false,
    ]);
    const none = await mod.call('inlinemod_close', {}, `threadid=${two.threadid}; inlinethread=1`);
    expect(at(none, 'response.errormessage')).toEqual(['noid', 'thread']);
    const posts = await mod.call('inlinemod_unapproveposts', {}, cookie);
    expect(at(posts, 'response.errormessage')).toEqual(['noid', 'post']);
  });

  test('of posts come in a cookie, too', async () => {
    const mod = await loggedIn(new N(board), 'mod');
    const { threadid } = await beginTopic(mod);
    const sent = await mod.call('newreply_postreply', { threadid, message: unlike() });
    const cookie = `vbulletin_inlinepost=${whole(sent, 'show.postid')}`;
    const json = await mod.call('inlinemod_dodeleteposts', { deletetype: 1 }, cookie);
    expect(messageId(json)).toBe('redirect_inline_deletedposts');
  });
});

describe('a query that is sent again as the body', () => {
  /** J's call, with another body than its query. */
  async function send(change: (query: string) => string): Promise<Json> {
    const client = await loggedIn(new J(board), 'alice');
    const { token, clientid } = client.keys;
    const signed = queryOf({ api_m: 'forumdisplay', forumid: 14, 'list[0]': 'a b' }, javaEncode);
    const query = `${signed}&api_c=${clientid}&api_s=${token}&api_sig=${sum(signed, client.keys)}`;
    const headers = { 'Content-Type': `${FORM}; charset=UTF-8` };
    return exchange(board, { method: 'POST', query, body: change(query), headers });
  }

  test.each([
    ['as it is', (query: string) => query],
    ['encoded otherwise', (query: string) => query.replace('a+b', 'a%20b')],
    ['with things left over', (query: string) => `${query}&s=&securitytoken=guest&debug=1`],
  ])('is taken %s', async (_, change) => {
    expect(text(await send(change), 'response.forumid')).toBe('14');
  });

  test.each([
    ['another id', (query: string) => query.replace('forumid=14', 'forumid=15')],
    ['another method', (query: string) => query.replace('forumdisplay', 'forum')],
  ])('is refused with %s', async (_, change) => {
    const json = await send(change);
    expect(at(json, 'response.errormessage.0')).toBe('conflicting_parameters');
    expect(at(json, 'errors.0.0')).toBe('conflicting_parameters');
  });
});

describe('a form with a file', () => {
  test('is taken for every name that takes none', async () => {
    const client = await loggedIn(new K(board), 'alice');
    const file = { filename: 'a.txt', type: 'text/plain', bytes: 'text' };
    const json = await upload(client, 'forumdisplay', { forumid: 14 }, { attachment: file });
    expect(text(json, 'response.forumid')).toBe('14');
  });

  test('that is too large is refused so that both families of clients can read it', async () => {
    const client = await loggedIn(new K(board), 'alice');
    const bytes = Buffer.alloc(board.running.environment.config.MAX_FILE_BYTES + 1);
    const file = { filename: 'a.txt', type: 'text/plain', bytes };
    const name = 'newattachment_manageattach';
    const json = await upload(client, name, { posthash: 'a'.repeat(32) }, { attachment: file });
    expect(messageId(json)).toMatch(/too_large|exceeds_limit/);
    expect(at(json, 'show')).toEqual({});
    expect([at(json, 'response.errormessage')]).toEqual(at(json, 'errors'));
  });

  test('tells what is missing from it', async () => {
    const client = await loggedIn(new K(board), 'alice');
    const file = { filename: 'a.txt', type: 'text/plain', bytes: 'text' };
    const name = 'newattachment_manageattach';
    const hashless = await upload(client, name, {}, { attachment: file });
    expect(at(hashless, 'response.errormessage')).toEqual(['missing_parameter', 'posthash']);
    const fileless = await upload(client, name, { posthash: 'a'.repeat(32) }, {});
    expect(at(fileless, 'response.errormessage')).toEqual(['missing_parameter', 'attachment']);
  });
});

test('a dead token is told as such, with the id of the client still good', async () => {
  const { username, password } = await newMember(board);
  const client = new Plain(board);
  await client.init();
  await client.login(username, password);
  const { clientid, secret } = client.keys;
  client.keys.token = 'e'.repeat(32);
  const dead = await client.call('forum');
  expect(at(dead, 'response.errormessage.0')).toBe('invalid_accesstoken');
  const again = await client.get(`api_m=api_init&clientname=plain&api_c=${clientid}`);
  client.keys.token = text(again, 'apiaccesstoken');
  expect(text(again, 'apiclientid')).toBe(clientid);
  expect(client.keys.secret).toBe(secret);
  expect(messageId(await client.login(username, password))).toBe('redirect_login');
});
