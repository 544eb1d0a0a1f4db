import { LONGEST_URL, safeUrl, webUrl } from './url.ts';
import { withoutQuotes } from './quotes.ts';
import { videoItem } from './video-providers.ts';

/**
 * Every tag the parser knows, in one table: how its content is read, where it may stand, and which
 * attributes it has. A `read` answers undefined when an attribute is not of its type; the tag then
 * stays literal text, so a renderer only ever sees values that passed a check here.
 */
export type Attributes = Readonly<Record<string, string>>;

/** `option` is the part after `=`, '' when there is none; `rest` is a list as in `[img width="9"]`. */
export interface TagSource {
  readonly option: string;
  readonly rest: string;
  readonly content: string;
}

export interface Tag {
  readonly read: (source: TagSource) => Attributes | undefined;
  /** Content is taken as it stands up to the closing tag: always, or when there is no option. */
  readonly literal?: 'always' | 'bare';
  readonly void?: boolean;
  /** Breaks the line itself, so that one newline on either side of its tags is not text. */
  readonly block?: boolean;
  /** Inline closing tags and items inside do not reach tags outside. */
  readonly wall?: boolean;
  /** The tag is an item of one of these. */
  readonly within?: TagName;
  /** The tag holds nothing but items; other content gets one of these around it. */
  readonly items?: TagName;
  /** Tags of a group do not nest in one another. */
  readonly group?: 'link' | 'heading';
}

const NAMES = [
  ...['b', 'i', 'u', 's', 'sub', 'sup', 'highlight', 'color', 'font', 'size'],
  ...['left', 'center', 'right', 'justify', 'indent', 'h', 'hr'],
  ...['url', 'email', 'user', 'img', 'img2', 'video', 'attach'],
  ...['quote', 'spoiler', 'code', 'php', 'html', 'noparse'],
  ...['list', '*', 'table', 'tr', 'td', 'th'],
] as const;

export type TagName = (typeof NAMES)[number];

const BLOCK = { block: true, read: plain } as const;
const CODE = { block: true, literal: 'always', read: any } as const;

