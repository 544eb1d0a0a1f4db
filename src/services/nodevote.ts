import type { Uint } from '../protocol/types.ts';
import { unvote, type UnvoteResult, vote, type VoteResult } from '../rules/writing/votes.ts';
import { Service } from './service.ts';

/** Votes of all types: likes and reactions. */
export class NodevoteService extends Service {
  /**
   * Votes for a post. Voting again with the same type changes nothing; with another one it replaces what the caller has
   * given before, so that each member has one reaction to a post.
   * @param votetypeid from `reactions.fetchEnabledReactionsList`; 1 is the like
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such post for the caller
   * @throws invalid_data when there is no such type
   * @throws no_permission when it is his own, or he may not rate there
   * @example nodeid=28&votetypeid=1
   */
  async voteNode(nodeid: Uint, votetypeid: Uint): Promise<VoteResult> {
    return vote(this.ctx, nodeid, votetypeid);
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
    return unvote(this.ctx, nodeid, votetypeid);
  }
}
