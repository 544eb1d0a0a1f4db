import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setOption } from '../support/messages.ts';
import { type Member, newMember } from '../support/members.ts';
import {
  type App,
  at,
  type Fields,
  type Json,
  lacks,
  messageId,
  startBoard,
  type TestBoard,
  text,
  unlike,
  whole,
} from './client.ts';
import { A, B, D, E, G, J, K, L, M, N, P, Plain } from './clients.ts';

/** Each sends in its own way what all of them ask: what a client cannot do by itself, a fork of it will. */
const clients: readonly (readonly [string, (board: TestBoard) => App])[] = [
  ...[A, B, D, E, G, J, K, L, M, N, P].map(
    (One) => [One.name, (board: TestBoard) => new One(board)] as const,
  ),
  ['of version 1', (board) => new Plain(board, '1')],
  ['of version 4', (board) => new Plain(board, '4')],
  ['that tells no version', (board) => new Plain(board)],
];

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

/** A block that is sent as its element when it has only one. */
function block(json: Json, path: string): Json[] {
  const found = at(json, path);
  return Array.isArray(found) ? found : [found];
}

/** All forums of a tree, whatever lies in another. */
function forumsOf(bits: Json): Json[] {
  return (bits as Json[]).flatMap((bit) => [bit, ...forumsOf(at(bit, 'childforumbits'))]);
}

/** Words that no client stumbles over; more of them than a client that signs undecoded text can send. */
function words(client: App): string {
  const plain = `Größe "8" 'x' 100% ~ * (a=b) [b]bold[/b] \u{1f682} ${unlike()}`;
  return client instanceof B || client instanceof D ? plain : `${plain} a&b 1+1 %41 \\`;
}

