import { isBlank } from './blank.ts';
import { type Node, parse } from './parse.ts';

/** Whether readers of a text would see anything of it: words, a picture, a file, a rule. */
export function showsSomething(bbcode: string): boolean {
  return !isBlank(bbcode) && parse(bbcode).children.some(shows);
}

/** Recursion is bounded by the parser's depth limit. */
function shows(node: Node): boolean {
  if ('text' in node) return !isBlank(node.text);
  const { tag, attributes, children } = node;
  return tag === 'hr' || WITH_ATTRIBUTE.some((name) => attributes[name]) || children.some(shows);
}

/** A picture, and an attachment. */
const WITH_ATTRIBUTE = ['src', 'attachmentid'] as const;
