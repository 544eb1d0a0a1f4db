import { hash } from 'node:crypto';
import { type SessionState, Signpost } from '../../src/client/index.ts';
import { printQuery } from '../../src/protocol/query.ts';
import type { WireMap } from '../../src/protocol/wire.ts';
import { type Secrets, signRequest } from '../../src/protocol/signature.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';

const MEMBER = 'alice';

export interface Member {
  readonly client: Signpost;
  readonly secrets: Secrets;
}

/** Logs a member of the sandbox in. */
export async function logIn(url: string): Promise<Member> {
  let session: SessionState | undefined;
  const onSession = (begun: SessionState): void => {
    session = begun;
  };
  const client = new Signpost({ url, apiKey: sandboxKey, uniqueId: 'bench', onSession });
  await client.user.login({ username: MEMBER, password: sandboxPassword(MEMBER) });
  if (session === undefined) throw new Error('the login gave no session');
  return { client, secrets: { ...session, apikey: sandboxKey } };
}

/** The path of a signed call. */
export function signedPath(
  secrets: Secrets,
  method: string,
  params: Readonly<Record<string, number | string>> = {},
): string {
  const query = signedQuery(secrets, method, params);
  return `/api.php?${printQuery(query)}`;
}

/** The query of a signed call, as apps send it. */
export function signedQuery(
  secrets: Secrets,
  method: string,
  params: Readonly<Record<string, number | string>>,
): WireMap {
  const query: WireMap = new Map([['api_m', method]]);
  for (const [name, value] of Object.entries(params)) query.set(name, String(value));
  const signature = signRequest((bytes) => hash('md5', bytes), query, secrets);
  query.set('api_c', secrets.clientid);
  query.set('api_s', secrets.token);
  return query.set('api_sig', signature);
}
