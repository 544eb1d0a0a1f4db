import { toBytes } from '../protocol/bytes.ts';
import type { WireMap, WireValue } from '../protocol/wire.ts';

/** What a service is asked with, as it would have come over the wire: the binder then checks it like any other. */
export function wireOf(input: object): WireMap {
  const entries = input instanceof Map ? (input as Map<unknown, unknown>) : Object.entries(input);
  const map: WireMap = new Map();
  for (const [name, value] of entries) {
    if (value !== undefined) map.set(toBytes(String(name)), wireValue(value));
  }
  return map;
}

function wireValue(value: unknown): WireValue {
  if (typeof value === 'string') return toBytes(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' && value !== null ? wireOf(value) : String(value);
}
