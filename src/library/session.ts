import { randomBytes } from 'node:crypto';
import type { Db } from '../db/db.ts';
import type { Grant, ModeratorGrant } from '../permissions.ts';
import { type ApiClient, guest, type Principal, type Session } from '../principal.ts';
import { clockOffset } from './user.ts';

/** A session with the client it belongs to and whoever is logged in. */
export interface Found {
  readonly session: Session;
  readonly client: ApiClient;
  readonly principal: Principal;
}

export interface NewSession {
  readonly apiclientid: number;
  /** 0 for a guest. */
  readonly userid: number;
  readonly host: string;
  /** Unix seconds. */
  readonly now: number;
  /** Seconds. */
  readonly lifetime: number;
}

/** The administrator bits of each usergroup that has any. */
type GroupAdmin = ReadonlyMap<number, number>;

/** 32 hex digits that nobody can guess. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}

export async function insertSession(db: Db, wanted: NewSession): Promise<Session> {
  const { apiclientid, userid, host, now, lifetime } = wanted;
  const session: Session = {
    apiaccesstoken: newToken(),
    sessionhash: newToken(),
    apiclientid,
    created: now,
    lastactivity: now,
    expires: now + lifetime,
  };
  await db.run(db.knex('session').insert({ ...session, userid, host }));
  return session;
}

const liveSession = `
  select s.apiaccesstoken, s.sessionhash, s.apiclientid, s.created, s.lastactivity, s.expires,
    c.secret, c.clientname,
    u.userid, u.username, u.usergroupid, u.membergroupids, u.languageid,
    u.timezoneoffset, u.options, b.reason, b.liftdate
  from session s
  join apiclient c on c.apiclientid = s.apiclientid and c.revoked = 0
  left join "user" u on u.userid = s.userid
  left join userban b on b.userid = u.userid and (b.liftdate = 0 or b.liftdate > ?)
  where s.apiaccesstoken = ? and s.expires > ?`;

interface SessionRow extends Session, ApiClient, BanColumns {
  readonly userid: number | null;
  readonly username: string | null;
  readonly usergroupid: number | null;
  readonly membergroupids: string | null;
  readonly languageid: number | null;
  readonly timezoneoffset: string | null;
  readonly options: number | null;
}

interface BanColumns {
  readonly reason: string | null;
  readonly liftdate: number | null;
}

/** Finds a live session of a client that has not been revoked. */
export async function findSession(
  db: Db,
  token: string,
  now: number,
  groupAdmin: GroupAdmin,
): Promise<Found | undefined> {
  if (!/^[0-9a-f]{32}$/.test(token)) return undefined;
  const row = await db.get<SessionRow>(liveSession, [now, token, now]);
  if (row === undefined) return undefined;
  const { apiaccesstoken, sessionhash, apiclientid, created, lastactivity, expires } = row;
  const { secret, clientname } = row;
  return {
    session: { apiaccesstoken, sessionhash, apiclientid, created, lastactivity, expires },
    client: { apiclientid, secret, clientname },
    principal: await principalOf(db, row, groupAdmin),
  };
}

/** Logs a member in: the token stays, the session hash is new. Returns that; undefined when the session is gone. */
export async function bindSession(
  db: Db,
  token: string,
  userid: number,
  now: number,
  lifetime: number,
): Promise<string | undefined> {
  const sessionhash = newToken();
  const changed = await db.run(
    'update session set userid = ?, sessionhash = ?, lastactivity = ?, expires = ? where apiaccesstoken = ? and expires > ?',
    [userid, sessionhash, now, now + lifetime, token, now],
  );
  return changed === 0 ? undefined : sessionhash;
}

/**
 * Logs out: the token stands for a guest from now on, and only for `grace` seconds more, for apps that go on using
 * it. A `lastactivity` of 0 marks it as retired, so that its life is not prolonged.
 */
export async function retireSession(
  db: Db,
  token: string,
  now: number,
  grace: number,
): Promise<void> {
  await db.run(
    'update session set userid = 0, sessionhash = ?, lastactivity = 0, expires = ? where apiaccesstoken = ?',
    [newToken(), now + grace, token],
  );
}

