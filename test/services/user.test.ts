import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createHash } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Signpost, UserRecord } from '../../src/client/index.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

let board: TestBoard;
let members = 0;

beforeAll(async () => {
  board = await startBoard();
});
beforeEach(async () => {
  await board.database.transaction((db) => db.run('delete from strikes'));
});
afterAll(async () => {
  await board.stop();
});

interface Member {
  readonly userid: number;
  readonly username: string;
  readonly email: string;
  readonly password: string;
}

/** Registers a member whom no other test knows. */
async function newMember(app = board.guest()): Promise<Member> {
  members += 1;
  const username = `Newcomer ${members}`;
  const email = `newcomer${members}@example.org`;
  const password = `secret of ${username}`;
  const userid = await app.user.save({ userid: 0, password, user: { username, email } });
  return { userid, username, email, password };
}

async function appOf({ username, password }: Member): Promise<Signpost> {
  const app = board.guest();
  await app.user.login({ username, password });
  return app;
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  try {
    return { answered: await call };
  } catch (error) {
    return (error as { errors?: readonly unknown[] }).errors?.[0] ?? error;
  }
}

async function idOf(username: string): Promise<number> {
  const found = await board.guest().user.fetchByUsername({ username });
  return found === false ? 0 : found.userid;
}

async function me(app: Signpost): Promise<string> {
  return (await app.user.fetchCurrentUserinfo()).username;
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

describe('logging in', () => {
  const sum = md5('alice-password');
  test.each([
    ['plain', { password: 'alice-password' }],
    ['as md5', { md5password: sum }],
    ['as md5 in capitals', { md5password: sum.toUpperCase() }],
    ['as the second md5', { md5password: md5('wrong'), md5password_utf: sum }],
  ])('takes the password %s', async (_, passwords) => {
    for (const method of ['login', 'login2'] as const) {
      const app = board.guest();
      const given = method === 'login' ? passwords : { passwords };
      const result = (await app.call(`user.${method}`, { username: 'ALICE', ...given })) as object;
      expect(result).toMatchObject({ userid: await idOf('alice') });
      expect(result).toHaveProperty('sessionhash', expect.stringMatching(/^[0-9a-f]{32}$/));
      expect(await me(app)).toBe('alice');
    }
  });

  test('keeps the access token', async () => {
    const app = board.guest();
    await app.init();
    const before = app.session;
    await app.user.login({ username: 'alice', password: 'alice-password' });
    expect(app.session).toEqual({ ...before, member: true });
  });

  test('fails alike for a wrong password, a wrong name and no password, and counts', async () => {
    const app = board.guest();
    const wrong = refusal(app.user.login({ username: 'alice', password: 'wrong' }));
    expect(await wrong).toEqual(['badlogin', 1, 5]);
    expect(await refusal(app.user.login({ username: 'alice' }))).toEqual(['badlogin', 2, 5]);
    const nobody = refusal(app.user.login({ username: 'nobody', password: 'wrong' }));
    expect(await nobody).toEqual(['badlogin', 1, 5]);
    expect(await me(app)).toBe('Guest');
  });

  test('is locked for 15 minutes after five failures, even for the right password', async () => {
    const app = board.guest();
    for (let tries = 0; tries < 5; tries += 1)
      await refusal(app.user.login({ username: 'bob', password: 'wrong' }));
    const right = { username: 'bob', password: 'bob-password' };
    expect(await refusal(board.guest().user.login(right))).toEqual(['strikes', 15]);
    board.tick(15 * 60);
    expect((await app.user.login(right)).userid).toBe(await idOf('bob'));
  });

  test('forgets the failures', async () => {
    const app = board.guest();
    for (const round of [1, 2]) {
      for (let tries = 1; tries < 5; tries += 1) {
        const failed = refusal(app.user.login({ username: 'alice', password: `wrong ${round}` }));
        expect(await failed).toEqual(['badlogin', tries, 5]);
      }
      await app.user.login({ username: 'alice', password: 'alice-password' });
    }
  });

  test('renews the hash of an imported member', async () => {
    const member = await newMember();
    const token = `${md5(`${md5('from version 4')}s1t`)} s1t`;
    const { userid } = member;
    const old = { token, scheme: 'legacy' };
    await board.database.transaction((db) => db.run(db.knex('user').where({ userid }).update(old)));
    for (const round of [1, 2]) {
      const app = await appOf({ ...member, password: 'from version 4' });
      expect([round, await me(app)]).toEqual([round, member.username]);
    }
    const kept = await board.database
      .reader()
      .get('select scheme from "user" where userid = ?', [userid]);
    expect(kept).toEqual({ scheme: 'argon2id' });
  });

  test('to the control panel is for administrators', async () => {
    const app = board.guest();
    const login = (username: string, logintype: string): Promise<object> =>
      app.user.login({ username, password: `${username}-password`, logintype });
    expect(await login('alice', 'cplogin')).not.toHaveProperty('cpsessionhash');
    expect(await login('admin', '')).not.toHaveProperty('cpsessionhash');
    expect(await login('admin', 'cplogin')).toHaveProperty('cpsessionhash');
    expect(await login('admin', 'modcplogin')).toHaveProperty('cpsessionhash');
  });

  test('is possible for a banned member', async () => {
    const login = board.guest().user.login({ username: 'mallory', password: 'mallory-password' });
    expect((await login).userid).toBe(await idOf('mallory'));
  });
});

describe('logging out', () => {
  test('gives a new guest token, and the old one is a guest until ten minutes later', async () => {
    const app = await board.login('alice');
    const session = app.session;
    const old = board.guest({ session });
    const result = await app.user.logout();
    expect(result.success).toBe(true);
    expect(result.apiaccesstoken).toMatch(/^[0-9a-f]{32}$/);
    expect(result.apiaccesstoken).not.toBe(session?.token);
    expect(await me(app)).toBe('Guest');
    expect(await me(old)).toBe('Guest');
  });
});

describe('a record', () => {
  const everybody = {
    username: 'alice',
    displayname: 'alice',
    usergroupid: 2,
    usertitle: 'Member',
    lang_options: undefined,
    email: undefined,
    securitytoken: undefined,
  };

  test('of the caller has what is his own', async () => {
    const app = await board.login('alice');
    const own = await app.user.fetchCurrentUserinfo();
    expect(own).toMatchObject({ username: 'alice', is_admin: false, can_use_sitebuilder: false });
    expect(own.email).toContain('@example.org');
    expect(own.securitytoken).toMatch(/^\d+-[0-9a-f]{40}$/);
    expect(own.logouthash).toBe(own.securitytoken);
    expect(await app.user.fetchUserinfo()).toMatchObject({ userid: own.userid });
  });

  test('of a guest', async () => {
    expect(await board.guest().user.fetchCurrentUserinfo()).toMatchObject({
      userid: 0,
      username: 'Guest',
      usergroupid: 1,
      securitytoken: 'guest',
      logouthash: 'guest',
      is_admin: false,
    });
  });

  test('of another member has no more than everybody may know', async () => {
    const userid = await idOf('alice');
    for (const app of [board.guest(), await board.login('bob')]) {
      const record = (await app.user.fetchUserinfo({ userid })) as UserRecord;
      expect({ ...everybody, ...record }).toEqual({ ...record, ...everybody });
      expect(Object.keys(record).sort()).toEqual(
        [
          ...[
            'avatarid',
            'avatarpath',
            'displaygroupid',
            'displayname',
            'displayusertitle',
            'joindate',
          ],
          ...[
            'lastactivity',
            'membergroupids',
            'posts',
            'rank',
            'rankicon',
            'rankid',
            'ranktitle',
            'reputation',
            'status',
            'userid',
          ],
          ...['usergroupid', 'username', 'usertitle'],
        ].sort(),
      );
    }
  });

  test('tells an administrator the address, but nobody a secret', async () => {
    const admin = await board.login('admin');
    const record = await admin.user.fetchUserinfo({ userid: await idOf('alice') });
    expect(record).toHaveProperty('email');
    for (const secret of ['token', 'scheme', 'ipaddress', 'usernamekey', 'emailkey'])
      expect(record).not.toHaveProperty(secret);
    expect(record).not.toHaveProperty('securitytoken');
  });

  test('is false when there is no such member', async () => {
    const { user } = board.guest();
    expect(await user.fetchUserinfo({ userid: 999_999 })).toBe(false);
    expect(await user.fetchByUsername({ username: 'nobody' })).toBe(false);
  });

  test('is found by address by its owner and by administrators only', async () => {
    const member = await newMember();
    const email = member.email.toUpperCase();
    const bob = await board.login('bob');
    expect(await board.guest().user.fetchByEmail({ email })).toBe(false);
    expect(await bob.user.fetchByEmail({ email })).toBe(false);
    const { userid } = member;
    expect(await (await appOf(member)).user.fetchByEmail({ email })).toMatchObject({ userid });
    const admin = await board.login('admin');
    expect(await admin.user.fetchByEmail({ email })).toMatchObject({ userid });
  });

  test('does not tell others when an invisible member was here', async () => {
    const member = await newMember();
    const app = await appOf(member);
    const { userid } = member;
    await app.user.save({ userid, password: '', options: { invisible: '1' } });
    expect(await app.user.fetchUserinfo({ userid })).toHaveProperty('lastactivity');
    expect(await board.guest().user.fetchUserinfo({ userid })).not.toHaveProperty('lastactivity');
  });

  test('keeps every switch that is changed, of many at once', async () => {
    const member = await newMember();
    const app = await appOf(member);
    const { userid } = member;
    const bits = { invisible: 512, showemail: 256, moderatefollowers: 67_108_864, dstonoff: 128 };
    const names = Object.keys(bits);
    const change = (name: string, value: string): Promise<number> =>
      app.user.save({ userid, password: '', options: { [name]: value } });
    for (const value of ['1', '0']) {
      let saved: Promise<unknown> = Promise.resolve();
      // who writes first holds the others up, which have read by then
      await board.database.transaction(async (db) => {
        await db.run('update "user" set lastpost = lastpost where userid = ?', [userid]);
        saved = Promise.all(names.map((name) => change(name, value)));
        await setTimeout(500);
      });
      await saved;
      const row = await board.database
        .reader()
        .get<{ options: number }>('select options from "user" where userid = ?', [userid]);
      const on = Object.entries(bits).filter(([, bit]) => ((row?.options ?? 0) & bit) !== 0);
      expect(on.map(([name]) => name)).toEqual(value === '1' ? names : []);
    }
  });
});

describe('a username', () => {
  test('is told by id', async () => {
    const { user } = board.guest();
    expect(await user.fetchUserName({ userid: await idOf('alice') })).toBe('alice');
    expect(await user.fetchUserName({ userid: 0 })).toBe('Guest');
    const missing = refusal(user.fetchUserName({ userid: 999_999 }));
    expect(await missing).toEqual(['invalid_user_specified']);
  });

  test.each([
    ['Somebody New', { answered: true }],
    ['ALICE', ['usernametaken', 'ALICE']],
    ['аliсе', ['usernametaken', 'аliсе']],
    ['ab', ['usernametooshort', 3]],
    ['x'.repeat(26), ['usernametoolong', 25]],
    ['Guest', ['usernameinvalid']],
    ['one;two', ['usernameinvalid']],
  ])('%s is checked', async (candidate, expected) => {
    expect(await refusal(board.guest().user.checkUsername({ candidate }))).toEqual(expected);
  });
});

describe('registering', () => {
  test('makes a member who can log in, with plain password or md5', async () => {
    const member = await newMember();
    expect(await me(await appOf(member))).toBe(member.username);
    const user = { username: 'Summed', email: 'summed@example.org' };
    await board.guest().user.save({ userid: 0, password: md5('my own secret'), user });
    const app = board.guest();
    await app.user.login({ username: 'summed', password: 'my own secret' });
    expect(await app.user.fetchCurrentUserinfo()).toMatchObject({ ...user, usergroupid: 2 });
  });

  const good = { username: 'Wanted', email: 'wanted@example.org' };
  test.each([
    ['a taken name', { ...good, username: 'Alice' }, {}, ['usernametaken', 'Alice']],
    ['a taken address', { ...good, email: 'MEMBER1@example.org' }, {}, ['emailtaken']],
    ['no name', { email: good.email }, {}, ['usernametooshort', 3]],
    ['no address', { username: good.username }, {}, ['invalidemail']],
    ['a broken address', { ...good, email: 'a@b.org\r\nBcc: c@d.org' }, {}, ['invalidemail']],
    ['a short password', good, { password: 'short' }, ['passwordinvalid', 8]],
    ['no password', good, { password: '' }, ['passwordinvalid', 8]],
    ['the md5 of no password', good, { password: md5('') }, ['passwordinvalid', 8]],
    ['a usergroup', { ...good, usergroupid: 6 }, {}, ['no_permission']],
    ['more usergroups', { ...good, membergroupids: [6] }, {}, ['no_permission']],
    ...(
      [
        ['birthday', '31.12.1990', 'it must be MM-DD-YYYY, or empty'],
        ['birthday', '02-29-2001', 'there is no such day, or it is yet to come'],
        ['birthday', '06-31-0000', 'there is no such day, or it is yet to come'],
        ['birthday', '01-01-1850', 'there is no such day, or it is yet to come'],
        ['birthday', '01-01-2099', 'there is no such day, or it is yet to come'],
        ['showbirthday', 3, 'it must be 0, 1 or 2'],
        ['languageid', 99, 'it must be one of 0, 1, 2'],
        ['timezoneoffset', '15', 'it must be hours from -12 to 14, such as -3.5'],
        ['timezoneoffset', '-12.5', 'it must be hours from -12 to 14, such as -3.5'],
      ] as const
    ).map(
      ([name, value, must]) =>
        [
          `the ${name} ${value}`,
          { ...good, [name]: value },
          {},
          ['invalid_data', `user[${name}]: ${must}`],
        ] as const,
    ),
  ])('with %s is refused', async (_, user, more, expected) => {
    const params = { userid: 0, password: 'long enough', ...more, user };
    expect(await refusal(board.guest().user.save(params))).toEqual(expected);
    expect(await board.guest().user.fetchByUsername({ username: 'Wanted' })).toBe(false);
  });

  test('is for guests and administrators', async () => {
    const bob = await board.login('bob');
    expect(await refusal(newMember(bob))).toEqual(['no_permission']);
    expect((await newMember(await board.login('admin'))).userid).toBeGreaterThan(0);
  });

  test('many times at once with the same name makes one member', async () => {
    const app = board.guest();
    await app.init();
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const user = { username: 'Racer', email: `racer${index}@example.org` };
        return refusal(app.user.save({ userid: 0, password: 'long enough', user }));
      }),
    );
    const taken = answers.filter((answer) => Array.isArray(answer));
    expect(taken).toEqual(Array.from({ length: 5 }, () => ['usernametaken', 'Racer']));
  });
});

