import type { Response } from 'express';
import type { ApiError, ErrorId } from '../errors.ts';
import type { Quota } from '../memory/limits.ts';

/** What a refusal that passes by itself asks its caller to wait, in seconds. */
const waits: Readonly<Partial<Record<ErrorId, (args: ApiError['args']) => number>>> = {
  toobusy: () => 1,
  rate_limited: ([seconds]) => Number(seconds),
  strikes: ([minutes]) => Number(minutes) * 60,
  postfloodcheck: ([, seconds]) => Number(seconds),
};

/** Tells how long to wait (RFC 9110, 10.2.3). */
export function tellWait(res: Response, { id, args }: ApiError): void {
  const seconds = waits[id]?.(args);
  if (seconds !== undefined && seconds > 0) res.setHeader('Retry-After', seconds);
}

/** Tells how many calls are left (draft-ietf-httpapi-ratelimit-headers). */
export function tellQuota(res: Response, quota: Quota | undefined): void {
  if (quota === undefined) return;
  const { kind, limit, left, reset, window } = quota;
  res.setHeader('RateLimit-Policy', `"${kind}";q=${limit};w=${window}`);
  res.setHeader('RateLimit', `"${kind}";r=${left};t=${reset}`);
}
