import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { at, beginTopic, md5, startBoard, type TestBoard, text } from './client.ts';
import { P } from './clients.ts';

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
