import { HttpError, NetworkError, SignpostError, TimeoutError } from './errors.ts';

/** Refusals of a server that will do the same call in a moment. */
const passing: ReadonlySet<string> = new Set(['toobusy', 'rate_limited']);

/** Failures of Node.js before a connection is there, so that nothing can have been sent. */
const unsent: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Statuses of proxies that did not reach the server, or did not hear its answer. */
const proxies: ReadonlySet<number> = new Set([502, 503, 504]);

const FIRST_WAIT = 500;
const LONGEST_WAIT = 10_000;

/**
 * How many milliseconds to wait before a failed call is tried again; undefined when it must not be. What only reads may
 * be tried again after any failure of the network; anything else only if it cannot have happened.
 * @param tries how often it has been tried
 */
export function waitBefore(error: unknown, reads: boolean, tries: number): number | undefined {
  if (!isRefusedForNow(error) && !isUnsent(error) && !(reads && isLost(error))) return undefined;
  const asked = error instanceof SignpostError ? error.retryAfter : undefined;
  // By chance, so that those who were turned away together do not come back together.
  const wait = asked === undefined ? FIRST_WAIT * 2 ** (tries - 1) : asked * 1_000;
  return wait > LONGEST_WAIT ? undefined : wait * (1 + Math.random() / 4);
}

function isRefusedForNow(error: unknown): boolean {
  return error instanceof SignpostError && passing.has(error.id);
}

function isUnsent(error: unknown): boolean {
  return error instanceof NetworkError && codesOf(error).some((code) => unsent.has(code));
}

function isLost(error: unknown): boolean {
  if (error instanceof HttpError) return proxies.has(error.status);
  return error instanceof NetworkError && !(error instanceof TimeoutError);
}

/** The codes of an error and its causes. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code } = error as { readonly code?: unknown };
  return [...(typeof code === 'string' ? [code] : []), ...codesOf(error.cause)];
}
