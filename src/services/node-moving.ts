import { ApiError } from '../errors.ts';
import { lockTree } from '../library/counters.ts';
import {
  foundNode,
  haveChildren,
  moveChannels,
  moveContent,
  splitTopic,
} from '../library/moving.ts';
import { type FoundNode, updateNode } from '../library/node.ts';
import { deleteRedirectsIn, insertRedirect } from '../library/redirect.ts';
import { ALBUM_CHANNEL, VISITORMESSAGE_CHANNEL } from '../library/system-channels.ts';
import { titleColumns } from '../library/title.ts';
import { tidyTitle } from '../library/wording.ts';
import type { Uint } from '../protocol/types.ts';
import { isMade, mayMake } from './creatable.ts';
import { NodeApproval } from './node-approval.ts';
import { idsOf, isTopic } from './node-moderation.ts';
import { isComment } from './post-rights.ts';

/** What stays in the place of a topic. */
export interface LeaveRedirectData {
  /** 1 leaves a redirect to the topic in its old channel. */
  leave_redirect?: boolean;
  /** When the redirect goes, Unix seconds; 0 for never. */
  expires?: Uint;
}

/** Moving nodes to other places. */
export abstract class NodeMoving extends NodeApproval {
  /**
   * Moves nodes with all below them: topics to another channel, replies and comments to another topic or reply, and
   * with `makeTopic` to a channel, where they become a topic; channels by an administrator. What lies below another
   * node of the list goes with it. Either all are moved or none. Messages can leave a profile, and are that member's no
   * more; nothing comes onto one, or into an album.
   * @param nodeids ids, as a list or separated by commas
   * @param to_parent the channel, topic or reply
   * @param makeTopic of the posts the oldest becomes a topic, and the others its replies
   * @param newtitle the new topic's title; else the oldest post keeps its own. Due for messages that leave a profile
   * @param modlog taken for compatibility: the log always tells of it
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
    const nodes = this.withoutBelow(await this.viewableAll(nodeids));
    const place = await this.viewable(to_parent);
    this.requireMember();
    this.refuseRedirects([place]);
    if (nodes.some((node) => this.isChannel(node))) await this.#moveChannels(nodes, place);
    else if (!this.isChannel(place)) await this.#moveReplies(nodes, place);
    else if (nodes.every(isTopic))
      await this.#moveTopics(nodes, place, leaveRedirectData, newtitle || undefined);
    else if (makeTopic) await this.#split(nodes, place, newtitle || undefined);
    else throw new ApiError('invalid_data', 'with makeTopic replies become a topic of a channel');
    return this.logActs('move', nodes, { aboutid: place.nodeid });
  }

  /** Leaves a redirect in the channel of each topic that everybody sees, if one is wanted. */
  protected async leaveRedirects(
    topics: readonly FoundNode[],
    tonodeid: number | undefined,
    { leave_redirect = false, expires = 0 }: LeaveRedirectData,
  ): Promise<void> {
    const { board, db, now } = this.ctx;
    if (!leave_redirect) return;
    if (expires !== 0 && expires <= now)
      throw new ApiError('invalid_data', "the redirect's time is over");
    const contenttypeid = board.contentTypes.Redirect;
    const albums = board.channelByGuid(ALBUM_CHANNEL);
    for (const topic of topics) {
      if (topic.showpublished === 0 || topic.showapproved === 0) continue;
      if (topic.contenttypeid === contenttypeid || topic.setfor !== 0) continue;
      if (topic.channelid === albums) continue;
      const channel = await foundNode(db, topic.parentid);
      const leads = { tonodeid: tonodeid ?? topic.nodeid, contenttypeid, now, expires };
      await insertRedirect(db, { topic, channel, ...leads });
    }
  }

  /**
   * A message on a profile is for one member, and an album on it is of one: nothing that was written elsewhere becomes
   * one, or a part of one.
   */
  protected refuseProfiles(nodes: readonly FoundNode[], place: FoundNode): void {
    const { board } = this.ctx;
    const { channelid, nodeid, setfor, starter } = place;
    const onProfiles = nodeid === board.channelByGuid(VISITORMESSAGE_CHANNEL);
    const inAlbums = channelid === board.channelByGuid(ALBUM_CHANNEL);
    if (inAlbums && nodes.some((node) => node.starter !== starter))
      throw new ApiError('invalid_data', 'nothing is moved into an album');
    const foreign = setfor !== 0 && nodes.some((node) => node.setfor !== setfor);
    if (foreign || (onProfiles && nodes.length > 0))
      throw new ApiError('invalid_data', 'nothing is moved onto a profile');
  }

