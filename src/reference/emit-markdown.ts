import { scopeOf } from '../call/scope.ts';
import { type ErrorEntry, phrases } from '../errors.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import { contentsOf } from './contents.ts';
import { exampleOf } from './example.ts';
import type { ApiClass } from './extract.ts';
import { code, oneLine, type Row, table } from './markdown.ts';
import { notOffered } from './not-offered.ts';
import type { ResultTypes } from './result-types.ts';
import { linkTo } from './slug.ts';

const listById = `/** A list; below \`api_v=100\` an object by id, whose order is that of its text. */
export type ListById<T> = readonly T[];`;

/** Chapters that are made elsewhere. */
interface Chapters {
  /** Those written by hand; the contents come behind the paragraph below the title. */
  readonly prose: readonly string[];
  /** On legacy names. */
  readonly legacy: readonly string[];
}

interface Results {
  /** Names the types of results as JSON has them: a Map is an object there, a `ListById` keeps its name. */
  readonly results: ResultTypes;
  /** `class.method` → what its example answers. */
  readonly answers: ReadonlyMap<string, string>;
}

/**
 * Writes `api.php.md`: the handwritten chapters, the errors, every class with its methods, what is not offered, and the
 * types of results.
 */
export function emitMarkdown(
  { prose, legacy }: Chapters,
  classes: readonly ApiClass[],
  { results, answers }: Results,
): string {
  const [opening = '', ...chapters] = prose.join('\n\n').split(/\n(?=## )/);
  // Printed before the declarations are asked for, since printing finds the types.
  const described = classes.map((service) => classSection(service, { results, answers }));
  const declarations = results.declarations(new Set());
  const types = new Set([listById, ...declarations].map(typeName));
  const sections = [
    ...chapters.map((chapter) => chapter.trimEnd()),
    errorSection(),
    ...described.map((section) => linkResults(section, types)),
    missingSection(),
    ...legacy,
    ...resultSection(declarations),
  ];
  const page = [opening.trimEnd(), contentsOf(sections, classes), ...sections];
  return `${page.join('\n\n')}\n`;
}

/** Lets each result link to its types. */
function linkResults(section: string, types: ReadonlySet<string>): string {
  return section.replace(/^\*\*Result:\*\* `[^`]*`/gm, (line) => {
    const links = linksTo(line, types);
    return links === '' ? line : `${line} (${links})`;
  });
}

function errorSection(): string {
  const rows = Object.entries<ErrorEntry>(phrases).map(([id, [status, text, args]]) => [
    code(id),
    String(status),
    args === undefined ? text : `${text} (Arguments: ${args.join(', ')}.)`,
  ]);
  return `## Errors

\`{1}\`, \`{2}\` are the arguments behind the id; those of an error whose text does not show them all stand in brackets. The status is for dialects that use one; \`api.php\` answers 200.

${table(['id', 'status', 'text'], rows)}`;
}

function missingSection(): string {
  const rows = notOffered.flatMap(({ class: name, methods, reason }) =>
    (methods.length === 0 ? ['all'] : methods.map(code)).map((method) => [
      code(name),
      method,
      reason,
    ]),
  );
  return `## Methods not offered

What an app may look for in vBulletin's API and does not find here. Methods that draw vBulletin's own web pages, administer the board or serve only itself are not named one by one.

${table(['class', 'method', 'reason'], rows)}`;
}

function classSection({ name, doc, methods }: ApiClass, { results, answers }: Results): string {
  const sections = methods.map(({ spec, returnType }) =>
    methodSection(spec, results.text(returnType), answers.get(`${name}.${spec.method}`)),
  );
  return [`## ${name}`, ...(doc ? [doc] : []), ...sections].join('\n\n');
}

function methodSection(spec: MethodSpec, result: string, answer: string | undefined): string {
  return [
    `### ${spec.class}.${spec.method}`,
    `\`\`\`ts\n${signature(spec, result)}\n\`\`\``,
    spec.doc,
    ...parameterTable(spec),
    `**Result:** ${code(oneLine(result))}${spec.returnsDoc ? `, ${spec.returnsDoc}` : ''}`,
    `**Scope:** ${code(scopeOf(spec))} · [source](src/${spec.file})`,
    ...errorList(spec),
    ...example(spec, answer),
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
      return 'string | Struct';
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

function parameterTable({ parameters }: MethodSpec): readonly string[] {
  if (parameters.length === 0) return [];
  return [table(['parameter', 'type', 'default', 'is'], parameters.flatMap(parameterRows))];
}

/** The row of a parameter and, for an interface, one for each of its members. */
function parameterRows(parameter: ParameterSpec): readonly Row[] {
  const { name, type } = parameter;
  const inner = type.kind === 'orFalse' ? type.of : type;
  const members = inner.kind === 'fields' ? inner.fields : [];
  const memberRows = members.map((member) => row(`${name}[${member.name}]`, member));
  return [row(name, parameter), ...memberRows];
}

function row(name: string, { type, optional, default: fallback, doc }: ParameterSpec): Row {
  const missing = optional ? 'optional' : 'required';
  return [
    code(name),
    code(typeText(type)),
    fallback === undefined ? missing : code(fallback),
    doc ?? '',
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

/** A heading for each type, so that results can link to theirs; behind each the types that it names. */
function resultSection(declarations: readonly string[]): readonly string[] {
  if (declarations.length === 0) return [];
  const all = [listById, ...declarations];
  const names = new Set(all.map(typeName));
  const sections = all.map((text) => {
    const named = linksTo(text.replace(/\/\*[\s\S]*?\*\//g, ''), names, typeName(text));
    const see = named === '' ? '' : `\n\nSee ${named}.`;
    return `### Type ${typeName(text)}\n\n\`\`\`ts\n${text}\n\`\`\`${see}`;
  });
  return ['## Types of results\n\nAs with `api_v=100`.', ...sections];
}

function typeName(declaration: string): string {
  return /^export (?:interface|type) (\w+)/m.exec(declaration)?.[1] ?? '';
}

/** Links to the types that a text names, with commas between. */
function linksTo(text: string, types: ReadonlySet<string>, but = ''): string {
  const named = new Set(text.match(/\b[A-Z]\w+/g));
  return [...named]
    .filter((name) => types.has(name) && name !== but)
    .map((name) => linkTo(`Type ${name}`, name))
    .join(', ');
}
