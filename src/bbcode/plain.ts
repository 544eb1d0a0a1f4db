import { parse } from './parse.ts';
import type { Node, TagNode, Tree } from './parse.ts';
import { TAGS } from './tags.ts';
import type { TagName } from './tags.ts';

export interface PlainOptions {
  /** Longest answer in UTF-16 units, the ellipsis of a cut included. */
  readonly maxLength?: number;
  /** Tags left out with their content. */
  readonly omit?: readonly TagName[];
}

/** BBCode, or a tree already parsed, as text: quotes with `> `, items with `- `, links with their address. */
export function renderPlain(bbcode: string | Tree, options: PlainOptions = {}): string {
  const tree = typeof bbcode === 'string' ? parse(bbcode) : bbcode;
  const writer = new Writer();
  renderAll(tree.children, new Set(options.omit), writer);
  return cut(writer.toString().trim(), options.maxLength ?? Infinity);
}

/** The first words on one line, without quotes and without giving spoilers away. */
export function preview(bbcode: string | Tree, length: number): string {
  const text = renderPlain(bbcode, { omit: ['quote', 'spoiler'] });
  return cut(text.replace(/\s+/g, ' '), length);
}

export interface Quoted {
  readonly author: string;
  readonly nodeid: number;
  readonly rawtext: string;
}

/** The text to start a reply with: a post as a quote, without the quotes it holds itself. */
export function quoteText({ author, nodeid, rawtext }: Quoted): string {
  const name = author.replace(/[[\]\s;"]/g, (character) => HARMLESS[character] ?? ' ').trim();
  return `[QUOTE=${name};${nodeid}]${withoutQuotes(parse(rawtext))}[/QUOTE]`;
}

/** Characters that would end an author's name inside a tag, in this parser or another. */
const HARMLESS: Readonly<Record<string, string>> = { '[': '(', ']': ')', ';': ',', '"': "'" };

/**
 * The source with a newline for every quote and a space for every quote tag without a partner: a
 * separator, so that what stood around it does not join into a new tag. Literal content is kept.
 */
function withoutQuotes({ source, children }: Tree): string {
  const out: string[] = [];
  let done = 0;
  for (const { tag, start, end } of closedParts(children)) {
    out.push(withoutQuoteTags(source.slice(done, start)));
    out.push(tag === 'quote' ? '\n' : source.slice(start, end));
    done = end;
  }
  return [...out, withoutQuoteTags(source.slice(done))].join('').trim();
}

function withoutQuoteTags(source: string): string {
  return source.replace(/\[\/?quote(?:[=\s][^[\]\n]*)?\]/gi, ' ');
}

/** Quotes and tags with literal content, in order and without those inside a quote. */
function* closedParts(nodes: readonly Node[]): Generator<TagNode> {
  for (const node of nodes) {
    if ('text' in node) continue;
    if (node.tag === 'quote' || node.literal) yield node;
    else yield* closedParts(node.children);
  }
}

/** Recursion is bounded by the parser's depth limit. */
function renderAll(nodes: readonly Node[], omit: ReadonlySet<TagName>, writer: Writer): void {
  for (const node of nodes) {
    if ('text' in node) writer.write(node.text);
    else renderTag(node, omit, writer);
  }
}

const PREFIXES: Partial<Record<TagName, string>> = { quote: '> ', '*': '  ' };

function renderTag(node: TagNode, omit: ReadonlySet<TagName>, writer: Writer): void {
  const isCell = node.tag === 'td' || node.tag === 'th';
  const isBlock = TAGS[node.tag].block && !isCell;
  if (isBlock) writer.breakLine();
  if (isCell) writer.separate('\t');
  if (!omit.has(node.tag)) {
    writer.write(headText(node));
    const outer = writer.indent(PREFIXES[node.tag] ?? '');
    renderAll(contentOf(node), omit, writer);
    writer.write(tailText(node));
    if (isBlock) writer.breakLine();
    writer.prefix = outer;
  }
}

function headText({ tag, attributes: { author } }: TagNode): string {
  if (tag === 'quote' && author) return `${author}:\n`;
  if (tag === 'hr') return '---';
  return tag === '*' ? '- ' : '';
}

function contentOf({
  tag,
  attributes: { src, href = '', attachmentid },
  children,
}: TagNode): readonly Node[] {
  if (src) return [{ text: src }];
  if (tag === 'video') return [{ text: href }];
  return tag === 'attach' ? [{ text: `Attachment ${attachmentid}` }] : children;
}

/** A link's address, unless it is what the link shows. */
function tailText({ literal, attributes: { href }, children: [label] }: TagNode): string {
  if (!href || literal) return '';
  const address = href.replace(/^mailto:/i, '');
  return label && 'text' in label && label.text === address ? '' : ` (${address})`;
}

/** Lines with a prefix; nesting beyond a few levels adds no more, so that output stays in proportion. */
class Writer {
  prefix = '';
  private readonly out: string[] = [];
  private atLineStart = true;

  write(text: string): void {
    const [first = '', ...lines] = text.split('\n');
    this.writeInline(first);
    for (const line of lines) {
      if (this.atLineStart) this.out.push(this.prefix.trimEnd());
      this.out.push('\n');
      this.atLineStart = true;
      this.writeInline(line);
    }
  }

  breakLine(): void {
    if (!this.atLineStart) this.out.push('\n');
    this.atLineStart = true;
  }

  separate(separator: string): void {
    if (!this.atLineStart) this.out.push(separator);
  }

  /** @returns the prefix before, to be set again afterwards */
  indent(prefix: string): string {
    const outer = this.prefix;
    if (outer.length < 12) this.prefix += prefix;
    return outer;
  }

  toString(): string {
    return this.out.join('');
  }

  private writeInline(text: string): void {
    if (!text) return;
    if (this.atLineStart) this.out.push(this.prefix);
    this.out.push(text);
    this.atLineStart = false;
  }
}

const GRAPHEMES = new Intl.Segmenter();

/** At most `length` units, ending in an ellipsis after a whole word, or a whole grapheme of a long word. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  if (!(length >= 1)) return '';
  const room = Math.floor(length) - 1;
  // The grapheme at `room` starts where the text before it may end; the next code point decides that.
  const end = GRAPHEMES.segment(text.slice(0, room + 2)).containing(room)?.index ?? 0;
  const words = /^[^]*\S(?=\s)/.exec(text.slice(0, end + 1))?.[0] ?? '';
  return `${words.length * 3 >= end ? words : text.slice(0, end)}…`;
}
