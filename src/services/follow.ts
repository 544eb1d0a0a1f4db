import { ApiError } from '../errors.ts';
import {
  approveFollow,
  deleteFollow,
  deleteFollows,
  findFollowStatus,
  findFollowStatuses,
  type FollowKey,
  followStatus,
  type FollowType,
  followTypes,
  insertFollow,
} from '../library/follow.ts';
import type { FoundNode } from '../library/node.ts';
import { insertJob } from '../library/outbox.ts';
import { findUser, userOptions } from '../library/user.ts';
import type { Uint } from '../protocol/types.ts';
import {
  type FollowerPage,
  type FollowFilters,
  type FollowingPage,
  FollowLists,
  type FollowOptions,
  type FollowStream,
  followType,
} from './follow-lists.ts';

/** What to follow no longer, by type. */
export interface UnsubscribeItems {
  /** userids */
  follow_members?: Uint[];
  /** nodeids of topics */
  follow_contents?: Uint[];
  /** nodeids of channels */
  follow_channel?: Uint[];
}

/** Which nodes a member follows. */
export interface FollowingList {
  /** 0 no, 1 yes; by nodeid, for the nodes that he may see. */
  readonly following: ReadonlyMap<number, number>;
}

/**
 * Following members, topics and channels. Whom a member follows, and who follows him, is for all to see; which topics
 * and channels he follows only he sees.
 */
export class FollowService extends FollowLists {
  /**
   * Begins to follow a member, a topic or a channel. A member may want to approve his followers (the user option
   * `moderatefollowers`); then the answer is 2. A reply or comment stands for its topic.
   * @param follow_item a userid or nodeid
   * @param type `follow_members`, `follow_contents` or `follow_channel`
   * @param follower who follows; others than the caller only for administrators
   * @param auto_subscribe taken for compatibility
   * @returns 0 does not follow, 1 follows, 2 waits for approval
   * @throws not_logged_no_permission for a guest
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_data when a member would follow himself
   * @throws invalid_parameter when the type is not known
   * @throws no_permission when the caller may not act for the follower
   * @example follow_item=3
   */
  async add(
    follow_item: Uint,
    type = 'follow_members',
    follower: Uint | false = false,
    auto_subscribe = false,
  ): Promise<Uint> {
    const userid = this.own(follower);
    const { db, now } = this.ctx;
    const kind = followType(type, 'type');
    const { itemid, status } = await this.#target(kind, follow_item, userid);
    const key = { userid, type: kind, itemid };
    if ((await insertFollow(db, key, status, now)) && kind === 'follow_members')
      await this.#tell('follow', userid, itemid);
    return findFollowStatus(db, key);
  }

