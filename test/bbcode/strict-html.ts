/** A tokenizer that knows only what the renderer may write, and throws at anything else. */

const CLASS = /^(?:bbcode-[a-z]+|language-(?:php|html))$/;
const NUMBER = /^n?\d{1,10}$/i;
const URL = /^(?:(?:https?|ftp):\/\/|mailto:)[^\s"<>\\^`{|}\p{Cc}\p{Cf}\p{Cs}]+$/iu;
const IMAGE_URL = /^https?:\/\/[^\s"<>\\^`{|}\p{Cc}\p{Cf}\p{Cs}]+$/iu;
const STYLE =
  /^(?:text-align:(?:left|center|right|justify)|margin-left:40px|color:[#a-z\d(), ]+|font-family:[a-z\d ,_-]+|font-size:[a-z\d-]+)$/i;

const NOTHING: Record<string, RegExp> = {};
const ELEMENTS: Record<string, Record<string, RegExp>> = {
  ...Object.fromEntries(
    'strong em u s sub sup mark h1 h2 h3 h4 h5 h6 hr br cite summary ul li tbody tr td th'
      .split(' ')
      .map((name) => [name, NOTHING]),
  ),
  span: { style: STYLE, class: CLASS },
  div: { style: STYLE },
  a: {
    ...{ class: CLASS, href: URL, rel: /^nofollow noopener ugc$/ },
    ...{ 'data-userid': NUMBER, 'data-username': /^/, 'data-attachmentid': NUMBER },
  },
  img: { src: IMAGE_URL, alt: /^/, width: /^\d{1,4}$/, height: /^\d{1,4}$/ },
  blockquote: { class: CLASS, 'data-author': /^/, 'data-nodeid': NUMBER },
  details: { class: CLASS },
  pre: { class: CLASS },
  code: { class: CLASS },
  ol: { type: /^[1aAiI]$/ },
  table: { class: CLASS },
};

const VOID = new Set(['br', 'hr', 'img']);
/** What these hold, and what these stand in. */
const HOLDS: Record<string, RegExp> = {
  ...{ ul: /^li$/, ol: /^li$/, table: /^tbody$/, tbody: /^tr$/, tr: /^t[dh]$/ },
};
const STANDS_IN: Record<string, RegExp> = {
  ...{ li: /^[uo]l$/, tbody: /^table$/, tr: /^tbody$/, td: /^tr$/, th: /^tr$/ },
  ...{ cite: /^blockquote$/, summary: /^details$/ },
};

const ENTITIES: Record<string, string> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" },
};
const TOKEN =
  /(?<text>(?:[^<>&"']|&(?:amp|lt|gt|quot|#39);)+)|<\/(?<close>[a-z\d]+)>|<(?<open>[a-z\d]+)(?<attributes>(?: [a-z-]+="(?:[^<>&"']|&(?:amp|lt|gt|quot|#39);)*")*)(?<void> \/)?>/y;
const NOT_XML = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/u;

/** Throws unless the HTML is well-formed and holds nothing but allowed elements, attributes and addresses. */
export function assertStrictHtml(html: string): void {
  if (NOT_XML.test(html)) throw new Error('a character XML refuses');
  const open: string[] = [];
  for (let at = 0; at < html.length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const groups = TOKEN.exec(html)?.groups;
    if (!groups) throw new Error(`stray markup: ${html.slice(at, at + 60)}`);
    takeToken(groups, open);
  }
  if (open.length > 0) throw new Error(`unclosed: ${open.join(' ')}`);
}

type Groups = Record<string, string | undefined>;

function takeToken({ text, close, open, attributes = '', void: isVoid }: Groups, stack: string[]) {
  const parent = stack.at(-1) ?? '';
  if (close !== undefined) {
    if (stack.pop() !== close) throw new Error(`misnested: </${close}> in <${parent}>`);
    return;
  }
  if (HOLDS[parent] && !HOLDS[parent].test(open ?? '')) {
    throw new Error(`${open ?? text ?? ''} straight in <${parent}>`);
  }
  if (open === undefined) return;
  assertElement(open, parent, stack);
  for (const [, name = '', value = ''] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
    assertAttribute(open, name, value);
  }
  if (VOID.has(open) !== !!isVoid) throw new Error(`wrong kind of tag: <${open}>`);
  if (!isVoid) stack.push(open);
}

function assertElement(name: string, parent: string, stack: readonly string[]): void {
  if (!Object.hasOwn(ELEMENTS, name)) throw new Error(`element <${name}>`);
  if (STANDS_IN[name] && !STANDS_IN[name].test(parent)) throw new Error(`<${name}> in <${parent}>`);
  if (name === 'a' && stack.includes('a')) throw new Error('a link in a link');
}

function assertAttribute(element: string, name: string, value: string): void {
  const pattern = ELEMENTS[element]?.[name];
  if (!pattern?.test(decode(value))) throw new Error(`<${element} ${name}="${value}">`);
}

/** What a reader of the HTML sees in a text or an attribute. */
function decode(html: string): string {
  return html.replace(/&[a-z\d#]+;/g, (entity) => ENTITIES[entity] ?? entity);
}
