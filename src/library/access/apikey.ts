import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../../db/db.ts';
import { insertRows } from '../../db/insert-rows.ts';
import { deleteChunk } from '../../db/prune.ts';

/**
 * Keys of the REST dialects. The table keeps only their hashes: a key is found by its hash, so the time that a look-up
 * takes tells nothing of the keys there are, and they are too random for anybody to find one by its hash.
 */

/** The dialects that have keys, with what their keys begin with: who scans for leaked keys finds them by that. */
export const keyPrefixes = {
  invision: 'sp_inv_',
  ideascale: 'sp_ids_',
  userecho: 'sp_ue_',
} as const;
export type KeyDialect = keyof typeof keyPrefixes;

export interface ApiKey {
  readonly apikeyid: number;
  readonly name: string;
  readonly dialect: KeyDialect;
  /** Whose key it is; 0 for the site's own. */
  readonly userid: number;
  /** What it may be used for, as its dialect reads it. */
  readonly rights: readonly string[];
  /** Addresses, and networks as CIDR, that it may be used from; none for all. */
  readonly networks: readonly string[];
  /** 1 when it may stand in URLs. */
  readonly inurl: number;
  /** 1 when its requests are written down. */
  readonly logged: number;
  /** Unix seconds, as all times. */
  readonly created: number;
  /** 0 for never. */
  readonly expires: number;
  /** 0 for never; up to a minute late. */
  readonly lastused: number;
  /** 0 when it has not been. */
  readonly revoked: number;
  /** Until when the key before the last rotation works, too; 0 for none. */
  readonly oldhashexpires: number;
}

interface KeyRow extends Omit<ApiKey, 'rights' | 'networks'> {
  readonly rights: string;
  readonly networks: string;
}

const columns =
  'apikeyid, name, dialect, userid, rights, networks, inurl, logged, created, expires, lastused, revoked, oldhashexpires';

/** What a new key is. */
export type NewApiKey = Pick<
  ApiKey,
  'name' | 'dialect' | 'userid' | 'rights' | 'networks' | 'inurl' | 'logged' | 'expires'
>;

/** Another key, which nobody has seen: some 190 bits of randomness. */
export function newKey(dialect: KeyDialect): string {
  return `${keyPrefixes[dialect]}${randomBytes(24).toString('base64url')}`;
}

function hashOf(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}

/** @returns its id */
export async function insertApiKey(
  db: Db,
  key: string,
  { rights, networks, ...row }: NewApiKey,
  now: number,
): Promise<number> {
  const lists = { rights: JSON.stringify(rights), networks: JSON.stringify(networks) };
  return db.insert('apikey', { ...row, ...lists, hash: hashOf(key), created: now }, 'apikeyid');
}

/** The key with this text, or the one that it was before its last rotation, for as long as that works. */
export async function findApiKey(
  db: Db,
  key: string,
  dialect: KeyDialect,
  now: number,
): Promise<ApiKey | undefined> {
  const hash = hashOf(key);
  const row = await db.get<KeyRow>(
    `select ${columns} from apikey
      where dialect = ? and (hash = ? or (oldhash = ? and oldhashexpires > ?))`,
    [dialect, hash, hash, now],
  );
  return row && apiKeyOf(row);
}

export async function findApiKeyById(db: Db, apikeyid: number): Promise<ApiKey | undefined> {
  const row = await db.get<KeyRow>(`select ${columns} from apikey where apikeyid = ?`, [apikeyid]);
  return row && apiKeyOf(row);
}

/** All keys, revoked ones among them, the oldest first. */
export async function listApiKeys(db: Db): Promise<ApiKey[]> {
  return (await db.all<KeyRow>(`select ${columns} from apikey order by apikeyid`)).map(apiKeyOf);
}

/** How many keys there are. */
export async function countApiKeys(db: Db): Promise<number> {
  const row = await db.get<{ count: number }>('select count(*) as count from apikey');
  return row?.count ?? 0;
}

function apiKeyOf({ rights, networks, ...row }: KeyRow): ApiKey {
  return {
    ...row,
    rights: JSON.parse(rights) as readonly string[],
    networks: JSON.parse(networks) as readonly string[],
  };
}

export type ApiKeyChanges = Partial<Omit<NewApiKey, 'dialect' | 'userid'>>;

