import { topLevelName } from './parameter-tree.ts';
import { urlDecode } from './query.ts';
import type { WireMap } from './wire.ts';

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

const ownString = 'api_debug_string';

/** Parameters that ask for a diagnosis: whoever adds them to a URL may have signed it before. */
const asking: readonly string[] = [ownString, 'debug'];

/** A request as its client may have signed it. */
export interface Reading extends Presented {
  /** Parameters of the URL that this reading does without. */
  readonly leftOut: readonly string[];
}

/** A request as it is, and without the parameters that ask for its diagnosis. */
export function readings(request: Presented): readonly Reading[] {
  const { get, post } = request;
  const present = asking.filter((name) => get.has(name) || post?.has(name) === true);
  return [[], ...present.map((_, index) => present.slice(0, index + 1))].map((names) => ({
    ...request,
    query: segments(request.query, (segment, name) => (names.includes(name) ? [] : [segment])),
    get: without(get, names),
    post: post && without(post, names),
    leftOut: names.filter((name) => get.has(name)),
  }));
}

/** A request as it may be shown: the string that a client hashed may have its secrets in it. */
export function presentable<R extends Presented>(request: R): R {
  const { query, get, post } = request;
  const shown = `${ownString}=...`;
  return {
    ...request,
    query: segments(query, (segment, name) => [name === ownString ? shown : segment]),
    get: veiled(get),
    post: post && veiled(post),
  };
}

function segments(
  query: string,
  written: (segment: string, name: string) => readonly string[],
): string {
  const all = query.split('&');
  return all.flatMap((segment) => written(segment, nameOf(segment))).join('&');
}

function nameOf(segment: string): string {
  return topLevelName(urlDecode(segment.split('=', 1)[0] ?? '')) ?? '';
}

function veiled(map: WireMap): WireMap {
  return new Map([...map].map(([name, value]) => [name, name === ownString ? '...' : value]));
}

/** Parameters but for those with these names. */
export function without(map: WireMap, names: readonly string[]): WireMap {
  return new Map([...map].filter(([name]) => !names.includes(name)));
}
