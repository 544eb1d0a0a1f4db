import type { WrittenTag } from './bbcode-writer.ts';
import type { HtmlElement } from './html-tree.ts';
import { type TagName, TAGS } from './tags.ts';

/** Elements that begin and end a line. A paragraph has a blank line around it. */
const LINES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...{ p: 2, div: 1, section: 1, article: 1, header: 1, footer: 1, main: 1, figure: 1 },
    ...{ figcaption: 1, address: 1, dl: 1, dt: 1, dd: 1, form: 1, fieldset: 1, caption: 1, tr: 1 },
  }),
);

const INLINE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ b: 'B', strong: 'B', i: 'I', em: 'I', cite: 'I', u: 'U', ins: 'U', s: 'S', strike: 'S' },
    ...{ del: 'S', sub: 'SUB', sup: 'SUP', mark: 'HIGHLIGHT' },
  }),
);
const BLOCKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ center: 'CENTER', ul: 'LIST', li: '*', table: 'TABLE', tr: 'TR', td: 'TD', th: 'TH' },
  }),
);

/** So many lines end before and after an element. */
export function linesAround(name: string): number {
  return LINES.get(name) ?? 0;
}

/** The tags that stand for an element and its style, outermost first. */
export function tagsOf(element: HtmlElement): WrittenTag[] {
  const { name, attributes } = element;
  return [...blockTags(name, attributes), ...inlineTags(name, attributes)];
}

function blockTags(name: string, attributes: HtmlElement['attributes']): WrittenTag[] {
  const tags: WrittenTag[] = [];
  const style = stylesOf(attributes.style);
  const align = (style.get('text-align') ?? attributes.align ?? '').toLowerCase();
  if (/^(?:left|center|right|justify)$/.test(align) && ALIGNED.has(name))
    tags.push(tagOf(align.toUpperCase(), { block: true }));
  if (/^\d/.test(style.get('margin-left') ?? '') && LINES.has(name))
    tags.push(tagOf('INDENT', { block: true }));
  const heading = /^h([1-6])$/.exec(name)?.[1];
  if (heading !== undefined) tags.push(tagOf('H', { option: `=${heading}`, block: true }));
  if (name === 'ol') tags.push(tagOf('LIST', { option: `=${listType(attributes)}`, block: true }));
  const block = BLOCKS.get(name);
  if (block !== undefined) tags.push(tagOf(block, { block: true }));
  return tags;
}

/** Elements whose alignment BBCode can say. */
const ALIGNED: ReadonlySet<string> = new Set(
  [...LINES.keys(), 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'td', 'th'].filter((name) => name !== 'tr'),
);

function inlineTags(name: string, attributes: HtmlElement['attributes']): WrittenTag[] {
  const tags: WrittenTag[] = [];
  const style = stylesOf(attributes.style);
  const tag = INLINE.get(name);
  if (tag !== undefined) tags.push(tagOf(tag));
  if (/\bbbcode-noparse\b/.test(attributes.class ?? '')) tags.push(tagOf('NOPARSE'));
  const weight = style.get('font-weight') ?? '';
  if (/^(?:bold|bolder|[6-9]00)$/i.test(weight)) tags.push(tagOf('B'));
  if (/^(?:italic|oblique)$/i.test(style.get('font-style') ?? '')) tags.push(tagOf('I'));
  const line = style.get('text-decoration') ?? style.get('text-decoration-line') ?? '';
  if (/underline/i.test(line)) tags.push(tagOf('U'));
  if (/line-through/i.test(line)) tags.push(tagOf('S'));
  const color = style.get('color') ?? attributes.color ?? '';
  if (takes('color', color)) tags.push(tagOf('COLOR', { option: `=${color}` }));
  const font = (style.get('font-family') ?? attributes.face ?? '').replace(/["']/g, '');
  if (takes('font', font)) tags.push(tagOf('FONT', { option: `=${font}` }));
  const size = sizeOf(style.get('font-size') ?? '', name === 'font' ? attributes.size : undefined);
  if (size !== undefined) tags.push(tagOf('SIZE', { option: `=${size}` }));
  return tags;
}

/** Whether BBCode's tag takes this for its option: what it would not, it would show as text. */
function takes(name: TagName, option: string): boolean {
  return TAGS[name].read({ option, rest: '', content: '' }) !== undefined;
}

const SIZES = ['x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'xxx-large'];

function sizeOf(style: string, attribute = ''): string | undefined {
  const size = style.toLowerCase();
  const named = SIZES.indexOf(size) + 1;
  if (named > 0) return String(named);
  if (/p[xt]$/.test(size) && takes('size', size)) return size;
  return /^[1-7]$/.test(attribute) ? attribute : undefined;
}

function listType({ type = '1' }: HtmlElement['attributes']): string {
  return /^[1aAiI]$/.test(type) ? type : '1';
}

/** A tag by its name. */
export function tagOf(
  name: string,
  { option = '', block = false }: { readonly option?: string; readonly block?: boolean } = {},
): WrittenTag {
  return { open: `[${name}${option}]`, close: name === '*' ? '' : `[/${name}]`, block };
}

/** The declarations of a `style`, by their names. */
function stylesOf(style = ''): ReadonlyMap<string, string> {
  const declarations = style.slice(0, 1000).split(';');
  return new Map(
    declarations.flatMap((declaration) => {
      const colon = declaration.indexOf(':');
      const [name, value] = [declaration.slice(0, colon), declaration.slice(colon + 1)];
      return colon < 0 ? [] : [[name.trim().toLowerCase(), value.trim()] as const];
    }),
  );
}
