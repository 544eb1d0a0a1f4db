import { type Clause, nothing } from '../../db/clause.ts';
import type { Db, Value } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import type { Mark } from '../marks/noderead.ts';

/** Every type of notification and its category. */
export const notificationTypes = {
  reply: 'content',
  comment: 'content',
  threadcomment: 'content',
  usermention: 'content',
  quote: 'content',
  subscription: 'content',
  vm: 'visitormessage',
  rate: 'nodeaction',
  vote: 'pollvote',
  follow: 'userrelation',
  following: 'userrelation',
} as const;
export type NotificationType = keyof typeof notificationTypes;
export type NotificationCategory = (typeof notificationTypes)[NotificationType];

export interface NewNotification {
  readonly type: NotificationType;
  /** 0 for a guest. */
  readonly sender: number;
  /** 0 when it is about no node; then it is about the sender. */
  readonly sentbynodeid: number;
  /** Unix seconds. */
  readonly now: number;
}

const key = ['recipient', 'type', 'sentbynodeid', 'aboutuserid'];

/** Tells each of the recipients, once: who has been told already is not told again. */
export async function insertNotifications(
  db: Db,
  recipients: readonly number[],
  { type, sender, sentbynodeid, now }: NewNotification,
): Promise<void> {
  if (recipients.length === 0) return;
  const aboutuserid = sentbynodeid === 0 ? sender : 0;
  const rows = recipients.map((recipient) => ({
    recipient,
    type,
    sender,
    sentbynodeid,
    aboutuserid,
    lastsenttime: now,
  }));
  await db.run(db.knex('notification').insert(rows).onConflict(key).ignore());
}

/** Tells of something that goes on happening to one node: the row there is comes back unread, once for each time. */
export async function renewNotification(
  db: Db,
  recipient: number,
  notification: NewNotification,
): Promise<void> {
  await insertNotifications(db, [recipient], notification);
  const { type, sender, sentbynodeid, now } = notification;
  await db.run(
    `update notification set sender = ?, lastsenttime = ?, lastreadtime = 0
      where recipient = ? and type = ? and sentbynodeid = ? and lastsenttime < ?`,
    [sender, now, recipient, type, sentbynodeid, now],
  );
}

/** Those of the members who have been told of the node. */
export async function findTold(
  db: Db,
  nodeid: number,
  userids: readonly number[],
): Promise<ReadonlySet<number>> {
  if (userids.length === 0) return new Set();
  const { sql, bindings } = inList(userids);
  const rows = await db.all<{ recipient: number }>(
    `select distinct recipient from notification where sentbynodeid = ? and recipient in ${sql}`,
    [nodeid, ...bindings],
  );
  return new Set(rows.map((row) => row.recipient));
}

/** Takes back what was told of a node when its last vote has gone; else it names the newest voter. */
export async function retractVote(db: Db, nodeid: number, voter: number): Promise<void> {
  const newest = await db.get<{ userid: number }>(
    'select userid from nodevote where nodeid = ? order by nodevoteid desc limit 1',
    [nodeid],
  );
  const about = "where type = 'rate' and sentbynodeid = ?";
  if (newest === undefined) await db.run(`delete from notification ${about}`, [nodeid]);
  else
    await db.run(`update notification set sender = ? ${about} and sender = ?`, [
      newest.userid,
      nodeid,
      voter,
    ]);
}

/** A notification with what it is about. */
export interface NotificationRow {
  readonly notificationid: number;
  readonly type: NotificationType;
  readonly sender: number;
  readonly sentbynodeid: number;
  readonly lastsenttime: number;
  readonly lastreadtime: number;
  readonly sender_username: string | null;
  readonly sender_displayname: string | null;
  readonly sender_avatarid: number | null;
  readonly sender_avatarfiledataid: number | null;
  readonly authorname: string | null;
  readonly title: string | null;
  readonly votes: number | null;
  readonly starter: number | null;
  readonly startertitle: string | null;
  readonly channelid: number | null;
  readonly previewtext: string | null;
}

/** Which of a member's notifications. */
export interface NotificationFilter {
  readonly recipient: number;
  /** What he may see, on the node `n`; undefined for nothing. */
  readonly visible: Clause | undefined;
  readonly types: readonly NotificationType[];
  /** True for unread ones only, false for read ones only. */
  readonly unread: boolean | undefined;
  /** Notifications left out. */
  readonly except: readonly number[];
}

