import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import { CHUNK } from '../../db/prune.ts';
import { hashOf } from './oauthclient.ts';

/** What a member lets a client do, or what a client does as the site (`userid` 0). Codes and tokens hang on it. */
export interface OAuthGrant {
  readonly grantid: number;
  readonly clientid: string;
  readonly userid: number;
  readonly scopes: readonly string[];
  /** Unix seconds. */
  readonly created: number;
}

/** Codes live for a minute, access tokens for an hour, refresh tokens for ninety days. */
export const CODE_SECONDS = 60;
export const ACCESS_SECONDS = 3_600;
export const REFRESH_SECONDS = 90 * 86_400;

/** 64 characters, as codes and refresh tokens have them (dialects.md 1.2). */
export function newSecret(): string {
  return randomBytes(32).toString('hex');
}

/** 97 characters: the client's id, `_`, and what nobody can guess; longer where the id is short (the sandbox's). */
export function newAccessToken(clientid: string): string {
  const length = 96 - clientid.length;
  return `${clientid}_${randomBytes(Math.ceil(length / 2))
    .toString('hex')
    .slice(0, length)}`;
}

export async function insertGrant(
  db: Db,
  { scopes, ...grant }: Omit<OAuthGrant, 'grantid'>,
): Promise<number> {
  return db.insert('oauthgrant', { ...grant, scopes: JSON.stringify(scopes) }, 'grantid');
}

/** Ends a grant with all codes and tokens of it; false when it has ended. */
export async function deleteGrant(db: Db, grantid: number): Promise<boolean> {
  return (await db.run('delete from oauthgrant where grantid = ?', [grantid])) > 0;
}

/** Ends all that a member has granted, or all that they have granted one client. Returns how many. */
export async function deleteGrantsOf(db: Db, userid: number, clientid?: string): Promise<number> {
  return clientid === undefined
    ? db.run('delete from oauthgrant where userid = ?', [userid])
    : db.run('delete from oauthgrant where userid = ? and clientid = ?', [userid, clientid]);
}

/** What a member has granted one client, all of it together. */
export interface GrantedClient {
  readonly clientid: string;
  readonly name: string;
  readonly scopes: readonly string[];
  /** The first time, Unix seconds. */
  readonly since: number;
}

/** The clients that act for a member. */
export async function listGranted(db: Db, userid: number): Promise<GrantedClient[]> {
  const rows = await db.all<{ clientid: string; name: string; scopes: string; created: number }>(
    `select g.clientid, c.name, g.scopes, g.created from oauthgrant g
      join oauthclient c on c.clientid = g.clientid
      where g.userid = ? and exists (select 1 from oauthtoken t where t.grantid = g.grantid)
      order by g.created, g.grantid`,
    [userid],
  );
  const found = new Map<string, GrantedClient>();
  for (const { clientid, name, scopes, created } of rows) {
    const before = found.get(clientid) ?? { clientid, name, scopes: [], since: created };
    const all = new Set([...before.scopes, ...(JSON.parse(scopes) as string[])]);
    found.set(clientid, { ...before, scopes: [...all] });
  }
  return [...found.values()];
}

/** A code that a client exchanges for tokens. */
export interface OAuthCode {
  readonly codehash: string;
  readonly grant: OAuthGrant;
  readonly redirecturi: string;
  /** The PKCE challenge (S256); '' without one. */
  readonly challenge: string;
  readonly expires: number;
  /** When it was used; 0 for not yet. */
  readonly used: number;
}

export async function insertCode(
  db: Db,
  code: string,
  {
    grantid,
    ...row
  }: {
    readonly grantid: number;
    readonly redirecturi: string;
    readonly challenge: string;
    readonly expires: number;
  },
): Promise<void> {
  await db.run(db.knex('oauthcode').insert({ codehash: hashOf(code), grantid, ...row, used: 0 }));
}

interface GrantRow extends Omit<OAuthGrant, 'scopes'> {
  readonly scopes: string;
}

const grantColumns = 'g.grantid, g.clientid, g.userid, g.scopes, g.created';

function grantOf({ grantid, clientid, userid, scopes, created }: GrantRow): OAuthGrant {
  return { grantid, clientid, userid, scopes: JSON.parse(scopes) as readonly string[], created };
}

