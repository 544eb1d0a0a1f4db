import { describe, expect, test } from '@jest/globals';
import { compile } from '../../src/call/bind.ts';
import { ApiError } from '../../src/errors.ts';
import { toBytes } from '../../src/protocol/bytes.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../../src/protocol/manifest.ts';
import { parseQuery } from '../../src/protocol/query.ts';
import type { Upload } from '../../src/protocol/types.ts';

const uint: TypeSpec = { kind: 'uint' };
const int: TypeSpec = { kind: 'int' };
const string: TypeSpec = { kind: 'string' };
const boolean: TypeSpec = { kind: 'boolean' };
const struct: TypeSpec = { kind: 'struct' };
const textOrStruct: TypeSpec = { kind: 'textOrStruct' };
const file: TypeSpec = { kind: 'file' };
const way: TypeSpec = { kind: 'oneOf', values: ['asc', 'desc'] };
const who: TypeSpec = { kind: 'oneOf', values: ['', 'members', 'guests', '*'] };
const uints: TypeSpec = { kind: 'list', of: uint };
const strings: TypeSpec = { kind: 'list', of: string };
const booleans: TypeSpec = { kind: 'list', of: boolean };
const files: TypeSpec = { kind: 'list', of: file };
const uintOrFalse: TypeSpec = { kind: 'orFalse', of: uint };
const stringOrFalse: TypeSpec = { kind: 'orFalse', of: string };
const uintsOrFalse: TypeSpec = { kind: 'orFalse', of: uints };
const data: TypeSpec = {
  kind: 'fields',
  name: 'TextData',
  fields: [
    { name: 'parentid', type: uint, optional: false },
    { name: 'title', type: string, optional: true },
    { name: 'tags', type: strings, optional: true },
  ],
};
const options: TypeSpec = {
  kind: 'fields',
  name: 'Options',
  fields: [
    { name: 'nl2br', type: boolean, optional: true },
    { name: 'way', type: way, optional: true },
  ],
};

function method(...parameters: readonly ParameterSpec[]): MethodSpec {
  return {
    class: 'node',
    method: 'get',
    file: 'services/node/marks.ts',
    mode: 'readonly',
    doc: 'Get.',
    parameters,
    required: 0,
    returns: 'Uint',
    throws: [],
  };
}

function bind(
  type: TypeSpec,
  query: string,
  optional = false,
  uploads: ReadonlyMap<string, Upload> = new Map(),
): unknown {
  const [value] = compile(method({ name: 'p', type, optional }))(
    parseQuery(toBytes(query)).map,
    uploads,
  );
  return value;
}

/** The id and arguments of the refusal. */
function refusal(run: () => unknown): readonly unknown[] {
  try {
    return ['no refusal', run()];
  } catch (error) {
    if (error instanceof ApiError) return [error.id, ...error.args];
    throw error;
  }
}

