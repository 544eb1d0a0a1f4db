import { BbcodeWriter, type WrittenTag } from './bbcode-writer.ts';
import { linesAround, tagOf, tagsOf } from './html-tags.ts';
import { type HtmlElement, type HtmlNode, parseHtml } from './html-tree.ts';
import { safeUrl, webUrl } from './url.ts';
import { videoOf } from './video-providers.ts';

/**
 * HTML of rich editors as BBCode. What comes out is BBCode that anybody could have written, and is shown by the same
 * renderer: so what the HTML was, hostile or not, nothing of it is ever shown but what BBCode can say. Our own HTML
 * becomes BBCode that renders to the same HTML.
 */
export function fromHtml(
  html: string,
  { nl2br = false }: { readonly nl2br?: boolean } = {},
): string {
  const writer = new BbcodeWriter(nl2br);
  writeAll(parseHtml(html), writer);
  return writer.toString();
}

/** What is not content, and what nobody can say where it comes from. */
const HIDDEN = new Set(
  (
    'script style title head template noscript noembed noframes textarea select option button object applet ' +
    'embed svg math canvas audio map form input'
  ).split(' '),
);

type Write = (element: HtmlElement, writer: BbcodeWriter) => void;

/** Elements that are more than a tag around their content. */
const SPECIAL: Readonly<Record<string, Write>> = {
  br: (_, writer) => {
    writer.newline();
  },
  hr: (_, writer) => {
    writer.block('[HR]');
    writer.afterBlock();
  },
  a: writeLink,
  img: writeImage,
  iframe: ({ attributes }, writer) => {
    const video = videoOf(attributes.src ?? '');
    if (video !== undefined) writer.text(`[VIDEO]${video.url}[/VIDEO]`);
  },
  pre: writeCode,
  blockquote: writeQuote,
  details: writeSpoiler,
};

/** Recursion is bounded by the depth limit of the tree. */
function writeAll(nodes: readonly HtmlNode[], writer: BbcodeWriter): void {
  for (const node of nodes) {
    if (typeof node === 'string') writer.flow(node);
    else writeElement(node, writer);
  }
}

function writeElement(element: HtmlElement, writer: BbcodeWriter): void {
  const { name } = element;
  if (HIDDEN.has(name)) return;
  const special = Object.hasOwn(SPECIAL, name) ? SPECIAL[name] : undefined;
  if (special === undefined) writeTagged(element, tagsOf(element), writer);
  else special(element, writer);
}

/** The element's content with the tags around it, outermost first. */
function writeTagged(
  element: HtmlElement,
  tags: readonly WrittenTag[],
  writer: BbcodeWriter,
): void {
  const lines = tags.some((tag) => tag.block) ? 0 : linesAround(element.name);
  writer.boundary(lines);
  for (const tag of tags) writer.open(tag);
  writeAll(element.children, writer);
  for (const tag of tags.toReversed()) writer.close(tag);
  writer.boundary(lines);
}

function writeLink(element: HtmlElement, writer: BbcodeWriter): void {
  const { attributes, children } = element;
  const tag = ownTag(attributes);
  const userid = attributes['data-userid'] ?? '';
  const url = safeUrl(attributes.href ?? '');
  if (tag !== undefined) writer.text(tag);
  else if (/^\d{1,10}$/.test(userid))
    writeTagged(element, [tagOf('USER', { option: `=${userid}` })], writer);
  else if (url === undefined) writeAll(children, writer);
  else if (/^mailto:/i.test(url)) writeAddressed('EMAIL', url.slice(7), element, writer);
  else writeAddressed('URL', url, element, writer);
}

