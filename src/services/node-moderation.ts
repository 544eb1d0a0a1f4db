import { ApiError } from '../errors.ts';
import { lockTree } from '../library/counters.ts';
import { hardDeleteNode, softDeleteNode } from '../library/deletion.ts';
import { undeleteNode } from '../library/moderation.ts';
import { type Act, insertModLog, type ModerationAct } from '../library/modlog.ts';
import { setOpen } from '../library/node-state.ts';
import { type FoundNode, updateNodes } from '../library/node.ts';
import { isLonger } from '../library/wording.ts';
import type { ModeratorPermission } from '../permissions.ts';
import type { Uint } from '../protocol/types.ts';
import { NodeLists } from './node-lists.ts';
import { mayDelete, mayRemove } from './post-rights.ts';

const LONGEST_REASON = 500;

/** What moderators do to nodes where they are; every act is written to the log. */
export abstract class NodeModeration extends NodeLists {
  /**
   * Deletes nodes with all below them: topics, replies and comments, or channels by an administrator. Either all are
   * deleted or none.
   * @param nodeids ids, as a list or separated by commas
   * @param hard for good; otherwise they are hidden, and moderators still see them
   * @param reason kept with a hidden node
   * @param modlog taken for compatibility, as is `reportspam`: the log always tells of it
   * @returns the ids deleted
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not delete one of them
   * @throws invalid_data when the reason is too long, or there are too many nodes
   * @example nodeids[]=28&hard=0&reason=Off topic
   */
  async deleteNodes(
    nodeids: Uint[],
    hard = true,
    reason = '',
    modlog = true,
    reportspam = false,
  ): Promise<Uint[]> {
    await lockTree(this.ctx.db);
    const nodes = await this.viewableAll(nodeids);
    for (const node of nodes) this.#permitDelete(node, hard);
    return this.deleteAll(nodes, hard, reason);
  }

  /**
   * Opens closed topics.
   * @param nodeid ids, as a list or separated by commas
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not open one of them
   * @throws invalid_data when there are too many nodes
   * @example nodeid=27
   */
  async openNode(nodeid: Uint[]): Promise<Uint[]> {
    return this.#setOpen(nodeid, true);
  }

  /**
   * Closes topics: nobody but a moderator may reply any more.
   * @param nodeid ids, as a list or separated by commas
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not close one of them
   * @throws invalid_data when there are too many nodes
   * @example nodeid=27
   */
  async closeNode(nodeid: Uint[]): Promise<Uint[]> {
    return this.#setOpen(nodeid, false);
  }

  /**
   * Whether the caller may open and close a node.
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async canOpenCloseNode(nodeid: Uint): Promise<boolean> {
    return this.#mayOpen(await this.viewable(nodeid));
  }

  /**
   * Takes soft deletions back. What below a node was deleted by itself stays deleted.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids that were deleted, and are there again
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not delete posts there
   * @throws invalid_data when there are too many nodes
   * @example nodeids[]=28
   */
  async undeleteNodes(nodeids: Uint[]): Promise<Uint[]> {
    const nodes = await this.moderated('candeleteposts', nodeids);
    const deleted = nodes.filter((node) => node.unpublishdate !== 0);
    for (const { nodeid } of deleted) await undeleteNode(this.ctx.db, nodeid);
    return this.logActs('undelete', deleted);
  }

  /**
   * Makes topics sticky: they come first in their channel.
   * @param nodeids ids, as a list or separated by commas
   * @param stick false: they come where their activity puts them
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not manage topics there
   * @throws invalid_data when one of them is no topic, or there are too many
   * @example nodeids[]=27
   */
  async setSticky(nodeids: Uint[], stick = true): Promise<Uint[]> {
    const nodes = await this.moderated('canmanagethreads', nodeids);
    if (!nodes.every(isTopic)) throw new ApiError('invalid_data', 'only topics can be sticky');
    await updateNodes(this.ctx.db, idsOf(nodes), { sticky: stick ? 1 : 0 });
    return this.logActs(stick ? 'stick' : 'unstick', nodes);
  }

  /**
   * Makes topics sticky no more.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not manage topics there
   * @throws invalid_data when one of them is no topic, or there are too many
   * @example nodeids[]=27
   */
  async unsetSticky(nodeids: Uint[]): Promise<Uint[]> {
    return this.setSticky(nodeids, false);
  }

  /**
   * Features topics and posts: lists and searches can ask for what is featured.
   * @param nodeids ids, as a list or separated by commas
   * @param set false: they are featured no more
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not feature posts there
   * @throws invalid_data when one of them is a channel, or there are too many
   * @example nodeids[]=27
   */
  async setFeatured(nodeids: Uint[], set = true): Promise<Uint[]> {
    const nodes = await this.moderated('cansetfeatured', nodeids);
    await updateNodes(this.ctx.db, idsOf(nodes), { featured: set ? 1 : 0 });
    return this.logActs(set ? 'feature' : 'unfeature', nodes);
  }

