import { ApiError } from '../../errors.ts';
import { listAlbums } from '../../library/files/album.ts';
import { listNodeids, type ListOrder } from '../../library/node/list.ts';
import { listableAnywhere } from '../../library/node/visible.ts';
import { type ActivityOrder, listActivity } from '../../library/node/activity.ts';
import { contentTypes } from '../../library/board/contenttype.ts';
import { MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { Uint } from '../../protocol/types.ts';
import { albumChannel, albumsOf, albumContents } from '../../rules/reading/albums.ts';
import { countBelow, listBelow, memoryOf } from '../../rules/reading/lists.ts';
import { placeOfPage } from '../../rules/reading/paging.ts';
import { counted, contentList } from '../../rules/reading/contents.ts';
import type { Album, FullContent } from '../../shapes/content.ts';
import { Service } from '../service.ts';

/** How a list is made. */
export interface ListOptions {
  /** `activity` (sticky topics first, then the latest activity), `newest` or `oldest`. */
  sort?: ListOrder;
  /** Begin with the parent itself, as a page that shows a whole topic does. */
  include_starter?: boolean;
  /** Only this type. */
  contenttypeid?: Uint;
}

/** Whose activity, and which part of it. */
export interface ActivityParams {
  /** A member; 0 for the whole board. */
  userid?: Uint;
  /** `sort_recent`, `sort_oldest`, `sort_popular` (the last month unless `date` says more) or `sort_featured`. */
  sort?: ActivityOrder;
  /** `source_all` (of and to the member), `source_user` (what he wrote) or `source_vm` (visitor messages to him). */
  filter_source?: 'source_all' | 'source_user' | 'source_vm';
  /** `show_all`, or a content type such as `Text`. */
  filter_show?: string;
  /** For ever when left out; `sort_popular` then takes `monthly`. */
  date?: keyof typeof periods;
  page?: Uint;
  perpage?: Uint;
}

const PER_PAGE = 20;
const DAY = 86_400;
const periods = { all: 0, daily: DAY, weekly: 7 * DAY, monthly: 30 * DAY } as const;

/** Lists of what lies below a node, of albums, and of what goes on. */
export class NodeLists extends Service {
  /**
   * Lists what lies below a node, page by page: the topics of a channel by activity with the sticky ones first, the
   * replies of a topic from the oldest on; with `depth` 0 everything below, the newest of a channel first.
   * Channels are not among it: see fetchChannelNodeTree.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @param depth 1 for direct children, 2 for theirs as well, and so on; 0 for all below
   * @param contenttypeid 0 for every type
   * @returns the nodes in the list's order
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_parameter when `options[sort]` is not known
   * @readonly
   * @example parentid=27&depth=1&options[include_starter]=1
   */
  async listNodeContent(
    parentid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
    depth: Uint = 0,
    contenttypeid: Uint = 0,
    options: ListOptions = {},
  ): Promise<ListById<FullContent>> {
    return this.listNodeFullContent(parentid, page, perpage, depth, contenttypeid, options);
  }

  /**
   * Lists what lies below a node with all its content: see listNodeContent.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @param depth 1 for direct children, 2 for theirs as well, and so on; 0 for all below
   * @param contenttypeid 0 for every type
   * @returns the nodes in the list's order
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_parameter when `options[sort]` is not known
   * @readonly
   * @example parentid=14&page=1&perpage=10&depth=1
   */
  async listNodeFullContent(
    parentid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
    depth: Uint = 0,
    contenttypeid: Uint = 0,
    options: ListOptions = {},
  ): Promise<ListById<FullContent>> {
    const parent = await this.viewable(parentid);
    const list = listBelow(this.ctx, parent, depth, contenttypeid, options);
    if (list === undefined) return new ListById();
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    const nodeids = await listNodeids(this.ctx.db, list, offset, limit, memoryOf(this.ctx, parent));
    return counted(this.ctx, parentid, await contentList(this.ctx, nodeids));
  }

  /**
   * Counts what listNodeFullContent lists on all its pages.
   * @param page has no effect: all pages are counted
   * @param perpage has no effect: all pages are counted
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example parentid=14&depth=1
   */
  async listNodeFullContentCount(
    parentid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
    depth: Uint = 0,
    contenttypeid: Uint = 0,
    options: ListOptions = {},
  ): Promise<Uint> {
    return countBelow(this.ctx, parentid, depth, contenttypeid, options);
  }

  /**
   * Lists albums, the newest first: those of the member who wrote a node, or with the channel of albums everybody's.
   * Among his own the caller also finds those that are private or wait for approval. See profile.getAlbum for a member's
   * by his userid.
   * @param nodeid an album or any other post; the channel of albums, or 0 for it
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @returns the albums in the list's order, each with its first photo; none for a post by a guest
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=0
   */
  async getAlbums(nodeid: Uint, page: Uint = 1, perpage: Uint = 20): Promise<ListById<Album>> {
    const node = await this.viewable(nodeid || albumChannel(this.ctx));
    const everybodys = node.nodeid === albumChannel(this.ctx);
    if (!everybodys && node.userid === 0) return new ListById();
    const list = albumsOf(this.ctx, everybodys ? 0 : node.userid);
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    return albumContents(this.ctx, await listAlbums(this.ctx.db, list, offset, limit));
  }

  /**
   * Lists the newest posts of the board, or of a member.
   * @returns the nodes in the list's order
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example params[userid]=3&params[filter_source]=source_user
   */
  async fetchActivity(params: ActivityParams = {}): Promise<ListById<FullContent>> {
    const { board, db, permissions } = this.ctx;
    const visible = listableAnywhere(permissions);
    const filters = this.#filters(params);
    if (visible === undefined) return new ListById();
    const { offset, perpage } = placeOfPage(this.ctx, params, PER_PAGE);
    const activity = { ...filters, root: board.channelByGuid(MAIN_CHANNEL), visible };
    return contentList(this.ctx, await listActivity(db, activity, offset, perpage));
  }

  #filters(params: ActivityParams) {
    const {
      userid = 0,
      sort: order = 'sort_recent',
      filter_source: source = 'source_user',
    } = params;
    const { date = order === 'sort_popular' ? 'monthly' : 'all' } = params;
    const seconds = periods[date];
    return {
      author: source === 'source_user' ? userid : 0,
      setfor: source === 'source_vm' ? userid : 0,
      concerns: source === 'source_all' ? userid : 0,
      contenttypeid: this.#contentType(params.filter_show ?? ''),
      order,
      since: seconds === 0 ? 0 : this.ctx.now - seconds,
    };
  }

  #contentType(name: string): number {
    if (name === '' || name === 'show_all') return 0;
    const found = contentTypes.find((type) => type.toLowerCase() === name.toLowerCase());
    if (found === undefined) {
      const why = `it must be one of show_all, ${contentTypes.join(', ')}`;
      throw new ApiError('invalid_parameter', 'params[filter_show]', why);
    }
    return this.ctx.board.contentTypes[found];
  }
}
