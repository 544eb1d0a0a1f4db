import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  list,
  messageId,
  pythonEncode,
  queryOf,
  startBoard,
  sum,
  type TestBoard,
  text,
  unlike,
  whole,
  WireClient,
} from './client.ts';
import { loginAs } from '../support/nodes.ts';

/** A moderator's app, which sends as E does: `api_m` alone in the URL. */
class Moderator extends WireClient {
  async init(): Promise<this> {
    const fields = { api_m: 'api_init', clientname: 'moderator', uniqueid: unlike() };
    this.keep(await this.get(queryOf(fields, pythonEncode)));
    return this;
  }

  call(method: string, fields: Fields = {}): Promise<Json> {
    const signed = queryOf({ api_m: method }, pythonEncode);
    const { token, clientid } = this.keys;
    const own = { api_c: clientid, api_s: token, api_sig: sum(signed, this.keys) };
    return this.form(queryOf(fields, pythonEncode), `${signed}&${queryOf(own, pythonEncode)}`);
  }
}

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

async function member(name: string, password = `${name}-password`): Promise<Moderator> {
  const client = await new Moderator(board).init();
  const login = { vb_login_username: name, vb_login_password: password };
  expect(messageId(await client.call('login_login', login))).toBe('redirect_login');
  return client;
}

async function reply(client: WireClient, threadid: string): Promise<number> {
  const json = await client.call('newreply_postreply', { threadid, message: unlike() });
  return whole(json, 'show.postid');
}

