import { fromBytes, toBytes } from './bytes.ts';
import { presentable, type Presented } from './readings.ts';
import * as signature from './signature.ts';
import type { Md5, Secrets } from './signature.ts';
import { rightWriting, type Writing, wrongWritings } from './writings.ts';

/** A usual mistake, by which a signature was made. */
export interface Mistake {
  /** How the digest was made and what is wrong with that, without any value of a secret. */
  readonly hint: string;
  /** What is wrong alone, without any value that was sent. */
  readonly name: string;
}

/**
 * Finds the usual mistake that gives the digest which came: tries every wrong recipe, one mistake at a time first, then
 * two; then what is no MD5 of a string at all. That is hundreds of digests, so it is for short requests, and two at a
 * time for very short ones.
 */
export function findMistake(md5: Md5, request: Presented, secrets: Secrets): Mistake | undefined {
  const digest = request.digest.toLowerCase();
  for (const [written, sum] of recipes(request))
    if (signature.equalDigests(md5(hashed(written.text, sum, secrets)), digest))
      return describe(request, written, sum);
  return hmacIn(md5, request, digest, secrets);
}

/** What came of one way to write the parameters. */
interface Written extends Writing {
  readonly text: string;
}

/** Bytes of a string up to which two mistakes at a time are looked for. */
const MOST_PAIRED = 512;

function* recipes(request: Presented): Generator<readonly [Written, Sum]> {
  const right = { ...rightWriting, text: signature.signedString(request.get) };
  const wrong = distinctWritings(request, right.text);
  for (const sum of [...wrongSums, ...secretsInFront]) yield [right, sum];
  for (const written of wrong) yield [written, rightSum];
  if (right.text.length > MOST_PAIRED) return;
  for (const written of wrong) for (const sum of wrongSums) yield [written, sum];
}

/** The wrong strings, each under the first mistake that gives it. */
function distinctWritings(request: Presented, right: string): readonly Written[] {
  const seen = new Set([right]);
  return wrongWritings.flatMap((writing) => {
    const text = writing.of(request, right);
    if (seen.has(text)) return [];
    seen.add(text);
    return [{ ...writing, text }];
  });
}

function describe(request: Presented, written: Writing, sum: Sum): Mistake {
  const name = [written.mistake, sum.mistake].filter(Boolean).join(', and ');
  const shown = presentable(request);
  const bytes = written
    .of(shown, signature.signedString(shown.get))
    .replace(/(^|&)api_s=[^&]*/, '$1api_s=<token>');
  const text = written.shown ?? JSON.stringify(fromBytes(bytes) ?? bytes);
  const recipe = [...sum.before, text, ...sum.behind].join(' + ');
  return { name, hint: `This is md5(${recipe}): ${name}.` };
}

/** What a client may take for the key of an HMAC. */
const hmacKeys: readonly (readonly SecretName[])[] = [
  ...[['secret'], ['apikey'], ['secret', 'apikey'], ['apikey', 'secret']],
  ...[['token'], ['clientid', 'secret', 'apikey'], ['token', 'clientid', 'secret', 'apikey']],
] as const satisfies readonly (readonly SecretName[])[];

/** What it may take for the message: the string with some of the secrets. */
const hmacTails: readonly (readonly SecretName[])[] = [
  ...[[], ['token'], ['token', 'clientid'], ['token', 'clientid', 'secret']],
  ...[
    ['token', 'clientid', 'apikey'],
    ['token', 'clientid', 'secret', 'apikey'],
  ],
] as const satisfies readonly (readonly SecretName[])[];

function hmacIn(
  md5: Md5,
  { get }: Presented,
  digest: string,
  secrets: Secrets,
): Mistake | undefined {
  const joined = (names: readonly SecretName[]): string => bytesOf(names, secrets);
  const signed = signature.signedString(get);
  const isHmac = hmacKeys.some((key) =>
    hmacTails.some((tail) => {
      const made = hmacMd5(md5, joined(key), signed + joined(tail));
      return signature.equalDigests(made, digest);
    }),
  );
  if (!isHmac) return undefined;
  const hint = `This is an HMAC-MD5. Use plain MD5 of the string and, behind it, ${rightSum.behind.join(' + ')}.`;
  return { hint, name: 'an HMAC in the place of MD5' };
}

