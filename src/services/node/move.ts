import { ApiError } from '../../errors.ts';
import { lockTree } from '../../library/node/counters.ts';
import {
  haveChildren,
  moveChannels,
  moveContent,
  splitTopic,
} from '../../library/moderation/moving.ts';
import { type FoundNode, updateNode } from '../../library/node/node.ts';
import { deleteRedirectsIn } from '../../library/moderation/redirect.ts';
import { titleColumns } from '../../library/text/title.ts';
import { tidyTitle } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';
import { isMade, mayMake } from '../../rules/rights/types.ts';
import { isTopic } from '../../rules/rights/post.ts';
import { viewableAll, isChannel } from '../../rules/reading/sight.ts';
import { requireAdministrator } from '../../rules/rights/standing.ts';
import { Service } from '../service.ts';
import { requireModeration, logActs, idsOf } from './acts.ts';
import {
  type LeaveRedirectData,
  leaveRedirects,
  refuseProfiles,
  refuseRedirects,
  withoutBelow,
  requireTopicPlace,
  requireReplyPlace,
  repliesByAge,
} from './places.ts';

/** Moving nodes to other places. */
export class NodeMoving extends Service {
  /**
   * Moves nodes with all below them: topics to another channel, replies and comments to another topic or reply, and
   * with `makeTopic` to a channel, where they become a topic; channels by an administrator. What lies below another
   * node of the list goes with it. Either all are moved or none. Messages can leave a profile, and are that member's no
   * more; nothing comes onto one, or into an album.
   * @param nodeids ids, as a list or separated by commas
   * @param to_parent the channel, topic or reply
   * @param makeTopic of the posts the oldest becomes a topic, and the others its replies
   * @param newtitle the new topic's title; else the oldest post keeps its own. Required for messages that leave a profile
   * @param modlog has no effect: the log always tells of it
   * @param leaveRedirectData what stays in the place of topics that everybody sees
   * @returns the ids moved
   * @throws invalid_node_id when one of them, or the new parent, is not there for the caller
   * @throws no_permission when the caller may not move one of them, or may not move to that place
   * @throws not_logged_no_permission for a guest
   * @throws category_takes_no_topics when the channel is a category
   * @throws title_required when the new topic would have no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_data when such nodes cannot be there, there are too many, or the redirect's time is over
   * @example nodeids[]=27&to_parent=14
   * @as mod
   */
  async moveNodes(
    nodeids: Uint[],
    to_parent: Uint,
    makeTopic = false,
    newtitle: string | false = false,
    modlog = true,
    leaveRedirectData: LeaveRedirectData = {},
  ): Promise<Uint[]> {
    await lockTree(this.ctx.db);
    const nodes = withoutBelow(this.ctx, await viewableAll(this.ctx, nodeids));
    const place = await this.viewable(to_parent);
    this.requireMember();
    refuseRedirects(this.ctx, [place]);
    if (nodes.some((node) => isChannel(this.ctx, node))) await this.#moveChannels(nodes, place);
    else if (!isChannel(this.ctx, place)) await this.#moveReplies(nodes, place);
    else if (nodes.every(isTopic))
      await this.#moveTopics(nodes, place, leaveRedirectData, newtitle || undefined);
    else if (makeTopic) await this.#split(nodes, place, newtitle || undefined);
    else throw new ApiError('invalid_data', 'with makeTopic replies become a topic of a channel');
    return logActs(this.ctx, 'move', nodes, { aboutid: place.nodeid });
  }

  async #moveTopics(
    topics: readonly FoundNode[],
    channel: FoundNode,
    redirect: LeaveRedirectData,
    newtitle: string | undefined,
  ): Promise<void> {
    const { db } = this.ctx;
    const moved = topics.filter((topic) => topic.parentid !== channel.nodeid);
    requireTopicPlace(this.ctx, channel);
    if (!topics.every((topic) => this.#mayMove(topic))) throw this.refusal();
    if (!topics.every((topic) => this.#mayPlace(topic, channel))) throw this.refusal();
    refuseProfiles(this.ctx, moved, channel);
    await this.#nameUntitled(moved, newtitle);
    await moveContent(db, moved, channel);
    for (const { nodeid } of moved) await deleteRedirectsIn(db, nodeid, channel.nodeid);
    await leaveRedirects(this.ctx, moved, undefined, redirect);
  }

  /** Messages on profiles have no titles, but topics of forums do. */
  async #nameUntitled(topics: readonly FoundNode[], newtitle = ''): Promise<void> {
    const { board, db } = this.ctx;
    const untitled = topics.filter((topic) => topic.title === '');
    if (untitled.length === 0) return;
    const title = titleColumns(tidyTitle(newtitle, true, board.options));
    for (const { nodeid } of untitled) await updateNode(db, nodeid, title);
  }

  /** Who moves nothing else there may do so with what he could post there. */
  #mayPlace(topic: FoundNode, { channelid }: FoundNode): boolean {
    const { board, permissions } = this.ctx;
    const type = board.contentTypeClass(topic.contenttypeid);
    return (
      permissions.moderates('canmanagethreads', channelid) ||
      (permissions.can('canpostnew', channelid) &&
        (!isMade(type) || mayMake(type, channelid, permissions)))
    );
  }

  /** Who began a topic may move it where his usergroup has that right. */
  #mayMove(topic: FoundNode): boolean {
    const { permissions, user } = this.ctx;
    const own = user.userid !== 0 && topic.userid === user.userid;
    return (
      permissions.moderates('canmanagethreads', topic.channelid) ||
      (own && permissions.can('canmove', topic.channelid))
    );
  }

  async #moveReplies(nodes: readonly FoundNode[], place: FoundNode): Promise<void> {
    requireModeration(this.ctx, 'canmanagethreads', [...nodes, place]);
    await requireReplyPlace(nodes, place, () => haveChildren(this.ctx.db, idsOf(nodes)));
    refuseProfiles(this.ctx, nodes, place);
    await moveContent(this.ctx.db, nodes, place);
  }

  async #split(
    nodes: readonly FoundNode[],
    channel: FoundNode,
    newtitle: string | undefined,
  ): Promise<void> {
    const { board, db } = this.ctx;
    requireTopicPlace(this.ctx, channel);
    requireModeration(this.ctx, 'canmanagethreads', [...nodes, channel]);
    refuseProfiles(this.ctx, nodes, channel);
    const [head, ...others] = repliesByAge(nodes);
    if (head === undefined) return;
    const title = tidyTitle(newtitle ?? head.title, true, board.options);
    await splitTopic(db, [head, ...others], channel, title);
  }

  async #moveChannels(channels: readonly FoundNode[], place: FoundNode): Promise<void> {
    const { board, db } = this.ctx;
    requireAdministrator(this.ctx);
    if (!isChannel(this.ctx, place) || !channels.every((node) => isChannel(this.ctx, node)))
      throw new ApiError('invalid_data', 'channels are moved to channels, and nothing with them');
    for (const { nodeid } of channels) {
      const inside = board.subtree(nodeid);
      if (inside.some((channel) => channel.guid !== null)) throw this.refusal();
      if (inside.some((channel) => channel.nodeid === place.nodeid))
        throw new ApiError('invalid_data', 'nothing can be below itself');
    }
    await moveChannels(db, channels, place);
    this.ctx.afterCommit(() => this.ctx.forgetBoard());
  }
}
