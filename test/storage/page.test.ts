import { describe, expect, test } from '@jest/globals';
import { decodePage, readPage } from '../../src/storage/page.ts';
import { effortOf } from '../support/effort.ts';

describe('a page', () => {
  test.each<[string, string, Partial<ReturnType<typeof readPage>>]>([
    ['a title', '<html><title> A &amp; B\n&#8364; </title>', { title: 'A & B €' }],
    [
      'og: tags before others',
      `<title>x</title><meta property="og:title" content='Better &lt;b&gt;'><meta name=description content=plain>
        <META content="Much &quot;better&quot;" PROPERTY=OG:description>`,
      { title: 'Better <b>', description: 'Much "better"' },
    ],
    ['an empty og:title', '<meta property="og:title" content=""><title>T</title>', { title: 'T' }],
    [
      'pictures, the named one first',
      '<img src="/a.png"><img alt=x src=b.png><img src="/a.png"><meta property="og:image" content="c.png">',
      { images: ['c.png', '/a.png', 'b.png'] },
    ],
    [
      'no tags in scripts, styles and comments',
      '<script>"<title>no</title>"</script><!-- <title>no</title> --><style><title>no</title></style><title>Yes</title>',
      { title: 'Yes' },
    ],
    ['what is decoded once', '<meta name=description content="&amp;lt;">', { description: '&lt;' }],
    [
      'characters that are none',
      '<title>&#0;&#xD800;&#9999999;&unknown;</title>',
      { title: '\ufffd\ufffd\ufffd&unknown;' },
    ],
  ])('tells %s', (_, html, expected) => {
    expect(readPage(html)).toMatchObject(expected);
  });

  test.each([
    ['nothing', ''],
    ['no HTML', '\0\xff<<<>>><'],
    ['an open comment', '<!-- <title>x</title>'],
    ['an open script', '<script><title>x</title>'],
    ['an open tag', '<meta property="og:title content=x'],
  ])('of %s tells nothing', (_, html) => {
    expect(readPage(html)).toEqual({ title: '', description: '', images: [] });
  });

  test.each([
    '<meta ',
    '<meta a="',
    "<img '",
    '<',
    '<!--',
    '<script ',
    '<title>',
    '<img src=x>',
    '&#',
  ])('of two megabytes of %s takes no time', async (part) => {
    const html = part.repeat(2_000_000 / part.length);
    const effort = await effortOf(() => {
      expect(readPage(html).images.length).toBeLessThanOrEqual(20);
    });
    expect(effort).toBeLessThan(1_500);
  });

  test('is read in the encoding that it names', () => {
    const latin = Buffer.from('<meta charset="iso-8859-1"><title>Gr\xfc\xdfe</title>', 'latin1');
    expect(readPage(decodePage(latin)).title).toBe('Grüße');
    const unknown = Buffer.from('<meta charset=nonsense><title>Grüße</title>');
    expect(readPage(decodePage(unknown)).title).toBe('Grüße');
  });
});
