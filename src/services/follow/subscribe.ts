import { ApiError } from '../../errors.ts';
import {
  approveFollow,
  deleteFollow,
  deleteFollows,
  findFollowStatus,
  type FollowKey,
  followStatus,
  type FollowType,
  followTypes,
  insertFollow,
} from '../../library/social/follow.ts';
import { endFollowRequests } from '../../library/message/request.ts';
import { insertJob } from '../../library/outbox.ts';
import { findUser } from '../../library/user/user.ts';
import { userOptions } from '../../library/user/useroption.ts';
import type { Uint } from '../../protocol/types.ts';
import { knownMember, placeOf, whose } from './followed.ts';
import { capped } from '../../rules/reading/paging.ts';
import { isChannel, seenAmong } from '../../rules/reading/sight.ts';
import { Service } from '../service.ts';

/** What to follow no longer, by type. */
export interface UnsubscribeItems {
  /** userids */
  follow_members?: Uint[];
  /** nodeids of topics */
  follow_contents?: Uint[];
  /** nodeids of channels */
  follow_channel?: Uint[];
}

/** Begins and ends following, and takes or refuses followers. */
export class FollowService extends Service {
  /**
   * Begins to follow a member, a topic or a channel. A member may want to approve his followers (the user option
   * `moderatefollowers`); then the answer is 2, and a request waits for that member: content_privatemessage.listRequests.
   * A reply or comment stands for its topic.
   * @param follow_item a userid or nodeid
   * @param follower who follows; others than the caller only for administrators
   * @param auto_subscribe has no effect: following is the same, however it began
   * @returns 0 does not follow, 1 follows, 2 waits for approval
   * @throws not_logged_no_permission for a guest
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_data when a member would follow himself
   * @throws invalid_parameter when the type is not known
   * @throws no_permission when the caller may not act for the follower
   * @example follow_item=4
   */
  async add(
    follow_item: Uint,
    type: FollowType = 'follow_members',
    follower: Uint | false = false,
    auto_subscribe = false,
  ): Promise<Uint> {
    const userid = whose(this.ctx, follower);
    const { db, now } = this.ctx;
    if (userid !== this.ctx.user.userid) await knownMember(this.ctx, userid);
    const { itemid, status } = await this.#target(type, follow_item, userid);
    const key = { userid, type, itemid };
    if ((await insertFollow(db, key, status, now)) && type === 'follow_members')
      await this.#tell('follow', userid, itemid);
    return findFollowStatus(db, key);
  }

  /**
   * Takes a waiting follower: the same as approveFollowing, with the answer of `add`.
   * @returns 1
   * @throws not_logged_no_permission for a guest
   * @throws invalid_user_specified when he is not waiting
   * @example follower=6
   */
  async addFollower(follower: Uint): Promise<Uint> {
    if (!(await this.approveFollowing(follower))) throw new ApiError('invalid_user_specified');
    return followStatus.yes;
  }

  /**
   * Approves a follower who waits.
   * @returns false when he was not waiting
   * @throws not_logged_no_permission for a guest
   * @example followerid=3
   */
  async approveFollowing(followerid: Uint): Promise<boolean> {
    const key = this.#followerKey(followerid);
    const approved = await approveFollow(this.ctx.db, key, this.ctx.now);
    if (!approved) return false;
    await endFollowRequests(this.ctx.db, [followerid], key.itemid);
    await this.#tell('following', key.itemid, followerid);
    return true;
  }

  /**
   * Refuses a follower who waits. He is not told.
   * @returns false when he was not waiting
   * @throws not_logged_no_permission for a guest
   * @example followerid=3
   */
  async denyFollowing(followerid: Uint): Promise<boolean> {
    return this.#end(this.#followerKey(followerid), followStatus.pending);
  }

  /**
   * Rids the caller of a follower, approved or waiting. He is not told.
   * @returns false when there was no such follower
   * @throws not_logged_no_permission for a guest
   * @example follower=3
   */
  async removeFollower(follower: Uint): Promise<boolean> {
    return this.#end(this.#followerKey(follower));
  }