export async function findCode(db: Db, code: string): Promise<OAuthCode | undefined> {
  const row = await db.get<GrantRow & Omit<OAuthCode, 'grant'>>(
    `select c.codehash, c.redirecturi, c.challenge, c.expires, c.used, ${grantColumns}
      from oauthcode c join oauthgrant g on g.grantid = c.grantid where c.codehash = ?`,
    [hashOf(code)],
  );
  if (row === undefined) return undefined;
  const { codehash, redirecturi, challenge, expires, used } = row;
  return { codehash, grant: grantOf(row), redirecturi, challenge, expires, used };
}

/** Uses a code up; false when it has been used. */
export async function useCode(db: Db, codehash: string, now: number): Promise<boolean> {
  const sql = 'update oauthcode set used = ? where codehash = ? and used = 0';
  return (await db.run(sql, [now, codehash])) > 0;
}

/** An access token with its refresh token. */
export interface OAuthToken {
  readonly accesshash: string;
  readonly grant: OAuthGrant;
  /** Of the token, which may be fewer than were granted. */
  readonly scopes: readonly string[];
  readonly expires: number;
  readonly refreshexpires: number;
  /** When it was exchanged for another; 0 for not yet. */
  readonly refreshed: number;
}

export async function insertToken(
  db: Db,
  tokens: { readonly access: string; readonly refresh?: string | undefined },
  row: {
    readonly grantid: number;
    readonly scopes: readonly string[];
    readonly created: number;
    readonly expires: number;
    readonly refreshexpires: number;
  },
): Promise<void> {
  await db.run(
    db.knex('oauthtoken').insert({
      ...row,
      scopes: JSON.stringify(row.scopes),
      accesshash: hashOf(tokens.access),
      refreshhash: tokens.refresh === undefined ? null : hashOf(tokens.refresh),
      refreshed: 0,
    }),
  );
}

export async function findToken(
  db: Db,
  which: 'accesshash' | 'refreshhash',
  token: string,
): Promise<OAuthToken | undefined> {
  const row = await db.get<
    GrantRow & Omit<OAuthToken, 'grant' | 'scopes'> & { readonly tokenscopes: string }
  >(
    `select t.accesshash, t.scopes as tokenscopes, t.expires, t.refreshexpires, t.refreshed, ${grantColumns}
      from oauthtoken t join oauthgrant g on g.grantid = t.grantid where t.${which} = ?`,
    [hashOf(token)],
  );
  if (row === undefined) return undefined;
  const { accesshash, tokenscopes, expires, refreshexpires, refreshed } = row;
  const scopes = JSON.parse(tokenscopes) as readonly string[];
  return { accesshash, grant: grantOf(row), scopes, expires, refreshexpires, refreshed };
}

/** Uses a refresh token up, and ends the access token beside it; false when it has been used. */
export async function useRefreshToken(db: Db, accesshash: string, now: number): Promise<boolean> {
  const sql =
    'update oauthtoken set refreshed = ?, expires = 0 where accesshash = ? and refreshed = 0';
  return (await db.run(sql, [now, accesshash])) > 0;
}

/** Ends one access token; its refresh token stays. */
export async function endAccessToken(db: Db, accesshash: string): Promise<void> {
  await db.run('update oauthtoken set expires = 0 where accesshash = ?', [accesshash]);
}

/** Removes grants of which nothing is good any more, a chunk of them; returns how many. */
export async function pruneGrants(db: Db, now: number): Promise<number> {
  const rows = await db.all<{ grantid: number }>(
    `select g.grantid from oauthgrant g
      where g.created < ?
        and not exists (select 1 from oauthcode c where c.grantid = g.grantid and c.expires > ?)
        and not exists (select 1 from oauthtoken t where t.grantid = g.grantid
          and (t.expires > ? or (t.refreshexpires > ? and t.refreshed = 0)))
      order by g.grantid limit ${CHUNK}`,
    [now - CODE_SECONDS, now, now, now],
  );
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.grantid);
  return db.run(db.knex('oauthgrant').whereIn('grantid', ids).delete());
}
