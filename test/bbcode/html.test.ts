import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../src/bbcode/html.ts';
import { parse } from '../../src/bbcode/parse.ts';
import { assertStrictHtml } from './strict-html.ts';

const REL = 'rel="nofollow noopener ugc"';

const inline: [string, string][] = [
  ['[b]x[/b]', '<strong>x</strong>'],
  ['[B]x[/b]', '<strong>x</strong>'],
  ['[i]x[/i][u]y[/u][s]z[/s]', '<em>x</em><u>y</u><s>z</s>'],
  ['[strike]x[/strike]', '<s>x</s>'],
  ['[sub]x[/sub][sup]y[/sup]', '<sub>x</sub><sup>y</sup>'],
  ['[highlight]x[/highlight]', '<mark>x</mark>'],
  ['[color=red]x[/color]', '<span style="color:red">x</span>'],
  ['[color="#FF0000"]x[/color]', '<span style="color:#FF0000">x</span>'],
  ["[color='#f00']x[/color]", '<span style="color:#f00">x</span>'],
  ['[color=rgb(1, 2, 3)]x[/color]', '<span style="color:rgb(1, 2, 3)">x</span>'],
  ['[color]x[/color]', '[color]x[/color]'],
  ['[color=#ff]x[/color]', '[color=#ff]x[/color]'],
  ['[font=Comic Sans MS]x[/font]', '<span style="font-family:Comic Sans MS">x</span>'],
  ['[size=1]x[/size]', '<span style="font-size:x-small">x</span>'],
  ['[size=7]x[/size]', '<span style="font-size:xxx-large">x</span>'],
  ['[size=12px]x[/size]', '<span style="font-size:12px">x</span>'],
  ['[size=999px]x[/size]', '[size=999px]x[/size]'],
  ['[user=12]Ann[/user]', '<a class="bbcode-user" data-userid="12">Ann</a>'],
  ['[MENTION="12"]Ann[/MENTION]', '<a class="bbcode-user" data-userid="12">Ann</a>'],
  ['[user=me]Ann[/user]', '[user=me]Ann[/user]'],
  ['[user]Ann B[/user]', '<a class="bbcode-user" data-username="Ann B">Ann B</a>'],
  ['[user][/user]', '[user][/user]'],
  ['[color=“red”]x[/color]', '<span style="color:red">x</span>'],
];

const links: [string, string][] = [
  ['[url]http://a.b[/url]', `<a href="http://a.b" ${REL}>http://a.b</a>`],
  ['[url=http://a.b]x[/url]', `<a href="http://a.b" ${REL}>x</a>`],
  ['[url="http://a.b"]x[/url]', `<a href="http://a.b" ${REL}>x</a>`],
  ["[url='http://a.b']x[/url]", `<a href="http://a.b" ${REL}>x</a>`],
  ['[url=http://a.b?c=1&d=2]x[/url]', `<a href="http://a.b?c=1&amp;d=2" ${REL}>x</a>`],
  ['[url]http://a.b/?c[]=1[/url]', `<a href="http://a.b/?c[]=1" ${REL}>http://a.b/?c[]=1</a>`],
  ['[url="http://a.b/?c[]=1"]x[/url]', `<a href="http://a.b/?c[]=1" ${REL}>x</a>`],
  ['[url]www.a.b[/url]', `<a href="http://www.a.b" ${REL}>www.a.b</a>`],
  ['[url=a.com/x]x[/url]', `<a href="http://a.com/x" ${REL}>x</a>`],
  ['[url=ftp://a.b]x[/url]', `<a href="ftp://a.b" ${REL}>x</a>`],
  ['[url=mailto:a@b.c]x[/url]', `<a href="mailto:a@b.c" ${REL}>x</a>`],
  ['[url=http://a.b][b]x[/b][/url]', `<a href="http://a.b" ${REL}><strong>x</strong></a>`],
  ['[url=http://a.b]http://c.d[/url]', `<a href="http://a.b" ${REL}>http://c.d</a>`],
  [
    '[url=http://a.b][url]http://c.d[/url][/url]',
    `<a href="http://a.b" ${REL}>[url]http://c.d</a>[/url]`,
  ],
  [
    '[url=http://a.b][img]http://c.d/e.png[/img][/url]',
    `<a href="http://a.b" ${REL}><img src="http://c.d/e.png" alt="" /></a>`,
  ],
  ['[url=http://a.b/?c[]=1&d[0]=2]x[/url]', `<a href="http://a.b/?c[]=1&amp;d[0]=2" ${REL}>x</a>`],
  [
    'https://a.example/?a[0][b]=1&c[i]=2 [b]b[/b]=1',
    `<a href="https://a.example/?a[0][b]=1&amp;c[i]=2" ${REL}>https://a.example/?a[0][b]=1&amp;c[i]=2</a> <strong>b</strong>=1`,
  ],
  ['[url=http://[2001:db8::1]/]x[/url]', `<a href="http://[2001:db8::1]/" ${REL}>x</a>`],
  ['[url=“http://a.b”]x[/url]', `<a href="http://a.b" ${REL}>x</a>`],
  ['[url=/x]x[/url]', '[url=/x]x[/url]'],
  ['[url=//a.b]x[/url]', '[url=//a.b]x[/url]'],
  ['[email]a@b.c[/email]', '<a href="mailto:a@b.c">a@b.c</a>'],
  ['[email=a@b.c]x[/email]', '<a href="mailto:a@b.c">x</a>'],
  ['[email]nobody[/email]', '[email]nobody[/email]'],
  ['[video=youtube;1]http://a.b/v[/video]', videoOf('http://a.b/v')],
  ['[video]x[/video]', '[video]x[/video]'],
  ['[video=youtube;aqz-KE-bpKQ]x[/video]', videoOf('https://www.youtube.com/watch?v=aqz-KE-bpKQ')],
  ['[video=VIMEO;1084537][/video]', videoOf('https://vimeo.com/1084537')],
  ['[video=youtube;short]x[/video]', '[video=youtube;short]x[/video]'],
];