describe('takes', () => {
  const taken: readonly (readonly [type: TypeSpec, query: string, value: unknown])[] = [
    [uint, 'p=0', 0],
    [uint, 'p=7', 7],
    [uint, 'p=007', 7],
    [uint, 'p=%2B7', 7],
    [uint, 'p=+7+', 7],
    [uint, 'p=%097%0A', 7],
    [uint, 'p=7.0', 7],
    [uint, 'p=7.', 7],
    [uint, 'p=7.000', 7],
    [uint, 'p=-0', 0],
    [uint, 'p=', 0],
    [uint, 'p=2147483647', 2147483647],
    [int, 'p=-5', -5],
    [int, 'p=-7.0', -7],
    [int, 'p=-2147483648', -2147483648],
    [int, 'p=2147483647', 2147483647],
    [string, 'p=h%C3%A9', 'hé'],
    [string, 'p=%F0%9F%98%80', '😀'],
    [string, 'p=', ''],
    [string, 'p=+x+', ' x '],
    [string, 'p=false', 'false'],
    [string, 'p=a%0D%0Ab', 'a\r\nb'],
    ...['1', 'true', 'TRUE', 'yes', 'y', 'On'].map((word) => [boolean, `p=${word}`, true] as const),
    ...['', '0', 'false', 'No', 'n', 'off'].map((word) => [boolean, `p=${word}`, false] as const),
    [uints, 'p[]=3&p[]=4', [3, 4]],
    [uints, 'p[9]=3&p[x]=4&p[2]=5', [3, 4, 5]],
    [uints, 'p=3', [3]],
    [uints, 'p=3,4,%205', [3, 4, 5]],
    [uints, 'p=3,,4,', [3, 4]],
    [uints, 'p=', []],
    [uints, 'p[]=', [0]],
    [strings, 'p=a,b', ['a,b']],
    [strings, 'p[]=a&p[]=', ['a', '']],
    [strings, 'p=', []],
    [booleans, 'p[]=1&p[]=no', [true, false]],
    [uintOrFalse, 'p=false', false],
    [uintOrFalse, 'p=False', false],
    [uintOrFalse, 'p=0', false],
    [uintOrFalse, 'p=', false],
    [uintOrFalse, 'p=8', 8],
    [stringOrFalse, 'p=', false],
    [stringOrFalse, 'p=false', false],
    [stringOrFalse, 'p=0', '0'],
    [stringOrFalse, 'p=False', 'False'],
    [stringOrFalse, 'p=x', 'x'],
    [uintsOrFalse, 'p=false', false],
    [uintsOrFalse, 'p[]=1', [1]],
    [data, 'p[parentid]=3', { parentid: 3 }],
    [data, 'p[title]=x&p[parentid]=3&p[tags][]=a', { parentid: 3, title: 'x', tags: ['a'] }],
    [data, 'p[parentid]=3&p[other]=1&p[constructor]=1&p[__proto__][x]=1', { parentid: 3 }],
    [options, 'p=', {}],
    [options, 'p[x]=1', {}],
    [struct, 'p=', new Map()],
    [
      struct,
      'p[a]=1&p[b][]=%C3%A9',
      new Map<string, unknown>([
        ['a', '1'],
        ['b', new Map([['0', 'é']])],
      ]),
    ],
    [struct, 'p[__proto__]=1', new Map([['__proto__', '1']])],
    [textOrStruct, 'p=', ''],
    [textOrStruct, 'p=%7B%22a%22%3A1%7D', '{"a":1}'],
    [textOrStruct, 'p[a]=1', new Map([['a', '1']])],
    [way, 'p=desc', 'desc'],
    [way, 'p=DESC', 'desc'],
    [who, 'p=', ''],
    [who, 'p=*', '*'],
    [options, 'p[way]=ASC', { way: 'asc' }],
    [options, 'p[way]=&p[nl2br]=1', { nl2br: true }],
  ];

  test.each(taken)('%j from %s', (type, query, value) => {
    expect(bind(type, query)).toStrictEqual(value);
  });
});