  /**
   * Ends following. A reply or comment stands for its topic; what has been hidden since can be left, too.
   * @param follow_item a userid or nodeid
   * @param userid who follows; others than the caller only for administrators
   * @returns 1, or 0 when there was nothing to end
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when `follow_item` is missing
   * @throws invalid_parameter when the type is not known
   * @throws no_permission when the caller may not act for the member
   * @example follow_item=3
   */
  async delete(
    follow_item: Uint | false = false,
    type: FollowType = 'follow_members',
    userid: Uint | false = false,
  ): Promise<Uint> {
    const own = whose(this.ctx, userid);
    if (follow_item === false) throw new ApiError('invalid_data', 'follow_item: it is missing');
    const itemid = await this.#topicOf(type, follow_item);
    return (await this.#end({ userid: own, type, itemid })) ? 1 : 0;
  }

  /**
   * Ends following: the same as `delete`.
   * @returns 1, or 0 when there was nothing to end
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when `followingId` is missing
   * @throws invalid_parameter when the type is not known
   * @throws no_permission when the caller may not act for the member
   * @example followingId=3
   */
  async removeFollowing(
    followingId: Uint | false = false,
    userId: Uint | false = false,
    type: FollowType = 'follow_members',
  ): Promise<Uint> {
    return this.delete(followingId, type, userId);
  }

  /**
   * Ends following many things at once.
   * @param unsubscribeItems ids by type, at most the option `maxperpage` of each
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many
   * @example unsubscribeItems[follow_members]=3
   */
  async unsubscribeItems(unsubscribeItems: UnsubscribeItems): Promise<boolean> {
    const userid = whose(this.ctx, false);
    for (const type of followTypes) {
      const items = capped(this.ctx, unsubscribeItems[type] ?? [], 'ids');
      await deleteFollows(this.ctx.db, userid, type, items);
      if (type !== 'follow_members') continue;
      for (const member of items) await endFollowRequests(this.ctx.db, [userid], member);
    }
    return true;
  }

  async #target(
    type: FollowType,
    item: number,
    userid: number,
  ): Promise<{ itemid: number; status: number }> {
    if (type === 'follow_members') return this.#followed(item, userid);
    const node = await this.viewable(item);
    if (isChannel(this.ctx, node) !== (type === 'follow_channel'))
      throw new ApiError('invalid_node_id', item);
    return { itemid: placeOf(node), status: followStatus.yes };
  }

  async #followed(itemid: number, userid: number): Promise<{ itemid: number; status: number }> {
    const member = await findUser(this.ctx.db, itemid);
    if (member === undefined) throw new ApiError('invalid_user_specified');
    if (itemid === userid) throw new ApiError('invalid_data', 'nobody follows himself');
    const asks = (member.options & userOptions.moderatefollowers) !== 0;
    return { itemid, status: asks ? followStatus.pending : followStatus.yes };
  }

  async #topicOf(type: FollowType, item: number): Promise<number> {
    if (type !== 'follow_contents') return item;
    const [node] = await seenAmong(this.ctx, [item]);
    return node === undefined ? item : placeOf(node);
  }

  #followerKey(userid: number): FollowKey {
    return { userid, type: 'follow_members', itemid: whose(this.ctx, false) };
  }

  /** Ends a follow, or only one in the state given, and with it the request that it may wait with. */
  async #end(key: FollowKey, status?: number): Promise<boolean> {
    const { db } = this.ctx;
    const ended = await deleteFollow(db, key, status);
    if (ended && key.type === 'follow_members')
      await endFollowRequests(db, [key.userid], key.itemid);
    return ended;
  }

  async #tell(event: string, userid: number, recipient: number): Promise<void> {
    const { db, now } = this.ctx;
    await insertJob(db, 'notify', { event, nodeid: 0, userid, recipient }, now);
  }
}
