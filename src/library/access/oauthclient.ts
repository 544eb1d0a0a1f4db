import { createHash, randomBytes } from 'node:crypto';
import type { Db } from '../../db/db.ts';

/** A program that members let act for them, or that acts as the site. */
export interface OAuthClient {
  readonly clientid: string;
  readonly name: string;
  /** 1 for one that keeps a secret; others, such as apps, prove themselves by PKCE alone. */
  readonly confidential: number;
  /** Where members may be sent back to, exactly so. */
  readonly redirecturis: readonly string[];
  /** The scopes that it may ask for. */
  readonly scopes: readonly string[];
  /** Who made it. */
  readonly userid: number;
  /** Unix seconds. */
  readonly created: number;
}

/** What a client may ask for, by endpoints. */
export interface OAuthScope {
  readonly name: string;
  /** For the member who is asked. */
  readonly title: string;
  /** Such as `forums/posts/POSTindex`. */
  readonly rights: readonly string[];
}

interface ClientRow extends Omit<OAuthClient, 'redirecturis' | 'scopes' | 'confidential'> {
  readonly redirecturis: string;
  readonly scopes: string;
  readonly secrethash: string;
}

/** Client ids have 32 characters, secrets 48 (dialects.md 1.2). */
export function newClientId(): string {
  return randomBytes(16).toString('hex');
}

export function newClientSecret(): string {
  return randomBytes(24).toString('hex');
}

export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

const columns = 'clientid, name, secrethash, redirecturis, scopes, userid, created';

export async function findOAuthClient(db: Db, clientid: string): Promise<OAuthClient | undefined> {
  const row = await readClient(db, clientid);
  return row && clientOf(row);
}

/** The client, if this is its secret; one without a secret is nobody's by a secret. */
export async function findOAuthClientBySecret(
  db: Db,
  clientid: string,
  secret: string,
): Promise<OAuthClient | undefined> {
  const row = await readClient(db, clientid);
  // both are hashes: how much of them is alike tells nothing of the secret
  return row?.secrethash === hashOf(secret) ? clientOf(row) : undefined;
}

async function readClient(db: Db, clientid: string): Promise<ClientRow | undefined> {
  return db.get<ClientRow>(`select ${columns} from oauthclient where clientid = ?`, [clientid]);
}

export async function listOAuthClients(db: Db): Promise<OAuthClient[]> {
  const rows = await db.all<ClientRow>(
    `select ${columns} from oauthclient order by created, clientid`,
  );
  return rows.map(clientOf);
}

function clientOf({ redirecturis, scopes, secrethash, ...row }: ClientRow): OAuthClient {
  return {
    ...row,
    confidential: secrethash === '' ? 0 : 1,
    redirecturis: JSON.parse(redirecturis) as readonly string[],
    scopes: JSON.parse(scopes) as readonly string[],
  };
}

/** @param secret '' for a client that keeps none */
export async function insertOAuthClient(
  db: Db,
  { redirecturis, scopes, ...row }: Omit<OAuthClient, 'confidential'>,
  secret: string,
): Promise<void> {
  const secrethash = secret === '' ? '' : hashOf(secret);
  const lists = { redirecturis: JSON.stringify(redirecturis), scopes: JSON.stringify(scopes) };
  await db.run(db.knex('oauthclient').insert({ ...row, ...lists, secrethash }));
}

export async function updateOAuthClient(
  db: Db,
  clientid: string,
  changes: Partial<Pick<OAuthClient, 'name' | 'redirecturis' | 'scopes'>> & { secret?: string },
): Promise<void> {
  const { name, redirecturis, scopes, secret } = changes;
  const row = {
    ...(name !== undefined && { name }),
    ...(redirecturis !== undefined && { redirecturis: JSON.stringify(redirecturis) }),
    ...(scopes !== undefined && { scopes: JSON.stringify(scopes) }),
    ...(secret !== undefined && { secrethash: hashOf(secret) }),
  };
  if (Object.keys(row).length > 0)
    await db.run(db.knex('oauthclient').where({ clientid }).update(row));
}

/** Removes a client with all that it was granted; false when there is none. */
export async function deleteOAuthClient(db: Db, clientid: string): Promise<boolean> {
  return (await db.run('delete from oauthclient where clientid = ?', [clientid])) > 0;
}

/** All scopes, those that every board has first. */
export async function listOAuthScopes(db: Db): Promise<OAuthScope[]> {
  const rows = await db.all<{ name: string; title: string; rights: string }>(
    `select name, title, rights from oauthscope
      order by case name when 'profile' then 0 when 'email' then 1 else 2 end, name`,
  );
  return rows.map(({ rights, ...row }) => ({
    ...row,
    rights: JSON.parse(rights) as readonly string[],
  }));
}

/** Makes a scope, or changes the one of this name. */
export async function saveOAuthScope(db: Db, { name, title, rights }: OAuthScope): Promise<void> {
  const row = { name, title, rights: JSON.stringify(rights) };
  await db.run(db.knex('oauthscope').insert(row).onConflict('name').merge());
}

/** False when there is none like it. */
export async function deleteOAuthScope(db: Db, name: string): Promise<boolean> {
  return (await db.run('delete from oauthscope where name = ?', [name])) > 0;
}
