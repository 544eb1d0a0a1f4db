import { type FilterOrder, listFiltered, type NodeFilter } from '../../library/node/filter.ts';
import type { ListMemory } from '../../db/list-places.ts';
import { listable } from '../../library/node/visible.ts';
import { DEFAULT_FORUM_PARENT } from '../../library/board/system-channels.ts';
import type { ListById } from '../../protocol/list-by-id.ts';
import type { Direction, Uint } from '../../protocol/types.ts';
import { contentList } from '../../rules/reading/contents.ts';
import { memoryOf } from '../../rules/reading/lists.ts';
import { type Paging, paging, placeOfPage } from '../../rules/reading/paging.ts';
import type { FullContent } from '../../shapes/content.ts';
import { Service } from '../service.ts';

/** Which topics or posts are listed: what is left out does not count. */
export interface NodeCriteria {
  /** `topics`, or `posts` for topics and all below them: `topics` when left out. */
  kind?: 'topics' | 'posts';
  /** In these channels, not in those below them; in all forums when left out. */
  channelids?: Uint[];
  /** Among these nodes. */
  nodeids?: Uint[];
  /** In these topics. */
  starters?: Uint[];
  /** By these authors; 0 for guests. */
  userids?: Uint[];
  /** Open, or closed. */
  open?: boolean;
  sticky?: boolean;
  featured?: boolean;
  /** What everybody sees, or what waits for approval or was deleted by a moderator: the caller gets what he may see of it. */
  shown?: boolean;
  /** Topics with an answer, or without. */
  answered?: boolean;
  /** Polls, or everything else. */
  poll?: boolean;
  /** `nodeid` when left out. */
  sortfield?: FilterOrder;
  /** `asc` when left out. */
  sortorder?: Direction;
  /** From 1 on; a page past the end is empty. */
  pagenumber?: Uint;
  /** At most the option `maxperpage`; 25 when left out. */
  perpage?: Uint;
}

/** A page of topics or posts. */
export interface ContentPage {
  /** In the order of the list. */
  readonly contents: ListById<FullContent>;
  readonly pagingInfo: Paging;
}

const PER_PAGE = 25;

/** Lists over the whole board by what topics and posts are. */
export class NodeFiltered extends Service {
  /**
   * Lists topics or posts of all forums that meet all criteria, page by page. Ours: vBulletin's apps search.
   * @throws invalid_parameter when the order is not known
   * @readonly
   * @example criteria[kind]=topics&criteria[sticky]=0&criteria[sortfield]=lastcontent&criteria[sortorder]=desc&criteria[perpage]=5
   */
  async listFiltered(criteria: NodeCriteria = {}): Promise<ContentPage> {
    const { pagenumber, perpage, sortfield = 'nodeid', sortorder = 'asc' } = criteria;
    const asked = { page: pagenumber ?? 1, perpage: perpage ?? 0 };
    const place = placeOfPage(this.ctx, asked, PER_PAGE);
    const filter = this.#filterOf(criteria);
    const order = { order: sortfield, descending: sortorder === 'desc' };
    const found =
      filter === undefined
        ? { nodeids: [], totalcount: 0 }
        : await listFiltered(this.ctx.db, filter, order, place, await this.#memory());
    return {
      contents: await contentList(this.ctx, found.nodeids),
      pagingInfo: paging(place, found.totalcount),
    };
  }

  /** Of the root of the forums, whose counters any post changes. */
  async #memory(): Promise<ListMemory> {
    const root = await this.viewable(this.#root);
    return memoryOf(this.ctx, root);
  }

  get #root(): number {
    return this.ctx.board.channelByGuid(DEFAULT_FORUM_PARENT);
  }

  #filterOf(criteria: NodeCriteria): NodeFilter | undefined {
    const { board, permissions } = this.ctx;
    const { kind = 'topics', channelids, poll } = criteria;
    const { nodeids, starters, userids, open, sticky, featured, shown, answered } = criteria;
    const forums = board.subtree(this.#root);
    const wanted = forums
      .map((channel) => channel.nodeid)
      .filter((nodeid) => channelids === undefined || channelids.includes(nodeid));
    const found = listable(permissions, wanted);
    if (found === undefined) return undefined;
    const { Poll, Redirect } = board.contentTypes;
    return {
      ...{ nodeids, starters, userids, open, sticky, featured, shown, answered },
      topics: kind === 'topics',
      listable: found,
      types: poll === undefined ? { ids: [Redirect], are: false } : { ids: [Poll], are: poll },
    };
  }
}
