import { approveNode, unapproveNode } from '../../library/moderation/approval.ts';
import { announcePost } from '../../library/webhook/announce.ts';
import { countPending, listPending, type PendingList } from '../../library/moderation/pending.ts';
import type { FoundNode } from '../../library/node/node.ts';
import type { ListById } from '../../protocol/list-by-id.ts';
import type { Struct, Uint } from '../../protocol/types.ts';
import { paging, placeOfPage } from '../../rules/reading/paging.ts';
import { mayApprove } from '../../rules/rights/post.ts';
import { contentList } from '../../rules/reading/contents.ts';
import type { FullContent } from '../../shapes/content.ts';
import { Service } from '../service.ts';
import { permitted, logActs } from './acts.ts';

/** Which page of what waits. */
export interface PendingOptions {
  page?: Uint;
  perpage?: Uint;
  /** Lists the posts that wait for their `publishdate` instead, the last one first. */
  scheduled?: boolean;
}

/** Posts that wait for approval, the newest first. */
export interface PendingPosts {
  readonly nodes: ListById<FullContent>;
  readonly totalcount: number;
  readonly totalpages: number;
}

const USUAL_PAGE = 20;

/** What waits for the approval of a moderator. */
export class NodeApproval extends Service {
  /**
   * Approves posts: everybody sees them who may see what is above them, and those concerned are told. Whose profile a
   * message is on may do so, too.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids that waited
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not moderate posts there
   * @throws invalid_data when one of them is a channel, or there are too many
   * @example nodeids[]=28
   * @as mod
   */
  async approve(nodeids: Uint[]): Promise<Uint[]> {
    const nodes = await this.#approvable(nodeids);
    const waiting = nodes.filter((node) => node.approved === 0);
    for (const node of waiting) await this.#approve(node);
    return logActs(this.ctx, 'approve', waiting);
  }

  /**
   * Takes an approval back: only moderators and the author see the posts, and what lies below them; messages on a
   * profile also its owner, who may do so, too.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids that were approved
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not moderate posts there
   * @throws invalid_data when one of them is a channel, or there are too many
   * @example nodeids[]=28
   * @as mod
   */
  async unapprove(nodeids: Uint[]): Promise<Uint[]> {
    const nodes = await this.#approvable(nodeids);
    const approved = nodes.filter((node) => node.approved === 1);
    for (const { nodeid } of approved) await unapproveNode(this.ctx.db, nodeid);
    return logActs(this.ctx, 'unapprove', approved);
  }

  /**
   * Approves posts, or takes their approval back: see approve and unapprove.
   * @param nodeids ids, as a list or separated by commas
   * @returns the ids that have changed
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not moderate posts there
   * @throws invalid_data when one of them is a channel, or there are too many
   * @example nodeids[]=28&approved=1
   * @as mod
   */
  async setApproved(nodeids: Uint[], approved = true): Promise<Uint[]> {
    return approved ? this.approve(nodeids) : this.unapprove(nodeids);
  }

  /**
   * Approves a post, or takes its approval back.
   * @param data has no effect: the post stays as it is
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may not moderate posts there
   * @throws invalid_data when it is a channel
   * @example nodeid=28&approved=1
   * @as mod
   */
  async setApprovedPost(
    nodeid: Uint,
    approved = false,
    data: Struct = new Map(),
  ): Promise<boolean> {
    await this.setApproved([nodeid], approved);
    return true;
  }

  /**
   * Lists the posts that wait in the channels that the caller moderates, the newest first.
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he moderates no posts anywhere
   * @readonly
   * @example options[page]=1
   * @as mod
   */
  async listPendingPosts(options: PendingOptions = {}): Promise<PendingPosts> {
    const { permissions } = this.ctx;
    const channelids = [...permissions.viewable].filter((channelid) =>
      permissions.moderates('canmoderateposts', channelid),
    );
    if (channelids.length === 0) throw this.refusal();
    const list = options.scheduled === true ? { scheduled: channelids } : { channelids };
    return this.#pending(list, options);
  }

  /**
   * Lists the caller's own posts that wait for approval, the newest first.
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example options[page]=1
   */
  async listPendingPostsForCurrentUser(options: PendingOptions = {}): Promise<PendingPosts> {
    this.requireMember();
    const { userid } = this.ctx.user;
    return this.#pending(options.scheduled === true ? { scheduled: userid } : { userid }, options);
  }

  #approvable(nodeids: readonly number[]): Promise<FoundNode[]> {
    return permitted(this.ctx, nodeids, (node) => mayApprove(node, this.ctx.permissions));
  }

  async #approve(node: FoundNode): Promise<void> {
    const { db, now } = this.ctx;
    const { nodeid, userid } = node;
    const first = await approveNode(db, node, now);
    if (first) await announcePost(db, { nodeid, userid }, now);
  }

  async #pending(list: PendingList, options: PendingOptions): Promise<PendingPosts> {
    const { db } = this.ctx;
    const place = placeOfPage(this.ctx, options, USUAL_PAGE);
    const { totalcount, totalpages } = paging(place, await countPending(db, list));
    const nodeids = await listPending(db, list, place.offset, place.perpage);
    return { nodes: await contentList(this.ctx, nodeids), totalcount, totalpages };
  }
}
