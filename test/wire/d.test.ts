import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
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

/** D, Pharaon3/operationsports: Flutter, native names by GET, signs undecoded text, one uniqueid for all. */
class D extends WireClient {
  async init(): Promise<Json> {
    const named = { clientname: 'OpSportsApp', clientversion: '1.0', platformname: 'flutter' };
    const fields = { api_m: 'api.init', ...named, platformversion: '3', uniqueid: 'OpSportsApp' };
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

describe('client D', () => {
  test('logs in by GET and reads texts', async () => {
    const [client, other] = [new D(board), new D(board)];
    await client.init();
    await other.init();
    await client.call('user.login', { username: 'alice', password: 'alice-password' });
    const record = await client.call('user.fetchUserInfo');
    expect(text(record, 'userid')).toMatch(/^\d+$/);
    expect(text(record, 'username')).toBe('alice');
    // who shares the uniqueid does not share the session
    expect(text(await other.call('user.fetchUserInfo'), 'username')).toBe('Guest');
  });

  test('may call legacy names in the same session', async () => {
    const client = new D(board);
    await client.init();
    expect(list(await client.call('forum'), 'response.forumbits').length).toBeGreaterThan(0);
  });
});
