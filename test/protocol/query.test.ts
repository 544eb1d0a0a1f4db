import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromBytes, toBytes } from '../../src/protocol/bytes.ts';
import { integerKey, ParameterTree, topLevelName } from '../../src/protocol/parameter-tree.ts';
import { parseBody, parseQuery, printQuery, urlDecode } from '../../src/protocol/query.ts';
import { sortNames } from '../../src/protocol/sort.ts';
import { signedString } from '../../src/protocol/signature.ts';
import { zendSort } from '../../src/protocol/zend-sort.ts';
import { bytesOf, type Pairs, pairsOf, vectors } from './vectors.ts';

interface QueryRow {
  readonly query?: string;
  readonly query_b64?: string;
  readonly get: Pairs;
}

interface BodyRow {
  readonly content_type: string;
  readonly body?: string;
  readonly body_b64?: string;
  readonly post: Pairs;
}

/** Queries made of what parsers trip over. */
const query = fc
  .array(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.constantFrom('a', 'b', 'api_c', 'api_sig', '1', '-2', '9e1', '_'),
      },
      {
        weight: 5,
        arbitrary: fc.constantFrom('[', ']', '[]', '=', '&', '&', '.', '+', '%00', '%'),
      },
      { weight: 1, arbitrary: fc.integer({ min: 1, max: 255 }).map((n) => String.fromCharCode(n)) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(''));

describe('parse.jsonl', () => {
  test.each(vectors<QueryRow>('parse'))('$title', ({ query, query_b64, get }) => {
    expect(pairsOf(parseQuery(bytesOf(query, query_b64)).map)).toEqual(get);
  });
});

describe('body-post.jsonl', () => {
  const isForm = ({ content_type }: BodyRow): boolean =>
    /^application\/x-www-form-urlencoded(?:[;, ]|$)/i.test(content_type);
  const rows = vectors<BodyRow>('body-post');
  test.each(rows.filter(isForm))('$title', ({ body, body_b64, post }) => {
    expect(pairsOf(parseBody(bytesOf(body, body_b64)).map)).toEqual(post);
  });
  test.each(rows.filter((row) => !isForm(row)))('$title is not a form', ({ post }) => {
    expect(post).toEqual([]);
  });
});

describe('overflow', () => {
  const many = (count: number): string => Array.from({ length: count }, () => 'a[]=1').join('&');

  test.each([
    ['1000 variables in a query are all', parseQuery(many(1000)), undefined],
    ['the 1001st is one too many', parseQuery(many(1001)), 'variables'],
    ['empty segments of a query do not count', parseQuery('&'.repeat(5000) + 'a'), undefined],
    ['a body may have 1001', parseBody(many(1001)), undefined],
    ['a body may end with &', parseBody(many(1001) + '&'), undefined],
    ['the 1002nd in a body is one too many', parseBody(many(1002)), 'variables'],
    ['empty segments of a body count', parseBody('&'.repeat(1001) + 'a'), 'variables'],
    ['64 levels are allowed', parseQuery('a' + '[x]'.repeat(64)), undefined],
    ['the 65th is one too deep', parseQuery('a=1&a' + '[x]'.repeat(65)), 'depth'],
  ])('%s', (_, { overflow }, expected) => {
    expect(overflow).toBe(expected);
  });

  /** Checked with PHP 8.2.36: a reserved prefix is refused for indexes as well, but the array around it stays. */
  test.each([
    [
      'a[__Host-x]=1&b=2',
      [
        ['a', []],
        ['b', '2'],
      ],
    ],
    ['a=2&a[b][__Secure-x][c]=1', [['a', [['b', []]]]]],
    ['a[][__Host-x]=1', [['a', [[0, []]]]]],
    ['a[b][__Host-x', [['a', [['b', '']]]]],
    ['__Host-[__Host-x]=1', [['__Host-', [['__Host-x', '1']]]]],
    ['a[__host-x]=1', [['a', [['__host-x', '1']]]]],
  ])('%s', (query, pairs) => {
    expect(pairsOf(parseQuery(query).map)).toEqual(pairs);
  });

  test('a tree may be shallower than PHP', () => {
    const tree = new ParameterTree(1);
    tree.add('a[b]', '1');
    tree.add('c[d][e]', '2');
    expect(pairsOf(tree.map)).toEqual([['a', [['b', '1']]]]);
    expect(tree.overflow).toBe('depth');
  });
});

describe('hostile input takes time in proportion to its size', () => {
  const megabytes = 4_000_000;
  test.each([
    ['open brackets', 'a' + '['.repeat(megabytes)],
    ['closed brackets', 'a' + '[]'.repeat(megabytes / 2)],
    ['dots', '.'.repeat(megabytes)],
    ['blanks', '+'.repeat(megabytes)],
    ['escapes', '%41'.repeat(megabytes / 3)],
    ['percent signs', '%'.repeat(megabytes)],
    ['separators', '&'.repeat(megabytes)],
    ['names without a value', ('a'.repeat(3999) + '&').repeat(1000)],
    ['a long index', `a[${'9'.repeat(megabytes)}]=1&a[]=2`],
    ['many appends', 'a[][]=1&'.repeat(1000)],
  ])('%s', (_, input) => {
    // Quadratic work on four megabytes would not end before the test's time is up.
    parseQuery(input);
    parseBody(input);
    expect(topLevelName(input)?.length ?? 0).toBeLessThanOrEqual(input.length);
  });
});

