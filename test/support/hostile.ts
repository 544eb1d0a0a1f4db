import { casts } from '../../src/call/cast.ts';
import { encode } from '../../src/client/encode.ts';
import type { TypeSpec } from '../../src/protocol/manifest.ts';
import type { WireMap, WireValue } from '../../src/protocol/wire.ts';

/** A value as the wire carries it. */
export function wire(value: unknown): WireValue {
  return encode({ value }).map.get('value') ?? '';
}

const long = 100_000;
const notUtf8 = '\xff\xfe\xc3(';
const ids = Array.from({ length: 900 }, (_, index) => 1_000_000 + index);
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });

const numbers = [
  ...['-1', '0', '30', '2147483647', '2147483648', '4294967296', '99999999999999999999', '1e9'],
  ...['NaN', '', ' ', '0x10', '-0', "1' or '1'='1", '1;2', '\u0661', notUtf8, [30], [[30]]],
];

const texts = [
  ...['', ' ', '-1', '0', '4294967296', '1e9', 'a\0b', notUtf8, 'x'.repeat(long)],
  ...['__proto__', 'toString', `'"\`;) or 1=1 -- \\`, '%', '_', '%_\\', '*'.repeat(500)],
  ...['['.repeat(20_000), '[quote]'.repeat(2_000), '{"a":'.repeat(5_000), '(a|'.repeat(5_000)],
  ...['\u{1f600}\u{1f469}\u200d\u{1f469}', '\u202e\u200b\u2066\ufeff', '\ufdfa'.repeat(400)],
  ...['<script>alert(1)</script>', 'a\r\nBcc: b@example.com', 'a '.repeat(10_000), '\u{1}\u{7f}'],
  ...[['a'], [['a']], { __proto__x: 'a' }],
];

const structs = [
  ...[
    '',
    'text',
    '{}',
    '[]',
    'null',
    '[['.repeat(30_000),
    '{"a":'.repeat(20_000),
    '{"__proto__":1}',
  ],
  ...['{"a":1e999}', '"text"', '-1', notUtf8, [], { a: 'b' }, { a: { b: ['c'] } }, deep(50)],
  ...[new Map([['__proto__', 'x']]), new Map([['a\0', 'x']]), ids, new Map([['', '']])],
  ...[{ a: 'x'.repeat(long) }, new Map([['x'.repeat(long), '1']])],
];

const lists = [
  '',
  '0',
  '-1',
  ',,,',
  '30,30,30',
  ids,
  ids.map(() => 30),
  [[30]],
  { __proto__x: '30' },
];

/** Values that a parameter of the type is not made for. */
export function hostileValues(type: TypeSpec): WireValue[] {
  return [...new Set(rawValues(type))].map((value) =>
    typeof value === 'string' && value.includes(notUtf8) ? value : wire(value),
  );
}

/** What a method can tell apart of the hostile values of a type. */
export interface Probes {
  /** Values that reach the method: of those that it would see as the same only the first. */
  readonly taken: readonly WireValue[];
  /** Values that the binder refuses, so that no method sees them. */
  readonly refused: readonly WireValue[];
}

/** Sorts the hostile values of a type as the binder does. */
export function probesOf(type: TypeSpec): Probes {
  const taken = new Map<string, WireValue>();
  const refused: WireValue[] = [];
  for (const value of hostileValues(type)) {
    const seen = seenAs(type, value);
    if (seen === undefined) refused.push(value);
    else if (!taken.has(seen)) taken.set(seen, value);
  }
  return { taken: [...taken.values()], refused };
}

/** What a method gets for the value, as text; undefined where it is refused. An empty text can also stand for nothing sent. */
function seenAs(type: TypeSpec, value: WireValue): string | undefined {
  try {
    const seen = casts(type)(value, 'name');
    return value === '' ? 'empty' : JSON.stringify(seen, (_, one: unknown) => listed(one));
  } catch {
    return undefined;
  }
}

function listed(value: unknown): unknown {
  return value instanceof Map ? [...(value as Map<unknown, unknown>)] : value;
}

function rawValues(type: TypeSpec): readonly unknown[] {
  switch (type.kind) {
    case 'uint':
    case 'int':
      return numbers;
    case 'string':
    case 'oneOf':
      return texts;
    case 'boolean':
      return ['', '2', 'maybe', notUtf8, [1], 'true'];
    case 'struct':
    case 'textOrStruct':
      return structs;
    case 'list':
    case 'keyed':
      return [...lists, ...rawValues(type.of).map((value) => [value, value])].filter(encodable);
    case 'orFalse':
      return ['false', '0', ...rawValues(type.of)];
    case 'fields':
      return ['', 'text', [], [[]], { a: 'b' }, new Map([['__proto__', 'x']]), deep(50)];
    case 'file':
      return ['', 'text', ['text'], notUtf8];
  }
}

/** Bytes that are no UTF-8 stand alone: inside a list they would be encoded. */
function encodable(value: unknown): boolean {
  return !(Array.isArray(value) && value[0] === notUtf8);
}

/** The parameters with the value at a place: a name, or a name and a member of it. */
export function withValue(base: WireMap, path: readonly string[], value: WireValue): WireMap {
  const [name = '', ...rest] = path;
  const copy: WireMap = new Map(base);
  const inner = base.get(name);
  const members: WireMap = typeof inner === 'object' ? inner : new Map<string, WireValue>();
  copy.set(name, rest.length === 0 ? value : withValue(members, rest, value));
  return copy;
}