const BLOCK = 64;

/** RFC 2104, of byte strings. */
function hmacMd5(md5: Md5, key: string, message: string): string {
  const short = key.length > BLOCK ? bytesOfHex(md5(key)) : key;
  const padded = short.padEnd(BLOCK, '\0');
  const mixed = (pad: number): string =>
    Array.from(padded, (byte) => String.fromCharCode(byte.charCodeAt(0) ^ pad)).join('');
  return md5(mixed(0x5c) + bytesOfHex(md5(mixed(0x36) + message)));
}

function bytesOfHex(hex: string): string {
  return hex.replace(/../g, (digits) => String.fromCharCode(parseInt(digits, 16)));
}

type SecretName = keyof Secrets;

/** One way to put the secrets and the string together. */
interface Sum {
  readonly mistake?: string;
  readonly before: readonly SecretName[];
  readonly behind: readonly SecretName[];
}

function hashed(text: string, { before, behind }: Sum, secrets: Secrets): string {
  return bytesOf(before, secrets) + text + bytesOf(behind, secrets);
}

function bytesOf(names: readonly SecretName[], secrets: Secrets): string {
  return toBytes(names.map((name) => secrets[name]).join(''));
}

function sumOf(behind: readonly SecretName[], mistake: string): Sum {
  return { before: [], behind, mistake };
}

const rightSum: Sum = { before: [], behind: ['token', 'clientid', 'secret', 'apikey'] };

/** The bytes of the secrets as they are appended. */
export function rightEnd(secrets: Secrets): string {
  return bytesOf(rightSum.behind, secrets);
}

const wrongSums: readonly Sum[] = [
  sumOf(
    ['token', 'clientid', 'secret'],
    'the API key is left out (answers go without it, requests do not)',
  ),
  sumOf(['clientid', 'secret', 'apikey'], 'the access token is left out or empty'),
  sumOf(['apikey'], 'the access token, the client id and the secret are left out, as in api.init'),
  sumOf(['token', 'clientid', 'apikey'], 'the secret is left out'),
  sumOf(['token', 'secret', 'apikey'], 'the client id is left out'),
  sumOf(['secret', 'apikey'], 'the access token and the client id are left out'),
  sumOf([], 'the secrets are left out'),
  sumOf(['clientid', 'token', 'secret', 'apikey'], 'the client id comes before the access token'),
  sumOf(['token', 'secret', 'clientid', 'apikey'], 'the secret comes before the client id'),
  sumOf(['secret', 'token', 'clientid', 'apikey'], 'the secret comes first'),
  sumOf(['token', 'clientid', 'apikey', 'secret'], 'the API key comes before the secret'),
  sumOf(['apikey', 'token', 'clientid', 'secret'], 'the API key comes first'),
  sumOf(['clientid', 'secret', 'token', 'apikey'], 'the access token comes after the secret'),
];

/** All of the secrets, or those that a client may take for a salt. */
const secretsInFront: readonly Sum[] = (
  [
    [['secret'], []],
    [['apikey'], []],
    [['secret'], ['apikey']],
    [['apikey'], ['secret']],
    [['secret', 'apikey'], []],
    [['apikey', 'secret'], []],
    [['secret'], ['token', 'clientid', 'apikey']],
    [['apikey'], ['token', 'clientid', 'secret']],
    [
      ['secret', 'apikey'],
      ['token', 'clientid'],
    ],
    [
      ['apikey', 'secret'],
      ['token', 'clientid'],
    ],
    [['token', 'clientid', 'secret', 'apikey'], []],
    [['apikey', 'token', 'clientid', 'secret'], []],
  ] as const
).map(([before, behind]) => ({
  before,
  behind,
  mistake: `secrets come before the string; behind it belong ${rightSum.behind.join(', ')}`,
}));
