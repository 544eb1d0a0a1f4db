import { ApiError } from '../errors.ts';
import { LIKE } from '../library/social/nodevote.ts';
import type { Uint } from '../protocol/types.ts';
import type { NodeAnswer } from '../shapes/content.ts';
import { castVote, withdrawVote } from '../rules/writing/votes.ts';
import { Service } from './service.ts';
import { answersOf } from '../rules/reading/sight.ts';

/** A node after a vote. `votes` is the number of its likes. */
export interface VotedNode extends NodeAnswer {
  /** 1 while the caller likes it. */
  readonly ivoted: number;
}

/** Likes, reactions that count 1 for the reputation of the author. */
export class ReputationService extends Service {
  /**
   * Likes a post. Liking it again changes nothing.
   * @returns the node as it is now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when it is his own, or he may not rate there
   * @example nodeid=28
   */
  async vote(nodeid: Uint): Promise<VotedNode> {
    await castVote(this.ctx, nodeid, LIKE);
    return this.#voted(nodeid, 1);
  }

  /**
   * Takes a like back. Where there is none, nothing changes.
   * @returns the node as it is now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such post for the caller
   * @example nodeid=27
   */
  async unvote(nodeid: Uint): Promise<VotedNode> {
    await withdrawVote(this.ctx, nodeid, LIKE);
    return this.#voted(nodeid, 0);
  }

  async #voted(nodeid: number, ivoted: number): Promise<VotedNode> {
    const [node] = await answersOf(this.ctx, [await this.viewable(nodeid)]);
    if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
    return { ...node, ivoted };
  }
}
