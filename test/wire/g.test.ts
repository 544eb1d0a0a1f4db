import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  type Fields,
  type Json,
  list,
  pythonEncode,
  queryOf,
  sorted,
  startBoard,
  sum,
  type TestBoard,
  text,
  WireClient,
} from './client.ts';

/** G, grimoirelab-perceval: everything by GET, sorted and signed, version 1; it reads lists only. */
class G extends WireClient {
  async init(): Promise<void> {
    const named = { clientname: 'perceval', clientversion: '0.1', platformname: 'linux' };
    const fields = { api_m: 'api_init', ...named, platformversion: '1', uniqueid: 'perceval' };
    this.keep(await this.get(queryOf(fields, pythonEncode)));
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf(sorted({ ...fields, api_m: method }), pythonEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys), api_v: 1 };
    return this.get(`${signed}&${queryOf(own, pythonEncode)}`);
  }
}

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('client G', () => {
  test('walks through all forums and their topics as a guest', async () => {
    const client = new G(board);
    await client.init();
    const walk = async (bits: Json[]): Promise<number> => {
      let topics = 0;
      for (const bit of bits) {
        const forumid = text(bit, 'forum.forumid');
        const json = await client.call('forumdisplay', { forumid, pagenumber: 1 });
        list(json, 'response.forumbits');
        for (const one of list(json, 'response.threadbits')) {
          text(one, 'thread.threadid');
          const { thread } = one as { thread: { lastpostdate: string; lastposttime: string } };
          const written = `${thread.lastpostdate} ${thread.lastposttime}`;
          expect(Number.isNaN(Date.parse(`${written} UTC`))).toBe(false);
          topics += 1;
        }
        topics += await walk(list(bit, 'childforumbits'));
      }
      return topics;
    };
    expect(await walk(list(await client.call('forum'), 'response.forumbits'))).toBeGreaterThan(10);
  });
});
