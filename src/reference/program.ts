import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { Problems } from './problems.ts';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts'],
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  strict: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  types: [],
};

/** The services of one source tree, parsed. */
export interface Sources {
  /** Absolute; `src/` is below it. */
  readonly root: string;
  readonly program: ts.Program;
  readonly checker: ts.TypeChecker;
  /** The files of `src/services`, in the order of their paths. */
  readonly services: readonly ts.SourceFile[];
  /** Where every reader and writer complains. */
  readonly problems: Problems;
}

/** Reads the files of `<root>/src/services` and what they import. A tree without services is empty, not an error. */
export function loadSources(root: string): Sources {
  const base = resolve(root);
  const paths = serviceFiles(join(base, 'src', 'services'));
  const program = ts.createProgram(paths, options);
  const services = paths.flatMap((path) => program.getSourceFile(path) ?? []);
  const checker = program.getTypeChecker();
  return { root: base, program, checker, services, problems: new Problems(base) };
}

function serviceFiles(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .sort()
    .map((name) => join(folder, name));
}

/** True for a declaration in `<root>/src`. */
export function isOurs(sources: Sources, node: ts.Node): boolean {
  return node.getSourceFile().fileName.startsWith(join(sources.root, 'src') + '/');
}

/** The symbol an identifier stands for, imports followed. */
export function symbolOf(checker: ts.TypeChecker, name: ts.Node): ts.Symbol | undefined {
  const symbol = checker.getSymbolAtLocation(name);
  if (symbol === undefined || (symbol.flags & ts.SymbolFlags.Alias) === 0) return symbol;
  return checker.getAliasedSymbol(symbol);
}