describe('a moderator', () => {
  test('moves, sticks, approves and takes back', async () => {
    const [alice, mod] = [await member('alice'), await member('mod')];
    const { forumid, threadid } = await beginTopic(alice);
    const bit = async (place: string): Promise<Json | undefined> => {
      const bits = list(await mod.call('forumdisplay', { forumid: place }), 'response.threadbits');
      return bits.find((one) => text(one, 'thread.threadid') === threadid);
    };
    expect(messageId(await mod.call('inlinemod_stick', { tlist: threadid }))).toBe(
      'redirect_inline_stuck',
    );
    expect(whole((await bit(forumid)) ?? '', 'show.sticky')).toBe(1);
    await mod.call('inlinemod_unstick', { [`tlist[${threadid}]`]: 1 });
    expect(whole((await bit(forumid)) ?? '', 'show.sticky')).toBe(0);

    await mod.call('inlinemod_unapprovethread', { threadid });
    expect(messageId(await (await member('bob')).call('showthread', { threadid }))).toBe(
      'invalidid',
    );
    await mod.call('inlinemod_approvethread', { threadid });
    text(await (await member('bob')).call('showthread', { threadid }), 'response.thread.threadid');

    await mod.call('inlinemod_dodeletethreads', { threadids: threadid, deletetype: 1 });
    await mod.call('inlinemod_undeletethread', { tlist: threadid });
    text(await alice.call('showthread', { threadid }), 'response.thread.threadid');

    const all = (bits: Json[]): Json[] =>
      bits.flatMap((one) => [one, ...all(list(one, 'childforumbits'))]);
    const forums = all(list(await mod.call('forum'), 'response.forumbits'));
    const other = forums.find(
      (one) => text(one, 'forumid') !== forumid && whole(one, 'is_category') === 0,
    );
    const destforumid = text(other ?? '', 'forumid');
    const moved = await mod.call('inlinemod_domovethreads', { threadids: threadid, destforumid });
    expect(messageId(moved)).toBe('redirect_inline_moved');
    expect(await bit(destforumid)).toBeDefined();
    expect(messageId(await alice.call('inlinemod_stick', { tlist: threadid }))).toBe(
      'nopermission_loggedin',
    );
  });

  test('does to no forum what is done to topics', async () => {
    const admin = await member('admin');
    const { forumid } = await beginTopic(admin);
    const ids = { tlist: forumid, plist: forumid, threadids: forumid, postids: forumid };
    for (const [act, about] of [
      ...['close', 'open', 'stick', 'unapprovethread', 'domovethreads'].map((one) => [
        one,
        'thread',
      ]),
      ...['unapproveposts', 'domoveposts'].map((one) => [one, 'post']),
    ]) {
      const json = await admin.call(`inlinemod_${act}`, { ...ids, destforumid: 2 });
      expect(at(json, 'response.errormessage')).toEqual(['invalidid', about]);
    }
    const forum = await admin.call('forumdisplay', { forumid });
    expect(whole(forum, 'show.newthreadlink')).toBe(1);
  });

  test('moves and restores posts, and merges topics', async () => {
    const [alice, mod] = [await member('alice'), await member('mod')];
    const [one, two] = [await beginTopic(alice), await beginTopic(alice)];
    const postid = await reply(alice, one.threadid);
    const moved = await mod.call('inlinemod_domoveposts', {
      postids: postid,
      destthreadid: two.threadid,
    });
    expect(messageId(moved)).toBe('redirect_inline_movedposts');
    const json = await alice.call('showthread', { threadid: two.threadid });
    expect(whole(json, 'response.postbits.1.post.postid')).toBe(postid);
    await mod.call('inlinemod_dodeleteposts', { postids: postid, deletetype: 1 });
    await mod.call('inlinemod_undeleteposts', { plist: postid });
    const merged = await mod.call('inlinemod_domergethreads', {
      threadids: `${one.threadid},${two.threadid}`,
      destthreadid: one.threadid,
    });
    expect(messageId(merged)).toBe('redirect_inline_mergedthreads');
    const all = await alice.call('showthread', { threadid: one.threadid });
    expect(whole(all, 'response.totalposts')).toBe(3);
  });

  test('copies topics and posts', async () => {
    const [alice, mod] = [await member('alice'), await member('mod')];
    const [one, two] = [await beginTopic(alice), await beginTopic(alice)];
    const postid = await reply(alice, one.threadid);
    const { threadid, forumid: destforumid } = one;
    const topic = await mod.call('postings_docopythread', { threadid, destforumid });
    expect(messageId(topic)).toBe('redirect_inline_copied');
    const copy = await alice.call('showthread', { threadid: whole(topic, 'show.threadid') });
    expect(whole(copy, 'response.totalposts')).toBe(2);
    const title = `Copied ${unlike()}`;
    const sent = { postids: postid, destforumid, title };
    expect(messageId(await mod.call('inlinemod_docopyposts', sent))).toBe(
      'redirect_inline_copiedposts',
    );
    const bits = list(
      await mod.call('forumdisplay', { forumid: destforumid }),
      'response.threadbits',
    );
    expect(bits.map((bit) => text(bit, 'thread.threadtitle'))).toContain(title);
    await mod.call('inlinemod_docopyposts', { postids: postid, destthreadid: two.threadid });
    const other = await alice.call('showthread', { threadid: two.threadid });
    expect(whole(other, 'response.totalposts')).toBe(2);
    const nowhere = await mod.call('inlinemod_docopyposts', { postids: postid });
    expect(messageId(nowhere)).toBe('noid');
    const refused = await alice.call('postings_docopythread', { threadid, destforumid });
    expect(messageId(refused)).toBe('nopermission_loggedin');
  });

  test('deletes spam with what else its author wrote, and bans him', async () => {
    const [admin, alice] = [await member('admin'), await member('alice')];
    await loginAs(board, 'Kofi', 2);
    const kofi = await member('Kofi', 'alice-password');
    const [one, two] = [await beginTopic(kofi), await beginTopic(kofi)];
    const { threadid: asked } = await beginTopic(alice);
    const postid = await reply(kofi, asked);
    const isSeen = async (threadid: string): Promise<boolean> =>
      'thread' in Object(at(await alice.call('showthread', { threadid }), 'response'));
    const hide = { tlist: one.threadid, deletetype: 1, deletereason: 'Spam' };
    const hidden = await admin.call('inlinemod_spamthread', hide);
    expect(messageId(hidden)).toBe('redirect_inline_deleted');
    expect([await isSeen(one.threadid), await isSeen(two.threadid)]).toEqual([false, true]);
    const form = {
      ...{ threadids: one.threadid, deletetype: 2, deleteother: 1, keepattachments: 1 },
      ...{ useraction: 'ban', usergroupid: 8, period: 'D_7', reason: 'Spam' },
    };
    const gone = await admin.call('inlinemod_dodeletespam', form);
    expect(messageId(gone)).toBe('redirect_inline_deleted');
    expect(whole(gone, 'show.more')).toBe(0);
    expect(await isSeen(two.threadid)).toBe(false);
    const thread = await alice.call('showthread', { threadid: asked });
    expect(list(thread, 'response.postbits').map((bit) => whole(bit, 'post.postid'))).not.toContain(
      postid,
    );
    expect(messageId(await kofi.call('forum'))).toBe('user_banned');
  });

  test('reads what members report, and closes it', async () => {
    const [alice, bob] = [await member('alice'), await member('bob')];
    const mod = await member('mod');
    const { threadid } = await beginTopic(bob);
    const sent = { postid: threadid, reason: 'An advertisement' };
    const reported = await alice.call('report_sendemail', sent);
    expect(at(reported, 'response.errormessage')).toBe('redirect_reportthanks');
    const reports = await mod.call('content_report.listReports', {});
    const report_nodeid = Object.keys(reports as object)[0] ?? '';
    const closed = await mod.call('report_close', { report_nodeid });
    expect(messageId(closed)).toBe('redirect_updatethanks');
  });
});