export async function updateApiKey(
  db: Db,
  apikeyid: number,
  { rights, networks, ...changes }: ApiKeyChanges,
): Promise<void> {
  const row = {
    ...changes,
    ...(rights !== undefined && { rights: JSON.stringify(rights) }),
    ...(networks !== undefined && { networks: JSON.stringify(networks) }),
  };
  if (Object.keys(row).length > 0) await db.run(db.knex('apikey').where({ apikeyid }).update(row));
}

/** Another key in its place; the one before works until then. @param until Unix seconds; 0 ends it at once */
export async function rotateApiKey(
  db: Db,
  apikeyid: number,
  key: string,
  until: number,
): Promise<void> {
  await db.run(
    `update apikey set oldhash = case when ? > 0 then hash else null end, oldhashexpires = ?, hash = ?
      where apikeyid = ?`,
    [until, until, hashOf(key), apikeyid],
  );
}

/** Ends a key, the one before its last rotation as well; false when it has ended. */
export async function revokeApiKey(db: Db, apikeyid: number, now: number): Promise<boolean> {
  const sql =
    'update apikey set revoked = ?, oldhash = null, oldhashexpires = 0 where apikeyid = ? and revoked = 0';
  return (await db.run(sql, [now, apikeyid])) > 0;
}

/** Notes when keys have been used, each by its id; a use that is noted already is not moved back. */
export async function touchApiKeys(
  db: Db,
  used: readonly (readonly [apikeyid: number, now: number])[],
): Promise<void> {
  for (const [apikeyid, now] of used)
    await db.run('update apikey set lastused = ? where apikeyid = ? and lastused < ?', [
      now,
      apikeyid,
      now,
    ]);
}

/** So often a use is noted. */
export const TOUCH_SECONDS = 60;

/** What was asked with a key. */
export interface ApiKeyUse {
  readonly apikeyid: number;
  readonly dateline: number;
  /** As rights name it. */
  readonly endpoint: string;
  /** The HTTP status of the answer. */
  readonly status: number;
  /** In whose name. */
  readonly userid: number;
  readonly ipaddress: string;
}

export async function insertApiKeyUses(db: Db, uses: readonly ApiKeyUse[]): Promise<void> {
  await insertRows(
    db,
    'apikeylog',
    uses.map((use) => ({ ...use })),
  );
}

/** A page of what was asked with a key, the latest first. */
export async function listApiKeyUses(
  db: Db,
  apikeyid: number,
  offset: number,
  limit: number,
): Promise<ApiKeyUse[]> {
  return db.all<ApiKeyUse>(
    `select apikeyid, dateline, endpoint, status, userid, ipaddress from apikeylog where apikeyid = ?
      order by apikeylogid desc limit ? offset ?`,
    [apikeyid, limit, offset],
  );
}

/** Uses are kept so long, and so many of a key. */
const LOG_SECONDS = 30 * 86_400;
const MOST_USES = 100_000;
/** Revoked keys are listed for so long. */
const REVOKED_SECONDS = 30 * 86_400;

/** Removes old uses, a chunk of them; returns how many. */
export async function pruneApiKeyUses(db: Db, now: number): Promise<number> {
  return deleteChunk(db, 'apikeylog', 'apikeylogid', 'dateline < ?', [now - LOG_SECONDS]);
}

/** Removes the oldest uses of one key that has too many, a chunk of them; returns how many. */
export async function pruneSurplusUses(db: Db): Promise<number> {
  const key = await db.get<{ apikeyid: number }>(
    'select apikeyid from apikeylog group by apikeyid having count(*) > ? limit 1',
    [MOST_USES],
  );
  if (key === undefined) return 0;
  const newest = await db.get<{ apikeylogid: number }>(
    `select apikeylogid from apikeylog where apikeyid = ?
      order by apikeylogid desc limit 1 offset ${MOST_USES}`,
    [key.apikeyid],
  );
  const surplus = 'apikeyid = ? and apikeylogid <= ?';
  const bindings = [key.apikeyid, newest?.apikeylogid ?? 0];
  return deleteChunk(db, 'apikeylog', 'apikeylogid', surplus, bindings);
}

/** Removes keys that were revoked long ago, and what is left of their log; returns how many. */
export async function pruneApiKeys(db: Db, now: number): Promise<number> {
  return db.run('delete from apikey where revoked > 0 and revoked <= ?', [now - REVOKED_SECONDS]);
}
