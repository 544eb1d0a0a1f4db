import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel } from '../support/nodes.ts';
import { appOf, idOf, newMember, refusal } from '../support/members.ts';

let board: TestBoard;
let admin: Signpost;
let addresses = 0;

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
});
beforeEach(async () => {
  await board.database.transaction((db) => db.run('delete from strikes'));
});
afterAll(async () => {
  await board.stop();
});

const password = 'a secret of theirs';

async function register(username: string, more: object = {}, app = board.guest()) {
  addresses += 1;
  const user = { username, email: `named${addresses}@example.org`, ...more };
  return app.user.save({ userid: 0, password, user });
}

async function rename(userid: number, username: string): Promise<number> {
  return admin.user.save({ userid, password: '', user: { username } });
}

async function forum(): Promise<number> {
  const row = await board.database
    .reader()
    .get<{ nodeid: number }>("select nodeid from node where title = 'Main Forum'");
  return row?.nodeid ?? 0;
}

describe('a look-alike is refused', () => {
  test.each(['aIice', 'a1ice', 'ɑlice', 'ꓮlice', 'Ꭺlice', 'аliсе', 'ALICE', 'b0b'])(
    '%s',
    async (username) => {
      expect(await refusal(register(username))).toEqual(['usernametaken', username]);
      const check = board.guest().user.checkUsername({ candidate: username });
      expect(await refusal(check)).toEqual(['usernametaken', username]);
      const member = await newMember(board);
      expect(await refusal(rename(member.userid, username))).toEqual(['usernametaken', username]);
    },
  );

  test('also of two that come at once', async () => {
    const app = board.guest();
    await app.init();
    const names = ['Twi11ight', 'Twillight', 'TwiIIight', 'Тwillight'];
    const answers = await Promise.all(names.map((name) => refusal(register(name, {}, app))));
    expect(answers.filter((answer) => Array.isArray(answer))).toHaveLength(3);
  });
});

describe('names and titles of the staff', () => {
  const names = [
    ...['Administrator', 'Moderator', 'Support', 'System', 'the admin', 'Admin 1', 'admin_42'],
    ...['TheAdministrator', 'Forum Moderator', 'M0derator', 'ᴀdmin', 'Аdministrаtor', 'AdmIn2'],
    ...['SUPPORT TEAM', 'Signpost Sandbox', 'S1gnpost sandbox'],
  ];

  test.each(names)('%s is no name for others', async (username) => {
    expect(await refusal(register(username))).toEqual(['usernameinvalid']);
    const check = board.guest().user.checkUsername({ candidate: username });
    expect(await refusal(check)).toEqual(['usernameinvalid']);
  });

  test.each(['Modesty', 'Supporter', 'Systematic', 'Badminton'])('%s is', async (username) => {
    expect(await register(username)).toBeGreaterThan(0);
  });

  test('are names for administrators to give', async () => {
    expect(await register('Support Desk', {}, admin)).toBeGreaterThan(0);
  });

  test.each([
    'Administrator',
    'Super Moderators',
    'Super  Moderator',
    'Chief administrator',
    'Signpost sandbox',
  ])('%s is no title for others', async (usertitle) => {
    expect(await refusal(register('Wants a title', { usertitle }))).toEqual([
      'invalid_data',
      expect.stringMatching(/^user\[usertitle\]: /),
    ]);
    const member = await newMember(board);
    const app = await appOf(board, member);
    const save = app.user.save({ userid: member.userid, password: '', user: { usertitle } });
    expect(await refusal(save)).toEqual([
      'invalid_data',
      expect.stringMatching(/^user\[usertitle\]: /),
    ]);
    expect(
      await admin.user.save({ userid: member.userid, password: '', user: { usertitle } }),
    ).toBe(member.userid);
  });

  test('an own title needs the right to have one', async () => {
    const set = async (bits: string): Promise<void> => {
      await board.database.transaction((db) =>
        db.run(
          `update usergroup set genericpermissions = genericpermissions ${bits} 2048 where usergroupid = 2`,
        ),
      );
      await board.running.environment.caches.forgetBoard();
    };
    const member = await newMember(board);
    const app = await appOf(board, member);
    const save = (usertitle: string) =>
      refusal(app.user.save({ userid: member.userid, password: '', user: { usertitle } }));
    await save('Wanderer');
    await set('-');
    expect(await save('Traveller')).toEqual(['no_permission']);
    expect(await refusal(register('Untitled', { usertitle: 'Traveller' }))).toEqual([
      'no_permission',
    ]);
    expect(await save('Wanderer')).toEqual({ answered: member.userid });
    expect(await save('')).toEqual({ answered: member.userid });
    await set('+');
    expect(await save('Traveller')).toEqual({ answered: member.userid });
  });
});

