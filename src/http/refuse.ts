import type { ApiError } from '../errors.ts';

/** What tells a refusal where no dialect was asked: the form of vBulletin's (vb-api §1.5), which is the plainest. */
export function printRefusal({ id, args }: ApiError): string {
  return JSON.stringify({ errors: [[id, ...args.map(String)]] });
}
