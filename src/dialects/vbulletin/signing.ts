import { hash } from 'node:crypto';
import type { Reply } from '../../http/dialect.ts';
import type { ApiClient } from '../../principal.ts';
import type { Secrets } from '../../protocol/signature.ts';

/** An answer that is ready to be signed. */
export interface Unsigned {
  readonly body: string;
  /** What to sign with; where the client is not known there is nothing. */
  readonly secrets?: Secrets | undefined;
  /** The HTTP status: 200 for all answers to old clients, which read no other. */
  readonly status?: number;
}

/**
 * Signs an answer as it is read: md5 over the body before it is compressed, then token, client id and secret (vb-api
 * §1.5).
 */
export function signed({ body, secrets, status = 200 }: Unsigned): Reply {
  const headers = ['Content-Type', 'application/json; charset=utf-8', 'Cache-Control', 'no-store'];
  if (secrets === undefined) return { status, headers, body };
  const suffix = secrets.token + secrets.clientid + secrets.secret;
  // Encoded once, body and suffix together: a body in several pieces would be joined again for each use.
  const whole = Buffer.from(body + suffix);
  headers.push('Authorization', hash('md5', whole));
  return { status, headers, body: whole.subarray(0, whole.length - Buffer.byteLength(suffix)) };
}

/** api.init's answer is signed with the token just issued; it does not tell every caller the secret. */
export function secretsIssued(client: ApiClient | undefined, result: unknown): Secrets | undefined {
  const issued = result as Record<string, unknown> | null;
  const { apiaccesstoken, apiclientid, secret = client?.secret } = issued ?? {};
  if (typeof apiaccesstoken !== 'string' || typeof secret !== 'string') return undefined;
  return { token: apiaccesstoken, clientid: String(apiclientid), secret, apikey: '' };
}
