import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { describeSettings } from '../../src/config.ts';
import { driverFor } from '../../src/db/sqlite/open.ts';

/** What serves a board in other ways than `npm start` must not drift away from it. */

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}

const { scripts, engines, dependencies } = JSON.parse(read('package.json')) as {
  readonly scripts: { readonly start: string };
  readonly engines: { readonly node: string };
  readonly dependencies: { readonly 'better-sqlite3': string };
};
const command = scripts.start.replace(/^exec /, '').split(' ');

test('a container runs the command of npm start', () => {
  const [, list = '[]'] = /^CMD (.*)$/m.exec(read('Dockerfile')) ?? [];
  expect(JSON.parse(list)).toEqual(command);
});

test('a unit of systemd runs the command of npm start', () => {
  const [, line = ''] = /^ExecStart=(.*)$/m.exec(read('deploy/signpost.service')) ?? [];
  const words = line.split(' ').map((word) => word.replace(/^\/usr\/bin\/|^\/opt\/signpost\//, ''));
  expect(words).toEqual(command);
});

test('all settings that a container is given are settings', () => {
  const known = describeSettings();
  const given = [
    ...(/^ENV (.*)$/m.exec(read('Dockerfile'))?.[1] ?? '').matchAll(/([A-Z_]+)=/g),
    ...(/ {2}environment:\n((?: {4}.*\n)+)/.exec(read('deploy/compose.yml'))?.[1] ?? '').matchAll(
      /^ {4}([A-Z_]+):/gm,
    ),
  ].map(([, name = '']) => name);
  expect(given.length).toBeGreaterThan(8);
  expect(given.filter((name) => !known.includes(`  ${name} `))).toEqual([]);
});

test('workflows try every release of Node.js that is named', () => {
  const named = [...engines.node.matchAll(/(\d+)\.\d+\.\d+/g)].map(([, major]) => major);
  const [, tried = ''] = /node: \[(.*)\]/.exec(read('.github/workflows/test.yml')) ?? [];
  expect(tried.split(', ')).toEqual(expect.arrayContaining(named));
});

test('the two releases of the SQLite driver are exact, and the same everywhere', () => {
  const [older = '', newer = ''] = dependencies['better-sqlite3'].split(' || ');
  expect([older, newer].join()).toMatch(/^12\.\d+\.\d+,13\.\d+\.\d+$/);
  expect(driverFor('v20.19.0', newer)).toBe(older);
  expect(driverFor('v24.0.0', older)).toBe(newer);
  for (const [node, driver] of [
    ['v20.19.0', older],
    ['v22.14.0', older],
    ['v22.14.0', newer],
    ['v24.0.0', newer],
  ] as const)
    expect(driverFor(node, driver)).toBeUndefined();
  for (const path of ['README.md', 'Dockerfile', '.ci/run'])
    expect(read(path)).toContain(`better-sqlite3@${newer}`);
});
