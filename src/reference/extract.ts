import ts from 'typescript';
import type { Manifest, MethodSpec, ParameterSpec } from '../protocol/manifest.ts';
import { apiMethods, serviceClasses, type ServiceClass, servicePath } from './classes.ts';
import {
  type ClassTags,
  type DocComment,
  docText,
  readClassTags,
  readDocComment,
} from './doc-comment.ts';
import { hasNoEffect } from './effect.ts';
import { exampleProblem } from './example.ts';
import { isPlainName, parameterType, treeOf } from './parameter-types.ts';
import { type Sources, symbolOf } from './program.ts';
import { ResultTypes } from './result-types.ts';

/** One API method with the syntax of its result, for the writers that follow types. */
export interface ApiMethod {
  readonly spec: MethodSpec;
  readonly returnType: ts.TypeNode;
  /** The interfaces that say what may be in the trees of values that it takes. */
  readonly trees: readonly ts.TypeNode[];
}

/** One API class: `content_text`. */
export interface ApiClass {
  readonly name: string;
  /** The classes that it is made of, with their paths below src/services. */
  readonly parts: readonly { readonly className: string; readonly path: string }[];
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
  const { name, parts } = service;
  const owners = new Map(parts.map((part) => [part, ownerOf(name, part, sources)]));
  const methods = apiMethods(service, sources).flatMap(({ part, method }) => {
    const owner = owners.get(part);
    return (owner && apiMethod(owner, method, sources)) ?? [];
  });
  return {
    name,
    parts: parts.map((part) => ({
      className: part.name?.text ?? name,
      path: servicePath(part, sources),
    })),
    doc: docText(leadOf(parts, owners, sources)),
    methods,
  };
}

/** Whose doc comment tells what the class is: the only part, or the one of a folder that is marked. */
function leadOf(
  parts: readonly [ts.ClassDeclaration, ...ts.ClassDeclaration[]],
  owners: ReadonlyMap<ts.ClassDeclaration, Owner>,
  { problems }: Sources,
): ts.ClassDeclaration {
  const leads = parts.filter((part) => owners.get(part)?.lead === true);
  if (parts.length > 1 && leads.length !== 1)
    problems.add(
      parts[0],
      "mark one class of this folder with @lead: its doc comment is the API's.",
    );
  return leads[0] ?? parts[0];
}

function ownerOf(name: string, part: ts.ClassDeclaration, { problems }: Sources): Owner {
  if (!part.name) problems.add(part, 'an exported service needs a name.');
  return { name, ...readClassTags(part, problems) };
}

/** The class that a method is called in, also when it is inherited. */
interface Owner extends ClassTags {
  readonly name: string;
}

function apiMethod(
  owner: Owner,
  method: ts.MethodDeclaration,
  sources: Sources,
): ApiMethod | undefined {
  const comment = readDocComment(method, sources.problems);
  const example = exampleText(owner, comment, sources);
  const caller = comment.caller ?? owner.caller;
  const name = method.name.getText();
  if (!isPlainName(name))
    sources.problems.add(method, `${name} cannot be a method's name: rename it.`);
  if (!method.type) {
    sources.problems.add(method.name, `${name} needs a written return type.`);
    return undefined;
  }
  const returnType = withoutPromise(method.type);
  const spec: MethodSpec = {
    class: owner.name,
    method: name,
    file: `services/${servicePath(method, sources)}`,
    mode: comment.mode,
    doc: comment.doc,
    parameters: parametersOf(method, comment, sources),
    required: requiredCount(method),
    returns: new ResultTypes(sources, 'array').text(returnType).replace(/\s+/g, ' '),
    ...(comment.returns && { returnsDoc: comment.returns }),
    throws: comment.throws,
    ...(example !== undefined && { example }),
    ...(caller && { caller }),
  };
  checkExample(spec, comment, sources);
  return { spec, returnType, trees: treesOf(method) };
}

/** What may be in the trees of values that a method takes, where an interface says so. */
function treesOf({ parameters }: ts.MethodDeclaration): readonly ts.TypeNode[] {
  return parameters.flatMap(({ type }) => treeOf(type) ?? []);
}

/** The example with the class's own id in the place of `{sample}`. */
function exampleText(
  { name, sample }: Owner,
  { example }: DocComment,
  { problems }: Sources,
): string | undefined {
  if (example?.query.includes('{sample}') !== true) return example?.query;
  if (sample === undefined)
    problems.add(example.tag, `the doc comment of ${name} needs @sample, the id for {sample}.`);
  return example.query.replaceAll('{sample}', sample ?? '0');
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
  checkEffect(parameter, doc, sources);
  return {
    name,
    type,
    optional: initializer !== undefined || questionToken !== undefined,
    ...(initializer && { default: defaultText(initializer, sources) }),
    ...(doc && { doc }),
  };
}

/** Clients send what the manual names; where it does nothing here, its line says so and why. */
function checkEffect(
  parameter: ts.ParameterDeclaration,
  doc: string | undefined,
  sources: Sources,
): void {
  const name = parameter.name.getText();
  const said = doc?.startsWith('has no effect: ') ?? false;
  const idle = hasNoEffect(parameter, sources);
  if (idle && !said)
    sources.problems.add(
      parameter,
      `${name} is never read: give it its effect, or say why not, as in \`@param ${name} has no effect: …\`.`,
    );
  if (!idle && said)
    sources.problems.add(parameter, `${name} is read, so it has an effect: describe that.`);
}

/** A default as it is written; of a constant the value, since readers do not see its file. */
function defaultText(initializer: ts.Expression, sources: Sources): string {
  const [constant] = ts.isIdentifier(initializer)
    ? (symbolOf(sources.checker, initializer)?.declarations ?? [])
    : [];
  const value = constant && ts.isVariableDeclaration(constant) ? constant.initializer : initializer;
  const text = (value ?? initializer).getText().replace(/\s+/g, ' ');
  // what is empty on the wire, whatever it becomes here
  return text === 'new Map()' ? '{}' : text;
}

/** `class_` is `class` on the wire: a word that TypeScript keeps for itself has an underscore behind it. */
function wireName(name: string): string {
  const word = name.replace(/_$/, '');
  const kind = ts.identifierToKeywordKind(ts.factory.createIdentifier(word));
  return kind === undefined || kind > ts.SyntaxKind.LastFutureReservedWord ? name : word;
}