function videoOf(url: string): string {
  return `<a class="bbcode-video" href="${url}" ${REL}>${url}</a>`;
}

const media: [string, string][] = [
  ['[img]http://a.b/c.png[/img]', '<img src="http://a.b/c.png" alt="" />'],
  ['[img=10x20]http://a.b/c[/img]', '<img src="http://a.b/c" alt="" width="10" height="20" />'],
  [
    '[img width="10" height=20]http://a.b/c[/img]',
    '<img src="http://a.b/c" alt="" width="10" height="20" />',
  ],
  [
    '[img width="10" alt="A <b> & \'c\' width=7"]http://a.b/c[/img]',
    '<img src="http://a.b/c" alt="A &lt;b&gt; &amp; &#39;c&#39; width=7" width="10" />',
  ],
  [
    '[img alt=\'x" onerror="y\']http://a.b/c[/img]',
    '<img src="http://a.b/c" alt="x&quot; onerror=&quot;y" />',
  ],
  ['[img alt=x]http://a.b/c[/img]', '<img src="http://a.b/c" alt="" />'],
  ['[img width=99999]http://a.b/c[/img]', '<img src="http://a.b/c" alt="" />'],
  ['[img]x[/img]', '[img]x[/img]'],
  ['[img2=JSON]{"src":"http:\\/\\/a.b\\/c"}[/img2]', '<img src="http://a.b/c" alt="" />'],
  ['[img2=JSON]{"src":"http:[/img2]', '[img2=JSON]{&quot;src&quot;:&quot;http:[/img2]'],
  ['[attach]123[/attach]', attachment('123')],
  ['[attach=config]123[/attach]', attachment('123')],
  ['[ATTACH=JSON]{"data-attachmentid":123,"data-size":"x"}[/ATTACH]', attachment('123')],
  ['[attach]x[/attach]', '[attach]x[/attach]'],
];

function attachment(id: string): string {
  return `<a class="bbcode-attachment" data-attachmentid="${id}">Attachment ${id}</a>`;
}

