import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../src/bbcode/html.ts';
import { parse } from '../../src/bbcode/parse.ts';
import { preview, quoteText, renderPlain } from '../../src/bbcode/plain.ts';

describe('plain text', () => {
  test.each([
    ['[b]x[/b] [i]y[/i]', 'x y'],
    ['a < b & c', 'a < b & c'],
    ['a\nb', 'a\nb'],
    ['[url=http://a.b]x[/url]', 'x (http://a.b)'],
    ['[url]http://a.b[/url]', 'http://a.b'],
    ['[url=http://a.b]http://a.b[/url]', 'http://a.b'],
    ['[email=a@b.c]x[/email]', 'x (a@b.c)'],
    ['[img]http://a.b/c.png[/img]', 'http://a.b/c.png'],
    ['[attach]12[/attach]', 'Attachment 12'],
    ['[user=1]Ann[/user]', 'Ann'],
    ['a[hr]b', 'a\n---\nb'],
    ['[quote]a\n\nb[/quote]c', '> a\n>\n> b\nc'],
    ['[quote=Ann;1]a[quote]b[/quote][/quote]c', 'Ann:\n> a\n> > b\nc'],
    ['[list][*]a\nb[*]c[list][*]d[/list][/list]e', '- a\n  b\n- c\n  - d\ne'],
    ['[table][tr][td]a[/td][td]b[/td][/tr][tr][td]c[/td][/tr][/table]', 'a\tb\nc'],
    ['a[code]\n[b]x[/b]\n[/code]b', 'a\n[b]x[/b]\nb'],
    ['[noparse][b]x[/b][/noparse]', '[b]x[/b]'],
    ['[h1]a[/h1]b', 'a\nb'],
    ['a\u0000\ud800', 'a\ufffd'],
  ])('%j becomes %j', (bbcode, text) => {
    expect(renderPlain(bbcode)).toBe(text);
    expect(renderPlain(parse(bbcode))).toBe(text);
  });

  test('omitted tags go with their content', () => {
    expect(renderPlain('a[quote]b[/quote]c', { omit: ['quote'] })).toBe('a\nc');
  });

  test('maxLength cuts after a word', () => {
    expect(renderPlain('one two three', { maxLength: 9 })).toBe('one two…');
  });
});

describe('a preview', () => {
  test.each([
    ['[quote]a[/quote]b\n\nc', 10, 'b c'],
    ['[spoiler]he dies[/spoiler]end', 10, 'end'],
    ['one two three', 13, 'one two three'],
    ['one two three', 12, 'one two…'],
    ['one two three', 8, 'one two…'],
    ['one two three', 7, 'one…'],
    ['onetwothree', 5, 'onet…'],
    ['ab😀😀', 4, 'ab…'],
    ['ab😀😀', 5, 'ab😀…'],
    ['x👩‍👩‍👧y', 5, 'x…'],
    ['éééé'.normalize('NFD'), 4, 'é…'.normalize('NFD')],
    ['🇩🇪🇫🇷🇮🇹', 8, '🇩🇪…'],
    ['one', 1, '…'],
    ['one', 0, ''],
    ['one', -1, ''],
    ['one', NaN, ''],
    ['', 0, ''],
  ])('of %j in %d is %j', (bbcode, length, text) => {
    expect(preview(bbcode, length)).toBe(text);
  });
});

describe('the text to quote with', () => {
  test.each([
    ['hi', 'hi'],
    ['[b]hi[/b] ', '[b]hi[/b]'],
    ['[quote=X;1]old[quote]older[/quote][/quote]new', 'new'],
    ['a[quote]b[/quote]c', 'a\nc'],
    ['a[/quote]b', 'a b'],
    ['a[quote]b', 'a'],
    ['[code][/quote][/code]', '[code][/quote][/code]'],
    ['[quo[quote]x[/quote]te]', '[quo\nte]'],
    ['[/quo[/quote]te]', '[/quo te]'],
    ['[b]x[quote]y[/quote]z[/b]', '[b]x\nz[/b]'],
  ])('%j is quoted as %j', (rawtext, quoted) => {
    expect(quoteText({ author: 'Ann', nodeid: 12, rawtext })).toBe(
      `[QUOTE=Ann;12]${quoted}[/QUOTE]`,
    );
  });

  test.each([
    ['a]b', 'a)b'],
    ['a;9', 'a,9'],
    ['[/quote]', '(/quote)'],
    ['"Ann"', "'Ann'"],
    ["O'Brien", "O'Brien"],
    ["'Ann'", "'Ann'"],
    ['a\nb', 'a b'],
    ['<b>', '<b>'],
  ])('the author %j parses back as %j', (author, name) => {
    const [quote, ...rest] = parse(quoteText({ author, nodeid: 12, rawtext: 'x' })).children;
    expect(rest).toEqual([]);
    expect(quote).toMatchObject({ tag: 'quote', attributes: { author: name, nodeid: '12' } });
  });

  test('closing tags inside deep nesting do not end the quote early', () => {
    const rawtext = `${'[b]'.repeat(31)}[url]http://a.b/[/quote][/url][quote]x[/quote]`;
    const html = renderHtml(quoteText({ author: 'a', nodeid: 1, rawtext }));
    expect(html.endsWith('</blockquote>')).toBe(true);
  });
});
