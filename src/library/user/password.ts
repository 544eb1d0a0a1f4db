import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { compare } from 'bcryptjs';
import { Gate } from '../../gate.ts';

/** What the table `user` keeps of a password. */
export interface StoredPassword {
  readonly token: string;
  readonly scheme: string;
}

/** The ways a client may say a password; '' for those it does not use. */
export interface GivenPassword {
  readonly password?: string;
  readonly md5password?: string;
  readonly md5password_utf?: string;
}

/** 19 MiB, two passes, one lane: OWASP's figures. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Verifying against it takes as long as against a member's password, and nothing matches. */
const nobody: StoredPassword = { scheme: 'argon2id', token: unmatchedToken() };

type Verify = (md5password: string, token: string) => Promise<boolean>;

/** All schemes hash md5(plain) in hex, since many clients know no more of the password than that. */
const schemes: Readonly<Record<string, Verify>> = {
  argon2id: (md5password, token) => verify(token, md5password),
  blowfish: (md5password, token) => compare(md5password, token),
  legacy: verifyLegacy,
};

/**
 * The md5 sum that stands for the given password, in lower-case hex; none when there is no such sum. A client that sends
 * several forms means one password, and a try is one guess: the plain text counts first (32 hex digits are a sum, as
 * where a password is set), then `md5password_utf`, then `md5password`. A plain text counts in both of its spellings
 * where some keyboards write an accent as a character of its own.
 */
export function candidates(given: GivenPassword): string[] {
  const { password = '', md5password = '', md5password_utf = '' } = given;
  const sent = [password, md5password_utf, md5password].find((form) => form !== '') ?? '';
  if (sent !== password || isMd5(sent)) return [sent.toLowerCase()].filter(isMd5);
  return [...new Set([md5(composed(sent)), md5(sent)])].filter(isMd5);
}

/** True for 32 hex digits other than the sum of an empty password. */
export function isMd5(text: string): boolean {
  return /^[0-9a-f]{32}$/i.test(text) && text.toLowerCase() !== md5('');
}

/** A plain password as all keyboards mean it: some send an accent as a character of its own. */
export function composed(password: string): string {
  return password.normalize('NFC');
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/**
 * Hashing has two of the four threads that a process has for what takes long: with more of them each file would wait
 * behind the logins.
 */
export const hashing = new Gate(2, 32);

/** Hashes md5(plain) in the current scheme, off the main thread. @throws ApiError `toobusy` */
export async function hashPassword(md5password: string): Promise<StoredPassword> {
  return { scheme: 'argon2id', token: await hashing.run(() => hash(md5password, cost)) };
}

/**
 * Finds the sum that matches the stored password. Without a member it takes as long, so that the time does not tell
 * whether there is one.
 */
export async function findMatch(
  md5passwords: readonly string[],
  stored: StoredPassword = nobody,
): Promise<string | undefined> {
  for (const md5password of md5passwords) {
    if (await verifyPassword(md5password, stored)) return md5password;
  }
  return undefined;
}

/** True when md5(plain) matches; false also for a scheme or token that cannot be read. @throws ApiError `toobusy` */
export async function verifyPassword(
  md5password: string,
  { scheme, token }: StoredPassword,
): Promise<boolean> {
  const [name = ''] = scheme.split(':');
  const matches = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  if (matches === undefined) return false;
  return hashing.run(() => matches(md5password, token).catch(() => false));
}

/** True when the password should be hashed anew at the next chance: an older scheme, or another cost. */
export function needsRehash({ scheme, token }: StoredPassword): boolean {
  if (scheme !== 'argon2id') return true;
  const { memoryCost, timeCost, parallelism } = parseOptions(token);
  return (
    memoryCost !== cost.memoryCost || timeCost !== cost.timeCost || parallelism !== cost.parallelism
  );
}

/** `<md5(md5(plain) + salt)> <salt>`. The sum is quick, so a miss is drawn out to what other members' misses take. */
async function verifyLegacy(md5password: string, token: string): Promise<boolean> {
  const separator = token.indexOf(' ');
  const expected = Buffer.from(token.slice(0, separator).toLowerCase());
  const actual = Buffer.from(md5(md5password + token.slice(separator + 1)));
  if (expected.length === actual.length && timingSafeEqual(expected, actual)) return true;
  await verify(nobody.token, md5password);
  return false;
}

/** A well-formed hash that is the hash of nothing known. */
function unmatchedToken(): string {
  const { memoryCost, timeCost, parallelism } = cost;
  const [salt, sum] = [16, 32].map((size) =>
    randomBytes(size).toString('base64').replace(/=+$/, ''),
  );
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${salt}$${sum}`;
}
