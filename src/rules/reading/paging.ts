import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';

/** Where a page lies in its list. */
export interface Paging {
  readonly currentpage: number;
  readonly perpage: number;
  readonly totalcount: number;
  readonly totalpages: number;
}

/** Which page of a list is wanted. */
export interface PagePlace {
  /** From 1 on. */
  readonly page: number;
  readonly perpage: number;
  readonly offset: number;
}

/** The page that a caller asks for: none stands for the first, 0 for as many as usual. */
export function placeOfPage(
  { board }: Pick<Context, 'board'>,
  { page = 1, perpage = 0 }: { readonly page?: number; readonly perpage?: number },
  usual: number,
): PagePlace {
  const limit = Math.min(perpage || usual, board.options.maxperpage);
  const current = Math.max(page, 1);
  return { page: current, perpage: limit, offset: (current - 1) * limit };
}

export function paging({ page, perpage }: PagePlace, totalcount: number): Paging {
  const totalpages = Math.ceil(totalcount / perpage);
  return { currentpage: page, perpage, totalcount, totalpages };
}

/** @throws ApiError `invalid_data` when there are more than the option `maxperpage` */
export function capped(ctx: Context, ids: readonly number[], what = 'nodes'): readonly number[] {
  const most = ctx.board.options.maxperpage;
  if (ids.length > most) throw new ApiError('invalid_data', `at most ${most} ${what} at once`);
  return ids;
}