  /** Nothing comes to lie below a redirect. */
  protected refuseRedirects(nodes: readonly FoundNode[], why = 'a redirect takes no posts'): void {
    const { Redirect } = this.ctx.board.contentTypes;
    if (nodes.some((node) => node.contenttypeid === Redirect))
      throw new ApiError('invalid_data', why);
  }

  /** Those of the nodes that lie below none of the others, with which they go. */
  protected withoutBelow(nodes: readonly FoundNode[]): FoundNode[] {
    const listed = new Set(idsOf(nodes));
    return nodes.filter((node) => !this.#above(node).some((nodeid) => listed.has(nodeid)));
  }

  protected requireTopicPlace(channel: FoundNode): void {
    if (this.ctx.board.channel(channel.nodeid)?.category === 1)
      throw new ApiError('category_takes_no_topics');
  }

  /**
   * Refuses posts that cannot be replies to a topic, or comments on a reply: three levels are all there are.
   * @param haveComments whether something lies below one of them
   */
  protected async requireReplyPlace(
    nodes: readonly FoundNode[],
    place: FoundNode,
    haveComments: () => boolean | Promise<boolean>,
  ): Promise<void> {
    if (nodes.some(isTopic)) throw new ApiError('invalid_data', 'topics are merged: mergeTopics');
    if (isComment(place)) throw new ApiError('invalid_data', 'a comment takes no comments');
    if (nodes.some((node) => [place.nodeid, place.parentid].includes(node.nodeid)))
      throw new ApiError('invalid_data', 'nothing can be below itself');
    if (!isTopic(place) && (await haveComments()))
      throw new ApiError('invalid_data', 'a reply with comments cannot become a comment');
  }

  /** Posts that are to be a topic, the one that begins it first. */
  protected repliesByAge(nodes: readonly FoundNode[]): FoundNode[] {
    if (nodes.some(isTopic)) throw new ApiError('invalid_data', 'topics or replies, not both');
    return [...nodes].sort(byAge);
  }

  async #moveTopics(
    topics: readonly FoundNode[],
    channel: FoundNode,
    redirect: LeaveRedirectData,
    newtitle: string | undefined,
  ): Promise<void> {
    const { db } = this.ctx;
    const moved = topics.filter((topic) => topic.parentid !== channel.nodeid);
    this.requireTopicPlace(channel);
    if (!topics.every((topic) => this.#mayMove(topic))) throw this.refusal();
    if (!topics.every((topic) => this.#mayPlace(topic, channel))) throw this.refusal();
    this.refuseProfiles(moved, channel);
    await this.#nameUntitled(moved, newtitle);
    await moveContent(db, moved, channel);
    for (const { nodeid } of moved) await deleteRedirectsIn(db, nodeid, channel.nodeid);
    await this.leaveRedirects(moved, undefined, redirect);
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
    this.requireModeration('canmanagethreads', [...nodes, place]);
    await this.requireReplyPlace(nodes, place, () => haveChildren(this.ctx.db, idsOf(nodes)));
    this.refuseProfiles(nodes, place);
    await moveContent(this.ctx.db, nodes, place);
  }

  async #split(
    nodes: readonly FoundNode[],
    channel: FoundNode,
    newtitle: string | undefined,
  ): Promise<void> {
    const { board, db } = this.ctx;
    this.requireTopicPlace(channel);
    this.requireModeration('canmanagethreads', [...nodes, channel]);
    this.refuseProfiles(nodes, channel);
    const [head, ...others] = this.repliesByAge(nodes);
    if (head === undefined) return;
    const title = tidyTitle(newtitle ?? head.title, true, board.options);
    await splitTopic(db, [head, ...others], channel, title);
  }

  async #moveChannels(channels: readonly FoundNode[], place: FoundNode): Promise<void> {
    const { board, db } = this.ctx;
    this.requireAdministrator();
    if (!this.isChannel(place) || !channels.every((node) => this.isChannel(node)))
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

  /** What can be above a node in a list of one kind: a post's parent and topic, or the channels above a channel. */
  #above(node: FoundNode): number[] {
    if (!this.isChannel(node)) {
      return [node.parentid, node.starter].filter((nodeid) => nodeid !== node.nodeid);
    }
    const above: number[] = [];
    const { board } = this.ctx;
    for (let up = board.channel(node.parentid); up; up = board.channel(up.parentid))
      above.push(up.nodeid);
    return above;
  }
}

function byAge(a: FoundNode, b: FoundNode): number {
  return a.publishdate - b.publishdate || a.nodeid - b.nodeid;
}
