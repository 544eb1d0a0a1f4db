import { phrases } from '../errors.ts';
import type { ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import type { ApiClass, ApiMethod } from './extract.ts';
import { generated } from './generated.ts';
import type { ResultTypes } from './result-types.ts';

/** Wire types of the client's side: ids may be given as text, as they arrive from PHP. */
const simple: Readonly<Record<string, string>> = {
  uint: 'number | string',
  int: 'number | string',
  string: 'string',
  boolean: 'boolean',
  struct: 'Struct',
  file: 'FileInput',
};

const fixedTypes = `/** Any tree of named values. It is sent as text: true is 1, false 0, and what is undefined is left out. */
export interface Struct {
  readonly [name: string]: StructValue;
}

export type StructValue = string | number | boolean | undefined | Struct | readonly StructValue[];

/** A file to upload: a File or Blob, bytes with a name, or a file as React Native names it. */
export type FileInput = Blob | NamedBytes | LocalFile;

export interface NamedBytes {
  readonly filename: string;
  readonly bytes: Uint8Array;
}

/** A file on a phone, as React Native's pickers give it. */
export interface LocalFile {
  readonly uri: string;
  readonly name: string;
  readonly type: string;
}

/** What a single call may be told. */
export interface CallOptions {
  /** Ends the call, which then fails with the signal's reason; whether it has happened is not known. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds that a try of the call may take. */
  readonly timeout?: number | undefined;
  /** Told how many bytes of what is sent have gone out. */
  readonly onProgress?: ((sent: number, total: number) => void) | undefined;
}
`;

/** Writes `src/generated/api.ts`: the SDK's types, which import nothing. */
export function emitApi(classes: readonly ApiClass[], results: ResultTypes): string {
  const body = classes.map((service) => apiInterface(service, results)).join('');
  const inputs = inputInterfaces(classes);
  const declarations = results.declarations(
    new Set([
      ...inputs.keys(),
      'Api',
      'Struct',
      'StructValue',
      'FileInput',
      'NamedBytes',
      'LocalFile',
      'CallOptions',
      'ErrorId',
    ]),
  );
  return [
    generated.trimEnd(),
    '',
    '/** Every method of the API. */',
    classes.length === 0
      ? 'export type Api = Record<string, never>;'
      : `export interface Api {\n${body}}`,
    '',
    readonlyMethods(classes),
    fixedTypes,
    errorIds(),
    ...[...inputs.values(), ...declarations].map((text) => `${text}\n`),
  ].join('\n');
}

/** A call of one of these may go into the URL: it changes nothing, and is then signed with its parameters. */
function readonlyMethods(classes: readonly ApiClass[]): string {
  const names = classes.flatMap(({ methods }) =>
    methods
      .filter(({ spec }) => spec.mode === 'readonly')
      .map(({ spec }) => `  '${spec.class}.${spec.method}',\n`),
  );
  return `/** Methods that change nothing. */\nexport const readonlyMethods: ReadonlySet<string> = new Set([\n${names.join('')}]);\n`;
}

/** A misspelt id is then a mistake that the compiler sees. */
function errorIds(): string {
  const ids = Object.keys(phrases).map((id) => `  | '${id}'\n`);
  return `/** Every error id that this release knows. */\nexport type ErrorId =\n${ids.join('').trimEnd()};\n`;
}

function apiInterface({ name, doc, methods }: ApiClass, results: ResultTypes): string {
  const lines = methods.map((method) => methodSignature(method, results));
  return `${comment([doc], '  ')}  ${name}: {\n${lines.join('')}  };\n`;
}

function methodSignature({ spec, returnType, trees }: ApiMethod, results: ResultTypes): string {
  const { doc, returnsDoc, throws } = spec;
  const tags = [
    ...(returnsDoc ? [`@returns ${returnsDoc}`] : []),
    ...throws.map(({ id, when }) => `@throws ${id} ${when}`.trimEnd()),
  ];
  const result = results.text(returnType);
  for (const tree of trees) results.text(tree);
  return `${comment([doc, ...tags], '    ')}    ${spec.method}(${parameterList(spec.parameters)}): Promise<${result}>;\n`;
}

function parameterList(parameters: readonly ParameterSpec[]): string {
  if (parameters.length === 0) return 'params?: Record<string, never>, options?: CallOptions';
  const allOptional = parameters.every(({ optional }) => optional);
  const members = parameters.map((parameter) => member(parameter, '      ')).join('');
  return `params${allOptional ? '?' : ''}: {\n${members}    }, options?: CallOptions`;
}

function member({ name, type, optional, doc }: ParameterSpec, indent: string): string {
  return `${comment([doc ?? ''], indent)}${indent}${name}${optional ? '?' : ''}: ${inputType(type)};\n`;
}

function inputType(type: TypeSpec): string {
  switch (type.kind) {
    case 'list':
      return `readonly ${itemType(inputType(type.of))}[]`;
    case 'keyed':
      return `${inputType({ ...type, kind: 'list' })} | Readonly<Record<string, ${inputType(type.of)}>>`;
    case 'orFalse':
      return `${inputType(type.of)} | false`;
    case 'oneOf':
      return type.values.map((value) => `'${value}'`).join(' | ');
    case 'fields':
      return type.name;
    case 'textOrStruct':
      return `string | ${type.names ?? 'Struct'}`;
    default:
      return simple[type.kind] ?? 'never';
  }
}

function itemType(text: string): string {
  return text.includes('|') ? `(${text})` : text;
}

function inputInterfaces(classes: readonly ApiClass[]): ReadonlyMap<string, string> {
  const specs = classes.flatMap(({ methods }) => methods.flatMap(({ spec }) => spec.parameters));
  const found = new Map<string, string>();
  for (const { type } of specs) {
    const inner = type.kind === 'orFalse' ? type.of : type;
    if (inner.kind === 'fields') found.set(inner.name, inputInterface(inner));
  }
  return found;
}

function inputInterface({ name, fields }: Extract<TypeSpec, { kind: 'fields' }>): string {
  const members = fields.map((field) => member(field, '  ')).join('');
  return `export interface ${name} {\n${members}}`;
}

function comment(paragraphs: readonly string[], indent: string): string {
  const lines = paragraphs.filter((text) => text !== '').flatMap((text) => text.split('\n'));
  if (lines.length === 0) return '';
  if (lines.length === 1) return `${indent}/** ${lines[0] ?? ''} */\n`;
  return `${indent}/**\n${lines.map((line) => `${indent} * ${line}`.trimEnd() + '\n').join('')}${indent} */\n`;
}
