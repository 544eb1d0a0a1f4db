import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from '@jest/globals';

/** What a file imports when it is loaded; what it imports later, and types, are left out. */
function importsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const found = source.matchAll(/^(?:import|export)(?! type)[^'"]*?from '([^']+)'/gm);
  return [...found].map(([, name = '']) =>
    name.startsWith('.') ? resolve(file, '..', name) : name,
  );
}

/** All files and packages that are loaded with a file. */
function loadedWith(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  if (file.endsWith('.ts')) for (const name of importsOf(file)) loadedWith(name, seen);
  return seen;
}

test('a command that needs no database loads none, nor the server', () => {
  const loaded = loadedWith(resolve('src/main.ts'));
  expect(loaded).toContain(resolve('src/commands/call.ts'));
  expect(loaded).toContain('commander');
  for (const heavy of ['knex', 'better-sqlite3', 'express', 'nodemailer', 'prom-client', 'pino'])
    expect(loaded).not.toContain(heavy);
  expect(loadedWith(resolve('src/commands/start.ts'))).toContain('express');
});
