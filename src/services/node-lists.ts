import { ApiError } from '../errors.ts';
import { listAlbums, shownInOwnAlbum } from '../library/album.ts';
import {
  countNodes,
  listNodeids,
  listOrders,
  type ListOrder,
  type NodeList,
} from '../library/node-list.ts';
import type { ListMemory } from '../library/list-places.ts';
import { type FoundNode, findNodes } from '../library/node.ts';
import {
  DEFAULT_FORUM_PARENT,
  PRIVATEMESSAGE_CHANNEL,
  VISITORMESSAGE_CHANNEL,
} from '../library/system-channels.ts';
import { type Condition, listable, listableIn } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import { albumChannel, type AlbumMap, albumsOf } from './albums.ts';
import { channelTree, type ChannelTree } from './channel-tree.ts';
import { type ContentMap, NodeContent } from './node-content.ts';
import type { ListOptions } from './node-options.ts';
import { placeOfPage } from './paging.ts';

const PER_PAGE = 20;

/** Lists of nodes, and the tree of channels. */
export abstract class NodeLists extends NodeContent {
  /**
   * Lists what lies below a node, page by page: the topics of a channel by activity with the sticky ones first, the
   * replies of a topic from the oldest on; with `depth` 0 everything below, the newest of a channel first.
   * Channels are not among it: see fetchChannelNodeTree.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @param depth 1 for direct children, 2 for theirs as well, and so on; 0 for all below
   * @param contenttypeid 0 for every type
   * @returns the nodes by id, in the list's order
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
  ): Promise<ContentMap> {
    return this.listNodeFullContent(parentid, page, perpage, depth, contenttypeid, options);
  }

  /**
   * Lists what lies below a node with all its content: see listNodeContent.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @param depth 1 for direct children, 2 for theirs as well, and so on; 0 for all below
   * @param contenttypeid 0 for every type
   * @returns the nodes by id, in the list's order
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
  ): Promise<ContentMap> {
    const parent = await this.viewable(parentid);
    const list = this.#list(parent, depth, contenttypeid, options);
    if (list === undefined) return new Map();
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    const nodeids = await listNodeids(this.ctx.db, list, offset, limit, this.#memory(parent));
    return this.counted(parentid, await this.contents(nodeids));
  }

  /**
   * Counts what listNodeFullContent lists on all its pages.
   * @param page taken for compatibility, as is `perpage`
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
    const parent = await this.viewable(parentid);
    const list = this.#list(parent, depth, contenttypeid, options);
    return list === undefined ? 0 : countNodes(this.ctx.db, list, this.#memory(parent));
  }

  /**
   * Reads the tree of channels that the caller may enter.
   * @param parentid 0 for the main forum
   * @param depth how many levels below the parent
   * @param pagenum taken for compatibility, as is `perpage`: the whole tree is returned
   * @returns `channels` by id, each with its `subchannels` by id; always objects
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example depth=3
   */
  async fetchChannelNodeTree(
    parentid: Uint = 0,
    depth: Uint = 3,
    pagenum: Uint = 1,
    perpage: Uint = 20,
  ): Promise<ChannelTree> {
    const root = await this.viewable(parentid === 0 ? this.#forumRoot() : parentid);
    if (!this.isChannel(root)) throw new ApiError('invalid_node_id', parentid);
    const { board, permissions, db } = this.ctx;
    const below = board
      .subtree(root.nodeid)
      .map((channel) => channel.nodeid)
      .filter((nodeid) => nodeid !== root.nodeid && permissions.viewable.has(nodeid));
    const rows = (await findNodes(db, below)).filter((node) => this.sees(node));
    return channelTree(root.nodeid, Math.max(depth, 1), await this.answers(rows));
  }

  /**
   * The root channel of the forums.
   * @readonly
   */
  async fetchForumChannel(): Promise<Uint> {
    return this.#forumRoot();
  }

  /**
   * The channel that private messages lie below. Nobody enters it: see content_privatemessage.
   * @returns its nodeid
   * @readonly
   */
  async fetchPMChannel(): Promise<Uint> {
    return this.ctx.board.channelByGuid(PRIVATEMESSAGE_CHANNEL);
  }

  /**
   * The channel of the messages on members' profiles: see content_text.listVisitorMessages.
   * @returns its nodeid
   * @readonly
   */
  async fetchVMChannel(): Promise<Uint> {
    return this.ctx.board.channelByGuid(VISITORMESSAGE_CHANNEL);
  }

  /**
   * The channel that members' albums are topics of: see content_gallery.add.
   * @returns its nodeid
   * @readonly
   */
  async fetchAlbumChannel(): Promise<Uint> {
    return albumChannel(this.ctx);
  }

  /**
   * Lists albums, the newest first: those of the member who wrote a node, or with the channel of albums everybody's.
   * Among his own the caller also finds those that are private or wait for approval. See profile.getAlbum for a member's
   * by his userid.
   * @param nodeid an album or any other post; the channel of albums, or 0 for it
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @returns the albums by id, in the list's order, each with its first photo; none for a post by a guest
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=0
   */
  async getAlbums(nodeid: Uint, page: Uint = 1, perpage: Uint = 20): Promise<AlbumMap> {
    const node = await this.viewable(nodeid || albumChannel(this.ctx));
    const everybodys = node.nodeid === albumChannel(this.ctx);
    if (!everybodys && node.userid === 0) return new Map();
    const list = albumsOf(this.ctx, everybodys ? 0 : node.userid);
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    return this.albums(await listAlbums(this.ctx.db, list, offset, limit));
  }

  #memory(parent: FoundNode): ListMemory {
    return { places: this.ctx.board.places, parent, now: this.ctx.now };
  }

  #list(
    parent: FoundNode,
    depth: number,
    contenttypeid: number,
    options: ListOptions,
  ): NodeList | undefined {
    const { board, permissions } = this.ctx;
    const parentid = parent.nodeid;
    const inChannel = this.isChannel(parent);
    const channels =
      inChannel && depth !== 1
        ? board.subtree(parentid).map((channel) => channel.nodeid)
        : [parent.channelid];
    // Below one channel its test is left out: the index alone then answers, and deep pages cost a quarter.
    const condition =
      channels.length === 1 ? this.#listableBelow(parent) : listable(permissions, channels);
    if (condition === undefined) return undefined;
    return {
      parentid,
      isTopic: parent.starter === parentid,
      depth,
      includeParent: options.include_starter === true && !inChannel,
      contenttypeid: options.contenttypeid ?? contenttypeid,
      order: orderOf(options.sort, inChannel ? (depth === 1 ? 'activity' : 'newest') : 'oldest'),
      listable: condition,
    };
  }

  #listableBelow({ channelid, starteruserid }: FoundNode): Condition | undefined {
    const { permissions, user } = this.ctx;
    const own = user.userid !== 0 && starteruserid === user.userid;
    return own && channelid === albumChannel(this.ctx)
      ? shownInOwnAlbum(permissions, channelid)
      : listableIn(permissions, channelid);
  }

  #forumRoot(): number {
    return this.ctx.board.channelByGuid(DEFAULT_FORUM_PARENT);
  }
}

function orderOf(sort: string | undefined, usual: ListOrder): ListOrder {
  if (sort === undefined || sort === '') return usual;
  if (Object.hasOwn(listOrders, sort)) return sort as ListOrder;
  throw new ApiError(
    'invalid_parameter',
    'options[sort]',
    `one of ${Object.keys(listOrders).join(', ')} is due`,
  );
}
