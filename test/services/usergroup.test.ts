import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { contentTypes } from '../../src/library/board/contenttype.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, newMember, refusal } from '../support/members.ts';

let board: TestBoard;
let guest: Signpost;

beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
});
afterAll(async () => {
  await board.stop();
});

const none = ['invalid_usergroup_specified'];

describe('usergroups', () => {
  test('are listed as everybody may see them', async () => {
    const groups = await guest.usergroup.fetchUsergroupList();
    expect(groups.map(({ usergroupid }) => usergroupid)).toEqual(
      Array.from({ length: 16 }, (_, index) => index + 1),
    );
    expect(Object.keys(groups[0] ?? {}).sort()).toEqual(
      [
        ...['canoverride', 'closetag', 'description', 'opentag', 'systemgroupid', 'title'],
        ...['usergroupid', 'usertitle'],
      ].sort(),
    );
  });

  test('are found by id, or by the number of a system group', async () => {
    const found = await guest.usergroup.fetchUsergroupByID({ usergroupid: 6 });
    expect(found).toMatchObject({ usergroupid: 6, title: 'Administrators' });
    expect(await guest.usergroup.fetchUsergroupBySystemID({ systemgroupid: 6 })).toEqual(found);
    await board.database.transaction((db) =>
      db.insert('usergroup', { title: 'Gardeners' }, 'usergroupid'),
    );
    for (const systemgroupid of [0, 4711]) {
      const missing = guest.usergroup.fetchUsergroupBySystemID({ systemgroupid });
      expect(await refusal(missing)).toEqual(none);
    }
    const missing = guest.usergroup.fetchUsergroupByID({ usergroupid: 4711 });
    expect(await refusal(missing)).toEqual(none);
    await board.database.transaction((db) =>
      db.run('delete from usergroup where systemgroupid = 0'),
    );
  });

  test('of banned members are listed', async () => {
    const banned = await guest.usergroup.fetchBannedUsergroups();
    expect(banned.map(({ usergroupid }) => usergroupid)).toEqual([8]);
  });

  test('can be chosen to be shown by those who are in them', async () => {
    const member = await newMember(board);
    const { userid } = member;
    const admin = await board.login('admin');
    await admin.user.save({ userid, password: '', user: { membergroupids: [7, 8] } });
    const app = await appOf(board, member);
    const show = (usergroupid: number, from = app): Promise<unknown> =>
      refusal(from.usergroup.updateDisplayGroup({ userid, usergroupid }));
    expect(await show(7)).toEqual({ answered: { success: true } });
    expect(await guest.user.fetchUserinfo({ userid })).toMatchObject({
      ...{ displaygroupid: 7, displayusertitle: 'Moderator' },
    });
    expect(await show(2)).toEqual({ answered: { success: true } });
    expect(await show(8)).toEqual(['no_permission']);
    expect(await show(6)).toEqual(none);
    expect(await show(4711)).toEqual(none);
    expect(await show(7, guest)).toEqual(['not_logged_no_permission']);
    expect(await show(7, await board.login('bob'))).toEqual(['no_permission']);
    expect(await show(7, admin)).toEqual({ answered: { success: true } });
    const nobody = admin.usergroup.updateDisplayGroup({ userid: 999_999, usergroupid: 2 });
    expect(await refusal(nobody)).toEqual(['invalid_user_specified']);
  });
});

test('content types are told by id and by name', async () => {
  const { contenttypes } = await guest.init();
  for (const name of contentTypes) {
    const ask = { class: name.toUpperCase(), package: 'vBForum' };
    const id = await guest.call('contenttype.fetchContentTypeIdFromClass', ask);
    expect(id).toBe(contenttypes[name]);
    const contenttypeid = id as number;
    expect(await guest.contenttype.fetchContentTypeClassFromId({ contenttypeid })).toBe(name);
  }
  expect(await guest.contenttype.fetchContentTypeIdFromClass({ class: 'toString' })).toBe(false);
  const missing = guest.contenttype.fetchContentTypeClassFromId({ contenttypeid: 4711 });
  expect(await missing).toBe(false);
});
