import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outputsOf } from './outputs.ts';
import { ContractError } from './problems.ts';

// tsx src/reference/main.ts [--check] [root]

/** Writes every generated file that differs. @returns the paths written */
function write(root: string, outputs: ReadonlyMap<string, string>): readonly string[] {
  const paths = staleFiles(root, outputs);
  for (const path of paths) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), outputs.get(path) ?? '');
  }
  return paths;
}

function staleFiles(root: string, outputs: ReadonlyMap<string, string>): readonly string[] {
  return [...outputs]
    .filter(([path, text]) => current(join(root, path)) !== text)
    .map(([path]) => path);
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function run(args: readonly string[]): number {
  const root =
    args.find((arg) => !arg.startsWith('-')) ?? fileURLToPath(new URL('../..', import.meta.url));
  const outputs = outputsOf(root);
  if (!args.includes('--check')) {
    for (const path of write(root, outputs)) console.log(`written: ${path}`);
    return 0;
  }
  const stale = staleFiles(root, outputs);
  for (const path of stale) console.error(`${path} is stale: run \`npm run reference\``);
  return stale.length === 0 ? 0 : 1;
}

try {
  process.exitCode = run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
