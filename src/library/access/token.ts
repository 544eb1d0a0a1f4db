import { randomBytes } from 'node:crypto';

/** 32 hex digits that nobody can guess. */
export function newToken(): string {
  return randomBytes(16).toString('hex');
}