const columns = `x.notificationid, x.type, x.sender, x.sentbynodeid, x.lastsenttime, x.lastreadtime,
  u.username as sender_username, u.displayname as sender_displayname, u.avatarid as sender_avatarid,
  v.filedataid as sender_avatarfiledataid,
  n.authorname, n.title, n.votes, n.starter, n.channelid, b.title as startertitle, t.previewtext`;

/** One page, by the time they were sent. */
export async function listNotifications(
  db: Db,
  filter: NotificationFilter,
  { descending, offset, limit }: { descending: boolean; offset: number; limit: number },
): Promise<NotificationRow[]> {
  const { sql, bindings } = conditionOf(filter);
  const direction = descending ? 'desc' : 'asc';
  return db.all<NotificationRow>(
    `select ${columns} from notification x left join node n on n.nodeid = x.sentbynodeid
      left join "user" u on u.userid = x.sender left join customavatar v on v.userid = x.sender
      left join node b on b.nodeid = n.starter
      left join text t on t.nodeid = n.nodeid
      where ${sql} order by x.lastsenttime ${direction}, x.notificationid ${direction} limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

/** How many there are; it stops at `most`, so that it takes no longer for whoever never reads. */
export async function countNotifications(
  db: Db,
  filter: NotificationFilter,
  most: number,
): Promise<number> {
  const { sql, bindings } = conditionOf(filter);
  const row = await db.get<{ count: number }>(
    `select count(*) as count from (select x.notificationid from notification x
      left join node n on n.nodeid = x.sentbynodeid where ${sql} limit ?) c`,
    [...bindings, most],
  );
  return row?.count ?? 0;
}

function conditionOf(filter: NotificationFilter): { sql: string; bindings: Value[] } {
  const { recipient, types, unread, except } = filter;
  const visible = filter.visible ?? nothing;
  const read = unread === undefined ? '' : ` and x.lastreadtime ${unread ? '=' : '>'} 0`;
  const others = except.length === 0 ? undefined : inList(except);
  return {
    sql: `x.recipient = ?${read} and x.type in (${types.map(() => '?').join(', ')})
      ${others === undefined ? '' : `and x.notificationid not in ${others.sql}`}
      and (x.sentbynodeid = 0 or (n.nodeid is not null and (${visible.sql})))`,
    bindings: [recipient, ...types, ...(others?.bindings ?? []), ...visible.bindings],
  };
}

/** A member's notifications: all of them, or those with these ids. What he may not see is never among them. */
export interface OwnNotifications {
  readonly recipient: number;
  readonly visible: Clause | undefined;
  readonly ids?: readonly number[] | undefined;
}

/** Marks them as read; returns how many were unread. */
export async function markNotificationsRead(
  db: Db,
  own: OwnNotifications,
  now: number,
): Promise<number> {
  const { sql, bindings } = ownCondition(own);
  return db.run(`update notification set lastreadtime = ? where lastreadtime = 0 and ${sql}`, [
    now,
    ...bindings,
  ]);
}

/**
 * Marks as read what a member was told of posts that he has read now: of those below these nodes as far as the mark goes.
 */
export async function dismissSeen(
  db: Db,
  recipient: number,
  nodeids: readonly number[],
  { readtime, readid }: Mark,
  now: number,
): Promise<void> {
  if (nodeids.length === 0) return;
  const { sql, bindings } = inList(nodeids);
  await db.run(
    `update notification set lastreadtime = ? where recipient = ? and lastreadtime = 0
      and sentbynodeid <> 0 and exists (select 1 from closure c
        where c.child = notification.sentbynodeid and c.parent in ${sql}
          and (c.publishdate < ? or (c.publishdate = ? and c.child <= ?)))`,
    [now, recipient, ...bindings, readtime, readtime, readid],
  );
}

/** Deletes them; returns how many there were. */
export async function deleteNotifications(db: Db, own: OwnNotifications): Promise<number> {
  const { sql, bindings } = ownCondition(own);
  return db.run(`delete from notification where ${sql}`, bindings);
}

function ownCondition({ recipient, visible = nothing, ids }: OwnNotifications) {
  if (ids?.length === 0) return nothing;
  const wanted = ids === undefined ? undefined : inList(ids);
  return {
    sql: `recipient = ?${wanted === undefined ? '' : ` and notificationid in ${wanted.sql}`}
      and (sentbynodeid = 0 or exists (select n.nodeid from node n
        where n.nodeid = notification.sentbynodeid and (${visible.sql})))`,
    bindings: [recipient, ...(wanted?.bindings ?? []), ...visible.bindings],
  };
}
