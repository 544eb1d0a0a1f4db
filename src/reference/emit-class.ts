import { scopeOf } from '../call/scope.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import type { TypePages } from './emit-types.ts';
import { exampleOf } from './example.ts';
import type { ApiClass, ApiMethod } from './extract.ts';
import { code, generatedPage, oneLine, type Row, table } from './markdown.ts';
import { classPage, link, mainPage, rebased } from './places.ts';

/** What a class's page says beside what its methods say themselves. */
export interface ClassContext {
  readonly types: TypePages;
  /** `class.method` → what its example answers. */
  readonly answers: ReadonlyMap<string, string>;
}

/** Writes `docs/reference/<class>.md`. */
export function emitClass(service: ApiClass, { types, answers }: ClassContext): string {
  const { name, doc, methods } = service;
  const page = classPage(name);
  const text = [
    `# ${name}`,
    generatedPage,
    ...(doc ? [doc] : []),
    `How to call and to sign, every error and all other classes: [${mainPage}](${mainPage}).`,
    methodIndex(service),
    ...methods.map((method) => methodSection(method, types, answers)),
    ...types.sectionsOf(page),
  ].join('\n\n');
  return `${rebased(text, page)}\n`;
}

/** A line for each method of a class, linked to where it is described. */
export function methodIndex({ name, methods }: ApiClass): string {
  const rows: Row[] = methods.map(({ spec }) => [
    link(classPage(name), `${name}.${spec.method}`, spec.method),
    firstSentence(spec.doc),
  ]);
  return table(['method', 'does'], rows);
}

/** What a doc comment begins with: a sentence, without the badge that may stand before it. */
export function firstSentence(doc: string): string {
  const [paragraph = ''] = doc.split(/\n\s*\n/);
  const text = oneLine(paragraph).replace(/^Signpost extension\. /, '');
  const [sentence = text] = /^.*?[.:?](?=\s+[A-Z\u0060(]|$)/.exec(text) ?? [];
  return sentence.replace(/:$/, '.');
}

function methodSection(
  { spec, returnType }: ApiMethod,
  types: TypePages,
  answers: ReadonlyMap<string, string>,
): string {
  const result = types.text(returnType);
  const see = types.linksIn(result);
  const type = `**Result:** ${code(oneLine(result))}${see === '' ? '' : ` (${see})`}`;
  return [
    `## ${spec.class}.${spec.method}`,
    `\`\`\`ts\n${signature(spec, result)}\n\`\`\``,
    spec.doc,
    ...parameterTable(spec, types),
    `${type}${spec.returnsDoc ? `, ${spec.returnsDoc}` : ''}`,
    `**Scope:** ${code(scopeOf(spec))} · [source](src/${spec.file})`,
    ...errorList(spec),
    ...example(spec, answers.get(`${spec.class}.${spec.method}`)),
  ].join('\n\n');
}

function signature({ method, parameters }: MethodSpec, result: string): string {
  const list = parameters.map(({ name, type, optional, default: fallback }) => {
    const mark = optional && fallback === undefined ? '?' : '';
    return `${name}${mark}: ${typeText(type)}${fallback === undefined ? '' : ` = ${fallback}`}`;
  });
  return `${method}(${list.join(', ')}): ${result}`;
}

function typeText(type: TypeSpec): string {
  switch (type.kind) {
    case 'uint':
      return 'Uint';
    case 'int':
      return 'Int';
    case 'struct':
      return 'Struct';
    case 'textOrStruct':
      return `string | ${type.names ?? 'Struct'}`;
    case 'file':
      return 'Upload';
    case 'list':
      return `${itemText(type.of)}[]`;
    case 'keyed':
      return `Keyed<${typeText(type.of)}>`;
    case 'orFalse':
      return `${typeText(type.of)} | false`;
    case 'oneOf':
      return type.values.map((value) => `'${value}'`).join(' | ');
    case 'fields':
      return type.name;
    default:
      return type.kind;
  }
}

function itemText(type: TypeSpec): string {
  return type.kind === 'oneOf' ? `(${typeText(type)})` : typeText(type);
}

function parameterTable({ parameters }: MethodSpec, types: TypePages): readonly string[] {
  if (parameters.length === 0) return [];
  const rows = parameters.flatMap((parameter) => parameterRows(parameter, types));
  return [table(['parameter', 'type', 'default', 'is'], rows)];
}

/** The row of a parameter and, for an interface, one for each of its members. */
function parameterRows(parameter: ParameterSpec, types: TypePages): readonly Row[] {
  const { name, type } = parameter;
  const inner = type.kind === 'orFalse' ? type.of : type;
  const members = inner.kind === 'fields' ? inner.fields : [];
  const memberRows = members.map((member) => row(`${name}[${member.name}]`, member, types));
  return [row(name, parameter, types), ...memberRows];
}

function row(
  name: string,
  { type, optional, default: fallback, doc = '' }: ParameterSpec,
  types: TypePages,
): Row {
  const tree = type.kind === 'textOrStruct' ? types.linksIn(type.names ?? '') : '';
  const missing = optional ? 'optional' : 'required';
  return [
    code(name),
    code(typeText(type)),
    fallback === undefined ? missing : code(fallback),
    tree === '' ? doc : `${doc} (${tree})`.trim(),
  ];
}

function errorList({ throws }: MethodSpec): readonly string[] {
  if (throws.length === 0) return [];
  const lines = throws.map(({ id, when }) => `- ${code(id)} ${when}`.trimEnd());
  return [`**Errors:**\n\n${lines.join('\n')}`];
}

function example(spec: MethodSpec, answer: string | undefined): readonly string[] {
  const signed = exampleOf(spec);
  if (signed === undefined) return [];
  const call = [`**Example**, as ${signed.caller}:`, `\`\`\`sh\n${signed.curl}\n\`\`\``];
  return answer === undefined ? call : [...call, `\`\`\`js\n${answer}\n\`\`\``];
}
