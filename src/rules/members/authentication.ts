import type { Context } from '../../call/context.ts';
import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { Gates } from '../../gate.ts';
import { networkOf } from '../../network.ts';
import { findFamiliar, rememberPlace } from '../../library/access/loginplace.ts';
import { findMatch, hashPassword, needsRehash } from '../../library/user/password.ts';
import {
  type Attempt,
  deleteStrike,
  deleteStrikes,
  reserveStrike,
} from '../../library/access/strikes.ts';
import { type Credentials, findCredentials, updateHash } from '../../library/user/user.ts';

/** The member whose password it was, or how many tries this address has had for this name. */
export type Outcome =
  | { readonly member: Credentials; readonly tries?: never }
  | { readonly member?: never; readonly tries: number };

type Login = Pick<Context, 'transaction' | 'host' | 'now' | 'client'>;

/** Logins of one name from one network come one after the other: else those that are right look like failures. */
const turns = new Gates(1, 20);

/**
 * Tries a password for a username. A strike is noted first and taken back on success; an old hash is renewed then. Opens
 * its own transactions, so that no one waits for the hashing and a strike stays though the call fails.
 * @param md5passwords from `candidates`
 * @throws ApiError `strikes` (minutes) while there were too many failures; `toobusy` when too many log in at once
 */
export async function authenticate(
  call: Login,
  usernamekey: string,
  md5passwords: readonly string[],
): Promise<Outcome> {
  const network = networkOf(call.host);
  const attempt = { usernamekey, strikeip: network, apiclientid: call.client?.apiclientid ?? 0 };
  return turns.run(`${network} ${usernamekey}`, () => tryPassword(call, attempt, md5passwords));
}

async function tryPassword(
  call: Login,
  attempt: Attempt,
  md5passwords: readonly string[],
): Promise<Outcome> {
  const { reservation, member } = await call.transaction((db) => reserve(db, attempt, call.now));
  if (reservation.locked) throw new ApiError('strikes', minutes(reservation.wait));
  try {
    const match = await findMatch(md5passwords, member);
    if (match === undefined || member === undefined) return { tries: reservation.tries };
    await succeed(call, attempt, member, match);
    return { member };
  } catch (failure) {
    // Nothing is known of the password then.
    await call.transaction((db) => deleteStrike(db, reservation.strikeid));
    throw failure;
  }
}

async function reserve(db: Db, attempt: Attempt, now: number) {
  const { usernamekey, strikeip, apiclientid } = attempt;
  const member = await findCredentials(db, usernamekey);
  const place = { network: strikeip, apiclientid };
  const familiar = await findFamiliar(db, member?.userid ?? 0, place);
  return { member, reservation: await reserveStrike(db, attempt, now, familiar) };
}

async function succeed(
  call: Login,
  attempt: Attempt,
  member: Credentials,
  md5password: string,
): Promise<void> {
  const renewed = needsRehash(member) ? await hashPassword(md5password) : undefined;
  const { strikeip: network, apiclientid } = attempt;
  await call.transaction(async (db) => {
    await deleteStrikes(db, attempt);
    await rememberPlace(db, member.userid, { network, apiclientid }, call.now);
    if (renewed !== undefined) await updateHash(db, member, renewed);
  });
}

function minutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}
