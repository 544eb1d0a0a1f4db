import { fromBytes, toBytes } from './bytes.ts';
import { topLevelName } from './parameter-tree.ts';
import { parseQuery, printParameter, urlDecode, urlEncode } from './query.ts';
import type { WireMap, WireValue } from './wire.ts';
import { type KeyOrder, sortNames } from './sort.ts';

/** MD5 of a byte string, in lower-case hex digits. */
export type Md5 = (bytes: string) => string;

/** What client and server share, as text. */
export interface Secrets {
  readonly token: string;
  readonly clientid: string;
  readonly secret: string;
  readonly apikey: string;
}

/** Parameters that say who is calling and are not signed. */
export const unsigned: readonly string[] = ['api_c', 'api_s', 'api_sig', 'api_v'];

/**
 * What a client may have signed, in the order in which it is tried:
 * - `php82`, `bytes`, `php81`: the parameters as PHP prints them, sorted by PHP 8.2 or later, by bytes, by PHP 8.0;
 * - `raw`, `raw-sorted`: its own query string as it arrived, and sorted by name;
 * - `text`, `text-sorted`: the same before it was percent-encoded.
 */
export const forms = [
  'php82',
  'bytes',
  'php81',
  'raw',
  'raw-sorted',
  'text',
  'text-sorted',
] as const;
export type Form = (typeof forms)[number];

/** The string that a request's signature is over: the parameters but for {@link unsigned}, sorted and printed. */
export function signedString(parameters: WireMap, order: KeyOrder = 'php82'): string {
  const names: string[] = [];
  for (const name of parameters.keys()) if (!unsigned.includes(name)) names.push(name);
  let signed = '';
  for (const name of sortNames(names, order)) {
    const printed = printPair(urlEncode(name), parameters.get(name) ?? '');
    if (printed !== '') signed += signed === '' ? printed : `&${printed}`;
  }
  return signed;
}

function printPair(name: string, value: WireValue): string {
  if (typeof value === 'string') return `${name}=${urlEncode(value)}`;
  const pairs: string[] = [];
  printParameter(pairs, name, value);
  return pairs.join('&');
}

/** The `api_sig` of a request with these query parameters; a POST body is never signed. */
export function signRequest(md5: Md5, parameters: WireMap, secrets: Secrets): string {
  return md5(signedString(parameters) + suffix(secrets));
}

/** The `Authorization` header of an answer with this body (a byte string); the API key is left out. */
export function signResponse(md5: Md5, body: string, secrets: Omit<Secrets, 'apikey'>): string {
  return md5(body + toBytes(secrets.token + secrets.clientid + secrets.secret));
}

/**
 * Finds the form in which a request was signed; undefined if there is none. Strict, like PHP, accepts `php82` only.
 * @param query the bytes after `?` as they arrived
 * @param get what {@link parseQuery} made of them
 * @param presented the value of `api_sig`
 */
export function verifyRequest(
  md5: Md5,
  query: string,
  get: WireMap,
  presented: string,
  secrets: Secrets,
  options: { readonly strict: boolean },
): Form | undefined {
  const digest = options.strict ? presented : presented.toLowerCase();
  const end = suffix(secrets);
  const tried: string[] = [];
  for (const form of options.strict ? (['php82'] as const) : forms) {
    const candidate = stringOf(form, query, get);
    if (candidate === undefined || tried.includes(candidate)) continue;
    tried.push(candidate);
    if (equalDigests(md5(candidate + end), digest) && meansTheSame(form, candidate, get)) {
      return form;
    }
  }
  return undefined;
}

/** The string hashed for a form; undefined if the form is not for this query. */
export function stringOf(form: Form, query: string, get: WireMap): string | undefined {
  if (!isOwnSpelling(form)) return signedString(get, form);
  // Arbitrary bytes are the raw material of MD5 collisions, and no HTTP client sends them in a URL.
  if (!isPrintableAscii(query)) return undefined;
  const segments = signedSegments(query);
  const ordered = form === 'raw' || form === 'text' ? segments : sortByName(segments);
  if (form === 'raw' || form === 'raw-sorted') return ordered.join('&');
  return plainText(ordered.map(urlDecode).join('&'));
}

/** Whether what was signed is the client's own spelling, which PHP's forms are not. */
export function isOwnSpelling(form: Form): form is 'raw' | 'raw-sorted' | 'text' | 'text-sorted' {
  return !phpForms.includes(form);
}

const phpForms: readonly Form[] = ['php82', 'bytes', 'php81'];

/** Control characters, and what is no text at all, are the raw material of collisions as well. */
function plainText(bytes: string): string | undefined {
  const text = fromBytes(bytes);
  return text === undefined || /\p{Cc}/u.test(text) ? undefined : bytes;
}

/** Whether a query has the bytes 0x21 to 0x7E only. */
function isPrintableAscii(query: string): boolean {
  return !/[^!-~]/.test(query);
}

/**
 * Whether the string a client signed stands for the parameters it sent, and for these alone. Without this condition
 * one signature would be good for several requests: `a.b=1&a_b=2` and `a_b=2&a.b=1` are the same when sorted by name,
 * an empty array (PHP makes one of `a[__Host-]=1`) is not printed at all, and what comes after a thousand variables
 * is dropped, so that `=%26b=2` at their end would hide the `b` that was signed.
 */
export function meansTheSame(form: Form, signed: string, get: WireMap): boolean {
  if (!isOwnSpelling(form)) return !hasEmptyArray(get);
  const { map: parsed, overflow } = parseQuery(signed);
  // A query that is too much is refused wherever it comes from; decoded, one that was not can become so.
  if (overflow !== undefined && (form === 'text' || form === 'text-sorted')) return false;
  const expected = [...get].filter(([name]) => !unsigned.includes(name));
  return (
    parsed.size === expected.length &&
    expected.every(([name, value]) => sameValue(parsed.get(name), value))
  );
}

function hasEmptyArray(map: WireMap): boolean {
  for (const value of map.values()) {
    if (typeof value !== 'string' && (value.size === 0 || hasEmptyArray(value))) return true;
  }
  return false;
}

/** Equality in a time that does not depend on where the digests differ. */
export function equalDigests(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let difference = 0;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}

function suffix({ token, clientid, secret, apikey }: Secrets): string {
  return toBytes(token + clientid + secret + apikey);
}

/** The non-empty segments of a query but for those that PHP reads as one of {@link unsigned}. */
function signedSegments(query: string): string[] {
  return query.split('&').filter((segment) => {
    if (segment === '') return false;
    const name = topLevelName(nameOf(segment));
    return name === undefined || !unsigned.includes(name);
  });
}

function sortByName(segments: readonly string[]): string[] {
  return segments
    .map((segment) => ({ segment, name: nameOf(segment) }))
    .sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)))
    .map(({ segment }) => segment);
}

function nameOf(segment: string): string {
  const equals = segment.indexOf('=');
  return urlDecode(equals < 0 ? segment : segment.slice(0, equals));
}

/** Whether two values are the same, the order of array members included. */
function sameValue(a: WireValue | undefined, b: WireValue): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (a.size !== b.size) return false;
  const members = b.entries();
  for (const [key, value] of a) {
    const other = members.next();
    if (other.done || other.value[0] !== key || !sameValue(value, other.value[1])) return false;
  }
  return true;
}
