import ts from 'typescript';
import { phrases } from '../errors.ts';
import type { Mode } from '../protocol/manifest.ts';
import type { Problems } from './problems.ts';

/** What a doc comment says about a method. */
export interface DocComment {
  readonly doc: string;
  readonly mode: Mode;
  readonly parameters: ReadonlyMap<string, string>;
  readonly returns: string;
  readonly throws: readonly { readonly id: string; readonly when: string }[];
  readonly example?: { readonly query: string; readonly tag: ts.JSDocTag };
}

type Draft = {
  -readonly [key in keyof DocComment]: DocComment[key];
} & { parameters: Map<string, string>; throws: { id: string; when: string }[] };

type Reader = (tag: ts.JSDocTag, draft: Draft, problems: Problems) => void;

/** What each tag adds. An unknown tag stops the build: `@readOnly` would otherwise open a transaction unnoticed. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['param', readParameter],
  ['returns', readReturns],
  ['throws', readThrows],
  ['example', readExample],
  ['readonly', modeReader('readonly')],
  ['steps', modeReader('steps')],
]);

/** Reads the doc comment in front of a method. */
export function readDocComment(method: ts.MethodDeclaration, problems: Problems): DocComment {
  const comment = docOf(method);
  const draft: Draft = {
    doc: comment === undefined ? '' : textOf(comment.comment),
    mode: 'transaction',
    parameters: new Map(),
    returns: '',
    throws: [],
  };
  if (draft.doc === '') problems.add(method.name, missingDoc(method.name.getText()));
  for (const tag of comment?.tags ?? []) {
    const read = readers.get(tag.tagName.text);
    if (read) read(tag, draft, problems);
    else problems.add(tag, unknownTag(tag.tagName.text));
  }
  return draft;
}

/** The text of the doc comment in front of a class, an interface or a member; '' without one. */
export function docText(node: ts.Node): string {
  const comment = docOf(node);
  return comment === undefined ? '' : textOf(comment.comment);
}

function docOf(node: ts.Node): ts.JSDoc | undefined {
  return ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
}

function readParameter(tag: ts.JSDocTag, draft: Draft, problems: Problems): void {
  if (!ts.isJSDocParameterTag(tag)) return;
  const name = tag.name.getText();
  if (draft.parameters.has(name)) problems.add(tag, `@param ${name} is here twice: keep one.`);
  draft.parameters.set(name, oneLine(tag));
}

function readThrows(tag: ts.JSDocTag, draft: Draft, problems: Problems): void {
  const [, id = '', when = ''] = /^(\S*)\s*(.*)$/.exec(oneLine(tag)) ?? [];
  if (Object.hasOwn(phrases, id)) draft.throws.push({ id, when });
  else problems.add(tag, `@throws ${id} is no error id: use one of src/errors.ts or add it there.`);
}

function readExample(tag: ts.JSDocTag, draft: Draft, problems: Problems): void {
  if (draft.example) problems.add(tag, 'there is an @example already: keep one.');
  draft.example = { query: oneLine(tag), tag };
}

function readReturns(tag: ts.JSDocTag, draft: Draft): void {
  draft.returns = oneLine(tag);
}

function modeReader(mode: Mode): Reader {
  return (tag, draft, problems) => {
    if (draft.mode !== 'transaction') problems.add(tag, 'use one of @readonly and @steps.');
    draft.mode = mode;
  };
}

function oneLine(tag: ts.JSDocTag): string {
  return textOf(tag.comment).replace(/\s+/g, ' ');
}

function textOf(comment: ts.JSDoc['comment']): string {
  if (comment === undefined || typeof comment === 'string') return (comment ?? '').trim();
  return comment.map(partText).join('').trim();
}

/** Plain text as it is, a link as code. The parser drops the line break behind a link. */
function partText(part: ts.JSDocComment, index: number): string {
  if ('name' in part) return `\`${part.name.getText()}\``;
  return index > 0 && /^\w/.test(part.text) ? ` ${part.text}` : part.text;
}

function missingDoc(name: string): string {
  return `${name} is public and so open to the world, but has no doc comment: describe it, or make it private or protected.`;
}

function unknownTag(name: string): string {
  return `@${name} is not known: use ${[...readers.keys()].map((tag) => `@${tag}`).join(', ')}.`;
}
