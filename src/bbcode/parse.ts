import { withoutQuotes } from './quotes.ts';
import { TAGS, findTag } from './tags.ts';
import type { Attributes, TagName } from './tags.ts';

export interface TextNode {
  readonly text: string;
}

export interface TagNode {
  readonly tag: TagName;
  readonly attributes: Attributes;
  readonly children: readonly Node[];
  /** The content was taken as it stands: it is text, and nothing in it is a tag or a link. */
  readonly literal: boolean;
  /** Where the tag stands in the tree's source, its closing tag included. */
  readonly start: number;
  readonly end: number;
}

export type Node = TextNode | TagNode;

/** A parsed text. `source` is what was parsed: the input in one kind of newline, without characters XML refuses. */
export interface Tree {
  readonly source: string;
  readonly children: readonly Node[];
}

/** Tags that may be open at once. Deeper opening tags are text, so that walking a tree may recurse. */
export const MAX_DEPTH = 32;

/**
 * Read BBCode into a tree. Never throws; what is no valid tag is text. One pass with an explicit
 * stack: time and memory grow with the length of the input, whatever it nests.
 */
export function parse(bbcode: string): Tree {
  return new Parser(clean(bbcode)).parse();
}

/** Newlines as `\n`, no control characters or noncharacters, a replacement for half surrogate pairs. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/\p{Cs}/gu, '\ufffd');
}

interface Token {
  readonly name: TagName;
  readonly closing: boolean;
  readonly option: string;
  readonly rest: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `[/name]`, `[name]`, `[name=option]`, `[name="option"]`, `[name attribute=value]`. An option without
 * quotes ends at the next bracket that it has not opened itself, as `ids[]=1` does, and a quoted one at the
 * next quote of its kind, so that no stretch of the text is read again and again.
 */
