import { ApiError } from '../../errors.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { findHeldAmong } from '../../library/message/privatemessage.ts';
import { rank } from '../../library/search/rank.ts';
import {
  findResult,
  insertResult,
  RESULT_LIFETIME,
  type SearchResult,
  stillFound,
} from '../../library/search/result.ts';
import { type Given, printGiven, readGiven } from '../../library/search/value.ts';
import { findNodeids, heldBy } from '../../library/search/search.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { SearchFilters } from '../../library/search/search-filters.ts';
import type { Struct, StructOf, Uint } from '../../protocol/types.ts';
import { Verbatim } from '../../protocol/verbatim.ts';
import { messageContents } from '../../rules/reading/messages.ts';
import {
  factsOf,
  ownMessages,
  pagingOf,
  readCriteria,
  searchable,
  startOf,
  visibleIn,
} from './criteria.ts';
import {
  type FoundContent,
  pageNumbers,
  type SearchInfo,
  type SearchNodes,
  type SearchResults,
} from '../../shapes/search.ts';
import { Service } from '../service.ts';
import { contentsOf } from '../../rules/reading/contents.ts';

const MOST_WITHOUT_LIMIT = 10_000;

/**
 * Finding nodes: by words, by author, date, place, type and state.
 *
 * What is looked for is `search_json`: JSON text or an array of filters, described in
 * [the query language](docs/search.md). All filters are optional, unknown ones are passed over, a mistake is refused as
 * `invalid_search` with its place.
 *
 * @lead
 */
