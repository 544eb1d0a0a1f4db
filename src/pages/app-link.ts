/** What a link must not begin with: it would do something on the page itself, or show what is not the app. */
const unsafe = /^(?:javascript|data|vbscript|blob|file):/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The link that opens a page's subject in the app.
 * @param template the option `appurl`: `{url}` stands for the page's address, percent-encoded, and `{path}` for what
 * follows the scheme and host of it
 * @returns undefined where the board has no app, or the option is no link
 */
export function appLink(template: string, url: string): string | undefined {
  const text = template.trim();
  if (!scheme.test(text) || unsafe.test(text)) return undefined;
  const { pathname, search, hash } = new URL(url);
  return text
    .replaceAll('{url}', encodeURIComponent(url))
    .replaceAll('{path}', `${pathname.slice(1)}${search}${hash}`);
}
