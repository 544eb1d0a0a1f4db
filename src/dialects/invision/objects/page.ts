/** A page of a list (dialects.md 1.4). */
export interface Page<T> {
  readonly page: number;
  readonly perPage: number;
  readonly totalResults: number;
  readonly totalPages: number;
  readonly results: readonly T[];
}

interface Paging {
  readonly currentpage: number;
  readonly perpage: number;
  readonly totalcount: number;
  readonly totalpages: number;
}

export function pageOf<T>(
  { currentpage, perpage, totalcount, totalpages }: Paging,
  results: readonly T[],
): Page<T> {
  return {
    page: currentpage,
    perPage: perpage,
    totalResults: totalcount,
    totalPages: totalpages,
    results,
  };
}

/** A page of a list that is there as a whole. */
export function pageAmong<T>(
  all: readonly T[],
  { page = 1, perPage = 25 }: { page?: number | undefined; perPage?: number | undefined },
): Page<T> {
  const size = Math.max(perPage, 1);
  const current = Math.max(page, 1);
  return {
    page: current,
    perPage: size,
    totalResults: all.length,
    totalPages: Math.ceil(all.length / size),
    results: all.slice((current - 1) * size, current * size),
  };
}
