import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { liftBans } from '../../src/library/user/ban.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, idOf, newMember, refusal } from '../support/members.ts';

const DAY = 86_400;

let board: TestBoard;
let guest: Signpost;
let alice: Signpost;
let mod: Signpost;
let admin: Signpost;

beforeAll(async () => {
  board = await startBoard();
  guest = board.guest();
  alice = await board.login('alice');
  mod = await board.login('mod');
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
});

/** Some nodes of the sandbox: a topic for all, and one in a channel for staff. */
async function places(): Promise<{ open: number; closed: number; channel: number }> {
  const db = board.database.reader();
  const hidden = await db.get<{ nodeid: number }>(
    'select nodeid from permission where groupid = 2 and forumpermissions = 0 order by nodeid desc',
  );
  const topic = async (sql: string): Promise<{ nodeid: number; parentid: number }> => {
    const found = await db.get<{ nodeid: number; parentid: number }>(
      `select nodeid, parentid from node where starter = nodeid and ${sql} order by nodeid`,
      [hidden?.nodeid ?? 0],
    );
    return found ?? { nodeid: 0, parentid: 0 };
  };
  const open = await topic('channelid <> ?');
  const closed = await topic('channelid = ?');
  return { open: open.nodeid, closed: closed.nodeid, channel: open.parentid };
}

describe('a right', () => {
  test.each([
    ['forumpermissions', 'canview', [true, true, true, true]],
    ['forumpermissions', 'canpostnew', [false, true, true, true]],
    ['moderatorpermissions', 'canmoderateposts', [false, false, true, true]],
    ['moderatorpermissions', 'canbanusers', [false, false, false, true]],
    ['genericpermissions', 'canviewmembers', [true, true, true, true]],
    ['genericpermissions', 'canusesignature', [false, true, true, true]],
    ['adminpermissions', 'cancontrolpanel', [false, false, false, true]],
    ['adminpermissions', 'ismoderator', [false, false, false, true]],
    ['forumpermissions', 'toString', [false, false, false, false]],
    ['nosuchpermissions', 'canview', [false, false, false, false]],
  ])('%s %s is told to each usergroup', async (group, permission, expected) => {
    const answers = await Promise.all(
      [guest, alice, mod, admin].map((app) => app.user.hasPermissions({ group, permission })),
    );
    expect(answers).toEqual(expected);
    const { open } = await places();
    const nodeIds = [open, 1];
    const all = [guest, alice, mod, admin].map((app) =>
      app.user.havePermissions({ group, permission, nodeIds }),
    );
    expect(await Promise.all(all)).toEqual(expected);
    expect(await alice.user.hasPermissions({ group, permission, nodeid: open })).toBe(expected[1]);
    expect(await alice.user.havePermissions({ group, permission })).toBe(expected[1]);
  });

  test('in a node that is hidden or missing is not told', async () => {
    const { closed, open } = await places();
    const ask = { group: 'forumpermissions', permission: 'canview' };
    for (const nodeid of [closed, 999_999]) {
      const expected = ['invalid_node_id', nodeid];
      expect(await refusal(alice.user.hasPermissions({ ...ask, nodeid }))).toEqual(expected);
      const many = alice.user.havePermissions({ ...ask, nodeIds: [open, nodeid] });
      expect(await refusal(many)).toEqual(expected);
      expect(await refusal(alice.user.getCanCreate({ nodeid }))).toEqual(expected);
      expect(await refusal(alice.user.canRemovePost({ nodeid }))).toEqual(expected);
    }
    expect(await mod.user.hasPermissions({ ...ask, nodeid: closed })).toBe(true);
  });

  test('in more nodes than a page has is not told', async () => {
    const ask = { group: 'forumpermissions', permission: 'canview' };
    const nodeIds = Array.from({ length: 500 }, (_, index) => index + 1);
    const asked = alice.user.havePermissions({ ...ask, nodeIds });
    expect(await refusal(asked)).toEqual(['invalid_data', expect.any(String)]);
    const again = nodeIds.map(() => 1);
    expect(await alice.user.havePermissions({ ...ask, nodeIds: again })).toBe(true);
  });

  test('to create, and to remove, is told for a node', async () => {
    const { open, channel } = await places();
    for (const nodeid of [open, channel]) {
      expect(await guest.user.getCanCreate({ nodeid })).toMatchObject({ Text: 0 });
      expect(await alice.user.getCanCreate({ nodeid })).toMatchObject({ Text: 1 });
    }
    expect(await alice.user.canRemovePost({ nodeid: open })).toBe(0);
    expect(await mod.user.canRemovePost({ nodeid: open })).toBe(1);
  });

  test('to administrate is told', async () => {
    const ask = { adminPermission: 'canadminusers' };
    expect(await mod.user.currentUserHasAdminPermission(ask)).toBe(false);
    expect(await admin.user.currentUserHasAdminPermission(ask)).toBe(true);
    expect(await alice.user.canEditDisplayname()).toEqual({ caneditdisplayname: false });
    expect(await admin.user.canEditDisplayname()).toEqual({ caneditdisplayname: true });
  });

  test('granted in a single channel is told to its holder and to administrators', async () => {
    const { channel, closed, open } = await places();
    const member = await newMember(board);
    const { userid } = member;
    const hidden = (await admin.node.getNode({ nodeid: closed })).parentid;
    await board.database.transaction(async (db) => {
      await db.run(db.knex('groupintopic').insert({ userid, nodeid: channel, groupid: 10 }));
    });
    const app = await appOf(board, member);
    const granted = [{ nodeid: channel, groupid: 10 }];
    expect(await app.user.getGroupInTopic()).toEqual(granted);
    expect(await admin.user.getGroupInTopic({ userid, nodeid: channel })).toEqual(granted);
    expect(await app.user.getGroupInTopic({ nodeid: hidden })).toEqual([]);
    expect(await app.user.canRemovePost({ nodeid: open })).toBe(1);
    expect(await refusal(alice.user.getGroupInTopic({ userid }))).toEqual(['no_permission']);
    expect(await refusal(guest.user.getGroupInTopic())).toEqual(['not_logged_no_permission']);
  });
});

