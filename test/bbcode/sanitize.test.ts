import { describe, expect, test } from '@jest/globals';
import { parseHtml } from '../../src/bbcode/html-tree.ts';
import { renderHtml } from '../../src/bbcode/html.ts';
import { sanitizeHtml } from '../../src/bbcode/sanitize.ts';

describe('what could harm goes', () => {
  // the ways in that the OWASP's cheat sheet on XSS filters tells
  test.each([
    ['<script>alert(1)</script>x', 'x'],
    ['<img src=x onerror=alert(1)>', ''],
    ['<img src="https://a.example/a.png" onerror="x" />', '<img src="https://a.example/a.png" />'],
    ['<a href="javascript:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="java&#x09;script:alert(1)">x</a>', '<a>x</a>'],
    ['<a href="data:text/html,x">x</a>', '<a>x</a>'],
    ['<svg><script>x</script></svg>y', 'y'],
    ['<iframe src="https://a.example/"></iframe>x', 'x'],
    ['<form action="/x"><input name="y">z</form>', 'z'],
    ['<style>p{color:red}</style>x', 'x'],
    ['<p onclick="x" id="y" class="z">w</p>', '<p>w</p>'],
    ['<p style="position:fixed;color:red">x</p>', '<p style="color:red">x</p>'],
    ['<p style="background-color:url(https://a.example/)">x</p>', '<p>x</p>'],
    ['<p style="font-size:999px">x</p>', '<p>x</p>'],
    ['<!-- x --><b>y', '<b>y</b>'],
  ])('%j', (html, safe) => {
    expect(sanitizeHtml(html)).toBe(safe);
  });

  test('a link says that the board does not vouch for it, whatever it said', () => {
    expect(sanitizeHtml('<a href="https://a.example/" rel="me" target="_top">x</a>')).toBe(
      '<a href="https://a.example/" rel="nofollow noopener ugc">x</a>',
    );
  });
});

describe('what is harmless stays', () => {
  test.each([
    '<h2>x</h2><p>a <em>b</em> <strong>c</strong> &amp; d</p><ul><li>e</li></ul>',
    '<table><tbody><tr><td colspan="2">x</td></tr></tbody></table>',
    '<figure><img src="https://a.example/a.png" alt="a" /><figcaption>x</figcaption></figure>',
  ])('%s', (html) => {
    expect(sanitizeHtml(html)).toBe(html);
  });

  test.each([
    '[b]a[/b] [color=red]b[/color] [size=3]c[/size] [font=Arial]d[/font]',
    '[quote=alice;27]a[/quote][center]b[/center][list=1][*]c[/list]',
    '[url=https://a.example/?b&c]d[/url] [user=3]alice[/user] [img]https://a.example/a.png[/img]',
    '[code]a < b[/code][attach]n12[/attach][table][tr][td]x[/td][/tr][/table]',
    '[spoiler=a]b[/spoiler]',
  ])('the HTML of %s', (bbcode) => {
    const html = renderHtml(bbcode);
    expect(parseHtml(sanitizeHtml(html))).toEqual(parseHtml(html));
  });

  test('of what is cleaned already nothing goes', () => {
    const once = sanitizeHtml('<p>a<b>b<script>c</script></p><a href=x.example/y>d</a> & e');
    expect(sanitizeHtml(once)).toBe(once);
  });
});

test.each(['<b>', '<a href=', '<p style="', '<!--', '&#', '<table><tr>'])(
  'many of %j take no long time',
  (part) => {
    const started = performance.now();
    sanitizeHtml(part.repeat(Math.min(10_000, Math.floor(80_000 / part.length))));
    expect(performance.now() - started).toBeLessThan(3_000);
  },
);
