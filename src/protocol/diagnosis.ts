import { fromBytes, toBytes } from './bytes.ts';
import { printQuery, type WireMap, type WireValue } from './query.ts';
import * as signature from './signature.ts';
import type { Form, Md5, Secrets } from './signature.ts';

/** A request whose signature is to be explained. */
export interface Presented {
  /** The bytes after `?` as they arrived. */
  readonly query: string;
  /** The query parsed. */
  readonly get: WireMap;
  /** The body parsed; a common mistake is to sign it. */
  readonly post?: WireMap | undefined;
  /** The value of `api_sig`. */
  readonly digest: string;
  /** The string the client says it hashed, without the secrets. */
  readonly debug?: string | undefined;
}

export interface FormReport {
  readonly form: Form;
  /** What is hashed in this form, without the secrets. */
  readonly string: string;
  /** Whether this form gives the digest presented. */
  readonly matches: boolean;
  /** Why the form is not accepted even if it matches. */
  readonly refused?: 'not the same parameters' | 'not printable ASCII';
  /** Where the client's own string differs first, in bytes; absent if it does not or was not given. */
  readonly differsAt?: number;
}

export interface Diagnosis {
  readonly forms: readonly FormReport[];
  /** Sentences for the client's developer, the likeliest first. They never contain a secret. */
  readonly hints: readonly string[];
}

/** Tells how a signature should have been made, and which well-known mistake made this one. */
export function explain(md5: Md5, request: Presented, secrets: Secrets): Diagnosis {
  const digest = request.digest.toLowerCase();
  const forms = signature.forms.map((form) => reportForm(md5, form, request, digest, secrets));
  const accepted = forms.find(({ matches, refused }) => matches && refused === undefined);
  const hints = accepted ? formHints(accepted.form) : mistakeHints(md5, request, digest, secrets);
  return { forms, hints: [...shapeHints(request.digest), ...hints] };
}

function reportForm(
  md5: Md5,
  form: Form,
  { query, get, debug }: Presented,
  digest: string,
  secrets: Secrets,
): FormReport {
  const candidate = signature.stringOf(form, query, get);
  if (candidate === undefined) {
    return { form, string: '', matches: false, refused: 'not printable ASCII' };
  }
  const differsAt = debug === undefined ? undefined : firstDifference(candidate, toBytes(debug));
  return {
    form,
    string: candidate,
    matches: signature.equalDigests(md5(candidate + rightSum.of(secrets)), digest),
    ...(!signature.meansTheSame(form, candidate, get) && { refused: 'not the same parameters' }),
    ...(differsAt !== undefined && { differsAt }),
  };
}

function firstDifference(a: string, b: string): number | undefined {
  if (a === b) return undefined;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
}

function formHints(form: Form): string[] {
  if (form === 'php82') return [];
  return [`The signature is right for the form ${form}; a strict server takes php82 only.`];
}

/** What the look of a digest tells already. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'api_sig is empty.'],
  [/^(?=.*[A-F])[0-9A-Fa-f]{32}$/, 'api_sig is in upper case: PHP prints md5 in lower case.'],
  [/^[0-9a-f]{40}$/i, 'api_sig is as long as a SHA-1: use MD5.'],
  [/^[0-9a-f]{64}$/i, 'api_sig is as long as a SHA-256: use MD5.'],
  [/^[A-Za-z0-9+/_-]{22}(==)?$/, 'api_sig looks like base64: use hex digits.'],
  [/^(?![0-9a-f]{32}$|[0-9a-f]{40}$|[0-9a-f]{64}$)/i, 'api_sig is not 32 hex digits.'],
];

function shapeHints(digest: string): readonly string[] {
  return shapes
    .filter(([look]) => look.test(digest))
    .slice(0, 1)
    .map(([, hint]) => hint);
}

/** One way to append the secrets to the string. */
interface Sum {
  readonly mistake?: string;
  /** How the sum is written in a hint. */
  readonly text: string;
  /** The bytes that follow the string. */
  of(secrets: Secrets): string;
}

type SecretName = keyof Secrets;

function sum(names: readonly SecretName[], mistake?: string): Sum {
  return {
    ...(mistake !== undefined && { mistake }),
    text: ['', ...names].join(' + '),
    of: (secrets) => toBytes(names.map((name) => secrets[name]).join('')),
  };
}

const rightSum = sum(['token', 'clientid', 'secret', 'apikey']);

const wrongSums: readonly Sum[] = [
  sum(
    ['token', 'clientid', 'secret'],
    'the API key is left out (answers go without it, requests do not)',
  ),
  sum(['clientid', 'secret', 'apikey'], 'the access token is left out or empty'),
  sum(['apikey'], 'the access token, the client id and the secret are left out, as in api.init'),
  sum(['token', 'clientid', 'apikey'], 'the secret is left out'),
  sum(['token', 'secret', 'apikey'], 'the client id is left out'),
  sum(['secret', 'apikey'], 'the access token and the client id are left out'),
  sum([], 'the secrets are left out'),
  sum(['clientid', 'token', 'secret', 'apikey'], 'the client id comes before the access token'),
  sum(['token', 'secret', 'clientid', 'apikey'], 'the secret comes before the client id'),
  sum(['secret', 'token', 'clientid', 'apikey'], 'the secret comes first'),
  sum(['token', 'clientid', 'apikey', 'secret'], 'the API key comes before the secret'),
  sum(['apikey', 'token', 'clientid', 'secret'], 'the API key comes first'),
  sum(['clientid', 'secret', 'token', 'apikey'], 'the access token comes after the secret'),
];

/** One way to write the parameters as a string. */
interface Writing {
  readonly mistake?: string;
  /** What a hint shows in place of the string. */
  readonly shown?: string;
  of(request: Presented): string;
}

