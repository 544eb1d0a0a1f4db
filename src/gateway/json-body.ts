import { ApiError } from '../errors.ts';
import { toBytes } from '../protocol/bytes.ts';
import type { WireMap, WireValue } from '../protocol/query.ts';

/**
 * Reads a JSON object as if its members had come in a form: numbers as text, true and false as 1 and 0, lists as
 * arrays with the keys 0, 1, 2…; null is left out.
 * @throws ApiError `invalid_body`, `too_many_parameters` or `parameters_too_deep`
 */
export function readJson(body: Buffer, maxVariables: number, maxDepth: number): WireMap {
  const value = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError('invalid_body', 'a JSON object is due');
  }
  let left = maxVariables;
  const convert = (inner: unknown, depth: number): WireValue | undefined => {
    if (inner === null) return undefined;
    left -= 1;
    if (left < 0) throw new ApiError('too_many_parameters', maxVariables);
    if (typeof inner === 'object') return convertAll(inner, depth + 1);
    if (typeof inner === 'boolean') return inner ? '1' : '0';
    return toBytes(typeof inner === 'string' ? inner : JSON.stringify(inner));
  };
  const convertAll = (object: object, depth: number): WireMap => {
    if (depth > maxDepth) throw new ApiError('parameters_too_deep', maxDepth);
    const map: WireMap = new Map();
    for (const [name, member] of Object.entries(object)) {
      const converted = convert(member, depth);
      if (converted !== undefined) map.set(toBytes(name), converted);
    }
    return map;
  };
  return convertAll(value, 0);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new ApiError('invalid_body', 'it is not JSON in UTF-8');
  }
}
