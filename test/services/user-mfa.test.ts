import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { TOTP } from 'otpauth';
import type { Signpost } from '../../src/client/index.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, type Member, newMember, refusal } from '../support/members.ts';

let board: TestBoard;
let admin: Signpost;

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
});
beforeEach(async () => {
  await board.database.transaction(async (db) => {
    await db.run('delete from throttle');
    await db.run('delete from strikes');
  });
  // Each test begins with a code's 30 seconds: they would end within it now and then
  board.tick(150 - (board.now() % 30));
});
afterAll(async () => {
  await board.stop();
});

/** The code of a secret now, or so many steps later. */
function code(secret: string, steps = 0): string {
  return new TOTP({ secret }).generate({ timestamp: (board.now() + steps * 30) * 1000 });
}

interface Protected extends Member {
  readonly app: Signpost;
  readonly secret: string;
}

/** A member who has switched codes on, a while ago. */
async function protectedMember(): Promise<Protected> {
  const member = await newMember(board);
  const { password } = member;
  const app = await appOf(board, member);
  const { secret } = await app.user.resetMfaSecret({ password });
  await app.user.enableMfa({ password, mfa_authcode: code(secret) });
  board.tick(60);
  return { ...member, app, secret };
}

function login(member: Member, mfa_authcode?: string, app = board.guest()): Promise<unknown> {
  const { username, password } = member;
  const extraAuthInfo = mfa_authcode === undefined ? {} : { mfa_authcode };
  return refusal(app.user.login2({ username, passwords: { password }, extraAuthInfo }));
}

const in15 = ['strikes', 15];

