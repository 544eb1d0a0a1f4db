import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  exchange,
  type Fields,
  type Json,
  type Keys,
  lacks,
  list,
  md5,
  messageId,
  multipart,
  startBoard,
  sum,
  type TestBoard,
  text,
  texts,
  unlike,
  whole,
} from './client.ts';

/**
 * N, apocist/nodeVBulletinAPI: everything in a multipart body, so that its signature is the same all evening; md5 sums
 * for passwords; ids for inline moderation in a cookie; echoes the server's version.
 */
class N {
  readonly board: TestBoard;
  readonly keys: Keys = { token: '', clientid: '', secret: '' };
  apiversion = '';
  session: Json = {};

  constructor(board: TestBoard) {
    this.board = board;
  }

  async init(): Promise<Json> {
    const json = await this.post('api_init', {
      clientname: 'nodeVBulletinAPI',
      clientversion: '0.0.2',
      platformname: 'Node',
      platformversion: '20',
      uniqueid: '1234',
    });
    // all truthy, or the session is refused
    for (const name of ['apiversion', 'apiaccesstoken', 'sessionhash', 'apiclientid', 'secret'])
      expect(at(json, name)).toBeTruthy();
    this.apiversion = String(whole(json, 'apiversion'));
    this.keys.token = text(json, 'apiaccesstoken');
    this.keys.clientid = text(json, 'apiclientid');
    this.keys.secret = text(json, 'secret');
    return json;
  }

  post(method: string, fields: Fields = {}, cookie?: string): Promise<Json> {
    const { token, clientid } = this.keys;
    const { body, headers } = multipart({
      ...fields,
      api_m: method,
      api_c: clientid,
      api_s: token,
      api_v: this.apiversion,
      api_sig: token === '' ? '' : sum('', this.keys),
    });
    return exchange(this.board, {
      method: 'POST',
      body,
      headers: {
        'User-Agent': 'nodeVBulletinAPI',
        ...headers,
        ...(cookie !== undefined && { Cookie: cookie }),
      },
    });
  }

  async login(name: string, password = `${name}-password`): Promise<Json> {
    const json = await this.post('login_login', {
      vb_login_username: name,
      vb_login_md5password: md5(password),
    });
    this.session = at(json, 'session');
    return json;
  }
}

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

async function loggedIn(name: string): Promise<N> {
  const client = new N(board);
  await client.init();
  expect(messageId(await client.login(name))).toBe('redirect_login');
  return client;
}

/** A forum that takes topics. */
async function anyForum(client: N): Promise<string> {
  const forums = Object.values((await client.post('api_forumlist')) as Record<string, Json>);
  const flat = forums.flatMap((forum) => [forum, ...list(forum, 'subforums')]);
  const open = flat.find((forum) => at(forum, 'is_category') === '0');
  return text(open ?? '', 'forumid');
}

