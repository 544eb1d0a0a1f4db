import type { Db, Value } from '../../db/db.ts';
import { userOptions } from './useroption.ts';

/** Somebody who is online. */
export interface OnlineRow {
  /** 0 for a guest. */
  readonly userid: number;
  readonly username: string | null;
  readonly displayname: string | null;
  readonly usertitle: string | null;
  readonly usergroupid: number | null;
  readonly avatarid: number | null;
  readonly avatarfiledataid: number | null;
  /** 1 for a member who does not want to be seen. */
  readonly invisible: number;
  readonly lastactivity: number;
  readonly host: string;
}

/** Who counts as online, and for whom. */
export interface OnlineScope {
  /** Unix seconds: sessions used since then. */
  readonly since: number;
  readonly now: number;
  /** Who asks: he sees himself. */
  readonly viewer: number;
  readonly seesInvisible: boolean;
}

export type OnlineKind = 'members' | 'guests';

export const onlineOrders = {
  time: { asc: 'lastactivity, userid', desc: 'lastactivity desc, userid desc' },
  username: { asc: 'username, lastactivity', desc: 'username desc, lastactivity' },
} as const;
export type OnlineOrder = keyof typeof onlineOrders;

const live = 's.lastactivity > ? and s.expires > ?';
const hidden = `(u.options & ${userOptions.invisible})`;

const members = `select u.userid as userid, u.username as username, u.displayname as displayname,
    u.usertitle as usertitle, u.usergroupid as usergroupid, u.avatarid as avatarid, v.filedataid as avatarfiledataid,
    case when ${hidden} = 0 then 0 else 1 end as invisible, a.lastactivity as lastactivity, a.host as host
  from (select s.userid, max(s.lastactivity) as lastactivity, max(s.host) as host from session s
    where ${live} and s.userid > 0 group by s.userid) a
  join "user" u on u.userid = a.userid left join customavatar v on v.userid = a.userid
  where (? = 1 or u.userid = ? or ${hidden} = 0)`;
const guests = `select 0 as userid, '' as username, '' as displayname, '' as usertitle, 1 as usergroupid,
    0 as avatarid, null as avatarfiledataid, 0 as invisible, s.lastactivity as lastactivity, s.host as host
  from session s where ${live} and s.userid = 0`;

/** One page of those who are online: each member once, each guest's session once. */
export async function listOnline(
  db: Db,
  scope: OnlineScope,
  kinds: readonly OnlineKind[],
  order: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<OnlineRow[]> {
  const sql = kinds.map((kind) => (kind === 'members' ? members : guests)).join(' union all ');
  const bindings = kinds.flatMap((kind) => bindingsOf(kind, scope));
  return db.far.all<OnlineRow>(`${sql} order by ${order} limit ? offset ?`, [
    ...bindings,
    limit,
    offset,
  ]);
}

export async function countOnline(db: Db, scope: OnlineScope, kind: OnlineKind): Promise<number> {
  const sql = kind === 'members' ? members : guests;
  const row = await db.far.get<{ count: number }>(
    `select count(*) as count from (${sql}) o`,
    bindingsOf(kind, scope),
  );
  return row?.count ?? 0;
}

function bindingsOf(kind: OnlineKind, scope: OnlineScope): Value[] {
  const { since, now, viewer, seesInvisible } = scope;
  return kind === 'guests' ? [since, now] : [since, now, seesInvisible ? 1 : 0, viewer];
}

/** The most who have been online at once, and when. */
export interface OnlineRecord {
  readonly recordusers: number;
  /** Unix seconds. */
  readonly maxonlinedate: number;
}

export async function findOnlineRecord(db: Db): Promise<OnlineRecord> {
  const row = await db.get<OnlineRecord>('select recordusers, maxonlinedate from onlinerecord');
  return row ?? { recordusers: 0, maxonlinedate: 0 };
}

/** Keeps a new record; an older, higher one stays. */
export async function raiseOnlineRecord(db: Db, users: number, now: number): Promise<void> {
  await db.run(
    'update onlinerecord set maxonlinedate = ?, recordusers = ? where recordid = 1 and recordusers < ?',
    [now, users, users],
  );
}
