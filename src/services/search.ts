import { ApiError } from '../errors.ts';
import { contentTypes } from '../library/contenttype.ts';
import { type FoundNode, findNodes } from '../library/node.ts';
import { positionIn } from '../library/node-list.ts';
import { type Facts, stateClause } from '../library/search-filters.ts';
import { rank } from '../library/search-rank.ts';
import {
  findResult,
  insertResult,
  RESULT_LIFETIME,
  type SearchResult,
  stillFound,
} from '../library/search-result.ts';
import { type Given, idsOf, printGiven, readGiven, refuse } from '../library/search-value.ts';
import { indexWords } from '../library/search-words.ts';
import { countFound, findNodeids, findPage } from '../library/search.ts';
import { DEFAULT_CHANNEL_PARENT, MAIN_CHANNEL } from '../library/system-channels.ts';
import { listable } from '../library/visible.ts';
import type { Struct, Uint } from '../protocol/types.ts';
import { searchChannels } from './search-channels.ts';
import { readCriteria, searchable, visibleIn } from './search-criteria.ts';
import {
  type ChannelTopics,
  pageNumbers,
  type Paging,
  type SearchableType,
  type SearchChannel,
  type SearchInfo,
  type SearchNodes,
  type SearchResults,
} from './search-shape.ts';
import { Service } from './service.ts';

const PERPAGE = 20;
const MOST_WITHOUT_LIMIT = 10_000;
const MOST_RELATED = 20;
const MOST_TITLE_WORDS = 12;
/** As the index prints it: `w` and three letters, or one character of another script. */
const SHORTEST_WORD = 5;
const unsearchable: ReadonlySet<string> = new Set(['Channel', 'Report', 'Redirect']);

/**
 * Finding nodes: by words, by author, date, place, type and state.
 *
 * A search (`search_json`) is JSON text or an array. All filters are optional, unknown ones are passed over, a mistake
 * is refused as `invalid_search` with its place.
 *
 * - Words: `keywords`, and `title_only`. Words must all be there; `OR` between two asks for either, `NOT` or `-` before
 *   one refuses it, `"quotation marks"` keep words together. Case and accents do not matter, whole words do.
 * - Author and time: `author` (a part of a name; or a list of names and ids), `exactname`, `date` (`lastVisit`,
 *   `lastDay`, `lastWeek`, `lastMonth`, `lastYear`, `topicAge`, `channelAge`, days, Unix seconds, an ISO date, or
 *   `{from, to}` of these).
 * - Members: the authors `iFollow` and `myFriends` (who follow the caller, too); `follow`: `followMembers` (by members
 *   that the caller follows), `followContent` (in topics), `followChannel` (in channels and below), `followBoth`
 *   (members and channels), `followAll`, or `{type: userid}` for the members whom another follows; `my_following`
 *   (the same as `followAll`). Whom the caller ignores he does not find, unless he may ban members and sets
 *   `include_blocked`.
 * - Tags: `tag`, one or a list, of which a topic has at least one.
 * - Kind: `starter_only`, `reply_only` (with `include_starter`: topics as well), `comment_only`,
 *   `visitor_messages_only`, `sentto`, `featured`, `type`, `exclude_type`, `contenttypeid`.
 * - Place: `channel` (channels or topics), `depth` (levels below, 0 for all), `include_starter` (the topic itself),
 *   `exclude` (with all below), `specific`, `my_channels`.
 * - State: `deleted_only` and `unapproved_only` (only moderators find any), `exclude_deleted` (always so without
 *   `deleted_only`), `unread_only` (no older than the option `markinglimit`), `sticky_only`, `exclude_sticky`, `include_sticky` (sticky topics first),
 *   `ignore_protected`, `prefix`, `has_prefix`, `no_prefix`.
 * - View: `activity` (of each topic the latest found), `topic` (topics by their last activity, those directly in the
 *   channel), `conversation_thread` (no comments), `conversation_stream` (both from the oldest on),
 *   `conversation_thread_search`.
 * - Order: `sort`, a field or `{field: asc or desc}`: `publishdate` (the default, the newest first), `created`,
 *   `started`, `lastcontent` or `last_post`, `title`, `author` or `user`, `textcount` or `replies`, `displayorder`,
 *   `votes`, `relevance` or `rank`.
 *   Sorting other than by `publishdate` and `lastcontent` is among the newest 10,000 found, relevance among the newest
 *   `maxresults`; a word that more than 20,000 posts have is looked for in the newest 20,000 of them.
 * - `nolimit` with `channel` keeps up to 10,000 results instead of the option `maxresults`, all sorted. `custom` comes
 *   back untouched. `ignore_cache` and `include_attach` change nothing: each search is made anew, contents are whole.
 *
 * Private messages, reports and infractions are not found.
 */
