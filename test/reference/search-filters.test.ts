import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { reference } from '../support/reference.ts';

const folders = ['src/library/search', 'src/services/search'];

function textOf(folder: string): string {
  return readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

test('callers are told of every filter that a search reads', () => {
  const read = folders.flatMap((folder) =>
    [...textOf(folder).matchAll(/\bgiven(?:\.get)?\('(\w+)'\)/g)].map(([, name = '']) => name),
  );
  const from = reference.indexOf('\n## Type SearchFilters\n');
  const section = reference.slice(from, reference.indexOf('\n## ', from + 1));
  const told = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name = '']) => name);
  expect(told).toContain('keywords');
  expect([...new Set(read)].filter((name) => !told.includes(name))).toEqual([]);
});
