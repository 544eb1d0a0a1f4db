import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  type Fields,
  type Json,
  list,
  queryOf,
  sorted,
  startBoard,
  sum,
  type TestBoard,
  text,
  WireClient,
} from './client.ts';

/** B, haugli/Bullitt: Swift, all by GET; it signs the text before it is encoded. R begins alike, in Rust. */
class B extends WireClient {
  async init(): Promise<Json> {
    const named = { clientname: 'Bullitt', clientversion: '1.0', platformname: 'iOS' };
    const fields = { api_m: 'api_init', ...named, platformversion: '9.0', uniqueid: 'b-1' };
    return this.keep(await this.get(queryOf(fields, encodeURIComponent)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const all = sorted({ ...fields, api_m: method });
    const signed = queryOf(all, (plain) => plain);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.get(queryOf({ ...all, ...own }, encodeURIComponent));
  }
}

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('client B', () => {
  test('demands the types of init that Swift and Rust demand', async () => {
    const json = await new B(board).init();
    expect(typeof at(json, 'apiversion')).toBe('number');
    expect(Number.isInteger(at(json, 'apiversion'))).toBe(true);
    for (const name of ['apiaccesstoken', 'apiclientid', 'secret']) text(json, name);
  });

  test('reads forums and topics as a guest', async () => {
    const client = new B(board);
    await client.init();
    const forums = (await client.call('api_forumlist')) as Json[];
    const all = (some: Json[]): Json[] =>
      some.flatMap((forum) => [forum, ...all(list(forum, 'subforums'))]);
    let read = 0;
    for (const forum of all(forums)) {
      for (const name of ['forumid', 'title', 'description', 'parentid']) text(forum, name);
      const json = await client.call('forumdisplay', { forumid: text(forum, 'forumid') });
      const [bit] = list(json, 'response.threadbits');
      if (bit === undefined) continue;
      const thread = await client.call('showthread', { threadid: text(bit, 'thread.threadid') });
      expect(list(thread, 'response.postbits').length).toBeGreaterThan(0);
      read += 1;
    }
    expect(read).toBeGreaterThan(3);
    const found = await client.call('member', { username: 'alice', tab: 'a b~c*d' });
    text(found, 'response.prepared.username');
  });
});