describe('a renamed member', () => {
  test('has one name everywhere', async () => {
    const member = await newMember(board);
    const app = await appOf(board, member);
    const parentid = await forum();
    const topic = await app.content_text.add({
      data: { parentid, title: 'Of somebody renamed', rawtext: 'One' },
    });
    await app.content_text.update({ nodeid: topic, data: { rawtext: 'Two', reason: 'better' } });
    const mod = await board.login('mod');
    await mod.node.moveNodes({
      nodeids: [topic],
      to_parent: await addChannel(admin, 'Elsewhere'),
      leaveRedirectData: { leave_redirect: true },
    });
    const username = `After ${member.userid}`;
    await rename(member.userid, username);

    expect(await namesIn(member.username)).toEqual([]);
    const node = await app.node.getNode({ nodeid: topic });
    expect([node.authorname, node.lastcontentauthor]).toEqual([username, username]);
    const [full] = Object.values(await app.node.getFullContentforNodes({ nodeList: [topic] }));
    expect(full?.content).toMatchObject({
      starterauthorname: username,
      userinfo: { username },
      editlog: { username },
    });
    await rename(member.userid, username.toUpperCase());
    expect((await app.node.getNode({ nodeid: topic })).authorname).toBe(username.toUpperCase());
  });

  test('keeps the former name from others for a year, and may take it back', async () => {
    const member = await newMember(board);
    const { username: before, userid } = member;
    await rename(userid, `Later ${userid}`);
    expect(await refusal(register(before))).toEqual(['usernametaken', before]);
    const check = board.guest().user.checkUsername({ candidate: before.toUpperCase() });
    expect(await refusal(check)).toEqual(['usernametaken', before.toUpperCase()]);
    expect(await rename(userid, before)).toBe(userid);
    await rename(userid, `Later ${userid}`);
    board.tick(366 * 86_400);
    admin = await board.login('admin');
    expect(await register(before)).toBeGreaterThan(userid);
  });

  test('frees the former name at once where the board says so', async () => {
    await board.database.transaction((db) => writeOption(db, 'formernamedays', 0));
    await board.running.environment.caches.forgetBoard();
    const { userid, username } = await newMember(board);
    await rename(userid, `Free ${userid}`);
    expect(await register(username)).toBeGreaterThan(userid);
  });

  async function namesIn(username: string): Promise<unknown[]> {
    const found = await board.database.reader().all(
      `select nodeid from node where authorname = ? or lastcontentauthor = ?
        union all select nodeid from editlog where username = ?
        union all select nodeid from postedithistory where username = ?`,
      [username, username, username, username],
    );
    return found;
  }
});

