import type { Environment } from '../../call/environment.ts';
import {
  findOAuthClient,
  listOAuthScopes,
  type OAuthClient,
  type OAuthScope,
} from '../../library/access/oauthclient.ts';
import type { OAuthParameters } from './parameters.ts';

/** What a client asks a member for, once nothing is wrong with it. */
export interface Authorization {
  readonly client: OAuthClient;
  readonly redirect: string;
  readonly scopes: readonly OAuthScope[];
  readonly state: string | undefined;
}

/** Why it is not asked: told on a page, or, where the client's address is known to be right, to the client. */
export type Fault =
  | { readonly page: 'unknown_client' | 'unknown_redirect' | 'said_twice' }
  | {
      readonly error: string;
      readonly description: string;
      readonly redirect: string;
      readonly state: string | undefined;
    };

/** Looks at what a client asks for (RFC 6749, 4.1.1 and 4.1.2.1; RFC 7636). */
export async function readAuthorization(
  { database }: Pick<Environment, 'database'>,
  parameters: OAuthParameters | undefined,
): Promise<Authorization | Fault> {
  if (parameters === undefined) return { page: 'said_twice' };
  const { client_id: clientid = '', redirect_uri: redirect = '', state } = parameters;
  const db = database.reader();
  const client = await findOAuthClient(db, clientid.slice(0, 64));
  if (client === undefined) return { page: 'unknown_client' };
  if (!client.redirecturis.includes(redirect)) return { page: 'unknown_redirect' };
  const fault = (error: string, description: string): Fault => ({
    ...{ error, description, redirect, state },
  });
  if (parameters.response_type !== 'code')
    return fault('unsupported_response_type', 'response_type must be code');
  const { code_challenge: challenge, code_challenge_method: method } = parameters;
  if (challenge === undefined && client.confidential === 0)
    return fault('invalid_request', 'code_challenge must be there: this client keeps no secret');
  if (challenge !== undefined && method !== 'S256')
    return fault('invalid_request', 'code_challenge_method must be S256');
  if (challenge !== undefined && !/^[\w-]{43}$/.test(challenge))
    return fault('invalid_request', 'code_challenge must be the base64url of a SHA-256 sum');
  const wanted = new Set((parameters.scope ?? 'profile').split(' ').filter(Boolean));
  if (![...wanted].every((one) => client.scopes.includes(one)))
    return fault('invalid_scope', 'this client may not ask for one of these scopes');
  const scopes = (await listOAuthScopes(db)).filter(({ name }) => wanted.has(name));
  return { client, redirect, scopes, state };
}

/** Where the browser goes with a fault that is the client's to know. */
export function faultAddress(fault: Extract<Fault, { error: string }>): string {
  const { error, description, redirect, state } = fault;
  return withQuery(redirect, {
    error,
    error_description: description,
    ...(state !== undefined && { state }),
  });
}

/** An address with more in its query; what is there stays. */
function withQuery(address: string, values: Readonly<Record<string, string>>): string {
  const added = new URLSearchParams(values).toString();
  return `${address}${address.includes('?') ? '&' : '?'}${added}`;
}
