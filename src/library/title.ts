import { escapeHtml } from '../bbcode/escape.ts';
import { urlIdent } from './urlident.ts';

/** The most characters a title can have, whatever the option `titlemaxchars` says. */
export const LONGEST_TITLE = 512;
const LONGEST_HTML = 1024;

/** A title, and what is kept beside it. */
export function titleColumns(title: string): {
  title: string;
  htmltitle: string;
  urlident: string;
} {
  return { title, htmltitle: htmlTitle(title), urlident: urlIdent(title) };
}

/** A title of hundreds of quotation marks is cut off, and never within an entity. */
function htmlTitle(title: string): string {
  let html = '';
  for (const character of title) {
    const escaped = escapeHtml(character);
    if (html.length + escaped.length > LONGEST_HTML) break;
    html += escaped;
  }
  return html;
}
