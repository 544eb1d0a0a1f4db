import { safeUrl } from './url.ts';

/** A bare address in a text: from where to where it stands, and what it links to. */
export interface BareLink {
  readonly start: number;
  readonly end: number;
  readonly href: string;
}

/**
 * What ends an address in a sentence of any script: quotation marks, brackets, full stops and the like beyond ASCII.
 * Dots and dashes between words stand in addresses of many languages, and an apostrophe between Latin letters does.
 */
const ENDS = String.raw`(?![\0-\x7f·・‧–])[\p{Ps}\p{Pe}\p{Pi}\p{Pf}\p{Po}—―＜＞](?<!’(?=\p{Script=Latin}))`;
/** How a host begins that is written without a scheme; not behind what makes it a part of another address or word. */
const WWW = String.raw`(?<![\p{L}\p{N}\p{M}@./:\\_-])www\.(?=[\p{L}\p{N}][\p{L}\p{N}\p{M}-]{0,62}\.[\p{L}\p{N}])`;
const ADDRESS = new RegExp(
  String.raw`(?:(?<![a-z\d])https?:\/\/|${WWW})(?:(?!${ENDS})[^\s<>"]){1,1900}`,
  'giu',
);
/** Names in front of the host, which would make `www.` the name of somebody at another one. */
const NAMED = /^www\.[^/?#]*@/i;

/**
 * The bare http and https addresses of a text, in order, and those that begin with `www.`: of them nobody says whether
 * they speak https, so they are opened as http.
 */
export function* bareLinks(text: string): Generator<BareLink> {
  for (const { 0: match, index: start } of text.matchAll(ADDRESS)) {
    const address = withoutPunctuation(withoutBrackets(match));
    const href = NAMED.test(address) ? undefined : safeUrl(address);
    if (href !== undefined) yield { start, end: start + address.length, href };
  }
}

/** Square brackets belong to an address in pairs, as in `?ids[]=1` or around an IPv6 host; what looks like `[/tag]` does not. */
function withoutBrackets(address: string): string {
  for (const { 0: part, index } of address.matchAll(/\[[^[\]]*\]|[[\]]/g)) {
    if (part.length === 1 || part.startsWith('[/')) return address.slice(0, index);
  }
  return address;
}

/** Punctuation after an address belongs to the sentence, as does a `)` that the address did not open. */
function withoutPunctuation(address: string): string {
  let end = address.length;
  let unopened = address.split(')').length - address.split('(').length;
  for (; end > 0; end--) {
    const last = address.charAt(end - 1);
    if (last === ')' ? unopened-- <= 0 : !isPunctuation(last)) break;
  }
  return address.slice(0, end);
}

function isPunctuation(character: string): boolean {
  return ".,;:!?'*_".includes(character) || /^(?![\0-\x7f])\p{P}$/u.test(character);
}
