import { ApiError } from '../errors.ts';
import { findNode } from '../library/node/node.ts';
import {
  addressParts,
  hasPage,
  memberUrl,
  nodeUrl,
  pagesFor,
  PER_PAGE,
  pageUrl,
  placeAt,
} from '../library/node/page-url.ts';
import { findUser } from '../library/user/user.ts';
import type { Uint } from '../protocol/types.ts';
import { countBelow, pageOf, type TopicPages } from '../rules/reading/lists.ts';
import { Service } from './service.ts';

/** What an address of the board shows: one of its ids, and 0 for the others. */
export interface FoundRoute {
  /** `home`, `channel`, `topic` or `member`. */
  readonly kind: string;
  /** The channel or topic. */
  readonly nodeid: Uint;
  /** The post of the topic that the address leads to; the topic itself when it names none. */
  readonly contentid: Uint;
  readonly userid: Uint;
  /**
   * The page of the list, from 1 on: of 20 posts of a topic with its first one, or of 20 topics of a channel. A post is
   * on it; a page past the end is the last one.
   */
  readonly pagenum: Uint;
  /** The whole address, as the board itself writes it. */
  readonly url: string;
}

/** The pages of a topic as a browser shows them. */
const topicPages: TopicPages = {
  perpage: PER_PAGE,
  depth: 0,
  includeParent: true,
  contenttypeid: 0,
  order: 'oldest',
};

/** Addresses of channels, topics, posts and members: an app opens a link that somebody has shared, and shares one. */
export class RouteService extends Service {
  /**
   * Finds what an address shows, so that an app can open it. The addresses of vBulletin 3 and 4 are read, too.
   * @param pathInfo the address below the board's own: `topic/27-title`, `showthread.php`; or from the host on, as
   *   getNodeUrl gives it; or the whole of it. It may have its `?` and `#` with it
   * @param queryString what follows its `?`: it comes before what `pathInfo` has of it
   * @param anchor what follows its `#`: `post28` leads to a post
   * @returns false when no page has this address, or it is another site's
   * @throws invalid_node_id when the caller may not see what it shows
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example pathInfo=topic/27-welcome&queryString=p=28
   */
  async getRoute(pathInfo: string, queryString = '', anchor = ''): Promise<FoundRoute | false> {
    const { baseUrl } = this.ctx.links;
    const address = addressParts(pathInfo, { baseUrl, queryString, anchor });
    const place = address && placeAt(address.path, address.query);
    if (place === undefined) return false;
    const { kind, id, page } = place;
    const found = { kind, nodeid: 0, contentid: 0, userid: 0, pagenum: 1 };
    if (kind === 'home') return { ...found, url: `${baseUrl}/` };
    if (kind === 'member') return { ...found, userid: id, url: await this.#memberUrl(id) };
    return this.#nodeRoute(id, page);
  }

  async #nodeRoute(nodeid: number, page: number): Promise<FoundRoute> {
    const { starter } = await this.viewable(nodeid);
    const url = await this.getAbsoluteNodeUrl(nodeid);
    const found = { kind: 'topic', nodeid: starter, contentid: nodeid, userid: 0 };
    if (starter !== 0 && starter !== nodeid) {
      const pagenum = await pageOf(this.ctx, nodeid, topicPages);
      return { ...found, pagenum: Math.max(1, pagenum), url };
    }
    const isChannel = starter === 0;
    const pagenum = page === 1 ? 1 : Math.min(page, await this.#pagesOf(nodeid, isChannel));
    const list = { pagenum, url: pageUrl(url, pagenum) };
    return isChannel
      ? { ...found, kind: 'channel', nodeid, contentid: 0, ...list }
      : { ...found, ...list };
  }

  /** How many pages the list of a channel's topics, or of a topic's posts, has. */
  async #pagesOf(nodeid: number, isChannel: boolean): Promise<number> {
    const [depth, options] = isChannel ? [1, {}] : [0, { include_starter: true }];
    return pagesFor(await countBelow(this.ctx, nodeid, depth, 0, options));
  }

  /**
   * The address of a channel, topic or post, below that of the board.
   * @returns a path, such as `/topic/27-title?p=28#post28`
   * @throws invalid_node_id when there is no such node for the caller, or it has no page as private messages have none
   * @readonly
   * @example nodeid=28
   */
  async getNodeUrl(nodeid: Uint): Promise<string> {
    const { board, db } = this.ctx;
    const node = await this.viewable(nodeid);
    if (!hasPage(board.channel(node.channelid)?.guid ?? null))
      throw new ApiError('invalid_node_id', nodeid);
    const { starter } = node;
    const named = starter === 0 || starter === nodeid ? node : await findNode(db, starter);
    return nodeUrl('', { nodeid, starter, urlident: named?.urlident ?? '' });
  }

  /**
   * The whole address of a channel, topic or post, for sharing: browsers show it to guests, as far as they may see it.
   * @throws invalid_node_id when there is no such node for the caller, or it has no page as private messages have none
   * @readonly
   * @example nodeid=28
   */
  async getAbsoluteNodeUrl(nodeid: Uint): Promise<string> {
    return `${this.ctx.links.baseUrl}${await this.getNodeUrl(nodeid)}`;
  }

  /**
   * The whole address of a topic. Ids of threads are ids of nodes here.
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example threadId=27
   */
  async fetchLegacyThreadUrl(threadId: Uint): Promise<string> {
    return this.getAbsoluteNodeUrl(threadId);
  }

  /**
   * The whole address of a post. Ids of posts are ids of nodes here.
   * @throws invalid_node_id when there is no such post for the caller
   * @readonly
   * @example postId=28
   */
  async fetchLegacyPostUrl(postId: Uint): Promise<string> {
    return this.getAbsoluteNodeUrl(postId);
  }

  async #memberUrl(userid: number): Promise<string> {
    const member = await findUser(this.ctx.db, userid);
    if (member === undefined) throw new ApiError('invalid_user_specified');
    return memberUrl(this.ctx.links.baseUrl, member);
  }
}