describe('a member', () => {
  test('votes in a poll by number', async () => {
    const [alice, bob] = [await member('alice'), await member('bob')];
    const { forumid } = await beginTopic(alice);
    const json = await alice.call('content_poll.add', {
      'data[parentid]': forumid,
      'data[title]': `Tea or coffee ${unlike()}`,
      'data[polloptions][0]': 'Tea',
      'data[polloptions][1]': 'Coffee',
    });
    const pollid = Number(json);
    const voted = await bob.call('poll_pollvote', { pollid, optionnumber: 2 });
    expect(at(voted, 'response.errormessage')).toBe('redirect_pollvotethanks');
    const again = await bob.call('poll_pollvote', { pollid, 'optionnumber[1]': 1 });
    expect(messageId(again)).toBe('useralreadyvote');
    const none = await alice.call('poll_pollvote', { pollid });
    expect(messageId(none)).toBe('nopolloptionselected');
    const thread = await bob.call('showthread', { threadid: pollid });
    expect(whole(thread, 'response.poll.pollbits.1.option.votes')).toBe(1);
    expect(messageId(await bob.call('poll_pollvote', { pollid: 1, optionnumber: 1 }))).toBe(
      'invalidid',
    );
  });

  test('sees a poll that was merged into a topic, and votes in it', async () => {
    const [alice, mod] = [await member('alice'), await member('mod')];
    const { forumid, threadid } = await beginTopic(alice);
    const pollid = Number(
      await alice.call('content_poll.add', {
        'data[parentid]': forumid,
        'data[title]': `Left or right ${unlike()}`,
        'data[polloptions][0]': 'Left',
        'data[polloptions][1]': 'Right',
      }),
    );
    const both = { 'nodeids[0]': pollid, 'nodeids[1]': threadid, targetnodeid: threadid };
    await mod.call('node.mergeTopics', both);
    const read = () => alice.call('showthread', { threadid });
    const before = await read();
    // The topic has the poll from then on, with its id.
    expect(whole(before, 'response.thread.pollid')).toBe(Number(threadid));
    expect(whole(before, 'response.poll.pollinfo.pollid')).toBe(Number(threadid));
    expect(at(before, 'response.postbits.0.post.contenttypeclass')).toBe('Poll');
    const voted = await alice.call('poll_pollvote', { pollid: threadid, optionnumber: 2 });
    expect(at(voted, 'response.errormessage')).toBe('redirect_pollvotethanks');
    const after = await read();
    for (const poll of ['response.poll', 'response.postbits.0.post.poll'])
      expect(whole(after, `${poll}.pollbits.1.option.votes`)).toBe(1);
  });

  test('finds in a post what its type has beside the text', async () => {
    const alice = await member('alice');
    const { forumid } = await beginTopic(alice);
    const begin = async (name: string, fields: Fields) => {
      const data = { 'data[parentid]': forumid, 'data[title]': `${name} ${unlike()}`, ...fields };
      const threadid = Number(await alice.call(`content_${name}.add`, data));
      return alice.call('showthread', { threadid });
    };
    const page = { 'data[url]': 'https://example.org/a', 'data[url_title]': 'A page' };
    const link = at(await begin('link', page), 'response.postbits.0.post');
    expect(link).toMatchObject({ contenttypeclass: 'Link', url: 'https://example.org/a' });
    expect(link).toMatchObject({ url_title: 'A page' });
    const url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';
    const film = { 'data[url]': url, 'data[videoitems][0]': url };
    const video = await begin('video', film);
    expect(at(video, 'response.postbits.0.post.videoitems.0')).toMatchObject({
      provider: 'youtube',
      code: 'dQw4w9WgXcQ',
    });
  });

  test('writes on a profile', async () => {
    const alice = await member('alice');
    const bob = await alice.call('member', { username: 'bob' });
    const userid = whole(bob, 'response.prepared.userid');
    const json = await alice.call('visitormessage_message', { userid, message: `Hi ${unlike()}` });
    expect(messageId(json)).toBe('visitormessagethanks');
    const page = await alice.call('member', { userid });
    const messages = list(page, 'response.blocks.visitor_messaging.messagebits');
    expect(text(messages[0] ?? '', 'message.username')).toBe('alice');
  });
});
