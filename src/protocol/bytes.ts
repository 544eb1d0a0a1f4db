/**
 * Byte strings: one character per byte, char codes 0 to 255. The wire is bytes, not text: PHP never looks at a charset,
 * and a decoder that does would lose what was signed.
 */

const beyondAscii = /[^\0-\x7f]/;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Arguments of one call of `String.fromCharCode`: far below every engine's limit. */
const SLICE = 4096;

/** Text as the byte string of its UTF-8 form; a lone surrogate becomes U+FFFD. */
export function toBytes(text: string): string {
  return beyondAscii.test(text) ? bytesOf(encoder.encode(text)) : text;
}

/** The text a byte string is in UTF-8, or undefined if it is not valid UTF-8. */
export function fromBytes(bytes: string): string | undefined {
  if (!beyondAscii.test(bytes)) return bytes;
  try {
    return decoder.decode(codesOf(bytes));
  } catch {
    return undefined;
  }
}

/** The byte string of an array of bytes. */
export function bytesOf(codes: Uint8Array): string {
  let bytes = '';
  for (let from = 0; from < codes.length; from += SLICE) {
    const slice = codes.subarray(from, from + SLICE) as ArrayLike<number> as number[];
    bytes += String.fromCharCode.apply(null, slice);
  }
  return bytes;
}

/** A byte string as an array of bytes. */
export function codesOf(bytes: string): Uint8Array {
  const codes = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) codes[i] = bytes.charCodeAt(i);
  return codes;
}