/** Ends the member's sessions but the one with the token `except`; returns how many. */
export async function deleteSessionsOfUser(
  db: Db,
  userid: number,
  except: string,
): Promise<number> {
  return db.run('delete from session where userid = ? and apiaccesstoken <> ?', [userid, except]);
}

/** What a member may know of one of his sessions. */
export interface SessionTrace {
  readonly clientname: string;
  /** The address that it began from. */
  readonly host: string;
  /** Unix seconds. */
  readonly created: number;
  /** Unix seconds. */
  readonly lastactivity: number;
}

/** The member's live sessions, the newest first. */
export async function listSessions(db: Db, userid: number, now: number): Promise<SessionTrace[]> {
  return db.all(
    `select c.clientname, s.host, s.created, s.lastactivity from session s
      join apiclient c on c.apiclientid = s.apiclientid
      where s.userid = ? and s.expires > ? order by s.created desc`,
    [userid, now],
  );
}

/** Prolongs the lives of sessions that have been used; not of retired ones, and of none that is over. */
export async function touchSessions(
  db: Db,
  tokens: readonly string[],
  now: number,
  lifetime: number,
): Promise<void> {
  if (tokens.length === 0) return;
  const used = db
    .knex('session')
    .whereIn('apiaccesstoken', tokens)
    .where('lastactivity', '>', 0)
    .where('expires', '>', now);
  await db.run(used.update({ lastactivity: now, expires: now + lifetime }));
}

/** Deletes the sessions whose life is over; returns how many. */
export async function deleteExpired(db: Db, now: number): Promise<number> {
  return db.run('delete from session where expires <= ?', [now]);
}

/** The administrator bits of somebody in these usergroups. */
export function adminBits(groups: readonly number[], groupAdmin: GroupAdmin): number {
  return groups.reduce((bits, group) => bits | (groupAdmin.get(group) ?? 0), 0);
}

/** All usergroups of a member, the primary one first. */
export function groupsOf(usergroupid: number, membergroupids: string): number[] {
  const others = membergroupids.split(',').map(Number);
  return [...new Set([usergroupid, ...others.filter((group) => group > 0)])];
}

async function principalOf(db: Db, row: SessionRow, groupAdmin: GroupAdmin): Promise<Principal> {
  const { userid, username, usergroupid, membergroupids, timezoneoffset, options } = row;
  if (userid === null || username === null || usergroupid === null) return guest;
  const groups = groupsOf(usergroupid, membergroupids ?? '');
  const ban = banOf(row);
  return {
    userid,
    username,
    usergroupid,
    groups,
    adminpermissions: adminBits(groups, groupAdmin),
    ...(await listParts(db, userid)),
    languageid: row.languageid ?? 0,
    clockoffset: clockOffset({ timezoneoffset: timezoneoffset ?? '0', options: options ?? 0 }),
    ...(ban && { ban }),
  };
}

function banOf({ reason, liftdate }: BanColumns): Principal['ban'] {
  return reason === null || liftdate === null ? undefined : { reason, liftdate };
}

const parts = `select nodeid, groupid, 0 as permissions from groupintopic where userid = ?
  union all select nodeid, 0, permissions from moderator where userid = ? order by 1, 2`;

/** What a member is in single channels: in one statement, since sessions are read often. */
async function listParts(db: Db, userid: number): Promise<Pick<Principal, 'grants' | 'moderator'>> {
  const rows = await db.all<Grant & ModeratorGrant>(parts, [userid, userid]);
  return {
    grants: rows.flatMap(({ nodeid, groupid }) => (groupid > 0 ? [{ nodeid, groupid }] : [])),
    moderator: rows.flatMap(({ nodeid, groupid, permissions }) =>
      groupid > 0 ? [] : [{ nodeid, permissions }],
    ),
  };
}

/** The usergroups granted to a member in single channels. */
export async function listGrants(db: Db, userid: number): Promise<Grant[]> {
  return db.all<Grant>(
    'select nodeid, groupid from groupintopic where userid = ? order by nodeid, groupid',
    [userid],
  );
}
