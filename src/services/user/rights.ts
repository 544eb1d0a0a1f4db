import { ApiError } from '../../errors.ts';
import { isBanned } from '../../library/user/ban.ts';
import { listGrants } from '../../library/access/session.ts';
import { VISITORMESSAGE_CHANNEL } from '../../library/board/system-channels.ts';
import {
  adminpermissions,
  type ForumPermission,
  forumpermissions,
  type Grant,
  genericpermissions,
  moderatorpermissions,
} from '../../permissions.ts';
import type { Uint } from '../../protocol/types.ts';
import { Service } from '../service.ts';
import { banMembers, liftBans } from '../../rules/members/banning.ts';
import { viewableAll } from '../../rules/reading/sight.ts';
import { contentsOf } from '../../rules/reading/contents.ts';
import { manages, holds } from '../../rules/rights/standing.ts';

/** Whether a new display name can be chosen. */
export interface DisplaynameRight {
  readonly caneditdisplayname: boolean;
}

/** vBulletin's rights on profiles are rights in the channel of visitor messages. */
const visitorRights = {
  canmessageownprofile: 'canpostnew',
  canmessageothersprofile: 'canpostnew',
  caneditownmessages: 'caneditpost',
  candeleteownmessages: 'candeletethread',
  canmanageownprofile: 'canviewthreads',
} as const satisfies Record<string, ForumPermission>;

/** Rights: asking for the own ones, and banning. */
export class UserRightsService extends Service {
  /**
   * Asks for a right of the caller: in a node's channel, or, without a node, somewhere on the board.
   * @param group `forumpermissions`, `moderatorpermissions`, `genericpermissions`, `visitormessagepermissions` or
   *   `adminpermissions`
   * @param permission a name of the group, such as `canpostnew`
   * @param nodeid false for anywhere
   * @returns false also for a group or a permission that this board does not know
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example group=forumpermissions&permission=canview
   */
  async hasPermissions(
    group: string,
    permission: string,
    nodeid: Uint | false = false,
  ): Promise<boolean> {
    if (nodeid === false) return this.#holds(group, permission, [...this.ctx.permissions.viewable]);
    const { channelid } = await this.viewable(nodeid);
    return this.#holds(group, permission, [channelid]);
  }

