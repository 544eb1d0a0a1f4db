import { escapeHtml } from '../../bbcode/escape.ts';
import { foldText } from './words.ts';
import { urlIdent } from './urlident.ts';

/** The most characters a title can have, whatever the option `titlemaxchars` says. */
export const LONGEST_TITLE = 512;
const LONGEST_HTML = 1024;
const LONGEST_KEY = 191;

/** What a title is sorted by: case, accents and blanks around it do not decide. */
export function titleKey(title: string): string {
  return Array.from(foldText(title).trim()).slice(0, LONGEST_KEY).join('');
}

/** A title, and what is kept beside it. */
export function titleColumns(title: string): {
  title: string;
  htmltitle: string;
  urlident: string;
  titlekey: string;
} {
  const [htmltitle, urlident, titlekey] = [htmlTitle(title), urlIdent(title), titleKey(title)];
  return { title, htmltitle, urlident, titlekey };
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
