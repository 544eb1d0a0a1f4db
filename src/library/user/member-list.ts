import { type Clause, conjunction, everything } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { inUsergroups } from './membership.ts';

/** A member as lists show him: nothing that only he or an administrator may read. */
export interface ListedMember {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly usertitle: string;
  readonly usergroupid: number;
  readonly membergroupids: string;
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  readonly avatarid: number;
  /** His own picture; null without. */
  readonly avatarfiledataid: number | null;
}

const columns =
  'u.userid, u.username, u.displayname, u.usertitle, u.usergroupid, u.membergroupids, u.joindate, u.posts, u.reputation, u.avatarid, a.filedataid as avatarfiledataid';

/** The members of the list that exist, by id. */
export async function findMembers(
  db: Db,
  userids: readonly number[],
): Promise<ReadonlyMap<number, ListedMember>> {
  if (userids.length === 0) return new Map();
  const { sql, bindings } = inList(userids);
  const rows = await db.all<ListedMember>(
    `select ${columns} from "user" u left join customavatar a on a.userid = u.userid
      where u.userid in ${sql}`,
    bindings,
  );
  return new Map(rows.map((row) => [row.userid, row]));
}

/** The orders of a list of members, by the names that clients send. */
export const memberOrders = {
  username: 'usernamefold',
  joindate: 'joindate',
  posts: 'posts',
  reputation: 'reputation',
  lastactivity: 'lastactivity',
  userid: 'userid',
} as const;
export type MemberOrder = keyof typeof memberOrders;

/** Which members are meant: what is left out does not count. */
export interface MemberFilter {
  /** The beginning of a name (`usernameFold`); '' for all, `#` for names that begin with none of a to z. */
  readonly startswith?: string | undefined;
  /** A part of the name (`usernameFold`). */
  readonly contains?: string | undefined;
  /** A part of the e-mail address (`emailKey`). */
  readonly email?: string | undefined;
  readonly userids?: readonly number[] | undefined;
  /** In one of these usergroups, as the primary one or another. */
  readonly usergroups?: readonly number[] | undefined;
  /** Unix seconds, both included. */
  readonly activeafter?: number | undefined;
  readonly activebefore?: number | undefined;
}

export interface MemberList extends MemberFilter {
  readonly order: MemberOrder;
  readonly descending: boolean;
}

/** So many members of a list can be paged through, and are counted. */
export const LIST_LIMIT = 10_000;

/** One page of userids. */
export async function listMembers(
  db: Db,
  list: MemberList,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { sql, bindings } = conditionOf(list);
  const direction = list.descending ? 'desc' : 'asc';
  const rows = await db.all<{ userid: number }>(
    `select u.userid from "user" u where ${sql}
      order by u.${memberOrders[list.order]} ${direction}, u.userid ${direction} limit ? offset ?`,
    [...bindings, Math.max(0, Math.min(limit, LIST_LIMIT - offset)), Math.min(offset, LIST_LIMIT)],
  );
  return rows.map((row) => row.userid);
}

/** How many members are meant: at most {@link LIST_LIMIT}. */
export async function countMembers(db: Db, filter: MemberFilter): Promise<number> {
  const { sql, bindings } = conditionOf(filter);
  const row = await db.get<{ count: number }>(
    `select count(*) as count from
      (select u.userid from "user" u where ${sql} limit ${LIST_LIMIT}) found`,
    bindings,
  );
  return row?.count ?? 0;
}

/** Waiting for their e-mail address or a moderator to confirm them: not yet members. */
const isMember: Clause = { sql: 'u.usergroupid not in (3, 4)', bindings: [] };

function conditionOf(filter: MemberFilter): Clause {
  const { startswith = '', contains, email, userids, usergroups } = filter;
  const { activeafter, activebefore } = filter;
  return conjunction([
    // Who is asked for by id or usergroup may be waiting.
    ...(userids === undefined && usergroups === undefined ? [isMember] : []),
    beginning(startswith),
    ...given(contains, (part) => containing('u.usernamefold', part)),
    ...given(email, (part) => containing('u.emailkey', part)),
    ...given(userids, among),
    ...given(usergroups, (ids) => inUsergroups(ids.length > 0 ? ids : [0])),
    ...given(activeafter, (time) => ({ sql: 'u.lastactivity >= ?', bindings: [time] })),
    ...given(activebefore, (time) => ({ sql: 'u.lastactivity <= ?', bindings: [time] })),
  ]);
}

function given<T>(value: T | undefined, clause: (value: T) => Clause): Clause[] {
  return value === undefined ? [] : [clause(value)];
}

const LAST_CHARACTER = '\u{10FFFF}';

function beginning(startswith: string): Clause {
  if (startswith === '') return everything;
  if (startswith === '#')
    return { sql: "(u.usernamefold < 'a' or u.usernamefold >= '{')", bindings: [] };
  return {
    sql: 'u.usernamefold >= ? and u.usernamefold < ?',
    bindings: [startswith, startswith + LAST_CHARACTER],
  };
}

function containing(column: string, part: string): Clause {
  return {
    sql: `${column} like ? escape '!'`,
    bindings: [`%${part.replace(/[!%_]/g, '!$&')}%`],
  };
}

function among(userids: readonly number[]): Clause {
  const { sql, bindings } = inList(userids.length > 0 ? userids : [0]);
  return { sql: `u.userid in ${sql}`, bindings };
}