  /**
   * Asks for a right of the caller in several nodes at once.
   * @param group `forumpermissions`, `moderatorpermissions`, `genericpermissions`, `visitormessagepermissions` or
   *   `adminpermissions`
   * @param permission a name of the group, such as `canpostnew`
   * @param nodeIds without any: somewhere on the board
   * @returns true when he has it in each of them
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_data for more nodes than the option `maxperpage`
   * @readonly
   * @example group=forumpermissions&permission=canview&nodeIds[]=1
   */
  async havePermissions(group: string, permission: string, nodeIds: Uint[] = []): Promise<boolean> {
    if (nodeIds.length === 0) return this.hasPermissions(group, permission);
    const nodes = await viewableAll(this.ctx, nodeIds);
    const channelids = new Set(nodes.map(({ channelid }) => channelid));
    return [...channelids].every((channelid) => this.#holds(group, permission, [channelid]));
  }

  /**
   * What the caller may create below a node.
   * @returns content types and 0 or 1
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=1
   */
  async getCanCreate(nodeid: Uint): Promise<Readonly<Record<string, number>>> {
    const found = (await contentsOf(this.ctx, [nodeid])).get(nodeid);
    if (found === undefined) throw new ApiError('invalid_node_id', nodeid);
    return found.content.createpermissions;
  }

  /**
   * Whether the caller may delete a node for good.
   * @returns 1 or 0
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=1
   */
  async canRemovePost(nodeid: Uint): Promise<Uint> {
    const { channelid } = await this.viewable(nodeid);
    return this.ctx.permissions.moderates('canremoveposts', channelid) ? 1 : 0;
  }

  /**
   * The usergroups that a member has in single channels: the caller's own, or anybody's for administrators. Channels
   * that the caller cannot enter are left out.
   * @param userid false for the caller
   * @param nodeid false for all channels
   * @param forceReload has no effect: the answer is never out of date
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when a member asks for another
   * @readonly
   * @example userid=3
   */
  async getGroupInTopic(
    userid: Uint | false = false,
    nodeid: Uint | false = false,
    forceReload = false,
  ): Promise<readonly Grant[]> {
    const { db, permissions, user } = this.ctx;
    const whose = userid === false ? user.userid : userid;
    if (!manages(this.ctx, whose)) throw this.refusal();
    const grants = await listGrants(db, whose);
    return grants.filter(
      (grant) =>
        permissions.viewable.has(grant.nodeid) && (nodeid === false || grant.nodeid === nodeid),
    );
  }

  /**
   * Whether the caller may use a part of the administration. An administrator may use all of it.
   * @param adminPermission a name such as `canadminusers`
   * @readonly
   * @example adminPermission=canadminusers
   */
  async currentUserHasAdminPermission(adminPermission: string): Promise<boolean> {
    const { permissions } = this.ctx;
    return adminPermission === 'ismoderator'
      ? permissions.isModerator
      : permissions.isAdministrator;
  }

  /**
   * Whether the caller may choose another display name. Only administrators do, since it follows the username.
   * @readonly
   */
  async canEditDisplayname(): Promise<DisplaynameRight> {
    return { caneditdisplayname: this.ctx.permissions.isAdministrator };
  }

  /**
   * Whether a member is banned at the moment.
   * @returns false also when there is no such member
   * @readonly
   * @example userid=2
   */
  async isBanned(userid: Uint): Promise<boolean> {
    return isBanned(this.ctx.db, userid, this.ctx.now);
  }

  /**
   * Bans members, for administrators and those with `canbanusers` on the whole board. All of them, or none. A member
   * who is banned already gets the new period and reason; when it is over, the usergroup he had before comes back.
   * Nobody bans himself, or staff of his own or a higher level.
   * @param userids at most 100
   * @param banusergroupid a usergroup of banned members (`usergroup.fetchBannedUsergroups`)
   * @param period `D_7` in days, `W_2` in weeks, `M_1` in months, `Y_1` in years, or `PERMANENT`
   * @param reason is told to the banned member
   * @returns true
   * @throws not_logged_no_permission when a guest bans
   * @throws no_permission when the caller may not ban, or not these members
   * @throws invalid_user_specified when one of them does not exist
   * @throws invalid_data when the usergroup, the period or the reason cannot be used (its name)
   * @throws invalid_parameter when there are too many members, or none
   * @example userids[]=2&banusergroupid=8&period=D_7&reason=Spam
   * @as admin
   */
  async banUsers(
    userids: Uint[],
    banusergroupid: Uint,
    period: string,
    reason = '',
  ): Promise<boolean> {
    this.requireMember();
    await banMembers(this.ctx, { userids, banusergroupid, period, reason });
    return true;
  }

  /**
   * Signpost extension. Lifts bans, for administrators and those with `canunbanusers` on the whole board. All of them,
   * or none. Members get the usergroup back that they had before; who is not banned stays as they are. Only
   * administrators lift a ban of staff of the caller's own or a higher level.
   * @param userids at most 100
   * @returns true
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when the caller may not lift bans, or not these
   * @throws invalid_user_specified when one of them does not exist
   * @throws invalid_parameter when there are too many members, or none
   * @example userids[]=5
   * @as admin
   */
  async liftBan(userids: Uint[]): Promise<boolean> {
    this.requireMember();
    await liftBans(this.ctx, userids);
    return true;
  }

  #holds(group: string, permission: string, channelids: readonly number[]): boolean {
    const { permissions } = this.ctx;
    if (group === 'forumpermissions' && isName(forumpermissions, permission))
      return channelids.some((channelid) => permissions.can(permission, channelid));
    if (group === 'moderatorpermissions' && isName(moderatorpermissions, permission))
      return channelids.some((channelid) => permissions.moderates(permission, channelid));
    if (group === 'genericpermissions' && isName(genericpermissions, permission))
      return holds(this.ctx, permission);
    if (group === 'visitormessagepermissions' && isName(visitorRights, permission)) {
      const channelid = this.ctx.board.channelByGuid(VISITORMESSAGE_CHANNEL);
      return permissions.userid !== 0 && permissions.can(visitorRights[permission], channelid);
    }
    if (group === 'adminpermissions' && isName(adminpermissions, permission))
      return permission === 'ismoderator' ? permissions.isModerator : permissions.isAdministrator;
    return false;
  }
}

function isName<T extends object>(table: T, name: string): name is keyof T & string {
  return Object.hasOwn(table, name);
}
