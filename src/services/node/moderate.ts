import { ApiError } from '../../errors.ts';
import { lockTree } from '../../library/node/counters.ts';
import { undeleteNode } from '../../library/moderation/approval.ts';
import { setOpen } from '../../library/node/state.ts';
import { type FoundNode, updateNodes } from '../../library/node/node.ts';
import type { Uint } from '../../protocol/types.ts';
import { isTopic, mayDelete, mayRemove } from '../../rules/rights/post.ts';
import { viewableAll, isChannel } from '../../rules/reading/sight.ts';
import { Service } from '../service.ts';
import { moderated, logActs, deleteAll, idsOf } from './acts.ts';

/** What moderators do to nodes where they are; every act is written to the log. */
export class NodeModeration extends Service {
  /**
   * Deletes nodes with all below them: topics, replies and comments, or channels by an administrator. Either all are
   * deleted or none.
   * @param nodeids ids, as a list or separated by commas
   * @param hard for good; otherwise they are hidden, and moderators still see them
   * @param reason kept with a hidden node
   * @param modlog has no effect: the log always tells of it
   * @param reportspam has no effect: the board reports to nobody outside
   * @returns the ids deleted
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not delete one of them
   * @throws invalid_data when the reason is too long, or there are too many nodes
   * @example nodeids[]=28&hard=0&reason=Off topic
   * @as mod
   */
  async deleteNodes(
    nodeids: Uint[],
    hard = true,
    reason = '',
    modlog = true,
    reportspam = false,
  ): Promise<Uint[]> {
    await lockTree(this.ctx.db);
    const nodes = await viewableAll(this.ctx, nodeids);
    for (const node of nodes) this.#permitDelete(node, hard);
    return deleteAll(this.ctx, nodes, hard, reason);
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
   * @as mod
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
   * @as mod
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
   * @as mod
   */
  async undeleteNodes(nodeids: Uint[]): Promise<Uint[]> {
    const nodes = await moderated(this.ctx, 'candeleteposts', nodeids);
    const deleted = nodes.filter((node) => node.unpublishdate !== 0);
    for (const { nodeid } of deleted) await undeleteNode(this.ctx.db, nodeid);
    return logActs(this.ctx, 'undelete', deleted);
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
   * @as mod
   */
  async setSticky(nodeids: Uint[], stick = true): Promise<Uint[]> {
    const nodes = await moderated(this.ctx, 'canmanagethreads', nodeids);
    if (!nodes.every(isTopic)) throw new ApiError('invalid_data', 'only topics can be sticky');
    await updateNodes(this.ctx.db, idsOf(nodes), { sticky: stick ? 1 : 0 });
    return logActs(this.ctx, stick ? 'stick' : 'unstick', nodes);
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
   * @as mod
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
   * @as mod
   */
  async setFeatured(nodeids: Uint[], set = true): Promise<Uint[]> {
    const nodes = await moderated(this.ctx, 'cansetfeatured', nodeids);
    await updateNodes(this.ctx.db, idsOf(nodes), { featured: set ? 1 : 0 });
    return logActs(this.ctx, set ? 'feature' : 'unfeature', nodes);
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
   * @as mod
   */
  async setUnFeatured(nodeids: Uint[]): Promise<Uint[]> {
    return this.setFeatured(nodeids, false);
  }

  #permitDelete(node: FoundNode, hard: boolean): void {
    const { board, permissions } = this.ctx;
    if (isChannel(this.ctx, node)) {
      const fixed = board.subtree(node.nodeid).some((channel) => channel.guid !== null);
      if (fixed || !hard || !permissions.isAdministrator) throw this.refusal();
      return;
    }
    if (!(hard ? mayRemove : mayDelete)(node, permissions)) throw this.refusal();
  }

  async #setOpen(nodeids: readonly number[], open: boolean): Promise<Uint[]> {
    await lockTree(this.ctx.db);
    const nodes = await viewableAll(this.ctx, nodeids);
    if (!nodes.every((node) => this.#mayOpen(node))) throw this.refusal();
    for (const { nodeid } of nodes) await setOpen(this.ctx.db, nodeid, open);
    await logActs(this.ctx, open ? 'open' : 'close', nodes);
    return nodes.map((node) => node.nodeid);
  }

  #mayOpen(node: FoundNode): boolean {
    const { permissions, user } = this.ctx;
    if (isChannel(this.ctx, node)) return permissions.isAdministrator;
    const own = user.userid !== 0 && node.userid === user.userid;
    return (
      permissions.moderates('canopenclose', node.channelid) ||
      (own && permissions.can('canopenclose', node.channelid))
    );
  }
}
