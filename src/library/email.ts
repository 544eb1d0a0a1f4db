import { createHash } from 'node:crypto';

const MAX_LENGTH = 254;
const KEY_LENGTH = 191;
const address =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/** True for an address that mail can be sent to as it is; names beyond ASCII are due in their `xn--` form. */
export function isEmail(email: string): boolean {
  return email.length <= MAX_LENGTH && email.indexOf('@') <= 64 && address.test(email);
}

/** The key under which an address is unique: without case, and a hash where the column is too short for it. */
export function emailKey(email: string): string {
  const key = email.trim().toLowerCase();
  return key.length <= KEY_LENGTH ? key : createHash('sha256').update(key).digest('hex');
}