export class SearchService extends Service {
  /**
   * Searches, and reads the first results. The others come from getMoreResults.
   * @param search_json the search
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on
   * @param getStarterInfo taken for compatibility: each result names its topic
   * @param searchType taken for compatibility
   * @throws invalid_search with the place of the mistake
   * @throws no_permission when the caller may search nowhere
   * @throws not_logged_no_permission when a guest may not
   * @steps
   * @example search_json=%7B%22keywords%22%3A%22night+trains%22%7D&perpage=5
   */
  async getInitialResults(
    search_json: string | Struct,
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
   * @param getStarterInfo taken for compatibility
   * @throws invalid_search with the place of the mistake
   * @throws no_permission when the caller may search nowhere
   * @throws not_logged_no_permission when a guest may not
   * @steps
   * @example search_json[sort]=title&search_json[starter_only]=1
   */
  async getInitialNodes(
    search_json: string | Struct,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
    getStarterInfo = false,
  ): Promise<SearchNodes> {
    return this.#page(await this.#search(search_json), perpage, pagenumber);
  }

  /**
   * Searches, and keeps the results for an hour.
   * @param search_json the search: see getInitialResults
   * @param searchType taken for compatibility
   * @returns the resultId for getMoreResults, getMoreNodes and getInfo
   * @throws invalid_search with the place of the mistake
   * @throws no_permission when the caller may search nowhere
   * @throws not_logged_no_permission when a guest may not
   * @steps
   * @example search_json=%7B%22author%22%3A%22alice%22%7D
   */
  async getSearchResult(search_json: string | Struct, searchType: Uint = 0): Promise<Uint> {
    const { resultid } = await this.#search(search_json);
    return resultid;
  }

  /**
   * Reads a page of results that were kept. What the caller may no longer see is gone from pages and counts.
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on; a page past the end is empty
   * @param getStarterInfo taken for compatibility: each result names its topic
   * @throws invalid_search_resultid when there is no such result of this caller, or it has expired
   * @readonly
   * @example resultId=1&pagenumber=2
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
   * @example resultId=1&pagenumber=2
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

  /**
   * Lists the topics of a channel page by page, by their last activity unless `sort` says otherwise, with the filters
   * of a search; `include_sticky` puts sticky topics first. Nothing is kept, and no page is too far.
   * @param search_json the search: see getInitialResults; `channel` is one channel
   * @param perpage 20 when left out; at most the option `maxperpage`
   * @param pagenumber from 1 on; a page past the end is empty
   * @param skipCount leaves `totalcount` out
   * @throws invalid_search with the place of the mistake
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example search_json[channel]=14&perpage=5
   */
  async getChannelTopics(
    search_json: string | Struct,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
    skipCount = false,
  ): Promise<ChannelTopics> {
    const { board, db, permissions } = this.ctx;
    const given = new Map([...readGiven(search_json), ['view', 'topic']]);
    const [channel, ...more] = idsOf(given.get('channel') ?? [], 'channel');
    if (channel === undefined || more.length > 0) return refuse('channel', 'one channel is due');
    const parent = await this.viewable(channel);
    if (!this.isChannel(parent)) throw new ApiError('invalid_node_id', channel);
    const inside = board.subtree(channel).map(({ nodeid }) => nodeid);
    const { search } = readCriteria(this.#facts(given), permissions, inside);
    const paging = this.#paging(perpage, pagenumber);
    const exact = { ...search, exact: true };
    const memory = { places: board.places, parent, now: this.ctx.now };
    const nodeids = await findPage(db, exact, paging.perpage, startOf(paging), memory);
    return {
      results: await this.contents(nodeids),
      ...(!skipCount && { totalcount: await countFound(db, exact, memory) }),
    };
  }

  /**
   * On which page of its topic a post is.
   * @param nodeid the post
   * @param starter taken for compatibility: the post's topic is known
   * @param perpage at most the option `maxperpage`
   * @param depth 0 for a page with replies and comments, 1 for one with replies alone
   * @param sort `asc` from the oldest on, `desc` from the newest
   * @param include_starter the topic itself is on a page, too
   * @param type of the posts on the pages, such as `vBForum_Photo`; '' for all
   * @returns from 1 on; 0 when the post is on none of these pages
   * @throws invalid_node_id when there is no such post for the caller
   * @throws invalid_parameter when `sort` is neither
   * @throws invalid_search when there is no such type
   * @readonly
   * @example nodeid=27
   */
  async getPageNumber(
    nodeid: Uint,
    starter: string | Struct = '',
    perpage: Uint = 20,
    depth: Uint = 0,
    sort = 'asc',
    include_starter = true,
    type = '',
  ): Promise<Uint> {
    const { db, permissions } = this.ctx;
    const way = sort.toLowerCase();
    if (way !== 'asc' && way !== 'desc') {
      throw new ApiError('invalid_parameter', 'sort', 'asc or desc is due');
    }
    const node = await this.viewable(nodeid);
    const condition = listable(permissions, [node.channelid]);
    if (this.isChannel(node) || !condition) throw new ApiError('invalid_node_id', nodeid);
    const list = {
      parentid: node.starter,
      isTopic: true,
      depth,
      includeParent: include_starter,
      contenttypeid: this.#typeId(type),
      order: way === 'asc' ? 'oldest' : 'newest',
      listable: condition,
    } as const;
    return Math.ceil((await positionIn(db, list, node)) / this.#paging(perpage, 1).perpage);
  }

  /**
   * Topics whose titles have words of this topic's title, the most alike first.
   * @param nodeid a topic, or a post in it
   * @param count how many; at most 20
   * @returns the topics by id
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example nodeid=27&count=5
   */
  async getRelatedTopics(nodeid: Uint, count: Uint): Promise<SearchResults['results']> {
    const { board, db, permissions } = this.ctx;
    const topic = await this.#topicOf(nodeid);
    const words = titleWords(topic.title);
    if (words.length === 0 || count === 0) return new Map();
    const keywords = {
      all: [words.map((word) => ({ phrase: [word], prefix: undefined }))],
      none: [],
    };
    const given: Given = new Map([['starter_only', true]]);
    const { search } = readCriteria(
      this.#facts(given),
      permissions,
      searchable(board, permissions),
    );
    const others = { sql: 'n.nodeid <> ?', bindings: [topic.nodeid] };
    const found = await findNodeids(
      db,
      {
        ...search,
        keywords,
        titleOnly: true,
        place: undefined,
        clauses: [...search.clauses, others],
      },
      board.options.maxresults,
    );
    const best = await rank(db, found, keywords);
    return this.contents(best.slice(0, Math.min(count, MOST_RELATED)));
  }

  /**
   * The content types that can be searched for.
   * @returns the types by id
   * @readonly
   */
  async getSearchableContentTypes(): Promise<ReadonlyMap<number, SearchableType>> {
    const { board } = this.ctx;
    return new Map(
      contentTypes
        .filter((name) => !unsearchable.has(name))
        .map((name) => [
          board.contentTypes[name],
          {
            contenttypeid: board.contentTypes[name],
            class: name,
            type: `vBForum_${name}`,
          },
        ]),
    );
  }

  /**
   * The channels in which the caller may search, for a form.
   * @param flat a list in the tree's order instead of a tree
   * @param queryOptions taken for compatibility
   * @param skipcache taken for compatibility: channels are never stale
   * @param topLevelChannel the channel whose channels are wanted; 0 for all
   * @returns the channels by id, each with its `subchannels` by id unless the list is flat
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example flat=1
   */
  async getChannels(
    flat = false,
    queryOptions: Struct = new Map(),
    skipcache = false,
    topLevelChannel: Uint = 0,
  ): Promise<ReadonlyMap<number, SearchChannel>> {
    const { board, db, permissions } = this.ctx;
    const root = topLevelChannel || board.channelByGuid(MAIN_CHANNEL);
    if (!permissions.viewable.has(root)) throw new ApiError('invalid_node_id', topLevelChannel);
    const special = new Set(
      board.subtree(board.channelByGuid(DEFAULT_CHANNEL_PARENT)).map(({ nodeid }) => nodeid),
    );
    const may = new Set(searchable(board, permissions));
    const wanted = board
      .subtree(root)
      .map(({ nodeid }) => nodeid)
      .filter((nodeid) => nodeid !== root && may.has(nodeid) && !special.has(nodeid));
    return searchChannels(root, await findNodes(db, wanted), board, flat);
  }

  /** Searches on the reading handle, so that nobody waits for a search, and keeps what it found. */
  async #search(search_json: string | Struct): Promise<SearchResult> {
    const { board, db, now, permissions } = this.ctx;
    const given = readGiven(search_json);
    const channels = searchable(board, permissions);
    if (channels.length === 0) throw this.refusal();
    const { search, ranked, nolimit } = readCriteria(this.#facts(given), permissions, channels);
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
    const paging = this.#paging(perpage, pagenumber);
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
    return { ...page, results: await this.contents(page.results) };
  }

  /** What the caller may find of kept results now. */
  async #still(result: SearchResult, given: Given): Promise<number[]> {
    const { board, db, permissions } = this.ctx;
    const visible = visibleIn(permissions, searchable(board, permissions));
    return stillFound(db, result.nodeids, [visible, stateClause(given)]);
  }

  async #topicOf(nodeid: number): Promise<FoundNode> {
    const node = await this.viewable(nodeid);
    if (this.isChannel(node)) throw new ApiError('invalid_node_id', nodeid);
    return node.starter === nodeid ? node : this.viewable(node.starter);
  }

  #typeId(type: string): number {
    if (type === '') return 0;
    const name = contentTypes.find((known) => known === type.replace(/^vB(Forum)?_/, ''));
    return name === undefined
      ? refuse('type', `there is no type ${type}`)
      : this.ctx.board.contentTypes[name];
  }

