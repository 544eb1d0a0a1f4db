import { ApiError } from '../errors.ts';
import { insertChannel, updateChannel } from '../library/channel.ts';
import { lockTree } from '../library/counters.ts';
import { updateNode } from '../library/node.ts';
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

  #description(description: string): string {
    if (!isLonger(description, LONGEST_DESCRIPTION)) return description;
    const limit = `a description has at most ${LONGEST_DESCRIPTION} characters`;
    throw new ApiError('invalid_data', limit);
  }
}
