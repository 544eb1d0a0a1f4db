import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addChannel, change, post } from '../support/nodes.ts';
import {
  at,
  beginTopic,
  escaped,
  type Json,
  list,
  loggedIn,
  startBoard,
  type TestBoard,
  text,
  unlike,
  whole,
} from './client.ts';
import { L, M, N, Plain } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** All forums of a tree of `forumbits`, by id. */
function forumsIn(bits: readonly Json[]): Map<string, Json> {
  const all = (some: readonly Json[]): Json[] =>
    some.flatMap((bit) => [bit, ...all(list(bit, 'childforumbits'))]);
  return new Map(all(bits).map((bit) => [text(bit, 'forum.forumid'), at(bit, 'forum')]));
}

describe('who is online', () => {
  async function statusFor(reader: string, member: string): Promise<readonly unknown[]> {
    const client = await loggedIn(new N(board), reader);
    const json = await client.call('member', { username: member });
    const prepared = at(json, 'response.prepared');
    return [at(prepared, 'onlinestatus.onlinestatus'), at(prepared, 'onlinestatusphrase')];
  }

  test('is told as a number and a phrase, the reader included', async () => {
    const alice = await loggedIn(new N(board), 'alice');
    expect(await statusFor('bob', 'alice')).toEqual([1, 'x_is_online_now']);
    expect(await statusFor('alice', 'alice')).toEqual([1, 'x_is_online_now']);
    expect(await statusFor('alice', 'mallory')).toEqual([0, 'x_is_offline']);
    const { threadid } = await beginTopic(alice, `About ${unlike()}`);
    const read = await alice.call('showthread', { threadid });
    expect(at(read, 'response.postbits.0.post.onlinestatus.onlinestatus')).toBe(1);
  });

  test('is told of the authors of results, too', async () => {
    const client = await loggedIn(new L(board), 'alice');
    const word = `word${unlike()}`;
    await beginTopic(client, `About ${word}`);
    const found = await client.call('search_process', { query: word });
    const searchid = whole(found, 'show.searchid');
    const page = await client.call('search_showresults', { searchid });
    expect(at(page, 'response.searchbits.0.post.onlinestatus.onlinestatus')).toBe(1);
  });

  test('is 2 of an invisible member, for him and for moderators alone', async () => {
    await loggedIn(new N(board), 'alice');
    const invisible = 'update "user" set options = options | 512 where username = ?';
    await change(board, invisible, ['alice']);
    expect(await statusFor('mod', 'alice')).toEqual([2, 'x_is_invisible']);
    expect(await statusFor('alice', 'alice')).toEqual([2, 'x_is_invisible']);
    expect(await statusFor('bob', 'alice')).toEqual([0, 'x_is_offline']);
    await change(board, 'update "user" set options = options & ~512 where username = ?', ['alice']);
  });
});

describe('a reply that was found', () => {
  test('stands beside its topic, which is told as forumdisplay tells it', async () => {
    const client = await loggedIn(new L(board), 'alice');
    const { forumid, threadid } = await beginTopic(client, `Title ${unlike()}`);
    const word = `word${unlike()}`;
    const sent = { threadid, message: `Only ${word} here` };
    const postid = whole(await client.call('newreply_postreply', sent), 'show.postid');
    await client.call('newreply_postreply', { threadid, message: `The last ${unlike()}` });
    const found = await client.call('search_process', { query: word, showposts: 1 });
    const searchid = whole(found, 'show.searchid');
    const page = await client.call('search_showresults', { searchid });
    expect(list(page, 'response.searchbits')).toHaveLength(1);
    expect(whole(page, 'response.searchbits.0.post.postid')).toBe(postid);
    const forum = await client.call('forumdisplay', { forumid });
    const bit = list(forum, 'response.threadbits').find(
      (one) => text(one, 'thread.threadid') === threadid,
    );
    expect(at(page, 'response.searchbits.0.thread')).toEqual(at(bit ?? '', 'thread'));
    expect(at(page, 'response.searchbits.0.userid')).toEqual(at(bit ?? '', 'userid'));
  });
});

