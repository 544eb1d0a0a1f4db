import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  escaped,
  type Json,
  list,
  loggedIn,
  messageId,
  number,
  startBoard,
  type TestBoard,
  text,
  texts,
  unlike,
  url,
  whole,
  wholes,
} from './client.ts';
import { J } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** A forum with topics, from the front page. */
async function anyForum(client: J): Promise<string> {
  const all = (bits: Json[]): Json[] =>
    bits.flatMap((bit) => [bit, ...all(list(bit, 'childforumbits'))]);
  const open = all(list(await client.call('forum'), 'response.forumbits')).find(
    (bit) => whole(bit, 'forum.threadcount') > 0 && whole(bit, 'forum.is_category') === 0,
  );
  return text(open ?? '', 'forum.forumid');
}

async function newThread(client: J, message = `Some words ${unlike()}`): Promise<string> {
  const json = await client.call('newthread_postthread', {
    forumid: await anyForum(client),
    subject: `A topic ${unlike()}`,
    message,
    signature: '1',
  });
  expect(at(json, 'response.errormessage')).toBe('redirect_postthanks');
  number(json, 'show.postid');
  return text(json, 'show.threadid');
}

describe('client J', () => {
  test('begins and reads the front page', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const json = await client.call('forum');
    whole(json, 'response.header.notifications_total');
    wholes(json, 'response', ['activemembers', 'numberguest', 'numbermembers', 'numberregistered']);
    wholes(json, 'response', ['recordusers', 'totalonline', 'totalposts', 'totalthreads']);
    expect(list(json, 'response.forumbits').length).toBeGreaterThan(0);
  });

  test('reads a forum', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const json = await client.call('forumdisplay', { forumid: await anyForum(client) });
    wholes(json, 'response', ['daysprune', 'limitlower', 'limitupper', 'numberguest', 'perpage']);
    wholes(json, 'response', ['numberregistered', 'pagenumber', 'totalmods', 'totalonline']);
    expect(whole(json, 'response.totalthreads')).toBeGreaterThan(0);
    texts(json, 'response.foruminfo', ['forumid', 'title', 'title_clean', 'description']);
    texts(json, 'response.foruminfo', ['description_clean', 'prefixrequired']);
  });

  test('reads sub-forums below `forum`', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const bits = list(await client.call('forum'), 'response.forumbits');
    const above = bits.find((bit) => list(bit, 'childforumbits').length > 0) ?? '';
    const json = await client.call('forumdisplay', { forumid: text(above, 'forum.forumid') });
    for (const bit of list(json, 'response.forumbits')) {
      whole(bit, 'parent_is_category');
      list(bit, 'childforumbits');
      wholes(bit, 'forum', ['forumid', 'threadcount', 'replycount', 'browsers']);
      texts(bit, 'forum', ['title', 'title_clean', 'description', 'description_clean']);
      text(bit, 'forum.statusicon');
      list(bit, 'forum.subforums');
    }
  });

  test('posts, finds the last post, and edits', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const words = `hé & 'q' * ~ x&y \\ "w" ${unlike()}`;
    const threadid = await newThread(client);
    const reply = await client.call('newreply_postreply', {
      threadid,
      message: words,
      signature: '1',
    });
    expect(at(reply, 'response.errormessage')).toBe('redirect_postthanks');
    expect(text(reply, 'show.threadid')).toBe(threadid);
    const postid = number(reply, 'show.postid');

    const first = await client.call('showthread', { threadid, perpage: 1 });
    const total = whole(first, 'response.totalposts');
    expect(total).toBe(2);
    const last = await client.call('showthread', { threadid, perpage: 1, page: total });
    wholes(last, 'response', ['FIRSTPOSTID', 'LASTPOSTID', 'numberguest', 'numberregistered']);
    wholes(last, 'response', ['pagenumber', 'perpage', 'totalonline']);
    wholes(last, 'response.pagenumbers', ['first', 'last']);
    texts(last, 'response.thread', ['meta_description', 'title', 'threadid', 'forumid']);
    const post = 'response.postbits.0.post';
    expect(whole(last, `${post}.postid`)).toBe(postid);
    expect(text(last, `${post}.posttime`)).toMatch(/^\d{10}$/);
    expect(text(last, `${post}.joindate`)).toMatch(/^\d+$/);
    texts(last, post, ['threadid', 'userid', 'username', 'usertitle', 'title', 'message']);
    wholes(last, post, ['isfirstshown', 'islastshown']);
    url(last, `${post}.avatarurl`);
    expect(text(last, `${post}.message_bbcode`)).toBe(words);
    expect(text(last, `${post}.message_plain`)).toBe(words);
    expect(text(last, `${post}.message`)).toContain('x&amp;y');

    const twice = await client.call('newreply_postreply', { threadid, message: words });
    expect(at(twice, 'response.errormessage')).toBe('redirect_duplicatepost');
  });

  test('exchanges private messages', async () => {
    const [alice, bob] = [
      await loggedIn(new J(board), 'alice'),
      await loggedIn(new J(board), 'bob'),
    ];
    const title = `It's me ${unlike()}`;
    const sent = await alice.call('private_insertpm', {
      title,
      message: 'Read "this"',
      recipients: 'bob',
      signature: '1',
    });
    expect(messageId(sent)).toBe('pm_messagesent');
    const box = await bob.call('private_messagelist');
    const group = 'response.HTML.messagelist_periodgroups';
    number(box, `${group}.messagesingroup`);
    const bit =
      list(box, `${group}.messagelistbits`).find(
        (one) => text(one, 'messagelistbits.title') === escaped(title),
      ) ?? '';
    texts(bit, 'messagelistbits', ['pmid', 'sendtime', 'statusicon', 'title']);
    texts(bit, 'userbit.userinfo', ['userid', 'username']);
    const read = await bob.call('private_showpm', { pmid: text(bit, 'messagelistbits.pmid') });
    texts(read, 'response.HTML.pm', ['pmid', 'title', 'savecopy', 'folderid', 'fromusername']);
    const post = 'response.HTML.postbit.post';
    texts(read, post, ['statusicon', 'posttime', 'onlinestatusphrase', 'userid', 'username']);
    texts(read, post, ['usertitle', 'joindate', 'warnings', 'infractions', 'ipoints', 'reppower']);
    texts(read, post, ['message', 'message_plain']);
    url(read, `${post}.avatarurl`);
    expect(text(read, `${post}.message_bbcode`)).toBe('Read "this"');
    const answer = await bob.call('private_insertpm', {
      title: `Re: ${text(bit, 'messagelistbits.title')}`,
      message: 'I have',
      recipients: 'alice',
      replypmid: text(bit, 'messagelistbits.pmid'),
    });
    expect(messageId(answer)).toBe('pm_messagesent');
    const cleared = await bob.call('private_confirmemptyfolder', {
      dateline: board.now() + 10,
      folderid: 0,
    });
    expect(messageId(cleared)).toBe('pm_messagesdeleted');
  });

  test('reads a member', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const json = await client.call('member', { username: 'mod' });
    texts(json, 'response.prepared', ['username', 'userid', 'joindate']);
    url(json, 'response.prepared.avatarurl');
  });

  test('moderates with an id', async () => {
    const [alice, mod] = [
      await loggedIn(new J(board), 'alice'),
      await loggedIn(new J(board), 'mod'),
    ];
    const threadid = await newThread(alice);
    await mod.call('inlinemod_close', { threadid });
    const closed = await alice.call('newreply_postreply', { threadid, message: 'Too late' });
    expect(messageId(closed)).toBe('threadclosed');
    await mod.call('inlinemod_open', { threadid });
    await mod.call('inlinemod_dodeletethreads', { threadid });
    expect(messageId(await alice.call('showthread', { threadid }))).toBe('invalidid');
  });

  test('logs out by name', async () => {
    const client = await loggedIn(new J(board), 'alice');
    expect(messageId(await client.call('login_logout', { vb_login_username: 'alice' }))).toBe(
      'cookieclear',
    );
    const json = await client.call('private_messagelist');
    expect(messageId(json)).toBe('nopermission_loggedout');
  });
});

