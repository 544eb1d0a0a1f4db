import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  list,
  messageId,
  number,
  startBoard,
  type TestBoard,
  text,
  texts,
  unlike,
  whole,
} from './client.ts';
import { M } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

async function loggedIn(name: string): Promise<M> {
  const client = new M(board);
  await client.init();
  const json = await client.login(name);
  expect(at(json, 'response.errormessage.0')).toBe('redirect_login');
  expect(at(json, 'response.errormessage.1')).toBe(name);
  expect(whole(json, 'session.userid')).toBeGreaterThan(0);
  return client;
}

describe('client M', () => {
  test('moderates for an evening', async () => {
    const client = await loggedIn('mod');
    const { forumid, threadid } = await beginTopic(client);
    const forum = await client.call('forumdisplay', { forumid });
    texts(forum, 'response.foruminfo', ['forumid', 'title']);
    for (const bit of list(forum, 'response.threadbits')) {
      texts(bit, 'thread', ['threadid', 'threadtitle', 'postusername', 'postuserid', 'preview']);
      whole(bit, 'show.deletedthread');
    }
    const alone = await client.call('showthread', { threadid });
    expect(whole(alone, 'response.totalposts')).toBe(1);
    const names = ['postid', 'posttime', 'userid', 'username', 'title', 'message'];
    texts(alone, 'response.postbits.post', names);
    await client.call('newreply_postreply', { threadid, message: unlike() });
    const two = await client.call('showthread', { threadid });
    expect(list(two, 'response.postbits')).toHaveLength(2);
    texts(two, 'response.postbits.1.post', names);
    expect(Number(text(two, 'response.postbits.1.post.posttime'))).toBeGreaterThan(1e9);
    const member = await client.call('member', { username: 'alice' });
    whole(member, 'response.prepared.userid');
    const deleted = await client.call('inlinemod_dodeletethreads', {
      threadids: threadid,
      deletetype: 1,
      deletereason: 'spam',
    });
    text(deleted, 'response.errormessage');
    expect(messageId(await client.call('login_logout'))).toBe('cookieclear');
  });

  test('sees that a topic is deleted', async () => {
    const client = await loggedIn('mod');
    const { forumid, threadid } = await beginTopic(client);
    await client.call('inlinemod_dodeletethreads', { threadids: threadid, deletetype: 1 });
    const forum = await client.call('forumdisplay', { forumid });
    const bit = list(forum, 'response.threadbits').find(
      (one) => text(one, 'thread.threadid') === threadid,
    );
    if (bit !== undefined) expect(whole(bit, 'show.deletedthread')).toBe(1);
  });

  test('reads the number of failed tries', async () => {
    const client = new M(board);
    await client.init();
    expect(number(await client.login('bob', 'wrong'), 'response.errormessage.3')).toBe(1);
    expect(number(await client.login('bob', 'wrong'), 'response.errormessage.3')).toBe(2);
    expect(messageId(await client.login(''))).toMatch(/^badlogin/);
  });
});
