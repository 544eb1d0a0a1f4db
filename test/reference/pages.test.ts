import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../src/bbcode/html.ts';
import { TAGS } from '../../src/bbcode/tags.ts';
import { printAnswer } from '../../src/reference/answer.ts';
import { firstSentence } from '../../src/reference/emit-class.ts';
import { rebased } from '../../src/reference/places.ts';

const page = readFileSync('api.php.md', 'utf8');

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

describe('a line of the index', () => {
  test.each([
    ['Reads one node.\nIts parents come first.', 'Reads one node.'],
    ['Lists them: see getMoreNodes.', 'Lists them: see getMoreNodes.'],
    ['Who am I? A guest has the userid 0.', 'Who am I?'],
    ['Pages of 2.5 lines are cut, e.g. these. More.', 'Pages of 2.5 lines are cut, e.g. these.'],
    ['Adds a poll\n\nand more', 'Adds a poll'],
    ['Signpost extension. Lifts bans.', 'Lifts bans.'],
  ])('is the first sentence of %j', (doc, line) => {
    expect(firstSentence(doc)).toBe(line);
  });
});

test('links begin at the root, and are made for the page on which they stand', () => {
  const text =
    '[a](docs/search.md#words), [b](docs/reference/node.md#nodelist), [c](https://example.org/a.md), [d](#d)';
  expect(rebased(text, 'docs/reference/node.md')).toBe(
    '[a](../search.md#words), [b](#nodelist), [c](https://example.org/a.md), [d](#d)',
  );
  expect(rebased(text, 'api.php.md')).toBe(text);
});
