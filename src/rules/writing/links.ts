import { webUrl } from '../../bbcode/url.ts';
import { ApiError } from '../../errors.ts';
import type { Options } from '../../library/board/options.ts';
import { isBlank, oneLine } from '../../library/text/wording.ts';
import { LONGEST_TITLE } from '../../library/text/title.ts';

/**
 * A URL that a client may show as a link.
 * @throws ApiError `invalid_url`
 */
export function checkUrl(text: string): string {
  const url = webUrl(text);
  if (url === undefined || !URL.canParse(url)) throw new ApiError('invalid_url');
  const { hostname, username, password } = new URL(url);
  if (hostname === '' || username !== '' || password !== '') throw new ApiError('invalid_url');
  return url;
}

/** What a page says of itself comes from elsewhere: it is put on one line and cut off, never refused. */
export function pageTexts(data: PageTexts): PageTexts {
  const { url_title, meta } = data;
  return {
    ...(url_title !== undefined && { url_title: cutLine(url_title, LONGEST_TITLE) }),
    ...(meta !== undefined && { meta: cutLine(meta, LONGEST_META) }),
  };
}

/** The title of a post: where it has none, the page's, as far as it fits. */
export function postTitle(
  { title = '', url_title = '' }: { readonly title?: string; readonly url_title?: string },
  { titlemaxchars }: Pick<Options, 'titlemaxchars'>,
): string {
  return isBlank(title) ? cutLine(url_title, Math.min(titlemaxchars, LONGEST_TITLE)) : title;
}

interface PageTexts {
  readonly url_title?: string;
  readonly meta?: string;
}

const LONGEST_META = 2000;

export function cutLine(text: string, most: number): string {
  const tidy = oneLine(text);
  return tidy.length > most ? Array.from(tidy).slice(0, most).join('') : tidy;
}
