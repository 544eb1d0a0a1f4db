import { integerKey } from './parameter-tree.ts';

/** A key as PHP's comparison sees it. */
export interface NumericKey {
  readonly text: string;
  readonly arrival: number;
  /** Set if PHP stores the key as an integer. */
  readonly integer: bigint | undefined;
  /** The number the whole text is, if it is one. */
  readonly numeric: NumericText | undefined;
  /** The number the text begins with, 0 if none. */
  readonly prefix: NumericText;
}

interface NumericText {
  /** Set for an integer literal within 64 bits. */
  readonly integer: bigint | undefined;
  readonly double: number;
  /** 1 or -1 for an integer literal beyond 64 bits on that side. */
  readonly beyond: -1 | 0 | 1;
}

const LARGEST = 2n ** 63n - 1n;
const SMALLEST = -(2n ** 63n);
const nothing: NumericText = { integer: 0n, double: 0, beyond: 0 };

const maybeNumeric = /^[ \t\n\r\v\f]*[+-]?\.?[0-9]/;
const number = /^[ \t\n\r\v\f]*(([+-]?)0*([0-9]*)(\.?[0-9]*)([eE][+-]?[0-9]+)?)([ \t\n\r\v\f]*)/;

/** Whether a name could be or begin with a number for PHP; without such a name every ksort is byte order. */
export function looksNumeric(name: string): boolean {
  return name.charCodeAt(0) <= 0x39 && maybeNumeric.test(name);
}

/** Reads a key once, so that comparing it many times is cheap. */
export function readKey(text: string, arrival: number): NumericKey {
  const found = maybeNumeric.test(text) ? number.exec(text) : null;
  const whole = found?.[0].length === text.length;
  const prefix = found ? readNumber(found) : nothing;
  return {
    text,
    arrival,
    integer: integerKey(text),
    numeric: whole ? prefix : undefined,
    prefix,
  };
}

function readNumber(found: RegExpExecArray): NumericText {
  const [, literal = '', sign = '', digits = '', fraction = '', exponent = '', blanks = ''] = found;
  const double = Number(literal);
  const side = sign === '-' ? -1 : 1;
  // PHP stops looking for a dot or an exponent after the 20th digit.
  if (digits.length >= 20) return { integer: undefined, double, beyond: side };
  if (fraction !== '' || exponent !== '') return { integer: undefined, double, beyond: 0 };
  const integer = digits === '' ? 0n : BigInt(digits) * BigInt(side);
  // PHP compares the digits of the smallest integer up to the end of the text, trailing whitespace included.
  const fits = integer <= LARGEST && (integer > SMALLEST || (integer === SMALLEST && !blanks));
  return fits ? { integer, double, beyond: 0 } : { integer: undefined, double, beyond: side };
}

/** PHP's comparison of array keys: negative, 0 or positive. It is not transitive. */
export function compareKeys(a: NumericKey, b: NumericKey, version: 'php82' | 'php81'): number {
  if (a.integer !== undefined && b.integer !== undefined) return compare(a.integer, b.integer);
  if (a.integer !== undefined) return mixed[version](a.integer, a, b);
  if (b.integer !== undefined) return -mixed[version](b.integer, b, a);
  return compareTexts(a, b);
}

/** An integer against a text: "the comparison change of PHP 8" reached array keys only with 8.2. */
const mixed = {
  php82: (integer: bigint, key: NumericKey, text: NumericKey): number =>
    text.numeric ? compareNumbers(integer, text.numeric) : compare(key.text, text.text),
  php81: (integer: bigint, _: NumericKey, text: NumericKey): number =>
    compareNumbers(integer, text.prefix),
};

function compareNumbers(integer: bigint, text: NumericText): number {
  return text.integer === undefined
    ? compare(Number(integer), text.double)
    : compare(integer, text.integer);
}

/** PHP: zendi_smart_strcmp. */
function compareTexts(a: NumericKey, b: NumericKey): number {
  const [x, y] = [a.numeric, b.numeric];
  if (!x || !y) return compare(a.text, b.text);
  if (x.integer !== undefined && y.integer !== undefined) return compare(x.integer, y.integer);
  if (x.integer !== undefined && y.beyond !== 0) return -y.beyond;
  if (y.integer !== undefined && x.beyond !== 0) return x.beyond;
  const indistinct = (x.beyond !== 0 && x.beyond === y.beyond) || !Number.isFinite(x.double);
  return x.double === y.double && indistinct
    ? compare(a.text, b.text)
    : compare(x.double, y.double);
}

function compare<T extends bigint | number | string>(a: T, b: T): -1 | 0 | 1 {
  if (a === b) return 0;
  return a > b ? 1 : -1;
}
