import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  list,
  md5,
  messageId,
  pythonEncode,
  queryOf,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  WireClient,
} from './client.ts';

/** E, "icbot": Python, `api_m` alone in the URL and signed, the rest in the body. */
class E extends WireClient {
  async init(): Promise<void> {
    const named = { clientname: 'icbot', clientversion: '1', platformname: 'Python' };
    const fields = { api_m: 'api_init', ...named, platformversion: '2.7', uniqueid: 'icbot' };
    this.keep(await this.get(queryOf(fields, pythonEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf({ api_m: method }, pythonEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.form(queryOf(fields, pythonEncode), `${signed}&${queryOf(own, pythonEncode)}`, {
      'User-Agent': 'Python-urllib/2.7',
    });
  }
}

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('client E', () => {
  test('writes, lists and logs out', async () => {
    const client = new E(board);
    await client.init();
    const login = await client.call('login_login', {
      vb_login_username: 'mod',
      vb_login_md5password: md5('mod-password'),
    });
    expect(messageId(login)).toBe('redirect_login');
    const { forumid, threadid } = await beginTopic(client, 'Tilde ~ and * and é');
    const reply = await client.call('newreply_postreply', { threadid, message: unlike() });
    expect(messageId(reply)).toBe('redirect_postthanks');
    const forum = await client.call('forumdisplay', { forumid });
    const titles = list(forum, 'response.threadbits').map((bit) => text(bit, 'thread.threadtitle'));
    expect(titles).toContain('Tilde ~ and * and é');
    const out = await client.call('login_logout');
    expect(at(out, 'response.errormessage.0')).toBe('cookieclear');
  });
});