const rightWriting: Writing = { of: ({ get }) => signature.signedString(get) };

const wrongWritings: readonly Writing[] = [
  { mistake: 'the parameters are not sorted', of: ({ get }) => printQuery(signedPart(get)) },
  {
    mistake: 'the names are sorted without regard to case',
    of: ({ get }) => printQuery(sortedBy(signedPart(get), (name) => name.toLowerCase())),
  },
  {
    mistake: 'POST fields are signed; only those in the URL are',
    of: ({ get, post }) => signature.signedString(new Map([...get, ...(post ?? [])])),
  },
  {
    mistake: 'only the POST fields are signed; only those in the URL should be',
    of: ({ post }) => (post ? signature.signedString(post) : ''),
  },
  { mistake: 'the string is empty although there are parameters in the URL', of: () => '' },
  {
    mistake: 'the values are signed as plain text; they must be encoded as in a URL',
    of: ({ get }) => plainText(sortedBy(signedPart(get), (name) => name)),
  },
  {
    mistake: 'the values are signed as plain text and not sorted',
    of: ({ get }) => plainText(signedPart(get)),
  },
  {
    mistake: 'api_c, api_s or api_v is signed',
    of: ({ get }) => printQuery(without(get, ['api_sig'])),
  },
  {
    mistake: 'api_c, api_s or api_v is signed',
    of: ({ get }) => printQuery(sortedBy(without(get, ['api_sig']), (name) => name)),
  },
  {
    mistake: 'api_c or api_v is signed',
    of: ({ get }) => printQuery(sortedBy(without(get, ['api_s', 'api_sig']), (name) => name)),
  },
  {
    mistake: 'api_m is left out; it is signed',
    of: ({ get }) => signature.signedString(without(get, ['api_m'])),
  },
  {
    mistake: 'the pairs are joined by &amp;',
    of: ({ get }) => signature.signedString(get).replaceAll('&', '&amp;'),
  },
  {
    mistake: 'the pairs are joined by nothing',
    of: ({ get }) => signature.signedString(get).replaceAll('&', ''),
  },
  {
    mistake: 'a blank is written %20; PHP writes +',
    of: ({ get }) => signature.signedString(get).replaceAll('+', '%20'),
  },
  {
    mistake: 'encoded as encodeURIComponent does',
    of: ({ get }) => signature.signedString(get).replace(/\+|%(?:7E|2A|21|27|28|29)/g, bare),
  },
  {
    mistake: 'escapes are in lower case; PHP writes %C3, not %c3',
    of: ({ get }) =>
      signature.signedString(get).replace(/%[0-9A-F]{2}/g, (text) => text.toLowerCase()),
  },
  { mistake: 'the string begins with ?', of: ({ get }) => '?' + signature.signedString(get) },
  { mistake: 'the string ends with &', of: ({ get }) => signature.signedString(get) + '&' },
  {
    mistake: 'your string is not what the parameters in the URL are',
    shown: '<your string>', // which may have the secrets in it
    of: ({ debug, get }) => (debug === undefined ? signature.signedString(get) : toBytes(debug)),
  },
];

/** Tries every wrong recipe; one mistake at a time first, then two. */
function mistakeHints(md5: Md5, request: Presented, digest: string, secrets: Secrets): string[] {
  const hints: string[] = [];
  const tried = new Set<string>();
  for (const [writing, recipe] of recipes()) {
    const bytes = writing.of(request) + recipe.of(secrets);
    if (tried.has(bytes)) continue;
    tried.add(bytes);
    if (!signature.equalDigests(md5(bytes), digest)) continue;
    hints.push(describe(writing, recipe, request));
  }
  return hints;
}

function* recipes(): Generator<readonly [Writing, Sum]> {
  yield [rightWriting, rightSum];
  for (const recipe of wrongSums) yield [rightWriting, recipe];
  for (const writing of wrongWritings) yield [writing, rightSum];
  for (const writing of wrongWritings) for (const recipe of wrongSums) yield [writing, recipe];
}

/** @returns how the sum was made and what is wrong with it, without any value of a secret */
function describe(writing: Writing, recipe: Sum, request: Presented): string {
  const mistakes = [writing.mistake, recipe.mistake].filter((text) => text !== undefined);
  const bytes = writing.of(request).replace(/(^|&)api_s=[^&]*/, '$1api_s=<token>');
  const text = writing.shown ?? JSON.stringify(fromBytes(bytes) ?? bytes);
  return `This is md5(${text}${recipe.text}): ${mistakes.join(', and ')}.`;
}

function signedPart(get: WireMap): WireMap {
  return without(get, signature.unsigned);
}

function without(map: WireMap, names: readonly string[]): WireMap {
  return new Map([...map].filter(([name]) => !names.includes(name)));
}

function sortedBy(map: WireMap, keyOf: (name: string) => string): WireMap {
  const entries = [...map].map(([name, value]) => ({ name, value, key: keyOf(name) }));
  entries.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return new Map(entries.map(({ name, value }) => [name, value]));
}

/** `a=x y&b[c]=1`: ambiguous, hence never to be accepted. */
function plainText(map: WireMap): string {
  const pairs: string[] = [];
  const print = (name: string, value: WireValue): void => {
    if (typeof value === 'string') pairs.push(`${name}=${value}`);
    else for (const [key, member] of value) print(`${name}[${key}]`, member);
  };
  for (const [name, value] of map) print(name, value);
  return pairs.join('&');
}

function bare(escape: string): string {
  return escape === '+' ? '%20' : String.fromCharCode(parseInt(escape.slice(1), 16));
}