describe('the last administrator', () => {
  const last = ['last_administrator'];

  test('stays one, in whichever way they would leave, until another is one', async () => {
    const root = await board.login('admin');
    const userid = await idOf(board, 'admin');
    const save = (user: object) => root.user.save({ userid, password: '', user });
    for (const user of [
      { usergroupid: 2 },
      { usergroupid: 8 },
      { usergroupid: 2, membergroupids: [5, 7] },
    ])
      expect(await refusal(save(user))).toEqual(last);
    const second = await newMember(board);
    await root.user.save({ userid: second.userid, password: '', user: { membergroupids: [5, 6] } });
    await save({ usergroupid: 2 });
    const app = await appOf(board, second);
    const own = { userid: second.userid, password: '', user: { membergroupids: [5] } };
    expect(await refusal(app.user.save(own))).toEqual(last);
    await app.user.save({ userid, password: '', user: { usergroupid: 6 } });
    await app.user.save(own);
  });

  test('is left when two demote each other at once', async () => {
    const root = await board.login('admin');
    const userid = await idOf(board, 'admin');
    const second = await newMember(board);
    await root.user.save({ userid: second.userid, password: '', user: { usergroupid: 6 } });
    const app = await appOf(board, second);
    const demoted = { password: '', user: { usergroupid: 2 } };
    const outcomes = await Promise.all([
      refusal(root.user.save({ userid: second.userid, ...demoted })),
      refusal(app.user.save({ userid, ...demoted })),
    ]);
    expect(outcomes.filter((outcome) => !Array.isArray(outcome))).toHaveLength(1);
    await board.database.transaction(async (db) => {
      await db.run('update "user" set usergroupid = 6 where userid = ?', [userid]);
      await db.run('update "user" set usergroupid = 2 where userid = ?', [second.userid]);
    });
    for (const id of [userid, second.userid]) await board.running.environment.caches.forgetUser(id);
  });
});

