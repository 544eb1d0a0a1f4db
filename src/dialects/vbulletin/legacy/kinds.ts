import { casts } from '../../../call/cast.ts';
import { ApiError } from '../../../errors.ts';
import type { WireMap, WireValue } from '../../../protocol/wire.ts';
import type { Upload } from '../../../protocol/types.ts';

/** The short names that vBulletin's own links use, and clients with them. */
const shortNames: ReadonlyMap<string, readonly string[]> = new Map([
  ['threadid', ['t']],
  ['forumid', ['f']],
  ['postid', ['p']],
  ['userid', ['u']],
  ['username', ['un']],
  ['pagenumber', ['page']],
  ['perpage', ['pp']],
  ['recipients', ['pmrecipients']],
  ['message', ['pagetext']],
  ['subject', ['title']],
  ['title', ['subject']],
  ['question', ['pollquestion']],
  ['pollquestion', ['question']],
  ['options', ['polloptions']],
  ['tlist', ['threadids', 'threadid', 'vbulletin_inlinethread']],
  ['threadids', ['tlist', 'threadid', 'vbulletin_inlinethread']],
  ['plist', ['postids', 'postid', 'vbulletin_inlinepost']],
  ['postids', ['plist', 'postid', 'vbulletin_inlinepost']],
]);

/** What a legacy call brought along. */
export interface Request {
  readonly params: WireMap;
  readonly files: ReadonlyMap<string, Upload>;
  /** The header. */
  readonly cookies: string;
  /** True when the client writes quotes, backslashes and tabs as character references. */
  readonly escaped: boolean;
}

/** How a parameter is read. vBulletin's cleaners are lenient: what is no number is 0, and 0 stands for the default. */
export interface Kind<T> {
  /** For the reference. */
  readonly text: string;
  /** For the reference; undefined when the parameter must be there. */
  readonly default: string | undefined;
  read(request: Request, name: string): T;
}

export type Takes = Readonly<Record<string, Kind<unknown>>>;
/** What was read, by name. */
export type Given<T extends Takes> = {
  readonly [K in keyof T]: T[K] extends Kind<infer V> ? V : never;
};

/** Reads all parameters of a method. @throws ApiError `missing_parameter`, `invalid_parameter` */
export function readTakes<T extends Takes>(takes: T, request: Request): Given<T> {
  const entries = Object.entries(takes).map(([name, kind]) => [name, kind.read(request, name)]);
  return Object.fromEntries(entries) as Given<T>;
}

/** An id that must be there. */
export const id: Kind<number> = {
  text: 'id',
  default: undefined,
  read(request, name) {
    const number = wholeNumber(find(request, name));
    if (number <= 0) throw new ApiError('missing_parameter', name);
    return number;
  },
};

/** A number from 0 on. */
export function count(usual = 0): Kind<number> {
  return {
    text: 'number',
    default: String(usual),
    read: (request, name) => Math.max(wholeNumber(find(request, name)), 0) || usual,
  };
}

/** A number, negative ones among them. */
export function number(usual = 0): Kind<number> {
  return {
    text: 'number',
    default: String(usual),
    read: (request, name) => wholeNumber(find(request, name)) || usual,
  };
}

export const flag: Kind<boolean> = {
  text: '1 or 0',
  default: '0',
  read(request, name) {
    const value = find(request, name);
    return typeof value === 'string' && !/^(|0|false|no|off)$/i.test(value.trim());
  },
};

/** What tells apart what was not sent from what is 0 or empty: undefined then. */
export function optional<T>(kind: Kind<T>): Kind<T | undefined> {
  return {
    text: kind.text,
    default: 'none',
    read: (request, name) =>
      find(request, name) === undefined ? undefined : kind.read(request, name),
  };
}

/** Text that may be missing. */
export function text(usual = ''): Kind<string> {
  return {
    text: 'text',
    default: `'${usual}'`,
    read(request, name) {
      const value = find(request, name);
      return value === undefined ? usual : decode(request, value, name);
    },
  };
}

/** Text that must be there, though it may be empty: what it is for says whether it may. */
export const words: Kind<string> = {
  text: 'text',
  default: undefined,
  read(request, name) {
    const value = find(request, name);
    if (value === undefined) throw new ApiError('missing_parameter', name);
    return decode(request, value, name);
  },
};