describe('refuses', () => {
  const whole = 'it must be a whole number';
  const range = 'it must be a number from 0 to 2147483647';
  const noArray = 'it must be a text, not an array';
  const refused: readonly (readonly [TypeSpec, query: string, why: string, name?: string])[] = [
    [uint, 'p=x', whole],
    [uint, 'p=7x', whole],
    [uint, 'p=7.5', whole],
    [uint, 'p=1e3', whole],
    [uint, 'p=0x10', whole],
    [uint, 'p=--1', whole],
    [uint, 'p=+', whole],
    [uint, 'p=NaN', whole],
    [uint, 'p=7%00', whole],
    [uint, 'p=%D9%A3', whole],
    [uint, 'p[]=1', whole],
    [uint, 'p=-1', range],
    [uint, 'p=2147483648', range],
    [uint, `p=${'9'.repeat(400)}`, range],
    [int, 'p=2147483648', 'it must be a number from -2147483648 to 2147483647'],
    [int, 'p=-2147483649', 'it must be a number from -2147483648 to 2147483647'],
    [string, 'p[]=x', noArray],
    [string, 'p=%FF', 'it is not valid UTF-8'],
    [string, 'p=%C0%80', 'it is not valid UTF-8'],
    [string, 'p=%ED%A0%80', 'it is not valid UTF-8'],
    [string, 'p=a%00b', 'it contains a NUL character'],
    [boolean, 'p=2', 'it must be 1 or 0'],
    [boolean, 'p=maybe', 'it must be 1 or 0'],
    [boolean, 'p[]=1', 'it must be 1 or 0'],
    [uints, 'p[]=1&p[]=x', whole, 'p[1]'],
    [uints, 'p[][]=1', whole, 'p[0]'],
    [uints, 'p=1,x', whole],
    [uints, `p=${'1,'.repeat(1001)}`, 'at most 1000 items are allowed'],
    [strings, 'p[][]=1', noArray, 'p[0]'],
    [uintOrFalse, 'p=no', whole],
    [stringOrFalse, 'p[]=1', noArray],
    [data, 'p=3', 'it must be named values such as p[parentid]'],
    [data, 'p=%7B%22parentid%22%3A3%7D', 'it must be named values such as p[parentid]'],
    [data, 'p[parentid]=x', whole, 'p[parentid]'],
    [data, 'p[parentid]=1&p[title][]=x', noArray, 'p[title]'],
    [data, 'p[parentid]=1&p[tags][a][b]=x', noArray, 'p[tags][0]'],
    [struct, 'p=x', 'it must be an array'],
    [struct, 'p[a]=%FF', 'it is not valid UTF-8'],
    [struct, 'p[%FF]=a', 'it is not valid UTF-8'],
    [textOrStruct, 'p=%FF', 'it is not valid UTF-8'],
    [textOrStruct, 'p[a]=%FF', 'it is not valid UTF-8'],
    [way, 'p=', 'it must be asc or desc'],
    [way, 'p=up', 'it must be asc or desc'],
    [way, 'p[]=asc', 'it must be asc or desc'],
    [who, 'p=all', 'it must be members, guests or *'],
    [options, 'p[way]=up', 'it must be asc or desc', 'p[way]'],
    [file, 'p=x', 'it must be an uploaded file'],
    [files, 'p[]=x', 'it must be an uploaded file'],
  ];

  test.each(refused)('%j from %s: %s', (type, query, why, name = 'p') => {
    expect(refusal(() => bind(type, query))).toEqual(['invalid_parameter', name, why]);
  });

  test.each([
    [uint, 'q=1', 'p'],
    [uint, 'P=1', 'p'],
    [uint, '', 'p'],
    [file, '', 'p'],
    [file, 'p=', 'p'],
    [files, '', 'p'],
    [data, 'p[title]=x', 'p[parentid]'],
    [data, 'p=', 'p[parentid]'],
    [data, 'p[__proto__][parentid]=1', 'p[parentid]'],
  ] as const)('%j from %s: missing', (type, query, name) => {
    expect(refusal(() => bind(type, query))).toEqual(['missing_parameter', name]);
  });
});

describe('optional parameters', () => {
  test.each([uint, string, boolean, uints, data, struct, textOrStruct, file, files, uintOrFalse])(
    'a missing %j is undefined, so that the default applies',
    (type) => {
      expect(bind(type, 'q=1', true)).toBeUndefined();
    },
  );

  test('arguments come in the order of the method, whatever was sent', () => {
    const bindAll = compile(
      method(
        { name: 'a', type: uint, optional: false },
        { name: 'b', type: string, optional: true },
        { name: 'constructor', type: string, optional: true },
        { name: 'c', type: boolean, optional: true },
      ),
    );
    const { map } = parseQuery('c=1&a=2&api_m=node.get&__proto__=x&unknown[]=%FF');
    expect(bindAll(map, new Map())).toEqual([2, undefined, undefined, true]);
  });
});

describe('files', () => {
  const photo: Upload = { filename: 'a.png', path: '/tmp/a', size: 1 };
  const other: Upload = { ...photo, filename: 'b.png' };

  test('come by their names', () => {
    expect(bind(file, '', false, new Map([['p', photo]]))).toBe(photo);
    expect(bind(file, '', true, new Map([['q', photo]]))).toBeUndefined();
  });

  test('a list has all files of its name', () => {
    const sent = new Map([
      ['p[1]', photo],
      ['px', other],
      ['p[0]', other],
    ]);
    expect(bind(files, '', false, sent)).toEqual([photo, other]);
    expect(bind(files, '', false, new Map([['p', photo]]))).toEqual([photo]);
  });
});

test('a list of 1000 items is taken, one of 1001 refused', () => {
  const items = (count: number): Map<string, string> =>
    new Map(Array.from({ length: count }, (_, index) => [String(index), '1']));
  const bindList = compile(method({ name: 'p', type: uints, optional: false }));
  expect(bindList(new Map([['p', items(1000)]]), new Map())[0]).toHaveLength(1000);
  expect(refusal(() => bindList(new Map([['p', items(1001)]]), new Map()))).toEqual([
    'invalid_parameter',
    'p',
    'at most 1000 items are allowed',
  ]);
});