const blocks: [string, string][] = [
  ['[center]x[/center]', '<div style="text-align:center">x</div>'],
  ['[left]x[/left][right]y[/right]', `${aligned('left', 'x')}${aligned('right', 'y')}`],
  ['[justify]x[/justify]', aligned('justify', 'x')],
  ['[indent]x[/indent]', '<div style="margin-left:40px">x</div>'],
  ['[h=2]x[/h]', '<h2>x</h2>'],
  ['[h3]x[/h3]', '<h3>x</h3>'],
  ['[h=7]x[/h]', '[h=7]x[/h]'],
  ['[h1][h2]x[/h2][/h1]', '<h1>[h2]x</h1>[/h1]'],
  ['a\n[hr]\nb', 'a<hr />b'],
  ['[HR][/HR]after', '<hr />after'],
  ['[hr]\n[/hr]b', '<hr />b'],
  ['[hr][/hr][/hr]', '<hr />[/hr]'],
  ['[hr][hr][/hr]x[/hr]y', '<hr /><hr />xy'],
  ['a[/hr]', 'a[/hr]'],
  ['[quote]x[/quote]', '<blockquote class="bbcode-quote">x</blockquote>'],
  ['[quote=Ann]x[/quote]', quoteOf('data-author="Ann"', 'Ann', 'x')],
  ['[QUOTE=Ann;12]x[/QUOTE]', quoteOf('data-author="Ann" data-nodeid="12"', 'Ann', 'x')],
  ['[QUOTE="Ann";n12]x[/QUOTE]', quoteOf('data-author="Ann" data-nodeid="12"', 'Ann', 'x')],
  ['[QUOTE="Ann;12"]x[/QUOTE]', quoteOf('data-author="Ann" data-nodeid="12"', 'Ann', 'x')],
  ['[quote="[X] Ann"]x[/quote]', quoteOf('data-author="[X] Ann"', '[X] Ann', 'x')],
  ['[quote=A&B]x[/quote]', quoteOf('data-author="A&amp;B"', 'A&amp;B', 'x')],
  ['[quote=“Ann”;12]x[/quote]', quoteOf('data-author="Ann" data-nodeid="12"', 'Ann', 'x')],
  ['[quote=„Ann;12“]x[/quote]', quoteOf('data-author="Ann" data-nodeid="12"', 'Ann', 'x')],
  ['[spoiler]x[/spoiler]', '<details class="bbcode-spoiler"><summary>Spoiler</summary>x</details>'],
  ['[spoiler=End]x[/spoiler]', '<details class="bbcode-spoiler"><summary>End</summary>x</details>'],
  ['[code]\n[b]x[/b]\n y\n[/code]', codeOf('<code>', '[b]x[/b]\n y')],
  ['[php]<?php "x";[/php]', codeOf('<code class="language-php">', '&lt;?php &quot;x&quot;;')],
  ['[html]<p>[/html]', codeOf('<code class="language-html">', '&lt;p&gt;')],
  ['[code]http://a.b[/code]', codeOf('<code>', 'http://a.b')],
  ['[code][code]x[/code]', codeOf('<code>', '[code]x')],
  [
    '[noparse][b]x[/b]\nhttp://a.b[/noparse]',
    '<span class="bbcode-noparse">[b]x[/b]<br />http://a.b</span>',
  ],
  ['[code]x', '[code]x'],
];

function aligned(side: string, text: string): string {
  return `<div style="text-align:${side}">${text}</div>`;
}

function quoteOf(attributes: string, author: string, text: string): string {
  return `<blockquote class="bbcode-quote" ${attributes}><cite>${author}</cite>${text}</blockquote>`;
}

function codeOf(element: string, text: string): string {
  return `<pre class="bbcode-code">${element}${text}</code></pre>`;
}

const lists: [string, string][] = [
  ['[list]\n[*]a\n[*]b\n[/list]', '<ul><li>a</li><li>b</li></ul>'],
  ['[list][*]a[/*][*]b[/list]', '<ul><li>a</li><li>b</li></ul>'],
  ['[list=1][*]a[/list]', '<ol type="1"><li>a</li></ol>'],
  ['[list=a][*]a[/list]', '<ol type="a"><li>a</li></ol>'],
  ['[list=x][*]a[/list]', '[list=x][*]a[/list]'],
  ['[list]a [b]b[/b][/list]', '<ul><li>a <strong>b</strong></li></ul>'],
  ['[list][*]a[list][*]b[/list][*]c[/list]', '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'],
  ['[list][*][b]a[*]b[/list]', '<ul><li><strong>a</strong></li><li>b</li></ul>'],
  ['[*]a', '[*]a'],
  [
    '[list][*][quote]a[*]b[/quote][/list]',
    '<ul><li><blockquote class="bbcode-quote">a[*]b</blockquote></li></ul>',
  ],
  ['[table]\n[tr]\n[td]a[/td]\n[th]b[/th]\n[/tr]\n[/table]', tableOf('<td>a</td><th>b</th>')],
  ['[table][tr][td]a[td]b[/table]', tableOf('<td>a</td><td>b</td>')],
  ['[TABLE="class: grid"]a[/TABLE]', tableOf('<td>a</td>')],
  ['[td]a[/td]', '[td]a[/td]'],
  ['[tr]a[/tr]', '[tr]a[/tr]'],
];