export const TAGS: Readonly<Record<TagName, Tag>> = {
  b: { read: plain },
  i: { read: plain },
  u: { read: plain },
  s: { read: plain },
  sub: { read: plain },
  sup: { read: plain },
  highlight: { read: plain },
  color: {
    read: matching('color', /^(?:#[\da-f]{3}|#[\da-f]{6}|[a-z]{3,20}|rgb\([\d, ]{5,15}\))$/i),
  },
  font: { read: matching('font', /^[a-z\d][a-z\d ,_-]{0,99}$/i) },
  size: { read: matching('size', /^(?:[1-7]|(?:[89]|[1-3]\d|4[0-8])p[xt])$/i) },
  left: BLOCK,
  center: BLOCK,
  right: BLOCK,
  justify: BLOCK,
  indent: { block: true, read: any },
  h: { block: true, group: 'heading', read: matching('level', /^[1-6]$/) },
  hr: { block: true, void: true, read: plain },
  url: { literal: 'bare', group: 'link', read: readUrl },
  email: { literal: 'bare', group: 'link', read: readEmail },
  user: { literal: 'bare', group: 'link', read: readUser },
  img: { literal: 'always', read: readImage },
  img2: { literal: 'always', read: readJsonImage },
  video: { literal: 'always', group: 'link', read: readVideo },
  attach: { literal: 'always', group: 'link', read: readAttachment },
  quote: { block: true, wall: true, read: readQuote },
  spoiler: { block: true, wall: true, read: ({ option }) => some({ title: option.trim() }) },
  code: CODE,
  php: CODE,
  html: CODE,
  noparse: { literal: 'always', read: plain },
  list: { block: true, wall: true, items: '*', read: readList },
  '*': { block: true, within: 'list', read: plain },
  table: { block: true, wall: true, items: 'tr', read: any },
  tr: { block: true, within: 'table', items: 'td', read: any },
  td: { block: true, within: 'tr', read: any },
  th: { block: true, within: 'tr', read: any },
};

/** Other spellings: the tag meant and, for headings, its option. */
const ALIASES: Readonly<Record<string, readonly [TagName, string?]>> = {
  strike: ['s'],
  mention: ['user'],
  h1: ['h', '1'],
  h2: ['h', '2'],
  h3: ['h', '3'],
  h4: ['h', '4'],
  h5: ['h', '5'],
  h6: ['h', '6'],
};

const SPELLINGS: ReadonlyMap<string, readonly [TagName, string?]> = new Map([
  ...NAMES.map((name) => [name, [name]] as const),
  ...Object.entries(ALIASES),
]);

/** The tag written so, in any case, and the option its spelling implies. */
export function findTag(spelling: string): readonly [TagName, string?] | undefined {
  return SPELLINGS.get(spelling.toLowerCase());
}

function plain({ option }: TagSource): Attributes | undefined {
  return option ? undefined : {};
}

function any(): Attributes {
  return {};
}

function matching(name: string, pattern: RegExp): Tag['read'] {
  return ({ option }) => (pattern.test(option.trim()) ? { [name]: option.trim() } : undefined);
}

function readUrl({ option, content }: TagSource): Attributes | undefined {
  return needed('href', safeUrl(option || content));
}

function readEmail({ option, content }: TagSource): Attributes | undefined {
  const address = option || content;
  return needed('href', address.includes(':') ? undefined : safeUrl(`mailto:${address.trim()}`));
}

function readImage({ option, rest, content }: TagSource): Attributes | undefined {
  const src = webUrl(content);
  const [, width, height] = /^(\d{1,4})x(\d{1,4})$/i.exec(option) ?? [];
  const [described, , alt] = ALT.exec(rest) ?? [''];
  const sizes = readSizes(rest.replace(described, ''));
  return src ? some({ src, alt, width, height, ...sizes }) : undefined;
}

/** What an image shows, in words, for those who do not see it. */
const ALT = /\balt=(["'])(.{1,200}?)\1/i;

function readSizes(rest: string): Attributes {
  const sizes = rest.matchAll(/\b(width|height)=["'“”„‘’]?(\d{1,4})(?!\d)/gi);
  return Object.fromEntries(
    [...sizes].map(([, name = '', size = '']) => [name.toLowerCase(), size]),
  );
}

function readJsonImage({ content }: TagSource): Attributes | undefined {
  return needed('src', webUrl(readJson(content).src ?? ''));
}

/** `[video]URL[/video]`; in `[video=provider;code]…[/video]` the option says which one where the content does not. */
function readVideo({ option, content }: TagSource): Attributes | undefined {
  const [, provider = '', code = ''] = /^([a-z]{1,20});([\w-]{1,50})$/i.exec(option.trim()) ?? [];
  return needed('href', webUrl(content) ?? videoItem(provider.toLowerCase(), code)?.url);
}

/** `[user=5]name[/user]`, and `[user]name[/user]` for a member whose id the writer does not know. */
function readUser({ option, content }: TagSource): Attributes | undefined {
  if (option) return /^\d{1,10}$/.test(option.trim()) ? { userid: option.trim() } : undefined;
  const name = content.trim();
  return name.length <= LONGEST_NAME && !name.includes('\n') ? needed('username', name) : undefined;
}

const LONGEST_NAME = 100;

function readAttachment({ content }: TagSource): Attributes | undefined {
  const id = readJson(content)['data-attachmentid'] ?? content.slice(0, LONGEST_URL).trim();
  return /^n?\d{1,10}$/i.test(id) ? { attachmentid: id } : undefined;
}

function readList({ option }: TagSource): Attributes | undefined {
  if (!option) return {};
  return /^[1aAiI]$/.test(option) ? { type: option } : undefined;
}

/** `Name`, `Name;123` and vBulletin 5's `Name;n123`, each with or without quotes around the name. */
function readQuote({ option }: TagSource): Attributes {
  const [, name = '', nodeid] = /^(.*?)(?:;\s*n?(\d{1,10}))?\s*$/i.exec(option) ?? [];
  return some({ author: withoutQuotes(name.trim()).trim(), nodeid });
}

/** The strings and numbers of a JSON object as vBulletin 5's editor writes it into a tag. */
function readJson(content: string): Record<string, string> {
  if (content.length > LONGEST_URL || !content.trimStart().startsWith('{')) return {};
  try {
    const entries = Object.entries(JSON.parse(content) as Record<string, unknown>);
    return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
  } catch {
    return {};
  }
}

function needed(name: string, value: string | undefined): Attributes | undefined {
  return value ? { [name]: value } : undefined;
}

function some(values: Record<string, string | undefined>): Attributes {
  const given = Object.entries(values).filter((entry): entry is [string, string] => !!entry[1]);
  return Object.fromEntries(given);
}
