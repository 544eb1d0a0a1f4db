import { createHmac } from 'node:crypto';
import { adminpermissions } from '../permissions.ts';
import { guest, type Principal, type Session } from '../principal.ts';
import type { Links } from '../storage/links.ts';
import { userOptions, type UserRow } from './user.ts';

/** A member as another one may see him; more of himself, and for administrators. */
export interface UserRecord {
  userid: number;
  username: string;
  displayname: string;
  usergroupid: number;
  displaygroupid: number;
  /** Usergroup ids with commas between. */
  membergroupids: string;
  usertitle: string;
  /** The own title, else that of the usergroup. */
  displayusertitle: string;
  rank: string;
  /** Unix seconds. */
  joindate: number;
  posts: number;
  avatarid: number;
  /** The URL of the avatar. */
  avatarpath: string;
  reputation: number;
  status: string;
  /** Unix seconds; missing for others when the member is invisible. */
  lastactivity?: number;
  /** From here: of oneself, and for administrators. */
  email?: string;
  /** Unix seconds. */
  lastvisit?: number;
  /** Unix seconds. */
  lastpost?: number;
  languageid?: number;
  styleid?: number;
  options?: number;
  /** Hours from UTC. */
  timezoneoffset?: string;
  /** MM-DD-YYYY, or empty. */
  birthday?: string;
  /** -1 withdrawn, 0 not asked, 1 given. */
  privacyconsent?: number;
  /** From here: only of the caller himself. `<Unix seconds>-<40 hex>`, for a guest `guest`. */
  securitytoken?: string;
  /** The same as the security token. */
  logouthash?: string;
  is_admin?: boolean;
  can_use_sitebuilder?: boolean;
  lang_options?: LanguageOptions;
}

export interface LanguageOptions {
  /** True from left to right. */
  direction: boolean;
  dirmark: boolean;
}

/** Whose eyes the record is for. */
export interface Viewer {
  readonly user: Principal;
  readonly session: Session | undefined;
  /** Unix seconds. */
  readonly now: number;
  readonly links: Links;
}

type Column = keyof UserRow & keyof UserRecord;

/** The allow-list: what is not named here never leaves. */
const columns = {
  everybody: [
    'userid',
    'username',
    'displayname',
    'usergroupid',
    'displaygroupid',
    'membergroupids',
    'usertitle',
    'displayusertitle',
    'joindate',
    'posts',
    'avatarid',
    'reputation',
    'status',
  ],
  visible: ['lastactivity'],
  own: [
    'email',
    'lastvisit',
    'lastpost',
    'languageid',
    'styleid',
    'options',
    'timezoneoffset',
    'birthday',
    'privacyconsent',
  ],
} as const satisfies Record<string, readonly Column[]>;

const nobody: UserRow = {
  userid: 0,
  username: guest.username,
  displayname: guest.username,
  email: '',
  usergroupid: guest.usergroupid,
  displaygroupid: 0,
  membergroupids: '',
  usertitle: '',
  displayusertitle: '',
  birthday: '',
  joindate: 0,
  lastvisit: 0,
  lastactivity: 0,
  lastpost: 0,
  posts: 0,
  options: 0,
  avatarid: 0,
  avatarfiledataid: null,
  languageid: 0,
  styleid: 0,
  reputation: 0,
  privacyconsent: 0,
  timezoneoffset: '0',
  status: '',
};

/** The member's record for this viewer. */
export function userRecord(row: UserRow, viewer: Viewer): UserRecord {
  const self = row.userid === viewer.user.userid;
  const trusted = self || isAdministrator(viewer.user);
  const invisible = (row.options & userOptions.invisible) !== 0;
  return {
    ...pick(row, columns.everybody),
    rank: '',
    avatarpath: viewer.links.avatar(row),
    ...((trusted || !invisible) && pick(row, columns.visible)),
    ...(trusted && pick(row, columns.own)),
    ...(self && ownFacts(viewer)),
  };
}

/** The record of a caller who is not logged in. */
export function guestRecord({ session, now, links }: Viewer): UserRecord {
  return userRecord(nobody, { user: guest, session, now, links });
}

function ownFacts({ user, session, now }: Viewer): Partial<UserRecord> {
  const token = user.userid === 0 ? 'guest' : securityToken(user.userid, session, now);
  return {
    securitytoken: token,
    logouthash: token,
    is_admin: isAdministrator(user),
    can_use_sitebuilder: false,
    lang_options: { direction: true, dirmark: true },
  };
}

/** Clients carry it about; calls are protected by their signature, so nothing asks for it. */
function securityToken(userid: number, session: Session | undefined, now: number): string {
  const key = session?.sessionhash ?? '';
  return `${now}-${createHmac('sha1', key).update(`${now}.${userid}`).digest('hex')}`;
}

function isAdministrator(user: Principal): boolean {
  return (user.adminpermissions & adminpermissions.cancontrolpanel) !== 0;
}

function pick<K extends Column>(row: UserRow, names: readonly K[]): Pick<UserRow, K> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<UserRow, K>;
}
