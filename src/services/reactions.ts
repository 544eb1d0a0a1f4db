import { escapeHtml } from '../bbcode/escape.ts';
import {
  countVotes,
  listVoters,
  listVotes,
  listVoteTypes,
  type VoteTypeRow,
} from '../library/social/nodevote.ts';
import { findMembers, type ListedMember } from '../library/user/member-list.ts';
import { listModeratedBy } from '../library/board/moderator.ts';
import { memberUrl } from '../library/node/page-url.ts';
import type { Uint } from '../protocol/types.ts';
import { rightsOf } from '../rules/members/banning.ts';
import { type MemberAnswer, memberAnswer } from '../shapes/member.ts';
import {
  unvote,
  type UnvoteResult,
  vote,
  type VoteResult,
  voteType,
} from '../rules/writing/votes.ts';
import { seenAmong } from '../rules/reading/sight.ts';
import { capped } from '../rules/reading/paging.ts';
import { groupBy } from '../group-by.ts';
import { Service } from './service.ts';

/** One reaction that members may give. */
export interface Reaction {
  readonly votetypeid: number;
  readonly label: string;
  /** The emoji as character references. */
  readonly emojihtml: string;
  readonly votegroupid: number;
  /** What it adds to the author's reputation: 1, 0 or -1. */
  readonly value: number;
  /** The URL of its picture; empty for the emoji alone. */
  readonly icon: string;
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

/** A reaction that somebody has given. */
export interface GivenReaction extends Reaction {
  readonly userid: number;
}

export interface ReactionFooter {
  readonly reactions: readonly CountedReaction[];
}

/** The post whose reactions are asked for; other members of a node may be sent along. */
export interface FooterNode {
  nodeid: Uint;
}

/** Who has voted. */
export interface Voter extends MemberAnswer {
  /** The name as HTML. */
  readonly musername: string;
  /** The same as `avatarpath`. */
  readonly avatarurl: string;
  readonly profileurl: string;
  readonly isadmin: boolean;
  /** Of the whole board or of a channel. */
  readonly ismoderator: boolean;
}

export interface Voters {
  /** The newest first. */
  readonly users: readonly Voter[];
}

const MOST_GIVEN = 100;

/** Reactions: votes with an emoji. The methods of nodevote are here, too. */
export class ReactionsService extends Service {
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
    await voteType(this.ctx, votetypeid);
    const userids = await listVoters(db, nodeid, votetypeid, board.options.maxperpage);
    const members = await findMembers(db, userids);
    const found = userids.flatMap((userid) => members.get(userid) ?? []);
    const moderated = await listModeratedBy(db, userids);
    return { users: found.map((member) => this.#voter(member, moderated.has(member.userid))) };
  }

  /**
   * Tells who has given which reaction to several posts, the latest first, at most a hundred for each. Ours: lists of
   * posts show them, and one statement finds them all.
   * @param nodeids those that the caller does not see are left out; at most the option `maxperpage`
   * @returns reactions by nodeid; posts without any are left out
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]=27&nodeids[]=28
   */
  async fetchGiven(nodeids: Uint[]): Promise<ReadonlyMap<number, readonly GivenReaction[]>> {
    const { db } = this.ctx;
    const seen = await seenAmong(this.ctx, capped(this.ctx, nodeids));
    const votes = await listVotes(
      db,
      seen.map((node) => node.nodeid),
      MOST_GIVEN,
    );
    const types = new Map((await listVoteTypes(db)).map((type) => [type.votetypeid, type]));
    const given = votes.flatMap(({ nodeid, userid, votetypeid }) => {
      const type = types.get(votetypeid);
      return type === undefined ? [] : [{ nodeid, reaction: { ...reactionOf(type), userid } }];
    });
    return new Map(
      [...groupBy(given, ({ nodeid }) => nodeid)].map(([nodeid, all]) => [
        nodeid,
        all.map(({ reaction }) => reaction),
      ]),
    );
  }

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

  #voter(member: ListedMember, moderates: boolean): Voter {
    const { links } = this.ctx;
    const answer = memberAnswer(member, links);
    const { isAdministrator, rank } = rightsOf(this.ctx, member);
    return {
      ...answer,
      musername: escapeHtml(member.username),
      avatarurl: answer.avatarpath,
      profileurl: memberUrl(links.baseUrl, member),
      isadmin: isAdministrator,
      ismoderator: moderates || rank > 0,
    };
  }
}

function reactionOf({ emoji, ...type }: VoteTypeRow): Reaction {
  const codes = Array.from(emoji, (character) => character.codePointAt(0) ?? 0);
  const emojihtml = codes.map((code) => `&#x${code.toString(16).toUpperCase()};`).join('');
  return { ...type, emojihtml };
}
