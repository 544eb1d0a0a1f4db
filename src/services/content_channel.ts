import { ApiError } from '../errors.ts';
import {
  type Contributor,
  insertChannel,
  listChannelTitles,
  listContributors,
  updateChannel,
} from '../library/channel.ts';
import { hardDeleteNode } from '../library/deletion.ts';
import { lockTree } from '../library/counters.ts';
import { findNodes, updateNode } from '../library/node.ts';
import { reportChannels } from '../library/report.ts';
import { MAIN_CHANNEL } from '../library/system-channels.ts';
import { titleColumns } from '../library/title.ts';
import { isLonger, tidyTitle } from '../library/wording.ts';
import type { Uint } from '../protocol/types.ts';
import type { NodeAnswer } from './content-shape.ts';
import { ContentService } from './content.ts';

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

/** Channels: forums and categories. */
export class ContentChannelService extends ContentService {
  /**
   * Creates a channel. It takes its permissions from the channel above it.
   * @returns the new nodeid
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for all but administrators
   * @throws invalid_node_id when there is no such parent, or it is no channel
   * @throws title_required without a title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_data when the description is too long
   * @example data[parentid]=2&data[title]=Music
   */
  async add(data: ChannelData): Promise<Uint> {
    this.requireAdministrator();
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
   */
  async update(nodeid: Uint, data: ChannelChanges): Promise<boolean> {
    this.requireAdministrator();
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
    const [channel] = await this.answers([await this.#channel(nodeid)]);
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
    const { board, db } = this.ctx;
    const most = board.options.maxperpage;
    if (nodeids.length > most) throw new ApiError('invalid_data', `at most ${most} nodes at once`);
    const nodes = (await findNodes(db, nodeids)).filter((node) => this.sees(node));
    const missing = nodeids.find((nodeid) => !nodes.some((node) => node.nodeid === nodeid));
    if (missing !== undefined) throw new ApiError('invalid_node_id', missing);
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
   * @example nodeid=14
   */
  async delete(nodeid: Uint): Promise<boolean> {
    const { board, db } = this.ctx;
    await lockTree(db);
    await this.#channel(nodeid);
    this.requireAdministrator();
    if (board.subtree(nodeid).some(({ guid }) => guid !== null)) throw this.refusal();
    await hardDeleteNode(db, nodeid);
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
    if (!this.isChannel(node)) throw new ApiError('invalid_node_id', nodeid);
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
