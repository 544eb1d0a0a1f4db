import type { FileInput } from '../generated/api.ts';
import { toBytes } from '../protocol/bytes.ts';
import type { WireMap, WireValue } from '../protocol/query.ts';

/** What a call may be given: text, numbers, flags, lists, objects and maps of these, and files at the top. */
export type Params = Readonly<Record<string, unknown>>;

export interface Encoded {
  readonly map: WireMap;
  readonly files: readonly (readonly [name: string, file: FileInput])[];
}

/** Parameters as PHP receives them: true is 1, false 0; what is null or undefined is left out. */
export function encode(params: Params): Encoded {
  const files: [string, FileInput][] = [];
  const map: WireMap = new Map();
  for (const [name, value] of Object.entries(params)) {
    if (isFile(value)) files.push([name, value]);
    else set(map, name, value);
  }
  return { map, files };
}

function set(map: WireMap, name: string, value: unknown): void {
  const encoded = encodeValue(value);
  if (encoded !== undefined) map.set(toBytes(name), encoded);
}

function encodeValue(value: unknown): WireValue | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string') return toBytes(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number' || typeof value === 'bigint') return toBytes(String(value));
  if (typeof value !== 'object') throw new TypeError(`a ${typeof value} is no parameter`);
  const members: WireMap = new Map();
  const entries = value instanceof Map ? (value as Map<unknown, unknown>) : Object.entries(value);
  for (const [name, member] of entries) set(members, String(name), member);
  return members;
}

function isFile(value: unknown): value is FileInput {
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Blob) {
    if (!('name' in value)) throw new TypeError('a file needs a name: make it a File');
    return true;
  }
  return 'bytes' in value && value.bytes instanceof Uint8Array;
}
