import { type Clause, nothing } from '../../db/clause.ts';
import type { Db, Value } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** What can be followed: members, topics, channels. */
export const followTypes = ['follow_members', 'follow_contents', 'follow_channel'] as const;
export type FollowType = (typeof followTypes)[number];

/** `no` also stands for a member who wants to hear nothing of a topic; `pending` waits for the approval of the followed. */
export const followStatus = { no: 0, yes: 1, pending: 2 } as const;

/** Who follows what. */
export interface FollowKey {
  readonly userid: number;
  readonly type: FollowType;
  readonly itemid: number;
}

/** One side of a follow, with its state. */
export interface FollowRow {
  readonly type: FollowType;
  /** Who or what is followed; in a list of followers the follower. */
  readonly itemid: number;
  readonly status: number;
  /** Since when, Unix seconds. */
  readonly dateline: number;
}

const byKey = 'userid = ? and type = ? and itemid = ?';

function bindingsOf({ userid, type, itemid }: FollowKey): Value[] {
  return [userid, type, itemid];
}

/** The state of one follow: 0, 1 or 2. */
export async function findFollowStatus(db: Db, key: FollowKey): Promise<number> {
  const sql = `select status from follow where ${byKey}`;
  return (await db.get<{ status: number }>(sql, bindingsOf(key)))?.status ?? followStatus.no;
}

/** Which of the items a member follows, and how. */
export async function findFollowStatuses(
  db: Db,
  userid: number,
  type: FollowType,
  itemids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (itemids.length === 0) return new Map();
  const { sql, bindings } = inList(itemids);
  const rows = await db.all<{ itemid: number; status: number }>(
    `select itemid, status from follow where userid = ? and type = ? and itemid in ${sql}`,
    [userid, type, ...bindings],
  );
  return new Map(rows.map((row) => [row.itemid, row.status]));
}

/** Begins to follow; one who follows or waits already goes on so. Returns true when this changed anything. */
export async function insertFollow(
  db: Db,
  key: FollowKey,
  status: number,
  now: number,
): Promise<boolean> {
  const row = { ...key, status, dateline: now };
  const inserted = await db.run(
    db.knex('follow').insert(row).onConflict(['userid', 'type', 'itemid']).ignore(),
  );
  if (inserted > 0) return true;
  const renewed = await db.run(
    `update follow set status = ?, undostatus = -1, dateline = ? where ${byKey} and status = 0`,
    [status, now, ...bindingsOf(key)],
  );
  return renewed > 0;
}

/** Approves who waits; false when nobody does. */
export async function approveFollow(db: Db, key: FollowKey, now: number): Promise<boolean> {
  const sql = `update follow set status = 1, dateline = ? where ${byKey} and status = 2`;
  return (await db.run(sql, [now, ...bindingsOf(key)])) > 0;
}

/** The same, held until the transaction ends. */
export async function lockFollowStatus(db: Db, key: FollowKey): Promise<number> {
  const sql = `select status from follow where ${byKey}${db.forUpdate}`;
  return (await db.get<{ status: number }>(sql, bindingsOf(key)))?.status ?? followStatus.no;
}

/** Ends a follow, or only one in the state given; false when there was none. */
export async function deleteFollow(db: Db, key: FollowKey, status?: number): Promise<boolean> {
  const state = status === undefined ? 'status <> 0' : 'status = ?';
  const bindings = status === undefined ? [] : [status];
  const sql = `delete from follow where ${byKey} and ${state}`;
  return (await db.run(sql, [...bindingsOf(key), ...bindings])) > 0;
}

/** Ends all follows of these items. */
export async function deleteFollows(
  db: Db,
  userid: number,
  type: FollowType,
  itemids: readonly number[],
): Promise<number> {
  if (itemids.length === 0) return 0;
  const { sql, bindings } = inList(itemids);
  return db.run(
    `delete from follow where userid = ? and type = ? and status <> 0 and itemid in ${sql}`,
    [userid, type, ...bindings],
  );
}

