import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { BIRTH_YEARS } from './birthday.ts';
import { claimName } from './nameclaim.ts';
import type { StoredPassword } from './password.ts';
import { lockPoster } from './poster.ts';
import { deleteRememberTokens } from './remembertoken.ts';
import { newUserOptions } from './useroption.ts';
import { usernameColumns } from './username.ts';

/** What calls may read of a member. Password, keys and address are not among it. */
export interface UserRow {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly email: string;
  readonly usergroupid: number;
  readonly displaygroupid: number;
  /** Usergroup ids with commas between. */
  readonly membergroupids: string;
  readonly usertitle: string;
  /** The own title, else that of the usergroup shown. */
  readonly displayusertitle: string;
  /** MM-DD-YYYY, or ''. */
  readonly birthday: string;
  /** What others see of it: 0 nothing, 1 the day, 2 the age as well. */
  readonly showbirthday: number;
  readonly joindate: number;
  readonly lastvisit: number;
  readonly lastactivity: number;
  readonly lastpost: number;
  /** When the password was set. */
  readonly passworddate: number;
  readonly posts: number;
  /** Bits of `userOptions`. */
  readonly options: number;
  /** One of the default avatars. */
  readonly avatarid: number;
  /** The own avatar; null without. */
  readonly avatarfiledataid: number | null;
  readonly languageid: number;
  readonly styleid: number;
  readonly reputation: number;
  /** -1 withdrawn, 0 not asked, 1 given. */
  readonly privacyconsent: number;
  /** Hours from UTC. */
  readonly timezoneoffset: string;
  readonly status: string;
}

/** What is needed to log a member in. */
export interface Credentials extends StoredPassword {
  readonly userid: number;
  readonly usergroupid: number;
  readonly membergroupids: string;
  readonly lastvisit: number;
  readonly lastactivity: number;
  /** Grows with every change of the password, so that a slow login notices one in between. */
  readonly passworddate: number;
}

/** The columns that can be written. */
export interface UserColumns extends StoredPassword {
  readonly username: string;
  readonly email: string;
  /** Null without an address. */
  readonly emailkey: string | null;
  readonly usergroupid: number;
  readonly displaygroupid: number;
  readonly membergroupids: string;
  readonly usertitle: string;
  readonly birthday: string;
  readonly showbirthday: number;
  readonly ipaddress: string;
  readonly joindate: number;
  readonly lastvisit: number;
  readonly lastactivity: number;
  readonly passworddate: number;
  readonly options: number;
  readonly languageid: number;
  readonly styleid: number;
  readonly privacyconsent: number;
  readonly timezoneoffset: string;
  readonly status: string;
}

/** A new member: what is left out has the column's default. */
export type NewUser = Partial<UserColumns> & Pick<UserColumns, 'username' | 'token' | 'scheme'>;

export type UserChanges = Partial<Omit<UserColumns, keyof StoredPassword | 'passworddate'>>;

const selectUser = `
  select u.userid, u.username, u.displayname, u.email, u.usergroupid, u.displaygroupid,
    u.membergroupids, u.usertitle, u.birthday, u.joindate, u.lastvisit, u.lastactivity, u.lastpost,
    u.passworddate, u.showbirthday, u.posts, u.options, u.avatarid, u.languageid, u.styleid, u.reputation, u.privacyconsent,
    u.timezoneoffset, u.status, a.filedataid as avatarfiledataid,
    case when u.usertitle <> '' then u.usertitle else coalesce(g.usertitle, '') end as displayusertitle
  from "user" u
  left join customavatar a on a.userid = u.userid
  left join usergroup g on g.usergroupid =
    case when u.displaygroupid > 0 then u.displaygroupid else u.usergroupid end`;

const selectCredentials = `
  select userid, usergroupid, membergroupids, lastvisit, lastactivity, token, scheme, passworddate
  from "user"`;

export async function findUser(db: Db, userid: number): Promise<UserRow | undefined> {
  return db.get(`${selectUser} where u.userid = ?`, [userid]);
}

