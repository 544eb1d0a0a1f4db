import { findVoteId } from '../library/nodevote.ts';
import type { Uint } from '../protocol/types.ts';
import { NodeVotes, type NodeVoteCount } from './node-votes.ts';

/** A vote given. */
export interface VoteResult {
  readonly success: boolean;
  readonly voteid: number;
  readonly nodevotes: NodeVoteCount;
}

/** A vote taken back. */
export interface UnvoteResult {
  readonly success: boolean;
  readonly nodevotes: NodeVoteCount;
}

/** Votes of all types: likes and reactions. */
export class NodevoteService extends NodeVotes {
  /**
   * Votes for a post. Voting again with the same type changes nothing.
   * @param votetypeid from `reactions.fetchEnabledReactionsList`; 1 is the like
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such post for the caller
   * @throws invalid_data when there is no such type
   * @throws no_permission when it is his own, or he may not rate there
   * @example nodeid=27&votetypeid=1
   */
  async voteNode(nodeid: Uint, votetypeid: Uint): Promise<VoteResult> {
    await this.cast(nodeid, votetypeid);
    const { db, user } = this.ctx;
    const voteid = await findVoteId(db, { nodeid, votetypeid, userid: user.userid });
    return { success: true, voteid, nodevotes: await this.countOf(nodeid, votetypeid) };
  }

  /**
   * Takes a vote back. Where there is none, nothing changes.
   * @param votetypeid from `reactions.fetchEnabledReactionsList`; 1 is the like
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such post for the caller
   * @throws invalid_data when there is no such type
   * @example nodeid=27&votetypeid=1
   */
  async unvoteNode(nodeid: Uint, votetypeid: Uint): Promise<UnvoteResult> {
    await this.retract(nodeid, votetypeid);
    return { success: true, nodevotes: await this.countOf(nodeid, votetypeid) };
  }
}
