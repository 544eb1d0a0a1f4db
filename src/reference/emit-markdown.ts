import { phrases } from '../errors.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import { exampleOf } from './example.ts';
import type { ApiClass } from './extract.ts';
import { code, oneLine, type Row, table } from './markdown.ts';
import { notOffered } from './not-offered.ts';
import { fillProtocol } from './protocol.ts';
import type { ResultTypes } from './result-types.ts';

/**
 * Writes `api.php.md`: the protocol, the errors, every class with its methods, what is not offered, and the types of
 * results.
 * @param legacy the chapter on legacy names
 * @param results names the types of results as JSON has them: a Map is an object there
 */
export function emitMarkdown(
  protocol: string,
  classes: readonly ApiClass[],
  results: ResultTypes,
  legacy: readonly string[],
): string {
  const sections = [
    fillProtocol(protocol).trimEnd(),
    errorSection(),
    ...classes.map((service) => classSection(service, results)),
    missingSection(),
    ...legacy,
    ...resultSection(results.declarations(new Set())),
  ];
  return `${sections.join('\n\n')}\n`;
}

function errorSection(): string {
  const rows = Object.entries(phrases).map(([id, [status, text]]) => [
    code(id),
    String(status),
    text,
  ]);
  return `## Errors

\`{1}\`, \`{2}\` are the arguments behind the id. The status is for dialects that use one; \`api.php\` answers 200.

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

function classSection({ name, doc, methods }: ApiClass, results: ResultTypes): string {
  const sections = methods.map(({ spec, returnType }) =>
    methodSection(spec, results.text(returnType)),
  );
  return [`## ${name}`, ...(doc ? [doc] : []), ...sections].join('\n\n');
}

function methodSection(spec: MethodSpec, result: string): string {
  return [
    `### ${spec.class}.${spec.method}`,
    `\`\`\`ts\n${signature(spec, result)}\n\`\`\``,
    spec.doc,
    ...parameterTable(spec),
    `**Result:** ${code(oneLine(result))}${spec.returnsDoc ? `, ${spec.returnsDoc}` : ''}`,
    ...errorList(spec),
    ...example(spec),
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
      return `${typeText(type.of)}[]`;
    case 'orFalse':
      return `${typeText(type.of)} | false`;
    case 'fields':
      return type.name;
    default:
      return type.kind;
  }
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

function example(spec: MethodSpec): readonly string[] {
  const signed = exampleOf(spec);
  return signed ? [`\`\`\`sh\n${signed.curl}\n\`\`\``] : [];
}

function resultSection(declarations: readonly string[]): readonly string[] {
  if (declarations.length === 0) return [];
  return [
    `## Types of results\n\nAs with \`api_v=100\`.\n\n\`\`\`ts\n${declarations.join('\n\n')}\n\`\`\``,
  ];
}
