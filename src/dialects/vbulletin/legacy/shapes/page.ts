/** A page of a list. */
export interface Page {
  readonly pagenumber: number;
  readonly perpage: number;
  readonly total: number;
  readonly totalpages: number;
}

export function pageOf(total: number, perpage: number, pagenumber: number): Page {
  const totalpages = Math.max(Math.ceil(total / perpage), 1);
  return { pagenumber: Math.max(pagenumber, 1), perpage, total, totalpages };
}

/** The same page, or the last one where there are fewer. */
export function lastPage(page: Page): Page {
  return { ...page, pagenumber: Math.min(page.pagenumber, page.totalpages) };
}

/** Places in the list of the page's first and last item, from 1 on; 0 for a page that has none. */
export function limits({ pagenumber, perpage, total }: Page): { first: number; last: number } {
  const before = (pagenumber - 1) * perpage;
  if (before >= total) return { first: 0, last: 0 };
  return { first: before + 1, last: Math.min(before + perpage, total) };
}

export function pagenav(page: Page): Readonly<Record<string, unknown>> {
  return { ...page, ...limits(page) };
}
