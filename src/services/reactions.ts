import { countVotes, listVoters, listVoteTypes, type VoteTypeRow } from '../library/nodevote.ts';
import { findMembers } from '../library/member-list.ts';
import type { Uint } from '../protocol/types.ts';
import { type MemberAnswer, memberAnswer } from './member-answer.ts';
import { NodevoteService } from './nodevote.ts';

/** One reaction that members may give. */
export interface Reaction {
  readonly votetypeid: number;
  readonly label: string;
  /** The emoji as character references. */
  readonly emojihtml: string;
  readonly votegroupid: number;
}

export interface ReactionList {
  readonly reactions: readonly Reaction[];
}

/** A reaction with what one post has got of it. */
export interface CountedReaction extends Reaction {
  readonly votes: number;
  /** 1 when the caller has given it. */
  readonly ivoted: number;
}

export interface ReactionFooter {
  readonly reactions: readonly CountedReaction[];
}

/** The post whose reactions are asked for; other members of a node may be sent along. */
export interface FooterNode {
  nodeid: Uint;
}

export interface Voters {
  /** The newest first. */
  readonly users: readonly MemberAnswer[];
}

/** Reactions: votes with an emoji. The methods of nodevote are here, too. */
export class ReactionsService extends NodevoteService {
  /**
   * Lists the reactions that members may give.
   * @readonly
   */
  async fetchEnabledReactionsList(): Promise<ReactionList> {
    return { reactions: (await listVoteTypes(this.ctx.db)).map(reactionOf) };
  }

  /**
   * Lists all reactions with what a post has got of each.
   * @param conversation the post, by its `nodeid`
   * @throws invalid_node_id when there is no such post for the caller
   * @readonly
   * @example conversation[nodeid]=27
   */
  async fetchReactionsForFooter(conversation: FooterNode): Promise<ReactionFooter> {
    const { db, user } = this.ctx;
    const { nodeid } = await this.viewable(conversation.nodeid);
    const counts = await countVotes(db, [nodeid], user.userid);
    const byType = new Map(counts.map((count) => [count.votetypeid, count]));
    const reactions = (await listVoteTypes(db)).map((type) => {
      const { votes = 0, ivoted = 0 } = byType.get(type.votetypeid) ?? {};
      return { ...reactionOf(type), votes, ivoted };
    });
    return { reactions };
  }

  /**
   * Lists who has given a post a reaction, at most the option `maxperpage`.
   * @param votetypeid from fetchEnabledReactionsList; 1 is the like
   * @throws invalid_node_id when there is no such post for the caller
   * @throws invalid_data when there is no such type
   * @readonly
   * @example nodeid=27&votetypeid=1
   */
  async fetchWhovoted(nodeid: Uint, votetypeid: Uint): Promise<Voters> {
    const { db, board } = this.ctx;
    await this.viewable(nodeid);
    await this.voteType(votetypeid);
    const userids = await listVoters(db, nodeid, votetypeid, board.options.maxperpage);
    const members = await findMembers(db, userids);
    const found = userids.flatMap((userid) => members.get(userid) ?? []);
    return { users: found.map((member) => memberAnswer(member, this.ctx.links)) };
  }
}

function reactionOf({ votetypeid, label, emoji, votegroupid }: VoteTypeRow): Reaction {
  const codes = Array.from(emoji, (character) => character.codePointAt(0) ?? 0);
  const emojihtml = codes.map((code) => `&#x${code.toString(16).toUpperCase()};`).join('');
  return { votetypeid, label, emojihtml, votegroupid };
}
