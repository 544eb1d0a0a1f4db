import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  messageId,
  pythonEncode,
  queryOf,
  startBoard,
  sum,
  type TestBoard,
  whole,
  WireClient,
} from './client.ts';

/** A, Arsenalist's Python client: all in bodies; its init names the API key as the token; never a version. */
class A extends WireClient {
  async init(): Promise<void> {
    const named = { clientname: 'PythonClient', clientversion: '1', platformname: 'Python' };
    const fields = {
      api_m: 'api_init',
      ...named,
      platformversion: '2',
      uniqueid: 'a',
      api_s: sandboxKey,
    };
    this.keep(await this.form(queryOf(fields, pythonEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const { token, clientid } = this.keys;
    const own = { api_m: method, api_c: clientid, api_s: token, api_sig: sum('', this.keys) };
    return this.form(queryOf({ ...own, ...fields }, pythonEncode));
  }
}

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('client A', () => {
  test('logs in and begins a topic', async () => {
    const client = new A(board);
    await client.init();
    const wrong = await client.call('login_login', {
      vb_login_username: 'alice',
      vb_login_password: 'x',
    });
    expect(whole(wrong, 'session.userid')).toBe(0);
    const json = await client.call('login_login', {
      vb_login_username: 'alice',
      vb_login_password: 'alice-password',
    });
    expect(messageId(json)).toBe('redirect_login');
    expect(whole(json, 'session.userid')).toBeGreaterThan(0);
    const { threadid } = await beginTopic(client);
    expect(Number(threadid)).toBeGreaterThan(0);
    const thread = await client.call('showthread', { threadid });
    expect(at(thread, 'response.thread.threadid')).toBe(threadid);
  });
});
