import type { Uint } from '../../protocol/types.ts';
import {
  authorsOf,
  type ContentFollowers,
  contentTypeIds,
  type FollowedContent,
  type FollowedType,
  type FollowerPage,
  followerPage,
  type FollowFilters,
  type FollowingPage,
  followingPage,
  type FollowOptions,
  type FollowStream,
  knownMember,
  placeOf,
  streamPage,
  typesFor,
  whose,
} from './followed.ts';
import { isChannel } from '../../rules/reading/sight.ts';
import { Service } from '../service.ts';

/**
 * Following members, topics and channels. Whom a member follows, and who follows him, is for all to see; which topics
 * and channels he follows only he sees.
 *
 * @lead
 */
export class FollowListsService extends Service {
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
    const itemid = await knownMember(this.ctx, userid);
    return followerPage(this.ctx, { type: 'follow_members', itemid }, options);
  }

  /**
   * Lists the caller's followers, those who wait for his approval among them.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowersForCurrentUser(options: FollowOptions = {}): Promise<FollowerPage> {
    return followerPage(
      this.ctx,
      { type: 'follow_members', itemid: whose(this.ctx, false) },
      options,
    );
  }

  /**
   * Lists what a member follows: of others than the caller only the members.
   * @param userid 0 for the caller
   * @param contenttypeclass only nodes of these types, such as `Text` or `vBForum_Text`; of all kinds without it all but
   *   channels
   * @throws not_logged_no_permission for a guest without a userid
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_parameter when a type or filter is not known
   * @readonly
   * @example userid=2
   */
  async getFollowing(
    userid: Uint = 0,
    type: FollowedType = 'follow_all',
    filters: FollowFilters = {},
    contenttypeclass: string[] = [],
    options: FollowOptions = {},
  ): Promise<FollowingPage> {
    const who = await knownMember(this.ctx, userid);
    const types = typesFor(this.ctx, who, type === 'follow_all' ? (filters.type ?? type) : type);
    const classes = contentTypeIds(this.ctx, contenttypeclass);
    const named = types.length === 1 || classes.length > 0;
    const wanted = named ? types : types.filter((one) => one !== 'follow_channel');
    return followingPage(this.ctx, who, wanted, classes, {
      ...options,
      ...filters,
    });
  }

  /**
   * Lists what the caller follows.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a type or filter is not known
   * @readonly
   * @example type=follow_all
   */
  async getFollowingForCurrentUser(
    type: FollowedType | '',
    options: FollowOptions = {},
  ): Promise<FollowingPage> {
    const userid = whose(this.ctx, false);
    return followingPage(
      this.ctx,
      userid,
      typesFor(this.ctx, userid, type || 'follow_all'),
      [],
      options,
    );
  }

  /**
   * Lists the channels that the caller follows.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingChannels(options: FollowOptions = {}): Promise<FollowingPage> {
    return followingPage(this.ctx, whose(this.ctx, false), ['follow_channel'], [], options);
  }

  /**
   * Lists the members whom the caller follows.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingUsers(options: FollowOptions = {}): Promise<FollowingPage> {
    return followingPage(this.ctx, whose(this.ctx, false), ['follow_members'], [], options);
  }

  /**
   * Lists new content of the members, and in the topics and channels, that the caller follows, the newest first.
   * @param userid 0 for the caller; others only for administrators
   * @param type `follow_members` for content of members only; `follow_contents` or `follow_channel` for content in
   *   topics and channels only; else all
   * @param filters `filter_time` is `time_lastmonth` when left out
   * @param contenttypeclass only content of these types, such as `Text` or `vBForum_Text`
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not see the member's
   * @throws invalid_parameter when a type or filter is not known
   * @readonly
   * @example type=follow_all
   */
  async getFollowingContent(
    userid: Uint = 0,
    type: FollowedType = 'follow_all',
    filters: FollowFilters = {},
    contenttypeclass: string[] = [],
    options: FollowOptions = {},
  ): Promise<FollowedContent> {
    const who = whose(this.ctx, userid);
    const types = typesFor(this.ctx, who, type);
    const members = types.includes('follow_members') ? (['members'] as const) : [];
    const places = types.some((one) => one !== 'follow_members') ? (['places'] as const) : [];
    const classes = contentTypeIds(this.ctx, contenttypeclass);
    const wanted = { ...options, ...filters };
    const found = await streamPage(this.ctx, who, [...members, ...places], wanted, classes);
    return { ...found, users: await authorsOf(this.ctx, found.nodes.values()) };
  }

  /**
   * Lists new content of all that the caller follows: see getFollowingContent.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingActivities(options: FollowOptions = {}): Promise<FollowStream> {
    return streamPage(this.ctx, whose(this.ctx, false), ['members', 'places'], options);
  }

  /**
   * Lists new content of the members whom the caller follows: see getFollowingContent.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example options[page]=1
   */
  async getFollowingUserActivities(options: FollowOptions = {}): Promise<FollowStream> {
    return streamPage(this.ctx, whose(this.ctx, false), ['members'], options);
  }

  /**
   * Lists who follows a topic or channel, for its moderators: what a member follows is his own.
   * @param includeFollowInfo has no effect: it is always included
   * @throws invalid_node_id when there is no such node for the caller
   * @throws no_permission when the caller does not moderate there
   * @throws not_logged_no_permission when a guest asks
   * @readonly
   * @example nodeid=2
   * @as mod
   */
  async getContentFollowers(
    nodeid: Uint,
    currentPage: Uint = 1,
    perpage: Uint = 100,
    includeFollowInfo = false,
  ): Promise<ContentFollowers> {
    const found = await this.getNodeSubscribers(nodeid, { page: currentPage, perpage });
    return { ...found, totalcount: found.paginationInfo.totalcount };
  }

  /**
   * Lists who follows a topic or channel: see getContentFollowers.
   * @throws invalid_node_id when there is no such node for the caller
   * @throws no_permission when the caller does not moderate there
   * @throws not_logged_no_permission when a guest asks
   * @throws invalid_parameter when a filter is not known
   * @readonly
   * @example nodeid=2
   * @as mod
   */
  async getNodeSubscribers(nodeid: Uint, options: FollowOptions = {}): Promise<FollowerPage> {
    const node = await this.viewable(nodeid);
    if (!this.ctx.permissions.moderates('canmoderateposts', node.channelid)) throw this.refusal();
    const type = isChannel(this.ctx, node) ? 'follow_channel' : 'follow_contents';
    return followerPage(this.ctx, { type, itemid: placeOf(node) }, options);
  }
}
