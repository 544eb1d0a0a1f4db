import { ApiError } from '../errors.ts';
import {
  countVotes,
  deleteVote,
  insertVote,
  listVoteTypes,
  type VoteTypeRow,
} from '../library/nodevote.ts';
import { type FoundNode, lockOneNode } from '../library/node.ts';
import { retractVote } from '../library/notification.ts';
import { insertJob } from '../library/outbox.ts';
import { Service } from './service.ts';

/** The votes of one type for one node. */
export interface NodeVoteCount {
  readonly votetypeid: number;
  readonly votes: number;
  /** 1 when the caller has voted so. */
  readonly ivoted: number;
}

/** Voting, for the API classes that offer it under their names. */
export abstract class NodeVotes extends Service {
  /** Members vote for what others have written, once with each type. */
  protected async cast(nodeid: number, votetypeid: number): Promise<FoundNode> {
    const { db, now, user, permissions } = this.ctx;
    const node = await this.#votable(nodeid);
    await this.voteType(votetypeid);
    if (node.userid === user.userid || !permissions.can('canthreadrate', node.channelid))
      throw this.refusal();
    const vote = { nodeid, votetypeid, userid: user.userid };
    if (await insertVote(db, vote, node.userid, now))
      await insertJob(db, 'notify', { event: 'like', nodeid, userid: user.userid }, now);
    return node;
  }

  protected async retract(nodeid: number, votetypeid: number): Promise<FoundNode> {
    const { db, user } = this.ctx;
    const node = await this.#votable(nodeid);
    await this.voteType(votetypeid);
    const vote = { nodeid, votetypeid, userid: user.userid };
    if (await deleteVote(db, vote, node.userid)) await retractVote(db, nodeid, user.userid);
    return node;
  }

  protected async countOf(nodeid: number, votetypeid: number): Promise<NodeVoteCount> {
    const counts = await countVotes(this.ctx.db, [nodeid], this.ctx.user.userid);
    const found = counts.find((count) => count.votetypeid === votetypeid);
    return { votetypeid, votes: found?.votes ?? 0, ivoted: found?.ivoted ?? 0 };
  }

  /** @throws ApiError `invalid_data` when there is no such type */
  protected async voteType(votetypeid: number): Promise<VoteTypeRow> {
    const types = await listVoteTypes(this.ctx.db);
    const type = types.find((one) => one.votetypeid === votetypeid);
    if (type === undefined) throw new ApiError('invalid_data', 'votetypeid');
    return type;
  }

  /** The node is held, so that votes at the same time are counted one after the other. */
  async #votable(nodeid: number): Promise<FoundNode> {
    this.requireMember();
    await lockOneNode(this.ctx.db, nodeid);
    const node = await this.viewable(nodeid);
    if (this.isChannel(node)) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }
}
