import { bytesOf } from './bytes.ts';
import type { Overflow, Parsed, WireMap } from './wire.ts';

/** PHP: max_input_nesting_level. */
const MAX_DEPTH = 64;

/** Arrays in one request. PHP has no such limit, but a thousand names of 64 levels would be built of very few bytes. */
export const MAX_ARRAYS = 10_000;

const LARGEST = 2n ** 63n - 1n;
const SMALLEST = -(2n ** 63n);

const special = /[\0 .[]/;
const integer = /^(?:0|-?[1-9][0-9]*)$/;

/** Prefixes of cookies a browser vouches for: PHP drops what has one after mangling but not as it was written. */
const reservedPrefixes = ['__Host-', '__Secure-'];

/** Parameters as PHP collects them: named values are added one by one, in the order of the wire. */
export class ParameterTree implements Parsed {
  readonly map: WireMap = new Map();
  overflow: Overflow | undefined;

  private readonly maxDepth: number;
  private arrays = 0;
  /** The next free index of every array that something was appended to; undefined if it is full. */
  private nextIndexes: Map<WireMap, bigint> | undefined;

  /** @param maxDepth pairs of brackets that a name may have */
  constructor(maxDepth = MAX_DEPTH) {
    this.maxDepth = maxDepth;
  }

  /** Adds a value under a decoded name, which may be `a`, `a[b][]` or anything else a client sends. */
  add(name: string, value: string): void {
    if (!special.test(name)) {
      if (name !== '') this.map.set(name, value);
      return;
    }
    const path = pathOf(name, this.maxDepth);
    if (path === undefined) return;
    if (this.arrays > MAX_ARRAYS) {
      this.overflow ??= 'depth';
    } else if (path.tooDeep) {
      this.overflow ??= 'depth';
      this.map.delete(path.top); // PHP forgets what came before under this name, too
    } else {
      this.place(path, value);
    }
  }

  private place({ top, indexes, reserved }: Path, value: string): void {
    let map = this.map;
    let key: string | undefined = top;
    for (const index of indexes) {
      map = this.branch(map, key);
      key = index === '' ? this.nextIndex(map) : index;
      if (key === undefined) return;
    }
    if (reserved) this.branch(map, key);
    else this.put(map, key, value);
  }

  /** The array at `key`; takes the place of a text that is there. */
  private branch(map: WireMap, key: string): WireMap {
    const present = map.get(key);
    if (present instanceof Map) return present;
    const made: WireMap = new Map();
    this.arrays += 1;
    this.put(map, key, made);
    return made;
  }

  private put(map: WireMap, key: string, value: string | WireMap): void {
    map.set(key, value);
    const next = this.nextIndexes?.get(map);
    if (next === undefined) return;
    const index = integerKey(key);
    if (index !== undefined && index >= next) this.nextIndexes?.set(map, index + 1n);
  }

  /** The index that `[]` stands for: one more than the highest so far; undefined if there is no such integer. */
  private nextIndex(map: WireMap): string | undefined {
    this.nextIndexes ??= new Map();
    let next = this.nextIndexes.get(map);
    if (next === undefined) {
      next = indexAfter(map);
      this.nextIndexes.set(map, next);
    }
    return next > LARGEST ? undefined : next.toString();
  }
}

/** The integer that PHP takes a key for, or undefined if the key is text to it (`01`, `-0`, beyond 64 bits). */
export function integerKey(key: string): bigint | undefined {
  if (key.length > 20 || !integer.test(key)) return undefined;
  const value = BigInt(key);
  return value >= SMALLEST && value <= LARGEST ? value : undefined;
}

/** The top-level name under which PHP puts a decoded name, or undefined if it drops the parameter. */
export function topLevelName(name: string): string | undefined {
  if (!special.test(name)) return name === '' ? undefined : name;
  return pathOf(name, 0)?.top;
}

interface Path {
  readonly top: string;
  /** What is between the brackets; an empty text is `[]`. */
  readonly indexes: readonly string[];
  readonly tooDeep: boolean;
  /** Set if the index after these is a reserved one: the value is dropped, but the array around it is made. */
  readonly reserved: boolean;
}

function pathOf(name: string, maxDepth: number): Path | undefined {
  const written = name.slice(startOf(name), endOf(name));
  const open = written.indexOf('[');
  const closed = open >= 0 && written.includes(']', open);
  const head = closed ? written.slice(0, open) : written;
  if (head === '' || open === 0) return undefined;
  const top = mangled(head);
  if (isReserved(top, written)) return undefined;
  return closed
    ? { top, ...indexesOf(written, open, maxDepth) }
    : { top, indexes: [], tooDeep: false, reserved: false };
}

const BLANK = 0x20;
const DOT = 0x2e;
const BRACKET = 0x5b;
const UNDERSCORE = 0x5f;

/** Byte by byte: a megabyte of dots is a name, too, and not to be cut into a million pieces. */
function mangled(head: string): string {
  const codes = new Uint8Array(head.length);
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    codes[at] = code === BLANK || code === DOT || code === BRACKET ? UNDERSCORE : code;
  }
  return bytesOf(codes);
}

function startOf(name: string): number {
  let start = 0;
  while (name.charCodeAt(start) === 0x20) start++;
  return start;
}

/** A NUL ends a name, as it ends every text in C. */
function endOf(name: string): number {
  const nul = name.indexOf('\0');
  return nul < 0 ? name.length : nul;
}

function isReserved(key: string, written: string): boolean {
  return reservedPrefixes.some((prefix) => key.startsWith(prefix) && !written.startsWith(prefix));
}

/** Reads `[a][b][]`; anything but a bracket after a bracket ends the name, and the rest is ignored. */
function indexesOf(name: string, from: number, maxDepth: number): Omit<Path, 'top'> {
  const indexes: string[] = [];
  let reserved = false;
  for (let open = from; name[open] === '[';) {
    if (indexes.length === maxDepth) return { indexes, tooDeep: true, reserved };
    if (reserved) break;
    const close = name.indexOf(']', open);
    if (close < 0) break;
    const index = name.slice(open + 1, close);
    indexes.push(/^[ \t\n\v\f\r]$/.test(index) ? '' : index);
    reserved = isReserved(index, name);
    open = close + 1;
  }
  if (reserved) indexes.pop();
  return { indexes, tooDeep: false, reserved };
}

function indexAfter(map: WireMap): bigint {
  let next: bigint | undefined;
  for (const key of map.keys()) {
    const index = integerKey(key);
    if (index !== undefined && (next === undefined || index >= next)) next = index + 1n;
  }
  return next ?? 0n;
}
