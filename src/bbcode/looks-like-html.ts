import { type Node, parse } from './parse.ts';

const CLOSED =
  'p div span b strong i em u s strike del ins sub sup mark font center a ul ol li table tbody tr td th ' +
  'h1 h2 h3 h4 h5 h6 blockquote pre code details';
/**
 * Elements that editors write; a comparison such as `a<b` or a word of markup in a sentence is none. It looks for the end
 * first: else what never ends would be read again from each of its attributes.
 */
const ELEMENT = new RegExp(
  String.raw`<(?=[^<>]*>)(?:(?:br|hr)\s*/?|img\s[^<>]*\bsrc\s*=\s*["']?https?:[^<>]*|(${CLOSED.replaceAll(' ', '|')})(?:\s[^<>]*)?)>`,
  'gi',
);

/** Whether a text has elements that rich editors write, complete ones, and not only inside of BBCode's code. */
export function looksLikeHtml(text: string): boolean {
  return text.includes('<') && hasElements(parse(text).children);
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
