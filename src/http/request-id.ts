import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

const processId = randomBytes(4).toString('hex');
let count = 0;

const sane = /^[\w.:+/=@-]{1,100}$/;

/** What a request is called in its answer and in the log: the name that a proxy in front has given it, or one of ours. */
export function requestIdOf({ headers }: Pick<Request, 'headers'>): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && sane.test(given)) return given;
  count += 1;
  return `${processId}-${count.toString(36)}`;
}

/** Names the answers of everything that is no call. */
export function nameAnswer(req: Request, res: Response, next: NextFunction): void {
  res.set('X-Request-Id', requestIdOf(req));
  next();
}
