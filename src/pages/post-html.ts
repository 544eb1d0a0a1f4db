import { type HtmlElement, type HtmlNode, parseHtml } from '../bbcode/html-tree.ts';
import { escapeHtml } from '../bbcode/escape.ts';
import type { Attachment } from '../shapes/attachment.ts';
import { Html } from './html.ts';
import type { Visit } from './visit.ts';

/** What a post's text speaks of beside itself. */
export interface Surroundings extends Pick<Visit, 'baseUrl' | 'language'> {
  readonly attachments?: ReadonlyMap<number, Attachment> | undefined;
}

/**
 * A post's text, which the board has made of BBCode, as a page shows it. Nothing is fetched from elsewhere, so pictures of
 * other sites become links; attachments and names become links; sizes and alignment become classes, since a page has no
 * styles of its own. Colours and fonts are left out: they were chosen for one background, and pages have two.
 */
export function postHtml(message: string, around: Surroundings): Html {
  return new Html(printAll(parseHtml(message), { ...around, inLink: false }));
}

interface Printing extends Surroundings {
  /** Links do not nest. */
  readonly inLink: boolean;
}

type Attributes = Readonly<Record<string, string | undefined>>;

/** Recursion is bounded by the depth of the tree. */
function printAll(nodes: readonly HtmlNode[], printing: Printing): string {
  return nodes
    .map((node) => (typeof node === 'string' ? escapeHtml(node) : printElement(node, printing)))
    .join('');
}

function printElement(element: HtmlElement, printing: Printing): string {
  const { name, attributes, children } = element;
  if (name === 'br' || name === 'hr') return `<${name} />`;
  if (name === 'img') return printPicture(attributes.src ?? '', printing);
  if (name === 'a') return printLink(element, printing);
  const kept = { class: classesOf(attributes), type: attributes.type };
  const content = printAll(children, printing);
  if (name === 'pre') return tag(name, { ...kept, ...wide }, content);
  if (name === 'table') return tag('div', { class: 'wide', ...wide }, tag(name, kept, content));
  return tag(heading(name), kept, content);
}

/** What may be wider than a phone scrolls, and without a mouse it does so only when it has the focus. */
const wide = { tabindex: '0' };

/** A page's own heading comes first: those of a post stand below it. */
function heading(name: string): string {
  const [, level] = /^h([1-6])$/.exec(name) ?? [];
  return level === undefined ? name : `h${Math.min(Number(level) + 1, 6)}`;
}

function printPicture(src: string, { inLink, language }: Printing): string {
  const text = escapeHtml(language.say('picture'));
  return inLink ? text : tag('a', { href: src, rel }, text);
}

const rel = 'nofollow noopener ugc';

function printLink({ attributes, children }: HtmlElement, printing: Printing): string {
  const { 'data-attachmentid': attachmentid, 'data-userid': userid } = attributes;
  const attached = printing.attachments?.get(Number(attachmentid?.replace(/^n/i, '')));
  if (attached !== undefined) return printAttachment(attached);
  const text = printAll(children, { ...printing, inLink: true });
  const member = userid === undefined ? undefined : `${printing.baseUrl}/member/${userid}`;
  const href = member ?? attributes.href;
  if (href === undefined) return text;
  return tag('a', { href, rel: attributes.rel, class: attributes.class }, text);
}

/** An attachment where the post shows it: a picture as such, any other file by its name. */
export function printAttachment({ url, thumburl, filename, caption }: Attachment): string {
  if (thumburl === undefined) return tag('a', { href: url, class: 'file' }, escapeHtml(filename));
  const picture = `<img src="${escapeHtml(thumburl)}" alt="${escapeHtml(caption || filename)}" loading="lazy" />`;
  return tag('a', { href: url, class: 'picture' }, picture);
}

const classes: ReadonlyMap<string, string> = new Map([
  ['text-align:left', 'left'],
  ['text-align:center', 'center'],
  ['text-align:right', 'right'],
  ['text-align:justify', 'justify'],
  ['margin-left:40px', 'indent'],
  ...['x-small', 'small', 'large', 'x-large', 'xx-large', 'xxx-large'].map(
    (size) => [`font-size:${size}`, `size-${size}`] as const,
  ),
]);

function classesOf({ class: own, style = '' }: Attributes): string | undefined {
  return own ?? classes.get(style);
}

function tag(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes).map(([key, value]) =>
    value === undefined ? '' : ` ${key}="${escapeHtml(value)}"`,
  );
  return `<${name}${written.join('')}>${content}</${name}>`;
}
