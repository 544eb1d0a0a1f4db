import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  at,
  beginTopic,
  type Json,
  list,
  md5,
  messageId,
  startBoard,
  type TestBoard,
  text,
  texts,
  lacks,
  unlike,
  whole,
} from './client.ts';
import { L } from './clients.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** L puts the board's address before what it gets. */
function underBoard(json: Json, path: string): void {
  const found = text(json, path);
  expect(found).toMatch(/^[\w./?=&%-]+$/);
  expect(new URL(`${board.url}/${found}`).href).toBe(`${board.url}/${found}`);
  expect(found).not.toMatch(/^(\/|https?:)/);
}

async function loggedIn(name: string): Promise<L> {
  const client = new L(board);
  await client.init();
  const json = await client.login(name);
  expect(at(json, 'response.errormessage.0')).toBe('redirect_login');
  expect(typeof at(json, 'session.userid')).toBe('number');
  expect(text(json, 'session.dbsessionhash')).toHaveLength(32);
  return client;
}

describe('client L', () => {
  test('reads and writes', async () => {
    const client = await loggedIn('alice');
    const { forumid, threadid } = await beginTopic(client);
    const forum = await client.call('forumdisplay', { forumid, perpage: 5 });
    for (const bit of list(forum, 'response.threadbits'))
      texts(bit, 'thread', ['threadid', 'threadtitle', 'postuserid', 'postusername', 'preview']);
    whole(forum, 'response.pagenav.totalpages');
    const alone = await client.call('showthread', { threadid });
    const names = ['username', 'userid', 'usertitle', 'postid', 'postdate', 'title', 'message'];
    texts(alone, 'response.postbits.post', [...names, 'message_bbcode']);
    underBoard(alone, 'response.postbits.post.avatarurl');
    expect(at(alone, 'response.postbits.post.onlinestatus.onlinestatus')).toBe(1);
    expect(text(alone, 'response.postbits.post.postdate')).toMatch(/^\d\d-\d\d-\d{4}$/);
    const reply = await client.call('newreply_postreply', { threadid, message: unlike() });
    expect(at(reply, 'response.errormessage')).toBe('redirect_postthanks');
    const two = await client.call('showthread', { threadid });
    expect(list(two, 'response.postbits')).toHaveLength(2);
    expect(whole(two, 'response.LASTPOSTID')).toBe(whole(reply, 'show.postid'));
    const twice = await client.call('newthread_postthread', {
      forumid,
      subject: 'Twice',
      message: 'the same',
    });
    expect(at(twice, 'response.errormessage')).toBe('redirect_postthanks');
    const again = await client.call('newthread_postthread', {
      forumid,
      subject: 'Twice',
      message: 'the same',
    });
    expect(at(again, 'response.errormessage')).toBe('redirect_duplicatethread');
  });

  test('searches', async () => {
    const client = await loggedIn('alice');
    const word = `word${unlike()}`;
    const { threadid } = await beginTopic(client, `About ${word}`);
    const found = await client.call('search_process', { query: word, titleonly: 1 });
    expect(at(found, 'response.errormessage')).toBe('search');
    const searchid = whole(found, 'show.searchid');
    const page = await client.call('search_showresults', { searchid, pagenumber: 1 });
    const bit = 'response.searchbits.0.thread';
    expect(text(page, `${bit}.threadid`)).toBe(threadid);
    texts(page, bit, ['threadtitle', 'postuserid', 'postusername', 'preview', 'startdate']);
    text(page, `${bit}.forumid`);
    expect(text(page, `${bit}.startdate`)).toMatch(/^\d\d-\d\d-\d{4}$/);
    expect(whole(page, 'response.pagenav.totalpages')).toBe(1);
    expect(whole(page, 'response.total')).toBe(1);
    const none = await client.call('search_process', { query: `none${unlike()}` });
    expect(at(none, 'response.errormessage')).toBe('searchnoresults');
    const userid = whole(
      await client.call('member ', { username: 'alice' }),
      'response.prepared.userid',
    );
    const own = await client.call('search_finduser', { userid });
    expect(at(own, 'response.errormessage')).toBe('search');
  });

  test('reads private messages in periods', async () => {
    const [alice, bob] = [await loggedIn('alice'), await loggedIn('bob')];
    for (const title of ['First', 'Second']) {
      const sent = { title, recipients: 'bob', message: unlike() };
      expect(messageId(await alice.call('private_insertpm', sent))).toBe('pm_messagesent');
      const box = await bob.call('private_messagelist', { folderid: 0 });
      whole(box, 'response.HTML.folderid');
      whole(box, 'response.HTML.totalmessages');
      for (const group of list(box, 'response.HTML.messagelist_periodgroups')) {
        const bits =
          whole(group, 'messagesingroup') > 1
            ? list(group, 'messagelistbits')
            : [at(group, 'messagelistbits')];
        for (const bit of bits) {
          texts(bit, 'pm', ['pmid', 'senddate', 'sendtime', 'statusicon', 'title']);
          expect(text(bit, 'pm.senddate')).toMatch(/^\d\d-\d\d-\d{4}$/);
          expect(text(bit, 'pm.sendtime')).toMatch(/^\d\d:\d\d [AP]M$/);
          texts(bit, 'userbit.0', ['userid', 'username']);
          expect(list(bit, 'userbit')).toHaveLength(1);
        }
      }
    }
  });

  test('reads a profile', async () => {
    const client = await loggedIn('alice');
    const json = await client.call('member ', { username: 'bob' });
    const names = ['username', 'birthday', 'age', 'displayemail', 'homepage', 'usertitle', 'posts'];
    texts(json, 'response.prepared', [...names, 'joindate']);
    underBoard(json, 'response.prepared.avatarurl');
    expect([0, 1]).toContain(at(json, 'response.prepared.onlinestatus.onlinestatus'));
    expect(text(json, 'response.prepared.joindate')).toMatch(/^\d\d-\d\d-\d{4}$/);
    const fields = list(json, 'response.blocks.aboutme.block_data.fields.category.fields');
    for (const field of fields) texts(field, 'profilefield', ['title', 'value']);
  });

  test('keeps buddies', async () => {
    const client = await loggedIn('alice');
    const found = (await client.call('api_usersearch', { fragment: 'bo' })) as Json[];
    expect(found.length).toBeGreaterThanOrEqual(3);
    expect(text(found, '1')).toBe('bob');
    const added = await client.call('profile_doaddlist', {
      userid: whole(found, '0'),
      userlist: 'buddy',
    });
    expect(at(added, 'response.errormessage')).toEqual(['redirect_addlist_contact', 'bob']);
    for (const name of ['misc_buddylist', 'profile_buddylist']) {
      const json = await client.call(name);
      expect(whole(json, 'response.HTML.buddycount')).toBe(1);
      texts(json, 'response.HTML.buddylist.0.user', ['userid', 'username']);
    }
    expect(await client.call('api_emailsearch', { fragment: 'nobody@example.org' })).toEqual([]);
  });

  test('registers, and changes a password', async () => {
    const client = new L(board);
    await client.init();
    const name = `new${unlike().slice(0, 8)}`;
    const form = {
      agree: 1,
      username: name,
      email: `${name}@example.org`,
      emailconfirm: `${name}@example.org`,
      password: '',
      password_md5: md5('a long password'),
      passwordconfirm: '',
      passwordconfirm_md5: md5('a long password'),
      month: 2,
      day: 3,
      year: 1980,
    };
    const json = await client.call('register_addmember', form);
    expect(at(json, 'response.errormessage.0')).toBe('registration_complete');
    const taken = await client.call('register_addmember', form);
    expect(lacks(taken, 'response.errormessage')).toBe(true);
    expect(at(taken, 'response.errorlist.0.0')).toBe('usernametaken');
    const other = { ...form, username: `${name}x` };
    const address = await client.call('register_addmember', other);
    expect(at(address, 'response.errorlist.0.0')).toBe('emailtaken');
    expect(messageId(await client.login(name, 'a long password'))).toBe('redirect_login');
    const changed = await client.call('profile_updatepassword', {
      currentpassword_md5: md5('a long password'),
      newpassword_md5: md5('another password'),
      newpasswordconfirm_md5: md5('another password'),
    });
    expect(at(changed, 'response.errormessage')).toEqual(['redirect_updatethanks']);
    const lost = await client.call('login_emailpassword', { email: `${name}@example.org` });
    expect(at(lost, 'response.errormessage')).toBe('redirect_lostpw');
    for (const sent of [{}, { email: '' }, { email: 'no address' }]) {
      const none = await client.call('login_emailpassword', sent);
      expect(at(none, 'response.errormessage.0')).toBe('invalidemail');
    }
    const rules = at(await client.call('register'), 'vbphrase');
    text(rules, 'forum_rules_registration');
    text(rules, 'forum_rules_description');
  });

  test('logs out, and meets the lock after five tries', async () => {
    const client = await loggedIn('mod');
    const out = await client.call('login_logout', { sessionhash: 'x' });
    expect(at(out, 'response.errormessage.0')).toBe('cookieclear');
    text(out, 'session.dbsessionhash');
    for (let tries = 1; tries <= 5; tries += 1) {
      const json = await client.login('mod', 'wrong');
      expect(at(json, 'response.errormessage.0')).toBe('badlogin_strikes_passthru');
      expect(at(json, 'response.errormessage.3')).toBe(tries);
    }
    const json = await client.login('mod', 'wrong');
    expect(at(json, 'response.errormessage.0')).toBe('strikes');
    expect(at(json, 'session.userid')).toBe('0');
    const facebook = await client.call('login_facebook', { fbuserid: 1 });
    expect(at(facebook, 'response.errormessage')).toEqual(['not_offered', 'Facebook']);
  });
});
