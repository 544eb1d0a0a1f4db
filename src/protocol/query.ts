import { bytesOf } from './bytes.ts';
import { ParameterTree } from './parameter-tree.ts';
import type { Parsed, WireMap, WireValue } from './wire.ts';

/** PHP: max_input_vars. */
export const MAX_VARIABLES = 1000;

/** Reads a query string (the bytes after `?`) as PHP fills `$_GET`. */
export function parseQuery(bytes: string): Parsed {
  const nul = bytes.indexOf('\0');
  // Empty segments are not counted, and a NUL ends the whole query: PHP splits it with C's string functions.
  return parse(nul < 0 ? bytes : bytes.slice(0, nul), MAX_VARIABLES, 0);
}

/** Reads an `application/x-www-form-urlencoded` body as PHP fills `$_POST`. */
export function parseBody(bytes: string): Parsed {
  // PHP checks the limit after adding, hence one more than for a query; empty segments count.
  return parse(bytes, MAX_VARIABLES + 1, 1);
}

function parse(text: string, limit: number, costOfEmpty: 0 | 1): Parsed {
  const tree = new ParameterTree();
  const decode = /[%+]/.test(text) ? urlDecode : asItIs;
  let equals = -1;
  let count = 0;
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = indexOrEnd(text, '&', from);
    count += to > from ? 1 : costOfEmpty;
    if (count > limit) {
      tree.overflow = 'variables';
      break;
    }
    if (to === from) continue;
    // Looked for only when the last one lies behind, or a body without any would be searched again and again.
    if (equals < from) equals = indexOrEnd(text, '=', from);
    const middle = equals < to ? equals : to;
    tree.add(decode(text.slice(from, middle)), decode(text.slice(middle + 1, to)));
  }
  return tree;
}

function indexOrEnd(text: string, sought: string, from: number): number {
  const index = text.indexOf(sought, from);
  return index < 0 ? text.length : index;
}

function asItIs(text: string): string {
  return text;
}

/** PHP's `urldecode`: a plus is a blank, and a percent sign without two hex digits stays. */
export function urlDecode(text: string): string {
  if (!/[%+]/.test(text)) return text;
  const codes = new Uint8Array(text.length);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i);
    if (code === 0x2b) code = 0x20;
    else if (code === 0x25) {
      const high = hexDigit(text.charCodeAt(i + 1));
      const low = high < 0 ? high : hexDigit(text.charCodeAt(i + 2));
      if (low >= 0) {
        code = high * 16 + low;
        i += 2;
      }
    }
    codes[length++] = code;
  }
  return bytesOf(codes.subarray(0, length));
}

/** The value of a hex digit's char code, -1 if it is none. */
function hexDigit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x66 ? lower - 0x61 + 10 : -1;
}

/** Prints parameters as PHP's `http_build_query` does (RFC 1738); the result is printable ASCII. */
export function printQuery(map: WireMap): string {
  const pairs: string[] = [];
  for (const [name, value] of map) printParameter(pairs, urlEncode(name), value);
  return pairs.join('&');
}

/** Adds the `name=value` pairs of one parameter to `pairs`; `name` is encoded already. */
export function printParameter(pairs: string[], name: string, value: WireValue): void {
  if (typeof value === 'string') {
    pairs.push(`${name}=${urlEncode(value)}`);
    return;
  }
  for (const [key, member] of value) {
    printParameter(pairs, `${name}%5B${urlEncode(key)}%5D`, member);
  }
}

/** PHP's `urlencode`: all but letters, digits, `-`, `.` and `_` is escaped in upper case, a blank is a plus. */
export function urlEncode(bytes: string): string {
  return /[^\w.-]/.test(bytes) ? bytes.replace(/[^\w.-]/g, escaped) : bytes;
}

function escaped(byte: string): string {
  if (byte === ' ') return '+';
  return '%' + byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
}
