import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, beginTopic, messageId, startBoard, type TestBoard, whole } from './client.ts';
import { A } from './clients.ts';

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
