import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fromHtml } from '../../src/bbcode/from-html.ts';
import { looksLikeHtml } from '../../src/bbcode/looks-like-html.ts';
import { renderHtml } from '../../src/bbcode/html.ts';
import { PAYLOADS } from './payloads.ts';
import { assertStrictHtml } from './strict-html.ts';

describe('what editors write', () => {
  test.each([
    ['<p>Hello <strong>world</strong></p>', 'Hello [B]world[/B]'],
    ['<p>a</p><p>b</p>', 'a\n\nb'],
    ['<p>a</p>\n\n<p>b</p>\n', 'a\n\nb'],
    ['<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
    ['a<br>b<br />c<br>', 'a\nb\nc'],
    ['a &amp; b &lt;c&gt; &quot;d&quot; &eacute; &#128512;', 'a & b <c> "d" é 😀'],
    ['a&nbsp;&nbsp; b', 'a b'],
    ['<b>a</b><i>b</i><u>c</u><s>d</s><del>e</del>', '[B]a[/B][I]b[/I][U]c[/U][S]d[/S][S]e[/S]'],
    ['<span style="font-weight:bold; COLOR: #FF0000">x</span>', '[B][COLOR=#FF0000]x[/COLOR][/B]'],
    [
      '<font color="red" size="5" face="Arial">x</font>',
      '[COLOR=red][FONT=Arial][SIZE=5]x[/SIZE][/FONT][/COLOR]',
    ],
    ['<span style="text-decoration: underline line-through">x</span>', '[U][S]x[/S][/U]'],
    [
      '<a href="https://example.org/?a=1&amp;b[]=2">x</a>',
      '[URL="https://example.org/?a=1&b[]=2"]x[/URL]',
    ],
    ['<a href="mailto:a@b.example">x</a>', '[EMAIL="a@b.example"]x[/EMAIL]'],
    ['<a href="/relative">x</a>', 'x'],
    [
      '<img src="https://example.org/a.png" width="10">',
      '[IMG width="10"]https://example.org/a.png[/IMG]',
    ],
    ['<ul><li>a</li><li>b</li></ul>', '[LIST][*]a[*]b[/LIST]'],
    ['<ol type="a"><li>a</li></ol>', '[LIST=a][*]a[/LIST]'],
    ['<p>a</p><blockquote><p>b</p></blockquote><p>c</p>', 'a\n[QUOTE]b[/QUOTE]c'],
    ['<p style="text-align: center">x</p>', '[CENTER]x[/CENTER]'],
    ['<h2>x</h2>y', '[H=2]x[/H]y'],
    ['<pre>a\n  b</pre>', '[CODE]\na\n  b[/CODE]'],
    [
      '<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
      '[TABLE][TR][TH]a[/TH][/TR][TR][TD]b[/TD][/TR][/TABLE]',
    ],
    [
      '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>',
      '[VIDEO]https://www.youtube.com/watch?v=aqz-KE-bpKQ[/VIDEO]',
    ],
    ['<p>[quote=Ann;5]x[/quote]</p>', '[quote=Ann;5]x[/quote]'],
    ['<p>unclosed <b>bold', 'unclosed [B]bold[/B]'],
    ['<!-- c --><![CDATA[d]]>a<?php e ?>', 'a'],
  ])('%s becomes %j', (html, bbcode) => {
    expect(fromHtml(html).replace(/\n(?=\[(?:\*|\/|T))|(?<=\])\n(?=\[)/g, '')).toBe(bbcode);
  });

  test.each([
    ['<script>alert(1)</script>a', 'a'],
    ['<style>b{}</style>a<title>t</title>', 'a'],
    ['<svg><a href="https://x.example">x</a></svg>a', 'a'],
    ['<a href="javascript:alert(1)">a</a>', 'a'],
    ['<a href="java&#9;script:alert(1)">a</a>', 'a'],
    [
      '<img alt=\'A "dog"]\n&lt;b&gt; [/img]\' src="https://a.b/c" height="9">',
      '[IMG height="9" alt="A dog <b> /img"]https://a.b/c[/IMG]',
    ],
    ['<img alt=" " src="https://a.b/c">', '[IMG]https://a.b/c[/IMG]'],
    [
      `<img src="https://a.b/c" width="1000" height="1000" alt="${'😀'.repeat(99)}">`,
      `[IMG width="1000" height="1000" alt="${'😀'.repeat(70)}"]https://a.b/c[/IMG]`,
    ],
    ['<img src="data:image/svg+xml,x" onerror="alert(1)">a', 'a'],
    ['<p onclick="alert(1)" style="background:url(javascript:1)">a</p>', 'a'],
    ['<iframe src="https://evil.example"></iframe>a', 'a'],
    ['<p>a</p><constructor style="text-align:center;margin-left:3px">b</constructor>', 'a\n\nb'],
    ['<span style="color:expression(alert(1))">a</span>', 'a'],
    ['<a href="https://x.example/&quot;]x[/url]">a</a>', 'a'],
    ['<textarea><b>x</b></textarea><select><option>x</option></select>a', 'a'],
  ])('of %s only what BBCode can say is left', (html, bbcode) => {
    expect(fromHtml(html)).toBe(bbcode);
  });
});

describe('a text', () => {
  test.each([
    '<p>a</p>',
    'a<br>b',
    'a<br> b',
    'a <br>b',
    'a<br>',
    'a <B>b</B>',
    'x<hr/>',
    '<div class="x">a</div>',
    '<img src="https://a.b/c">',
    '<p>a</p>\r\n\r\n<ul>\n<li>b</li>\n</ul>\n',
    '<!-- x --><o:p></o:p>a<br />b',
    '<div>a\nb<br></div>',
  ])('%j looks like HTML', (text) => {
    expect(looksLikeHtml(text)).toBe(true);
  });

  test.each([
    'a < b > c',
    'if a<b and c>d',
    'the <b> element',
    'List<String> x',
    '[code]<p>a</p>[/code]',
    '[noparse]<b>x</b>[/noparse]',
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<3',
    'first\nsecond <b>bold</b>\n[list]\n[*]x\n[/list]',
    '<b>bold</b>\nsecond\n<i>third</i>',
    'the tag is <hr> in HTML.\n\nRegards',
    'x\n[code]\nif (a < b)\n  return <b>;\n[/code]\nend <b>bold</b>',
    '[code]\n<div>\n</div>\n[/code]\nline\n<b>x</b>',
    'if (a<b) && c>d then <br> x',
    'what does <br> do, and <br /> ?',
    '[quote=bob;1]a <u>b</u>[/quote]\nreply',
    '<p>a</p>\nmy own line',
  ])('%j does not', (text) => {
    expect(looksLikeHtml(text)).toBe(false);
  });
});

describe('our own HTML', () => {
  test.each([
    'a\nb\n\nc',
    'a & b < c > d "e" \'f\'',
    '[b]a [i]b[/i][/b] [u]c[/u] [s]d[/s] [sub]e[/sub] [sup]f[/sup] [highlight]g[/highlight]',
    '[color=red]a[/color][color=#f00]b[/color][font=Comic Sans MS]c[/font][size=5]d[/size][size=12px]e[/size]',
    '[center]a[/center]b[right]c[/right]\n\n[indent]d[/indent]',
    '[h=2]a[/h]b',
    'a\n[hr]\nb',
    '[url=http://a.b/?c[]=1&d=2]a [b]b[/b][/url] http://c.d/e, [url]http://e.f[/url]',
    '[email=a@b.c]x[/email]',
    '[img]http://a.b/c.png[/img][img width=10 height=20 alt="a \'b\' <c> &"]http://a.b/d[/img]',
    '[user=5]Ann[/user] [user]Anna Lena[/user]',
    '[video]https://youtu.be/aqz-KE-bpKQ[/video]',
    'see [attach]12[/attach] and [attach]n13[/attach]',
    'a\n[quote]b[/quote]\nc',
    'a\n\n[quote=Ann;12]b\nc[quote="[X] Y"]d[/quote][/quote]\n\ne',
    '[spoiler]a[/spoiler][spoiler=The end]b\nc[/spoiler]',
    '[code]\n[b]x[/b]\n  y\n\n z\n[/code]after',
    '[php]<?php echo "a"; ?>[/php][html]<p>&amp;</p>[/html]',
    'a [noparse][b]x[/b] <i>[/noparse]',
    '[list]\n[*]a\n[*]b [list=1][*]c[*]d[/list]\n[*]e\n[/list]f',
    '[table][tr][td]a[/td][th]b[/th][/tr][tr][td]c\nd[/td][/tr][/table]',
  ])('of %j becomes BBCode that renders to it again', (bbcode) => {
    const html = renderHtml(bbcode);
    expect(renderHtml(fromHtml(html))).toBe(html);
  });

  const words = fc.constantFrom('x', 'two words', '&', '<b>', '"', "'", '😀', 'é', '1 < 2');
  const inline = ['b', 'i', 'u', 's', 'sub', 'highlight', 'color=red', 'size=5', 'url=http://a.b'];
  const block = ['quote', 'quote=Ann;5', 'center', 'spoiler', 'spoiler=Title', 'indent', 'h=3'];
  const around = (tag: string, content: string): string =>
    `[${tag}]${content}[/${/\w+/.exec(tag)?.[0]}]`;
  const { tree } = fc.letrec<{ tree: string; node: string }>((tie) => ({
    tree: fc.array(tie('node'), { minLength: 1, maxLength: 4 }).map((nodes) => nodes.join('')),
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words,
      fc.tuple(fc.constantFrom(...inline), words).map(([tag, text]) => around(tag, text)),
      fc.tuple(words, words).map(([a, b]) => `${a}\n${b}`),
      fc.tuple(fc.constantFrom(...block), tie('tree')).map(([tag, text]) => around(tag, text)),
      tie('tree').map((text) => `[list][*]${text}[*]x[/list]`),
    ),
  }));

  test('does so whatever is nested', () => {
    fc.assert(
      fc.property(tree, (bbcode) => {
        const html = renderHtml(bbcode);
        expect(renderHtml(fromHtml(html))).toBe(html);
      }),
      { numRuns: 500 },
    );
  });
});

describe('whatever comes', () => {
  const part = fc.constantFrom(
    ...PAYLOADS,
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<div style="',
      '">',
      '<a href="',
      '<a href=',
      '>',
      '<',
      '</a>',
      '<li>',
      '</ul>',
      '<ul>',
    ],
    ...[
      '<pre>',
      '</pre>',
      '<td>',
      '<table>',
      '[b]',
      '[/b]',
      '[/url]',
      '[code]',
      '&lt;',
      '&#x5b;b&#x5d;',
      '\n',
      'x',
      '"',
      "'",
    ],
    ...[
      '<details><summary>',
      '</summary>',
      '<blockquote data-author="a&quot;]b" data-nodeid="5">',
      '<br>',
      '<hr>',
    ],
  );
  test('what is shown in the end is strict', () => {
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        assertStrictHtml(renderHtml(fromHtml(parts.join(''))));
      }),
      { numRuns: 2000 },
    );
  });

  test('deep nesting neither fails nor grows', () => {
    for (const piece of ['<b>', '<blockquote>', '<ul><li>', '<div><b>', '<table><tr><td>']) {
      const bbcode = fromHtml(`${piece.repeat(5000)}x`);
      expect(bbcode).toContain('x');
      expect(bbcode.length).toBeLessThan(5000);
    }
  });

  test.each([
    ['', '<b>'],
    ['<img ', 'src=http: '],
    ['', '<p '],
    ['', '<br '],
    ['', '<b>[i]</b '],
    ['', '<span style="'],
  ])('%s%s without end takes no longer than its length', (head, piece) => {
    const html = head + piece.repeat(20_000);
    const since = performance.now();
    looksLikeHtml(html);
    fromHtml(html.slice(0, 60_000));
    expect(performance.now() - since).toBeLessThan(1_500);
  });
});
