import { createHash } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import { newToken } from '../access/token.ts';
import type { Credentials } from './user.ts';

/**
 * Tokens that a login hands out in place of the password, so that an app need not keep that. They end with the password
 * and with `user.logoutAllDevices`. The table keeps only their hashes.
 */

/** Half a year; each use begins it anew. */
const LIFETIME = 180 * 86_400;

/** A member has so many; beyond that the oldest end. */
const MOST_TOKENS = 30;

/** Hands out a token: 32 hex digits. */
export async function insertRememberToken(db: Db, userid: number, now: number): Promise<string> {
  const token = newToken();
  const tokenhash = hashOf(token);
  const row = { tokenhash, userid, created: now, expires: now + LIFETIME };
  await db.run(db.knex('remembertoken').insert(row));
  await dropOldest(db, userid, tokenhash);
  return token;
}

/** The member with this name whose token one of these is, and which one. */
export async function findRemembered(
  db: Db,
  usernamekey: string,
  given: readonly string[],
  now: number,
): Promise<{ readonly token: string; readonly member: Credentials } | undefined> {
  for (const token of given.filter(isToken)) {
    const member = await db.get<Credentials>(
      `select u.userid, u.usergroupid, u.membergroupids, u.lastvisit, u.lastactivity, u.token, u.scheme,
          u.passworddate
        from remembertoken t join "user" u on u.userid = t.userid
        where t.tokenhash = ? and u.usernamekey = ? and t.expires > ?`,
      [hashOf(token), usernamekey, now],
    );
    if (member !== undefined) return { token, member };
  }
  return undefined;
}

/** Begins the token's life anew; false when it has ended. */
export async function renewRememberToken(db: Db, token: string, now: number): Promise<boolean> {
  const renewed = await db.run(
    'update remembertoken set expires = ? where tokenhash = ? and expires > ?',
    [now + LIFETIME, hashOf(token), now],
  );
  return renewed > 0;
}

/** Ends all tokens of the member. */
export async function deleteRememberTokens(db: Db, userid: number): Promise<void> {
  await db.run('delete from remembertoken where userid = ?', [userid]);
}

/** Deletes the tokens whose time is over; returns how many. */
export async function pruneRememberTokens(db: Db, now: number): Promise<number> {
  return db.run('delete from remembertoken where expires <= ?', [now]);
}

/** @param stays the one just handed out: many may be of this second */
async function dropOldest(db: Db, userid: number, stays: string): Promise<void> {
  const oldest = await db.get<{ created: number }>(
    'select created from remembertoken where userid = ? order by created desc limit 1 offset ?',
    [userid, MOST_TOKENS],
  );
  if (oldest === undefined) return;
  await db.run('delete from remembertoken where userid = ? and created <= ? and tokenhash <> ?', [
    userid,
    oldest.created,
    stays,
  ]);
}

function isToken(text: string): boolean {
  return /^[0-9a-f]{32}$/.test(text);
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
