import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import { findMatch, hashPassword, needsRehash } from './password.ts';
import { deleteStrikes, reserveStrike } from './strikes.ts';
import { type Credentials, findCredentials, updateHash } from './user.ts';

/** The member whose password it was, or how many tries this address has had for this name. */
export type Outcome =
  | { readonly member: Credentials; readonly tries?: never }
  | { readonly member?: never; readonly tries: number };

/**
 * Tries passwords for a username. A strike is noted first and taken back on success; an old hash is renewed then. Opens
 * its own transactions, so that no one waits for the hashing and a strike stays though the call fails.
 * @param md5passwords from `candidates`
 * @throws ApiError `strikes` (minutes) while there were too many failures
 */
export async function authenticate(
  call: Pick<Context, 'transaction' | 'host' | 'now'>,
  usernamekey: string,
  md5passwords: readonly string[],
): Promise<Outcome> {
  const attempt = { usernamekey, strikeip: call.host };
  const { reservation, member } = await call.transaction(async (db) => ({
    reservation: await reserveStrike(db, attempt, call.now),
    member: await findCredentials(db, usernamekey),
  }));
  if (reservation.locked) throw new ApiError('strikes', minutes(reservation.wait));

  const match = await findMatch(md5passwords, member);
  if (match === undefined || member === undefined) return { tries: reservation.tries };

  const renewed = needsRehash(member) ? await hashPassword(match) : undefined;
  await call.transaction(async (db) => {
    await deleteStrikes(db, attempt);
    if (renewed !== undefined) await updateHash(db, member, renewed);
  });
  return { member };
}

function minutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
