import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { compare } from 'bcryptjs';

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

/** The md5 sums that may stand for the given password: distinct, in lower-case hex. */
export function candidates(given: GivenPassword): string[] {
  const { password = '', md5password = '', md5password_utf = '' } = given;
  const plain = password === '' ? [] : [md5(password), password];
  const sums = [...plain, md5password, md5password_utf].map((sum) => sum.toLowerCase());
  return [...new Set(sums)].filter(isMd5);
}

/** True for 32 hex digits other than the sum of an empty password. */
export function isMd5(text: string): boolean {
  return /^[0-9a-f]{32}$/i.test(text) && text.toLowerCase() !== md5('');
}

export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** Hashes md5(plain) in the current scheme, off the main thread. */
export async function hashPassword(md5password: string): Promise<StoredPassword> {
  return { scheme: 'argon2id', token: await hash(md5password, cost) };
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

/** True when md5(plain) matches; false also for a scheme or token that cannot be read. */
export async function verifyPassword(
  md5password: string,
  { scheme, token }: StoredPassword,
): Promise<boolean> {
  const [name = ''] = scheme.split(':');
  const matches = Object.hasOwn(schemes, name) ? schemes[name] : undefined;
  try {
    return (await matches?.(md5password, token)) ?? false;
  } catch {
    return false;
  }
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
