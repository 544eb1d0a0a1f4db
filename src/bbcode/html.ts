import { escapeHtml } from './escape.ts';
import { parse } from './parse.ts';
import type { Node, TagNode, Tree } from './parse.ts';
import { bareLinks } from './links.ts';
import { TAGS } from './tags.ts';
import type { Attributes, TagName } from './tags.ts';

export interface HtmlOptions {
  /** Make links of bare http and https addresses in the text. */
  readonly autolink?: boolean;
}

/** BBCode, or a tree already parsed, as safe HTML that is also well-formed XML. */
export function renderHtml(bbcode: string | Tree, { autolink = true }: HtmlOptions = {}): string {
  const tree = typeof bbcode === 'string' ? parse(bbcode) : bbcode;
  const out: string[] = [];
  renderAll(tree.children, { autolink, breaks: true }, out);
  return out.join('');
}

interface TextStyle {
  readonly autolink: boolean;
  readonly breaks: boolean;
}

/** An element and its attributes; those without a value are left out. */
type Html = readonly [element: string, attributes?: Record<string, string | undefined>];

/** The elements a tag becomes, outermost first. Nothing else is ever written between `<` and `>`. */
const ELEMENTS: Readonly<Record<TagName, (attributes: Attributes) => readonly Html[]>> = {
  b: () => [['strong']],
  i: () => [['em']],
  u: () => [['u']],
  s: () => [['s']],
  sub: () => [['sub']],
  sup: () => [['sup']],
  highlight: () => [['mark']],
  color: ({ color }) => [['span', { style: `color:${color}` }]],
  font: ({ font }) => [['span', { style: `font-family:${font}` }]],
  size: ({ size }) => [['span', { style: `font-size:${fontSize(size)}` }]],
  left: () => [['div', { style: 'text-align:left' }]],
  center: () => [['div', { style: 'text-align:center' }]],
  right: () => [['div', { style: 'text-align:right' }]],
  justify: () => [['div', { style: 'text-align:justify' }]],
  indent: () => [['div', { style: 'margin-left:40px' }]],
  h: ({ level }) => [[`h${level}`]],
  hr: () => [['hr']],
  url: ({ href }) => [['a', { href, rel: LINK_REL }]],
  email: ({ href }) => [['a', { href }]],
  user: ({ userid, username }) => [
    ['a', { class: 'bbcode-user', 'data-userid': userid, 'data-username': username }],
  ],
  img: ({ src, alt = '', width, height }) => [['img', { src, alt, width, height }]],
  img2: ({ src }) => [['img', { src, alt: '' }]],
  video: ({ href }) => [['a', { class: 'bbcode-video', href, rel: LINK_REL }]],
  attach: ({ attachmentid }) => [
    ['a', { class: 'bbcode-attachment', 'data-attachmentid': attachmentid }],
  ],
  quote: ({ author, nodeid }) => [
    ['blockquote', { class: 'bbcode-quote', 'data-author': author, 'data-nodeid': nodeid }],
  ],
  spoiler: () => [['details', { class: 'bbcode-spoiler' }]],
  code: () => [['pre', { class: 'bbcode-code' }], ['code']],
  php: () => [
    ['pre', { class: 'bbcode-code' }],
    ['code', { class: 'language-php' }],
  ],
  html: () => [
    ['pre', { class: 'bbcode-code' }],
    ['code', { class: 'language-html' }],
  ],
  noparse: () => [['span', { class: 'bbcode-noparse' }]],
  list: ({ type }) => [type ? ['ol', { type }] : ['ul']],
  '*': () => [['li']],
  table: () => [['table', { class: 'bbcode-table' }], ['tbody']],
  tr: () => [['tr']],
  td: () => [['td']],
  th: () => [['th']],
};

const LINK_REL = 'nofollow noopener ugc';
const VOID = new Set(['br', 'hr', 'img']);

/** What vBulletin's sizes 1 to 7 are; other sizes name their unit. */
const FONT_SIZES = ['', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'];

function fontSize(size = ''): string {
  return FONT_SIZES[Number(size)] ?? size.toLowerCase();
}

/** Recursion is bounded by the parser's depth limit. */
function renderAll(nodes: readonly Node[], style: TextStyle, out: string[]): void {
  for (const node of nodes) {
    if ('text' in node) out.push(textHtml(node.text, style));
    else renderTag(node, style, out);
  }
}

function renderTag(node: TagNode, style: TextStyle, out: string[]): void {
  const { tag, attributes, literal } = node;
  const { group, block } = TAGS[tag];
  const autolink = style.autolink && !literal && group !== 'link';
  const elements = ELEMENTS[tag](attributes);

  for (const html of elements) out.push(startTag(html));
  out.push(headHtml(node));
  renderAll(contentOf(node), { autolink, breaks: !(literal && block) }, out);
  for (const [element] of elements.toReversed()) if (!VOID.has(element)) out.push(`</${element}>`);
}

/** What a quote or spoiler says above its content. */
function headHtml({ tag, attributes: { author, title } }: TagNode): string {
  if (tag === 'quote' && author) return `<cite>${escapeHtml(author)}</cite>`;
  return tag === 'spoiler' ? `<summary>${escapeHtml(title ?? 'Spoiler')}</summary>` : '';
}

function contentOf({ tag, attributes, children }: TagNode): readonly Node[] {
  if (tag === 'attach') return [{ text: `Attachment ${attributes.attachmentid}` }];
  if (tag === 'video') return [{ text: attributes.href ?? '' }];
  return attributes.src ? [] : children;
}

function textHtml(text: string, { autolink, breaks }: TextStyle): string {
  const html = autolink ? linkAddresses(text) : escapeHtml(text);
  return breaks ? html.replaceAll('\n', '<br />') : html;
}

function startTag([element, attributes = {}]: Html): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value = '']) => ` ${name}="${escapeHtml(value)}"`);
  return `<${element}${written.join('')}${VOID.has(element) ? ' />' : '>'}`;
}

function linkAddresses(text: string): string {
  const out: string[] = [];
  let done = 0;
  for (const { start, end, href } of bareLinks(text)) {
    out.push(escapeHtml(text.slice(done, start)), startTag(['a', { href, rel: LINK_REL }]));
    out.push(escapeHtml(text.slice(start, end)), '</a>');
    done = end;
  }
  return out.join('') + escapeHtml(text.slice(done));
}