describe('authentication codes', () => {
  test('are switched on by a first code, and then every login asks for one', async () => {
    const member = await newMember(board);
    const { userid, username, password } = member;
    const app = await appOf(board, member);
    const { secret, url } = await app.user.resetMfaSecret({ password });
    expect(url).toMatch(/^otpauth:\/\/totp\//);
    expect(url).toContain(secret);
    expect(await app.user.needMFA({ logintype: '' })).toEqual({ enabled: false });
    expect(await login(member)).toHaveProperty('answered');
    await app.user.enableMfa({ password, mfa_authcode: code(secret) });
    expect(await app.user.needMFA({ logintype: '' })).toEqual({ enabled: true });
    expect(await app.user.isMfaEnabled({ userid })).toBe(true);
    board.tick(60);
    expect(await login(member)).toEqual(['mfa_required']);
    expect(await refusal(board.guest().user.login({ username, password }))).toEqual([
      'mfa_required',
    ]);
    const mine = board.guest();
    expect(
      await login(member, ` ${code(secret).slice(0, 3)} ${code(secret).slice(3)} `, mine),
    ).toMatchObject({ answered: { userid } });
    expect(await mine.user.fetchCurrentUserinfo()).toMatchObject({ userid });
    board.tick(60);
    const byId = {
      userid,
      passwords: { password },
      extraAuthInfo: { mfa_authcode: code(secret) },
    };
    expect(await board.guest().user.loginSpecificUser(byId)).toMatchObject({ userid });
  });

  test('are good once, also for two at the same time, a step early or late', async () => {
    const member = await protectedMember();
    const now = code(member.secret);
    const apps = [board.guest(), board.guest()];
    await Promise.all(apps.map((app) => app.init()));
    const both = await Promise.all(apps.map((app) => login(member, now, app)));
    expect(both.filter((answer) => !Array.isArray(answer))).toHaveLength(1);
    expect(await login(member, now)).toEqual(['mfa_invalid']);
    expect(await login(member, code(member.secret, -1))).toEqual(['mfa_invalid']);
    expect(await login(member, code(member.secret, 1))).toHaveProperty('answered');
    board.tick(300);
    expect(await login(member, code(member.secret, -1))).toHaveProperty('answered');
    expect(await login(member, code(member.secret, 2))).toEqual(['mfa_invalid']);
  });

  test('are guessed at no more than five times in 15 minutes', async () => {
    const member = await protectedMember();
    const right = code(member.secret);
    const wrong = right === '000000' ? '111111' : '000000';
    for (const guess of [wrong, '', 'abcdef', '12345', wrong, '1234567', wrong]) {
      const expected = guess === '' ? ['mfa_required'] : ['mfa_invalid'];
      const answer = await login(member, guess);
      if ((answer as unknown[])[0] !== 'strikes') expect(answer).toEqual(expected);
    }
    expect(await login(member, right)).toEqual(in15);
    board.tick(15 * 60);
    expect(await login(member, code(member.secret))).toHaveProperty('answered');
  });

  test('do not stand in for the password', async () => {
    const member = await protectedMember();
    const wrong = { ...member, password: 'not the password' };
    expect(await login(wrong, code(member.secret))).toEqual(['badlogin', 1, 5]);
    expect(await login(wrong)).toEqual(['badlogin', 2, 5]);
  });

  test('get a new secret only with a code of the former one, which goes on until then', async () => {
    const member = await protectedMember();
    const { app, password, secret } = member;
    const reset = (mfa_authcode?: string): Promise<unknown> =>
      refusal(app.user.resetMfaSecret({ password, ...(mfa_authcode && { mfa_authcode }) }));
    expect(await reset()).toEqual(['mfa_required']);
    expect(await reset('000000')).toEqual(['mfa_invalid']);
    const mfa_authcode = code(secret);
    const fresh = await app.user.resetMfaSecret({ password, mfa_authcode });
    expect(fresh.secret).not.toBe(secret);
    board.tick(60);
    expect(await login(member, code(fresh.secret))).toEqual(['mfa_invalid']);
    expect(await login(member, code(secret))).toHaveProperty('answered');
    await app.user.enableMfa({ password, mfa_authcode: code(fresh.secret) });
    board.tick(60);
    expect(await login(member, code(secret))).toEqual(['mfa_invalid']);
    expect(await login(member, code(fresh.secret))).toHaveProperty('answered');
  });

  test('need the password, and a secret', async () => {
    const member = await newMember(board);
    const { password } = member;
    const app = await appOf(board, member);
    const mfa_authcode = '123456';
    const enable = (params: { password: string }): Promise<unknown> =>
      refusal(app.user.enableMfa({ ...params, mfa_authcode }));
    expect(await enable({ password })).toEqual(['mfa_not_prepared']);
    await app.user.resetMfaSecret({ password });
    expect(await enable({ password: 'wrong' })).toEqual(['badpassword']);
    expect(await enable({ password })).toEqual(['mfa_invalid']);
    expect(await refusal(app.user.resetMfaSecret({ password: '' }))).toEqual(['badpassword']);
    const guest = board.guest().user.resetMfaSecret({ password });
    expect(await refusal(guest)).toEqual(['not_logged_no_permission']);
  });

  test('are switched off and on by administrators only', async () => {
    const member = await protectedMember();
    const { app, userid, secret } = member;
    const off = { userid, enabled: false };
    expect(await refusal(app.user.setMfaEnabled(off))).toEqual(['no_permission']);
    const guest = board.guest();
    expect(await refusal(guest.user.setMfaEnabled(off))).toEqual(['not_logged_no_permission']);
    expect(await admin.user.setMfaEnabled(off)).toBe(true);
    expect(await admin.user.isMfaEnabled({ userid })).toBe(false);
    expect(await login(member)).toHaveProperty('answered');
    expect(await admin.user.setMfaEnabled({ userid, enabled: true })).toBe(true);
    expect(await login(member)).toEqual(['mfa_required']);
    expect(await login(member, code(secret))).toHaveProperty('answered');
    const plain = { userid: (await newMember(board)).userid, enabled: true };
    expect(await refusal(admin.user.setMfaEnabled(plain))).toEqual(['mfa_not_prepared']);
    const nobody = { userid: 999_999, enabled: true };
    expect(await refusal(admin.user.setMfaEnabled(nobody))).toEqual(['invalid_user_specified']);
  });

  test('are nobody else’s business', async () => {
    const { userid } = await protectedMember();
    const bob = await board.login('bob');
    expect(await refusal(bob.user.isMfaEnabled({ userid }))).toEqual(['no_permission']);
    const guest = board.guest();
    expect(await refusal(guest.user.isMfaEnabled({ userid }))).toEqual([
      'not_logged_no_permission',
    ]);
    expect(await guest.user.needMFA({ logintype: 'cplogin' })).toEqual({ enabled: true });
    expect(await refusal(guest.call('user.needMFA', { logintype: 'other' }))).toEqual([
      'invalid_parameter',
      'logintype',
      expect.any(String),
    ]);
  });
});

test('a login by an unknown id fails like one by an unknown name', async () => {
  const login = board
    .guest()
    .user.loginSpecificUser({ userid: 999_999, passwords: { password: 'x' } });
  expect(await refusal(login)).toEqual(['badlogin', 1, 5]);
});

test('a board without authentication codes asks for none', async () => {
  const member = await protectedMember();
  await board.database.transaction((db) => writeOption(db, 'enablemfa', 0));
  await board.running.environment.caches.forgetBoard();
  expect(await login(member)).toHaveProperty('answered');
  expect(await board.guest().user.needMFA({ logintype: '' })).toEqual({ enabled: false });
  const { app, password } = member;
  expect(await refusal(app.user.resetMfaSecret({ password }))).toEqual(['mfa_disabled']);
});
