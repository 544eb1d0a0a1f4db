import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  type Json,
  lacks,
  list,
  loggedIn,
  messageId,
  startBoard,
  type TestBoard,
  text,
  texts,
  unlike,
  whole,
} from './client.ts';
import { N } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** A forum that takes topics. */
async function anyForum(client: N): Promise<string> {
  const forums = Object.values((await client.call('api_forumlist')) as Record<string, Json>);
  const flat = forums.flatMap((forum) => [forum, ...list(forum, 'subforums')]);
  const open = flat.find((forum) => at(forum, 'is_category') === '0');
  return text(open ?? '', 'forumid');
}

async function newThread(client: N): Promise<{ threadid: string; postid: number; title: string }> {
  const title = `A topic ${unlike()}`;
  const json = await client.call('newthread_postthread', {
    forumid: await anyForum(client),
    subject: title,
    message: `Some [b]bold[/b] words ${unlike()}`,
    signature: '1',
  });
  expect(messageId(json)).toBe('redirect_postthanks');
  return {
    title,
    threadid: text(json, 'show.threadid'),
    postid: Number(at(json, 'show.postid')),
  };
}

describe('client N', () => {
  test('spends an evening', async () => {
    const client = await loggedIn(new N(board), 'alice');
    expect(typeof at(client.session, 'userid')).toBe('number');

    const forums = Object.values((await client.call('api_forumlist')) as Record<string, Json>);
    for (const forum of forums) {
      texts(forum, '', []);
      for (const name of ['forumid', 'title', 'description', 'parentid']) at(forum, name);
      list(forum, 'subforums');
    }

    const { threadid, postid, title } = await newThread(client);
    const thread = await client.call('showthread', { threadid });
    for (const name of ['forumid', 'forumtitle', 'threadid', 'title', 'threadtitle'])
      text(thread, `response.thread.${name}`);
    expect(text(thread, 'response.thread.title')).toBe(title);
    const post = 'response.postbits.0.post';
    for (const name of ['postid', 'threadid', 'posttime', 'title', 'message', 'message_plain'])
      text(thread, `${post}.${name}`);
    for (const name of ['message_bbcode', 'signature', 'userid', 'username'])
      text(thread, `${post}.${name}`);
    expect(text(thread, `${post}.message`)).toContain('<strong>bold</strong>');
    expect(text(thread, `${post}.message_plain`)).not.toContain('[b]');
    expect(text(thread, `${post}.message_bbcode`)).toContain('[b]bold[/b]');
    expect(Math.abs(Number(text(thread, `${post}.posttime`)) - board.now())).toBeLessThan(600);

    const reply = await client.call('newreply_postreply', { threadid, message: `Yes ${unlike()}` });
    expect(messageId(reply)).toBe('redirect_postthanks');
    const replyid = String(whole(reply, 'show.postid'));

    const edited = await client.call('editpost_updatepost', {
      postid: replyid,
      message: `Changed [i]now[/i]`,
      reason: 'a typo',
    });
    expect(messageId(edited)).toBe('redirect_editthanks');
    const again = await client.call('showthread', { threadid });
    expect(text(again, 'response.postbits.1.post.message')).toContain('<em>now</em>');

    const forumid = text(thread, 'response.thread.forumid');
    const forum = await client.call('forumdisplay', { forumid });
    texts(forum, 'response', ['forumid', 'title', 'description', 'parentid']);
    texts(forum, 'response.foruminfo', ['forumid', 'title', 'description']);
    const first = list(forum, 'response.threadbits').map((bit) => text(bit, 'thread.threadid'));
    expect(first).toContain(threadid);
    texts(forum, 'response.threadbits.0.thread', ['forumid', 'forumtitle', 'threadid', 'title']);

    const deleted = await client.call('editpost_deletepost', {
      postid: replyid,
      threadid,
      reason: 'no use',
    });
    expect(messageId(deleted)).toBe('redirect_deletepost');
    expect(lacks(deleted, 'show')).toBe(false);
    expect(postid).toBeGreaterThan(0);

    const out = await client.call('login_logout');
    expect(messageId(out)).toBe('cookieclear');
    at(out, 'session');
    // and in again, with the same token
    expect(messageId(await client.login('alice'))).toBe('redirect_login');
  });

  test('reads sub-forums from the items of forumbits themselves', async () => {
    const client = await loggedIn(new N(board), 'alice');
    const forums = (await client.call('api_forumlist')) as Json[];
    const above = forums.find((forum) => list(forum, 'subforums').length > 0);
    const json = await client.call('forumdisplay', { forumid: text(above ?? '', 'forumid') });
    const [bit] = list(json, 'response.forumbits');
    for (const name of ['forumid', 'title', 'description', 'parentid']) text(bit ?? '', name);
  });

  test('sends, lists, reads and clears private messages', async () => {
    const [alice, bob] = [
      await loggedIn(new N(board), 'alice'),
      await loggedIn(new N(board), 'bob'),
    ];
    const title = `Hello ${unlike()}`;
    const sent = await alice.call('private_insertpm', {
      title,
      recipients: 'bob',
      message: 'Some [b]news[/b]',
      signature: '1',
    });
    expect(messageId(sent)).toBe('pm_messagesent');

    const box = await bob.call('private_messagelist');
    expect(whole(box, 'response.HTML.pmtotal')).toBeGreaterThan(0);
    whole(box, 'response.HTML.pmquota');
    const groups = at(box, 'response.HTML.messagelist_periodgroups');
    expect(Array.isArray(groups)).toBe(false);
    const bits = list(groups, 'messagelistbits');
    const bit = bits.find((one) => text(one, 'pm.title') === title) ?? '';
    texts(bit, 'pm', ['pmid', 'title', 'sendtime', 'statusicon']);
    expect(text(bit, 'userbit.userinfo.username')).toBe('alice');
    text(bit, 'userbit.userinfo.userid');
    expect(at(bit, 'show.unread')).toBe(1);

    const pmid = text(bit, 'pm.pmid');
    const read = await bob.call('private_showpm', { pmid });
    texts(read, 'response.HTML.pm', ['pmid', 'folderid', 'recipients', 'title', 'fromusername']);
    expect(text(read, 'response.HTML.pm.fromusername')).toBe('alice');
    const post = 'response.HTML.postbit.post';
    for (const name of ['title', 'message', 'message_plain', 'message_bbcode', 'statusicon'])
      text(read, `${post}.${name}`);
    for (const name of ['posttime', 'userid', 'username', 'usertitle', 'signature', 'joindate'])
      text(read, `${post}.${name}`);
    expect(text(read, `${post}.avatarurl`)).toMatch(/^http/);
    expect(at(read, `${post}.onlinestatus.onlinestatus`)).toBe(1);
    expect(text(read, `${post}.message`)).toContain('<strong>news</strong>');

    const answer = await bob.call('private_insertpm', {
      title: `Re: ${title}`,
      recipients: 'alice',
      message: 'Thank you',
      replypmid: pmid,
    });
    expect(messageId(answer)).toBe('pm_messagesent');
    const inbox = await alice.call('private_messagelist', { folderid: '0' });
    expect(text(inbox, 'response.HTML.messagelist_periodgroups.messagelistbits.0.pm.title')).toBe(
      title,
    );

    const cleared = await alice.call('private_confirmemptyfolder', {
      folderid: '0',
      dateline: String(board.now() + 60),
    });
    expect(messageId(cleared)).toBe('pm_messagesdeleted');
    const empty = await alice.call('private_messagelist');
    expect(list(empty, 'response.HTML.messagelist_periodgroups.messagelistbits')).toEqual([]);
  });

  test('reads a member', async () => {
    const client = await loggedIn(new N(board), 'alice');
    const json = await client.call('member', { username: 'bob' });
    const prepared = 'response.prepared';
    for (const name of [
      'userid',
      'username',
      'usertitle',
      'avatarurl',
      'profilepicurl',
      'profileurl',
    ])
      text(json, `${prepared}.${name}`);
    for (const name of ['signature', 'birthday', 'displayemail', 'homepage', 'joindate', 'posts'])
      text(json, `${prepared}.${name}`);
    for (const name of ['lastactivitytime', 'age', 'usernotecount', 'hasimdetails', 'canbefriend'])
      text(json, `${prepared}.${name}`);
    expect([0, 1]).toContain(at(json, `${prepared}.onlinestatus.onlinestatus`));
    const self = await client.call('member');
    expect(at(self, `${prepared}.onlinestatus.onlinestatus`)).toBe(1);
    expect(text(json, `${prepared}.username`)).toBe('bob');
  });

  test('moderates with ids in the cookie', async () => {
    const [alice, mod] = [
      await loggedIn(new N(board), 'alice'),
      await loggedIn(new N(board), 'mod'),
    ];
    const [one, two] = [await newThread(alice), await newThread(alice)];
    const cookie = `vbulletin_inlinethread=${one.threadid}-${two.threadid}`;
    await mod.call('inlinemod_close', {}, cookie);
    const refused = await alice.call('newreply_postreply', {
      threadid: two.threadid,
      message: 'Too late',
    });
    expect(messageId(refused)).toBe('threadclosed');
    await mod.call('inlinemod_open', {}, cookie);
    const taken = await alice.call('newreply_postreply', {
      threadid: two.threadid,
      message: 'In time',
    });
    expect(messageId(taken)).toBe('redirect_postthanks');
    await mod.call('inlinemod_dodeletethreads', { deletetype: '1', deletereason: 'x' }, cookie);
    const gone = await alice.call('showthread', { threadid: one.threadid });
    expect(messageId(gone)).toBe('invalidid');
    const barred = await alice.call('inlinemod_close', {}, 'vbulletin_inlinethread=27');
    expect(messageId(barred)).toMatch(/^nopermission_loggedin|invalidid$/);
  });
});

