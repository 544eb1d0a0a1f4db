import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Json, list, startBoard, type TestBoard, text } from './client.ts';
import { G } from './clients.ts';

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
