import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { slugOf } from '../../src/reference/slug.ts';
import { pagesIn, referencePages } from '../support/reference.ts';

const pages = [...readdirSync('.').filter((name) => name.endsWith('.md')), ...pagesIn('docs')];

/** A page as a reader's program sees it: without blocks of code. */
function proseOf(path: string): string {
  return readFileSync(path, 'utf8').replace(/^```[\s\S]*?^```/gm, '');
}

const headings = new Map(
  pages.map((path) => [
    path,
    [...proseOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => slugOf(heading)),
  ]),
);

/** Links to files and headings; addresses of the web are left out. */
function linksOf(path: string): readonly string[] {
  const prose = proseOf(path).replace(/`[^`\n]*`/g, '');
  const links = [...prose.matchAll(/\]\(([^)\s]*)\)/g)].map(([, to = '']) => to);
  return [...new Set(links)].filter((to) => !/^\w+:/.test(to));
}

/** What is wrong with a link; nothing when it leads to a file, and to a heading of it. */
function problemOf(path: string, to: string): string | undefined {
  const [file = '', slug] = to.split('#');
  const target = file === '' ? path : normalize(join(dirname(path), file));
  if (!existsSync(target)) return `${path}: there is no ${to}`;
  if (slug === undefined) return file === '' ? `${path}: an empty link` : undefined;
  return headings.get(target)?.includes(slug) === true
    ? undefined
    : `${path}: no heading for ${to}`;
}

describe('every link leads to a file and a heading that there are', () => {
  test.each(pages)('%s', (path) => {
    expect(linksOf(path).flatMap((to) => problemOf(path, to) ?? [])).toEqual([]);
  });
});

test('no two headings of a page of the reference have the same anchor', () => {
  for (const path of referencePages.keys()) {
    const own = headings.get(path) ?? [];
    expect([path, own.filter((slug, index) => own.indexOf(slug) !== index)]).toEqual([path, []]);
  }
});

test('every page of the reference and of docs is linked from the page that people read first, or from README', () => {
  const first = ['README.md', 'api.php.md'];
  const linked = new Set(
    first.flatMap((path) => linksOf(path).map((to) => to.replace(/#.*$/, ''))),
  );
  const reached = new Set(
    [...linked]
      .filter((path) => path.startsWith('docs/') && path.endsWith('.md'))
      .flatMap((path) => [
        path,
        ...linksOf(path).map((to) => normalize(join(dirname(path), to.replace(/#.*$/, '')))),
      ]),
  );
  expect(pagesIn('docs').filter((path) => !reached.has(path))).toEqual([]);
});
