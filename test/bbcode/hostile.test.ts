import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderHtml } from '../../src/bbcode/html.ts';
import { MAX_DEPTH, parse } from '../../src/bbcode/parse.ts';
import type { Node } from '../../src/bbcode/parse.ts';
import { preview, quoteText, renderPlain } from '../../src/bbcode/plain.ts';
import { PAYLOADS } from './payloads.ts';
import { assertStrictHtml } from './strict-html.ts';

describe('the strict checker refuses', () => {
  test.each([
    '<script>x</script>',
    '<b>x</b>',
    '<strong>x',
    '<strong><em>x</strong></em>',
    '<strong onclick="x">x</strong>',
    '<a href="javascript:x">x</a>',
    '<a href="&quot;">x</a>',
    '<a href=http://a.b>x</a>',
    '<a href="http://a.b"><a href="http://a.b">x</a></a>',
    '<span style="color:red;x:y">x</span>',
    '<ul>x</ul>',
    '<li>x</li>',
    '<br>',
    'a < b',
    'a & b',
    'a " b',
    'a\u0000b',
    'a\ud800b',
  ])('%j', (html) => {
    expect(() => {
      assertStrictHtml(html);
    }).toThrow();
  });
});

describe('markup in', () => {
  test.each(PAYLOADS)('%j is harmless', (payload) => {
    for (const around of ['', '[quote]', '[list][*]', '[url=http://a.b]', '[code]', '[noparse]']) {
      assertStrictHtml(renderHtml(around + payload));
    }
    assertStrictHtml(renderHtml(quoteText({ author: payload, nodeid: 1, rawtext: payload })));
  });

  test('the corpus is not shrunk by accident', () => {
    expect(new Set(PAYLOADS).size).toBeGreaterThanOrEqual(120);
  });
});

const NAMES =
  'b i u s sub sup color font size left center right justify indent url email img img2 quote code php html noparse list * hr table tr td th spoiler video user mention attach h h1 highlight nonsense'.split(
    ' ',
  );
const OPTIONS = [
  ...[
    '',
    '',
    '',
    '=1',
    '=red',
    '="x"',
    "='x",
    '="[/quote]"',
    '=http://a.b',
    '="http://a.b/?c[]=1"',
  ],
  ...[
    '=Ann;12',
    '=JSON',
    '=a@b.c',
    '=12px',
    ' width=1',
    '=javascript:x',
    '=[b]',
    '=a[0]',
    '=“x”',
    '=youtube;aqz-KE-bpKQ',
    '=a\nb',
    '=<"&\'',
  ],
];
const TEXTS = [
  ...[
    'x',
    ' ',
    '\n',
    '\r\n',
    '\t',
    'http://a.b/c).',
    'www.a.b',
    'a@b.c',
    '<',
    '>',
    '&',
    '"',
    "'",
    ';',
  ],
  ...[
    '[',
    ']',
    '[/',
    '=',
    '12',
    '{"src":"http://a.b"}',
    '{"data-attachmentid":1}',
    '\u0000',
    '\ud800',
  ],
  ...['\udc00', '😀', 'e\u0301', '\u202e', '\ufffe', '<script>', '(', 'quote', '[quo', 'te]'],
  ...['“', '”', '、', '’', 'http://[::1]', 'http://a.b/[0]'],
];
const tag = fc
  .tuple(fc.constantFrom(...NAMES), fc.constantFrom(...OPTIONS), fc.boolean(), fc.boolean())
  .map(([name, option, closing, loud]) => {
    const written = loud ? name.toUpperCase() : name;
    return closing ? `[/${written}]` : `[${written}${option}]`;
  });
const piece = fc.oneof(
  { weight: 6, arbitrary: tag },
  { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 1, arbitrary: fc.constantFrom(...PAYLOADS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);
const mixture = fc
  .tuple(
    fc.constantFrom('', '[b]'.repeat(MAX_DEPTH - 2), '[list][*]', '[table][tr][td]'),
    fc.array(piece, { maxLength: 60 }),
  )
  .map(([head, pieces]) => head + pieces.join(''));

const RUNS = { numRuns: 2000 };

describe('whatever is mixed', () => {
  test('the HTML is strict', () => {
    fc.assert(
      fc.property(mixture, fc.boolean(), (bbcode, autolink) => {
        assertStrictHtml(renderHtml(bbcode, { autolink }));
      }),
      RUNS,
    );
  });

  test('the tree is no deeper than its limit and its tags lie within one another', () => {
    fc.assert(
      fc.property(mixture, (bbcode) => {
        const { source, children } = parse(bbcode);
        expect(depthOf(children, 0, source.length)).toBeLessThanOrEqual(MAX_DEPTH + 4);
      }),
      RUNS,
    );
  });

  test('plain text and previews are XML-safe and short enough', () => {
    fc.assert(
      fc.property(mixture, fc.nat(50), (bbcode, length) => {
        expect(renderPlain(bbcode)).not.toMatch(/(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u);
        expect(preview(bbcode, length)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
        expect(preview(bbcode, length).length).toBeLessThanOrEqual(length);
      }),
      RUNS,
    );
  });

  test('a quote made of it is one quote without quotes in it', () => {
    fc.assert(
      fc.property(mixture, fc.string({ unit: 'binary' }), (rawtext, author) => {
        const { children } = parse(quoteText({ author, nodeid: 7, rawtext }));
        expect(children).toHaveLength(1);
        expect(children[0]).toMatchObject({ tag: 'quote', attributes: { nodeid: '7' } });
        expect(tagsIn(children).filter((name) => name === 'quote')).toHaveLength(1);
      }),
      RUNS,
    );
  });

  test('well-formed tags leave no trace in plain text', () => {
    const wellFormed = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom('x', ' y\n', '[hr]', '[img]http://a.b/c[/img]', '[attach]1[/attach]'),
        fc
          .tuple(
            fc.constantFrom(
              'b',
              'i',
              'quote',
              'center',
              'size=2',
              'color=red',
              'spoiler',
              'indent',
            ),
            fc.array(tie('node'), { maxLength: 4 }),
          )
          .map(([name, inner]) => `[${name}]${inner.join('')}[/${name.replace(/=.*/, '')}]`),
        fc
          .array(tie('node'), { maxLength: 3 })
          .map((items) => `[list][*]${items.join('[*]')}[/list]`),
      ),
    })).node;
    fc.assert(
      fc.property(wellFormed, (bbcode) => {
        expect(renderPlain(bbcode)).not.toMatch(/[[\]<]/);
      }),
      RUNS,
    );
  });
});

