import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  md5,
  phpEncode,
  queryOf,
  sorted,
  startBoard,
  sum,
  type TestBoard,
  text,
  whole,
  WireClient,
} from './client.ts';

/** P, pgrzesiecki/vbulletin-api-php: native names by GET, all else in bodies with the constant signature; signs its init. */
class P extends WireClient {
  async init(): Promise<Json> {
    const named = {
      clientname: 'cn',
      clientversion: '1',
      platformname: 'pn',
      platformversion: '2',
    };
    const signed = queryOf(sorted({ api_m: 'api.init', ...named, uniqueid: 'uniq' }), phpEncode);
    const json = await this.get(`${signed}&api_sig=${md5(signed + sandboxKey)}`);
    expect(whole(json, 'apiversion')).toBeGreaterThan(0);
    expect(whole(json, 'apiclientid')).toBeGreaterThan(0);
    return this.keep(json);
  }

  fetch(method: string, fields: Fields = {}): Promise<Json> {
    const { api_v = '', ...signedFields } = fields;
    const signed = queryOf(sorted({ ...signedFields, api_m: method }), phpEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys), api_v };
    return this.get(`${signed}&${queryOf(own, phpEncode)}`);
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const { token, clientid } = this.keys;
    const own = { api_m: method, api_c: clientid, api_s: token, api_sig: sum('', this.keys) };
    return this.form(queryOf({ ...own, ...fields }, phpEncode), '', {
      'User-Agent': 'GuzzleHttp/7',
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

describe('client P', () => {
  test('logs in natively, and goes on by legacy names with the same token', async () => {
    const client = new P(board);
    await client.init();
    expect(text(await client.fetch('user.fetchCurrentUserinfo'), 'username')).toBe('Guest');
    const password = md5('alice-password');
    await client.call('user.login', { username: 'alice', md5password: password });
    expect(text(await client.fetch('user.fetchCurrentUserinfo'), 'username')).toBe('alice');
    const { threadid } = await beginTopic(client);
    const node = await client.fetch('node.getNode', { nodeid: threadid, 'x[a]': 1, 'x[b][0]': 2 });
    expect(text(node, 'nodeid')).toBe(threadid);
    const thread = await client.fetch('showthread', { threadid, api_v: 1 });
    expect(text(thread, 'response.postbits.post.threadid')).toBe(threadid);
  });

  test('registers with version 1, in a body', async () => {
    const client = new P(board);
    await client.init();
    const json = await client.call('register_addmember', {
      api_v: 1,
      agree: 1,
      username: 'Pgrz member',
      email: 'p@example.org',
      emailconfirm: 'p@example.org',
      password: 'a long password',
      passwordconfirm: 'another one',
    });
    expect(at(json, 'response.errorlist.0.0')).toBe('passwordmismatch');
    const right = await client.call('register_addmember', {
      api_v: 1,
      agree: 1,
      username: 'Pgrz member',
      email: 'p@example.org',
      emailconfirm: 'p@example.org',
      password: 'a long password',
      passwordconfirm: 'a long password',
    });
    expect(at(right, 'response.errormessage')).toEqual(['registration_complete', 'Pgrz member']);
  });
});
