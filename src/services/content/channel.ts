import { ApiError } from '../../errors.ts';
import {
  type Contributor,
  insertChannel,
  listChannelTitles,
  listContributors,
  updateChannel,
} from '../../library/node/channel.ts';
import { hardDeleteNode } from '../../library/moderation/deletion.ts';
import { lockTree } from '../../library/node/counters.ts';
import { insertModLog } from '../../library/moderation/modlog.ts';
import { updateNode } from '../../library/node/node.ts';
import { reportChannels } from '../../library/moderation/report.ts';
import { MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import { titleColumns } from '../../library/text/title.ts';
import { isLonger, tidyTitle } from '../../library/text/wording.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import type { NodeAnswer } from '../../shapes/content.ts';
import { ContentService } from './content.ts';
import { requireAdministrator } from '../../rules/rights/standing.ts';
import { answersOf, viewableAll, isChannel } from '../../rules/reading/sight.ts';

/** A new channel. */
export interface ChannelData {
  parentid: Uint;
  title: string;
  description?: string;
  displayorder?: Uint;
  /** 1 for a channel that only holds channels. */
  category?: boolean;
}

/** What changes in a channel. */
export interface ChannelChanges {
  title?: string;
  description?: string;
  displayorder?: Uint;
  category?: boolean;
}

export interface ChannelRight {
  readonly can: boolean;
  /** Always false: there is no limit. */
  readonly exceeded: boolean;
}

/** Channels to choose from. */
export interface ChannelSuggestions {
  readonly suggestions: readonly ChannelSuggestion[];
}

export interface ChannelSuggestion {
  readonly title: string;
  readonly value: string;
  readonly id: number;
}

/** The system groups of owners and moderators of channels and social groups. */
const contributors = [9, 10, 12, 13] as const;
const MOST_CONTRIBUTORS = 100;

/** What of the staff's business the caller may see. */
export interface StaffViews {
  readonly result: {
    readonly can_view_reports: boolean;
    /** Always false: there are no infractions. */
    readonly can_view_infractions: boolean;
  };
}

const LONGEST_DESCRIPTION = 1000;

/**
 * Channels: forums and categories.
 *
 * @sample 14
 */
export class ContentChannelService extends ContentService {
  /**
   * Creates a channel. It takes its permissions from the channel above it.
   * @param options has no effect: a new channel is not announced, and nothing is checked that could be skipped
   * @returns the new nodeid
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but administrators
   * @throws invalid_node_id when there is no such parent, or it is no channel
   * @throws title_required without a title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_data when the description is too long
   * @example data[parentid]=2&data[title]=Music
   * @as admin
   */
  async add(data: ChannelData, options: Struct = new Map()): Promise<Uint> {
    requireAdministrator(this.ctx);
    const { db, now, user, host } = this.ctx;
    await lockTree(db);
    const parent = await this.#channel(data.parentid);
    const title = tidyTitle(data.title, true, this.ctx.board.options);
    const nodeid = await insertChannel(db, {
      parent,
      contenttypeid: this.ctx.board.contentTypes.Channel,
      title,
      description: this.#description(data.description ?? ''),
      userid: user.userid,
      authorname: user.username,
      ipaddress: host,
      now,
      displayorder: data.displayorder ?? 1,
      category: data.category === true,
      guid: null,
    });
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
    return nodeid;
  }

  /**
   * Changes a channel.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but administrators
   * @throws invalid_node_id when there is no such channel
   * @throws title_required when it would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_data when the description is too long
   * @example nodeid=14&data[description]=Anything goes
   * @as admin
   */
  async update(nodeid: Uint, data: ChannelChanges): Promise<boolean> {
    requireAdministrator(this.ctx);
    const { db, now } = this.ctx;
    await lockTree(db);
    await this.#channel(nodeid);
    if (data.title !== undefined)
      await updateNode(
        db,
        nodeid,
        titleColumns(tidyTitle(data.title, true, this.ctx.board.options)),
      );
    if (data.description !== undefined)
      await updateNode(db, nodeid, { description: this.#description(data.description) });
    if (data.displayorder !== undefined)
      await updateNode(db, nodeid, { displayorder: data.displayorder });
    if (data.category !== undefined) await updateChannel(db, nodeid, data.category);
    await updateNode(db, nodeid, { lastupdate: now });
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
    return true;
  }

  /**
   * Reads a channel.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example nodeid=2
   */
  async fetchChannelById(nodeid: Uint): Promise<NodeAnswer> {
    const [channel] = await answersOf(this.ctx, [await this.#channel(nodeid)]);
    if (channel === undefined) throw new ApiError('invalid_node_id', nodeid);
    return channel;
  }

  /**
   * Finds a system channel by its fixed name.
   * @param guid such as `vbulletin-4ecbdf567f3341.44450667`, the main forum
   * @returns its nodeid
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example guid=vbulletin-4ecbdf567f3341.44450667
   */
  async fetchChannelIdByGUID(guid: string): Promise<Uint> {
    const nodeid = this.ctx.board.channelByGuid(guid);
    if (!this.ctx.permissions.viewable.has(nodeid)) throw new ApiError('invalid_node_id', guid);
    return nodeid;
  }

  /**
   * The channels directly below the root of everything that the caller may enter.
   * @readonly
   */
  async fetchTopLevelChannelIds(): Promise<Uint[]> {
    const { board, permissions } = this.ctx;
    const root = board.channelByGuid(MAIN_CHANNEL);
    return board.channels
      .filter((channel) => channel.parentid === root && permissions.viewable.has(channel.nodeid))
      .map((channel) => channel.nodeid);
  }

  /**
   * Finds a system channel by its fixed name: see fetchChannelIdByGUID.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example guid=vbulletin-4ecbdf567f3341.44450667
   */
  async fetchChannelByGUID(guid: string): Promise<NodeAnswer> {
    return this.fetchChannelById(await this.fetchChannelIdByGUID(guid));
  }

  /**
   * The channel, directly below the root of everything, that nodes are in.
   * @returns its nodeid; false when they are in several, when one is above all, or when there is none
   * @throws invalid_node_id when one of the nodes is not there for the caller
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids=27
   */
  async getTopLevelChannel(nodeids: Uint[]): Promise<Uint | false> {
    const nodes = await viewableAll(this.ctx, nodeids);
    const tops = new Set(nodes.map((node) => this.#topOf(node.channelid)));
    const [top] = tops;
    return tops.size === 1 && top !== undefined && top !== 0 && top;
  }

  /**
   * Whether the caller may add a channel below a channel.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example nodeid=2
   */
  async canAddChannel(nodeid: Uint): Promise<ChannelRight> {
    await this.#channel(nodeid);
    return { can: this.ctx.permissions.isAdministrator, exceeded: false };
  }

  /**
   * Whether the caller moderates posts where the node is.
   * @param node its nodeid
   * @returns 1 or 0
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example node=2
   */
  async getCanModerate(node: Uint): Promise<Uint> {
    const { channelid } = await this.viewable(node);
    return this.ctx.permissions.moderates('canmoderateposts', channelid) ? 1 : 0;
  }

  /**
   * Who owns and moderates a channel: members who have such a usergroup in that channel alone, at most 100.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example nodeId=14
   */
  async getContributors(nodeId: Uint): Promise<Contributor[]> {
    await this.#channel(nodeId);
    return listContributors(this.ctx.db, nodeId, contributors, MOST_CONTRIBUTORS);
  }

  /**
   * Suggests channels whose name holds a text. Case does not count.
   * @param searchStr without any text there is no suggestion
   * @param limitstart how many are skipped
   * @param limitnumber at most the option `maxperpage`
   * @readonly
   * @example searchStr=main
   */
  async getAutocomplete(
    searchStr: string,
    limitstart: Uint = 0,
    limitnumber: Uint = 15,
  ): Promise<ChannelSuggestions> {
    const { board, db, permissions } = this.ctx;
    const wanted = searchStr.trim().toLowerCase();
    if (wanted === '') return { suggestions: [] };
    const limit = Math.min(limitnumber, board.options.maxperpage);
    const found = (await listChannelTitles(db))
      .filter(({ nodeid }) => permissions.viewable.has(nodeid))
      .filter(({ title }) => title.toLowerCase().includes(wanted))
      .slice(limitstart, limitstart + limit);
    return {
      suggestions: found.map(({ nodeid, title }) => ({ title, value: title, id: nodeid })),
    };
  }

  /**
   * Deletes a channel for good, with all below it.
   * @returns true
   * @throws invalid_node_id when there is no such channel for the caller
   * @throws no_permission for all but administrators, and when a system channel would go
   * @throws not_logged_no_permission for a guest
   * @example nodeid=26
   * @as admin
   */
  async delete(nodeid: Uint): Promise<boolean> {
    const { board, db, host, now, user } = this.ctx;
    await lockTree(db);
    const channel = await this.#channel(nodeid);
    requireAdministrator(this.ctx);
    if (board.subtree(nodeid).some(({ guid }) => guid !== null)) throw this.refusal();
    await hardDeleteNode(db, nodeid);
    // told of by the channel that it was in: its own is gone
    const { userid, username } = user;
    const act = { action: 'harddelete', userid, username, ipaddress: host, now } as const;
    await insertModLog(db, [{ ...channel, channelid: channel.parentid }], act);
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
    return true;
  }

  /**
   * Whether the caller may see reports and infractions in some channel.
   * @readonly
   */
  async canViewReportsAndInfractions(): Promise<StaffViews> {
    const can_view_reports = reportChannels(this.ctx.permissions).length > 0;
    return { result: { can_view_reports, can_view_infractions: false } };
  }

  async #channel(nodeid: number) {
    const node = await this.viewable(nodeid);
    if (!isChannel(this.ctx, node)) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }

  /** The channel below the root above this one; 0 for the root. */
  #topOf(channelid: number): number {
    const { board } = this.ctx;
    const root = board.channelByGuid(MAIN_CHANNEL);
    let channel = board.channel(channelid);
    while (channel !== undefined && channel.parentid !== root)
      channel = board.channel(channel.parentid);
    return channel?.nodeid ?? 0;
  }

  #description(description: string): string {
    if (!isLonger(description, LONGEST_DESCRIPTION)) return description;
    const limit = `a description has at most ${LONGEST_DESCRIPTION} characters`;
    throw new ApiError('invalid_data', limit);
  }
}