describe('a login', () => {
  test.each([
    ['İsmail', ['ismail', 'İSMAİL', 'ISMAIL']],
    ["Conan O'Brien", ['Conan O’Brien', 'conan oʼbrien']],
  ])('finds %s', async (username, others) => {
    const userid = await register(username);
    for (const name of others) {
      const login = await board.guest().user.login({ username: name, password });
      expect([name, login.userid]).toEqual([name, userid]);
    }
    for (const name of others)
      expect(await refusal(register(name))).toEqual(['usernametaken', name]);
  });

  test('takes a plain password in whatever form a keyboard sends its accents', async () => {
    for (const [index, form] of (['NFC', 'NFD'] as const).entries()) {
      const username = `Composer ${index}`;
      const secret = 'pässwörd-é';
      const user = { username, email: `composer${index}@example.org` };
      await board.guest().user.save({ userid: 0, password: secret.normalize(form), user });
      for (const typed of ['NFC', 'NFD']) {
        const login = board.guest().user.login({ username, password: secret.normalize(typed) });
        expect((await login).userid).toBe(await idOf(board, username));
      }
    }
  });
});

test('messages find their recipient by a name with a typographic apostrophe', async () => {
  const userid = await register("Siobhan O'Neill");
  const alice = await board.login('alice');
  const nodeid = await alice.content_privatemessage.add({
    data: { msgRecipients: ['Siobhan O’Neill'], title: 'Hello', rawtext: 'There' },
  });
  const rows = await board.database
    .reader()
    .all<{ userid: number }>('select userid from sentto where nodeid = ?', [nodeid]);
  expect(rows.map((row) => row.userid)).toContain(userid);
});

describe('members are found without accents', () => {
  test('by suggestion, in the list, and as authors', async () => {
    const app = await board.login('alice');
    const userid = await register('Åsmund Ødegård');
    const asmund = await appOf(board, { username: 'Åsmund Ødegård', password });
    const nodeid = await asmund.content_text.add({
      data: { parentid: await forum(), title: 'From the fjord', rawtext: 'Hello' },
    });
    const { suggestions } = await app.user.getAutocomplete({ searchStr: 'asmund od' });
    expect(suggestions.map(({ id }) => id)).toEqual([userid]);
    const { members } = await app.user.memberList({ criteria: { startswith: 'ASMUND' } });
    expect(members.map((member) => member.userid)).toEqual([userid]);
    const { results } = await app.search.getInitialResults({
      search_json: { author: 'odegard' },
    });
    expect(Object.values(results).map((node) => node.nodeid)).toEqual([nodeid]);
  });

  test('and are listed where their letter is', async () => {
    for (const name of ['Qabel', 'qäbel 2', 'Qacel']) await register(name);
    const app = await board.login('alice');
    const { members } = await app.user.memberList({ criteria: { startswith: 'qa' } });
    expect(members.map(({ username }) => username)).toEqual(['Qabel', 'qäbel 2', 'Qacel']);
  });
});

describe('an address at a domain beyond ASCII', () => {
  test('is one with its xn-- form', async () => {
    const user = { username: 'International', email: 'user@MÜNCHEN.example' };
    const userid = await board.guest().user.save({ userid: 0, password, user });
    const app = await appOf(board, { username: user.username, password });
    const ascii = 'user@xn--mnchen-3ya.example';
    expect((await app.user.fetchCurrentUserinfo()).email).toBe(ascii);
    for (const email of [ascii, 'user@münchen.example', 'user@mu\u0308nchen.example']) {
      expect(await refusal(register('Somebody second', { email }))).toEqual(['emailtaken']);
      expect(await admin.user.fetchByEmail({ email })).toMatchObject({ userid });
      expect(await board.guest().user.emailPassword({ userid: 0, email })).toEqual({
        success: true,
      });
    }
    expect(await app.user.save({ userid, password: '', user: { email: user.email } })).toBe(userid);
  });

  test.each(['mañana@example.org', '用户@例え.jp', 'user@例 え.jp', 'user@.例え'])(
    '%s is refused when mail servers would not take it',
    async (email) => {
      expect(await refusal(register('Somebody third', { email }))).toEqual(['invalidemail']);
    },
  );

  test('of a script without case is taken', async () => {
    expect(await register('Somebody fourth', { email: 'user@例え.jp' })).toBeGreaterThan(0);
  });
});
