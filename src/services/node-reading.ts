import { ApiError } from '../errors.ts';
import { type FoundNode, findNodes } from '../library/node.ts';
import { findReadTimes, markEachRead, unreadSince } from '../library/noderead.ts';
import { MAIN_CHANNEL } from '../library/system-channels.ts';
import { countUnreadBelow, findFirstChildAfter, type UnreadPlace } from '../library/unread.ts';
import { listableIn } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import { AttachmentService } from './attachment-service.ts';

/** Up to when a node counts as read. */
export interface ReadTime {
  /** Unix seconds; 0 for a guest. */
  readonly readtime: number;
}

/** A child of a node. */
export interface FoundChild {
  /** 0 when there is none. */
  readonly nodeid: number;
}

/** What is new below a node. */
export interface Unread extends ReadTime {
  /** In a channel its unread topics, without those of the channels in it; in a topic its unread posts. At most 100. */
  readonly unread: number;
}

/** What lies in a channel. */
export interface ChannelStatistics {
  /** Topics in the channel itself. */
  readonly topics: number;
  /** Topics, replies and comments in it and below it. */
  readonly posts: number;
}

/** What is new, by node. */
export type UnreadMap = ReadonlyMap<number, Unread>;

/** What a member has read, and how often topics are looked at. */
export abstract class NodeReading extends AttachmentService {
  /**
   * Marks several topics or channels as read; a mark on a channel is one for all below it. Those that the caller may
   * not see are left out, as if they did not exist.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids marked
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many ids
   * @example nodeids[]=27&nodeids[]=28
   */
  async markReadMultiple(nodeids: Uint[]): Promise<Uint[]> {
    this.requireMember();
    const { db, now, user } = this.ctx;
    const seen = await this.#seen(nodeids);
    return markEachRead(
      db,
      user.userid,
      seen.map((node) => node.nodeid),
      now,
    );
  }

  /**
   * Marks a channel with all below it as read, at one stroke.
   * @param nodeid 0 for the whole board
   * @returns the channels that are read now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such channel for the caller
   * @example nodeid=14
   */
  async markChannelsRead(nodeid: Uint = 0): Promise<Uint[]> {
    this.requireMember();
    const { board, db, now, permissions, user } = this.ctx;
    const channel = await this.viewable(nodeid || board.channelByGuid(MAIN_CHANNEL));
    if (!this.isChannel(channel)) throw new ApiError('invalid_node_id', nodeid);
    await markEachRead(db, user.userid, [channel.nodeid], now);
    const below = board.subtree(channel.nodeid).map((each) => each.nodeid);
    return below.filter((each) => permissions.viewable.has(each));
  }

  /**
   * Up to when a node counts as read for the caller: the latest mark on it and on what it lies in, and never longer ago
   * than the option `markinglimit` says.
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeReadTime(nodeid: Uint): Promise<ReadTime> {
    const node = await this.viewable(nodeid);
    return { readtime: await this.#readTime(node.nodeid) };
  }

  /**
   * Finds the first child of a node after a point in time, to jump to what is unread: see getNodeReadTime.
   * @param parentNodeId a topic, for its replies; or a channel or reply
   * @param timeStamp Unix seconds
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example parentNodeId=27&timeStamp=0
   */
  async getFirstChildAfterTime(parentNodeId: Uint, timeStamp: Uint): Promise<FoundChild> {
    const { db, permissions } = this.ctx;
    const parent = await this.viewable(parentNodeId);
    const condition = listableIn(permissions, parent.channelid);
    if (condition === undefined) return { nodeid: 0 };
    return { nodeid: (await findFirstChildAfter(db, parentNodeId, timeStamp, condition)) ?? 0 };
  }

  /**
   * Counts what is new for the caller in channels and topics, for badges. Ours: vBulletin has no method for it. A
   * channel counts among its 500 topics with the newest posts. Those that the caller may not see are left out.
   * @param nodeids ids, as a list or separated by commas
   * @returns by node
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]=14&nodeids[]=27
   */
  async fetchUnreadCounts(nodeids: Uint[]): Promise<UnreadMap> {
    this.requireMember();
    const { db, user } = this.ctx;
    const places = await this.#places(await this.#seen(nodeids));
    const counts = await countUnreadBelow(db, user.userid, places);
    return new Map(
      places.map(({ nodeid, readtime }) => [nodeid, { readtime, unread: counts.get(nodeid) ?? 0 }]),
    );
  }

  /**
   * Notes that somebody looks at a topic. Reading its full content does so, too; within a quarter of an hour the same
   * caller counts once. The number, `content.views`, follows some seconds later.
   * @param nodeid a topic, or a post in it
   * @returns true
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example nodeid=27
   */
  async incrementNodeview(nodeid: Uint): Promise<boolean> {
    const node = await this.viewable(nodeid);
    if (this.isChannel(node)) throw new ApiError('invalid_node_id', nodeid);
    this.countView(node.starter);
    return true;
  }

  /**
   * Counts what lies in a channel, as far as the caller may read it.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example parentid=14
   */
  async getChannelStatistics(parentid: Uint): Promise<ChannelStatistics> {
    const channel = await this.viewable(parentid);
    const [seen] = await this.answers([channel]);
    if (seen === undefined || !this.isChannel(channel))
      throw new ApiError('invalid_node_id', parentid);
    return { topics: seen.textcount, posts: seen.totalcount };
  }

  /**
   * The channels that the caller may enter.
   * @returns their ids, those above before those below
   * @readonly
   */
  async getCurrentUserChannels(): Promise<Uint[]> {
    const { board, permissions } = this.ctx;
    return board.channels
      .map((channel) => channel.nodeid)
      .filter((nodeid) => permissions.viewable.has(nodeid));
  }

  async #readTime(nodeid: number): Promise<number> {
    const { board, db, now, user } = this.ctx;
    if (user.userid === 0) return 0;
    const times = await findReadTimes(db, user.userid, [nodeid]);
    return Math.max(times.get(nodeid) ?? 0, unreadSince(board.options, now));
  }

  async #places(nodes: readonly FoundNode[]): Promise<UnreadPlace[]> {
    const { board, db, now, permissions, user } = this.ctx;
    const nodeids = nodes.map((node) => node.nodeid);
    const times = await findReadTimes(db, user.userid, nodeids);
    const since = unreadSince(board.options, now);
    return nodes.map((node) => ({
      nodeid: node.nodeid,
      ischannel: this.isChannel(node),
      readtime: Math.max(times.get(node.nodeid) ?? 0, since),
      listable: listableIn(permissions, node.channelid) ?? nothing,
    }));
  }

  /** Those of the nodes that the caller sees, each once. */
  async #seen(nodeids: readonly number[]): Promise<FoundNode[]> {
    const most = this.ctx.board.options.maxperpage;
    if (nodeids.length > most) throw new ApiError('invalid_data', `at most ${most} nodes at once`);
    return (await findNodes(this.ctx.db, nodeids)).filter((node) => this.sees(node));
  }
}

const nothing = { sql: '1 = 0', bindings: [] };
