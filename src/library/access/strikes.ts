import { CLOCK_SKEW } from '../../clock.ts';
import type { Db, Value } from '../../db/db.ts';
import type { Familiar } from './loginplace.ts';

/** Somebody at an address who says to be a member. */
export interface Attempt {
  readonly usernamekey: string;
  /** A network: see `networkOf`. */
  readonly strikeip: string;
  /** 0 where no API client calls. */
  readonly apiclientid: number;
}

/** A try that may go on: `tries` is how many there have been from there for this name. Or seconds to wait. */
export type Reservation =
  | { readonly locked: false; readonly tries: number; readonly strikeid: number }
  | { readonly locked: true; readonly wait: number };

/** Seconds for which a failure counts. */
const STRIKE_SECONDS = 15 * 60;

/** Tries of one address for one name. */
export const STRIKE_LIMIT = 5;

interface Scope {
  readonly limit: number;
  readonly where: string;
  bindings(attempt: Attempt): readonly Value[];
}

const pair: Scope = {
  limit: STRIKE_LIMIT,
  where: 'usernamekey = ? and strikeip = ?',
  bindings: ({ usernamekey, strikeip }) => [usernamekey, strikeip],
};

const client: Scope = {
  limit: STRIKE_LIMIT,
  where: 'usernamekey = ? and apiclientid = ?',
  bindings: ({ usernamekey, apiclientid }) => [usernamekey, apiclientid],
};

/** Many addresses may guess at one name, and one address at many names. */
const anywhere: readonly Scope[] = [
  pair,
  { limit: 25, where: 'usernamekey = ?', bindings: ({ usernamekey }) => [usernamekey] },
  { limit: 100, where: 'strikeip = ?', bindings: ({ strikeip }) => [strikeip] },
];

/**
 * What counts against a try. Where the member has logged in before, the failures of others do not: else whoever knows a
 * name could lock its owner out.
 */
function scopesFor(familiar: Familiar): readonly Scope[] {
  if (familiar === 'client') return [client];
  return familiar === 'network' ? [pair] : anywhere;
}

/**
 * Notes a failure before the password is verified, so that tries at the same time cannot pass the limit together.
 * Success takes it back with {@link deleteStrikes}. Needs a transaction; what has run out is deleted on the way.
 */
export async function reserveStrike(
  db: Db,
  attempt: Attempt,
  now: number,
  familiar?: Familiar,
): Promise<Reservation> {
  await waitForTurn(db);
  await pruneStrikes(db, now);
  for (const scope of scopesFor(familiar)) {
    const { tries, oldest } = await countStrikes(db, scope, attempt);
    if (tries >= scope.limit) return { locked: true, wait: oldest + STRIKE_SECONDS - now };
  }
  const strikeid = await db.insert('strikes', { ...attempt, striketime: now }, 'strikeid');
  const own = familiar === 'client' ? client : pair;
  return { locked: false, strikeid, tries: (await countStrikes(db, own, attempt)).tries };
}

/** Takes back a try that did not come to a result. */
export async function deleteStrike(db: Db, strikeid: number): Promise<void> {
  await db.run('delete from strikes where strikeid = ?', [strikeid]);
}

/** Forgets the failures of this network, and of this client, for this name. */
export async function deleteStrikes(db: Db, attempt: Attempt): Promise<void> {
  await db.run(`delete from strikes where ${pair.where}`, pair.bindings(attempt));
  if (attempt.apiclientid === 0) return;
  await db.run(`delete from strikes where ${client.where}`, client.bindings(attempt));
}

/** Deletes the strikes that no longer count, or were noted before the clock was set back; returns how many. */
export async function pruneStrikes(db: Db, now: number): Promise<number> {
  return db.run('delete from strikes where striketime <= ? or striketime > ?', [
    now - STRIKE_SECONDS,
    now + CLOCK_SKEW,
  ]);
}

/**
 * One transaction at a time counts strikes: servers do not show it what others have not yet committed. They queue up
 * for a row that nobody reads.
 */
async function waitForTurn(db: Db): Promise<void> {
  const row = { varname: 'strikes_turn', value: '' };
  await db.run(db.knex('options').insert(row).onConflict('varname').merge());
}

async function countStrikes(
  db: Db,
  scope: Scope,
  attempt: Attempt,
): Promise<{ tries: number; oldest: number }> {
  const row = await db.get<{ tries: number; oldest: number | null }>(
    `select count(*) as tries, min(striketime) as oldest from strikes where ${scope.where}`,
    scope.bindings(attempt),
  );
  return { tries: row?.tries ?? 0, oldest: row?.oldest ?? 0 };
}