describe('the own profile', () => {
  test('takes back what was read, and changes what differs', async () => {
    const member = await newMember();
    const app = await appOf(member);
    const { userid } = member;
    const { username, email = '', usergroupid } = await app.user.fetchCurrentUserinfo();
    const read = { username, email, usergroupid, membergroupids: [] };
    const changes = { usertitle: 'Wanderer', birthday: '02-29-2000', timezoneoffset: '-3.5' };
    expect(await app.user.save({ userid, password: '', user: { ...read, ...changes } })).toBe(
      userid,
    );
    expect(await app.user.fetchCurrentUserinfo()).toMatchObject({ username, email, ...changes });
  });

  test.each([
    ['username', { username: 'Somebody else' }],
    ['usergroup', { usergroupid: 6 }],
    ['usergroup shown', { displaygroupid: 6 }],
    ['usergroups', { membergroupids: [6] }],
  ])('keeps its %s', async (_, user) => {
    const member = await newMember();
    const { userid, password } = member;
    const app = await appOf(member);
    expect(await refusal(app.user.save({ userid, password, user }))).toEqual(['no_permission']);
  });

  test('gets another address by the current password only', async () => {
    const member = await newMember();
    const { userid, password } = member;
    const app = await appOf(member);
    const user = { email: `other.${member.email}` };
    const save = (params: object): Promise<unknown> =>
      refusal(app.user.save({ userid, password: '', user, ...params }));
    expect(await save({})).toEqual(['badpassword']);
    expect(await save({ password: 'wrong' })).toEqual(['badpassword']);
    expect(await save({ extra: { password: 'wrong' } })).toEqual(['badpassword']);
    expect(await save({ password })).toEqual({ answered: userid });
    expect((await app.user.fetchCurrentUserinfo()).email).toBe(user.email);
    const again = { user: {}, extra: { password, email: member.email } };
    expect(await save(again)).toEqual({ answered: userid });
    expect((await app.user.fetchCurrentUserinfo()).email).toBe(member.email);
  });

  test('cannot be guessed at more often than a login', async () => {
    const member = await newMember();
    const { userid, password } = member;
    const app = await appOf(member);
    const user = { email: `other.${member.email}` };
    for (let tries = 0; tries < 5; tries += 1)
      await refusal(app.user.save({ userid, password: `wrong ${tries}`, user }));
    expect(await refusal(app.user.save({ userid, password, user }))).toEqual(['strikes', 15]);
    expect(await refusal(appOf(member))).toEqual(['strikes', 15]);
  });

  test.each([
    ['extra[newpass]', (old: string) => ({ extra: { password: old, newpass: 'brand new one' } })],
    ['password', (old: string) => ({ password: 'brand new one', extra: { password: old } })],
  ])('gets a new password in %s, which ends the other sessions', async (_, params) => {
    const member = await newMember();
    const { userid, password } = member;
    const [app, other] = [await appOf(member), await appOf(member)];
    const wrong = app.user.save({ userid, password: '', ...params('wrong') });
    expect(await refusal(wrong)).toEqual(['badpassword']);
    await app.user.save({ userid, password: '', ...params(password) });
    expect(await me(app)).toBe(member.username);
    expect(await me(other)).toBe('Guest');
    expect(await refusal(appOf(member))).toEqual(['badlogin', 1, 5]);
    expect(await me(await appOf({ ...member, password: 'brand new one' }))).toBe(member.username);
  });
});

