import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** A member who may be banned, with the usergroups he has while he is not. */
export interface Bannable {
  readonly userid: number;
  readonly usergroupid: number;
  readonly membergroupids: string;
}

export interface NewBan {
  /** The usergroup of banned members that they go to. */
  readonly usergroupid: number;
  /** Who bans. */
  readonly adminid: number;
  /** Unix seconds. */
  readonly bandate: number;
  /** Unix seconds; 0 for ever. */
  readonly liftdate: number;
  readonly reason: string;
}

/** The usergroup of members; what a banned one goes to when nothing tells of another. */
const REGISTERED = 2;
const LATEST = 2_147_483_647;

/** The ends of a period of so many units after a date. */
const units: Readonly<Record<string, (date: Date, count: number) => number>> = {
  D: (date, count) => date.setUTCDate(date.getUTCDate() + count),
  W: (date, count) => date.setUTCDate(date.getUTCDate() + 7 * count),
  M: (date, count) => date.setUTCMonth(date.getUTCMonth() + count),
  Y: (date, count) => date.setUTCFullYear(date.getUTCFullYear() + count),
};

/**
 * When a ban of this period ends: `D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, `PERMANENT` never.
 * @returns Unix seconds, 0 for never; undefined for what is no period
 */
export function liftDate(period: string, now: number): number | undefined {
  if (period === 'PERMANENT') return 0;
  const [, unit = '', count = ''] = /^([DWMY])_([1-9]\d{0,3})$/.exec(period) ?? [];
  const end = units[unit]?.(new Date(now * 1000), Number(count));
  const liftdate = end === undefined ? LATEST : Math.floor(end / 1000);
  return liftdate < LATEST ? liftdate : undefined;
}

/** Holds the members' rows until the end of the transaction. Those who do not exist are missing. */
export async function lockBannable(db: Db, userids: readonly number[]): Promise<Bannable[]> {
  const { sql, bindings } = inList(userids);
  const members = await db.all<Bannable>(
    `select userid, usergroupid, membergroupids from "user" where userid in ${sql} order by userid${db.forUpdate}`,
    bindings,
  );
  const bans = await db.all<{ userid: number; usergroupid: number }>(
    `select userid, usergroupid from userban where userid in ${sql}`,
    bindings,
  );
  const former = new Map(bans.map((ban) => [ban.userid, ban.usergroupid]));
  return members.map((member) => ({
    ...member,
    usergroupid: former.get(member.userid) ?? member.usergroupid,
  }));
}

/** Bans the members, whose rows are held. A ban that there is already is replaced. */
export async function insertBans(db: Db, members: readonly Bannable[], ban: NewBan): Promise<void> {
  const { usergroupid: group, ...facts } = ban;
  const rows = members.map(({ userid, usergroupid }) => ({ userid, usergroupid, ...facts }));
  await db.run(db.knex('userban').insert(rows).onConflict('userid').merge());
  const { sql, bindings } = inList(members.map(({ userid }) => userid));
  await db.run(`update "user" set usergroupid = ? where userid in ${sql}`, [group, ...bindings]);
}

/** Gives members whose ban is over their usergroup back; returns how many bans there were. @param now Unix seconds */
export async function liftBans(db: Db, now: number): Promise<number> {
  const over = 'liftdate > 0 and liftdate <= ?';
  await giveGroupsBack(db, `(select b.userid from userban b where ${over})`, [now]);
  return db.run(`delete from userban where ${over}`, [now]);
}

/** Lifts the bans of these members, whatever their end. */
export async function liftBansOf(db: Db, userids: readonly number[]): Promise<void> {
  const { sql, bindings } = inList(userids);
  await giveGroupsBack(db, sql, bindings);
  await forgetBans(db, userids);
}

/** Forgets the bans of members who have been given another usergroup. */
export async function forgetBans(db: Db, userids: readonly number[]): Promise<void> {
  const { sql, bindings } = inList(userids);
  await db.run(`delete from userban where userid in ${sql}`, bindings);
}

/** A usergroup that is given back must be there, and must not ban again. */
async function giveGroupsBack(db: Db, userids: string, bindings: readonly number[]): Promise<void> {
  await db.run(
    `update "user" set usergroupid = coalesce((select b.usergroupid from userban b
        join usergroup f on f.usergroupid = b.usergroupid and f.banned = 0 where b.userid = "user".userid), ${REGISTERED})
      where userid in ${userids} and usergroupid in (select g.usergroupid from usergroup g where g.banned = 1)`,
    bindings,
  );
}

/** True while a ban is in force, or the member is in a usergroup of banned members. */
export async function isBanned(db: Db, userid: number, now: number): Promise<boolean> {
  const row = await db.get(
    `select u.userid from "user" u
      join usergroup g on g.usergroupid = u.usergroupid
      left join userban b on b.userid = u.userid
      where u.userid = ? and (b.liftdate = 0 or b.liftdate > ? or (b.userid is null and g.banned = 1))`,
    [userid, now],
  );
  return row !== undefined;
}

/** True for a usergroup of banned members. */
export async function isBanGroup(db: Db, usergroupid: number): Promise<boolean> {
  const row = await db.get(
    'select usergroupid from usergroup where usergroupid = ? and banned = 1',
    [usergroupid],
  );
  return row !== undefined;
}
