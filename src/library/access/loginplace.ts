import type { Db } from '../../db/db.ts';

/** Where somebody logs in: a network, and the client that they use. */
export interface Place {
  readonly network: string;
  /** 0 where no API client calls. */
  readonly apiclientid: number;
}

/** How long a place is remembered after the last login, in seconds. */
const REMEMBERED = 180 * 86_400;

/** Of a member so many places are remembered; beyond that the oldest go. */
const MOST_PLACES = 100;

/** What of a place a member has logged in from before. A client is known by its secret, and nobody else has that. */
export type Familiar = 'client' | 'network' | undefined;

/** @param userid 0 for nobody */
export async function findFamiliar(db: Db, userid: number, place: Place): Promise<Familiar> {
  const { apiclientid, network } = place;
  const row = await db.get<{ client: number; places: number }>(
    `select coalesce(max(case when apiclientid = ? then 1 else 0 end), 0) as client, count(*) as places
      from loginplace where userid = ? and ((apiclientid = ? and apiclientid > 0) or network = ?)`,
    [apiclientid, userid, apiclientid, network],
  );
  if (row === undefined || row.places === 0) return undefined;
  return row.client === 1 && apiclientid > 0 ? 'client' : 'network';
}

/** Remembers that a member has logged in somewhere. */
export async function rememberPlace(
  db: Db,
  userid: number,
  { apiclientid, network }: Place,
  now: number,
): Promise<void> {
  const row = { userid, apiclientid, network, lastlogin: now };
  await db.run(
    db
      .knex('loginplace')
      .insert(row)
      .onConflict(['userid', 'apiclientid', 'network'])
      .merge(['lastlogin']),
  );
  await forgetOldest(db, userid, { apiclientid, network });
}

/** An app that begins anew at each start is another client each time. The place just noted stays. */
async function forgetOldest(
  db: Db,
  userid: number,
  { apiclientid, network }: Place,
): Promise<void> {
  const oldest = await db.get<{ lastlogin: number }>(
    'select lastlogin from loginplace where userid = ? order by lastlogin desc limit 1 offset ?',
    [userid, MOST_PLACES],
  );
  if (oldest === undefined) return;
  await db.run(
    'delete from loginplace where userid = ? and lastlogin <= ? and not (apiclientid = ? and network = ?)',
    [userid, oldest.lastlogin, apiclientid, network],
  );
}

/** Forgets where nobody has logged in for half a year; returns how many places. */
export async function prunePlaces(db: Db, now: number): Promise<number> {
  return db.run('delete from loginplace where lastlogin <= ?', [now - REMEMBERED]);
}
