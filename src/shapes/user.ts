import { createHmac } from 'node:crypto';
import { escapeHtml } from '../bbcode/escape.ts';
import type { Permissions } from '../permissions.ts';
import { guest, type Principal, type Session } from '../principal.ts';
import type { Links } from '../storage/links.ts';
import type { Options } from '../library/board/options.ts';
import { shownBirthday } from '../library/user/birthday.ts';
import { rankAt, type RankRow } from '../library/user/userrank.ts';
import { lastVisitOf, type UserRow } from '../library/user/user.ts';
import { userOptions } from '../library/user/useroption.ts';

/** A member as another one may see him; more of himself, and for administrators. */
export interface UserRecord {
  userid: number;
  username: string;
  displayname: string;
  usergroupid: number;
  /** The usergroup whose title is shown: the primary one, or another of the member's. */
  displaygroupid: number;
  /** Usergroup ids with commas between. */
  membergroupids: string;
  usertitle: string;
  /** The own title, else that of the usergroup. */
  displayusertitle: string;
  /** The title of the rank by the number of posts, as HTML; empty without one. */
  rank: string;
  /** The same as it is, its id (0 without one) and the URL of its picture. */
  rankid: number;
  ranktitle: string;
  rankicon: string;
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
  /** Whatever `user.save` was sent: the board has no styles. */
  styleid?: number;
  options?: number;
  /** Unix seconds. */
  passworddate?: number;
  /** What others see of the birthday: 0 nothing, 1 the day, 2 the age as well. */
  showbirthday?: number;
  /** Hours from UTC. */
  timezoneoffset?: string;
  /** MM-DD-YYYY, or empty; the year is 0000 where it was not told. Of others as much as their `showbirthday` lets see. */
  birthday?: string;
  /** -1 withdrawn, 0 not asked, 1 given. */
  privacyconsent?: number;
  /** From here: only of the caller himself. `<Unix seconds>-<40 hex>`, for a guest `guest`. */
  securitytoken?: string;
  /** The same as the security token. */
  logouthash?: string;
  /** The 40 hex digits of the security token; empty for a guest. */
  securitytoken_raw?: string;
  is_admin?: boolean;
  /** The same as `is_admin`: vBulletin's editor of pages is for administrators. */
  can_use_sitebuilder?: boolean;
  lang_options?: LanguageOptions;
  /** Posts on a page of a topic, when a call does not say how many. */
  maxposts_calculated?: number;
  /** Always `vb`: members log in with a password of this board. */
  logintype?: string;
  /** The same as `languageid` and `styleid`. */
  saved_languageid?: number;
  realstyleid?: number;
  /** Always empty, as what follows: this board asks no parents, and knows no Facebook. */
  parentemail?: string;
  fbname?: string;
  fbjoindate?: number;
  /** From here: when an option asked for it. 1 when the member has a picture of their own. */
  hascustomavatar?: number;
  /** The same as `avatarpath`. */
  avatarurl?: string;
  /** 1 when the caller follows the member. */
  isfriend?: number;
  /** Where the member registered; '' where that is not known. For administrators. */
  ipaddress?: string;
  /** Bits: 1 moderates the whole board, 2 administers it. Of oneself, and for administrators. */
  adminpermissions?: number;
}

export interface Success {
  readonly success: boolean;
}

export interface LanguageOptions {
  /** True from left to right. */
  direction: boolean;
  dirmark: boolean;
}

/** Whose eyes the record is for. */
export interface Viewer {
  readonly user: Principal;
  readonly permissions: Pick<Permissions, 'isAdministrator'>;
  readonly session: Session | undefined;
  /** Unix seconds. */
  readonly now: number;
  readonly links: Links;
  readonly board: {
    readonly options: Pick<Options, 'cookietimeout' | 'maxperpage'>;
    readonly ranks: readonly RankRow[];
  };
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
    'passworddate',
    'showbirthday',
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
  passworddate: 0,
  showbirthday: 0,
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
  const trusted = self || viewer.permissions.isAdministrator;
  const invisible = (row.options & userOptions.invisible) !== 0;
  return {
    ...pick(row, columns.everybody),
    displaygroupid: row.displaygroupid || row.usergroupid,
    ...rankFor(row, viewer),
    avatarpath: viewer.links.avatar(row),
    ...((trusted || !invisible) && pick(row, columns.visible)),
    ...(trusted
      ? { ...pick(row, columns.own), lastvisit: lastVisit(row, viewer) }
      : birthdayFor(row)),
    ...(self && ownFacts(row, viewer)),
  };
}

/** The record of a caller who is not logged in. */
export function guestRecord(viewer: Viewer): UserRecord {
  const { session, now, links, board } = viewer;
  const permissions = { isAdministrator: false };
  return userRecord(nobody, { session, now, links, board, user: guest, permissions });
}

function rankFor(
  { userid, posts }: UserRow,
  { board }: Viewer,
): Pick<UserRecord, 'rank' | 'rankid' | 'ranktitle' | 'rankicon'> {
  const rank = userid === 0 ? undefined : rankAt(board.ranks, posts);
  const { rankid = 0, title = '', icon = '' } = rank ?? {};
  return { rank: escapeHtml(title), rankid, ranktitle: title, rankicon: icon };
}

/** What others see of it. */
function birthdayFor({ birthday, showbirthday }: UserRow): Pick<UserRecord, 'birthday'> {
  const shown = shownBirthday(birthday, showbirthday);
  return shown === '' ? {} : { birthday: shown };
}

function lastVisit(row: UserRow, { now, board }: Viewer): number {
  return lastVisitOf(row, now, board.options.cookietimeout);
}

const POSTS = 20;

function ownFacts(
  { languageid, styleid }: UserRow,
  { user, permissions, session, now, board }: Viewer,
): Partial<UserRecord> {
  const token = user.userid === 0 ? 'guest' : securityToken(user.userid, session, now);
  return {
    securitytoken: token,
    logouthash: token,
    securitytoken_raw: token.split('-')[1] ?? '',
    is_admin: permissions.isAdministrator,
    can_use_sitebuilder: permissions.isAdministrator,
    lang_options: { direction: true, dirmark: false },
    maxposts_calculated: Math.min(POSTS, board.options.maxperpage),
    logintype: 'vb',
    ...{ saved_languageid: languageid, realstyleid: styleid },
    ...{ parentemail: '', fbname: '', fbjoindate: 0 },
  };
}

/** Clients carry it about; calls are protected by their signature, so nothing asks for it. */
function securityToken(userid: number, session: Session | undefined, now: number): string {
  const key = session?.sessionhash ?? '';
  return `${now}-${createHmac('sha1', key).update(`${now}.${userid}`).digest('hex')}`;
}

function pick<K extends Column>(row: UserRow, names: readonly K[]): Pick<UserRow, K> {
  return Object.fromEntries(names.map((name) => [name, row[name]])) as Pick<UserRow, K>;
}