/** Orders of lists: the member's own actions, or the size and activity of what is followed. */
export const followOrders = {
  all: 'f.dateline desc, f.followid desc',
  sort_recent: 'f.dateline desc, f.followid desc',
  sort_old: 'f.dateline, f.followid',
  mostactive: 'coalesce(n.totalcount, u.posts) desc, f.followid desc',
  leastactive: 'coalesce(n.totalcount, u.posts), f.followid',
  sort_popular: 'coalesce(n.votes, u.reputation) desc, f.followid desc',
  sort_activitynew: 'coalesce(n.lastcontent, u.lastpost) desc, f.followid desc',
  sort_activityold: 'coalesce(n.lastcontent, u.lastpost), f.followid',
} as const;
export type FollowOrder = keyof typeof followOrders;

/** Which follows of a member are listed. */
export interface FollowedList {
  readonly userid: number;
  readonly types: readonly FollowType[];
  readonly statuses: readonly number[];
  readonly order: FollowOrder;
  /** Unix seconds: only what has been active since; 0 for all. */
  readonly since: number;
  /** Empty for all. */
  readonly contenttypeids: readonly number[];
  /** What the reader may see, on the node `n`; undefined for nothing. */
  readonly visible: Clause | undefined;
}

export async function listFollowed(
  db: Db,
  list: FollowedList,
  offset: number,
  limit: number,
): Promise<FollowRow[]> {
  const { sql, bindings } = followed(list);
  return db.all<FollowRow>(
    `select f.type, f.itemid, f.status, f.dateline ${sql} order by ${followOrders[list.order]} limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

export async function countFollowed(db: Db, list: FollowedList): Promise<number> {
  const { sql, bindings } = followed(list);
  return countRows(db, sql, bindings);
}

function followed(list: FollowedList): { sql: string; bindings: Value[] } {
  const { userid, types, statuses, since, contenttypeids } = list;
  const visible = list.visible ?? nothing;
  const ofType =
    contenttypeids.length === 0 ? '' : ` and n.contenttypeid in (${contenttypeids.join(', ')})`;
  const active = since === 0 ? '' : ' and coalesce(n.lastcontent, u.lastpost) >= ?';
  return {
    sql: `from follow f
      left join node n on f.type <> 'follow_members' and n.nodeid = f.itemid
      left join "user" u on f.type = 'follow_members' and u.userid = f.itemid
      where f.userid = ? and f.type in (${marks(types)}) and f.status in (${marks(statuses)})
        and (u.userid is not null or (n.nodeid is not null${ofType} and (${visible.sql})))${active}`,
    bindings: [userid, ...types, ...statuses, ...visible.bindings, ...(since === 0 ? [] : [since])],
  };
}

/** Which followers of a member, topic or channel are listed. */
export interface FollowerList {
  readonly type: FollowType;
  readonly itemid: number;
  readonly statuses: readonly number[];
  readonly order: FollowOrder;
}

export async function listFollowers(
  db: Db,
  list: FollowerList,
  offset: number,
  limit: number,
): Promise<FollowRow[]> {
  const { sql, bindings } = followers(list);
  // The orders are those of what a member follows: here the one side is always a member.
  const order = followOrders[list.order].replace(/coalesce\(n\.\w+, (u\.\w+)\)/, '$1');
  return db.all<FollowRow>(
    `select f.type, f.userid as itemid, f.status, f.dateline ${sql} order by ${order} limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

export async function countFollowers(db: Db, list: FollowerList): Promise<number> {
  const { sql, bindings } = followers(list);
  return countRows(db, sql, bindings);
}

function followers(list: FollowerList): { sql: string; bindings: Value[] } {
  const { type, itemid, statuses } = list;
  return {
    sql: `from follow f join "user" u on u.userid = f.userid
      where f.type = ? and f.itemid = ? and f.status in (${marks(statuses)})`,
    bindings: [type, itemid, ...statuses],
  };
}

/** The ids of those who follow, in their order, after the one given: to go through them all in parts. */
export async function listFollowerIds(
  db: Db,
  { type, itemid }: Pick<FollowKey, 'type' | 'itemid'>,
  after: number,
  limit: number,
): Promise<number[]> {
  const rows = await db.all<{ userid: number }>(
    `select userid from follow where type = ? and itemid = ? and status = 1 and userid > ?
      order by userid limit ?`,
    [type, itemid, after, limit],
  );
  return rows.map((row) => row.userid);
}

/** What a stream of new content is made of. */
export interface Stream {
  readonly userid: number;
  /** Content of followed members; in followed topics and channels. */
  readonly of: readonly ('members' | 'places')[];
  /** Unix seconds. */
  readonly since: number;
  readonly visible: Clause;
  /** Empty for all. */
  readonly contenttypeids: readonly number[];
}

/** One page of the stream, the newest first: node ids. A member's own content is not in his stream. */
export async function listStream(
  db: Db,
  stream: Stream,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { userid, since, visible, of, contenttypeids } = stream;
  const ofType =
    contenttypeids.length === 0 ? '' : ` and n.contenttypeid in (${contenttypeids.join(', ')})`;
  const sql = of.map(
    (source) => `${streams[source]} and n.userid <> ?${ofType} and (${visible.sql})`,
  );
  const bindings = of.flatMap(() => [userid, since, userid, ...visible.bindings]);
  const rows = await db.far.all<{ nodeid: number }>(
    `${sql.join(' union ')} order by publishdate desc, nodeid desc limit ? offset ?`,
    [...bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

const streams = {
  members: `select n.nodeid as nodeid, n.publishdate as publishdate from follow f join node n on n.userid = f.itemid
    where f.userid = ? and f.type = 'follow_members' and f.status = 1 and n.created >= ?`,
  places: `select n.nodeid as nodeid, n.publishdate as publishdate from follow f
    join closure c on c.parent = f.itemid join node n on n.nodeid = c.child
    where f.userid = ? and f.type <> 'follow_members' and f.status = 1 and c.publishdate >= ?`,
} as const;

async function countRows(db: Db, sql: string, bindings: readonly Value[]): Promise<number> {
  const row = await db.far.get<{ count: number }>(`select count(*) as count ${sql}`, bindings);
  return row?.count ?? 0;
}

function marks(values: readonly unknown[]): string {
  return values.map(() => '?').join(', ');
}

/**
 * A member wants to hear nothing of a topic any more; what it was before is kept.
 * @returns the followid, to undo it with
 */
export async function muteTopic(
  db: Db,
  userid: number,
  itemid: number,
  now: number,
): Promise<number> {
  const key = { userid, type: 'follow_contents', itemid } as const;
  const row = { ...key, status: followStatus.no, dateline: now };
  const inserted = await db.run(
    db.knex('follow').insert(row).onConflict(['userid', 'type', 'itemid']).ignore(),
  );
  // MySQL assigns from left to right: what the second assignment changes, the first has kept
  if (inserted === 0)
    await db.run(
      `update follow set undostatus = status, status = 0 where ${byKey} and status <> 0`,
      bindingsOf(key),
    );
  const found = await db.get<{ followid: number }>(
    `select followid from follow where ${byKey}`,
    bindingsOf(key),
  );
  return found?.followid ?? 0;
}

/** Makes a topic what it was to the member before {@link muteTopic}; false when he did not mute it. */
export async function unmuteTopic(db: Db, userid: number, followid: number): Promise<boolean> {
  const own = "followid = ? and userid = ? and type = 'follow_contents' and status = 0";
  const removed = await db.run(`delete from follow where ${own} and undostatus < 1`, [
    followid,
    userid,
  ]);
  if (removed > 0) return true;
  const restored = await db.run(
    `update follow set status = undostatus, undostatus = -1 where ${own}`,
    [followid, userid],
  );
  return restored > 0;
}

/** Those of the members who want to hear nothing of the topic. */
export async function findMuting(
  db: Db,
  topicid: number,
  userids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (userids.length === 0) return new Set();
  const { sql, bindings } = inList(userids);
  const rows = await db.all<{ userid: number }>(
    `select userid from follow where type = 'follow_contents' and itemid = ? and status = 0
      and userid in ${sql}`,
    [topicid, ...bindings],
  );
  return new Set(rows.map((row) => row.userid));
}
