import ts from 'typescript';
import { phrases } from '../errors.ts';
import type { MethodSpec, Mode } from '../protocol/manifest.ts';
import type { Problems } from './problems.ts';

/** What a doc comment says about a method. */
export interface DocComment {
  readonly doc: string;
  readonly mode: Mode;
  readonly parameters: ReadonlyMap<string, string>;
  readonly returns: string;
  readonly throws: readonly { readonly id: string; readonly when: string }[];
  readonly example?: { readonly query: string; readonly tag: ts.JSDocTag };
  readonly caller?: MethodSpec['caller'];
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
  ['as', readCaller],
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

/** What the tags of a class say. */
export interface ClassTags {
  /** `@lead`: of the classes of a folder this one's doc comment tells what they are together. */
  readonly lead?: true;
  /** `@sample`: the id of one of its own, which stands in examples for `{sample}`. */
  readonly sample?: string;
  /** `@as`: who calls where the method does not say. */
  readonly caller?: MethodSpec['caller'];
}

/** The tags of a class. */
export function readClassTags(node: ts.ClassDeclaration, problems: Problems): ClassTags {
  const read: { -readonly [key in keyof ClassTags]: ClassTags[key] } = {};
  for (const tag of docOf(node)?.tags ?? []) {
    if (tag.tagName.text === 'sample') read.sample = oneLine(tag);
    else if (tag.tagName.text === 'lead') read.lead = true;
    else if (tag.tagName.text === 'as') read.caller = callerOf(tag, problems);
    else
      problems.add(tag, `@${tag.tagName.text} is not known at a class: use @lead, @sample, @as.`);
  }
  return read;
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

function readCaller(tag: ts.JSDocTag, draft: Draft, problems: Problems): void {
  draft.caller = callerOf(tag, problems);
}

function callerOf(tag: ts.JSDocTag, problems: Problems): MethodSpec['caller'] {
  const name = oneLine(tag);
  if (name === 'guest' || name === 'mod' || name === 'admin') return name;
  problems.add(
    tag,
    `@as ${name} is not known: use guest, mod or admin; other examples are alice's.`,
  );
  return undefined;
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
