import { ApiError } from '../errors.ts';
import { toBytes } from '../protocol/bytes.ts';
import { MAX_ARRAYS } from '../protocol/parameter-tree.ts';
import type { WireMap, WireValue } from '../protocol/wire.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
/** `[` and `{`, `]` and `}` differ in one bit. */
const OPEN = 0x5b;
const CLOSE = 0x5d;
const BRACE_BIT = 0x20;

/**
 * Reads a JSON object as if its members had come in a form: numbers as text, true and false as 1 and 0, lists as
 * arrays with the keys 0, 1, 2…; null is left out. Values are counted before any is built: eight kilobytes, unpacked,
 * can be millions of them.
 * @throws ApiError `invalid_body`, `too_many_parameters` or `parameters_too_deep`
 */
export function readJson(body: Buffer, maxVariables: number, maxDepth: number): WireMap {
  refuseExcess(body, maxVariables, maxDepth);
  const value = parse(body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ApiError('invalid_body', 'it must be a JSON object');
  }
  return convertAll(value);
}

/**
 * Counts as a form's names are counted: each value that is no list or object, and each empty one. In a tree those are
 * one more than there are commas.
 */
function refuseExcess(body: Buffer, maxVariables: number, maxDepth: number): void {
  let values = 1;
  let arrays = 0;
  let depth = -1;
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0;
    if (byte === QUOTE) at = endOfText(body, at);
    else if (byte === COMMA) values += 1;
    else if ((byte & ~BRACE_BIT) === OPEN) {
      depth += 1;
      arrays += 1;
    } else if ((byte & ~BRACE_BIT) === CLOSE) depth -= 1;
    if (values > maxVariables) throw new ApiError('too_many_parameters', maxVariables);
    if (depth > maxDepth || arrays > MAX_ARRAYS)
      throw new ApiError('parameters_too_deep', maxDepth);
  }
}

/** Where the text that begins at a quote ends; the end of the body when it does not. */
function endOfText(body: Buffer, start: number): number {
  for (let at = start; ;) {
    at = body.indexOf(QUOTE, at + 1);
    if (at < 0) return body.length;
    let escapes = 0;
    while (body[at - 1 - escapes] === BACKSLASH) escapes += 1;
    if (escapes % 2 === 0) return at;
  }
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body)) as unknown;
  } catch {
    throw new ApiError('invalid_body', 'it is not JSON in UTF-8');
  }
}

function convertAll(object: object): WireMap {
  const map: WireMap = new Map();
  for (const [name, member] of Object.entries(object)) {
    const converted = convert(member);
    if (converted !== undefined) map.set(bytesOfText(name), converted);
  }
  return map;
}

function convert(value: unknown): WireValue | undefined {
  if (value === null) return undefined;
  if (typeof value === 'object') return convertAll(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  return bytesOfText(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Half of a surrogate pair, which JSON can write and UTF-8 cannot, becomes what is refused in a form: no UTF-8. */
function bytesOfText(text: string): string {
  return text
    .split(/\p{Surrogate}/u)
    .map(toBytes)
    .join('\xff');
}