function tableOf(row: string): string {
  return `<table class="bbcode-table"><tbody><tr>${row}</tr></tbody></table>`;
}

const repairs: [string, string][] = [
  ['[b]x', '<strong>x</strong>'],
  ['x[/b]', 'x[/b]'],
  ['[b][i]x[/b]y[/i]', '<strong><em>x</em></strong>y[/i]'],
  ['[b][quote]x[/b]y[/quote]z', `<strong>${bare('x[/b]y')}z</strong>`],
  ['[quote][b]x[/quote]y', `${bare('<strong>x</strong>')}y`],
  ['[quote][quote]x[/quote]', bare(bare('x'))],
  ['[unknown]x[/unknown]', '[unknown]x[/unknown]'],
  ['[constructor]x[/constructor]', '[constructor]x[/constructor]'],
  ['[b=1]x[/b]', '[b=1]x[/b]'],
  ['[', '['],
  ['[]', '[]'],
  ['[[b]]x[[/b]]', '[<strong>]x[</strong>]'],
  ['a < b > c & "d" \'e\'', 'a &lt; b &gt; c &amp; &quot;d&quot; &#39;e&#39;'],
  ['&lt;', '&amp;lt;'],
  ['a\r\nb\rc\nd', 'a<br />b<br />c<br />d'],
  ['a\n[quote]\nb\n[/quote]\nc', `a${bare('b')}c`],
  ['a\n\n[quote]b[/quote]\n\nc', `a<br />${bare('b')}<br />c`],
  ['a\u0000b\u0007\ufffec', 'abc'],
  ['java\u0000script', 'javascript'],
  ['a\ud800b', 'a\ufffdb'],
  ['\udc00😀', '\ufffd😀'],
  ['', ''],
];

function bare(text: string): string {
  return `<blockquote class="bbcode-quote">${text}</blockquote>`;
}

const tables = { inline, links, media, blocks, lists, repairs };

describe.each(Object.entries(tables))('%s', (_name, cases) => {
  test.each(cases)('%j becomes %j', (bbcode, html) => {
    expect(renderHtml(bbcode)).toBe(html);
    assertStrictHtml(html);
  });
});