describe("another's profile", () => {
  test('is closed to guests and members', async () => {
    const { userid } = await newMember();
    const change = { userid, password: '', user: { usertitle: 'Fool' } };
    const guest = board.guest();
    expect(await refusal(guest.user.save(change))).toEqual(['not_logged_no_permission']);
    const bob = await board.login('bob');
    expect(await refusal(bob.user.save(change))).toEqual(['no_permission']);
  });

  test('is open to administrators, who need no password of the member', async () => {
    const member = await newMember();
    const app = await appOf(member);
    const admin = await board.login('admin');
    const { userid } = member;
    const user = { username: `Renamed ${userid}`, usergroupid: 5, membergroupids: [2] };
    await admin.user.save({ userid, password: 'set by the admin', user });
    expect(await me(app)).toBe('Guest');
    const renamed = await appOf({ ...member, ...user, password: 'set by the admin' });
    expect(await renamed.user.fetchCurrentUserinfo()).toMatchObject({
      username: user.username,
      usergroupid: 5,
      membergroupids: '2',
    });
    expect(await me(admin)).toBe('admin');
  });

  test('cannot be put into a usergroup that does not exist', async () => {
    const { userid } = await newMember();
    const admin = await board.login('admin');
    for (const [name, value] of [
      ['usergroupid', 4711],
      ['displaygroupid', 4711],
      ['membergroupids', [4711]],
    ] as const) {
      const save = admin.user.save({ userid, password: '', user: { [name]: value } });
      expect(await refusal(save)).toEqual([
        'invalid_data',
        `user[${name}]: there is no usergroup 4711`,
      ]);
    }
    const nobody = admin.user.save({ userid: 999_999, password: '' });
    expect(await refusal(nobody)).toEqual(['invalid_user_specified']);
  });
});

test('a board that takes no new members says so', async () => {
  const closed = await startBoard();
  try {
    await closed.database.transaction((db) => writeOption(db, 'allowregistration', 0));
    await closed.running.environment.caches.forgetBoard();
    const user = { username: 'Too late', email: 'late@example.org' };
    const save = closed.guest().user.save({ userid: 0, password: 'long enough', user });
    expect(await refusal(save)).toEqual(['registration_closed']);
  } finally {
    await closed.stop();
  }
});
