import { parse } from './parse.ts';
import type { Node } from './parse.ts';
import { QUOTES } from './quotes.ts';
import type { Attributes } from './tags.ts';

/** Whom a text speaks to. */
export interface Addressed {
  /** From `[user=ID]`. */
  readonly userids: readonly number[];
  /** From `@name` and `@"name with blanks"`, as written. */
  readonly names: readonly string[];
  /** Nodes from `[quote=name;ID]`. */
  readonly quoted: readonly number[];
}

/** Each at most: a text is not there to call everybody. */
const MOST = 20;
const LARGEST_ID = 2_147_483_647;

/** A name begins at an `@` that ends no word, so that mail addresses are none. An apostrophe may stand within it. */
const MENTION = new RegExp(
  String.raw`(?<![\p{L}\p{M}\p{N}_@.-])@(?:[${QUOTES}]([^${QUOTES}\n]{1,100})[${QUOTES}]|` +
    String.raw`([\p{L}\p{M}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]|['’](?=[\p{L}\p{N}])){0,99}))`,
  'gu',
);

/** Reads mentions and quotes; what stands in a quote or in code speaks to nobody. */
export function addressed(bbcode: string): Addressed {
  const found = { userids: new Set<number>(), names: new Set<string>(), quoted: new Set<number>() };
  collect(parse(bbcode).children, found);
  return {
    userids: few(found.userids),
    names: few(found.names),
    quoted: few(found.quoted),
  };
}

interface Found {
  readonly userids: Set<number>;
  readonly names: Set<string>;
  readonly quoted: Set<number>;
}

/** Recursion is bounded by the parser's depth limit. */
function collect(nodes: readonly Node[], found: Found): void {
  for (const node of nodes) {
    if ('text' in node) collectNames(node.text, found.names);
    else if (node.tag === 'quote') addId(found.quoted, node.attributes.nodeid);
    else if (node.tag === 'user') addMember(node.attributes, found);
    else if (!node.literal) collect(node.children, found);
  }
}

function addMember({ userid, username }: Attributes, found: Found): void {
  addId(found.userids, userid);
  if (username !== undefined) addName(username, found.names);
}

function addId(ids: Set<number>, text: string | undefined): void {
  const id = Number(text ?? 0);
  if (id > 0 && id <= LARGEST_ID) ids.add(id);
}

/** A full stop after a name is hardly ever part of it, nor is what follows an apostrophe always; all readings count. */
function collectNames(text: string, names: Set<string>): void {
  for (const [, quoted, bare = ''] of text.matchAll(MENTION)) {
    if (quoted !== undefined) addName(quoted, names);
    else for (const ending of [/$/, /[.-]+$/, /['’].*$/]) addName(bare.replace(ending, ''), names);
  }
}

/** A keyboard may have turned an apostrophe, or not: both spellings count. */
function addName(name: string, names: Set<string>): void {
  for (const spelling of [name, name.replaceAll('’', "'"), name.replaceAll("'", '’')])
    names.add(spelling);
}

function few<T>(values: ReadonlySet<T>): T[] {
  return [...values].slice(0, MOST);
}
