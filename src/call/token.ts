import { findOAuthClient, listOAuthScopes } from '../library/access/oauthclient.ts';
import { findToken, type OAuthGrant } from '../library/access/oauthtoken.ts';
import type { Board } from '../library/board/board.ts';
import { findUser } from '../library/user/user.ts';
import type { Principal } from '../principal.ts';
import { findActor } from './actor.ts';
import type { Credential } from './caller.ts';
import type { Environment } from './environment.ts';

/** An access token that has been let in. */
export interface KnownToken {
  readonly credential: Credential;
  /** The member whose token it is; undefined for a client's own. */
  readonly member: Principal | undefined;
  /** Who made the client; undefined for a member's token. */
  readonly maker: Principal | undefined;
  readonly scopes: readonly string[];
  /** What its scopes are good for. */
  readonly rights: readonly string[];
}

/** Why a token is no good. */
export type BadToken = 'unknown' | 'expired';

const LONGEST = 200;

/**
 * Looks an OAuth access token up. It ends when its member is banned or deleted, or has a new password since they granted
 * it.
 */
export async function recogniseToken(
  environment: Environment,
  board: Board,
  sent: string,
): Promise<KnownToken | BadToken> {
  const db = environment.database.reader();
  const token = sent.length > LONGEST ? undefined : await findToken(db, 'accesshash', sent);
  if (token === undefined) return 'unknown';
  const { grant, scopes } = token;
  if (token.expires <= environment.now()) return 'expired';
  const client = await findOAuthClient(db, grant.clientid);
  if (client === undefined) return 'unknown';
  const member = grant.userid === 0 ? undefined : await memberSince(environment, board, grant);
  if (grant.userid !== 0 && member === undefined) return 'expired';
  const all = await listOAuthScopes(db);
  return {
    credential: { kind: 'token', id: grant.clientid, scopes: 'all' },
    member,
    maker: member === undefined ? await findActor(environment, board, client.userid) : undefined,
    scopes,
    rights: all.filter(({ name }) => scopes.includes(name)).flatMap(({ rights }) => rights),
  };
}

/** Whether what was granted still counts. */
export async function grantStands(environment: Environment, grant: OAuthGrant): Promise<boolean> {
  if (grant.userid === 0) return true;
  return (await memberSince(environment, await environment.caches.board(), grant)) !== undefined;
}

/** A member of that moment: undefined when they have gone, are banned, or have another password than they had then. */
export async function memberSince(
  environment: Environment,
  board: Board,
  { userid, created }: Pick<OAuthGrant, 'userid' | 'created'>,
): Promise<Principal | undefined> {
  const row = await findUser(environment.database.reader(), userid);
  if (row === undefined || row.passworddate > created) return undefined;
  return findActor(environment, board, userid);
}
