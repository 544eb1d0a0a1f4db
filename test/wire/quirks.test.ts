import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newMember } from '../support/members.ts';
import {
  at,
  beginTopic,
  escaped,
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
import { E, J, K, M, N, Plain } from './clients.ts';

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
    expect(text(json, 'response.thread.title')).toBe(escaped(subject));
    expect(text(json, 'response.thread.taglist')).toMatch(/^it&#039;s /);
    const edited = { postid: threadid, message: `A tab\there, ${words}`, title: `${subject}!` };
    expect(messageId(await client.call('editpost_updatepost', edited))).toBe('redirect_editthanks');
    const again = await client.call('showthread', { threadid });
    expect(text(again, 'response.postbits.0.post.message_bbcode')).toBe(edited.message);
    expect(text(again, 'response.postbits.0.post.title')).toBe(escaped(edited.title));
    expect(text(again, 'response.postbits.0.post.message')).toContain('&amp;lt;b&amp;gt;');
  });

  test('are themselves in names and passwords', async () => {
    const client = new J(board);
    await client.init();
    const [username, password] = [`O'Neil ${unlike().slice(0, 6)}`, `it's "long\\er"`];
    const email = `${unlike()}@example.org`;
    const form = { agree: 1, username, email, password, passwordconfirm: password };
    const json = await client.call('register_addmember', form);
    const welcome = ['registration_complete', escaped(username)];
    expect(at(json, 'response.errormessage')).toEqual(welcome);
    const plain = new Plain(board);
    await plain.init();
    expect(messageId(await plain.login(username, password))).toBe('redirect_login');
    const again = await client.login(username, password);
    expect(at(again, 'response.errormessage.1')).toBe(escaped(username));
    const letter = { title: 'x', message: unlike(), recipients: username };
    const sender = await loggedIn(new J(board), 'alice');
    expect(messageId(await sender.call('private_insertpm', letter))).toBe('pm_messagesent');
  });
});

describe('character references from any other client', () => {
  const typed = '[code]echo "&quot;"; &#039; &#092; &#009; &amp;[/code]';

  test.each([
    ['M, in Java', M],
    ['N', N],
    ['K', K],
    ['one that signs its query', Plain],
  ] as const)('are what was typed: %s', async (_, One) => {
    const client = await loggedIn(new One(board), 'alice');
    const { threadid } = await beginTopic(client);
    const message = `${typed} ${unlike()}`;
    const reply = await client.call('newreply_postreply', { threadid, message });
    expect(messageId(reply)).toBe('redirect_postthanks');
    const form = await client.call('editpost_editpost', { postid: whole(reply, 'show.postid') });
    expect(text(form, 'response.message')).toBe(message);
  });

  test('are what was typed in a password', async () => {
    const password = `<b>&amp;&quot;&#039;</b>`;
    const username = `typed ${unlike().slice(0, 6)}`;
    const user = { username, email: `${unlike()}@example.org` };
    await board.guest().user.save({ userid: 0, password, user });
    const client = new Plain(board);
    await client.init();
    expect(messageId(await client.login(username, password))).toBe('redirect_login');
  });

  test('are what was typed where J speaks of a version, or sends another body', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const { token, clientid } = client.keys;
    for (const body of ['api_v=4', 'x=1']) {
      const fields = { api_m: 'api_usersearch', fragment: '&quot;bo' };
      const signed = queryOf(fields, javaEncode);
      const own = `api_c=${clientid}&api_s=${token}&api_sig=${sum(signed, client.keys)}`;
      const query = `${signed}&${own}`;
      const headers = { 'Content-Type': FORM, 'User-Agent': 'Java/17.0.15' };
      const sent = `${query}&${body}`;
      expect(await exchange(board, { method: 'POST', query, body: sent, headers })).toEqual([]);
    }
  });
});

describe('numbers', () => {
  test('are read to their last digit, and are no other number', async () => {
    const client = await loggedIn(new Plain(board), 'alice');
    const { threadid } = await beginTopic(client);
    const padded = threadid.padStart(14, '0');
    const read = await client.call('showthread', { threadid: padded });
    expect(text(read, 'response.thread.threadid')).toBe(threadid);
    const reply = await client.call('newreply_postreply', { threadid: padded, message: unlike() });
    expect(text(reply, 'show.threadid')).toBe(threadid);
    for (const name of ['showthread', 'newreply_postreply']) {
      const sent = { threadid: `${threadid}000000000000`, message: unlike() };
      const json = await client.call(name, sent);
      expect(at(json, 'response.errormessage')).toEqual(['invalidid', 'thread']);
    }
    const ids = { tlist: `${threadid}000000000000` };
    const mod = await loggedIn(new Plain(board), 'mod');
    expect(messageId(await mod.call('inlinemod_close', ids))).toBe('invalidid');
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
    expect(Object.keys(json as object).sort()).toEqual(['response', 'show']);
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
    const words = at(json, 'response.errormessage') as Json[];
    expect([words.map(String)]).toEqual(at(json, 'errors'));
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
