import type { FullContent } from './content-shape.ts';
import type { Uint } from '../protocol/types.ts';

/** A page of search results. Counts are of what the caller may see now. */
export interface SearchPage {
  /** For getMoreResults and getMoreNodes; kept for an hour. */
  readonly resultId: Uint;
  readonly totalcount: Uint;
  /** The same, by its other name. */
  readonly totalRecords: Uint;
  readonly pagenumber: Uint;
  readonly perpage: Uint;
  readonly pagecount: Uint;
  /** Place of the page's first and last result, from 1 on; 0 on an empty page. */
  readonly from: Uint;
  readonly to: Uint;
  /** The search's `custom`, untouched. */
  readonly custom?: unknown;
}

/** A page of nodes with their content, by id, in the order of the search. */
export interface SearchResults extends SearchPage {
  readonly results: ReadonlyMap<number, FullContent>;
}

/** A page of node ids, in the order of the search. */
export interface SearchNodes extends SearchPage {
  readonly results: readonly Uint[];
}

/** A page of a channel's topics. `totalcount` is missing when it was not to be counted. */
export interface ChannelTopics {
  readonly results: ReadonlyMap<number, FullContent>;
  readonly totalcount?: Uint | undefined;
}

/** What is kept of a search. */
export interface SearchInfo {
  readonly resultId: Uint;
  /** The search as JSON. */
  readonly search_json: string;
  readonly totalcount: Uint;
  /** Unix seconds, like `expires`. */
  readonly dateline: Uint;
  readonly expires: Uint;
  readonly custom?: unknown;
}

/** A content type that can be searched for. */
export interface SearchableType {
  readonly contenttypeid: Uint;
  readonly class: string;
  /** The name that the filters `type` and `exclude_type` know. */
  readonly type: string;
}

/** A channel in the search form. */
export interface SearchChannel {
  readonly nodeid: Uint;
  readonly parentid: Uint;
  readonly title: string;
  readonly htmltitle: string;
  readonly urlident: string;
  /** 1 for a channel that only holds channels. */
  readonly category: Uint;
  /** Levels below the top, from 0 on. */
  readonly depth: Uint;
  /** Missing in a flat list. */
  readonly subchannels?: ReadonlyMap<number, SearchChannel> | undefined;
}

/** Where a page begins and how long it is. */
export interface Paging {
  readonly pagenumber: number;
  readonly perpage: number;
}

/** The numbers of a page. */
export function pageNumbers(
  total: number,
  shown: number,
  { pagenumber, perpage }: Paging,
): Omit<SearchPage, 'resultId' | 'custom'> {
  const before = (pagenumber - 1) * perpage;
  return {
    totalcount: total,
    totalRecords: total,
    pagenumber,
    perpage,
    pagecount: Math.ceil(total / perpage),
    from: shown === 0 ? 0 : before + 1,
    to: shown === 0 ? 0 : before + shown,
  };
}
