import type { ResultOf } from '../../../call/ask.ts';
import { escapeHtml } from '../../../bbcode/escape.ts';
import { GUEST_GROUP } from '../../../principal.ts';
import type { Board } from '../../../library/board/board.ts';
import type { Links } from '../links.ts';
import { dateOrNull, date } from './date.ts';
import { type Group, type Groups, groupWith } from './group.ts';

type MemberRecord = Exclude<ResultOf<'user.fetchUserinfo'>, false>;

/** A rank (dialects-additions A1.4): under the names of the documentation and under those of real answers. */
export interface Rank {
  readonly id: number;
  readonly name: string;
  readonly url: string;
  readonly icon: string;
  readonly points: number;
}

/** A group of profile fields; the fields by id. */
export interface FieldGroup {
  readonly name: string;
  readonly fields: Readonly<
    Record<string, { readonly name: string; readonly value: string | null }>
  >;
}

/** A member, or a guest with the id 0 (dialects.md 1.4, dialects-additions A1.4). */
export interface Member {
  readonly id: number;
  readonly name: string;
  readonly title: string | null;
  /** The documentation's name, and the one of real answers. */
  readonly timezone: string;
  readonly timeZone: string;
  readonly formattedName: string;
  readonly primaryGroup: Group;
  readonly secondaryGroups: readonly Group[];
  /** For the site, and for oneself with the scope `email`; left out for others. */
  readonly email?: string;
  readonly joined: string;
  /** For the site; left out for others. */
  readonly registrationIpAddress?: string;
  readonly warningPoints: number;
  readonly reputationPoints: number;
  readonly photoUrl: string;
  readonly photoUrlIsDefault: boolean;
  readonly coverPhotoUrl: string;
  readonly profileUrl: string | null;
  readonly validating: boolean;
  readonly posts: number;
  readonly lastActivity: string | null;
  readonly lastVisit: string | null;
  readonly lastPost: string | null;
  /** MM/DD/YYYY, or MM/DD without the year. */
  readonly birthday: string | null;
  readonly profileViews: number;
  /** By the id of their group. */
  readonly customFields: Readonly<Record<string, FieldGroup>>;
  readonly rank: Rank | null;
  readonly achievements_points: number;
  readonly allowAdminEmails: boolean;
  readonly completed: boolean;
}

/** What is needed to show members. */
export interface MemberView {
  readonly groups: Groups;
  readonly links: Links;
  /** Whether the reader is the site, who sees addresses. */
  readonly site: boolean;
  /** Those of the board, for what they ask for. */
  readonly ranks: Board['ranks'];
  /** Whether the member who asks may see their own e-mail address; undefined for nobody. */
  readonly own?: { readonly userid: number; readonly email: boolean } | undefined;
}

/** Usergroups of those whose e-mail address, or whom a moderator, has still to confirm. */
const waiting: ReadonlySet<number> = new Set([3, 4]);
const ADMIN_MAIL = 16;

export function memberOf(record: MemberRecord, view: MemberView): Member {
  const { groups, links, ranks, site, own } = view;
  const secondary = record.membergroupids.split(',').filter(Boolean).map(Number);
  const zone = zoneOf(record.timezoneoffset);
  const seesEmail = site || (own?.userid === record.userid && own.email);
  return {
    id: record.userid,
    name: record.username,
    title: record.usertitle === '' ? null : record.usertitle,
    timezone: zone,
    timeZone: zone,
    formattedName: escapeHtml(record.displayname || record.username),
    primaryGroup: groupWith(groups, record.usergroupid),
    secondaryGroups: secondary.map((id) => groupWith(groups, id)),
    ...(seesEmail && { email: record.email ?? '' }),
    joined: date(record.joindate),
    ...(site && { registrationIpAddress: record.ipaddress ?? '' }),
    warningPoints: 0,
    reputationPoints: record.reputation,
    photoUrl: record.avatarpath,
    photoUrlIsDefault: record.hascustomavatar !== 1,
    coverPhotoUrl: '',
    profileUrl: links.member(record),
    validating: waiting.has(record.usergroupid),
    posts: record.posts,
    lastActivity: dateOrNull(record.lastactivity),
    lastVisit: dateOrNull(record.lastvisit),
    lastPost: dateOrNull(record.lastpost),
    birthday: birthdayOf(record.birthday),
    profileViews: 0,
    customFields: {},
    rank: rankOf(record.rankid, ranks),
    achievements_points: record.reputation,
    allowAdminEmails: ((record.options ?? 0) & ADMIN_MAIL) !== 0,
    completed: record.email === undefined || record.email !== '',
  };
}

/** A rank asks for so many posts. */
function rankOf(rankid: number, ranks: Board['ranks']): Rank | null {
  const rank = ranks.find((one) => one.rankid === rankid);
  if (rank === undefined) return null;
  const { title, icon, minposts } = rank;
  return { id: rankid, name: title, url: icon, icon, points: minposts };
}

/** A guest who has written under a name. */
export function guestOf(name: string, { groups, site }: MemberView, avatar: string): Member {
  return {
    ...{ id: 0, name, title: null, timezone: 'UTC', timeZone: 'UTC' },
    formattedName: escapeHtml(name),
    primaryGroup: groupWith(groups, GUEST_GROUP),
    secondaryGroups: [],
    ...(site && { email: '' }),
    joined: date(0),
    ...(site && { registrationIpAddress: '' }),
    ...{ warningPoints: 0, reputationPoints: 0, photoUrl: avatar, photoUrlIsDefault: true },
    ...{ coverPhotoUrl: '', profileUrl: null, validating: false, posts: 0 },
    ...{ lastActivity: null, lastVisit: null, lastPost: null, birthday: null, profileViews: 0 },
    ...{ customFields: {}, rank: null, achievements_points: 0, allowAdminEmails: false },
    completed: true,
  };
}

/** The board knows how far a clock is ahead of UTC, and not where it hangs: the zones of that name turn the sign round. */
function zoneOf(offset = '0'): string {
  const hours = Math.round(Number(offset));
  if (hours === 0) return 'UTC';
  return `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`;
}

/** MM-DD-YYYY with 0000 for no year, as Invision writes it. */
function birthdayOf(birthday = ''): string | null {
  if (birthday === '') return null;
  const [month = '', day = '', year = '0000'] = birthday.split('-');
  return year === '0000' ? `${month}/${day}` : `${month}/${day}/${year}`;
}