describe('client N is told', () => {
  test('how many tries a wrong password has had, and then to wait', async () => {
    const client = new N(board);
    await client.init();
    for (let tries = 1; tries <= 5; tries += 1) {
      const json = await client.login('mod', 'wrong');
      expect(at(json, 'response.errormessage.0')).toBe('badlogin_strikes_passthru');
      expect(at(json, 'response.errormessage.3')).toBe(tries);
      expect(at(json, 'session.userid')).toBe('0');
      expect(text(json, 'session.dbsessionhash')).toHaveLength(32);
    }
    expect(messageId(await client.login('mod', 'wrong'))).toBe('strikes');
    board.tick(16 * 60);
  });

  test('of an unknown recipient', async () => {
    const client = await loggedIn(new N(board), 'alice');
    const json = await client.call('private_insertpm', {
      title: 'To nobody',
      recipients: 'nobody at all',
      message: 'x',
    });
    expect(messageId(json)).toBe('pmrecipientsnotfound');
  });

  test('that a guest may not write', async () => {
    const client = new N(board);
    await client.init();
    const json = await client.call('newthread_postthread', {
      forumid: await anyForum(client),
      subject: 'x',
      message: 'y',
    });
    expect(messageId(json)).toBe('nopermission_loggedout');
    expect(messageId(await client.call('private_messagelist'))).toBe('nopermission_loggedout');
  });

  test('of a dead token and of a wrong signature', async () => {
    const client = await loggedIn(new N(board), 'alice');
    const { secret } = client.keys;
    client.keys.secret = 'wrong';
    expect(messageId(await client.call('forum'))).toBe('invalid_api_signature');
    client.keys.secret = secret;
    client.keys.token = '0'.repeat(32);
    expect(messageId(await client.call('forum'))).toBe('invalid_accesstoken');
  });

  test('of topics and forums that are not there', async () => {
    const client = await loggedIn(new N(board), 'alice');
    expect(messageId(await client.call('showthread', { threadid: '999999' }))).toBe('invalidid');
    expect(messageId(await client.call('forumdisplay', { forumid: '999999' }))).toBe('invalidid');
    expect(messageId(await client.call('forumdisplay'))).toBe('noid');
    expect(messageId(await client.call('no_such_name'))).toBe('invalid_api_method');
  });
});
