import { hash } from 'node:crypto';
import type { Response } from 'express';
import { ApiError } from '../errors.ts';
import { refusalOf } from '../db/db.ts';
import type { ApiClient } from '../principal.ts';
import type { Secrets } from '../protocol/signature.ts';
import { printJson } from './json.ts';

/** What a call came to: a result, or a refusal with what may help its developer. */
export type Answer =
  | { readonly result: unknown; readonly typed: boolean }
  | {
      readonly error: ApiError;
      /** What the error says to people, for clients that know of it. */
      readonly message?: string | undefined;
      readonly debug?: object | undefined;
    };

/** The refusal that a failure is for the caller; a bug of ours keeps its message to itself. */
export function refusalFor(failure: unknown, correlationId: string): ApiError {
  if (failure instanceof ApiError) return failure;
  return refusalOf(failure) ?? new ApiError('unexpected_error', correlationId);
}

/** api.init's answer is signed with the token just issued; it does not tell every caller the secret. */
export function secretsIssued(client: ApiClient | undefined, result: unknown): Secrets | undefined {
  const issued = result as Record<string, unknown> | null;
  const { apiaccesstoken, apiclientid, secret = client?.secret } = issued ?? {};
  if (typeof apiaccesstoken !== 'string' || typeof secret !== 'string') return undefined;
  return { token: apiaccesstoken, clientid: String(apiclientid), secret, apikey: '' };
}

/** The body of an answer (vb-api §1.5). */
export function printAnswer(answer: Answer): string {
  if ('result' in answer) return printJson(answer.result, answer.typed);
  const { error, message, debug } = answer;
  return JSON.stringify({ errors: [[error.id, ...error.args]], message, debug });
}

/**
 * Sends an answer with status 200, since clients read no other. It is serialised once and signed as sent: md5 over the
 * body, then token, client id and secret; where the client is not known there is nothing to sign with.
 */
export function respond(res: Response, body: string, secrets: Secrets | undefined): void {
  const suffix = secrets === undefined ? '' : secrets.token + secrets.clientid + secrets.secret;
  // Encoded once, body and suffix together: a body in several pieces would be joined again for each use.
  const signed = Buffer.from(body + suffix);
  const bytes = signed.subarray(0, signed.length - Buffer.byteLength(suffix));
  const headers = [
    'Content-Type',
    'application/json; charset=utf-8',
    'Cache-Control',
    'no-store',
    'Content-Length',
    String(bytes.length),
  ];
  if (secrets !== undefined) headers.push('Authorization', hash('md5', signed));
  res.writeHead(200, headers);
  sendSoon(res, bytes);
}

interface Waiting {
  readonly res: Response;
  readonly bytes: Buffer;
}

let waiting: Waiting[] = [];

/**
 * Sends all that was answered in this turn of the event loop at its end, one after the other: a reader that sleeps is
 * then woken once and not for each answer. Under load that is a third of a call's price; a single call waits for nothing.
 */
function sendSoon(res: Response, bytes: Buffer): void {
  if (waiting.length === 0) setImmediate(sendAll);
  waiting.push({ res, bytes });
}

function sendAll(): void {
  const all = waiting;
  waiting = [];
  for (const { res, bytes } of all) res.end(bytes);
}