async function newThread(client: N): Promise<{ threadid: string; postid: number; title: string }> {
  const title = `A topic ${unlike()}`;
  const json = await client.post('newthread_postthread', {
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
    const client = await loggedIn('alice');
    expect(typeof at(client.session, 'userid')).toBe('number');

    const forums = Object.values((await client.post('api_forumlist')) as Record<string, Json>);
    for (const forum of forums) {
      texts(forum, '', []);
      for (const name of ['forumid', 'title', 'description', 'parentid']) at(forum, name);
      list(forum, 'subforums');
    }

    const { threadid, postid, title } = await newThread(client);
    const thread = await client.post('showthread', { threadid });
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

    const reply = await client.post('newreply_postreply', { threadid, message: `Yes ${unlike()}` });
    expect(messageId(reply)).toBe('redirect_postthanks');
    const replyid = String(whole(reply, 'show.postid'));

    const edited = await client.post('editpost_updatepost', {
      postid: replyid,
      message: `Changed [i]now[/i]`,
      reason: 'a typo',
    });
    expect(messageId(edited)).toBe('redirect_editthanks');
    const again = await client.post('showthread', { threadid });
    expect(text(again, 'response.postbits.1.post.message')).toContain('<em>now</em>');

    const forumid = text(thread, 'response.thread.forumid');
    const forum = await client.post('forumdisplay', { forumid });
    texts(forum, 'response', ['forumid', 'title', 'description', 'parentid']);
    texts(forum, 'response.foruminfo', ['forumid', 'title', 'description']);
    const first = list(forum, 'response.threadbits').map((bit) => text(bit, 'thread.threadid'));
    expect(first).toContain(threadid);
    texts(forum, 'response.threadbits.0.thread', ['forumid', 'forumtitle', 'threadid', 'title']);

    const deleted = await client.post('editpost_deletepost', {
      postid: replyid,
      threadid,
      reason: 'no use',
    });
    expect(messageId(deleted)).toBe('redirect_deletepost');
    expect(lacks(deleted, 'show')).toBe(false);
    expect(postid).toBeGreaterThan(0);

    const out = await client.post('login_logout');
    expect(messageId(out)).toBe('cookieclear');
    at(out, 'session');
    // and in again, with the same token
    expect(messageId(await client.login('alice'))).toBe('redirect_login');
  });

  test('reads sub-forums from the items of forumbits themselves', async () => {
    const client = await loggedIn('alice');
    const forums = (await client.post('api_forumlist')) as Json[];
    const above = forums.find((forum) => list(forum, 'subforums').length > 0);
    const json = await client.post('forumdisplay', { forumid: text(above ?? '', 'forumid') });
    const [bit] = list(json, 'response.forumbits');
    for (const name of ['forumid', 'title', 'description', 'parentid']) text(bit ?? '', name);
  });

  test('sends, lists, reads and clears private messages', async () => {
    const [alice, bob] = [await loggedIn('alice'), await loggedIn('bob')];
    const title = `Hello ${unlike()}`;
    const sent = await alice.post('private_insertpm', {
      title,
      recipients: 'bob',
      message: 'Some [b]news[/b]',
      signature: '1',
    });
    expect(messageId(sent)).toBe('pm_messagesent');

    const box = await bob.post('private_messagelist');
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
    const read = await bob.post('private_showpm', { pmid });
    texts(read, 'response.HTML.pm', ['pmid', 'folderid', 'recipients', 'title', 'fromusername']);
    expect(text(read, 'response.HTML.pm.fromusername')).toBe('alice');
    const post = 'response.HTML.postbit.post';
    for (const name of ['title', 'message', 'message_plain', 'message_bbcode', 'statusicon'])
      text(read, `${post}.${name}`);
    for (const name of ['posttime', 'userid', 'username', 'usertitle', 'signature', 'joindate'])
      text(read, `${post}.${name}`);
    expect(text(read, `${post}.avatarurl`)).toMatch(/^http/);
    expect(text(read, `${post}.onlinestatus.onlinestatus`)).toBe('online');
    expect(text(read, `${post}.message`)).toContain('<strong>news</strong>');

    const answer = await bob.post('private_insertpm', {
      title: `Re: ${title}`,
      recipients: 'alice',
      message: 'Thank you',
      replypmid: pmid,
    });
    expect(messageId(answer)).toBe('pm_messagesent');
    const inbox = await alice.post('private_messagelist', { folderid: '0' });
    expect(text(inbox, 'response.HTML.messagelist_periodgroups.messagelistbits.0.pm.title')).toBe(
      title,
    );

    const cleared = await alice.post('private_confirmemptyfolder', {
      folderid: '0',
      dateline: String(board.now() + 60),
    });
    expect(messageId(cleared)).toBe('pm_messagesdeleted');
    const empty = await alice.post('private_messagelist');
    expect(list(empty, 'response.HTML.messagelist_periodgroups.messagelistbits')).toEqual([]);
  });

  test('reads a member', async () => {
    const client = await loggedIn('alice');
    const json = await client.post('member', { username: 'bob' });
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
    text(json, `${prepared}.onlinestatus.onlinestatus`);
    expect(text(json, `${prepared}.username`)).toBe('bob');
  });

  test('moderates with ids in the cookie', async () => {
    const [alice, mod] = [await loggedIn('alice'), await loggedIn('mod')];
    const [one, two] = [await newThread(alice), await newThread(alice)];
    const cookie = `vbulletin_inlinethread=${one.threadid}-${two.threadid}`;
    await mod.post('inlinemod_close', {}, cookie);
    const refused = await alice.post('newreply_postreply', {
      threadid: two.threadid,
      message: 'Too late',
    });
    expect(messageId(refused)).toBe('threadclosed');
    await mod.post('inlinemod_open', {}, cookie);
    const taken = await alice.post('newreply_postreply', {
      threadid: two.threadid,
      message: 'In time',
    });
    expect(messageId(taken)).toBe('redirect_postthanks');
    await mod.post('inlinemod_dodeletethreads', { deletetype: '1', deletereason: 'x' }, cookie);
    const gone = await alice.post('showthread', { threadid: one.threadid });
    expect(messageId(gone)).toBe('invalidid');
    const barred = await alice.post('inlinemod_close', {}, 'vbulletin_inlinethread=27');
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
    const client = await loggedIn('alice');
    const json = await client.post('private_insertpm', {
      title: 'To nobody',
      recipients: 'nobody at all',
      message: 'x',
    });
    expect(messageId(json)).toBe('pmrecipientsnotfound');
  });

  test('that a guest may not write', async () => {
    const client = new N(board);
    await client.init();
    const json = await client.post('newthread_postthread', {
      forumid: await anyForum(client),
      subject: 'x',
      message: 'y',
    });
    expect(messageId(json)).toBe('nopermission_loggedout');
    expect(messageId(await client.post('private_messagelist'))).toBe('nopermission_loggedout');
  });

  test('of a dead token and of a wrong signature', async () => {
    const client = await loggedIn('alice');
    const { secret } = client.keys;
    client.keys.secret = 'wrong';
    expect(messageId(await client.post('forum'))).toBe('invalid_api_signature');
    client.keys.secret = secret;
    client.keys.token = '0'.repeat(32);
    expect(messageId(await client.post('forum'))).toBe('invalid_accesstoken');
  });

  test('of topics and forums that are not there', async () => {
    const client = await loggedIn('alice');
    expect(messageId(await client.post('showthread', { threadid: '999999' }))).toBe('invalidid');
    expect(messageId(await client.post('forumdisplay', { forumid: '999999' }))).toBe('invalidid');
    expect(messageId(await client.post('forumdisplay'))).toBe('noid');
    expect(messageId(await client.post('no_such_name'))).toBe('invalid_api_method');
  });
});
