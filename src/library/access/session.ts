import type { Db } from '../../db/db.ts';
import type { Grant, ModeratorGrant } from '../../permissions.ts';
import { type ApiClient, guest, type Principal, type Session } from '../../principal.ts';
import { CHUNK, deleteChunk } from '../../db/prune.ts';
import { newToken } from './token.ts';
import { clockOffset } from '../user/useroption.ts';

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
  /** The network that asks for a session which it may never use: see {@link UNUSED_LIFETIME}. */
  readonly unusedfrom?: string;
}

/** Seconds that a session lives which is not used. */
const UNUSED_LIFETIME = 6 * 3600;
/** Unused sessions of a network: for one more the oldest goes. */
const MOST_UNUSED = 1000;
/** Sessions of a member, beyond which the longest unused go. */
const MOST_OF_MEMBER = 100;
/** A guest's session lives a day after its last use, and four times as long as it has been in use. */
const GUEST_LIFETIME = 86_400;
const GUEST_GROWTH = 4;

/** The administrator bits of each usergroup that has any. */
type GroupAdmin = ReadonlyMap<number, number>;

export async function insertSession(db: Db, wanted: NewSession): Promise<Session> {
  const { apiclientid, userid, host, now, lifetime, unusedfrom = '' } = wanted;
  const unused = unusedfrom !== '';
  if (unused) await deleteOldestUnused(db, unusedfrom);
  const session = {
    apiaccesstoken: newToken(),
    sessionhash: newToken(),
    apiclientid,
    created: now,
    lastactivity: now,
    expires: now + (unused ? Math.min(lifetime, UNUSED_LIFETIME) : lifetime),
  };
  await db.run(db.knex('session').insert({ ...session, userid, host, unusedfrom }));
  return { ...session, unused };
}

async function deleteOldestUnused(db: Db, network: string): Promise<void> {
  const surplus = await db.all<{ apiaccesstoken: string }>(
    `select apiaccesstoken from session where unusedfrom = ? order by created desc
      limit ${CHUNK} offset ${MOST_UNUSED - 1}`,
    [network],
  );
  if (surplus.length === 0) return;
  const tokens = surplus.map((row) => row.apiaccesstoken);
  await db.run(db.knex('session').whereIn('apiaccesstoken', tokens).delete());
}

const liveSession = `
  select s.apiaccesstoken, s.sessionhash, s.apiclientid, s.created, s.lastactivity, s.expires, s.unusedfrom,
    c.secret, c.clientname,
    u.userid, u.username, u.usergroupid, u.membergroupids, u.languageid,
    u.timezoneoffset, u.options, b.reason, b.liftdate
  from session s
  join apiclient c on c.apiclientid = s.apiclientid and c.revoked = 0
  left join "user" u on u.userid = s.userid
  left join userban b on b.userid = u.userid and (b.liftdate = 0 or b.liftdate > ?)
  where s.apiaccesstoken = ? and s.expires > ?`;

interface SessionRow extends Omit<Session, 'unused'>, ApiClient, BanColumns {
  readonly unusedfrom: string;
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
  const unused = row.unusedfrom !== '';
  return {
    session: { apiaccesstoken, sessionhash, apiclientid, created, lastactivity, expires, unused },
    client: { apiclientid, secret, clientname },
    principal: await principalOf(db, row, groupAdmin),
  };
}

/** The token of one of the client's sessions by the session's hash. */
export async function tokenOfHash(
  db: Db,
  apiclientid: number,
  sessionhash: string,
): Promise<string | undefined> {
  const row = await db.get<{ apiaccesstoken: string }>(
    'select apiaccesstoken from session where apiclientid = ? and sessionhash = ?',
    [apiclientid, sessionhash],
  );
  return row?.apiaccesstoken;
}

/** The token of the member's session that was used last through the client, if that was not before `since`. */
export async function findLastLogin(
  db: Db,
  apiclientid: number,
  since: number,
): Promise<string | undefined> {
  const row = await db.get<{ apiaccesstoken: string }>(
    `select apiaccesstoken from session where apiclientid = ? and userid > 0 and lastactivity > ?
      order by lastactivity desc, apiaccesstoken limit 1`,
    [apiclientid, since],
  );
  return row?.apiaccesstoken;
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
    `update session set userid = ?, sessionhash = ?, lastactivity = ?, expires = ?, unusedfrom = ''
      where apiaccesstoken = ? and expires > ?`,
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
  const clients = used.clone().select('apiclientid');
  await db.run(
    db.knex('apiclient').whereIn('apiclientid', clients).update({ used: 1, lastactivity: now }),
  );
  const expires = db.knex.raw(
    `case when userid > 0 or (? - created) * ${GUEST_GROWTH} + ${GUEST_LIFETIME} >= ? then ?
      else (? - created) * ${GUEST_GROWTH} + ? end`,
    [now, lifetime, now + lifetime, now, now + GUEST_LIFETIME],
  );
  await db.run(used.update({ lastactivity: now, unusedfrom: '', expires }));
}

/** The members to whom these sessions belong. */
export async function listMembersOf(db: Db, tokens: readonly string[]): Promise<number[]> {
  const query = db.knex('session').whereIn('apiaccesstoken', tokens).where('userid', '>', 0);
  const rows = await db.all<{ userid: number }>(query.distinct('userid').orderBy('userid'));
  return rows.map(({ userid }) => userid);
}

/** Deletes sessions whose life is over, a chunk of them; returns how many. */
export async function deleteExpired(db: Db, now: number): Promise<number> {
  return deleteChunk(db, 'session', 'apiaccesstoken', 'expires <= ?', [now]);
}

/** Deletes the longest unused sessions of one member who has too many; returns how many. */
export async function deleteSurplusSessions(db: Db): Promise<number> {
  const member = await db.get<{ userid: number }>(
    'select userid from session where userid > 0 group by userid having count(*) > ? limit 1',
    [MOST_OF_MEMBER],
  );
  if (member === undefined) return 0;
  const surplus = await db.all<{ apiaccesstoken: string }>(
    `select apiaccesstoken from session where userid = ? order by lastactivity desc, apiaccesstoken
      limit ${CHUNK} offset ${MOST_OF_MEMBER}`,
    [member.userid],
  );
  const tokens = surplus.map((row) => row.apiaccesstoken);
  return db.run(db.knex('session').whereIn('apiaccesstoken', tokens).delete());
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
