import { basename, dirname, join } from 'node:path';
import ts from 'typescript';
import { type Sources, symbolOf } from './program.ts';

/** A class of src/services that is open to the world. */
export interface ServiceClass {
  /** The file's name: `content_text`. */
  readonly name: string;
  readonly declaration: ts.ClassDeclaration;
}

/** The base of all services; it has no public methods. */
const baseFile = 'service';

const hiding: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.StaticKeyword,
  ts.SyntaxKind.AbstractKeyword,
]);

/** The exported classes of src/services, without `service.ts` and what is abstract. */
export function serviceClasses(sources: Sources): readonly ServiceClass[] {
  return sources.services.flatMap((file) => {
    const declaration = exportedClass(file, sources);
    if (declaration === undefined) return [];
    const name = fileName(declaration);
    if (name === baseFile) refusePublic(declaration, sources);
    if (name === baseFile || isHidden(declaration)) return [];
    if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
      sources.problems.add(
        declaration,
        `${name}.ts cannot be an API class: use small letters, digits and _.`,
      );
    }
    return [{ name, declaration }];
  });
}

/** Own methods in the order of the source, then inherited ones; a subclass's override comes first and wins. */
export function apiMethods(
  { declaration }: ServiceClass,
  sources: Sources,
): readonly ts.MethodDeclaration[] {
  const methods = new Map<string, ts.MethodDeclaration>();
  for (const link of inheritanceOf(declaration, sources)) {
    const own = publicMethods(link);
    refuseTwins(own, sources);
    for (const method of own) {
      const key = method.name.getText().toLowerCase();
      if (!methods.has(key)) methods.set(key, method);
    }
  }
  return [...methods.values()];
}

function inheritanceOf(
  declaration: ts.ClassDeclaration,
  sources: Sources,
): readonly ts.ClassDeclaration[] {
  const parent = declaration.heritageClauses?.find(
    (clause) => clause.token === ts.SyntaxKind.ExtendsKeyword,
  )?.types[0];
  if (!parent) return [declaration];
  const base = symbolOf(sources.checker, parent.expression)?.declarations?.find(
    ts.isClassDeclaration,
  );
  if (!base || dirname(base.getSourceFile().fileName) !== join(sources.root, 'src', 'services')) {
    sources.problems.add(
      parent,
      `${parent.getText()} is not in src/services: a service extends Service or another service.`,
    );
    return [declaration];
  }
  if (fileName(base) === baseFile) return [declaration];
  return [declaration, ...inheritanceOf(base, sources)];
}

function publicMethods(declaration: ts.ClassDeclaration): readonly ts.MethodDeclaration[] {
  return declaration.members.filter(ts.isMethodDeclaration).filter((method) => {
    return ts.isIdentifier(method.name) && !method.name.text.startsWith('_') && !isHidden(method);
  });
}

function isHidden(node: ts.ClassDeclaration | ts.MethodDeclaration): boolean {
  return node.modifiers?.some(({ kind }) => hiding.has(kind)) ?? false;
}

/** Names are matched without case on the wire. Overloads have one body and several descriptions. */
function refuseTwins(methods: readonly ts.MethodDeclaration[], sources: Sources): void {
  const seen = new Set<string>();
  for (const { name } of methods) {
    const key = name.getText().toLowerCase();
    if (seen.has(key))
      sources.problems.add(
        name,
        `${name.getText()} is here twice (case does not count): rename one.`,
      );
    seen.add(key);
  }
}

function exportedClass(file: ts.SourceFile, sources: Sources): ts.ClassDeclaration | undefined {
  const [first, second] = file.statements.filter(ts.isClassDeclaration).filter(isExported);
  if (second) {
    sources.problems.add(
      second,
      'a file of src/services exports one class: move this one to its own file.',
    );
  }
  return first;
}

function isExported(declaration: ts.ClassDeclaration): boolean {
  return declaration.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function fileName(declaration: ts.ClassDeclaration): string {
  return basename(declaration.getSourceFile().fileName, '.ts');
}

function refusePublic(declaration: ts.ClassDeclaration, sources: Sources): void {
  for (const { name } of publicMethods(declaration)) {
    sources.problems.add(name, `${name.getText()} would be in every API class: make it protected.`);
  }
}
