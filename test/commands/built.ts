import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformFileSync } from '@swc/core';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The path of `signpost`, built from the sources once a run. A process that compiled them itself would take four times as
 * long to start, and these tests start dozens.
 */
export function builtMain(): string {
  const { TEST_RUN_FOLDER: folder } = process.env;
  if (folder === undefined) throw new Error('test/support/setup.js has not run');
  const built = join(folder, 'built');
  if (!existsSync(built)) build(folder, built);
  return join(built, 'dist/src/main.js');
}

/** It appears as a whole: another worker may build at the same time, and whoever comes first is right. */
function build(folder: string, built: string): void {
  const draft = mkdtempSync(join(folder, 'building-'));
  for (const name of ['package.json', 'api.php.md', 'node_modules'])
    symlinkSync(join(root, name), join(draft, name));
  for (const base of ['src', 'migrations'])
    for (const file of readdirSync(join(root, base), { encoding: 'utf8', recursive: true }))
      buildFile(join(base, file), join(draft, 'dist'));
  try {
    renameSync(draft, built);
  } catch (error) {
    if (!existsSync(built)) throw error;
    rmSync(draft, { recursive: true });
  }
}

function buildFile(file: string, to: string): void {
  const source = join(root, file);
  if (!statSync(source).isFile()) return;
  const target = join(to, file.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  if (file.endsWith('.ts')) writeFileSync(target, compiled(source));
  else copyFileSync(source, target);
}

/** The compiler's types do not know of the extensions. */
const jsc = {
  target: 'es2022',
  parser: { syntax: 'typescript' },
  rewriteRelativeImportExtensions: true,
} as const;

function compiled(source: string): string {
  return transformFileSync(source, { swcrc: false, jsc, module: { type: 'es6' } }).code;
}