  /**
   * Takes a waiting follower: the same as approveFollowing, with the answer of `add`.
   * @returns 1
   * @throws not_logged_no_permission for a guest
   * @throws invalid_user_specified when he is not waiting
   * @example follower=3
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
    if (approved) await this.#tell('following', key.itemid, followerid);
    return approved;
  }

  /**
   * Refuses a follower who waits. He is not told.
   * @returns false when he was not waiting
   * @throws not_logged_no_permission for a guest
   * @example followerid=3
   */
  async denyFollowing(followerid: Uint): Promise<boolean> {
    return deleteFollow(this.ctx.db, this.#followerKey(followerid), followStatus.pending);
  }

  /**
   * Rids the caller of a follower, approved or waiting. He is not told.
   * @returns false when there was no such follower
   * @throws not_logged_no_permission for a guest
   * @example follower=3
   */
  async removeFollower(follower: Uint): Promise<boolean> {
    return deleteFollow(this.ctx.db, this.#followerKey(follower));
  }

  /**
   * Ends following. A reply or comment stands for its topic; what has been hidden since can be left, too.
   * @param follow_item a userid or nodeid
   * @param type `follow_members`, `follow_contents` or `follow_channel`
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
    type = 'follow_members',
    userid: Uint | false = false,
  ): Promise<Uint> {
    const own = this.own(userid);
    const kind = followType(type, 'type');
    if (follow_item === false) throw new ApiError('invalid_data', 'follow_item');
    const itemid = await this.#topicOf(kind, follow_item);
    return (await deleteFollow(this.ctx.db, { userid: own, type: kind, itemid })) ? 1 : 0;
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
    type = 'follow_members',
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
    const userid = this.own(false);
    for (const type of followTypes) {
      const items = this.#capped(unsubscribeItems[type] ?? []);
      await deleteFollows(this.ctx.db, userid, type, items);
    }
    return true;
  }

  /**
   * Lists a member's followers. Those who wait for approval are among them for himself and administrators only.
   * @param userid false for the caller
   * @throws not_logged_no_permission for a guest without a userid
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example userid=2
   */
  async getFollowers(
    userid: Uint | false = false,
    options: FollowOptions = {},
  ): Promise<FollowerPage> {
    const itemid = await this.#member(userid);
    return this.followers({ type: 'follow_members', itemid }, options);
  }

  /**
   * Lists the caller's followers, those who wait for his approval among them.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowersForCurrentUser(options: FollowOptions = {}): Promise<FollowerPage> {
    return this.followers({ type: 'follow_members', itemid: this.own(false) }, options);
  }

  /**
   * Lists what a member follows: of others than the caller only the members.
   * @param userid 0 for the caller
   * @param type `follow_members`, `follow_contents`, `follow_channel` or `follow_all`
   * @param contenttypeclass only topics of these types, such as `Text`
   * @throws not_logged_no_permission for a guest without a userid
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_parameter when a type or filter is not known
   * @readonly
   * @example userid=2
   */
  async getFollowing(
    userid: Uint = 0,
    type = 'follow_all',
    filters: FollowFilters = {},
    contenttypeclass: string[] = [],
    options: FollowOptions = {},
  ): Promise<FollowingPage> {
    const who = await this.#member(userid);
    const types = this.typesFor(who, type === 'follow_all' ? (filters.type ?? type) : type);
    return this.following(who, types, this.contentTypeIds(contenttypeclass), {
      ...options,
      ...filters,
    });
  }

  /**
   * Lists what the caller follows.
   * @param type `follow_members`, `follow_contents`, `follow_channel` or `follow_all`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a type or filter is not known
   * @readonly
   * @example type=follow_all
   */
  async getFollowingForCurrentUser(
    type: string,
    options: FollowOptions = {},
  ): Promise<FollowingPage> {
    const userid = this.own(false);
    return this.following(userid, this.typesFor(userid, type), [], options);
  }

  /**
   * Lists the channels that the caller follows.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingChannels(options: FollowOptions = {}): Promise<FollowingPage> {
    return this.following(this.own(false), ['follow_channel'], [], options);
  }

  /**
   * Lists the members whom the caller follows.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingUsers(options: FollowOptions = {}): Promise<FollowingPage> {
    return this.following(this.own(false), ['follow_members'], [], options);
  }

  /**
   * Lists new content of the members, and in the topics and channels, that the caller follows, the newest first.
   * @param userid 0 for the caller; others only for administrators
   * @param type `follow_members` for content of members only; `follow_contents` or `follow_channel` for content in
   *   topics and channels only; else all
   * @param filters `filter_time` is `time_lastmonth` when left out
   * @param contenttypeclass taken for compatibility
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not see the member's
   * @throws invalid_parameter when a type or filter is not known
   * @readonly
   * @example type=follow_all
   */
  async getFollowingContent(
    userid: Uint = 0,
    type = 'follow_all',
    filters: FollowFilters = {},
    contenttypeclass: string[] = [],
    options: FollowOptions = {},
  ): Promise<FollowStream> {
    const who = this.own(userid);
    const types = this.typesFor(who, type);
    const members = types.includes('follow_members') ? (['members'] as const) : [];
    const places = types.some((one) => one !== 'follow_members') ? (['places'] as const) : [];
    return this.stream(who, [...members, ...places], { ...options, ...filters });
  }

  /**
   * Lists new content of all that the caller follows: see getFollowingContent.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingActivities(options: FollowOptions = {}): Promise<FollowStream> {
    return this.stream(this.own(false), ['members', 'places'], options);
  }

  /**
   * Lists new content of the members whom the caller follows: see getFollowingContent.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingUserActivities(options: FollowOptions = {}): Promise<FollowStream> {
    return this.stream(this.own(false), ['members'], options);
  }

  /**
   * Lists who follows a topic or channel, for its moderators: what a member follows is his own.
   * @param includeFollowInfo taken for compatibility: it is always included
   * @throws invalid_node_id when there is no such node for the caller
   * @throws no_permission when the caller does not moderate there
   * @throws not_logged_no_permission when a guest asks
   * @readonly
   * @example nodeid=2
   */
  async getContentFollowers(
    nodeid: Uint,
    currentPage: Uint = 1,
    perpage: Uint = 100,
    includeFollowInfo = false,
  ): Promise<FollowerPage> {
    return this.getNodeSubscribers(nodeid, { page: currentPage, perpage });
  }

  /**
   * Lists who follows a topic or channel: see getContentFollowers.
   * @throws invalid_node_id when there is no such node for the caller
   * @throws no_permission when the caller does not moderate there
   * @throws not_logged_no_permission when a guest asks
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example nodeid=2
   */
  async getNodeSubscribers(nodeid: Uint, options: FollowOptions = {}): Promise<FollowerPage> {
    const node = await this.viewable(nodeid);
    if (!this.ctx.permissions.moderates('canmoderateposts', node.channelid)) throw this.refusal();
    const type = this.isChannel(node) ? 'follow_channel' : 'follow_contents';
    return this.followers({ type, itemid: placeOf(node) }, options);
  }

  /**
   * Tells whether the caller follows a topic or channel.
   * @param contentId a nodeid
   * @returns 0 or 1; 0 for a guest
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example contentId=2
   */
  async isFollowingContent(contentId: Uint): Promise<Uint> {
    const node = await this.viewable(contentId);
    return (await this.#statusesOf([node])).get(contentId) ?? followStatus.no;
  }

  /**
   * Tells which topics and channels the caller follows. Those that he may not see are left out.
   * @param nodeids at most the option `maxperpage`
   * @throws invalid_data when there are too many
   * @readonly
   * @example nodeids[]=1&nodeids[]=2
   */
  async isFollowingContentList(nodeids: Uint[]): Promise<FollowingList> {
    const contents = await this.contents(this.#capped(nodeids));
    return { following: await this.#statusesOf([...contents.values()]) };
  }

  /**
   * Tells whether the caller follows a member.
   * @returns 0, 1, or 2 while he waits for approval; 0 for a guest
   * @readonly
   * @example profileUser=2
   */
  async isFollowingUser(profileUser: Uint): Promise<Uint> {
    const { db, user } = this.ctx;
    const key = { userid: user.userid, type: 'follow_members', itemid: profileUser } as const;
    return user.userid === 0 ? followStatus.no : findFollowStatus(db, key);
  }

  async #target(
    type: FollowType,
    item: number,
    userid: number,
  ): Promise<{ itemid: number; status: number }> {
    if (type === 'follow_members') return this.#followed(item, userid);
    const node = await this.viewable(item);
    if (this.isChannel(node) !== (type === 'follow_channel'))
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
    const node = (await this.contents([item])).get(item);
    return node === undefined ? item : placeOf(node);
  }

  /** @throws ApiError `invalid_user_specified` when there is no such member */
  async #member(userid: number | false): Promise<number> {
    if (userid === false || userid === 0) return this.own(false);
    if ((await findUser(this.ctx.db, userid)) === undefined)
      throw new ApiError('invalid_user_specified');
    return userid;
  }

  #followerKey(userid: number): FollowKey {
    return { userid, type: 'follow_members', itemid: this.own(false) };
  }

  async #statusesOf(nodes: readonly Place[]): Promise<ReadonlyMap<number, number>> {
    const { db, user } = this.ctx;
    const channels = nodes.filter((node) => this.isChannel(node)).map(placeOf);
    const topics = nodes.filter((node) => !this.isChannel(node)).map(placeOf);
    const followed = new Map([
      ...(await findFollowStatuses(db, user.userid, 'follow_channel', channels)),
      ...(await findFollowStatuses(db, user.userid, 'follow_contents', topics)),
    ]);
    return new Map(nodes.map((node) => [node.nodeid, followed.get(placeOf(node)) ?? 0]));
  }

  async #tell(event: string, userid: number, recipient: number): Promise<void> {
    const { db, now } = this.ctx;
    await insertJob(db, 'notify', { event, nodeid: 0, userid, recipient }, now);
  }

  #capped(ids: readonly number[]): readonly number[] {
    const most = this.ctx.board.options.maxperpage;
    if (ids.length > most) throw new ApiError('invalid_data', `at most ${most} at once`);
    return ids;
  }
}

/** What says where a node stands. */
type Place = Pick<FoundNode, 'nodeid' | 'starter' | 'contenttypeid'>;

/** What is followed where a node is meant: its topic, or the channel itself. */
function placeOf(node: Place): number {
  return node.starter === 0 ? node.nodeid : node.starter;
}
