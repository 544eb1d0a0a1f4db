import { createHash } from 'node:crypto';
import type { Db } from '../db/db.ts';
import type { ApiClient } from '../principal.ts';
import { newToken } from './session.ts';

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

/** The client of this identity, registered now if it is new. Two calls at once get the same one. */
export async function ensureClient(
  db: Db,
  client: ClientIdentity,
  host: string,
  now: number,
): Promise<ApiClient> {
  const identity = identityOf(client);
  const known = await findByIdentity(db, identity);
  if (known !== undefined) {
    await db.run('update apiclient set lastactivity = ? where apiclientid = ?', [
      now,
      known.apiclientid,
    ]);
    return known;
  }
  const row = {
    ...columnsOf(client),
    identity,
    secret: newToken(),
    initialipaddress: host,
    dateline: now,
    lastactivity: now,
  };
  await db.run(db.knex('apiclient').insert(row).onConflict('identity').ignore());
  const registered = await findByIdentity(db, identity);
  if (registered === undefined) throw new Error('the API client is gone as soon as registered');
  return registered;
}

/** Ends the client and its sessions. Its identity is set free, so that the app may register anew. */
export async function revokeClient(db: Db, apiclientid: number): Promise<void> {
  await db.run('update apiclient set revoked = 1, identity = ? where apiclientid = ?', [
    `revoked ${apiclientid}`,
    apiclientid,
  ]);
  await db.run('delete from session where apiclientid = ?', [apiclientid]);
}

async function findByIdentity(db: Db, identity: string): Promise<ApiClient | undefined> {
  return db.get('select apiclientid, secret, clientname from apiclient where identity = ?', [
    identity,
  ]);
}

/** Written as JSON, five texts cannot be taken for five others. */
function identityOf(client: ClientIdentity): string {
  const { clientname, clientversion, platformname, platformversion, uniqueid } = client;
  const texts = [clientname, clientversion, platformname, platformversion, uniqueid];
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex');
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