/** Ids as `1,2,3`, `1-2-3`, `x[]=1` or `x[1]=…`, or in the cookie of that name. */
export const ids: Kind<readonly number[]> = {
  text: 'ids',
  default: undefined,
  read(request, name) {
    const found = idsOf(find(request, name));
    if (found.length === 0) throw new ApiError('missing_parameter', name);
    return found;
  },
};

/** Ids that need not be there. */
export const someIds: Kind<readonly number[]> = {
  text: 'ids',
  default: 'none',
  read: (request, name) => idsOf(find(request, name)),
};

/** Named texts, `x[name]=…`. */
export const named: Kind<Readonly<Record<string, string>>> = {
  text: 'named texts',
  default: 'none',
  read(request, name) {
    const value = find(request, name);
    if (!(value instanceof Map)) return {};
    const texts = [...value].filter(
      (entry): entry is [string, string] => !(entry[1] instanceof Map),
    );
    const pairs = texts.map(
      ([key, item]) => [decode(request, key, name), decode(request, item, name)] as const,
    );
    return Object.fromEntries(pairs);
  },
};

/** A file part of the body, whatever its name is. */
export const file: Kind<Upload | undefined> = {
  text: 'file',
  default: 'none',
  read: ({ files }, name) => files.get(name) ?? files.values().next().value,
};

/** What was sent by a name, by one of its short names, or in a cookie. */
function find(request: Request, name: string): WireValue | undefined {
  for (const one of [name, ...(shortNames.get(name) ?? [])]) {
    const value = request.params.get(one) ?? cookie(request.cookies, one);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Only what inline moderation keeps is looked for in cookies. */
function cookie(header: string, name: string): string | undefined {
  if (!name.includes('_inline')) return undefined;
  const ending = name.slice(name.indexOf('_inline'));
  for (const pair of header.split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key.endsWith(ending)) return value.replace(/%2[Dd]/g, '-').replace(/%2[Cc]/g, ',');
  }
  return undefined;
}

const MOST = 2_147_483_647;

/**
 * As PHP's intval: the digits that a text begins with, all of them, and the largest number for what is larger. That is
 * no record's id; a number that was cut would be another's.
 */
function wholeNumber(value: WireValue | undefined): number {
  const digits = typeof value === 'string' ? /^\s*[+-]?\d+/.exec(value)?.[0] : undefined;
  return Math.max(Math.min(Number(digits ?? 0), MOST), -MOST);
}

/** Refuses more than so many ids, where each of them is asked for by itself. */
export function atMost(most: number, list: readonly number[]): readonly number[] {
  if (list.length > most) throw new ApiError('invalid_data', `at most ${most} ids at once`);
  return list;
}

const MOST_IDS = 1000;

function idsOf(value: WireValue | undefined): readonly number[] {
  if (value === undefined) return [];
  // Cookies have a dash between ids; one before the first is a sign.
  const texts =
    typeof value === 'string' ? value.split(/[,\s]+|(?<=\d)-/, MOST_IDS) : listed(value);
  const found = texts.map(wholeNumber).filter((number) => number > 0);
  return [...new Set(found)];
}

/** A list has its ids as values; what a form with check boxes sends has them as keys. */
function listed(map: WireMap): readonly WireValue[] {
  const keys = [...map.keys()];
  const isList = keys.every((key, index) => key === String(index));
  return isList ? [...map.values()] : keys;
}

/** Numbers as one, a list, or the keys of a map whose values say yes. */
export function numbersOf(value: WireValue | undefined): readonly number[] {
  if (!(value instanceof Map) || value.has('0')) return idsOf(value);
  return [...value].filter(([, yes]) => yes !== '0' && yes !== '').map(([key]) => wholeNumber(key));
}

const asText = casts({ kind: 'string' });

/** What one client writes in all its texts: see {@link Request.escaped}. From others they are what somebody typed. */
const references: ReadonlyMap<string, string> = new Map([
  ['&quot;', '"'],
  ['&#039;', "'"],
  ['&#092;', '\\'],
  ['&#009;', '\t'],
]);

function decode({ escaped }: Pick<Request, 'escaped'>, value: WireValue, name: string): string {
  const decoded = asText(value, name) as string;
  if (!escaped) return decoded;
  return decoded.replace(/&quot;|&#0(?:39|92|09);/g, (found) => references.get(found) ?? found);
}
