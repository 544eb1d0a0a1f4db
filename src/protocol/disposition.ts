/**
 * The headers of multipart/form-data as PHP reads them. Browsers and clients of that age do not keep to RFC 2231 or
 * RFC 6266: quotes of both kinds, `\"` only where it hides the closing quote, no `name*=`. Beyond PHP, a file that is
 * named by `filename*=` alone is one, since some clients send names that are not ASCII so.
 */

import { toBytes } from './bytes.ts';

/** What a `Content-Disposition` header says; the last of several parameters of a name counts. */
export interface Disposition {
  readonly name: string | undefined;
  /** Set, if only to an empty text, for a file. */
  readonly filename: string | undefined;
}

/** Reads a `Content-Disposition` header (a byte string); its first word need not be `form-data`. */
export function parseDisposition(header: string): Disposition {
  const found = new Map<string, string>();
  for (const word of splitOutsideQuotes(header)) {
    const equals = indexOutsideQuotes(word, '=', 0);
    if (equals === word.length) continue;
    const key = withoutBlanks(word.slice(0, equals)).toLowerCase();
    found.set(key, unquote(word.slice(equals).replace(/^=+/, '')));
  }
  const filename = found.get('filename') ?? extendedValue(found.get('filename*'));
  return { name: found.get('name'), filename };
}

/** A value by RFC 8187 (`UTF-8''%E6%9D%B1.jpg`) as a byte string of UTF-8; '' when it cannot be read. */
function extendedValue(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const [, charset = '', encoded = ''] = /^([\w-]+)'[\w-]*'(.*)$/s.exec(value) ?? [];
  if (/%(?![\da-f]{2})/i.test(encoded)) return '';
  const bytes = encoded.replace(/%(..)/g, (_, hex: string) =>
    String.fromCharCode(parseInt(hex, 16)),
  );
  if (/^utf-8$/i.test(charset)) return bytes;
  return /^iso-8859-1$/i.test(charset) ? toBytes(bytes) : '';
}

/** The boundary that a `Content-Type` header names; undefined if it names none. */
export function parseBoundary(contentType: string): string | undefined {
  const named = contentType.toLowerCase().indexOf('boundary');
  const equals = named < 0 ? -1 : contentType.indexOf('=', named);
  if (equals < 0) return undefined;
  const value = contentType.slice(equals + 1);
  const boundary = value.startsWith('"') ? quotedBoundary(value) : value.split(/[,;]/, 1)[0];
  return boundary === '' ? undefined : boundary;
}

function quotedBoundary(value: string): string | undefined {
  const close = value.indexOf('"', 1);
  return close < 0 ? undefined : value.slice(1, close);
}

function splitOutsideQuotes(header: string): string[] {
  const words: string[] = [];
  for (let from = 0; from < header.length;) {
    const to = indexOutsideQuotes(header, ';', from);
    words.push(header.slice(from, to));
    from = to + 1;
  }
  return words;
}

/** Where `sought` is first outside quotes, or the end. */
function indexOutsideQuotes(text: string, sought: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== sought) {
    const char = text[i];
    i = char === '"' || char === "'" ? afterQuote(text, char, i + 1) : i + 1;
  }
  return Math.min(i, text.length);
}

function afterQuote(text: string, quote: string, from: number): number {
  let i = from;
  while (i < text.length && text[i] !== quote) {
    i += text[i] === '\\' && text[i + 1] === quote ? 2 : 1;
  }
  return i + 1;
}

function unquote(raw: string): string {
  const text = withoutBlanks(raw);
  const quote = text[0];
  if (quote !== '"' && quote !== "'") return unescape(text.split(/[ \t\n\v\f\r]/, 1)[0] ?? '', '');
  return unescape(text.slice(1), quote);
}

/** Without the whitespace that it begins with, of C's kind. */
function withoutBlanks(text: string): string {
  return text.replace(/^[ \t\n\v\f\r]+/, '');
}

/** The text up to the quote; a backslash hides only the quote and itself. */
function unescape(text: string, quote: string): string {
  let plain = '';
  for (let i = 0; i < text.length; i++) {
    const next = text[i + 1];
    if (quote !== '' && text[i] === quote) break;
    if (text[i] === '\\' && (next === '\\' || (quote !== '' && next === quote))) i++;
    plain += text.charAt(i);
  }
  return plain;
}
