import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { manifest } from '../../src/call/manifest.ts';
import { type NotOffered, notOffered } from '../../src/reference/not-offered.ts';

const names = notOffered.flatMap((entry) =>
  entry.methods.length === 0
    ? [`${entry.class}.*`]
    : entry.methods.map((method) => `${entry.class}.${method}`),
);

function isMeant(entry: NotOffered, name: string, method: string): boolean {
  const sameClass =
    entry.class === 'content_*' ? name.startsWith('content_') : entry.class === name;
  return sameClass && (entry.methods.length === 0 || entry.methods.includes(method));
}

test('what is said not to be offered is not offered', () => {
  const offered = manifest.filter((spec) =>
    notOffered.some((entry) => isMeant(entry, spec.class, spec.method)),
  );
  expect(offered.map((spec) => `${spec.class}.${spec.method}`)).toEqual([]);
});

test('nothing is said twice', () => {
  expect(names).toEqual([...new Set(names)]);
});

test('a reason that names another method names one that there is', () => {
  const all = new Set(manifest.map((spec) => `${spec.class}.${spec.method}`));
  const named = notOffered.flatMap(({ reason }) => reason.match(/\b[a-z_]+\.[a-zA-Z]+\b/g) ?? []);
  expect(named.filter((name) => !all.has(name))).toEqual([]);
  const own = notOffered.flatMap(({ class: name, reason }) =>
    [...reason.matchAll(/(?:See|and) ([a-z]+[A-Z]\w+)\b(?!\.\w)/g)].map(([, method = '']) =>
      name === 'content_*' ? `content_text.${method}` : `${name}.${method}`,
    ),
  );
  expect(own.filter((name) => !all.has(name))).toEqual([]);
});

test('the page lists all of it', () => {
  const page = readFileSync('api.php.md', 'utf8');
  const chapter = page.slice(page.indexOf('\n## Methods not offered\n'));
  for (const { class: name, methods, reason } of notOffered) {
    for (const method of methods.length === 0 ? ['all'] : methods)
      expect(chapter).toContain(
        `| \`${name}\` | ${method === 'all' ? 'all' : `\`${method}\``} | ${reason} |`,
      );
  }
});
