import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { lockTree } from '../../src/library/node/counters.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

test('one holds the tree at a time, also when the row of the root moves in its indexes', async () => {
  const { database } = board;
  let inside = 0;
  let most = 0;
  await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      database.transaction(async (db) => {
        await lockTree(db);
        inside += 1;
        most = Math.max(most, inside);
        await db.run('update node set lastcontent = ? where nodeid = 1', [1_000_000 - index]);
        await db.get('select nodeid from node where nodeid = 1');
        inside -= 1;
      }),
    ),
  );
  expect(most).toBe(1);
});
