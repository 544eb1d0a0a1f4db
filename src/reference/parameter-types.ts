import ts from 'typescript';
import type { ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import { docText } from './doc-comment.ts';
import { isOurs, type Sources, symbolOf } from './program.ts';
import { wordsOf } from './words.ts';

/** Type names a service may write, apart from lists, `X | false` and interfaces. */
const named: ReadonlyMap<string, TypeSpec> = new Map<string, TypeSpec>([
  ['Uint', { kind: 'uint' }],
  ['Int', { kind: 'int' }],
  ['Struct', { kind: 'struct' }],
  ['Upload', { kind: 'file' }],
]);

const keywords: ReadonlyMap<ts.SyntaxKind, TypeSpec> = new Map<ts.SyntaxKind, TypeSpec>([
  [ts.SyntaxKind.StringKeyword, { kind: 'string' }],
  [ts.SyntaxKind.BooleanKeyword, { kind: 'boolean' }],
]);

const closedSet =
  "use Uint, Int, string, boolean, Upload, words such as 'asc' | 'desc', a list of these, Keyed<X>, X | false, an interface of these, Struct, string | Struct, or string | StructOf<X>.";

/**
 * The type of a method parameter, read from its syntax: `Uint` and `Int` are both number to the compiler.
 * @returns undefined after a complaint
 */
export function parameterType(
  parameter: ts.ParameterDeclaration,
  sources: Sources,
): TypeSpec | undefined {
  const { type, name } = parameter;
  const spec = type ? anyType(type, sources) : typeOfDefault(parameter);
  if (spec) return spec;
  const what = type
    ? `${shown(type)} is no type for a parameter`
    : `${shown(name)} needs a written type`;
  sources.problems.add(type ?? parameter, `${what}: ${closedSet}`);
  return undefined;
}

/** Only true, false and texts say what they are; a number may be a Uint or an Int. */
function typeOfDefault({ initializer }: ts.ParameterDeclaration): TypeSpec | undefined {
  if (initializer && isBooleanLiteral(initializer)) return { kind: 'boolean' };
  return initializer && ts.isStringLiteralLike(initializer) ? { kind: 'string' } : undefined;
}

function isBooleanLiteral({ kind }: ts.Expression): boolean {
  return kind === ts.SyntaxKind.TrueKeyword || kind === ts.SyntaxKind.FalseKeyword;
}

function anyType(node: ts.TypeNode, sources: Sources): TypeSpec | undefined {
  if (isTextOrStruct(node)) {
    const tree = treeOf(node);
    return { kind: 'textOrStruct', ...(tree && { names: tree.getText() }) };
  }
  const inner = withoutFalse(node);
  const spec = memberType(inner, sources) ?? fields(inner, sources);
  if (spec === undefined || inner === node) return spec;
  return canBeFalse(spec) ? { kind: 'orFalse', of: spec } : undefined;
}

/** A name or keyword of the set, or a list of these: what an interface's member may be, too. */
function memberType(node: ts.TypeNode, sources: Sources): TypeSpec | undefined {
  const item = listItem(node);
  if (item === undefined) return simpleType(node) ?? words(node, sources);
  const of = simpleType(item) ?? words(item, sources);
  const kind = ts.isArrayTypeNode(item.parent) ? 'list' : 'keyed';
  return of && of.kind !== 'struct' ? { kind, of } : undefined;
}

function simpleType(node: ts.TypeNode): TypeSpec | undefined {
  if (!ts.isTypeReferenceNode(node)) return keywords.get(node.kind);
  return node.typeArguments ? undefined : named.get(node.typeName.getText());
}

/** A union of texts, written out or behind the name of a type. */
function words(node: ts.TypeNode, sources: Sources): TypeSpec | undefined {
  const values = wordsOf(node, sources);
  return values && { kind: 'oneOf', values };
}

/** Of `T[]`, `readonly T[]` or `Keyed<T>`. */
function listItem(node: ts.TypeNode): ts.TypeNode | undefined {
  if (ts.isTypeReferenceNode(node) && node.typeName.getText() === 'Keyed')
    return node.typeArguments?.[0];
  const list =
    ts.isTypeOperatorNode(node) && node.operator === ts.SyntaxKind.ReadonlyKeyword
      ? node.type
      : node;
  return ts.isArrayTypeNode(list) ? list.elementType : undefined;
}

/** `string | Struct` or `string | StructOf<X>`, in either order. */
function isTextOrStruct(node: ts.TypeNode): node is ts.UnionTypeNode {
  if (!ts.isUnionTypeNode(node) || node.types.length !== 2) return false;
  const kinds = node.types.map((type) => (namesOf(type) ? 'struct' : simpleType(type)?.kind));
  return kinds.includes('string') && kinds.includes('struct');
}

/** The X of a parameter's `string | StructOf<X>`. */
export function treeOf(type: ts.TypeNode | undefined): ts.TypeNode | undefined {
  if (type === undefined || !isTextOrStruct(type)) return undefined;
  return type.types.map(namesOf).find((names) => names !== undefined);
}

function namesOf(type: ts.TypeNode): ts.TypeNode | undefined {
  const named = ts.isTypeReferenceNode(type) && type.typeName.getText() === 'StructOf';
  return named ? type.typeArguments?.[0] : undefined;
}

function withoutFalse(node: ts.TypeNode): ts.TypeNode {
  if (!ts.isUnionTypeNode(node) || node.types.length !== 2) return node;
  const rest = node.types.filter((type) => !isFalse(type));
  return rest.length === 1 && rest[0] ? rest[0] : node;
}

function isFalse(node: ts.TypeNode): boolean {
  return ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.FalseKeyword;
}

function canBeFalse(spec: TypeSpec): boolean {
  return spec.kind !== 'boolean' && spec.kind !== 'file';
}

/** An interface of our own, its inherited members included. */
function fields(node: ts.TypeNode, sources: Sources): TypeSpec | undefined {
  if (!ts.isTypeReferenceNode(node) || node.typeArguments) return undefined;
  const { checker } = sources;
  const declaration = symbolOf(checker, node.typeName)?.declarations?.find(
    ts.isInterfaceDeclaration,
  );
  if (!declaration || !isOurs(sources, declaration)) return undefined;
  const members = checker.getPropertiesOfType(checker.getTypeAtLocation(declaration));
  return {
    kind: 'fields',
    name: declaration.name.text,
    fields: members.flatMap((member) => field(member, declaration, sources) ?? []),
  };
}

function field(
  { name, valueDeclaration: member }: ts.Symbol,
  owner: ts.InterfaceDeclaration,
  sources: Sources,
): ParameterSpec | undefined {
  const signature = member && ts.isPropertySignature(member) ? member : undefined;
  const type = signature?.type && memberType(signature.type, sources);
  if (!signature || !type || !isFieldType(type) || !isPlainName(name)) {
    const what = `${name} is no member for a parameter's interface`;
    sources.problems.add(
      member ?? owner,
      `${what}: use Uint, Int, string, boolean, words or a list of these.`,
    );
    return undefined;
  }
  const doc = docText(signature).replace(/\s+/g, ' ');
  return { name, type, optional: signature.questionToken !== undefined, ...(doc && { doc }) };
}

function isFieldType(type: TypeSpec): boolean {
  if (type.kind === 'keyed') return false;
  return type.kind === 'list'
    ? isFieldType(type.of)
    : type.kind !== 'struct' && type.kind !== 'file';
}

/** A name that a query string can carry and that means nothing to JavaScript objects. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !(name in Object.prototype);
}

function shown(node: ts.Node): string {
  return node.getText().replace(/\s+/g, ' ');
}
