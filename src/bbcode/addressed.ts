import { parse } from './parse.ts';
import type { Node } from './parse.ts';

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

/** A name begins at an `@` that ends no word, so that mail addresses are none. */
const MENTION =
  /(?<![\p{L}\p{M}\p{N}_@.-])@(?:"([^"\n]{1,100})"|([\p{L}\p{M}\p{N}_][\p{L}\p{M}\p{N}_.-]{0,99}))/gu;

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
    else if (node.tag === 'user') addId(found.userids, node.attributes.userid);
    else if (!node.literal) collect(node.children, found);
  }
}

function addId(ids: Set<number>, text: string | undefined): void {
  const id = Number(text ?? 0);
  if (id > 0 && id <= LARGEST_ID) ids.add(id);
}

/** A full stop after a name is hardly ever part of it; both readings count. */
function collectNames(text: string, names: Set<string>): void {
  for (const [, quoted, bare] of text.matchAll(MENTION)) {
    const name = quoted ?? bare ?? '';
    names.add(name);
    names.add(name.replace(/[.-]+$/, ''));
  }
}

function few<T>(values: ReadonlySet<T>): T[] {
  return [...values].slice(0, MOST);
}
