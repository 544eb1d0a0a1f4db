import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { toBytes } from '../../src/protocol/bytes.ts';
import { integerKey } from '../../src/protocol/parameter-tree.ts';
import type { WireMap, WireValue } from '../../src/protocol/wire.ts';

/** A parsed array as the vector files write it: pairs in PHP's order. */
export type Pairs = readonly (readonly [Key, Value])[];
type Key = string | number | { readonly int: string } | { readonly hex: string };
type Value = string | { readonly hex: string } | Pairs;

/** The rows of a vector file, each with a title for its test. */
export function vectors<T>(file: string): (T & { readonly title: string })[] {
  const lines = readFileSync(new URL(`../vectors/${file}.jsonl`, import.meta.url), 'utf8');
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const row = JSON.parse(line) as T & { readonly id: string; readonly name: string };
      return { ...row, title: `${row.id} ${row.name}` };
    });
}

/** The input bytes of a row, which has them as text or in base64. */
export function bytesOf(text: string | undefined, base64: string | undefined): string {
  return text ?? Buffer.from(base64 ?? '', 'base64').toString('latin1');
}

/** Parsed parameters in the notation of the vector files. */
export function pairsOf(map: WireMap): Pairs {
  return [...map].map(([key, value]) => [keyOf(key), valueOf(value)] as const);
}

export function md5(bytes: string): string {
  return createHash('md5').update(bytes, 'latin1').digest('hex');
}

function keyOf(key: string): Key {
  const integer = integerKey(key);
  if (integer === undefined) return textOf(key);
  const number = Number(integer);
  return Number.isSafeInteger(number) ? number : { int: integer.toString() };
}

function valueOf(value: WireValue): Value {
  return typeof value === 'string' ? textOf(value) : pairsOf(value);
}

function textOf(bytes: string): string | { readonly hex: string } {
  const text = Buffer.from(bytes, 'latin1').toString('utf8');
  return toBytes(text) === bytes ? text : { hex: Buffer.from(bytes, 'latin1').toString('hex') };
}