describe('bare addresses', () => {
  test.each([
    ['see www.example.org.', 'see ', 'www.example.org', '.'],
    ['(WWW.Example.org/a_(b)?c=1&d#e)', '(', 'WWW.Example.org/a_(b)?c=1&amp;d#e', ')'],
    ['siehe www.müller.de, da', 'siehe ', 'www.müller.de', ', da'],
    ['“www.a.b”', '“', 'www.a.b', '”'],
    ['www.a.b:8080/c', '', 'www.a.b:8080/c', ''],
    ['www.a.b/@ann', '', 'www.a.b/@ann', ''],
  ])('%j is linked without a scheme, as http', (bbcode, before, shown, after) => {
    const html = renderHtml(bbcode);
    expect(html).toBe(`${before}<a href="http://${shown}" ${REL}>${shown}</a>${after}`);
    assertStrictHtml(html);
  });

  test.each([
    'www.',
    'www.a',
    'www..org',
    'www.-a.org',
    'awww.cute.com',
    'émwww.a.b',
    'ann@www.example.org',
    'www.example.org@evil.example',
    'www.example.org:pw@evil.example/x',
    'ftp://www.example.org',
    'javascript:www.a.b',
    '//www.a.b',
    '\\\\www.a.b',
    'www\u200b.a.b',
    'www.a\u202e.b',
    '[code]www.a.b[/code]',
  ])('%j is not linked', (bbcode) => {
    const html = renderHtml(bbcode);
    expect(html).not.toContain('href');
    assertStrictHtml(html);
  });

  test.each([
    ['[url=http://c.d]www.a.b[/url]', `<a href="http://c.d" ${REL}>www.a.b</a>`],
    ['www.a.b"onclick=x', `<a href="http://www.a.b" ${REL}>www.a.b</a>&quot;onclick=x`],
    ['www.a.b<script>', `<a href="http://www.a.b" ${REL}>www.a.b</a>&lt;script&gt;`],
  ])('%j ends at its markup', (bbcode, html) => {
    expect(renderHtml(bbcode)).toBe(html);
  });

  test('many of them, whole or begun, take no time', () => {
    for (const text of ['www.', 'www.a.', 'www.a@', 'www.a-', `www.${'a'.repeat(60)}`]) {
      const started = performance.now();
      renderHtml(text.repeat(20_000));
      expect(performance.now() - started).toBeLessThan(2000);
    }
  });

  test.each([
    ['see http://a.b/c.', 'http://a.b/c', '.'],
    ['see https://a.b/(c)', 'https://a.b/(c)', ''],
    ['see HTTP://A.B), d', 'HTTP://A.B', '), d'],
    ['see http://a.b/c?!', 'http://a.b/c', '?!'],
  ])('%j links %j', (bbcode, url, after) => {
    expect(renderHtml(bbcode)).toBe(`see <a href="${url}" ${REL}>${url}</a>${after}`);
  });

  test.each([
    ['“http://a.b/c”', '“', 'http://a.b/c', '”'],
    ['«http://a.b/c»', '«', 'http://a.b/c', '»'],
    ['‘http://a.b/c’ ', '‘', 'http://a.b/c', '’ '],
    ['（http://a.b/c）', '（', 'http://a.b/c', '）'],
    ['「http://a.b/c」', '「', 'http://a.b/c', '」'],
    ['http://a.b/c。次', '', 'http://a.b/c', '。次'],
    ['http://a.b/c，次', '', 'http://a.b/c', '，次'],
    ['http://a.b/c！', '', 'http://a.b/c', '！'],
    ['http://a.b/c…', '', 'http://a.b/c', '…'],
    ['http://a.b/c—it', '', 'http://a.b/c', '—it'],
    ['http://a.b/c،', '', 'http://a.b/c', '،'],
    ['http://a.b/c؟', '', 'http://a.b/c', '؟'],
    ['http://a.b/c।', '', 'http://a.b/c', '।'],
    ['http://a.b/c–', '', 'http://a.b/c', '–'],
    ['http://a.b/M–M_test', '', 'http://a.b/M–M_test', ''],
    ['http://a.b/ジョン・レノン', '', 'http://a.b/ジョン・レノン', ''],
    ['http://a.b/n’n', '', 'http://a.b/n’n', ''],
    ['http://a.b/?c[]=1&d[0]=2', '', 'http://a.b/?c[]=1&d[0]=2', ''],
    ['[http://a.b/c]', '[', 'http://a.b/c', ']'],
    ['http://a.b/c[', '', 'http://a.b/c', '['],
    ['http://a.b/c[/i]', '', 'http://a.b/c', '[/i]'],
    ['http://[2001:db8::1]:80/c', '', 'http://[2001:db8::1]:80/c', ''],
  ])('in %j are known in any script', (bbcode, before, url, after) => {
    const link = `<a href="${url.replaceAll('&', '&amp;')}" ${REL}>${url.replaceAll('&', '&amp;')}</a>`;
    expect(renderHtml(bbcode)).toBe(before + link + after);
  });

  test('with a comma of their script between them are two', () => {
    const [one, two] = ['http://a.b/c', 'http://a.b/d'];
    expect(renderHtml(`${one}、${two}`)).toBe(
      `<a href="${one}" ${REL}>${one}</a>、<a href="${two}" ${REL}>${two}</a>`,
    );
  });

  test.each(['xhttp://a.b', 'http://', 'http:///x', 'javascript:alert(1)'])(
    '%j stays text',
    (bbcode) => {
      expect(renderHtml(bbcode)).toBe(bbcode);
    },
  );

  test('stay text when the option is off', () => {
    expect(renderHtml('http://a.b', { autolink: false })).toBe('http://a.b');
  });
});

test('a parsed tree renders like its source', () => {
  const bbcode = '[list][*][b]x[/b] http://a.b[/list]';
  expect(renderHtml(parse(bbcode))).toBe(renderHtml(bbcode));
});
