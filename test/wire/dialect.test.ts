import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { change } from '../support/nodes.ts';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  lacks,
  list,
  loggedIn,
  messageId,
  startBoard,
  type TestBoard,
  text,
  unlike,
  whole,
} from './client.ts';
import { Plain } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

async function member(name: string): Promise<Plain> {
  return loggedIn(new Plain(board), name);
}

describe('legacy names', () => {
  test('match without regard to case and to blanks around them', async () => {
    const client = await member('alice');
    for (const name of ['forum', 'FORUM', ' Forum ', 'forum\n'])
      list(await client.call(name), 'response.forumbits');
  });

  test('are refused in their own shape', async () => {
    const client = await member('alice');
    const unknown = await client.call('nothing_here');
    expect(at(unknown, 'response.errormessage')).toEqual(['invalid_api_method', 'nothing_here']);
    const native = await client.call('node.nothing');
    expect(at(native, 'errors.0.0')).toBe('invalid_api_method');
    const noForum = await client.call('forumdisplay', { forumid: 'abc' });
    expect(at(noForum, 'response.errormessage')).toEqual(['noid', 'forum']);
  });

  test('say that what the board has not is not offered', async () => {
    const client = await member('alice');
    for (const [name, what] of [
      ['blog_bloglist', 'blogs'],
      ['events_listing', 'calendar'],
      ['cms_content_view', 'articles'],
      ['facebook_getVbfromfacebook', 'Facebook'],
    ] as const)
      expect(at(await client.call(name), 'response.errormessage')).toEqual(['not_offered', what]);
  });

  test('collapse single elements by version and by client', async () => {
    const client = await member('alice');
    const { threadid } = await beginTopic(client);
    const post = async (version: string) => {
      client.version = version;
      return at(await client.call('showthread', { threadid }), 'response.postbits');
    };
    expect(Array.isArray(await post(''))).toBe(true);
    expect(Array.isArray(await post('5'))).toBe(true);
    expect(Array.isArray(await post('1'))).toBe(false);
    const collector = new Plain(board, '1', 'Perceval');
    await collector.init();
    const json = await collector.call('showthread', { threadid });
    list(json, 'response.postbits');
  });

  test('lead to the page of a post, and never past the end', async () => {
    const client = await member('alice');
    const { threadid } = await beginTopic(client);
    const replies: number[] = [];
    for (let reply = 0; reply < 4; reply += 1) {
      const sent = { threadid, message: unlike() };
      replies.push(whole(await client.call('newreply_postreply', sent), 'show.postid'));
    }
    const page = async (fields: Fields) => client.call('showthread', { perpage: 2, ...fields });
    const third = await page({ p: replies[2] ?? 0 });
    expect(whole(third, 'response.pagenumber')).toBe(2);
    expect(text(third, 'response.thread.threadid')).toBe(threadid);
    const beyond = await page({ t: threadid, page: 99 });
    expect(whole(beyond, 'response.pagenumber')).toBe(3);
    expect(whole(beyond, 'response.postbits.0.post.islastshown')).toBe(1);
    expect(at(beyond, 'response.pagenumbers')).toEqual({ first: '5', last: '5' });
  });

  test('tell of no place in a list on a page past its end', async () => {
    const client = await member('alice');
    const { threadid } = await beginTopic(client);
    const forumid = text(await client.call('showthread', { threadid }), 'response.thread.forumid');
    const beyond = { perpage: 2, pagenumber: 999 };
    const forum = await client.call('forumdisplay', { forumid, ...beyond });
    expect(list(forum, 'response.threadbits')).toEqual([]);
    const places = ['limitlower', 'limitupper', 'pagenav.first', 'pagenav.last'];
    expect(places.map((name) => whole(forum, `response.${name}`))).toEqual([0, 0, 0, 0]);
    const query = { query: 'the', showposts: 1 };
    const searchid = whole(await client.call('search_process', query), 'show.searchid');
    const found = await client.call('search_showresults', { searchid, ...beyond });
    const ends = ['first', 'last', 'pagenav.first', 'pagenav.last'];
    expect(ends.map((name) => whole(found, `response.${name}`))).toEqual([0, 0, 0, 0]);
  });

  test('mark a topic as read, and a forum', async () => {
    const [alice, bob] = [await member('alice'), await member('bob')];
    const { forumid, threadid } = await beginTopic(alice);
    const icon = async () => {
      const bits = list(await bob.call('forumdisplay', { forumid }), 'response.threadbits');
      const bit = bits.find((one) => text(one, 'thread.threadid') === threadid);
      return text(bit ?? '', 'thread.statusicon');
    };
    expect(await icon()).toBe('new');
    await bob.call('showthread', { threadid });
    expect(await icon()).toBe('old');
    const forumIcon = async () => {
      const all = (bits: Json[]): Json[] =>
        bits.flatMap((bit) => [bit, ...all(list(bit, 'childforumbits'))]);
      const bits = all(list(await bob.call('forum'), 'response.forumbits'));
      return text(bits.find((bit) => text(bit, 'forumid') === forumid) ?? '', 'statusicon');
    };
    expect(await forumIcon()).toBe('new');
    expect(messageId(await bob.call('forumdisplay_markread', { forumid }))).toBe('markread_single');
    expect(await forumIcon()).toBe('old');
  });

  test.each([
    ['written one after the other', [2, 2, 2, 2, 2]],
    ['written at once', [0, 0, 0, 0, 0]],
    ['some written in the second of others', [0, 0, 0, 1, 0]],
  ])('mark a topic as read up to the last post of the page: %s', async (_, pauses) => {
    const [alice, bob] = [await member('alice'), await member('bob')];
    const { threadid } = await beginTopic(alice);
    for (const pause of pauses) {
      board.tick(pause);
      await alice.call('newreply_postreply', { threadid, message: unlike() });
    }
    board.tick(pauses[0] ?? 0);
    const unread = async (): Promise<Json> => {
      const counts = await bob.call('node.fetchUnreadCounts', { 'nodeids[0]': threadid });
      return at((Object.values(counts)[0] ?? '') as Json, 'unread');
    };
    await bob.call('showthread', { threadid, perpage: 2, pagenumber: 1 });
    expect(await unread()).toBe('4');
    const next = await bob.call('api_gotonewpost', { threadid, perpage: 2 });
    expect(whole(next, 'response.pagenumber')).toBe(2);
    expect(await unread()).toBe('2');
    await bob.call('showthread', { threadid, perpage: 2, pagenumber: 1 });
    expect(await unread()).toBe('2');
    await bob.call('showthread', { threadid, perpage: 2, pagenumber: 3 });
    expect(await unread()).toBe('0');
    await alice.call('newreply_postreply', { threadid, message: unlike() });
    expect(await unread()).toBe('1');
  });

  test('of posts of one second those that were not on the page stay unread', async () => {
    const [alice, bob] = [await member('alice'), await member('bob')];
    const { threadid } = await beginTopic(alice);
    for (let reply = 1; reply <= 3; reply += 1)
      await alice.call('newreply_postreply', { threadid, message: unlike() });
    const moment = [board.now(), threadid];
    await change(board, 'update node set publishdate = ? where starter = ?', moment);
    await change(
      board,
      'update closure set publishdate = ? where child in (select nodeid from node where starter = ?)',
      moment,
    );
    await change(board, 'update node set lastcontent = ? where nodeid = ?', moment);
    board.tick(2);
    await bob.call('showthread', { threadid, perpage: 2, pagenumber: 1 });
    const counts = await bob.call('node.fetchUnreadCounts', { 'nodeids[0]': threadid });
    expect(at((Object.values(counts)[0] ?? '') as Json, 'unread')).toBe('2');
  });

  test('do all or nothing', async () => {
    const client = await member('alice');
    const { forumid } = await beginTopic(client);
    const subject = `Not there ${unlike()}`;
    const json = await client.call('newthread_postthread', {
      forumid,
      subject,
      message: unlike(),
      taglist: Array.from({ length: 30 }, (_, index) => `tag${index}`).join(','),
    });
    expect(messageId(json)).toBe('too_many_tags');
    const forum = await client.call('forumdisplay', { forumid });
    const titles = list(forum, 'response.threadbits').map((bit) => text(bit, 'thread.title'));
    expect(titles).not.toContain(subject);
  });

  test('do not post into a topic as into a forum, nor the other way round', async () => {
    const client = await member('alice');
    const { forumid, threadid } = await beginTopic(client);
    const words = { subject: 'x', message: unlike() };
    const thread = await client.call('newthread_postthread', { ...words, forumid: threadid });
    expect(at(thread, 'response.errormessage')).toEqual(['invalidid', 'forum']);
    const reply = await client.call('newreply_postreply', { ...words, threadid: forumid });
    expect(at(reply, 'response.errormessage')).toEqual(['invalidid', 'thread']);
  });

  test('fill forms with what is there', async () => {
    const client = await member('alice');
    const { forumid, threadid } = await beginTopic(client);
    const thread = await client.call('newthread_newthread', { forumid });
    expect(text(thread, 'response.posthash')).toHaveLength(32);
    expect(whole(thread, 'show.canpost')).toBe(1);
    const reply = await client.call('newreply_newreply', { threadid, postid: threadid });
    expect(text(reply, 'response.message')).toContain('[QUOTE=alice');
    const edit = await client.call('editpost_editpost', { postid: threadid });
    expect(text(edit, 'response.postinfo.message')).toContain('[b]here[/b]');
    const register = await client.call('register');
    list(register, 'response.customfields');
    whole(await client.call('register_checkdate', { year: 1990, month: 1, day: 2 }), 'show.coppa');
    list(await client.call('api_getnewtop'), 'response.newposts');
    text(await client.call('api_gotonewpost', { threadid }), 'response.thread.threadid');
    list(await client.call('activity', { time: 'week' }), 'response.activitybits');
    list(await client.call('notification_get'), 'response.notifications');
    list(await client.call('private_editfolders'), 'response.HTML.folders');
  });

  test('move, mark and delete private messages', async () => {
    const [alice, bob] = [await member('alice'), await member('bob')];
    const sent = { title: unlike(), recipients: 'bob', message: unlike() };
    await alice.call('private_insertpm', sent);
    const inbox = 'response.HTML.messagelist_periodgroups.messagelistbits';
    const pmid = text(await bob.call('private_messagelist'), `${inbox}.0.pm.pmid`);
    const outbox = await alice.call('private_messagelist', { folderid: -1 });
    expect(text(outbox, `${inbox}.0.pm.title`)).toBe(sent.title);
    expect(text(outbox, `${inbox}.0.userbit.userinfo.username`)).toBe('bob');
    const mark = (dowhat: string) => bob.call('private_managepm', { [`pm[${pmid}]`]: 1, dowhat });
    expect(messageId(await mark('read'))).toBe('pm_messagesmarkedas');
    const box = await bob.call('private_messagelist');
    expect(text(box, `${inbox}.0.pm.statusicon`)).toBe('old');
    expect(messageId(await mark('delete'))).toBe('pm_messagesdeleted');
    const left = list(await bob.call('private_messagelist'), inbox);
    expect(left.map((bit) => text(bit, 'pm.pmid'))).not.toContain(pmid);
  });

  test('take as many statements for a large page as for a small one', async () => {
    const client = await member('alice');
    const { forumid } = await beginTopic(client);
    const queries = async (perpage: number) => {
      await client.call('forumdisplay', { forumid, perpage });
      const line = board.logs.filter((one) => one.includes('"forumdisplay"')).at(-1) ?? '{}';
      return (JSON.parse(line) as { queries: number }).queries;
    };
    expect(await queries(50)).toBe(await queries(1));
  });
});

describe('on a closed board and for banned members', () => {
  test('only the way in and out is open', async () => {
    const banned = await member('mallory');
    expect(messageId(await banned.call('forum'))).toBe('user_banned');
    expect(messageId(await banned.call('login_logout'))).toBe('cookieclear');
    await change(board, "insert into options (varname, value) values ('bbactive', '0')");
    await board.running.environment.caches.forgetBoard();
    const client = new Plain(board);
    await client.init();
    expect(messageId(await client.call('forum'))).toBe('bbclosed');
    await client.login('admin');
    expect(lacks(await client.call('forum'), 'response.errormessage')).toBe(true);
  });
});
