import { Parser } from 'htmlparser2';

/** An element of a foreign HTML text. */
export interface HtmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly HtmlNode[];
}

export type HtmlNode = string | HtmlElement;

interface OpenElement extends HtmlElement {
  readonly children: HtmlNode[];
}

/** Deeper elements are left out, and their content belongs to what is around them: so a tree may be walked by recursion. */
const MAX_DEPTH = 64;

/** More tags than that are no post: with so many, finding the partners of closing tags would take long. */
const MOST_TAGS = 10_000;

/** Whether the text has more tags than are looked at. */
export function hasTooManyTags(html: string): boolean {
  return html.split('<', MOST_TAGS + 2).length > MOST_TAGS + 1;
}

/** The elements and texts of an HTML fragment, entities decoded; comments and the like are gone. Never throws. */
export function parseHtml(html: string): readonly HtmlNode[] {
  const root: OpenElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element: OpenElement = { name, attributes, children: [] };
        if (open.length <= MAX_DEPTH) open.at(-1)?.children.push(element);
        // What is too deep writes into the element around it.
        open.push(open.length <= MAX_DEPTH ? element : (open.at(-1) ?? root));
      },
      onclosetag() {
        if (open.length > 1) open.pop();
      },
      ontext(text) {
        open.at(-1)?.children.push(text);
      },
    },
    { decodeEntities: true, recognizeSelfClosing: false },
  );
  parser.end(html);
  return root.children;
}
