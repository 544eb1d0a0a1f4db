import ts from 'typescript';
import { type Sources, symbolOf } from './program.ts';

/**
 * The words that a type allows, in the order of the source where it says one, else by the alphabet: the compiler's own
 * order is that in which it met them, which other files change.
 * @returns undefined when the type is not made of words alone
 */
export function wordsOf(node: ts.TypeNode, sources: Sources): readonly string[] | undefined {
  const type = sources.checker.getTypeFromTypeNode(node);
  const members = type.isUnion() ? type.types : [type];
  const words = members.flatMap((member) => (member.isStringLiteral() ? [member.value] : []));
  if (words.length < members.length) return undefined;
  const written = new Set(writtenWords(node, sources));
  const complete = written.size === words.length && words.every((word) => written.has(word));
  return complete ? [...written] : words.sort();
}

/** What can be read from the type as it is written; not all of it where it is put together in another way. */
function writtenWords(node: ts.TypeNode, sources: Sources): readonly string[] {
  if (ts.isParenthesizedTypeNode(node)) return writtenWords(node.type, sources);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap((type) => writtenWords(type, sources));
  if (ts.isLiteralTypeNode(node))
    return ts.isStringLiteral(node.literal) ? [node.literal.text] : [];
  if (ts.isTypeReferenceNode(node)) return wordsBehind(node, sources);
  if (ts.isTypeOperatorNode(node)) return namesIn(node, sources);
  return ts.isIndexedAccessTypeNode(node) ? itemsOf(node, sources) : [];
}

function wordsBehind(node: ts.TypeReferenceNode, sources: Sources): readonly string[] {
  const [alias] = symbolOf(sources.checker, node.typeName)?.declarations ?? [];
  return alias && ts.isTypeAliasDeclaration(alias) ? writtenWords(alias.type, sources) : [];
}

/** Of `keyof typeof table`. */
function namesIn({ operator, type }: ts.TypeOperatorNode, { checker }: Sources): readonly string[] {
  if (operator !== ts.SyntaxKind.KeyOfKeyword) return [];
  return checker.getPropertiesOfType(checker.getTypeFromTypeNode(type)).map(({ name }) => name);
}

/** Of `(typeof list)[number]`. */
function itemsOf(
  { objectType }: ts.IndexedAccessTypeNode,
  { checker }: Sources,
): readonly string[] {
  const list = checker.getTypeFromTypeNode(objectType);
  if (!checker.isTupleType(list)) return [];
  const items = checker.getTypeArguments(list as ts.TupleTypeReference);
  return items.flatMap((item) => (item.isStringLiteral() ? [item.value] : []));
}
