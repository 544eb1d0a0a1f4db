import { describe, expect, test } from '@jest/globals';
import {
  allForumPermissions,
  bits,
  type Caller,
  forumpermissions,
  type ForumPermission,
  moderatorpermissions,
  type NodeState,
  type PermissionRow,
  Permissions,
  resolveRights,
} from '../../src/permissions.ts';

/** 1 ─ 2 ─ 3 ─ 4, and 5 beside 2. */
const channels = [
  { nodeid: 1, parentid: 0 },
  { nodeid: 2, parentid: 1 },
  { nodeid: 5, parentid: 1 },
  { nodeid: 3, parentid: 2 },
  { nodeid: 4, parentid: 3 },
];

const member = bits(
  forumpermissions,
  ...(['canview', 'canviewothers', 'canviewthreads', 'canpostnew', 'caneditpost'] as const),
);

function row(nodeid: number, groupid: number, rights: Partial<PermissionRow> = {}): PermissionRow {
  return {
    ...{ nodeid, groupid, forumpermissions: 0, moderatorpermissions: 0 },
    ...{ createpermissions: 0, edit_time: 0 },
    ...rights,
  };
}

function permissionsOf(
  caller: Partial<Caller> & { userid?: number },
  ...rows: readonly PermissionRow[]
): Permissions {
  const whole = { userid: 7, groups: [2], adminpermissions: 0, grants: [], ...caller };
  return new Permissions(whole, resolveRights(channels, rows, whole));
}

const everywhere = row(1, 2, { forumpermissions: member, edit_time: 10 });
const post = { forumpermissions: bits(forumpermissions, 'canview', 'canpostnew') };

interface Case {
  readonly about: string;
  readonly caller?: Partial<Caller>;
  readonly rows: readonly PermissionRow[];
  readonly can: ForumPermission;
  /** Where the caller can. */
  readonly where: readonly number[];
}

const cases: readonly Case[] = [
  {
    about: 'a row holds for all below',
    rows: [everywhere],
    can: 'canview',
    where: [1, 2, 3, 4, 5],
  },
  { about: 'without a row there is nothing', rows: [row(1, 9, post)], can: 'canview', where: [] },
  {
    about: 'the nearest row counts alone',
    rows: [everywhere, row(3, 2, { forumpermissions: bits(forumpermissions, 'canview') })],
    can: 'canpostnew',
    where: [1, 2, 5],
  },
  {
    about: 'a nearer row may grant more again',
    rows: [everywhere, row(2, 2, { forumpermissions: 1 }), row(4, 2, post)],
    can: 'canpostnew',
    where: [1, 4, 5],
  },
  {
    about: 'the rights of two groups add up',
    caller: { groups: [2, 3] },
    rows: [row(1, 2, { forumpermissions: 1 }), row(2, 3, { forumpermissions: 16 })],
    can: 'canpostnew',
    where: [2, 3, 4],
  },
  {
    about: 'what one group is denied another may grant',
    caller: { groups: [2, 3] },
    rows: [row(1, 2, post), row(1, 3, post), row(3, 2)],
    can: 'canpostnew',
    where: [1, 2, 3, 4, 5],
  },
  {
    about: 'a hidden parent hides what it would grant below',
    rows: [everywhere, row(2, 2), row(3, 2, post)],
    can: 'canview',
    where: [1, 5],
  },
  {
    about: 'a granted group counts from its channel on',
    caller: { grants: [{ nodeid: 3, groupid: 11 }] },
    rows: [row(1, 2, { forumpermissions: 1 }), row(1, 11, post)],
    can: 'canpostnew',
    where: [3, 4],
  },
  {
    about: 'a granted group brings its row from above, or the nearer one',
    caller: { grants: [{ nodeid: 3, groupid: 11 }] },
    rows: [row(1, 2, { forumpermissions: 1 }), row(1, 11), row(2, 11, post), row(4, 11)],
    can: 'canpostnew',
    where: [3],
  },
  {
    about: 'a granted group without a row grants nothing',
    caller: { grants: [{ nodeid: 3, groupid: 11 }] },
    rows: [row(1, 2, { forumpermissions: 1 })],
    can: 'canpostnew',
    where: [],
  },
  {
    about: 'a group granted twice is the same group',
    caller: { groups: [2, 11], grants: [{ nodeid: 3, groupid: 11 }] },
    rows: [row(1, 2, { forumpermissions: 1 }), row(1, 11, post), row(3, 11)],
    can: 'canpostnew',
    where: [1, 2, 5],
  },
  {
    about: 'an administrator may do everything without a row',
    caller: { groups: [6], adminpermissions: 3 },
    rows: [row(2, 6)],
    can: 'canmove',
    where: [1, 2, 3, 4, 5],
  },
  {
    about: 'a super moderator posts where his groups may',
    caller: { groups: [5], adminpermissions: 1 },
    rows: [row(1, 5, post), row(3, 5)],
    can: 'canpostnew',
    where: [1, 2, 5],
  },
];

describe('rights in a tree', () => {
  test.each(cases)('$about', ({ caller, rows, can, where }) => {
    const permissions = permissionsOf(caller ?? {}, ...rows);
    const found = channels.map(({ nodeid }) => nodeid).filter((id) => permissions.can(can, id));
    expect(found.sort()).toEqual(where);
  });

  test('nobody can anything in a channel that there is not', () => {
    const admin = permissionsOf({ adminpermissions: 2 });
    expect(admin.can('canview', 99)).toBe(false);
    expect(admin.moderates('caneditposts', 99)).toBe(false);
  });
});