describe('client J is told', () => {
  test('of a wrong password', async () => {
    const client = new J(board);
    await client.init();
    const json = await client.login('alice', "it's wrong");
    expect(messageId(json)).toBe('badlogin_strikes_passthru');
  });

  test('of recipients who are not there, or take no messages', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const send = (recipients: string) =>
      client.call('private_insertpm', { title: 'x', message: unlike(), recipients });
    const errors = 'response.HTML.postpreview.errorlist.errors.0.0';
    expect(at(await send('nobody at all'), errors)).toBe('pmrecipientsnotfound');
    expect(at(await send('mallory'), errors)).toBe('pmrecipturnedoff');
  });

  test('what a guest may not', async () => {
    const client = new J(board);
    await client.init();
    const json = await client.call('newreply_postreply', { threadid: 27, message: 'x' });
    expect(messageId(json)).toMatch(/^nopermission_loggedout|invalidid$/);
  });

  test('what a member may not', async () => {
    const [alice, mod] = [
      await loggedIn(new J(board), 'alice'),
      await loggedIn(new J(board), 'mod'),
    ];
    const threadid = await newThread(mod);
    const json = await alice.call('inlinemod_dodeletethreads', { threadid });
    expect(messageId(json)).toBe('nopermission_loggedin');
  });

  test('of a dead token and a wrong signature', async () => {
    const client = await loggedIn(new J(board), 'alice');
    const { token, secret } = client.keys;
    client.keys.token = 'f'.repeat(32);
    expect(messageId(await client.call('forum'))).toBe('invalid_accesstoken');
    client.keys.token = token;
    client.keys.secret = `${secret}x`;
    expect(messageId(await client.call('forum'))).toBe('invalid_api_signature');
  });
});