  /**
   * Features topics and posts no more.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not feature posts there
   * @throws invalid_data when one of them is a channel, or there are too many
   * @example nodeids[]=27
   */
  async setUnFeatured(nodeids: Uint[]): Promise<Uint[]> {
    return this.setFeatured(nodeids, false);
  }

  /**
   * The posts of the list, with the tree held; refuses a caller who lacks the permission in a channel of one of them.
   */
  protected async moderated(
    permission: ModeratorPermission,
    nodeids: readonly number[],
  ): Promise<FoundNode[]> {
    const { permissions } = this.ctx;
    return this.permitted(nodeids, (node) => permissions.moderates(permission, node.channelid));
  }

  /** The posts of the list, with the tree held; refuses a caller who may not do with one of them what he wants to. */
  protected async permitted(
    nodeids: readonly number[],
    may: (node: FoundNode) => boolean,
  ): Promise<FoundNode[]> {
    await lockTree(this.ctx.db);
    const nodes = await this.viewableAll(nodeids);
    if (!nodes.every(may)) throw this.refusal();
    if (nodes.some((node) => this.isChannel(node)))
      throw new ApiError('invalid_data', 'a channel is no post');
    return nodes;
  }

  /** Refuses a caller who lacks the permission in a channel of one of the nodes. */
  protected requireModeration(permission: ModeratorPermission, nodes: readonly FoundNode[]): void {
    const { permissions } = this.ctx;
    if (!nodes.every((node) => permissions.moderates(permission, node.channelid)))
      throw this.refusal();
  }

  /** Writes to the log what the caller has done to the nodes; returns their ids. */
  protected async logActs(
    action: ModerationAct,
    nodes: readonly FoundNode[],
    more: Pick<Act, 'reason' | 'aboutid'> = {},
  ): Promise<number[]> {
    const { db, host, now, user } = this.ctx;
    const { userid, username } = user;
    await insertModLog(db, nodes, { action, userid, username, ipaddress: host, now, ...more });
    return idsOf(nodes);
  }

  /** Deletes nodes that the caller may delete, and writes it to the log; returns their ids. */
  protected async deleteAll(
    nodes: readonly FoundNode[],
    hard: boolean,
    reason: string,
  ): Promise<number[]> {
    if (isLonger(reason, LONGEST_REASON))
      throw new ApiError('invalid_data', `a reason has at most ${LONGEST_REASON} characters`);
    for (const node of nodes) await this.#delete(node, hard, reason);
    return this.logActs(hard ? 'harddelete' : 'softdelete', nodes, { reason });
  }

  #permitDelete(node: FoundNode, hard: boolean): void {
    const { board, permissions } = this.ctx;
    if (this.isChannel(node)) {
      const fixed = board.subtree(node.nodeid).some((channel) => channel.guid !== null);
      if (fixed || !hard || !permissions.isAdministrator) throw this.refusal();
      return;
    }
    if (!(hard ? mayRemove : mayDelete)(node, permissions)) throw this.refusal();
  }

  async #delete({ nodeid, contenttypeid }: FoundNode, hard: boolean, reason: string) {
    const { db, now, user } = this.ctx;
    if (hard) await hardDeleteNode(db, nodeid);
    else await softDeleteNode(db, nodeid, { userid: user.userid, reason, now });
    if (this.isChannel({ contenttypeid })) this.ctx.afterCommit(() => this.ctx.forgetBoard());
  }

  async #setOpen(nodeids: readonly number[], open: boolean): Promise<Uint[]> {
    await lockTree(this.ctx.db);
    const nodes = await this.viewableAll(nodeids);
    if (!nodes.every((node) => this.#mayOpen(node))) throw this.refusal();
    for (const { nodeid } of nodes) await setOpen(this.ctx.db, nodeid, open);
    await this.logActs(open ? 'open' : 'close', nodes);
    return nodes.map((node) => node.nodeid);
  }

  #mayOpen(node: FoundNode): boolean {
    const { permissions, user } = this.ctx;
    if (this.isChannel(node)) return permissions.isAdministrator;
    const own = user.userid !== 0 && node.userid === user.userid;
    return (
      permissions.moderates('canopenclose', node.channelid) ||
      (own && permissions.can('canopenclose', node.channelid))
    );
  }
}

export function isTopic(node: FoundNode): boolean {
  return node.starter === node.nodeid;
}

export function idsOf(nodes: readonly FoundNode[]): number[] {
  return nodes.map((node) => node.nodeid);
}
