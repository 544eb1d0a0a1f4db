import { ApiError } from '../errors.ts';
import type { ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import { fromBytes } from '../protocol/bytes.ts';
import type { WireMap, WireValue } from '../protocol/wire.ts';
import type { Struct } from '../protocol/types.ts';

/** Casts what arrived under a name; throws ApiError `invalid_parameter` (name, why). */
export type Cast = (value: WireValue, name: string) => unknown;

const maxItems = 1000;
const wholeNumber = /^[ \t\r\n]*([+-]?\d+)(?:\.0*)?[ \t\r\n]*$/;

const booleans: ReadonlyMap<string, boolean> = new Map([
  ...['1', 'true', 'yes', 'y', 'on'].map((word) => [word, true] as const),
  ...['', '0', 'false', 'no', 'n', 'off'].map((word) => [word, false] as const),
]);

/**
 * The cast for a type, put together once. It takes what PHP's cleaners take and refuses what they would silently
 * spoil: letters for a number, an array for a text, bytes that are not UTF-8.
 */
export function casts(type: TypeSpec): Cast {
  switch (type.kind) {
    case 'uint':
      return integer(0, 2147483647);
    case 'int':
      return integer(-2147483648, 2147483647);
    case 'string':
      return text;
    case 'boolean':
      return boolean;
    case 'oneOf':
      return oneOf(type.values);
    case 'struct':
      return struct;
    case 'textOrStruct':
      return textOrStruct;
    case 'list':
      return list(type.of);
    case 'keyed':
      return keyed(type.of);
    case 'orFalse':
      return orFalse(type.of);
    case 'fields':
      return fields(type.fields);
    case 'file':
      return (_, name) => refuse(name, 'it must be an uploaded file');
  }
}

/** @throws ApiError `invalid_parameter` */
export function refuse(name: string, why: string): never {
  throw new ApiError('invalid_parameter', name, why);
}

/**
 * The whole number that a text is, as PHP's intval reads it: with blanks around, a sign, zeros in front. `7.0` counts as
 * 7: Java clients print an id like that when they have read it as a double. Undefined where intval would ignore a part,
 * or make 0 of all.
 */
export function wholeNumberIn(text: string): number | undefined {
  const digits = wholeNumber.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function integer(least: number, most: number): Cast {
  const range = `it must be a number from ${least} to ${most}`;
  return (value, name) => {
    if (value === '') return 0;
    const number = typeof value === 'string' ? wholeNumberIn(value) : undefined;
    if (number === undefined) return refuse(name, 'it must be a whole number');
    if (number < least || number > most) refuse(name, range);
    return number + 0; // no -0
  };
}

function boolean(value: WireValue, name: string): boolean {
  const found = typeof value === 'string' ? booleans.get(value.toLowerCase()) : undefined;
  return found ?? refuse(name, 'it must be 1 or 0');
}

/** Clients write `ASC` and `asc`. */
function oneOf(values: readonly string[]): Cast {
  const known = new Map(values.map((value) => [value.toLowerCase(), value]));
  const why = `it must be ${choiceOf(values.filter(Boolean))}`;
  return (value, name) => {
    const found = typeof value === 'string' ? known.get(value.toLowerCase()) : undefined;
    return found ?? refuse(name, why);
  };
}

/** `a, b or c`. */
function choiceOf(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' or $1');
}

/** Whether a parameter counts as left out: an app's form sends an empty text where no word was chosen. */
export function isLeftOut(
  value: WireValue | undefined,
  { type, optional }: Pick<ParameterSpec, 'type' | 'optional'>,
): value is undefined {
  const isEmpty = value === '' && type.kind === 'oneOf' && !type.values.includes('');
  return value === undefined || (isEmpty && optional);
}

function text(value: WireValue, name: string): string {
  if (typeof value !== 'string') return refuse(name, 'it must be a text, not an array');
  const decoded = fromBytes(value);
  if (decoded === undefined) return refuse(name, 'it is not valid UTF-8');
  if (decoded.includes('\0')) refuse(name, 'it contains a NUL character');
  return decoded;
}

/** Keys are ignored. One value stands for a list of one; numbers may also come as `3,4,5`. */
function list(type: TypeSpec): Cast {
  const cast = keyed(type);
  return (value, name) => [...cast(value, name).values()];
}

/** A list with its keys. */
function keyed(type: TypeSpec): (value: WireValue, name: string) => Map<string, unknown> {
  const cast = casts(type);
  const split = type.kind === 'uint' || type.kind === 'int' ? numbers : onlyItem;
  return (value, name) => {
    if (value === '') return new Map();
    if (typeof value === 'string')
      return new Map(split(value, name).map((item, index) => [String(index), cast(item, name)]));
    if (value.size > maxItems) refuseMany(name);
    return new Map(
      Array.from(value, ([key, item], index) => [text(key, name), cast(item, `${name}[${index}]`)]),
    );
  };
}

function onlyItem(value: string): readonly string[] {
  return [value];
}

/** A comma too many means nothing, not item 0. */
function numbers(value: string, name: string): readonly string[] {
  const parts = value.split(',', maxItems + 1);
  if (parts.length > maxItems) refuseMany(name);
  return parts.filter((part) => part.trim() !== '');
}

function refuseMany(name: string): never {
  return refuse(name, `at most ${maxItems} items are allowed`);
}

/** For texts `0` is a text like any other; for all else it is false, too. */
function orFalse(type: TypeSpec): Cast {
  const cast = casts(type);
  const falsy = type.kind === 'string' ? /^(false)?$/ : /^(false|0)?$/i;
  return (value, name) => {
    return typeof value === 'string' && falsy.test(value) ? false : cast(value, name);
  };
}

/** `data[parentid]=3&data[rawtext]=x`: a plain object of the known members only. */
function fields(members: readonly ParameterSpec[]): Cast {
  const known = members.map((member) => ({ ...member, cast: casts(member.type) }));
  return (value, name) => {
    const given = mapOf(
      value,
      name,
      `it must be named values such as ${name}[${known[0]?.name ?? 'name'}]`,
    );
    const result: Record<string, unknown> = {};
    for (const member of known) {
      const path = `${name}[${member.name}]`;
      const wire = given.get(member.name);
      if (!isLeftOut(wire, member)) result[member.name] = member.cast(wire, path);
      else if (!member.optional) throw new ApiError('missing_parameter', path);
    }
    return result;
  };
}

function struct(value: WireValue, name: string): Struct {
  const given = mapOf(value, name, 'it must be an array');
  const result = new Map<string, string | Struct>();
  for (const [key, item] of given) {
    const decode = typeof item === 'string' ? text : struct;
    result.set(text(key, name), decode(item, name));
  }
  return result;
}

function textOrStruct(value: WireValue, name: string): string | Struct {
  return typeof value === 'string' ? text(value, name) : struct(value, name);
}

/** An empty text is how PHP clients send an empty array. */
function mapOf(value: WireValue, name: string, why: string): WireMap {
  if (value === '') return new Map();
  return typeof value === 'string' ? refuse(name, why) : value;
}
