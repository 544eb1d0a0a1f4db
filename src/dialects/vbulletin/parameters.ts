import { ApiError } from '../../errors.ts';
import { MAX_VARIABLES, parseQuery } from '../../protocol/query.ts';
import type { Overflow, WireMap, WireValue } from '../../protocol/wire.ts';
import type { Upload } from '../../protocol/types.ts';
import { TYPED_API_VERSION } from '../../protocol/version.ts';
import { type Body, MAX_DEPTH } from '../../http/read-body.ts';

/** The five names that say which method is called, by whom and how. */
export type CallName = 'api_m' | 'api_c' | 'api_s' | 'api_sig' | 'api_v';

/** A request's parameters as they arrived. */
export interface Params {
  /** The bytes after `?`. */
  readonly query: string;
  readonly get: WireMap;
  readonly post: WireMap;
  /** Both, for the method's parameters. */
  readonly all: WireMap;
  /** Set where there were more than these. */
  readonly overflow: Overflow | undefined;
  readonly files: ReadonlyMap<string, Upload>;
}

const noFiles: ReadonlyMap<string, Upload> = new Map();

const nothing: WireMap = new Map();

/** The parameters of the query string, which are there before any body is. */
export function readQuery(url: string): Params {
  const at = url.indexOf('?');
  const query = at < 0 ? '' : url.slice(at + 1).replace(/#.*/, '');
  const { map, overflow } = parseQuery(query);
  return { query, get: map, post: nothing, all: map, overflow, files: noFiles };
}

/**
 * The parameters of the query string and of the body.
 * @throws ApiError `conflicting_parameters`
 */
export function withBody({ query, get, overflow }: Params, post: WireMap): Params {
  return { query, get, post, all: merge(get, post), overflow, files: noFiles };
}

/**
 * PHP drops what is too much without a word; the missing parameter would then puzzle the caller.
 * @throws ApiError `too_many_parameters` or `parameters_too_deep`
 */
export function refuseOverflow({ overflow }: Pick<Body, 'overflow'>): void {
  if (overflow === 'variables') throw new ApiError('too_many_parameters', MAX_VARIABLES);
  if (overflow === 'depth') throw new ApiError('parameters_too_deep', MAX_DEPTH);
}

/**
 * The parameters of the query and of the body together. A name in both must mean the same, and the one that was signed
 * counts: some clients send their query again as the body; but the body is not signed, and not even the order of a
 * list may come from there.
 */
function merge(get: WireMap, post: WireMap): WireMap {
  if (post.size === 0) return get;
  const all = new Map(get);
  for (const [name, value] of post) {
    const signed = get.get(name);
    if (signed === undefined) all.set(name, value);
    else if (!same(signed, value)) throw new ApiError('conflicting_parameters', printable(name));
  }
  return all;
}

function same(a: WireValue, b: WireValue): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  if (a.size !== b.size) return false;
  return [...a].every(([key, value]) => {
    const other = b.get(key);
    return other !== undefined && same(value, other);
  });
}

function printable(name: string): string {
  return name.replace(/[^ -~]/g, '?').slice(0, 100);
}

/** One of the five names; '' when it is missing. An array is no name, and counts as missing. */
export function callName({ all }: Params, name: CallName): string {
  const value = all.get(name);
  return typeof value === 'string' ? value : '';
}

/** Whether a call asks for answers with JSON's own types. */
export function wantsTypes({ all }: Params): boolean {
  const version = all.get('api_v');
  // As PHP reads a number: what it begins with, and no hexadecimal one.
  return typeof version === 'string' && Number.parseFloat(version) >= TYPED_API_VERSION;
}
