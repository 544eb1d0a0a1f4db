import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ownFolders, sourcesOf } from './outputs.ts';
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

/** Files in our own folders that are no outputs any more. */
function leftovers(root: string, outputs: ReadonlyMap<string, string>): readonly string[] {
  return ownFolders
    .flatMap((folder) => filesIn(root, folder))
    .filter((path) => !outputs.has(path))
    .sort();
}

function filesIn(root: string, folder: string): readonly string[] {
  const options = { recursive: true, withFileTypes: true } as const;
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), options)
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).replaceAll(sep, '/'));
}

function current(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

const own = fileURLToPath(new URL('../..', import.meta.url));

/** The board can be asked only when the manifest is what its services say: so the answers come second. */
async function answersOf(root: string): Promise<ReadonlyMap<string, string>> {
  if (root !== own) return new Map();
  const { sampleAnswers } = await import('./answers.ts');
  return sampleAnswers();
}

async function run(args: readonly string[]): Promise<number> {
  const root = args.find((arg) => !arg.startsWith('-')) ?? own;
  const check = args.includes('--check');
  const sources = sourcesOf(root);
  const report = (paths: readonly string[]): void => {
    for (const path of paths) console.log(`written: ${path}`);
  };
  if (!check) report(write(root, sources.code));
  const outputs = new Map([...sources.code, ...sources.pages(await answersOf(root))]);
  const unwanted = leftovers(root, outputs);
  if (!check) {
    report(write(root, outputs));
    for (const path of unwanted) {
      rmSync(join(root, path));
      console.log(`removed: ${path}`);
    }
    return 0;
  }
  const stale = staleFiles(root, outputs);
  for (const path of stale) console.error(`${path} is stale: run \`npm run reference\``);
  for (const path of unwanted)
    console.error(`${path} is generated no more: run \`npm run reference\``);
  return stale.length + unwanted.length === 0 ? 0 : 1;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ContractError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