/** What our own HTML has links for, where the tag says all of it. */
function ownTag({
  class: kind,
  href = '',
  ...data
}: HtmlElement['attributes']): string | undefined {
  const { 'data-attachmentid': attachmentid = '', 'data-username': username } = data;
  if (ID.test(attachmentid)) return `[ATTACH]${attachmentid}[/ATTACH]`;
  if (kind === 'bbcode-user' && username !== undefined)
    return `[USER]${username.replaceAll('[', '(')}[/USER]`;
  const video = kind === 'bbcode-video' ? safeUrl(href) : undefined;
  return video === undefined ? undefined : `[VIDEO]${video}[/VIDEO]`;
}

const ID = /^n?\d{1,10}$/i;

function writeAddressed(
  name: string,
  address: string,
  element: HtmlElement,
  writer: BbcodeWriter,
): void {
  writeTagged(element, [tagOf(name, { option: `="${address}"` })], writer);
}

function writeImage({ attributes }: HtmlElement, writer: BbcodeWriter): void {
  const attachmentid = attributes['data-attachmentid'] ?? '';
  const src = webUrl(attributes.src ?? '');
  if (ID.test(attachmentid)) writer.text(`[ATTACH]${attachmentid}[/ATTACH]`);
  else if (src !== undefined)
    writer.text(`[IMG${sizesOf(attributes)}${altOf(attributes)}]${src}[/IMG]`);
}

/** With sizes before it, it stays within what a tag's attributes may be. */
const LONGEST_ALT = 140;

/** The alternative text, without what would end it or the tag. */
function altOf({ alt = '' }: HtmlElement['attributes']): string {
  const line = alt.replace(/["[\]\s\p{Cc}]+/gu, ' ').trim();
  const text = line.slice(0, LONGEST_ALT).replace(/\p{Surrogate}|\s+$/gu, '');
  return text === '' ? '' : ` alt="${text}"`;
}

function sizesOf({ width = '', height = '' }: HtmlElement['attributes']): string {
  const sizes = Object.entries({ width, height }).filter(([, size]) => /^\d{1,4}$/.test(size));
  return sizes.map(([name, size]) => ` ${name}="${size}"`).join('');
}

/** Code keeps its lines and blanks, and nothing in it is markup. */
function writeCode(element: HtmlElement, writer: BbcodeWriter): void {
  const inner = element.children.find((node) => typeof node !== 'string' && node.name === 'code');
  const kind = inner === undefined || typeof inner === 'string' ? '' : inner.attributes.class;
  const language = /\blanguage-(php|html)\b/.exec(kind ?? '')?.[1] ?? 'code';
  const name = language.toUpperCase();
  const text = textOf(element.children);
  writer.block(`[${name}]\n${text}\n[/${name}]`);
  writer.afterBlock();
}

function textOf(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (typeof node === 'string') return node;
      return node.name === 'br' ? '\n' : textOf(node.children);
    })
    .join('');
}

function writeQuote(element: HtmlElement, writer: BbcodeWriter): void {
  const author = (element.attributes['data-author'] ?? '').replace(/["\n]/g, "'");
  const nodeid = element.attributes['data-nodeid'] ?? '';
  const id = /^\d{1,10}$/.test(nodeid) ? `;${nodeid}` : '';
  const option = author === '' && id === '' ? '' : `="${author}${id}"`;
  writeTagged(withoutChild(element, 'cite'), [tagOf('QUOTE', { option, block: true })], writer);
}

function writeSpoiler(element: HtmlElement, writer: BbcodeWriter): void {
  const summary = element.children.find(
    (node) => typeof node !== 'string' && node.name === 'summary',
  );
  const title =
    summary === undefined
      ? ''
      : textOf([summary])
          .replace(/["\s]+/g, ' ')
          .trim();
  const option = title === '' || title === 'Spoiler' ? '' : `="${title}"`;
  writeTagged(
    withoutChild(element, 'summary'),
    [tagOf('SPOILER', { option, block: true })],
    writer,
  );
}

/** The element without its head, which the tag says. */
function withoutChild({ name, attributes, children }: HtmlElement, head: string): HtmlElement {
  const rest = children.filter((node) => typeof node === 'string' || node.name !== head);
  return { name, attributes, children: rest };
}
