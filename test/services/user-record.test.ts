import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { UserRecord } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, idOf, newMember } from '../support/members.ts';

let board: TestBoard;
beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe("the caller's own record", () => {
  test('has the fields of the manual', async () => {
    const app = await board.login('alice');
    const own = await app.user.fetchCurrentUserinfo();
    expect(own).toMatchObject({
      ...{ displaygroupid: 2, logintype: 'vb', lang_options: { direction: true, dirmark: false } },
      ...{ saved_languageid: 0, realstyleid: 0, maxposts_calculated: 20 },
      ...{ parentemail: '', fbname: '', fbjoindate: 0 },
      ...{ passworddate: expect.any(Number), can_use_sitebuilder: false },
    });
    expect(own.securitytoken?.endsWith(`-${own.securitytoken_raw ?? '?'}`)).toBe(true);
    const admin = await (await board.login('admin')).user.fetchCurrentUserinfo();
    expect(admin).toMatchObject({ displaygroupid: 6, can_use_sitebuilder: true });
  });

  test('can be sent back as it was read', async () => {
    const app = await board.login('alice');
    const own = await app.user.fetchCurrentUserinfo();
    const { userid, username, email = '', usergroupid, displaygroupid, showbirthday = 9 } = own;
    const user = { username, email, usergroupid, displaygroupid, showbirthday };
    expect(await app.user.save({ userid, password: '', user })).toBe(userid);
  });
});

describe('an option of a record', () => {
  const read = async (name: string, option: string[]): Promise<UserRecord> => {
    const userid = await idOf(board, 'alice');
    const app = name === '' ? board.guest() : await board.login(name);
    return (await app.user.fetchUserinfo({ userid, option })) as UserRecord;
  };

  test('avatarinfo tells the avatar', async () => {
    const record = await read('', ['avatarinfo']);
    expect(record).toMatchObject({ hascustomavatar: 0, avatarurl: record.avatarpath });
    expect(await read('', [])).not.toHaveProperty('hascustomavatar');
  });

  test('isfriend tells whether the caller follows the member', async () => {
    expect(await read('', ['isfriend'])).toMatchObject({ isfriend: 0 });
    expect(await read('bob', ['isfriend'])).toMatchObject({ isfriend: 0 });
    const bob = await board.login('bob');
    await bob.follow.add({ follow_item: await idOf(board, 'alice') });
    expect(await read('bob', ['isfriend'])).toMatchObject({ isfriend: 1 });
    const byName = await bob.user.fetchByUsername({ username: 'alice', option: ['isfriend'] });
    expect(byName).toMatchObject({ isfriend: 1 });
  });

  test('admin tells the rights, to administrators', async () => {
    expect(await read('bob', ['admin'])).not.toHaveProperty('adminpermissions');
    expect(await read('admin', ['admin'])).toMatchObject({ adminpermissions: 0 });
  });
});

test.each([
  [0, '02-29-2000', undefined],
  [1, '02-29-2000', '02-29-0000'],
  [2, '02-29-2000', '02-29-2000'],
  [2, '02-29-0000', '02-29-0000'],
] as const)('with showbirthday %i others see of %s: %s', async (showbirthday, birthday, shown) => {
  const member = await newMember(board);
  const { userid } = member;
  const app = await appOf(board, member);
  await app.user.save({ userid, password: '', user: { birthday, showbirthday } });
  expect((await app.user.fetchCurrentUserinfo()).birthday).toBe(birthday);
  for (const [name, seen] of [
    ['bob', shown],
    ['admin', birthday],
  ] as const) {
    const reader = await board.login(name);
    expect((await reader.user.fetchProfileInfo({ userid })).birthday).toBe(seen);
  }
});

test('birthdays are those of today that members show', async () => {
  const today = new Date(board.now() * 1000).toISOString();
  const birthday = `${today.slice(5, 10)}-2000`;
  const shown: Record<number, object> = {};
  for (const showbirthday of [0, 1, 2]) {
    const member = await newMember(board);
    const { userid, username } = member;
    const app = await appOf(board, member);
    await app.user.save({ userid, password: '', user: { birthday, showbirthday } });
    if (showbirthday > 0) shown[userid] = { userid, username };
    if (showbirthday === 2)
      shown[userid] = { userid, username, age: Number(today.slice(0, 4)) - 2000 };
  }
  const found = await board.guest().user.fetchBirthdays();
  expect(found).toEqual(Object.values(shown));
});

test('the record of who was online is told as day and time, too', async () => {
  const counts = await board.guest().wol.fetchCounts({});
  const at = new Date(counts.maxonlinedate * 1000).toISOString();
  expect(`${counts.recorddate}T${counts.recordtime}`).toBe(at.slice(0, 16));
});
