import ts from 'typescript';
import type { Manifest, MethodSpec, ParameterSpec } from '../protocol/manifest.ts';
import { apiMethods, serviceClasses, type ServiceClass } from './classes.ts';
import { type DocComment, docText, readDocComment } from './doc-comment.ts';
import { exampleProblem } from './example.ts';
import { isPlainName, parameterType } from './parameter-types.ts';
import type { Sources } from './program.ts';

/** One API method with the syntax of its result, for the writers that follow types. */
export interface ApiMethod {
  readonly spec: MethodSpec;
  readonly returnType: ts.TypeNode;
}

/** One API class: `content_text` of `ContentTextService`. */
export interface ApiClass {
  readonly name: string;
  readonly className: string;
  readonly doc: string;
  readonly methods: readonly ApiMethod[];
}

/** Reads the API classes from the services' syntax. What the rules forbid goes to `sources.problems`. */
export function extract(sources: Sources): readonly ApiClass[] {
  return serviceClasses(sources).map((service) => apiClass(service, sources));
}

/** All methods of all classes, as the dispatcher wants them. */
export function manifestOf(classes: readonly ApiClass[]): Manifest {
  return classes.flatMap(({ methods }) => methods.map(({ spec }) => spec));
}

function apiClass(service: ServiceClass, sources: Sources): ApiClass {
  const { name, declaration } = service;
  if (!declaration.name) sources.problems.add(declaration, 'an exported service needs a name.');
  const methods = apiMethods(service, sources).flatMap(
    (method) => apiMethod(name, method, sources) ?? [],
  );
  return { name, className: declaration.name?.text ?? name, doc: docText(declaration), methods };
}

function apiMethod(
  apiClass: string,
  method: ts.MethodDeclaration,
  sources: Sources,
): ApiMethod | undefined {
  const comment = readDocComment(method, sources.problems);
  const name = method.name.getText();
  if (!isPlainName(name))
    sources.problems.add(method, `${name} cannot be a method's name: rename it.`);
  if (!method.type) {
    sources.problems.add(method.name, `${name} needs a written return type.`);
    return undefined;
  }
  const returnType = withoutPromise(method.type);
  const spec: MethodSpec = {
    class: apiClass,
    method: name,
    mode: comment.mode,
    doc: comment.doc,
    parameters: parametersOf(method, comment, sources),
    required: requiredCount(method),
    returns: returnType.getText().replace(/\s+/g, ' '),
    ...(comment.returns && { returnsDoc: comment.returns }),
    throws: comment.throws,
    ...(comment.example && { example: comment.example.query }),
  };
  checkExample(spec, comment, sources);
  return { spec, returnType };
}

function checkExample(spec: MethodSpec, { example }: DocComment, { problems }: Sources): void {
  const wrong = example && exampleProblem(spec);
  if (wrong) problems.add(example.tag, `the @example does not bind: ${wrong}`);
}

function withoutPromise(type: ts.TypeNode): ts.TypeNode {
  if (!ts.isTypeReferenceNode(type) || type.typeName.getText() !== 'Promise') return type;
  return type.typeArguments?.[0] ?? type;
}

/** `fn.length`: what comes before the first default. */
function requiredCount({ parameters }: ts.MethodDeclaration): number {
  const first = parameters.findIndex(({ initializer }) => initializer !== undefined);
  return first === -1 ? parameters.length : first;
}

function parametersOf(
  method: ts.MethodDeclaration,
  comment: DocComment,
  sources: Sources,
): readonly ParameterSpec[] {
  const specs = method.parameters.flatMap((parameter) => {
    return parameterSpec(parameter, comment, sources) ?? [];
  });
  const names = new Set(method.parameters.map(({ name }) => name.getText()));
  for (const name of comment.parameters.keys()) {
    if (!names.has(name))
      sources.problems.add(
        method.name,
        `@param ${name} describes no parameter: correct or delete it.`,
      );
  }
  return specs;
}

function parameterSpec(
  parameter: ts.ParameterDeclaration,
  comment: DocComment,
  sources: Sources,
): ParameterSpec | undefined {
  const name = wireName(parameter.name.getText());
  if (!ts.isIdentifier(parameter.name) || parameter.dotDotDotToken || !isPlainName(name)) {
    sources.problems.add(parameter, 'a parameter is one plain name: clients send it by that name.');
    return undefined;
  }
  const type = parameterType(parameter, sources);
  if (!type) return undefined;
  const { initializer, questionToken } = parameter;
  const doc = comment.parameters.get(parameter.name.text);
  return {
    name,
    type,
    optional: initializer !== undefined || questionToken !== undefined,
    ...(initializer && { default: initializer.getText().replace(/\s+/g, ' ') }),
    ...(doc && { doc }),
  };
}

/** `class_` is `class` on the wire: a word that TypeScript keeps for itself has an underscore behind it. */
function wireName(name: string): string {
  const word = name.replace(/_$/, '');
  const kind = ts.identifierToKeywordKind(ts.factory.createIdentifier(word));
  return kind === undefined || kind > ts.SyntaxKind.LastFutureReservedWord ? name : word;
}
