import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../src/bbcode/html.ts';
import { TAGS } from '../../src/bbcode/tags.ts';
import { printAnswer } from '../../src/reference/answer.ts';
import { slugOf } from '../../src/reference/slug.ts';

const page = readFileSync('api.php.md', 'utf8');
/** Headings as a reader's program finds them: not those in blocks of code. */
const prose = page.replace(/^```[\s\S]*?^```/gm, '');
const headings = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);

test('every link of api.php.md leads to one heading', () => {
  const slugs = headings.map(slugOf);
  expect(slugs.filter((slug, index) => slugs.indexOf(slug) !== index)).toEqual([]);
  const links = [...prose.matchAll(/\]\(#([^)]+)\)/g)].map(([, slug = '']) => slug);
  expect(links.length).toBeGreaterThan(700);
  expect([...new Set(links)].filter((slug) => !slugs.includes(slug))).toEqual([]);
});

test('the links of README lead to files and headings that there are', () => {
  const links = [...readFileSync('README.md', 'utf8').matchAll(/\]\(([^)]+)\)/g)];
  for (const [, link = ''] of links.filter(([, to = '']) => !to.startsWith('http'))) {
    const [path = '', slug] = link.split('#');
    const text = readFileSync(path === '' ? 'README.md' : path, 'utf8');
    const there = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading));
    if (slug !== undefined) expect(there).toContain(slug);
  }
});

describe('the chapter on BBCodes', () => {
  const chapter = page.slice(page.indexOf('\n## BBCodes'), page.indexOf('\n## Errors'));
  const rows = [...chapter.matchAll(/^\| `(.+)` \| `(.+)` \|$/gm)];

  test('shows every tag with the HTML that the board makes of it', () => {
    expect(rows).toHaveLength(Object.keys(TAGS).length);
    for (const [, bbcode = '', html] of rows) expect(renderHtml(bbcode)).toBe(html);
  });

  test('shows no tag that stays text', () => {
    for (const [, , html] of rows.filter(([, bbcode = '']) => !bbcode.startsWith('[noparse')))
      expect(html).not.toMatch(/\[\/?[a-z]/);
  });
});

describe('a printed answer', () => {
  test('shows the first item of a list and of what is keyed by id', () => {
    expect(printAnswer({ ids: [1, 2], names: { 3: 'alice', 4: 'bob' } })).toBe(
      '{\n  "ids": [\n    1,\n    …\n  ],\n  "names": {\n    "3": "alice",\n    …\n  }\n}',
    );
  });

  test('tells no token, and cuts long texts between characters', () => {
    const secret = 'c3a9e1740b5d4f268e90d7b6a1f2358c';
    expect(printAnswer(secret)).toBe('"0123…"');
    expect(printAnswer('🚆'.repeat(80))).toBe(`"${'🚆'.repeat(70)}…"`);
  });
});
