import { MAX_VARIABLES, parseQuery } from '../../protocol/query.ts';
import { ApiError } from '../../errors.ts';
import { type Body, MAX_DEPTH } from '../../http/read-body.ts';
import { fromBytes } from '../../protocol/bytes.ts';
import type { WireMap, WireValue } from '../../protocol/wire.ts';

/** A request's parameters: those of the query, and those of the body, which win (dialects.md 1.1). */
export class Parameters {
  readonly query: WireMap;
  readonly body: WireMap;

  private constructor(query: WireMap, body: WireMap) {
    this.query = query;
    this.body = body;
  }

  /** @throws ApiError when there are too many */
  static ofQuery(query: string): Parameters {
    const { map, overflow } = parseQuery(query.replace(/#.*/s, ''));
    refuseOverflow(overflow);
    return new Parameters(map, new Map());
  }

  /** @throws ApiError when there are too many */
  withBody({ map, overflow }: Body): Parameters {
    refuseOverflow(overflow);
    return new Parameters(this.query, map);
  }

  /** What was given by this name: a text, or a map of what was given below it. */
  get(name: string): WireValue | undefined {
    return this.body.get(name) ?? this.query.get(name);
  }

  /** Whether nothing was given but what says who calls. */
  get empty(): boolean {
    return [...this.query.keys(), ...this.body.keys()].every((name) => credentials.has(name));
  }

  /** A text; undefined where there is none. @throws ApiError when it is not UTF-8 */
  text(name: string): string | undefined {
    const value = this.get(name);
    return typeof value === 'string' ? decoded(name, value) : undefined;
  }
}

/** Names under which a credential may come. */
const credentials: ReadonlySet<string> = new Set(['key', 'access_token']);

function refuseOverflow(overflow: Body['overflow']): void {
  if (overflow === 'variables') throw new ApiError('too_many_parameters', MAX_VARIABLES);
  if (overflow === 'depth') throw new ApiError('parameters_too_deep', MAX_DEPTH);
}

/** @throws ApiError `invalid_parameter` */
export function decoded(name: string, bytes: string): string {
  const text = fromBytes(bytes);
  if (text === undefined || text.includes('\0'))
    throw new ApiError('invalid_parameter', name, 'it is not UTF-8');
  return text;
}