describe.each(clients)('client %s', (_, make) => {
  let member: Member;
  let other: Member;
  let own: App;
  let theirs: App;
  let mod: App;
  let forumid: string;

  beforeAll(async () => {
    [member, other] = [await newMember(board), await newMember(board)];
    [own, theirs, mod] = [await enter(member), await enter(other), make(board)];
    await mod.init();
    await mod.login('mod');
  });

  async function enter({ username, password }: Member): Promise<App> {
    const client = make(board);
    await client.init();
    expect(messageId(await client.login(username, password))).toBe('redirect_login');
    return client;
  }

  async function posts(threadid: string): Promise<Json[]> {
    return block(await own.call('showthread', { threadid }), 'response.postbits');
  }

  async function begin(more: Fields = {}): Promise<string> {
    const fields = { forumid, subject: `A topic ${unlike()}`, message: unlike(), ...more };
    const json = await own.call('newthread_postthread', fields);
    expect(at(json, 'response.errormessage')).toBe('redirect_postthanks');
    expect(typeof at(json, 'show.postid')).toBe('number');
    return text(json, 'show.threadid');
  }

  test('lists forums and topics', async () => {
    const forums = forumsOf(at(await own.call('forum'), 'response.forumbits'));
    const open =
      forums.find(
        (one) => whole(one, 'forum.threadcount') > 0 && whole(one, 'forum.is_category') === 0,
      ) ?? '';
    forumid = text(open, 'forum.forumid');
    expect(text(open, 'forumid')).toBe(forumid);
    const json = await own.call('forumdisplay', { forumid });
    for (const bit of at(json, 'response.threadbits') as Json[])
      expect(text(bit, 'thread.threadtitle')).toBe(text(bit, 'thread.title'));
  });

  test('writes, reads, edits and finds', async () => {
    const message = words(own);
    const threadid = await begin({ message });
    const [first = ''] = await posts(threadid);
    expect(text(first, 'post.message_bbcode')).toBe(message);
    expect(text(first, 'post.message')).toContain('<strong>bold</strong>');
    expect(text(first, 'post.username')).toBe(member.username);
    expect(text(first, 'post.posttime')).toMatch(/^\d{10}$/);
    const reply = await own.call('newreply_postreply', { threadid, message: unlike() });
    const postid = whole(reply, 'show.postid');
    const word = `word${unlike()}`;
    const edit = { postid, message: `Now ${word}`, reason: 'a typo' };
    expect(messageId(await own.call('editpost_updatepost', edit))).toBe('redirect_editthanks');
    const both = await posts(threadid);
    expect(both.map((bit) => whole(bit, 'post.postid'))).toEqual([Number(threadid), postid]);
    expect(text(both[1] ?? '', 'post.message_plain')).toBe(`Now ${word}`);
    const search = await own.call('search_process', { query: word });
    expect(at(search, 'response.errormessage')).toBe('search');
    const searchid = whole(search, 'show.searchid');
    const found = await own.call('search_showresults', { searchid });
    expect(text(found, 'response.searchbits.0.thread.threadid')).toBe(threadid);
    const drop = { postid, threadid, reason: 'no use' };
    expect(messageId(await own.call('editpost_deletepost', drop))).toBe('redirect_deletepost');
    expect(await posts(threadid)).toHaveLength(1);
  });

  test('sends a message, which is read and answered', async () => {
    const [title, message] = [`Hello ${unlike()}`, words(own)];
    const letter = { title, message, recipients: other.username };
    expect(messageId(await own.call('private_insertpm', letter))).toBe('pm_messagesent');
    const box = await theirs.call('private_messagelist');
    const groups = block(box, 'response.HTML.messagelist_periodgroups');
    const [bit = ''] = block(groups[0] ?? '', 'messagelistbits');
    expect(text(bit, 'pm.title')).toBe(title);
    expect(at(bit, 'messagelistbits')).toEqual(at(bit, 'pm'));
    // PHP's arrays: a list in version 1, names and numbers since
    const userbit = Object.values(at(bit, 'userbit'));
    expect(userbit).toEqual(Array(userbit.length).fill(userbit[0]));
    const first = Array.isArray(at(bit, 'userbit')) ? 'userbit.0' : 'userbit.userinfo';
    expect(text(bit, `${first}.username`)).toBe(member.username);
    const pmid = text(bit, 'pm.pmid');
    const read = await theirs.call('private_showpm', { pmid });
    expect(text(read, 'response.HTML.postbit.post.message_bbcode')).toBe(message);
    const answer = { title, message: 'Thanks', recipients: member.username, replypmid: pmid };
    expect(messageId(await theirs.call('private_insertpm', answer))).toBe('pm_messagesent');
  });

  test('moderates', async () => {
    const threadid = await begin();
    const act = (name: string, more: Fields = {}) =>
      mod.call(`inlinemod_${name}`, { threadid, threadids: threadid, tlist: threadid, ...more });
    expect(messageId(await act('close'))).toBe('redirect_inline_closed');
    const late = await own.call('newreply_postreply', { threadid, message: unlike() });
    expect(messageId(late)).toBe('threadclosed');
    await act('open');
    const gone = await act('dodeletethreads', { deletetype: 1, deletereason: 'off topic' });
    expect(messageId(gone)).toBe('redirect_inline_deleted');
    const missing = await own.call('showthread', { threadid });
    expect(at(missing, 'response.errormessage')).toEqual(['invalidid', 'thread']);
    await act('undeletethread');
    expect(await posts(threadid)).toHaveLength(1);
  });

  test('is told what went wrong', async () => {
    const threadid = await begin();
    const letter = { title: 'x', message: unlike(), recipients: `nobody ${unlike()}` };
    const lost = await own.call('private_insertpm', letter);
    expect(messageId(lost)).toBe('pmrecipientsnotfound');
    expect(text(lost, 'response.HTML.postpreview.errorlist.errors.0.0')).toBe(messageId(lost));
    const barred = await own.call('inlinemod_close', { threadid, tlist: threadid });
    expect(messageId(barred)).toBe('nopermission_loggedin');
    const nothing = await own.call('forumdisplay', { forumid: 999_999 });
    expect(at(nothing, 'response.errormessage')).toEqual(['invalidid', 'forum']);
    const reply = { threadid, message: `The same ${unlike()}` };
    await own.call('newreply_postreply', reply);
    const twice = await own.call('newreply_postreply', reply);
    expect(at(twice, 'response.errormessage')).toBe('redirect_duplicatepost');
    expect(text(twice, 'show.threadid')).toBe(threadid);
  });

  test('is told to wait', async () => {
    const threadid = await begin();
    await setOption(board, 'floodchecktime', 60);
    const json = await own.call('newreply_postreply', { threadid, message: unlike() });
    await setOption(board, 'floodchecktime', 0);
    expect(messageId(json)).toBe('postfloodcheck');
    expect(await posts(threadid)).toHaveLength(1);
  });

  test('meets the lock after five wrong passwords', async () => {
    const guest = make(board);
    await guest.init();
    for (let tries = 1; tries <= 5; tries += 1) {
      const json = await guest.login(other.username, 'wrong');
      expect(at(json, 'response.errormessage.0')).toBe('badlogin_strikes_passthru');
      expect(at(json, 'response.errormessage.3')).toBe(tries);
      expect(at(json, 'session.userid')).toBe('0');
      expect(text(json, 'session.dbsessionhash')).toHaveLength(32);
    }
    const locked = await guest.login(other.username, other.password);
    expect(at(locked, 'response.errormessage.0')).toBe('strikes');
    board.tick(16 * 60);
    expect(messageId(await guest.login(other.username, other.password))).toBe('redirect_login');
  });

  test('logs out, and is a guest', async () => {
    const out = await own.call('login_logout');
    expect(at(out, 'response.errormessage.0')).toBe('cookieclear');
    expect(lacks(out, 'session.dbsessionhash')).toBe(false);
    const barred = await own.call('private_messagelist');
    expect(messageId(barred)).toBe('nopermission_loggedout');
    const again = await own.login(member.username, member.password);
    expect(messageId(again)).toBe('redirect_login');
  });

  test('learns that its token is dead, and begins anew', async () => {
    own.keys.token = 'f'.repeat(32);
    expect(messageId(await own.call('forum'))).toBe('invalid_accesstoken');
    const fresh = await enter(member);
    expect(lacks(await fresh.call('private_messagelist'), 'response.errormessage')).toBe(true);
    fresh.keys.secret = 'wrong';
    const wrong = await fresh.call('forum');
    expect(at(wrong, 'response.errormessage.0')).toBe('invalid_api_signature');
  });
});