describe('a ban', () => {
  async function liftAfter(days: number): Promise<void> {
    await board.database.transaction((db) => liftBans(db, board.now() + days * DAY));
  }
  const week = { banusergroupid: 8, period: 'D_7', reason: 'Spam' };

  test('shuts members out with its reason, and is lifted when it is over', async () => {
    const members = [await newMember(board), await newMember(board)];
    const apps = await Promise.all(members.map((member) => appOf(board, member)));
    const userids = members.map(({ userid }) => userid);
    expect(await admin.user.banUsers({ userids, ...week })).toBe(true);
    for (const [index, app] of apps.entries()) {
      const { userid = 0 } = members[index] ?? {};
      expect(await refusal(app.node.getNode({ nodeid: 1 }))).toEqual([
        'user_banned',
        'Spam',
        expect.any(Number),
      ]);
      expect(await guest.user.isBanned({ userid })).toBe(true);
      const record = await guest.user.fetchUserinfo({ userid });
      expect(record).toMatchObject({ usergroupid: 8 });
    }
    board.tick(7 * DAY + 1);
    await removeExpired(board.database, board.now());
    for (const [index, app] of apps.entries()) {
      const { userid = 0 } = members[index] ?? {};
      await board.running.environment.caches.forgetUser(userid);
      expect(await app.node.getNode({ nodeid: 1 })).toMatchObject({ nodeid: 1 });
      expect(await guest.user.isBanned({ userid })).toBe(false);
      expect(await guest.user.fetchUserinfo({ userid })).toMatchObject({ usergroupid: 2 });
    }
  });

  test('may be made longer, and still gives the first usergroup back', async () => {
    const { userid } = await newMember(board);
    await admin.user.save({ userid, password: '', user: { usergroupid: 7 } });
    await admin.user.banUsers({ userids: [userid], ...week });
    await admin.user.banUsers({ userids: [userid], ...week, period: 'M_1' });
    await liftAfter(8);
    expect(await guest.user.isBanned({ userid })).toBe(true);
    await liftAfter(32);
    expect(await guest.user.fetchUserinfo({ userid })).toMatchObject({ usergroupid: 7 });
  });

  test('may be for ever, and leaves a usergroup alone that was given meanwhile', async () => {
    const [first, second] = [await newMember(board), await newMember(board)];
    const userids = [first.userid, second.userid];
    await admin.user.banUsers({ userids: [first.userid], ...week, period: 'PERMANENT' });
    await admin.user.banUsers({ userids: [second.userid], ...week });
    await admin.user.save({ userid: second.userid, password: '', user: { usergroupid: 5 } });
    await liftAfter(400);
    const banned = userids.map((userid) => guest.user.isBanned({ userid }));
    expect(await Promise.all(banned)).toEqual([true, false]);
    const record = await guest.user.fetchUserinfo({ userid: second.userid });
    expect(record).toMatchObject({ usergroupid: 5 });
  });

  test('is lifted by liftBan, which gives the usergroup back, and by another usergroup', async () => {
    const [first, second, third] = [
      await newMember(board),
      await newMember(board),
      await newMember(board),
    ];
    const userids = [first, second, third].map(({ userid }) => userid);
    await admin.user.save({ userid: first.userid, password: '', user: { usergroupid: 7 } });
    await admin.user.banUsers({ userids, ...week, period: 'PERMANENT' });
    expect(await admin.user.liftBan({ userids: [first.userid] })).toBe(true);
    await admin.user.save({ userid: second.userid, password: '', user: { usergroupid: 2 } });
    await admin.user.save({ userid: third.userid, password: '', user: { usertitle: 'Banned' } });
    const banned = userids.map((userid) => guest.user.isBanned({ userid }));
    expect(await Promise.all(banned)).toEqual([false, false, true]);
    for (const [member, usergroupid] of [[first, 7] as const, [second, 2] as const]) {
      const app = await appOf(board, member);
      const { userid } = member;
      expect(await app.user.fetchUserinfo({ userid })).toMatchObject({ usergroupid });
    }
    // not banned any more, and again
    expect(await admin.user.liftBan({ userids: [first.userid] })).toBe(true);
    const record = await guest.user.fetchUserinfo({ userid: first.userid });
    expect(record).toMatchObject({ usergroupid: 7 });
  });

  test('that nothing tells the usergroup of is lifted to that of members', async () => {
    const { userid } = await newMember(board);
    await admin.user.save({ userid, password: '', user: { usergroupid: 8 } });
    expect(await guest.user.isBanned({ userid })).toBe(true);
    await admin.user.liftBan({ userids: [userid] });
    expect(await guest.user.isBanned({ userid })).toBe(false);
    expect(await guest.user.fetchUserinfo({ userid })).toMatchObject({ usergroupid: 2 });
  });

  test('is lifted by those who hold canunbanusers, but of staff by administrators alone', async () => {
    const [member, chief, other] = [
      await newMember(board),
      await newMember(board),
      await newMember(board),
    ];
    const root = await board.login('admin');
    for (const { userid } of [chief, other])
      await root.user.save({ userid, password: '', user: { usergroupid: 5 } });
    const userids = [member.userid, other.userid];
    await root.user.banUsers({ userids, ...week });
    expect(await refusal(guest.user.liftBan({ userids }))).toEqual(['not_logged_no_permission']);
    for (const name of ['bob', 'mod'])
      expect(await refusal((await board.login(name)).user.liftBan({ userids }))).toEqual([
        'no_permission',
      ]);
    const app = await appOf(board, chief);
    expect(await refusal(app.user.liftBan({ userids }))).toEqual(['no_permission']);
    expect(await guest.user.isBanned({ userid: member.userid })).toBe(true);
    expect(await app.user.liftBan({ userids: [member.userid] })).toBe(true);
    expect(await root.user.liftBan({ userids })).toBe(true);
    expect(await guest.user.fetchUserinfo({ userid: other.userid })).toMatchObject({
      usergroupid: 5,
    });
    const nobody = [...userids, 999_999];
    expect(await refusal(root.user.liftBan({ userids: nobody }))).toEqual([
      'invalid_user_specified',
    ]);
  });

  test('is for administrators, and for others who hold canbanusers on the whole board', async () => {
    const { userid } = await newMember(board);
    const ban = { userids: [userid], ...week };
    expect(await refusal(guest.user.banUsers(ban))).toEqual(['not_logged_no_permission']);
    expect(await refusal((await board.login('bob')).user.banUsers(ban))).toEqual(['no_permission']);
    const moderator = await board.login('mod');
    expect(await refusal(moderator.user.banUsers(ban))).toEqual(['no_permission']);
    const superModerator = await newMember(board);
    const staff = { userid: superModerator.userid, password: '', user: { usergroupid: 5 } };
    await (await board.login('admin')).user.save(staff);
    expect(await (await appOf(board, superModerator)).user.banUsers(ban)).toBe(true);
  });

  test('does not hit staff of the same or a higher level, nor oneself, and then nobody', async () => {
    const member = await newMember(board);
    const [chief, other] = [await newMember(board), await newMember(board)];
    const root = await board.login('admin');
    for (const { userid } of [chief, other])
      await root.user.save({ userid, password: '', user: { usergroupid: 5 } });
    const app = await appOf(board, chief);
    for (const target of [chief.userid, other.userid, await idOf(board, 'admin')]) {
      const ban = app.user.banUsers({ userids: [member.userid, target], ...week });
      expect(await refusal(ban)).toEqual(['no_permission']);
    }
    expect(await guest.user.isBanned({ userid: member.userid })).toBe(false);
    const moderator = await idOf(board, 'mod');
    expect(await app.user.banUsers({ userids: [moderator], ...week, period: 'D_1' })).toBe(true);
    const own = root.user.banUsers({ userids: [await idOf(board, 'admin')], ...week });
    expect(await refusal(own)).toEqual(['no_permission']);
  });

  test.each([
    [
      { period: 'FOREVER' },
      ['invalid_data', expect.stringContaining('period: it must be PERMANENT')],
    ],
    [{ period: 'D_0' }, ['invalid_data', expect.stringContaining('period: it must be PERMANENT')]],
    [
      { period: 'Y_999' },
      ['invalid_data', expect.stringContaining('period: it must be PERMANENT')],
    ],
    [{ period: 'X_1' }, ['invalid_data', expect.stringContaining('period: it must be PERMANENT')]],
    [{ banusergroupid: 2 }, ['invalid_data', expect.stringContaining('banusergroupid: ')]],
    [{ banusergroupid: 4711 }, ['invalid_data', expect.stringContaining('banusergroupid: ')]],
    [
      { reason: 'x'.repeat(251) },
      ['invalid_data', 'the reason of a ban has at most 250 characters'],
    ],
    [{ userids: [999_999] }, ['invalid_user_specified']],
    [{ userids: '' }, ['invalid_parameter', 'userids', expect.any(String)]],
    [
      { userids: Array.from({ length: 101 }, (_, index) => index + 1) },
      ['invalid_parameter', 'userids', expect.any(String)],
    ],
  ])('with %j is refused', async (params, expected) => {
    const { userid } = await newMember(board);
    const root = await board.login('admin');
    const ban = root.call('user.banUsers', { userids: [userid], ...week, ...params });
    expect(await refusal(ban)).toEqual(expected);
    expect(await guest.user.isBanned({ userid })).toBe(false);
  });
});

test('nobody without a record is banned', async () => {
  expect(await guest.user.isBanned({ userid: 0 })).toBe(false);
  expect(await guest.user.isBanned({ userid: 999_999 })).toBe(false);
  expect(await guest.user.isBanned({ userid: await idOf(board, 'mallory') })).toBe(true);
});

test('logging out everywhere ends all sessions of the member, and only his', async () => {
  const member = await newMember(board);
  const [app] = [await appOf(board, member), await appOf(board, member)];
  const bystander = await board.login('bob');
  const old = app.session;
  const result = await app.user.logoutAllDevices();
  expect(result).toMatchObject({ success: true });
  expect(result.apiaccesstoken).not.toBe(old?.token);
  for (const each of [app, board.guest({ session: old })])
    expect((await each.user.fetchCurrentUserinfo()).username).toBe('Guest');
  const left = 'select apiaccesstoken from session where userid = ?';
  expect(await board.database.reader().all(left, [member.userid])).toEqual([]);
  expect((await bystander.user.fetchCurrentUserinfo()).username).toBe('bob');
  const nobody = board.guest().user.logoutAllDevices();
  expect(await refusal(nobody)).toEqual(['not_logged_no_permission']);
});
