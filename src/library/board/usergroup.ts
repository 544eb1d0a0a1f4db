import type { Db } from '../../db/db.ts';
import {
  adminpermissions,
  allForumPermissions,
  allGenericPermissions,
  bits,
  forumpermissions,
  type ForumPermission,
  genericpermissions,
  moderatorpermissions,
} from '../../permissions.ts';

/** A usergroup that every board has: its number is the system group's (vb-api §5.3). */
export interface SystemGroup {
  readonly usergroupid: number;
  readonly title: string;
  readonly usertitle: string;
  readonly adminpermissions: number;
  readonly genericpermissions: number;
  /** 1 for a usergroup of banned members. */
  readonly banned: number;
  /** 1 when a member may show it instead of his primary one. */
  readonly canoverride: number;
  /** What it may do at the root, and below it until a channel says otherwise. */
  readonly forumpermissions: number;
  readonly moderatorpermissions: number;
  /** Minutes in which an own post may be edited; 0 for ever. */
  readonly edit_time: number;
}

const reading: readonly ForumPermission[] = [
  'canview',
  'canviewothers',
  'canviewthreads',
  'cansearch',
  'canseethumbnails',
];
const posting: readonly ForumPermission[] = [
  ...reading,
  'cangetattachment',
  'canemail',
  'canpostnew',
  'canreplyown',
  'canreplyothers',
  'caneditpost',
  'candeletepost',
  'canpostattachment',
  'canpostpoll',
  'canvote',
  'canthreadrate',
  'cantagown',
  'candeletetagown',
  'followforummoderation',
];

const readOnly = bits(forumpermissions, ...reading);
const member = bits(forumpermissions, ...posting);
const moderation = bits(
  moderatorpermissions,
  'caneditposts',
  'candeleteposts',
  'canopenclose',
  'caneditthreads',
  'canmanagethreads',
  'canmoderateposts',
  'canmoderateattachments',
  'canmassmove',
  'canremoveposts',
  'cansetfeatured',
);

const A_DAY = 1440;

function group(
  usergroupid: number,
  title: string,
  usertitle: string,
  rights: Partial<Omit<SystemGroup, 'usergroupid' | 'title' | 'usertitle'>>,
): SystemGroup {
  return {
    usergroupid,
    title,
    usertitle,
    adminpermissions: 0,
    genericpermissions: 0,
    banned: 0,
    canoverride: 1,
    forumpermissions: 0,
    moderatorpermissions: 0,
    edit_time: A_DAY,
    ...rights,
  };
}

const visitorRights = {
  forumpermissions: readOnly,
  genericpermissions: genericpermissions.canviewmembers,
  canoverride: 0,
};
const memberRights = {
  forumpermissions: member,
  genericpermissions: allGenericPermissions,
};
const moderatorRights = {
  ...memberRights,
  moderatorpermissions: moderation,
  edit_time: 0,
};

/** What usergroups that run the board are called, and their members. */
export async function listStaffTitles(db: Db): Promise<string[]> {
  const rows = await db.all<{ title: string; usertitle: string }>(
    'select title, usertitle from usergroup where adminpermissions <> 0',
  );
  return rows.flatMap(({ title, usertitle }) => [title, usertitle]).filter(Boolean);
}

export const systemGroups: readonly SystemGroup[] = [
  group(1, 'Unregistered / Not Logged In', 'Guest', visitorRights),
  group(2, 'Registered Users', 'Member', memberRights),
  group(3, 'Users Awaiting Email Confirmation', '', visitorRights),
  group(4, 'Users Awaiting Moderation', '', visitorRights),
  group(5, 'Super Moderators', 'Super Moderator', {
    ...memberRights,
    forumpermissions: allForumPermissions,
    adminpermissions: adminpermissions.ismoderator,
    edit_time: 0,
  }),
  group(6, 'Administrators', 'Administrator', {
    ...memberRights,
    forumpermissions: allForumPermissions,
    adminpermissions: adminpermissions.ismoderator | adminpermissions.cancontrolpanel,
    edit_time: 0,
  }),
  group(7, 'Moderators', 'Moderator', moderatorRights),
  group(8, 'Banned Users', 'Banned', { banned: 1, canoverride: 0 }),
  group(9, 'Channel Owners', '', moderatorRights),
  group(10, 'Channel Moderators', '', moderatorRights),
  group(11, 'Channel Members', '', { forumpermissions: member }),
  group(12, 'Social Group Owners', '', moderatorRights),
  group(13, 'Social Group Moderators', '', moderatorRights),
  group(14, 'Social Group Members', '', { forumpermissions: member }),
  group(15, 'Article Authors', '', { forumpermissions: member }),
  group(16, 'Article Editors', '', moderatorRights),
];
