import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { newMember } from '../support/members.ts';
import {
  at,
  beginTopic,
  type Fields,
  type Json,
  loggedIn,
  startBoard,
  type TestBoard,
  text,
  unlike,
} from './client.ts';
import { Plain } from './clients.ts';

/** A client's evening in which all goes wrong that can. */
interface Scene {
  readonly guest: Plain;
  readonly member: Plain;
  readonly mod: Plain;
  readonly name: string;
  readonly forumid: string;
  readonly threadid: string;
}

type Ask = (scene: Scene) => Promise<Json>;

/** The same twice; tells what the second time is answered. */
function twice(method: string, fields: (scene: Scene) => Fields): Ask {
  return async (scene) => {
    const sent = fields(scene);
    await scene.member.call(method, sent);
    return scene.member.call(method, sent);
  };
}

const post = (method: string, more: Fields = {}): Ask => {
  return ({ member, forumid, threadid }) =>
    member.call(method, { forumid, threadid, message: unlike(), subject: 'x', ...more });
};

const form = (name: string): Fields => ({
  ...{ agree: 1, username: `${name} too`, email: `${unlike()}@example.org` },
  password: 'a long password',
});

/** What clients read as a list: the id first, then what belongs to it. */
const lists: readonly (readonly [string, (scene: Scene) => readonly unknown[], Ask])[] = [
  [
    'redirect_login',
    ({ name }) => [name],
    ({ guest, name }) => guest.login(name, `secret of ${name}`),
  ],
  ['cookieclear', () => [], ({ guest }) => guest.call('login_logout')],
  [
    'badlogin_strikes_passthru',
    () => [board.url, expect.stringMatching(/^s=[0-9a-f]{32}&api=1&$/), 1],
    ({ guest, name }) => guest.login(name, 'wrong'),
  ],
  [
    'badlogin',
    () => [board.url, expect.any(String), expect.any(Number)],
    ({ guest }) => guest.login('', 'x'),
  ],
  [
    'strikes',
    () => [board.url, expect.stringMatching(/^s=[0-9a-f]{32}&api=1&$/)],
    async ({ guest, name }) => {
      for (let tries = 0; tries < 5; tries += 1) await guest.login(name, 'wrong');
      return guest.login(name, 'wrong');
    },
  ],
  [
    'redirect_updatethanks',
    () => [],
    ({ member }) => member.call('profile_updateprofile', { usertitle: unlike() }),
  ],
  [
    'redirect_addlist_contact',
    () => ['admin'],
    ({ member }) => member.call('profile_doaddlist', { userid: 1, userlist: 'buddy' }),
  ],
  [
    'registration_complete',
    ({ name }) => [`${name} too`],
    ({ guest, name }) => guest.call('register_addmember', form(name)),
  ],
  [
    'pm_messagesent',
    () => [],
    ({ member }) =>
      member.call('private_insertpm', { title: 'x', message: unlike(), recipients: 'alice' }),
  ],
  [
    'invalid_api_signature',
    () => [expect.stringMatching(/signature/i)],
    async ({ guest }) => {
      guest.keys.secret = 'wrong';
      return guest.call('forum');
    },
  ],
  [
    'invalid_accesstoken',
    () => [expect.any(String)],
    async ({ guest }) => {
      guest.keys.token = '0'.repeat(32);
      return guest.call('forum');
    },
  ],
  ['invalidid', () => ['thread'], ({ member }) => member.call('showthread', { threadid: 999_999 })],
  ['noid', () => ['forum'], ({ member }) => member.call('forumdisplay')],
];

/** What clients compare with. */
const words: readonly (readonly [string, Ask])[] = [
  ['redirect_postthanks', post('newthread_postthread')],
  ['redirect_postthanks', post('newreply_postreply')],
  [
    'redirect_postthanks_moderate',
    async (scene) => {
      const channel = { nodeid: scene.forumid, 'options[moderate_topics]': 1 };
      const admin = await loggedIn(new Plain(board), 'admin');
      await admin.call('node.setNodeOptions', channel);
      const json = await post('newthread_postthread')(scene);
      await admin.call('node.setNodeOptions', { ...channel, 'options[moderate_topics]': 0 });
      return json;
    },
  ],
  [
    'redirect_duplicatepost',
    twice('newreply_postreply', ({ threadid, name }) => ({ threadid, message: `By ${name}` })),
  ],
  [
    'redirect_duplicatethread',
    twice('newthread_postthread', ({ forumid, name }) => ({
      ...{ forumid, subject: 'Twice' },
      message: `From ${name}`,
    })),
  ],
  ['redirect_lostpw', ({ guest }) => guest.call('login_emailpassword', { email: 'a@example.org' })],
  ['search', ({ member }) => member.call('search_process', { query: 'Topic' })],
  ['searchnoresults', ({ member }) => member.call('search_process', { query: unlike() })],
  [
    'redirect_editthanks',
    ({ member, threadid }) =>
      member.call('editpost_updatepost', { postid: threadid, message: unlike() }),
  ],
  ['pm_messagesdeleted', ({ member }) => member.call('private_confirmemptyfolder')],
  ['nopermission_loggedout', ({ guest }) => guest.call('private_messagelist')],
  [
    'nopermission_loggedin',
    ({ member, threadid }) => member.call('inlinemod_stick', { tlist: threadid }),
  ],
  [
    'threadclosed',
    async (scene) => {
      await scene.mod.call('inlinemod_close', { tlist: scene.threadid });
      return post('newreply_postreply')(scene);
    },
  ],
  [
    'redirect_inline_moved',
    ({ mod, threadid, forumid }) =>
      mod.call('inlinemod_domovethreads', { threadids: threadid, destforumid: forumid }),
  ],
  [
    'redirect_deletepost',
    ({ mod, threadid }) => mod.call('editpost_deletepost', { postid: threadid }),
  ],
];

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

async function scene(version: string): Promise<Scene> {
  const { username: name, password } = await newMember(board);
  const [guest, member] = [new Plain(board, version), new Plain(board, version)];
  await guest.init();
  await member.init();
  await member.login(name, password);
  const mod = await loggedIn(new Plain(board, version), 'mod');
  const { forumid, threadid } = await beginTopic(member);
  return { guest, member, mod, name, forumid, threadid };
}

describe.each(['', '1', '4'])('version %j', (version) => {
  test.each(lists)('tells %s as a list', async (id, args, ask) => {
    const set = await scene(version);
    const json = await ask(set);
    expect(at(json, 'response.errormessage')).toEqual([id, ...args(set)]);
  });

  test.each(words)('tells %s as a text', async (id, ask) => {
    const json = await ask(await scene(version));
    expect(text(json, 'response.errormessage')).toBe(id);
  });
});
