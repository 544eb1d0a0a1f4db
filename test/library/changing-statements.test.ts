import { expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const change = /\b(?:update|delete from)\s+"?\w+"?[^`;]*?\bwhere\s+\w+\s+in\s+\(\s*select\b/gs;

test('no statement changes or deletes rows that only a subquery names: MariaDB reads and locks the whole table for it', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  const found = files.flatMap((name) => {
    const text = readFileSync(join('src', name), 'utf8');
    return (text.match(change) ?? []).map((statement) => `${name}: ${statement}`);
  });
  expect(found).toEqual([]);
});
