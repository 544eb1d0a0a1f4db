import { escapeHtml } from '../bbcode/escape.ts';

/** HTML that may stand in a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What may be filled into a template: text is escaped, lists are joined, and what is missing shows nothing. */
export type Filling = Html | string | number | undefined | readonly Filling[];

/** A template of HTML: `` html`<b>${name}</b>` ``. */
export function html(parts: TemplateStringsArray, ...fillings: readonly Filling[]): Html {
  const texts = parts.map((part, at) => (at === 0 ? part : filled(fillings[at - 1]) + part));
  return new Html(texts.join(''));
}

function filled(filling: Filling): string {
  if (filling === undefined) return '';
  if (filling instanceof Html) return filling.text;
  return typeof filling === 'object' ? filling.map(filled).join('') : escapeHtml(String(filling));
}
