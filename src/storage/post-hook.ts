import { type IncomingMessage, request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { Config } from '../config.ts';
import { checkedAddress, type FetchRules, pinnedTo, publicWeb, webUrl } from './fetch-url.ts';

/** What a receiver has answered. */
export interface HookAnswer {
  readonly status: number;
  /** The beginning of its body. */
  readonly answer: string;
}

const TIMEOUT_MS = 10_000;
const MOST_ANSWER = 2_000;

/** Where webhooks may go: where files may come from, or anywhere, as the operator says. */
export function hookRules(
  rules: FetchRules,
  { WEBHOOK_PRIVATE }: Pick<Config, 'WEBHOOK_PRIVATE'>,
): FetchRules {
  return WEBHOOK_PRIVATE === 'on' ? { ...publicWeb, allows: () => true } : rules;
}

/** Whether something may be sent to this address, as far as is known by now. */
export async function mayPostTo(url: string, rules: FetchRules): Promise<boolean> {
  const target = webUrl(url);
  if (target === undefined) return false;
  return checkedAddress(target, rules).then(
    () => true,
    () => false,
  );
}

/**
 * Sends a body to somebody else's server. The address is looked up and checked anew each time, the connection goes to
 * the one that was checked, and a redirect is an answer like any other.
 * @param limit milliseconds for all of it
 * @throws Error when there is no answer: its message tells no more than the kind of the failure
 */
export async function postHook(
  { url, headers, body }: HookRequest,
  rules: FetchRules,
  limit = TIMEOUT_MS,
): Promise<HookAnswer> {
  const target = webUrl(url);
  if (target === undefined) throw new Error('it is no web address');
  const signal = AbortSignal.timeout(limit);
  const address = await Promise.race([found(target, rules), timeOf(signal)]);
  try {
    const response = await send(target, address, { headers, body }, signal);
    return { status: response.statusCode ?? 0, answer: await beginning(response) };
  } catch (error) {
    throw signal.aborted ? tooLate() : new Error(`no answer: ${codeOf(error)}`);
  }
}

/** What is sent, and where. */
export interface HookRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

async function found(target: URL, rules: FetchRules): Promise<string> {
  try {
    return await checkedAddress(target, rules);
  } catch {
    throw new Error('the address is not there, or nothing may be sent to it');
  }
}

function timeOf(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(tooLate());
    });
  });
}

function tooLate(): Error {
  return new Error('no answer in time');
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'the connection broke';
}

function send(
  target: URL,
  address: string,
  { headers, body }: Pick<HookRequest, 'headers' | 'body'>,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const options: RequestOptions = {
    ...{ agent: false, signal, method: 'POST', lookup: pinnedTo(address) },
    headers: {
      ...headers,
      'User-Agent': 'Signpost',
      'Accept-Encoding': 'identity',
      'Content-Length': String(Buffer.byteLength(body)),
    },
  };
  return new Promise((resolve, reject) => {
    const sent =
      target.protocol === 'https:'
        ? requestHttps(target, options, resolve)
        : requestHttp(target, options, resolve);
    sent.on('error', reject).end(body);
  });
}

/** The beginning of a body; nobody reads the rest. */
async function beginning(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= MOST_ANSWER) break;
  }
  return Buffer.concat(chunks).subarray(0, MOST_ANSWER).toString().replaceAll('\0', '');
}
