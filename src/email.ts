import { createHash } from 'node:crypto';
import { domainToASCII } from 'node:url';

const MAX_LENGTH = 254;
const KEY_LENGTH = 191;
const address =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]$/;

/**
 * An address in the form that every mail server takes: a domain beyond ASCII becomes its `xn--` form. What stands before
 * the `@` stays as it is, since nothing but the receiving server can read it.
 */
export function asciiEmail(email: string): string {
  const tidy = email.trim();
  const at = tidy.lastIndexOf('@');
  const domain = tidy.slice(at + 1);
  if (at < 0 || /^[\u0000-\u007f]*$/.test(domain)) return tidy;
  return tidy.slice(0, at + 1) + domainToASCII(domain.normalize('NFC'));
}

/** True for an address that mail can be sent to as it is (see {@link asciiEmail}). */
export function isEmail(email: string): boolean {
  return email.length <= MAX_LENGTH && email.indexOf('@') <= 64 && address.test(email);
}

/** The key under which an address is unique: without case, in ASCII, and a hash where the column is too short for it. */
export function emailKey(email: string): string {
  const key = asciiEmail(email).toLowerCase();
  return key.length <= KEY_LENGTH ? key : createHash('sha256').update(key).digest('hex');
}