function depthOf(nodes: readonly Node[], from: number, to: number): number {
  let deepest = 0;
  for (const node of nodes) {
    if ('text' in node) continue;
    if (node.start < from || node.end < node.start || node.end > to) throw new Error('overlap');
    from = node.end;
    deepest = Math.max(deepest, 1 + depthOf(node.children, node.start, node.end));
  }
  return deepest;
}

function tagsIn(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => ('text' in node ? [] : [node.tag, ...tagsIn(node.children)]));
}

const UNITS = [
  ...[
    '[',
    ']',
    '[b',
    '[b]',
    '[/b]',
    '[b][/i]',
    '[b][i][/b][/i]',
    '[url=',
    '[url="',
    `[url='[url="`,
  ],
  ...[
    '[b="x',
    '[b= ',
    '[img ',
    '[url]',
    '[url]http://a',
    '[url]http://a.b/[/url]',
    '[img]http://a',
  ],
  ...['[email]a@', '[code]', '[code]x[/code]', '[php][html]', '[noparse]', '[attach=json]{"a":"'],
  ...[
    '[*]',
    '[list]',
    '[list][*]',
    '[list][*][/list]',
    '[td]',
    '[table][tr][td]',
    '[table]x[/table]',
  ],
  ...['[quote]', '[quote=a;1', '[quote=;1;1]', '[quote]\n', '[quote][/quote]', '[/quote]', '[hr]'],
  ...['\n', ' \n', ' \n[hr]', 'a\n', '&', '"', 'http://a', 'http://a ', 'http://!', 'http://)('],
  ...[
    '[url=http://a.b]',
    '[url=http://a.b][url]http://a[/url]',
    '[user=1]a',
    '[h1]',
    '[spoiler]',
    'a.',
  ],
  ...['\ud800', '\u0000', 'e\u0301', '\u0301', '😀'],
];

/** The characters regular expressions are run over, which is where time could grow faster than the text. */
function charactersScanned(run: () => void): number {
  const exec = Object.getOwnPropertyDescriptor(RegExp.prototype, 'exec');
  if (!exec) throw new Error('no exec');
  const original = exec.value as (this: RegExp, text: string) => RegExpExecArray | null;
  let scanned = 0;
  RegExp.prototype.exec = function (text: string) {
    const from = this.global || this.sticky ? this.lastIndex : 0;
    const match = original.call(this, text);
    scanned += (match ? match.index + match[0].length : text.length) - from;
    return match;
  };
  try {
    run();
  } finally {
    Object.defineProperty(RegExp.prototype, 'exec', exec);
  }
  return scanned;
}

const TAILS = ['', ' x[/url]', '[/code]', ' [/img]', '"]', '[/b]'];

describe('repeated without end', () => {
  test.each(UNITS)('%j costs time and space in proportion', (unit) => {
    for (const tail of TAILS) {
      for (const render of RENDERERS) {
        const [small, large] = [300, 1200].map((count) => unit.repeat(count) + tail);
        const one = charactersScanned(() => render(small ?? ''));
        const four = charactersScanned(() => render(large ?? ''));
        expect(four).toBeLessThan(6 * one + 1000);
        expect(render(large ?? '').length).toBeLessThan(16 * (large ?? '').length + 1000);
      }
    }
  });

  test('addresses up to their longest are not read from each tag', () => {
    const run = `${'[url]http://a'.repeat(140)} x[/url]`.repeat(20);
    expect(charactersScanned(() => renderHtml(run))).toBeLessThan(20 * run.length);
  });

  test('lines in nested quotes and lists do not carry every level', () => {
    const bbcode = `${'[quote][list][*]'.repeat(10)}${'a\n'.repeat(1000)}`;
    expect(renderPlain(bbcode).length).toBeLessThan(8 * bbcode.length);
  });

  test.each([
    '[b]',
    '[quote]',
    '[list][*]',
    '[i][quote=a;1]',
    '[table][tr][td]',
    '[url=http://a.b]',
  ])('%j nested 100,000 deep is rendered', (unit) => {
    const html = renderHtml(unit.repeat(100_000));
    assertStrictHtml(html);
    expect(html.length).toBeLessThan(unit.length * 200_000);
  });
});

const RENDERERS: readonly ((bbcode: string) => string)[] = [
  (bbcode) => renderHtml(bbcode),
  (bbcode) => renderPlain(bbcode),
  (bbcode) => preview(bbcode, 100),
  (rawtext) => quoteText({ author: 'a', nodeid: 1, rawtext }),
];