  #facts(given: Given): Facts {
    const { board, now, permissions, user } = this.ctx;
    const seesBlocked = board.channels.some(({ nodeid }) =>
      permissions.moderates('canbanusers', nodeid),
    );
    return { given, now, board, userid: user.userid, grants: user.grants, seesBlocked };
  }

  #searcher() {
    const { client, user } = this.ctx;
    return { userid: user.userid, apiclientid: client?.apiclientid ?? 0 };
  }

  #paging(perpage: number | false, pagenumber: number | false): Paging {
    const most = this.ctx.board.options.maxperpage;
    return {
      perpage: Math.min(perpage === false ? PERPAGE : Math.max(perpage, 1), most),
      pagenumber: pagenumber === false ? 1 : Math.max(pagenumber, 1),
    };
  }
}

function startOf({ pagenumber, perpage }: Paging): number {
  return (pagenumber - 1) * perpage;
}

function customOf(given: Given): { custom?: unknown } {
  return given.has('custom') ? { custom: given.get('custom') } : {};
}

/** The words of a title that tell most, which the long ones do; single characters of scripts without blanks do not. */
function titleWords(title: string): string[] {
  const words = new Set(indexWords(title).split(' '));
  return [...words]
    .filter((word) => word.length > SHORTEST_WORD)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_TITLE_WORDS);
}
