import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

const root = join(import.meta.dirname, '../..');
const rules = join(root, '.dependency-cruiser.json');
const { forbidden } = JSON.parse(readFileSync(rules, 'utf8')) as { forbidden: { name: string }[] };

/** The smallest wrong import of each fence: the file that imports, and what. */
const wrong: Readonly<Record<string, readonly [from: string, to: string]>> = {
  'no-circular': ['src/a.ts', 'src/b.ts'],
  'protocol-stands-alone': ['src/protocol/a.ts', 'src/clock.ts'],
  'bbcode-stands-alone': ['src/bbcode/a.ts', 'src/clock.ts'],
  'client-knows-protocol-only': ['src/client/a.ts', 'src/clock.ts'],
  'express-stays-at-the-door': ['src/call/express.ts', 'express'],
  'drivers-stay-below': ['src/call/knex.ts', 'knex'],
  'services-hold-a-handle': ['src/services/handle.ts', 'src/db/open.ts'],
  'library-decides-nothing': ['src/library/node/a.ts', 'src/rules/rights/a.ts'],
  'library-stores-no-files': ['src/library/files/a.ts', 'src/storage/a.ts'],
  'shapes-ask-nobody': ['src/shapes/a.ts', 'src/rules/rights/a.ts'],
  'rules-serve-every-class': ['src/rules/reading/a.ts', 'src/services/site.ts'],
  'rights-come-first': ['src/rules/rights/b.ts', 'src/rules/reading/b.ts'],
  'reading-knows-no-writing': ['src/rules/reading/c.ts', 'src/rules/writing/a.ts'],
  'ways-in-know-no-services': ['src/dialects/own/a.ts', 'src/services/site.ts'],
  'calls-know-no-http': ['src/call/http.ts', 'src/http/send.ts'],
  'classes-import-no-other': ['src/services/node/a.ts', 'src/services/user/a.ts'],
  'legacy-methods-stand-alone': [
    'src/dialects/vbulletin/legacy/methods/a.ts',
    'src/dialects/vbulletin/legacy/methods/b.ts',
  ],
  'http-knows-no-dialect': ['src/http/a.ts', 'src/dialects/own/b.ts'],
  'migrations-are-frozen': ['migrations/0001_a.ts', 'src/clock.ts'],
  'not-to-dev-dep': ['src/call/dev.ts', 'prettier'],
};

/** Imports that come near the fences and are right. */
const right: readonly (readonly [from: string, to: string])[] = [
  ['src/protocol/b.ts', 'src/protocol/c.ts'],
  ['src/http/express.ts', 'express'],
  ['src/library/user/knex.ts', 'knex'],
  ['src/services/user/b.ts', 'src/db/db.ts'],
  ['src/services/node/b.ts', 'src/services/node/c.ts'],
  ['src/dialects/own/c.ts', 'src/shapes/b.ts'],
  ['src/reference/dev.ts', 'prettier'],
  ['migrations/0002_b.ts', 'migrations/frozen/a.ts'],
];

let tree: string;

function save(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), text);
}

function imports(from: string, to: string): void {
  const isFile = to.endsWith('.ts');
  const path = isFile ? `./${relative(dirname(from), to)}` : to;
  save(from, `import { x } from '${path}';\nexport const y = x;\n`);
}

/** A project of its own, in which every file imports one other. */
function plant(): void {
  const edges = [...Object.values(wrong), ...right];
  for (const [, to] of edges) {
    if (to.endsWith('.ts')) save(to, 'export const x = 1;\n');
    else {
      save(`node_modules/${to}/package.json`, '{ "main": "index.js" }');
      save(`node_modules/${to}/index.js`, 'exports.x = 1;\n');
    }
  }
  for (const [from, to] of edges) imports(from, to);
  imports('src/b.ts', 'src/a.ts');
  save('package.json', readFileSync(join(root, 'package.json'), 'utf8'));
  save('tsconfig.json', readFileSync(join(root, 'tsconfig.json'), 'utf8'));
}

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What the lint finds, as `rule: file`. */
function findings(): string[] {
  const command = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const args = [command, 'src', 'migrations', '--config', rules, '--output-type', 'json'];
  const { stdout } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' });
  const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
  return summary.violations.map(({ from, rule }) => `${rule.name}: ${from}`);
}

beforeAll(() => {
  tree = mkdtempSync(join(tmpdir(), 'fences-'));
  plant();
});

afterAll(() => {
  rmSync(tree, { recursive: true });
});

describe('the fences between the folders', () => {
  test('are each tried here', () => {
    expect(Object.keys(wrong).sort()).toEqual(forbidden.map(({ name }) => name).sort());
  });

  test('refuse a wrong import, each its own, and no right one', () => {
    const expected = Object.entries(wrong).map(([name, [from]]) => `${name}: ${from}`);
    expect(findings().sort()).toEqual(expected.sort());
  });
});
