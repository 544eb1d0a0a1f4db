import { everything } from '../../db/clause.ts';
import type { Db, Value } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

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
  userid: 'userid',
} as const;
export type MemberOrder = keyof typeof memberOrders;

export interface MemberList {
  readonly order: MemberOrder;
  readonly descending: boolean;
  /** The beginning of a name (`usernameFold`); '' for all, `#` for names that begin with none of a to z. */
  readonly startswith: string;
}

/** So many members of a list can be paged through, and are counted. */
export const LIST_LIMIT = 10_000;

/** Waiting for their e-mail address or a moderator to confirm them: not yet members. */
const isMember = 'u.usergroupid not in (3, 4)';
const LAST_CHARACTER = '\u{10FFFF}';

/** One page of userids. */
export async function listMembers(
  db: Db,
  list: MemberList,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { sql, bindings } = condition(list.startswith);
  const direction = list.descending ? 'desc' : 'asc';
  const rows = await db.all<{ userid: number }>(
    `select u.userid from "user" u where ${isMember} and ${sql}
      order by u.${memberOrders[list.order]} ${direction}, u.userid ${direction} limit ? offset ?`,
    [...bindings, Math.max(0, Math.min(limit, LIST_LIMIT - offset)), Math.min(offset, LIST_LIMIT)],
  );
  return rows.map((row) => row.userid);
}

/** How many members the list has: at most {@link LIST_LIMIT}. */
export async function countMembers(db: Db, startswith: string): Promise<number> {
  const { sql, bindings } = condition(startswith);
  const row = await db.get<{ count: number }>(
    `select count(*) as count from
      (select u.userid from "user" u where ${isMember} and ${sql} limit ${LIST_LIMIT}) found`,
    bindings,
  );
  return row?.count ?? 0;
}

function condition(startswith: string): { sql: string; bindings: readonly Value[] } {
  if (startswith === '') return everything;
  if (startswith === '#')
    return { sql: "(u.usernamefold < 'a' or u.usernamefold >= '{')", bindings: [] };
  return {
    sql: 'u.usernamefold >= ? and u.usernamefold < ?',
    bindings: [startswith, startswith + LAST_CHARACTER],
  };
}