/** A member as he is, whose row is held until the end of the transaction: for what is worked out from it and written. */
export async function holdUser(db: Db, userid: number): Promise<UserRow | undefined> {
  await lockPoster(db, userid);
  return findUser(db, userid);
}

/** The members of the list that exist, in the list's order: one statement for any number. */
export async function findUsers(db: Db, userids: readonly number[]): Promise<UserRow[]> {
  if (userids.length === 0) return [];
  const { sql, bindings } = inList(userids);
  const rows = await db.all<UserRow>(`${selectUser} where u.userid in ${sql}`, bindings);
  const byId = new Map(rows.map((row) => [row.userid, row]));
  return [...new Set(userids)].flatMap((userid) => byId.get(userid) ?? []);
}

/** Where these members registered, by member. */
export async function findRegistrationAddresses(
  db: Db,
  userids: readonly number[],
): Promise<ReadonlyMap<number, { readonly ipaddress: string }>> {
  if (userids.length === 0) return new Map();
  const { sql, bindings } = inList(userids);
  const rows = await db.all<{ userid: number; ipaddress: string }>(
    `select userid, ipaddress from "user" where userid in ${sql}`,
    bindings,
  );
  return new Map(rows.map(({ userid, ipaddress }) => [userid, { ipaddress }]));
}

/** @param usernamekey from `usernameKey` */
export async function findUserByName(db: Db, usernamekey: string): Promise<UserRow | undefined> {
  return db.get(`${selectUser} where u.usernamekey = ?`, [usernamekey]);
}

/** The ids of the members with these names; names that nobody has are left out. @param keys from `usernameKey` */
export async function findUseridsByNames(db: Db, keys: readonly string[]): Promise<number[]> {
  if (keys.length === 0) return [];
  const query = db
    .knex('user')
    .whereIn('usernamekey', [...keys])
    .select('userid');
  return (await db.all<{ userid: number }>(query)).map((row) => row.userid);
}

/** @param key from `emailKey` */
export async function findUserByEmail(db: Db, key: string): Promise<UserRow | undefined> {
  return db.get(`${selectUser} where u.emailkey = ?`, [key]);
}

export async function findCredentials(
  db: Db,
  usernamekey: string,
): Promise<Credentials | undefined> {
  return db.get(`${selectCredentials} where usernamekey = ?`, [usernamekey]);
}

/** The address from which the member registered. */
export async function findIpAddress(db: Db, userid: number): Promise<string> {
  const row = await db.get<{ ipaddress: string }>('select ipaddress from "user" where userid = ?', [
    userid,
  ]);
  return row?.ipaddress ?? '';
}

/**
 * Inserts a member with the switches that a new one begins with, unless told otherwise; returns the userid. A name that
 * is taken, or looks like one that is, and an address that is taken, meet their unique keys.
 */
export async function insertUser(db: Db, user: NewUser): Promise<number> {
  const row = { options: newUserOptions, ...user, ...usernameColumns(user.username) };
  const userid = await db.insert('user', row, 'userid');
  await claimName(db, userid, user.username, user.joindate ?? 0);
  return userid;
}

/** Writes the columns given, but for the name: that is `renameUser`'s. An address that is taken meets its unique key. */
export async function updateUser(
  db: Db,
  userid: number,
  changes: Omit<UserChanges, 'username'>,
): Promise<void> {
  if (Object.keys(changes).length === 0) return;
  await db.run(db.knex('user').where({ userid }).update(changes));
}

/** Moves a member from one primary usergroup to another; false when he was not in it. */
export async function moveUser(db: Db, userid: number, from: number, to: number): Promise<boolean> {
  const moved = await db.run(
    'update "user" set usergroupid = ? where userid = ? and usergroupid = ?',
    [to, userid, from],
  );
  return moved > 0;
}

