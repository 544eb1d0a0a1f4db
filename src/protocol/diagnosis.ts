import { toBytes } from './bytes.ts';
import { findMistake, type Mistake, rightEnd } from './mistakes.ts';
import type { WireValue } from './wire.ts';
import { presentable, type Presented, type Reading, readings } from './readings.ts';
import * as signature from './signature.ts';
import type { Form, Md5, Secrets } from './signature.ts';
import { listOf } from './writings.ts';

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
  /** The likeliest mistake alone, without any value that was sent. */
  readonly mistake?: string;
}

/** Tells how a signature should have been made, and which well-known mistake made this one. */
export function explain(md5: Md5, request: Presented, secrets: Secrets): Diagnosis {
  const all = readings(request).map((reading) => ({
    reading,
    forms: signature.forms.map((form) => reportForm(md5, form, reading, secrets)),
  }));
  for (const { reading, forms } of all) {
    const found = recognise(md5, reading, forms, secrets);
    if (found) return { ...found, forms: forms.map((form) => refusedWithout(reading, form)) };
  }
  const { reading, forms } = all.reduce((a, b) => (nearness(b) > nearness(a) ? b : a));
  const [look] = shapeHints(request.digest);
  if (look !== undefined) return { forms, hints: [look], mistake: look };
  const sought = inShort(reading)
    ? 'No usual mistake gives this signature.'
    : 'The query is too long to look for the usual mistakes: ask with a short one.';
  return { forms, hints: nextSteps(md5, request, { forms, sought }, secrets), mistake: 'unknown' };
}

/** Whether a request was signed in this reading, rightly or by a usual mistake; undefined if neither. */
function recognise(
  md5: Md5,
  reading: Reading,
  forms: readonly FormReport[],
  secrets: Secrets,
): Omit<Diagnosis, 'forms'> | undefined {
  const looks = shapeHints(reading.digest);
  const matching = forms.filter(({ matches }) => matches);
  const accepted = matching.find(({ refused }) => refused === undefined);
  const left = leftOutOf(reading);
  const rest = left ? [left.hint] : [];
  if (accepted) {
    const hints = [...looks, ...rest, ...formHints(accepted.form)];
    const mistake = left?.name ?? looks[0];
    return { hints, ...(mistake !== undefined && { mistake }) };
  }
  const searched = md5Digits.test(reading.digest) ? inShort(reading) : undefined;
  const found = searched && findMistake(md5, searched, secrets);
  if (found) return { hints: [...looks, found.hint, ...rest], mistake: found.name };
  if (matching.length === 0) return undefined;
  const hints = [...looks, ambiguous, ...rest];
  return { hints, mistake: hints[0] ?? '' };
}

/** What is wrong with a reading that does without some of the URL's parameters. */
function leftOutOf({ leftOut }: Reading): Mistake | undefined {
  if (leftOut.length === 0) return undefined;
  const [stand, are, them] = leftOut.length > 1 ? ['stand', 'are', 'them'] : ['stands', 'is', 'it'];
  const name = `${listOf(leftOut)} ${stand} in the URL, but ${are} not signed`;
  return { name, hint: `${name}: sign ${them} with the rest, or send ${them} in the body.` };
}

function refusedWithout({ leftOut }: Reading, form: FormReport): FormReport {
  return leftOut.length === 0 ? form : { refused: 'not the same parameters', ...form };
}

/** How far the string that a client hashed is that of a reading. */
function nearness({ forms: [first] }: { readonly forms: readonly FormReport[] }): number {
  return first?.differsAt ?? Infinity;
}

/** Names and values, in bytes, that are searched for mistakes: a longer search would take the time of other calls. */
const MOST_SEARCHED = 2_048;

/** What of a request is searched; undefined where even its query is too long. */
function inShort(request: Presented): Presented | undefined {
  const { query, post = new Map<string, never>(), debug = '' } = request;
  if (query.length + debug.length > MOST_SEARCHED) return undefined;
  return sizeOf(post) > MOST_SEARCHED ? { ...request, post: undefined } : request;
}

function sizeOf(value: WireValue): number {
  if (typeof value === 'string') return value.length;
  let size = 0;
  for (const [name, member] of value) size += name.length + sizeOf(member);
  return size;
}

const ambiguous =
  'The string that you signed stands for other parameters, too, so its signature is not accepted: leave out names that PHP drops or changes (a.b becomes a_b).';

/**
 * What to do when no usual mistake is found: then what is appended to the string is another one. The beginning of a
 * digest tells the right secret and key from wrong ones, and is of no use to guess them.
 */
function nextSteps(
  md5: Md5,
  { debug }: Presented,
  { forms, sought }: { readonly forms: readonly FormReport[]; readonly sought: string },
  { secret, apikey, clientid }: Secrets,
): readonly string[] {
  const [first] = forms;
  const own = debug === undefined ? undefined : toBytes(debug);
  const opening = forms.some(({ string }) => string === own)
    ? 'Your string is right, so what you append to it is not.'
    : `${sought} Compare your string with ${JSON.stringify(first?.string ?? '')}; if it is the same, the API key or the secret is another one.`;
  const start = (text: string): string => md5(toBytes(text)).slice(0, 4);
  return [
    opening,
    `Check the secret: its md5 begins with ${start(secret)}. It is the one that came with client id ${clientid}.`,
    `Check the API key: its md5 begins with ${start(apikey)}. The operator has given it to you.`,
    ...(debug === undefined
      ? ['Send the string that you hashed, without the secrets, as api_debug_string.']
      : []),
  ];
}

function reportForm(md5: Md5, form: Form, request: Presented, secrets: Secrets): FormReport {
  const { query, get, digest, debug } = request;
  const shown = presentable(request);
  const candidate = signature.stringOf(form, query, get);
  if (candidate === undefined) {
    return { form, string: '', matches: false, refused: 'not printable ASCII' };
  }
  const differsAt = debug === undefined ? undefined : firstDifference(candidate, toBytes(debug));
  return {
    form,
    string: signature.stringOf(form, shown.query, shown.get) ?? '',
    matches: signature.equalDigests(md5(candidate + rightEnd(secrets)), digest.toLowerCase()),
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

const md5Digits = /^[0-9a-f]{32}$/i;

/** What the look of a digest tells already. */
const shapes: readonly (readonly [RegExp, string])[] = [
  [/^$/, 'api_sig is empty.'],
  [/^(?=.*[A-F])[0-9A-Fa-f]{32}$/, 'api_sig is in upper case: PHP prints md5 in lower case.'],
  [/^[0-9a-f]{40}$/i, 'api_sig is as long as a SHA-1: use MD5, and no HMAC.'],
  [/^[0-9a-f]{64}$/i, 'api_sig is as long as a SHA-256: use MD5, and no HMAC.'],
  [/^[0-9a-f]{128}$/i, 'api_sig is as long as a SHA-512: use MD5, and no HMAC.'],
  [/^[A-Za-z0-9+/_-]{22}(==)?$/, 'api_sig looks like base64: use hex digits.'],
  [/^[A-Za-z0-9+/_-]{27}=?$/, 'api_sig looks like a SHA-1 in base64: use MD5, in hex digits.'],
  [/^[A-Za-z0-9+/_-]{43}=?$/, 'api_sig looks like a SHA-256 in base64: use MD5, in hex digits.'],
  [/^(?![0-9a-f]{32}$)/i, 'api_sig is not 32 hex digits.'],
];

function shapeHints(digest: string): readonly string[] {
  return shapes
    .filter(([look]) => look.test(digest))
    .slice(0, 1)
    .map(([, hint]) => hint);
}
