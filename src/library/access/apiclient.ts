import type { Db } from '../../db/db.ts';
import type { ApiClient } from '../../principal.ts';
import { deleteChunk } from '../../db/prune.ts';
import { newToken } from './token.ts';

/** What an app says of itself in api.init. */
export interface ClientIdentity {
  readonly clientname: string;
  readonly clientversion: string;
  readonly platformname: string;
  readonly platformversion: string;
  readonly uniqueid: string;
}

const COLUMN_LENGTH = 250;

/** Finds a client that has not been revoked. */
export async function findClient(db: Db, apiclientid: number): Promise<ApiClient | undefined> {
  return db.get(
    'select apiclientid, secret, clientname from apiclient where apiclientid = ? and revoked = 0',
    [apiclientid],
  );
}

/**
 * Registers an app as a new client, whatever it says of itself: whoever knows the five names of an installation must not
 * get its secret, and many installations of an app give the same names.
 */
export async function insertClient(
  db: Db,
  client: ClientIdentity,
  host: string,
  now: number,
): Promise<ApiClient> {
  const identity = newToken();
  const row = {
    ...columnsOf(client),
    identity,
    secret: newToken(),
    initialipaddress: host,
    dateline: now,
    lastactivity: now,
    used: 0,
  };
  await db.run(db.knex('apiclient').insert(row));
  const registered = await findByIdentity(db, identity);
  if (registered === undefined) throw new Error('the API client is gone as soon as registered');
  return registered;
}

/** Notes that a client has begun anew. */
export async function touchClient(db: Db, apiclientid: number, now: number): Promise<void> {
  await db.run('update apiclient set lastactivity = ? where apiclientid = ?', [now, apiclientid]);
}

/** Ends the client and its sessions. The app may register anew. */
export async function revokeClient(db: Db, apiclientid: number): Promise<void> {
  await db.run('update apiclient set revoked = 1 where apiclientid = ?', [apiclientid]);
  await db.run('delete from session where apiclientid = ?', [apiclientid]);
}

/** Seconds after which a client goes that was never used, or not for very long; a session keeps it. */
const UNUSED_LIFETIME = 3600;
const IDLE_LIFETIME = 400 * 86_400;

const noSession =
  'not exists (select 1 from session s where s.apiclientid = apiclient.apiclientid)';

/** Deletes clients without a session that nobody uses, a chunk of them; returns how many. */
export async function deleteUnusedClients(db: Db, now: number): Promise<number> {
  const unused = `used = 0 and dateline < ? and ${noSession}`;
  const idle = `used = 1 and lastactivity < ? and ${noSession}`;
  return (
    (await deleteChunk(db, 'apiclient', 'apiclientid', unused, [now - UNUSED_LIFETIME])) +
    (await deleteChunk(db, 'apiclient', 'apiclientid', idle, [now - IDLE_LIFETIME]))
  );
}

/** By the text that tells rows apart before their ids are known: ids come in another way from each database. */
async function findByIdentity(db: Db, identity: string): Promise<ApiClient | undefined> {
  return db.get('select apiclientid, secret, clientname from apiclient where identity = ?', [
    identity,
  ]);
}

/** The texts are only shown to the operator; what is too long for a column is cut. */
function columnsOf(client: ClientIdentity): ClientIdentity {
  const cut = (text: string): string => Array.from(text).slice(0, COLUMN_LENGTH).join('');
  return {
    clientname: cut(client.clientname),
    clientversion: cut(client.clientversion),
    platformname: cut(client.platformname),
    platformversion: cut(client.platformversion),
    uniqueid: cut(client.uniqueid),
  };
}
