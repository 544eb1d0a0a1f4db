/** A text that is shown as the HTML it was written in. */
export interface Markup {
  readonly source: string;
  /** `on_nl2br`: its line ends are line breaks. The names are vBulletin's. */
  readonly htmlstate: 'on' | 'on_nl2br';
}

/** The HTML that is shown. */
export function shownHtml({ source, htmlstate }: Markup): string {
  return htmlstate === 'on_nl2br' ? source.replace(/\r?\n/g, '<br />\n') : source;
}
