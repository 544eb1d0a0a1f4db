import type { FullContent } from './content.ts';
import { ListById } from '../protocol/list-by-id.ts';
import type { Uint } from '../protocol/types.ts';
import { groupBy } from '../group-by.ts';
import type { Board } from '../library/board/board.ts';
import type { FoundNode } from '../library/node/node.ts';

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

/** A post, or a private message of the caller's own. */
export interface FoundContent extends FullContent {
  /** Of a private message, whether it has been read: 1 or 0. */
  readonly msgread?: Uint | undefined;
  /** Of a private message, the folder. */
  readonly folderid?: Uint | undefined;
  /** Of a private message: 1 in the trash. */
  readonly deleted?: Uint | undefined;
}

/** A page of nodes with their content, in the order of the search. */
export interface SearchResults extends SearchPage {
  readonly results: ListById<FoundContent>;
}

/** A page of node ids, in the order of the search. */
export interface SearchNodes extends SearchPage {
  readonly results: readonly Uint[];
}

/** A page of a channel's topics. `totalcount` is missing when it was not to be counted. */
export interface ChannelTopics {
  readonly results: ListById<FullContent>;
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
  readonly subchannels?: ListById<SearchChannel> | undefined;
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

/**
 * Channels below a root as a tree by displayorder, or as a flat list in the tree's order. A channel whose parent is not
 * among them stands below the nearest that is.
 */
export function searchChannels(
  root: number,
  channels: readonly FoundNode[],
  board: Board,
  flat: boolean,
): ListById<SearchChannel> {
  const known = new Set([root, ...channels.map(({ nodeid }) => nodeid)]);
  const nearest = ({ parentid }: FoundNode): number => {
    let above = parentid;
    while (above !== 0 && !known.has(above)) above = board.channel(above)?.parentid ?? 0;
    return above;
  };
  const children = groupBy([...channels].sort(byPlace), nearest);
  const shape = (channel: FoundNode, depth: number): SearchChannel => ({
    nodeid: channel.nodeid,
    parentid: channel.parentid,
    title: channel.title,
    htmltitle: channel.htmltitle,
    urlident: channel.urlident,
    category: board.channel(channel.nodeid)?.category ?? 0,
    depth,
  });
  const below = (parent: number, depth: number): [number, SearchChannel][] =>
    (children.get(parent) ?? []).flatMap((channel) => {
      const { nodeid } = channel;
      const inside = below(nodeid, depth + 1);
      const shaped = shape(channel, depth);
      return flat
        ? [[nodeid, shaped], ...inside]
        : [[nodeid, { ...shaped, subchannels: new ListById(inside) }]];
    });
  return new ListById(below(root, 0));
}

function byPlace(a: FoundNode, b: FoundNode): number {
  return a.displayorder - b.displayorder || a.nodeid - b.nodeid;
}
