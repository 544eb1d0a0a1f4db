import { ApiError } from '../errors.ts';
import { pagesFor, pageUrl } from '../library/node/page-url.ts';
import { html, type Html } from './html.ts';
import type { Visit } from './visit.ts';

/** Which page of a list is shown, and of how many. */
export interface Paging {
  readonly page: number;
  readonly pages: number;
}

/** The page that the query asks for; the first when it asks for none. */
export function wantedPage({ query }: Visit): number {
  const text = query.get('page') ?? '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : 1;
}

/** @throws ApiError `not_found` past the last page */
export function pagingOf(total: number, page: number): Paging {
  const pages = pagesFor(total);
  if (page > pages) throw new ApiError('not_found', '/');
  return { page, pages };
}

/** Links to the pages before and after; nothing where there is but one. */
export function pageLinks({ language }: Visit, url: string, { page, pages }: Paging): Html {
  if (pages === 1) return html``;
  const { say } = language;
  const before = html`<a rel="prev" href="${pageUrl(url, page - 1)}">${say('previous_page')}</a>`;
  const after = html`<a rel="next" href="${pageUrl(url, page + 1)}">${say('next_page')}</a>`;
  return html`<nav class="paging" aria-label="${say('pages')}">
    <span>${page > 1 ? before : ''}</span>
    <span>${say('page_of', page, pages)}</span>
    <span>${page < pages ? after : ''}</span>
  </nav>`;
}
