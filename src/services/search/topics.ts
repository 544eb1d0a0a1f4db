import { ApiError } from '../../errors.ts';
import { contentTypes } from '../../library/board/contenttype.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { rank } from '../../library/search/rank.ts';
import { type Given, idsOf, readGiven, refuse } from '../../library/search/value.ts';
import { indexWords } from '../../library/text/words.ts';
import { countFound, findNodeids, findPage } from '../../library/search/search.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { SearchFilters } from '../../library/search/search-filters.ts';
import type { Direction, Struct, StructOf, Uint } from '../../protocol/types.ts';
import type { FullContent } from '../../shapes/content.ts';
import { factsOf, pagingOf, readCriteria, searchable, startOf } from './criteria.ts';
import type { ChannelTopics } from '../../shapes/search.ts';
import { pageOf } from '../../rules/reading/lists.ts';
import { Service } from '../service.ts';
import { isChannel } from '../../rules/reading/sight.ts';
import { contentList } from '../../rules/reading/contents.ts';

const MOST_RELATED = 20;
const MOST_TITLE_WORDS = 12;
/** As the index prints it: `w` and three letters, or one character of another script. */
const SHORTEST_WORD = 5;

/** Pages of a channel's topics, the page that a post is on, and topics like another. */
export class SearchTopicsService extends Service {
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
    search_json: string | StructOf<SearchFilters>,
    perpage: Uint | false = false,
    pagenumber: Uint | false = false,
    skipCount = false,
  ): Promise<ChannelTopics> {
    const { board, db, permissions } = this.ctx;
    const given = new Map([...readGiven(search_json), ['view', 'topic']]);
    const [channel, ...more] = idsOf(given.get('channel') ?? [], 'channel');
    if (channel === undefined || more.length > 0)
      return refuse('channel', 'it must be one channel');
    const parent = await this.viewable(channel);
    if (!isChannel(this.ctx, parent)) throw new ApiError('invalid_node_id', channel);
    const inside = board.subtree(channel).map(({ nodeid }) => nodeid);
    const { search: all } = readCriteria(factsOf(this.ctx, given), permissions, inside);
    const search = { ...all, messages: undefined };
    const paging = pagingOf(this.ctx, perpage, pagenumber);
    const exact = { ...search, exact: true };
    const memory = { places: board.places, parent, now: this.ctx.now };
    const nodeids = await findPage(db, exact, paging.perpage, startOf(paging), memory);
    return {
      results: await contentList(this.ctx, nodeids),
      ...(!skipCount && { totalcount: await countFound(db, exact, memory) }),
    };
  }

  /**
   * On which page of its topic a post is.
   * @param nodeid the post
   * @param starter has no effect: the post's topic is known
   * @param perpage at most the option `maxperpage`
   * @param depth 0 for a page with replies and comments, 1 for one with replies alone
   * @param sort `asc` from the oldest on, `desc` from the newest
   * @param include_starter the topic itself is on a page, too
   * @param type of the posts on the pages, such as `vBForum_Photo`; '' for all
   * @returns from 1 on; 0 when the post is on none of these pages, or there is no such post for the caller
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
    sort: Direction = 'asc',
    include_starter = true,
    type = '',
  ): Promise<Uint> {
    return pageOf(this.ctx, nodeid, {
      perpage,
      depth,
      includeParent: include_starter,
      contenttypeid: this.#typeId(type),
      order: sort === 'asc' ? 'oldest' : 'newest',
    });
  }

  /**
   * Topics whose titles have words of this topic's title, the most alike first.
   * @param nodeid a topic, or a post in it
   * @param count how many; at most 20
   * @returns the topics in this order
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example nodeid=27&count=5
   */
  async getRelatedTopics(nodeid: Uint, count: Uint): Promise<ListById<FullContent>> {
    const { board, db, permissions } = this.ctx;
    const topic = await this.#topicOf(nodeid);
    const words = titleWords(topic.title);
    if (words.length === 0 || count === 0) return new ListById();
    const keywords = {
      all: [words.map((word) => ({ phrase: [word], prefix: undefined }))],
      none: [],
    };
    const given: Given = new Map([
      ['starter_only', true],
      ['exclude_deleted', true],
    ]);
    const { search } = readCriteria(
      factsOf(this.ctx, given),
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
        messages: undefined,
        place: undefined,
        clauses: [...search.clauses, others],
      },
      board.options.maxresults,
    );
    const best = await rank(db, found, keywords);
    return contentList(this.ctx, best.slice(0, Math.min(count, MOST_RELATED)));
  }

  async #topicOf(nodeid: number): Promise<FoundNode> {
    const node = await this.viewable(nodeid);
    if (isChannel(this.ctx, node)) throw new ApiError('invalid_node_id', nodeid);
    return node.starter === nodeid ? node : this.viewable(node.starter);
  }

  #typeId(type: string): number {
    if (type === '') return 0;
    const name = contentTypes.find((known) => known === type.replace(/^vB(Forum)?_/, ''));
    return name === undefined
      ? refuse('type', `it must be one of ${contentTypes.join(', ')}`)
      : this.ctx.board.contentTypes[name];
  }
}

/** The words of a title that tell most, which the long ones do; single characters of scripts without blanks do not. */
function titleWords(title: string): string[] {
  const words = new Set(indexWords(title).split(' '));
  return [...words]
    .filter((word) => word.length > SHORTEST_WORD)
    .sort((a, b) => b.length - a.length)
    .slice(0, MOST_TITLE_WORDS);
}
