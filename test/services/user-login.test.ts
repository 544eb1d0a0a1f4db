import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Member, appOf, newMember, refusal } from '../support/members.ts';
import { addChannel, post } from '../support/nodes.ts';

let board: TestBoard;

beforeAll(async () => {
  board = await startBoard();
});
beforeEach(async () => {
  await board.database.transaction((db) => db.run('delete from strikes'));
});
afterAll(async () => {
  await board.stop();
});

async function tokenOf({ username, password }: Member): Promise<string> {
  return (await board.guest().user.login({ username, password })).password;
}

describe('the token that a login hands out', () => {
  test('stands for the password in later logins, in each of its ways', async () => {
    const member = await newMember(board);
    const token = await tokenOf(member);
    expect(token).toMatch(/^[0-9a-f]{32}$/);
    const { username, userid } = member;
    for (const way of ['password', 'md5password', 'md5password_utf'] as const) {
      const again = await board.guest().user.login({ username, [way]: token });
      expect(again).toMatchObject({ userid, password: token });
      const second = await board.guest().user.login2({ username, passwords: { [way]: token } });
      expect(second).toMatchObject({ userid, password: token });
    }
    const other = await newMember(board);
    const stolen = board.guest().user.login({ username: other.username, password: token });
    expect(await refusal(stolen)).toEqual(['badlogin', 1, 5]);
  });

  test('is kept as a hash', async () => {
    const token = await tokenOf(await newMember(board));
    const rows = await board.database.reader().all<object>('select * from remembertoken');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  test('ends half a year after its last use', async () => {
    const member = await newMember(board);
    const token = await tokenOf(member);
    for (const days of [170, 170]) {
      board.tick(days * 86_400);
      await appOf(board, { ...member, password: token });
    }
    board.tick(181 * 86_400);
    expect(await refusal(appOf(board, { ...member, password: token }))).toEqual(['badlogin', 1, 5]);
  });

  test.each([
    [
      'a new password',
      async (member: Member) => {
        const app = await appOf(board, member);
        const extra = { password: member.password, newpass: 'brand new one' };
        await app.user.save({ userid: member.userid, password: '', extra });
      },
    ],
    [
      'a password by an administrator',
      async ({ userid }: Member) => {
        const admin = await board.login('admin');
        await admin.user.save({ userid, password: 'set by the admin' });
      },
    ],
    [
      'a logout everywhere',
      async (member: Member) => {
        await (await appOf(board, member)).user.logoutAllDevices();
      },
    ],
  ])('ends with %s', async (_, end) => {
    const member = await newMember(board);
    const token = await tokenOf(member);
    await end(member);
    expect(await refusal(appOf(board, { ...member, password: token }))).toEqual(['badlogin', 1, 5]);
  });

  test('is one of thirty', async () => {
    const member = await newMember(board);
    const first = await tokenOf(member);
    for (let index = 0; index < 30; index += 1) {
      board.tick(1);
      await tokenOf(member);
    }
    expect(await refusal(appOf(board, { ...member, password: first }))).toEqual(['badlogin', 1, 5]);
    const row = await board.database
      .reader()
      .get('select count(*) as count from remembertoken where userid = ?', [member.userid]);
    expect(row).toEqual({ count: 30 });
  });
});

describe('a new password of the own account', () => {
  test('is refused without the current one, and never passed over', async () => {
    const member = await newMember(board);
    const { userid, password } = member;
    const app = await appOf(board, member);
    const alone = app.user.save({ userid, password: 'meant as the new one' });
    expect(await refusal(alone)).toEqual(['badpassword']);
    const user = { birthday: '02-03-1990' };
    const beside = app.user.save({ userid, password: 'meant as the new one', user });
    expect(await refusal(beside)).toEqual(['badpassword']);
    expect((await app.user.fetchCurrentUserinfo()).birthday).toBe('');
    expect(await app.user.save({ userid, password, user })).toBe(userid);
    expect((await app.user.fetchCurrentUserinfo()).birthday).toBe(user.birthday);
  });
});

describe('the last visit', () => {
  test('ends fifteen minutes after the last call, however many logins it had', async () => {
    const member = await newMember(board);
    const admin = await board.login('admin');
    const channel = await addChannel(admin, 'Visited');
    await appOf(board, member);
    const left = board.now();
    board.tick(3_600);
    const topic = await post(await board.login('alice'), channel, 'While away');
    for (let login = 0; login < 3; login += 1) {
      const app = board.guest();
      const { username, password } = member;
      const { lastvisit } = await app.user.login({ username, password });
      expect(Math.abs(lastvisit - left)).toBeLessThan(10);
      const { results } = await app.search.getInitialResults({
        search_json: { channel, date: { from: 'lastVisit' } },
      });
      expect(Object.values(results).map(({ nodeid }) => nodeid)).toEqual([topic]);
      board.tick(60);
    }
  });

  test('of a member who stays logged in is told by calls', async () => {
    const member = await newMember(board);
    const app = await appOf(board, member);
    const admin = await board.login('admin');
    const channel = await addChannel(admin, 'Visited by calls');
    board.tick(600);
    await app.user.fetchCurrentUserinfo();
    await flushed(member.userid, board.now());
    const left = board.now();
    board.tick(3_600);
    const topic = await post(await board.login('alice'), channel, 'While the app slept');
    for (let call = 0; call < 3; call += 1) {
      const { results } = await app.search.getInitialResults({
        search_json: { channel, date: { from: 'lastVisit' } },
      });
      expect(Object.values(results).map(({ nodeid }) => nodeid)).toEqual([topic]);
      await flushed(member.userid, board.now());
      const { lastvisit = 0 } = await app.user.fetchCurrentUserinfo();
      expect(Math.abs(lastvisit - left)).toBeLessThan(10);
      board.tick(70);
    }
  });

  /** Visits are written a little after the call. */
  async function flushed(userid: number, now: number): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      const row = await board.database
        .reader()
        .get<{ lastactivity: number }>('select lastactivity from "user" where userid = ?', [
          userid,
        ]);
      if ((row?.lastactivity ?? 0) >= now - 5) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error('the visit was not written');
  }
});
