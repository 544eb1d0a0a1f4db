import { basename, join, relative } from 'node:path';
import ts from 'typescript';
import { type Sources, symbolOf } from './program.ts';

/** An API class: a file of src/services, or a folder of plain classes. */
export interface ServiceClass {
  /** What the path says: `node` for node.ts and for node/read.ts, `content_text` for content/text/posts.ts. */
  readonly name: string;
  readonly parts: readonly [ts.ClassDeclaration, ...ts.ClassDeclaration[]];
}

/** The base of all services; it has no public methods. */
const baseFile = 'service';

const hiding: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.PrivateKeyword,
  ts.SyntaxKind.ProtectedKeyword,
  ts.SyntaxKind.StaticKeyword,
  ts.SyntaxKind.AbstractKeyword,
]);

/** The family of folders below whose name another one comes. */
const family = 'content';

/** The exported classes of src/services by their API names, without `service.ts` and what is abstract. */
export function serviceClasses(sources: Sources): readonly ServiceClass[] {
  const found = new Map<string, [ts.ClassDeclaration, ...ts.ClassDeclaration[]]>();
  for (const file of sources.services) {
    const declaration = exportedClass(file, sources);
    if (declaration === undefined) continue;
    const base = fileName(declaration) === baseFile;
    if (base) refusePublic(declaration, sources);
    if (base || isHidden(declaration)) continue;
    const name = apiName(declaration, sources);
    const others = found.get(name);
    if (others === undefined) found.set(name, [declaration]);
    else others.push(declaration);
  }
  return [...found].map(([name, parts]) => ({ name, parts }));
}

function apiName(declaration: ts.ClassDeclaration, sources: Sources): string {
  const path = servicePath(declaration, sources).replace(/\.ts$/, '').split('/');
  const name = (path[0] === family ? path.slice(0, 2) : path.slice(0, 1)).join('_');
  if (!/^[a-z][a-z0-9]*(_[a-z0-9]+)*$/.test(name)) {
    sources.problems.add(
      declaration,
      `${path.join('/')}.ts cannot be an API class: use small letters, digits and _.`,
    );
  }
  return name;
}

/** The path below src/services. */
export function servicePath(node: ts.Node, { root }: Sources): string {
  return relative(join(root, 'src', 'services'), node.getSourceFile().fileName);
}

/** A method and the class of the file in which it is called. */
export interface ServiceMethod {
  readonly part: ts.ClassDeclaration;
  readonly method: ts.MethodDeclaration;
}

/** Of each part its own methods in the order of the source, then inherited ones; an override comes first and wins. */
export function apiMethods({ parts }: ServiceClass, sources: Sources): readonly ServiceMethod[] {
  const methods = new Map<string, ServiceMethod>();
  for (const part of parts) {
    for (const [key, method] of methodsOf(part, sources)) {
      if (methods.has(key)) refuseTwin(method, sources);
      methods.set(key, { part, method });
    }
  }
  return [...methods.values()];
}

function methodsOf(
  part: ts.ClassDeclaration,
  sources: Sources,
): ReadonlyMap<string, ts.MethodDeclaration> {
  const methods = new Map<string, ts.MethodDeclaration>();
  const chain = inheritanceOf(part, sources);
  if (chain.length > DEEPEST) {
    sources.problems.add(part, `this is the end of ${chain.length} classes: at most ${DEEPEST}.`);
  }
  for (const link of chain) {
    const own = publicMethods(link);
    refuseTwins(own, sources);
    for (const method of own) {
      const key = method.name.getText().toLowerCase();
      if (!methods.has(key)) methods.set(key, method);
    }
  }
  return methods;
}

/** Classes above each other, without `Service`: a ladder hides where a method is. */
const DEEPEST = 3;

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
  if (!base || servicePath(base, sources).startsWith('..')) {
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
  for (const method of methods) {
    const key = method.name.getText().toLowerCase();
    if (seen.has(key)) refuseTwin(method, sources);
    seen.add(key);
  }
}

function refuseTwin({ name }: ts.MethodDeclaration, { problems }: Sources): void {
  problems.add(name, `${name.getText()} is here twice (case does not count): rename one.`);
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