describe('the counts of a forum', () => {
  test('are of all below it, but for what the reader may not see', async () => {
    const [admin, bob] = [await board.login('admin'), await board.login('bob')];
    const above = await addChannel(admin, `Above ${unlike()}`);
    const below = await addChannel(admin, `Below ${unlike()}`, above);
    const hidden = await addChannel(admin, `Hidden ${unlike()}`, above);
    const topic = await post(bob, above, 'One');
    await post(bob, topic);
    const second = await post(bob, below, 'Two');
    await post(bob, below, 'Three');
    for (const reply of [1, 2, 3]) await post(bob, second, `Reply ${reply}`);
    await post(admin, hidden, 'Four');
    await change(
      board,
      'insert into permission (nodeid, groupid, forumpermissions, moderatorpermissions, createpermissions) select ?, usergroupid, 0, 0, 0 from usergroup where usergroupid in (1, 2)',
      [hidden],
    );
    await board.running.environment.caches.forgetBoard();
    const countsFor = async (name: string, forumid: number): Promise<readonly number[]> => {
      const client = await loggedIn(new Plain(board), name);
      const forums = forumsIn(list(await client.call('forum'), 'response.forumbits'));
      const forum = forums.get(String(forumid)) ?? '';
      return [whole(forum, 'threadcount'), whole(forum, 'replycount')];
    };
    expect(await countsFor('alice', above)).toEqual([3, 4]);
    expect(await countsFor('alice', below)).toEqual([2, 3]);
    expect(await countsFor('admin', above)).toEqual([4, 4]);
    const listed = await loggedIn(new N(board), 'alice');
    const json = (await listed.call('api_forumlist')) as Json[];
    const flat = (some: readonly Json[]): Json[] =>
      some.flatMap((one) => [one, ...flat(list(one, 'subforums'))]);
    const one = flat(json).find((forum) => text(forum, 'forumid') === String(above)) ?? '';
    expect([whole(one, 'threadcount'), whole(one, 'replycount')]).toEqual([3, 4]);
  });
});

describe('text on one line', () => {
  const markup = `<script>alert("1")</script> & 'x'`;

  /** A topic with markup in all its texts, as a client reads it. */
  async function read(client: N | L | Plain | M): Promise<readonly unknown[]> {
    const subject = `${markup} ${unlike()}`;
    const message = `${subject} [b]text[/b]`;
    const { forumid, threadid } = await beginTopic(client, subject, { message });
    const forum = await client.call('forumdisplay', { forumid });
    const bit = list(forum, 'response.threadbits').find(
      (one) => text(one, 'thread.threadid') === threadid,
    );
    const form = await client.call('editpost_editpost', { postid: threadid });
    expect(text(form, 'response.message')).toBe(message);
    return [
      text(bit ?? '', 'thread.threadtitle') === subject,
      text(bit ?? '', 'thread.threadtitle') === escaped(subject),
      text(bit ?? '', 'thread.preview') === escaped(`${subject} text`),
    ];
  }

  test.each([
    ['N', N],
    ['L', L],
    ['a client that nobody knows', Plain],
  ] as const)('is escaped for %s', async (_, One) => {
    expect(await read(await loggedIn(new One(board), 'alice'))).toEqual([false, true, true]);
  });

  test('is as it is for M, which prints no pages', async () => {
    expect(await read(await loggedIn(new M(board), 'alice'))).toEqual([true, false, false]);
  });

  test('is escaped in refusals, whoever may read them', async () => {
    const client = await loggedIn(new Plain(board), 'alice');
    const letter = { title: 'x', message: 'x', recipients: '<script>' };
    const json = await client.call('private_insertpm', letter);
    expect(at(json, 'response.errormessage')).toEqual(['pmrecipientsnotfound', '&lt;script&gt;']);
    const errors = at(json, 'response.HTML.postpreview.errorlist.errors');
    expect(errors).toEqual([['pmrecipientsnotfound', '&lt;script&gt;']]);
  });
});
