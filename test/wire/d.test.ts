import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { list, startBoard, type TestBoard, text } from './client.ts';
import { D } from './clients.ts';

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
