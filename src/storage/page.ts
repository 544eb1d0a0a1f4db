/** What a page says of itself. */
export interface Page {
  readonly title: string;
  readonly description: string;
  /** As written in the page. */
  readonly images: readonly string[];
}

/** However long a page is, no more than this of it is looked at: work stays in proportion to its length. */
const MOST_TAGS = 500;
const LONGEST_TAG = 4_096;
const MOST_IMAGES = 20;

/** Elements whose content is no markup. */
const raw = new Set(['script', 'style', 'textarea', 'noscript', 'template']);

/**
 * Reads the title, the description and the pictures of an HTML page in one pass from left to right. It is no parser:
 * a page that hides its `meta` tags in odd places loses them, and nothing worse.
 */
export function readPage(html: string): Page {
  const meta = new Map<string, string>();
  const images: string[] = [];
  let title = '';
  for (const { name, attributes, content } of tagsOf(html)) {
    if (name === 'title') title ||= tidy(decode(content));
    if (name === 'img') images.push(attributes.get('src') ?? '');
    const property = attributes.get('property') ?? attributes.get('name');
    if (name !== 'meta' || property === undefined) continue;
    const key = property.toLowerCase();
    if (!meta.has(key)) meta.set(key, tidy(attributes.get('content') ?? ''));
  }
  const shown = [meta.get('og:image') ?? '', meta.get('twitter:image') ?? '', ...images];
  return {
    title: first(meta.get('og:title'), title),
    description: first(meta.get('og:description'), meta.get('description')),
    images: [...new Set(shown)].filter((image) => image !== '').slice(0, MOST_IMAGES),
  };
}

function first(...texts: readonly (string | undefined)[]): string {
  return texts.find((found) => found !== undefined && found !== '') ?? '';
}

interface FoundTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** What stands between the tags of a title. */
  readonly content: string;
}

const wanted = new Set(['title', 'meta', 'img']);

function* tagsOf(html: string): Generator<FoundTag> {
  let count = 0;
  let at = html.indexOf('<');
  while (at >= 0 && count < MOST_TAGS) {
    if (html.startsWith('<!--', at)) {
      at = after(html, '-->', at + 4);
      continue;
    }
    const name = /^[a-z][a-z\d]{0,19}/i.exec(html.slice(at + 1, at + 21))?.[0].toLowerCase() ?? '';
    if (raw.has(name)) {
      at = afterEnd(html, name, at);
    } else if (!wanted.has(name)) {
      at = html.indexOf('<', at + 1);
    } else {
      const { attributes, end } = attributesOf(html, at + 1 + name.length);
      const next = html.indexOf('<', end);
      yield { name, attributes, content: name === 'title' ? html.slice(end, next) : '' };
      count += 1;
      at = next;
    }
  }
}

/** The next tag behind a text; none when the text is not there. */
function after(html: string, closing: string, from: number): number {
  const end = html.indexOf(closing, from);
  return end < 0 ? -1 : html.indexOf('<', end + closing.length);
}

function afterEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(html);
  return found === null ? -1 : html.indexOf('<', closing.lastIndex);
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+)))?|(>)/y;

/** The attributes of a tag from behind its name on, and where the tag ends. */
function attributesOf(html: string, from: number) {
  const source = html.slice(from, from + LONGEST_TAG);
  const attributes = new Map<string, string>();
  let at = 0;
  while (at < source.length) {
    attribute.lastIndex = at;
    const [all = '', name, double, single, bare, end] = attribute.exec(source) ?? [];
    at += all.length || 1;
    if (end !== undefined) break;
    const key = name?.toLowerCase();
    if (key !== undefined && !attributes.has(key))
      attributes.set(key, decode(double ?? single ?? bare ?? ''));
  }
  return { attributes, end: from + at };
}

/** On one line. */
function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ ndash: '–', mdash: '—', hellip: '…', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”' },
  ...{ laquo: '«', raquo: '»', middot: '·', bull: '•', copy: '©', reg: '®' },
};

function decode(html: string): string {
  return html.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi, (all, ...found) => {
    const [decimal, hex, name] = found as (string | undefined)[];
    if (name !== undefined) return entities[name.toLowerCase()] ?? all;
    const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
    return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd';
  });
}

function isCharacter(code: number): boolean {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}

/** The page as text: in the encoding that it names, else UTF-8. */
export function decodePage(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1_024)).toString('latin1');
  const label = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{1,30})/i.exec(head)?.[1] ?? 'utf-8';
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    // It names an encoding that there is not.
    return new TextDecoder().decode(bytes);
  }
}
