import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, type Json, list, startBoard, type TestBoard, text } from './client.ts';
import { B } from './clients.ts';

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
