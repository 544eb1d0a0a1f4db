import { ApiError } from '../../errors.ts';
import type { Struct } from '../../protocol/types.ts';

/** A value in a search: JSON, with its objects as Maps. PHP's arrays arrive as Maps of text. */
export type SearchValue =
  string | number | boolean | null | readonly SearchValue[] | ReadonlyMap<string, SearchValue>;
export type Given = ReadonlyMap<string, SearchValue>;

const MOST_CHARACTERS = 20_000;
const MOST_LEVELS = 10;
const MOST_ITEMS = 500;
const MOST_ID = 2_147_483_647;

/** @throws ApiError `invalid_search` (where, why) */
export function refuse(where: string, why: string): never {
  throw new ApiError('invalid_search', where, why);
}

/** Reads a search given as JSON text or as an array; an empty one asks for everything. */
export function readGiven(given: string | Struct): Given {
  const value = typeof given === 'string' ? parseJson(given) : tree(given, 1);
  if (value instanceof Map) return withinBounds(value);
  if (Array.isArray(value) && value.length === 0) return new Map();
  return refuse('search_json', 'it must be an object of filters');
}

/** In both forms a search is kept as JSON text. */
function withinBounds(given: Given): Given {
  if (printGiven(given).length > MOST_CHARACTERS) refuseLong();
  return given;
}

function refuseLong(): never {
  return refuse('search_json', `at most ${MOST_CHARACTERS} characters are allowed`);
}

/** The search, or a value of it, as JSON text. */
export function printGiven(given: SearchValue): string {
  return JSON.stringify(plain(given));
}

function parseJson(text: string): SearchValue {
  if (text.length > MOST_CHARACTERS) refuseLong();
  if (text.trim() === '') return new Map();
  try {
    return tree(JSON.parse(text) as unknown, 1);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const [, place] = / at position (\d+)/.exec(error.message) ?? [];
    if (place === undefined) return refuse('search_json', 'it is not JSON');
    return refuse('search_json', `it is not JSON at character ${Number(place) + 1}`);
  }
}

/** Objects become Maps, so that no name in them means anything. */
function tree(value: unknown, level: number): SearchValue {
  if (level > MOST_LEVELS)
    refuse('search_json', `it may be nested at most ${MOST_LEVELS} levels deep`);
  if (Array.isArray(value)) return value.map((item) => tree(item, level + 1));
  if (typeof value !== 'object' || value === null) return value as SearchValue;
  const entries = value instanceof Map ? [...(value as Given)] : Object.entries(value);
  return new Map(entries.map(([key, item]) => [key, tree(item, level + 1)]));
}

function plain(value: SearchValue): unknown {
  if (value instanceof Map) {
    const entries = [...(value as Given)].map(([key, item]) => [key, plain(item)] as const);
    const isList = entries.length > 0 && entries.every(([key], index) => key === String(index));
    return isList ? entries.map(([, item]) => item) : Object.fromEntries(entries);
  }
  return Array.isArray(value) ? (value as readonly SearchValue[]).map(plain) : value;
}

/** A list, or one value in the place of a list of one. */
export function listOf(value: SearchValue | undefined, where: string): readonly SearchValue[] {
  const items = Array.isArray(value)
    ? (value as readonly SearchValue[])
    : value instanceof Map
      ? [...(value as Given).values()]
      : [value as SearchValue];
  if (items.length > MOST_ITEMS) refuse(where, `at most ${MOST_ITEMS} items are allowed`);
  return items.filter((item) => item !== null && item !== '');
}

/** Ids, given as numbers or as text, in a list or with commas between. */
export function idsOf(value: SearchValue | undefined, where: string): readonly number[] {
  const items = typeof value === 'string' ? value.split(',', MOST_ITEMS + 1) : value;
  return listOf(items, where).map((item) => idOf(item, where));
}

export function idOf(value: SearchValue | undefined, where: string): number {
  const text = typeof value === 'string' ? value.trim() : value;
  const id = typeof text === 'string' && /^\d+$/.test(text) ? Number(text) : text;
  if (typeof id === 'number' && Number.isInteger(id) && id >= 0 && id <= MOST_ID) return id;
  return refuse(where, `it must be a whole number from 0 to ${MOST_ID}`);
}

export function textOf(value: SearchValue | undefined, where: string): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return refuse(where, 'it must be a text');
  return value.includes('\0') ? refuse(where, 'it contains a NUL character') : value;
}

const flags: ReadonlyMap<SearchValue | undefined, boolean> = new Map<
  SearchValue | undefined,
  boolean
>([
  ...[true, 1, '1', 'true', 'yes', 'on'].map((value) => [value, true] as const),
  ...[undefined, null, false, 0, '', '0', 'false', 'no', 'off'].map(
    (value) => [value, false] as const,
  ),
]);

export function flagOf(value: SearchValue | undefined, where: string): boolean {
  return flags.get(value) ?? refuse(where, 'it must be 1 or 0');
}