describe('moderators', () => {
  const edit = { moderatorpermissions: moderatorpermissions.caneditposts, ...post };

  test('a group moderates below its row, with the permissions it has', () => {
    const permissions = permissionsOf({}, row(1, 2, post), row(2, 2, edit));
    expect(permissions.moderates('caneditposts', 4)).toBe(true);
    expect(permissions.moderates('candeleteposts', 4)).toBe(false);
    expect(permissions.moderates('caneditposts', 5)).toBe(false);
    expect(permissions.isModerator).toBe(false);
  });

  test('a super moderator holds every moderator permission where he may enter', () => {
    const permissions = permissionsOf({ adminpermissions: 1 }, row(1, 2, post), row(3, 2));
    expect(permissions.moderates('canremoveposts', 2)).toBe(true);
    expect(permissions.moderates('canremoveposts', 4)).toBe(false);
    expect([permissions.isModerator, permissions.isAdministrator]).toEqual([true, false]);
  });

  test('an administrator is a moderator', () => {
    const permissions = permissionsOf({ adminpermissions: 2 });
    expect(permissions.rights(4).forumpermissions).toBe(allForumPermissions);
    expect([permissions.isModerator, permissions.isAdministrator]).toEqual([true, true]);
  });
});

describe('the time to edit', () => {
  const editor = (groupid: number, edit_time: number, nodeid = 1): PermissionRow =>
    row(nodeid, groupid, { forumpermissions: member, edit_time });

  test.each([
    ['the longest counts', [editor(2, 10), editor(3, 30)], 30],
    ['0 is the longest', [editor(2, 10), editor(3, 0)], 0],
    ['a group that may not edit adds none', [editor(2, 10), row(1, 3)], 10],
    ['the nearest row counts', [editor(2, 10), editor(2, 5, 2)], 5],
  ])('%s', (_, rows, minutes) => {
    expect(permissionsOf({ groups: [2, 3] }, ...rows).rights(3).edit_time).toBe(minutes);
  });
});

describe('who sees a node', () => {
  const all = row(1, 2, { forumpermissions: member });
  const ownOnly = row(1, 2, {
    forumpermissions: bits(forumpermissions, 'canview', 'canviewthreads'),
  });
  const moderating = { ...all, moderatorpermissions: moderatorpermissions.canmoderateposts };
  const reply: NodeState = {
    ...{ channelid: 3, userid: 8, starteruserid: 9, starterapproved: 1, ischannel: false },
    ...{ showpublished: 1, showapproved: 1, viewperms: 2, protected: 0 },
  };
  const who = {
    guest: permissionsOf({ userid: 0 }, all),
    member: permissionsOf({ userid: 7 }, all),
    author: permissionsOf({ userid: 8 }, all),
    starter: permissionsOf({ userid: 9 }, all),
    stranger: permissionsOf({ userid: 7 }, ownOnly),
    ownstarter: permissionsOf({ userid: 9 }, ownOnly),
    ownguest: permissionsOf({ userid: 0 }, ownOnly),
    joined: permissionsOf({ grants: [{ nodeid: 2, groupid: 11 }] }, all),
    moderator: permissionsOf({}, moderating),
    admin: permissionsOf({ userid: 1, adminpermissions: 2 }),
    outside: permissionsOf({}, row(1, 2, post), row(3, 2)),
  };

  test.each<[string, Partial<NodeState>, readonly (keyof typeof who)[]]>([
    [
      'an ordinary reply',
      {},
      ['guest', 'member', 'author', 'starter', 'ownstarter', 'joined', 'moderator', 'admin'],
    ],
    ['a deleted one', { showpublished: 0 }, ['moderator', 'admin']],
    ['one that waits', { showapproved: 0 }, ['author', 'moderator', 'admin']],
    ['one in a topic that waits', { showapproved: 0, starterapproved: 0 }, ['moderator', 'admin']],
    [
      'one for members of the board',
      { viewperms: 1 },
      ['member', 'author', 'starter', 'ownstarter', 'joined', 'moderator', 'admin'],
    ],
    [
      'one for members of the channel',
      { viewperms: 0 },
      ['starter', 'ownstarter', 'joined', 'moderator', 'admin'],
    ],
    ['a protected one', { protected: 1 }, ['starter', 'ownstarter', 'admin']],
    [
      'a channel',
      { ischannel: true, userid: 1, starteruserid: 0 },
      [
        ...([
          'guest',
          'member',
          'author',
          'starter',
          'stranger',
          'ownstarter',
          'ownguest',
        ] as const),
        ...(['joined', 'moderator', 'admin'] as const),
      ],
    ],
    [
      "a guest's own topic is nobody's own",
      { userid: 0, starteruserid: 0, showapproved: 0 },
      ['moderator', 'admin'],
    ],
  ])('%s', (_, state, seers) => {
    const found = Object.entries(who).filter(([, by]) => by.sees({ ...reply, ...state }));
    expect(found.map(([name]) => name)).toEqual(seers);
  });
});