export class SearchService extends Service {
  /**
   * Searches, and reads the first results. The others come from getMoreResults.
   * @param search_json the search
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on
   * @param getStarterInfo has no effect: each result names its topic
   * @param searchType has no effect: what is searched is told by `search_json`
   * @throws invalid_search with the place of the mistake
   * @throws no_permission when the caller may search nowhere
   * @throws not_logged_no_permission when a guest may not
   * @steps
   * @example search_json=%7B%22keywords%22%3A%22night+trains%22%7D&perpage=5
   */
  async getInitialResults(
    search_json: string | StructOf<SearchFilters>,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
    getStarterInfo = false,
    searchType: Uint = 0,
  ): Promise<SearchResults> {
    return this.#withContents(
      await this.#page(await this.#search(search_json), perpage, pagenumber),
    );
  }

  /**
   * Searches, and gives the first ids. The others come from getMoreNodes.
   * @param search_json the search: see getInitialResults
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on
   * @param getStarterInfo has no effect: these are ids alone
   * @throws invalid_search with the place of the mistake
   * @throws no_permission when the caller may search nowhere
   * @throws not_logged_no_permission when a guest may not
   * @steps
   * @example search_json[sort]=title&search_json[starter_only]=1
   */
  async getInitialNodes(
    search_json: string | StructOf<SearchFilters>,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
    getStarterInfo = false,
  ): Promise<SearchNodes> {
    return this.#page(await this.#search(search_json), perpage, pagenumber);
  }

  /**
   * Searches, and keeps the results for an hour.
   * @param search_json the search: see getInitialResults
   * @param searchType has no effect: what is searched is told by `search_json`
   * @returns the resultId for getMoreResults, getMoreNodes and getInfo
   * @throws invalid_search with the place of the mistake
   * @throws no_permission when the caller may search nowhere
   * @throws not_logged_no_permission when a guest may not
   * @steps
   * @example search_json=%7B%22author%22%3A%22alice%22%7D
   */
  async getSearchResult(
    search_json: string | StructOf<SearchFilters>,
    searchType: Uint = 0,
  ): Promise<Uint> {
    const { resultid } = await this.#search(search_json);
    return resultid;
  }

  /**
   * Reads a page of results that were kept. What the caller may no longer see is gone from pages and counts.
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on; a page past the end is empty
   * @param getStarterInfo has no effect: each result names its topic
   * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
   * @readonly
   * @example resultId=1&pagenumber=1
   */
  async getMoreResults(
    resultId: Uint,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
    getStarterInfo = false,
  ): Promise<SearchResults> {
    return this.#withContents(await this.#page(await this.#kept(resultId), perpage, pagenumber));
  }

  /**
   * Reads a page of the ids that were kept: see getMoreResults.
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on; a page past the end is empty
   * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
   * @readonly
   * @example resultId=1&pagenumber=1
   */
  async getMoreNodes(
    resultId: Uint,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
  ): Promise<SearchNodes> {
    return this.#page(await this.#kept(resultId), perpage, pagenumber);
  }

  /**
   * What a kept search asked for and how much it has found.
   * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
   * @readonly
   * @example resultId=1
   */
  async getInfo(resultId: Uint): Promise<SearchInfo> {
    const result = await this.#kept(resultId);
    const given = readGiven(result.criteria);
    return {
      resultId,
      search_json: result.criteria,
      totalcount: (await this.#still(result, given)).length,
      dateline: result.dateline,
      expires: result.dateline + RESULT_LIFETIME,
      ...customOf(given),
    };
  }

  /** Searches on the reading handle, so that nobody waits for a search, and keeps what it found. */
  async #search(search_json: string | Struct): Promise<SearchResult> {
    const { board, db, now, permissions } = this.ctx;
    const given = readGiven(search_json);
    const channels = searchable(board, permissions);
    if (channels.length === 0) throw this.refusal();
    const { search, ranked, nolimit } = readCriteria(
      factsOf(this.ctx, given),
      permissions,
      channels,
    );
    const most = nolimit ? MOST_WITHOUT_LIMIT : board.options.maxresults;
    const found = await findNodeids(db, search, most);
    const nodeids =
      ranked !== undefined && search.keywords !== undefined
        ? await rank(db, found, search.keywords)
        : found;
    if (ranked === 'asc') nodeids.reverse();
    const result = { criteria: printGiven(given), nodeids, dateline: now };
    const resultid = await this.ctx.transaction((open) =>
      insertResult(open, this.#searcher(), result),
    );
    return { ...result, resultid };
  }

  async #kept(resultId: number): Promise<SearchResult> {
    const { db, now } = this.ctx;
    const result = await findResult(db, resultId, this.#searcher(), now);
    if (result === undefined) throw new ApiError('invalid_search_resultid', resultId);
    return result;
  }

  async #page(
    result: SearchResult,
    perpage: number | false,
    pagenumber: number | false,
  ): Promise<SearchNodes> {
    const paging = pagingOf(this.ctx, perpage, pagenumber);
    const given = readGiven(result.criteria);
    const all = await this.#still(result, given);
    const start = startOf(paging);
    const results = all.slice(start, start + paging.perpage);
    return {
      resultId: result.resultid,
      results,
      ...pageNumbers(all.length, results.length, paging),
      ...customOf(given),
    };
  }

  async #withContents(page: SearchNodes): Promise<SearchResults> {
    return { ...page, results: await this.#found(page.results) };
  }

  /** What was found with its content, private messages among it. */
  async #found(nodeids: readonly number[]): Promise<ListById<FoundContent>> {
    const { db, user } = this.ctx;
    // the search has found no post of his that he may not be shown, hidden ones included
    const shows = (node: FoundNode): boolean => this.sees(node) || this.#wrote(node);
    const posts: ReadonlyMap<number, FoundContent> = await contentsOf(
      this.ctx,
      nodeids,
      undefined,
      shows,
    );
    const others = nodeids.filter((nodeid) => !posts.has(nodeid));
    if (user.userid === 0 || others.length === 0) return new ListById(posts);
    const messages = await messageContents(this.ctx, await findHeldAmong(db, user.userid, others));
    return new ListById(
      nodeids.flatMap((nodeid) => {
        const found = posts.get(nodeid) ?? messages.get(nodeid);
        return found === undefined ? [] : [[nodeid, found] as const];
      }),
    );
  }

  #wrote(node: FoundNode): boolean {
    const { userid } = this.ctx.user;
    return userid > 0 && node.userid === userid && node.starter !== 0 && node.protected === 0;
  }

  /** What the caller may find of kept results now. */
  async #still(result: SearchResult, given: Given): Promise<number[]> {
    const { board, db, permissions } = this.ctx;
    const visible = visibleIn(permissions, searchable(board, permissions), given);
    const messages = ownMessages(factsOf(this.ctx, given));
    return stillFound(
      db,
      result.nodeids,
      messages === undefined ? [visible] : [visible, heldBy(messages)],
    );
  }

  #searcher() {
    const { client, user } = this.ctx;
    return { userid: user.userid, apiclientid: client?.apiclientid ?? 0 };
  }
}

function customOf(given: Given): { custom?: unknown } {
  const custom = given.get('custom');
  return custom === undefined ? {} : { custom: new Verbatim(printGiven(custom)) };
}
