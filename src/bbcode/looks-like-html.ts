import { type Node, parse } from './parse.ts';

/** What stands on lines of its own and has an end. */
const BLOCKS = 'p|div|ul|ol|table|h[1-6]|blockquote|pre|details|center';
const INLINE = 'span|b|strong|i|em|u|s|strike|del|ins|sub|sup|mark|font|a|li|tbody|tr|td|th|code';
/**
 * Elements that editors write; a comparison such as `a<b` is none, nor is a line's end with blanks on
 * both sides, a word of markup in a sentence. It looks for the end first: else what never ends would be read again from
 * each of its attributes.
 */
const ELEMENT = new RegExp(
  String.raw`(?:(?<!\s)<br\s*/?>|<br\s*/?>(?!\s)|<(?=[^<>]*>)(?:hr\s*/?|img\s[^<>]*\bsrc\s*=\s*["']?https?:[^<>]*|(${BLOCKS}|${INLINE})(?:\s[^<>]*)?)>)`,
  'gi',
);

const STARTS = new RegExp(String.raw`^\s*<(?:hr|${BLOCKS})[\s/>]`, 'i');
const ENDS = new RegExp(String.raw`<(?:br|hr|/(?:${BLOCKS}))\s*/?>\s*$`, 'i');
/** A tag or a comment, known or not. */
const MARKUP = /<(?:\/?[a-z][\w:-]*(?=[\s/>])|!)[^<>]*>/gi;

/**
 * Whether a text has elements that rich editors write, complete ones, and not only inside of BBCode's code. One that is
 * taken for HTML loses its line ends and whatever stands in angle brackets: so it is none where either can mean something
 * else. An editor writes `&lt;` for a bracket, and has line ends only between and in its blocks.
 */
export function looksLikeHtml(text: string): boolean {
  return (
    text.includes('<') &&
    (!/[\r\n]/.test(text.trim()) || (STARTS.test(text) && ENDS.test(text))) &&
    !text.replace(MARKUP, '').includes('<') &&
    hasElements(parse(text).children)
  );
}

/** Recursion is bounded by the parser's depth limit. */
function hasElements(nodes: readonly Node[]): boolean {
  const texts = nodes.map((node) => ('text' in node ? node.text : ''));
  const whole = texts.join('').toLowerCase();
  // Each name once: its end is looked for in all of the text.
  const names = new Set(Array.from(whole.matchAll(ELEMENT), ([, name]) => name));
  return (
    [...names].some((name) => name === undefined || whole.includes(`</${name}>`)) ||
    nodes.some((node) => !('text' in node) && !node.literal && hasElements(node.children))
  );
}
