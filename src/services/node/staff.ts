import { ApiError } from '../../errors.ts';
import { listModerators, writeModerator } from '../../library/board/moderator.ts';
import { listModLog, type LogPlace, type ModLogRow } from '../../library/moderation/modlog.ts';
import { findMembers } from '../../library/user/member-list.ts';
import { allNodeOptions, nodeoptions } from '../../library/node/nodeoption.ts';
import { updateNode } from '../../library/node/node.ts';
import { MAIN_CHANNEL } from '../../library/board/system-channels.ts';
import { findUser } from '../../library/user/user.ts';
import { moderatorpermissions } from '../../permissions.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { placeOfPage } from '../../rules/reading/paging.ts';
import { isChannel } from '../../rules/reading/sight.ts';
import { requireAdministrator } from '../../rules/rights/standing.ts';
import { type MemberAnswer, memberAnswer } from '../../shapes/member.ts';
import { Service } from '../service.ts';
import { requireModeration, logActs } from './acts.ts';

/** An entry of the log, of a node that may have gone since. */
export interface ModLogEntry extends Omit<ModLogRow, 'ipaddress'> {
  /** The moderator's address; only for administrators. */
  readonly ipaddress?: string | undefined;
}

/** A member who moderates a channel and all below it. */
export interface ChannelModerator extends MemberAnswer {
  /** The channel, or one above it, in which he has been made a moderator. */
  readonly channelid: number;
  /** What he may do there, and 0 or 1. */
  readonly permissions: Readonly<Record<string, number>>;
}

const LOG_PAGE = 20;

/** Who moderates, what has been done, and the rules of a channel. */
export class NodeStaff extends Service {
  /**
   * Reads what moderators have done to a post, or in a channel and all below it; the latest first. Of channels below
   * those are told of where the caller moderates posts; to administrators the root tells of all, also of what was in
   * channels that are gone, and of API keys (`aboutid`, by name in `nodetitle`).
   * @param page ours: from 1 on
   * @param perpage ours: at most the option `maxperpage`
   * @throws invalid_node_id when there is no such node for the caller
   * @throws no_permission when the caller moderates no posts there
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example nodeid=14
   * @as mod
   */
  async fetchModLogs(nodeid: Uint, page: Uint = 1, perpage: Uint = 20): Promise<ModLogEntry[]> {
    const { db, permissions } = this.ctx;
    const node = await this.viewable(nodeid);
    requireModeration(this.ctx, 'canmoderateposts', [node]);
    const place = isChannel(this.ctx, node) ? this.#logPlace(nodeid) : { nodeid };
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, LOG_PAGE);
    const rows = await listModLog(db, place, offset, limit);
    if (permissions.isAdministrator) return rows;
    return rows.map(({ ipaddress: _, ...entry }) => entry);
  }

  /**
   * Ours: the members who moderate a channel themselves, there or above. Those whose usergroup moderates are not
   * among them.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example nodeid=14
   */
  async fetchModerators(nodeid: Uint): Promise<ChannelModerator[]> {
    const { board, db, links } = this.ctx;
    const channel = await this.#channel(nodeid);
    const above = [channel.nodeid];
    for (let up = board.channel(channel.parentid); up; up = board.channel(up.parentid))
      above.push(up.nodeid);
    const rows = await listModerators(db, above);
    const members = await findMembers(
      db,
      rows.map((row) => row.userid),
    );
    return rows.flatMap(({ userid, nodeid: channelid, permissions }) => {
      const member = members.get(userid);
      if (member === undefined) return [];
      return [{ ...memberAnswer(member, links), channelid, permissions: namesOf(permissions) }];
    });
  }

  /**
   * Ours: makes a member a moderator of a channel and all below it, or changes what he may do there. He moderates
   * where he may enter.
   * @param nodeid the channel
   * @param permissions names such as `canmoderateposts`; without any he is a moderator there no more
   * @returns true
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such channel
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_data when there is no such permission
   * @example nodeid=14&userid=3&permissions[]=canmoderateposts
   * @as admin
   */
  async setModerator(nodeid: Uint, userid: Uint, permissions: string[] = []): Promise<boolean> {
    const { db } = this.ctx;
    const channel = await this.#channel(nodeid);
    requireAdministrator(this.ctx);
    if ((await findUser(db, userid)) === undefined) throw new ApiError('invalid_user_specified');
    const bits = bitsOf(moderatorpermissions, permissions);
    await writeModerator(db, { userid, nodeid: channel.nodeid, permissions: bits });
    this.ctx.afterCommit(() => this.ctx.forgetUser(userid));
    return true;
  }

  /**
   * Sets the options of a channel, such as whether posts in it wait for approval.
   * @param options a number of bits for all options, or options by name and 0 or 1 for those that change:
   *   `moderate_topics`, `moderate_comments`, …
   * @returns the options as bits
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such channel
   * @throws invalid_data when there is no such option
   * @example nodeid=14&options[moderate_topics]=1
   * @as admin
   */
  async setNodeOptions(nodeid: Uint, options: string | Struct): Promise<Uint> {
    const { db } = this.ctx;
    const channel = await this.#channel(nodeid);
    requireAdministrator(this.ctx);
    const changed = optionsOf(channel.nodeoptions, options);
    await updateNode(db, channel.nodeid, { nodeoptions: changed });
    await logActs(this.ctx, 'set_options', [channel]);
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
    return changed;
  }

  #logPlace(channelid: number): LogPlace {
    const { board, permissions } = this.ctx;
    const isRoot = channelid === board.channelByGuid(MAIN_CHANNEL);
    if (isRoot && permissions.isAdministrator) return 'everywhere';
    const below = board.subtree(channelid).map(({ nodeid }) => nodeid);
    return {
      channelids: below.filter((nodeid) => permissions.moderates('canmoderateposts', nodeid)),
    };
  }

  async #channel(nodeid: number) {
    const node = await this.viewable(nodeid);
    if (!isChannel(this.ctx, node)) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }
}

function namesOf(bits: number): Record<string, number> {
  const entries = Object.entries(moderatorpermissions);
  return Object.fromEntries(entries.map(([name, bit]) => [name, (bits & bit) === 0 ? 0 : 1]));
}

function bitsOf(table: Readonly<Record<string, number>>, names: readonly string[]): number {
  return names.reduce((all, name) => all | bitOf(table, name), 0);
}

function bitOf(table: Readonly<Record<string, number>>, name: string): number {
  const bit = Object.hasOwn(table, name) ? table[name] : undefined;
  if (bit === undefined) throw new ApiError('invalid_data', `there is no ${name}`);
  return bit;
}

function optionsOf(now: number, options: string | Struct): number {
  if (typeof options === 'string') {
    const bits = /^\d{1,9}$/.test(options) ? Number(options) : -1;
    if ((bits & ~allNodeOptions) !== 0)
      throw new ApiError(
        'invalid_data',
        `options: it must be a sum of ${Object.values(nodeoptions).join(', ')}`,
      );
    return bits;
  }
  return [...options].reduce((all, [name, value]) => {
    const bit = bitOf(nodeoptions, name);
    return value === '0' || value === '' ? all & ~bit : all | bit;
  }, now);
}
