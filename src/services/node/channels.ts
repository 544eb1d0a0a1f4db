import { ApiError } from '../../errors.ts';
import { findNodes } from '../../library/node/node.ts';
import {
  DEFAULT_FORUM_PARENT,
  PRIVATEMESSAGE_CHANNEL,
  VISITORMESSAGE_CHANNEL,
} from '../../library/board/system-channels.ts';
import type { Uint, Int } from '../../protocol/types.ts';
import { isChannel, answersOf } from '../../rules/reading/sight.ts';
import { albumChannel } from '../../rules/reading/albums.ts';
import { channelTree, type ChannelTree } from '../../shapes/channel-tree.ts';
import { Service } from '../service.ts';

/** What lies in a channel. */
export interface ChannelStatistics {
  /** Topics in the channel itself. */
  readonly topics: number;
  /** Topics, replies and comments in it and below it. */
  readonly posts: number;
}

/** The tree of channels, and what lies in them. */
export class NodeChannels extends Service {
  /**
   * Reads the tree of channels that the caller may enter.
   * @param parentid 0, or less, for the main forum
   * @param depth how many levels below the parent
   * @param pagenum has no effect: the whole tree is returned
   * @param perpage has no effect: the whole tree is returned
   * @returns `channels` in the board's order, each with its `subchannels`; both are always there
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example depth=3
   */
  async fetchChannelNodeTree(
    parentid: Int = 0,
    depth: Uint = 3,
    pagenum: Uint = 1,
    perpage: Uint = 20,
  ): Promise<ChannelTree> {
    const root = await this.viewable(parentid < 1 ? this.#forumRoot() : parentid);
    if (!isChannel(this.ctx, root)) throw new ApiError('invalid_node_id', parentid);
    const { board, permissions, db } = this.ctx;
    const below = board
      .subtree(root.nodeid)
      .map((channel) => channel.nodeid)
      .filter((nodeid) => nodeid !== root.nodeid && permissions.viewable.has(nodeid));
    const rows = (await findNodes(db, below)).filter((node) => this.sees(node));
    return channelTree(root.nodeid, Math.max(depth, 1), await answersOf(this.ctx, rows));
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
   * Counts what lies in a channel, as far as the caller may read it.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example parentid=14
   */
  async getChannelStatistics(parentid: Uint): Promise<ChannelStatistics> {
    const channel = await this.viewable(parentid);
    const [seen] = await answersOf(this.ctx, [channel]);
    if (seen === undefined || !isChannel(this.ctx, channel))
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

  #forumRoot(): number {
    return this.ctx.board.channelByGuid(DEFAULT_FORUM_PARENT);
  }
}