/** Sets a new password, and ends the tokens that stood for the old one. */
export async function updatePassword(
  db: Db,
  userid: number,
  { token, scheme }: StoredPassword,
  now: number,
): Promise<void> {
  await db.run(
    `update "user" set token = ?, scheme = ?,
       passworddate = case when passworddate >= ? then passworddate + 1 else ? end
     where userid = ?`,
    [token, scheme, now, now, userid],
  );
  await deleteRememberTokens(db, userid);
}

/** Keeps the same password in another scheme; does nothing when the password has been changed since. */
export async function updateHash(
  db: Db,
  { userid, passworddate }: Credentials,
  { token, scheme }: StoredPassword,
): Promise<void> {
  await db.run('update "user" set token = ?, scheme = ? where userid = ? and passworddate = ?', [
    token,
    scheme,
    userid,
    passworddate,
  ]);
}

/**
 * When the member's last visit ended, as SQL with a binding: activity until then was of another visit. So a visit may have many logins, and what is new since the last one stays new throughout.
 */
export const LAST_VISIT = 'case when lastactivity <= ? then lastactivity else lastvisit end';

/** The same for a row. @param pause seconds without a call after which a visit is over (option `cookietimeout`) */
export function lastVisitOf(
  { lastvisit, lastactivity }: Pick<Credentials, 'lastvisit' | 'lastactivity'>,
  now: number,
  pause: number,
): number {
  return lastactivity <= now - pause ? lastactivity : lastvisit;
}

/**
 * Notes a login. Holds the member's row until the end of the transaction; returns false when the password has been
 * changed since the credentials were read.
 */
export async function recordLogin(
  db: Db,
  { userid, passworddate }: Credentials,
  now: number,
  pause: number,
): Promise<boolean> {
  // the order matters: MariaDB reads a column anew after setting it
  const changed = await db.run(
    `update "user" set lastvisit = ${LAST_VISIT}, lastactivity = ? where userid = ? and passworddate = ?`,
    [now - pause, now, userid, passworddate],
  );
  return changed > 0;
}

/** Notes that members have been here. */
export async function recordVisits(
  db: Db,
  userids: readonly number[],
  now: number,
  pause: number,
): Promise<void> {
  if (userids.length === 0) return;
  const { sql, bindings } = inList(userids);
  await db.run(
    `update "user" set lastvisit = ${LAST_VISIT}, lastactivity = ? where lastactivity < ? and userid in ${sql}`,
    [now - pause, now, now, ...bindings],
  );
}

/**
 * Holds the member's row until the end of the transaction; returns false when the password has been changed since the
 * credentials were read.
 */
export async function holdPassword(
  db: Db,
  { userid, passworddate }: Credentials,
): Promise<boolean> {
  const held = await db.run(
    'update "user" set passworddate = passworddate where userid = ? and passworddate = ?',
    [userid, passworddate],
  );
  return held > 0;
}

/** A member whose birthday it is. */
export interface BirthdayRow {
  readonly userid: number;
  readonly username: string;
  readonly birthday: string;
  readonly showbirthday: number;
}

/**
 * Members who let others see that their birthday is on this day. Each year by itself: the index compares whole
 * birthdays, and not all databases find a beginning by it.
 * @param day MM-DD
 */
export async function listBirthdays(db: Db, day: string, limit: number): Promise<BirthdayRow[]> {
  return db.all(
    `select userid, username, birthday, showbirthday from "user"
      where birthday in (${BIRTH_YEARS.map(() => '?').join(', ')}) and showbirthday > 0
        and usergroupid not in (3, 4)
      order by usernamefold, userid limit ?`,
    [...BIRTH_YEARS.map((year) => `${day}-${year}`), limit],
  );
}

/** True when there is a usergroup for each of the ids. */
export async function groupsExist(db: Db, usergroupids: readonly number[]): Promise<boolean> {
  const wanted = [...new Set(usergroupids)];
  const query = db.knex('usergroup').whereIn('usergroupid', wanted).count({ found: '*' });
  const row = await db.get<{ found: number }>(query);
  return row?.found === wanted.length;
}
