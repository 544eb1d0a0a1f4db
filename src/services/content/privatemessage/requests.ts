import { ApiError } from '../../../errors.ts';
import {
  approveFollow,
  deleteFollow,
  type FollowKey,
  followStatus,
} from '../../../library/social/follow.ts';
import {
  deleteRequest,
  findRequest,
  FOLLOW_REQUEST,
  insertGrant,
  isGranted,
  type MessageRequest,
} from '../../../library/message/request.ts';
import { systemFolders } from '../../../library/message/folder.ts';
import { findHeads } from '../../../library/message/list.ts';
import { lockConversation } from '../../../library/message/privatemessage.ts';
import { insertJob } from '../../../library/outbox.ts';
import { adminBits, groupsOf } from '../../../library/access/session.ts';
import { findUser } from '../../../library/user/user.ts';
import { adminpermissions } from '../../../permissions.ts';
import type { Uint } from '../../../protocol/types.ts';
import { Service } from '../../service.ts';
import { held } from './held.ts';
import { messageSummary, type MessageSummary } from '../../../shapes/message.ts';

/** How a request has ended. */
export interface RequestResult {
  /** `request_denied` or `request_cancelled`. */
  readonly result: string;
}

/** What a request for a part in a channel asks for: the system group, and whether it is for the one who is asked. */
interface ChannelRole {
  readonly groupid: number;
  readonly owners: number;
  readonly forRecipient: boolean;
}

const channelGroups = { owner: 9, moderator: 10, member: 11 } as const;
const socialGroups = { owner: 12, moderator: 13, member: 14 } as const;

/** `member` is asked of an owner by who wants to join, `member_to` is an owner's invitation; `sg_` is for groups. */
const channelRoles: ReadonlyMap<string, ChannelRole> = new Map([
  ...rolesOf('', channelGroups),
  ...rolesOf('sg_', socialGroups),
]);

function rolesOf(
  prefix: string,
  groups: Readonly<Record<'owner' | 'moderator' | 'member', number>>,
): [string, ChannelRole][] {
  const owners = groups.owner;
  return (['owner', 'moderator', 'member'] as const).flatMap((name) => [
    [
      `${prefix}${name}${name === 'owner' ? '_from' : ''}`,
      { groupid: groups[name], owners, forRecipient: false },
    ],
    [`${prefix}${name}_to`, { groupid: groups[name], owners, forRecipient: true }],
  ]);
}

function followOf({ userid, recipient }: MessageRequest): FollowKey {
  return { userid, type: 'follow_members', itemid: recipient };
}

/** What others ask of a member. */
export class MessageRequests extends Service {
  /**
   * Reads a request.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when no such request is before the caller
   * @readonly
   * @example nodeid=46
   */
  async getRequest(nodeid: Uint): Promise<MessageSummary> {
    const message = await held(this.ctx, nodeid);
    const listed = { starter: nodeid, newest: nodeid, messages: 1, unread: 1 - message.msgread };
    const heads = await findHeads(this.ctx.db, [nodeid]);
    const summary = messageSummary(listed, heads, systemFolders.requests, undefined);
    if (message.about === null || summary === undefined)
      throw new ApiError('invalid_node_id', nodeid);
    return summary;
  }

  /**
   * Accepts a request: the one it is for gets a part in the channel; of a `follow` request, follows the caller.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when no such request is before the caller
   * @throws no_permission when the one who grants the part owns the channel no more
   * @throws invalid_data when nothing can be accepted any more: the channel has gone, or nobody waits to follow
   * @example nodeid=46
   */
  async acceptRequest(nodeid: Uint): Promise<boolean> {
    const { db, board, user } = this.ctx;
    const request = await this.#request(nodeid);
    if (request.recipient !== user.userid) throw new ApiError('invalid_node_id', nodeid);
    if (request.about === FOLLOW_REQUEST) return this.#acceptFollower(request);
    const wanted = channelRoles.get(request.about);
    if (wanted === undefined || board.channel(request.aboutid) === undefined) {
      throw new ApiError(
        'invalid_data',
        'nodeid: the channel of the request does not exist any more',
      );
    }
    const { userid, recipient, aboutid } = request;
    const [getter, giver] = wanted.forRecipient ? [recipient, userid] : [userid, recipient];
    if (!(await this.#owns(giver, aboutid, wanted.owners))) throw this.refusal();
    await insertGrant(db, { userid: getter, nodeid: aboutid, groupid: wanted.groupid });
    await deleteRequest(db, nodeid);
    this.ctx.afterCommit(() => this.ctx.forgetUser(getter));
    return true;
  }

  /**
   * Denies a request, or takes the caller's own one back. Who asked to follow is not told, and waits no longer.
   * @param cancelRequestFor to take it back: the member who was asked
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when no such request is before the caller, or from him
   * @example nodeid=46
   */
  async denyRequest(nodeid: Uint, cancelRequestFor: Uint = 0): Promise<RequestResult> {
    const { db, user } = this.ctx;
    const request = await this.#request(nodeid);
    const { about, userid, recipient } = request;
    const cancels = cancelRequestFor !== 0;
    const concerns = cancels
      ? userid === user.userid && recipient === cancelRequestFor
      : recipient === user.userid;
    if (!concerns) throw new ApiError('invalid_node_id', nodeid);
    if (about === FOLLOW_REQUEST) await deleteFollow(db, followOf(request), followStatus.pending);
    await deleteRequest(db, nodeid);
    return { result: cancels ? 'request_cancelled' : 'request_denied' };
  }

  async #acceptFollower(request: MessageRequest): Promise<boolean> {
    const { db, now } = this.ctx;
    const key = followOf(request);
    if (!(await approveFollow(db, key, now)))
      throw new ApiError('invalid_data', 'nodeid: the member does not wait to follow you any more');
    await deleteRequest(db, request.nodeid);
    const told = { event: 'following', nodeid: 0, userid: key.itemid, recipient: key.userid };
    await insertJob(db, 'notify', told, now);
    return true;
  }

  /** A request, visible or not, held until the call ends: of two answers at once one comes too late. */
  async #request(nodeid: number): Promise<MessageRequest> {
    this.requireMember();
    await lockConversation(this.ctx.db, nodeid);
    const request = await findRequest(this.ctx.db, nodeid);
    if (request === undefined) throw new ApiError('invalid_node_id', nodeid);
    return request;
  }

  async #owns(userid: number, channelid: number, owners: number): Promise<boolean> {
    const { db, board } = this.ctx;
    if (await isGranted(db, { userid, nodeid: channelid, groupid: owners })) return true;
    const user = await findUser(db, userid);
    const groups = user === undefined ? [] : groupsOf(user.usergroupid, user.membergroupids);
    return (adminBits(groups, board.groupAdmin) & adminpermissions.cancontrolpanel) !== 0;
  }
}