describe('printing', () => {
  test.each([
    ["a=-._~*!'()", 'a=-._%7E%2A%21%27%28%29'],
    ['a[]=x&a[k]=y z&b=', 'a%5B0%5D=x&a%5Bk%5D=y+z&b='],
    ['a=\0\x01\x0f\x80\xff', 'a='],
  ])('%j', (input, printed) => {
    expect(printQuery(parseQuery(input).map)).toBe(printed);
  });

  test('every byte is escaped as PHP escapes it', () => {
    const all = Array.from({ length: 256 }, (_, i) => String.fromCharCode(i)).join('');
    const printed = printQuery(new Map([['a', all]]));
    expect(printed).toMatch(/^a=[A-Za-z0-9%+._-]*$/);
    expect(urlDecode(printed.slice(2))).toBe(all);
  });

  test('parsing what was printed gives the same, in the same order', () => {
    fc.assert(
      fc.property(query, (bytes) => {
        const { map } = parseQuery(bytes);
        expect(pairsOf(parseQuery(printQuery(map)).map)).toEqual(pairsOf(map));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the signed string', () => {
  test('does not change with unsigned and dropped parameters, wherever they are', () => {
    const extra = fc.constantFrom(
      'api_c=1',
      'api_s=x',
      'api_v=5',
      'api.sig=z',
      '[x]=1',
      '=1',
      '+=2',
    );
    fc.assert(
      fc.property(query, fc.array(fc.tuple(extra, fc.nat())), (bytes, additions) => {
        const segments = bytes.split('&');
        for (const [addition, at] of additions) {
          segments.splice(at % (segments.length + 1), 0, addition);
        }
        expect(signedString(parseQuery(segments.join('&')).map)).toBe(
          signedString(parseQuery(bytes).map),
        );
      }),
      { numRuns: 2000 },
    );
  });

  test('does not change with the order of parameters, but does with the order of list items', () => {
    const name = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_-]{0,5}$/);
    const parameters = fc.uniqueArray(fc.tuple(name, fc.string({ unit: 'binary-ascii' })), {
      selector: ([key]) => key,
      minLength: 1,
    });
    const sign = (entries: Iterable<[string, string]>): string => signedString(new Map(entries));
    fc.assert(
      fc.property(parameters, fc.infiniteStream(fc.nat()), (entries, random) => {
        const shuffled = [...entries];
        for (let i = shuffled.length - 1; i > 0; i--) {
          const j = (random.next().value as number) % (i + 1);
          const [a, b] = [shuffled[i], shuffled[j]];
          if (a && b) [shuffled[i], shuffled[j]] = [b, a];
        }
        expect(sign(shuffled)).toBe(sign(entries));
      }),
    );
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 5 }), (items) => {
        const list = (values: readonly string[]): string =>
          signedString(parseQuery(values.map((v) => `l[]=${encodeURIComponent(v)}`).join('&')).map);
        const [first = '', second = '', ...rest] = items.map((item) => toWellFormed(item));
        fc.pre(first !== second);
        expect(list([first, second, ...rest])).not.toBe(list([second, first, ...rest]));
      }),
    );
  });
});

describe('sorting', () => {
  const sorted = (names: string, order: 'php82' | 'php81' | 'bytes'): string =>
    sortNames(names.split(' '), order).join(' ');

  test.each([
    ['zz 0 api_m 1', '0 1 api_m zz', 'zz 0 api_m 1'],
    ['10 9a 9', '9 10 9a', '9a 9 10'],
    ['01 1e0 +1 1', '01 1e0 +1 1', '01 1e0 +1 1'],
    ['1e1 9 2', '2 9 1e1', '2 9 1e1'],
    ['0x1A 26', '0x1A 26', '0x1A 26'],
    [
      '0100 99999999999999999999e-19',
      '0100 99999999999999999999e-19',
      '0100 99999999999999999999e-19',
    ],
    [
      '0100 9999999999999999999e-19',
      '9999999999999999999e-19 0100',
      '9999999999999999999e-19 0100',
    ],
    ['b B a- a ab a_', 'B a a- a_ ab b', 'B a a- a_ ab b'],
  ])('%s', (names, php82, php81) => {
    expect(sorted(names, 'php82')).toBe(php82);
    expect(sorted(names, 'php81')).toBe(php81);
  });

  test('is an ordinary sort where the comparison is ordinary, at every length', () => {
    for (const length of [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 100, 1023, 1024, 3000]) {
      const list = Array.from({ length }, (_, i) => (i * 7919) % 1009);
      const expected = [...list].sort((a, b) => a - b);
      zendSort(list, (a, b) => a > b);
      expect(list).toEqual(expected);
    }
  });
});

describe('bytes', () => {
  test.each(['', 'plain', 'é', '😀 \u{10ffff}', '\uFEFFbom'])('%j there and back', (text) => {
    expect(fromBytes(toBytes(text))).toBe(text);
    expect(toBytes(text)).toBe(Buffer.from(text).toString('latin1'));
  });

  test('text longer than one call of String.fromCharCode', () => {
    expect(fromBytes(toBytes('é'.repeat(100_000)))).toBe('é'.repeat(100_000));
  });

  test.each(['\xff', '\xc3', '\xc0\x80', '\xed\xa0\x80', 'a\x80'])('%j is not UTF-8', (bytes) => {
    expect(fromBytes(bytes)).toBeUndefined();
  });

  test.each([
    ['0', 0n],
    ['-5', -5n],
    ['9223372036854775807', 2n ** 63n - 1n],
    ['-9223372036854775808', -(2n ** 63n)],
    ['9223372036854775808', undefined],
    ['-0', undefined],
    ['01', undefined],
    ['1.0', undefined],
    ['', undefined],
    ['9'.repeat(1_000_000), undefined],
  ])('the key %.30s', (key, expected) => {
    expect(integerKey(key)).toBe(expected);
  });
});

function toWellFormed(text: string): string {
  return fromBytes(toBytes(text)) ?? '';
}
