import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  list,
  md5,
  messageId,
  startBoard,
  type TestBoard,
  text,
  unlike,
} from './client.ts';
import { E } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('client E', () => {
  test('writes, lists and logs out', async () => {
    const client = new E(board);
    await client.init();
    const login = await client.call('login_login', {
      vb_login_username: 'mod',
      vb_login_md5password: md5('mod-password'),
    });
    expect(messageId(login)).toBe('redirect_login');
    const { forumid, threadid } = await beginTopic(client, 'Tilde ~ and * and é');
    const reply = await client.call('newreply_postreply', { threadid, message: unlike() });
    expect(messageId(reply)).toBe('redirect_postthanks');
    const forum = await client.call('forumdisplay', { forumid });
    const titles = list(forum, 'response.threadbits').map((bit) => text(bit, 'thread.threadtitle'));
    expect(titles).toContain('Tilde ~ and * and é');
    const out = await client.call('login_logout');
    expect(at(out, 'response.errormessage.0')).toBe('cookieclear');
  });
});
