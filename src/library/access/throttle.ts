import type { Db } from '../../db/db.ts';
import { CLOCK_SKEW } from '../../clock.ts';
import { ApiError } from '../../errors.ts';

/** How often somebody may do a thing in so many seconds. */
const throttles = {
  /** Questions for one network. */
  question: { limit: 100, seconds: 3600 },
  /** Mails that one network causes. */
  mailer: { limit: 30, seconds: 3600 },
  /** Mails of one kind to one member. */
  mail: { limit: 3, seconds: 3600 },
  /** Wrong authentication codes of one member. */
  authcode: { limit: 5, seconds: 900 },
  /** New members of one network; how many is the setting REGISTER_LIMIT. */
  register: { limit: 0, seconds: 3600 },
  /** Posts of the guests of one network; how long is the option `floodchecktime`. */
  guestpost: { limit: 1, seconds: 0 },
} as const;
export type Throttled = keyof typeof throttles;

/**
 * Counts that somebody does a thing; of many at once none is missed. Needs a transaction.
 * @param who a network, a member: at most 191 characters
 * @param now Unix seconds
 * @param fixed how often it may be done and how long a try counts, where the table does not say so
 * @returns seconds to wait; 0 when it may be done
 */
export async function countTry(
  db: Db,
  action: Throttled,
  who: string,
  now: number,
  fixed: { readonly limit?: number; readonly seconds?: number } = {},
): Promise<number> {
  const { limit, seconds } = { ...throttles[action], ...fixed };
  const row = { action, who, tries: 0, expires: now + seconds };
  await db.run(db.knex('throttle').insert(row).onConflict(['action', 'who']).ignore());
  await db.run(
    `update throttle set tries = 0, expires = ?
      where action = ? and who = ? and (expires <= ? or expires > ?)`,
    [now + seconds, action, who, now, now + seconds + CLOCK_SKEW],
  );
  const counted = await db.run(
    'update throttle set tries = tries + 1 where action = ? and who = ? and tries < ?',
    [action, who, limit],
  );
  if (counted > 0) return 0;
  const kept = await db.get<{ expires: number }>(
    'select expires from throttle where action = ? and who = ?',
    [action, who],
  );
  return Math.max(1, (kept?.expires ?? now) - now);
}

/**
 * Counts that somebody does a thing.
 * @param limit how often, where that is not fixed
 * @throws ApiError `rate_limited` (seconds to wait) when it has been done too often
 */
export async function throttle(
  db: Db,
  action: Throttled,
  who: string,
  now: number,
  limit: number = throttles[action].limit,
): Promise<void> {
  const wait = await countTry(db, action, who, now, { limit });
  if (wait > 0) throw new ApiError('rate_limited', wait);
}

/** Forgets what has been counted. */
export async function forgetTries(db: Db, action: Throttled, who: string): Promise<void> {
  await db.run('delete from throttle where action = ? and who = ?', [action, who]);
}

/** Deletes what no longer counts; returns how many. */
export async function pruneTries(db: Db, now: number): Promise<number> {
  return db.run('delete from throttle where expires <= ?', [now]);
}