const TAG =
  /\[(\/?)([a-z][a-z\d]{0,9}|\*)(?:=(?:"([^"\n]{0,2000})"|'([^'\n]{0,2000})'|((?:[^[\]\n]|\[(?!\/)[^[\]\n]{0,200}\]){0,2000}))|[ \t]([^[\]\n]{0,200}))?\]/gi;

function nextToken(source: string, from: number): Token | undefined {
  TAG.lastIndex = from;
  for (let match = TAG.exec(source); match; match = TAG.exec(source)) {
    const [all, slash, spelling = '', double, single, bare, rest = ''] = match;
    const [name, implied = ''] = findTag(spelling) ?? [];
    const end = match.index + all.length;
    if (isInAddress(source, match.index, end)) continue;
    const option = double ?? single ?? (bare === undefined ? implied : withoutQuotes(bare));
    if (name) return { name, closing: !!slash, option, rest, start: match.index, end };
    TAG.lastIndex = match.index + 1;
  }
  return undefined;
}

/** What stands in an address's query before `=` names a parameter: `?a[0][b]=1` holds no tag. */
function isInAddress(source: string, start: number, end: number): boolean {
  if (source[end] !== '=') return false;
  const before = source.slice(Math.max(0, start - LONGEST_ADDRESS), start);
  const word = before.split(/[\s<>"]/).at(-1) ?? '';
  const address = word.search(/https?:\/\//i);
  return address >= 0 && word.includes('?', address);
}

const LONGEST_ADDRESS = 2000;

type Growing<T> = { -readonly [K in keyof T]: T[K] };
type OpenText = Growing<TextNode>;
interface OpenTag extends Growing<Omit<TagNode, 'children'>> {
  readonly children: (OpenText | OpenTag)[];
}

class Parser {
  private readonly source: string;
  private readonly children: (OpenText | OpenTag)[] = [];
  private readonly open: OpenTag[] = [];
  private readonly closings = new Map<TagName, number>();
  /** Tags without content that may yet be closed: many editors write the pair. */
  private readonly unpaired = new Map<TagName, number>();
  private textStart = 0;

  constructor(source: string) {
    this.source = source;
  }

  parse(): Tree {
    const { source, children } = this;
    for (let token = nextToken(source, 0); token;) {
      const end = token.closing ? this.takeClosing(token) : this.takeOpening(token);
      if (end !== undefined) this.textStart = end;
      token = nextToken(source, end ?? token.start + 1);
    }
    this.flushText(source.length);
    this.closeDownTo(0, source.length);
    return { source, children };
  }

  /** @returns where the text goes on, or undefined when the tag closes nothing */
  private takeClosing({ name, start, end }: Token): number | undefined {
    if (TAGS[name].void) return this.takePartner(name, start, end);
    const at = this.findOpen(name, TAGS[name].block);
    if (at === undefined) return undefined;
    this.flushText(start);
    this.closeDownTo(at + 1, start);
    this.closeDownTo(at, end);
    return end;
  }

  private takePartner(name: TagName, start: number, end: number): number | undefined {
    const unpaired = this.unpaired.get(name) ?? 0;
    if (unpaired === 0) return undefined;
    this.unpaired.set(name, unpaired - 1);
    this.flushText(start);
    return end;
  }

  /** @returns where the text goes on, or undefined when no such tag may stand here */
  private takeOpening(token: Token): number | undefined {
    const { name, start } = token;
    const { literal, read, within } = TAGS[name];
    const isLiteral = literal === 'always' || (literal === 'bare' && !token.option);
    const parent = within && this.findOpen(within);
    if ((within && parent === undefined) || !this.fits(name, isLiteral)) return undefined;

    const contentEnd = isLiteral ? this.findClosing(name, token.end) : token.end;
    if (contentEnd === undefined) return undefined;
    const content = this.source.slice(token.end, contentEnd);
    const attributes = read({ option: token.option, rest: token.rest, content });
    if (!attributes) return undefined;

    this.flushText(start);
    if (parent !== undefined) this.closeDownTo(parent + 1, start);
    this.push({ tag: name, attributes, children: [], literal: isLiteral, start, end: token.end });
    return isLiteral ? this.takeContent(content, contentEnd) : this.takeStart(token);
  }

  private takeContent(content: string, contentEnd: number): number {
    const text = this.isInBlock() ? content.replace(/^\n|\n$/g, '') : content;
    if (text) this.siblings().push({ text });
    const end = this.source.indexOf(']', contentEnd) + 1;
    this.closeDownTo(this.open.length - 1, end);
    return end;
  }

  private takeStart({ name, end }: Token): number {
    if (!TAGS[name].void) return end;
    this.unpaired.set(name, (this.unpaired.get(name) ?? 0) + 1);
    this.closeDownTo(this.open.length - 1, end);
    return end;
  }

  /** Where in the stack the tag is open, as far as one can reach from here. */
  private findOpen(name: TagName, throughWalls = false): number | undefined {
    const at = this.open.findLastIndex(
      ({ tag }) => tag === name || (!throughWalls && TAGS[tag].wall),
    );
    return this.open[at]?.tag === name ? at : undefined;
  }

  /**
   * The next closing tag of this name. It is remembered until it is passed, so that each name's
   * closing tags are searched for once through the text and not once from each opening tag.
   */
  private findClosing(name: TagName, from: number): number | undefined {
    let at = this.closings.get(name) ?? -1;
    if (at < from) {
      const pattern = new RegExp(`\\[/${name}\\]`, 'gi');
      pattern.lastIndex = from;
      at = pattern.exec(this.source)?.index ?? Infinity;
      this.closings.set(name, at);
    }
    return at === Infinity ? undefined : at;
  }

  /** Tags without tags inside do not deepen the tree and are welcome at any depth. */
  private fits(name: TagName, isLiteral: boolean): boolean {
    const { group, void: isVoid } = TAGS[name];
    if (!isLiteral && !isVoid && this.open.length >= MAX_DEPTH) return false;
    return !group || !this.open.some(({ tag }) => TAGS[tag].group === group);
  }

  private flushText(end: number): void {
    const text = this.source.slice(this.textStart, end);
    const parent = this.open.at(-1);
    if (parent && TAGS[parent.tag].items && !text.trim()) return;
    if (text) this.fillItems(end);
    const before = this.siblings().at(-1);
    const fresh = before ? isBlock(before) : this.open.length > 0 && this.isInBlock();
    const kept = fresh ? text.replace(/^[ \t]*\n/, '') : text;
    if (kept) this.siblings().push({ text: kept });
  }

  private push(tag: OpenTag): void {
    this.fillItems(tag.start, tag.tag);
    if (isBlock(tag)) this.trimNewline();
    this.siblings().push(tag);
    this.open.push(tag);
  }

  /** Open the row, cell or list item that is missing around content put straight into a table or list. */
  private fillItems(start: number, content?: TagName): void {
    for (;;) {
      const parent = this.open.at(-1)?.tag;
      const item = parent && TAGS[parent].items;
      if (!item || (content && TAGS[content].within === parent)) return;
      const tag = { tag: item, attributes: {}, children: [], literal: false, start, end: start };
      this.siblings().push(tag);
      this.open.push(tag);
    }
  }

  private closeDownTo(depth: number, end: number): void {
    while (this.open.length > depth) {
      if (this.isInBlock()) this.trimNewline();
      const closed = this.open.pop();
      if (closed) closed.end = end;
    }
  }

  /** A newline before a block's opening or closing tag is the block's own. */
  private trimNewline(): void {
    if (this.open.at(-1)?.literal) return;
    const last = this.siblings().at(-1);
    if (!last || !('text' in last)) return;
    last.text = last.text.replace(/\n[ \t]*$/, '');
    if (!last.text) this.siblings().pop();
  }

  private siblings(): (OpenText | OpenTag)[] {
    return this.open.at(-1)?.children ?? this.children;
  }

  private isInBlock(): boolean {
    const parent = this.open.at(-1);
    return !!parent && isBlock(parent);
  }
}

function isBlock(node: OpenText | OpenTag): boolean {
  return 'tag' in node && !!TAGS[node.tag].block;
}
