import { ApiError } from '../../errors.ts';
import { joinTexts, mergePosts, mergeTopics } from '../../library/moderation/merging.ts';
import { type FoundNode, updateNode } from '../../library/node/node.ts';
import { movePoll } from '../../library/content/poll.ts';
import { checkText, tidyTitle } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';
import { isTopic } from '../../rules/rights/post.ts';
import { Service } from '../service.ts';
import { moderated, requireModeration, logActs, idsOf } from './acts.ts';
import {
  type LeaveRedirectData,
  leaveRedirects,
  refuseProfiles,
  refuseRedirects,
} from './places.ts';

/** Posts that become one. */
export interface MergePostsInput {
  /** All of them. */
  mergePosts: Uint[];
  /** The one of them that stays, with its author, date and place. */
  destnodeid: Uint;
  /** Its new text in BBCode; else the texts of all, the oldest first. */
  rawtext?: string;
  /** Its new title; else it keeps its own. */
  title?: string;
}

/** The post that stays. */
export interface MergedPosts {
  readonly nodeid: number;
}

/** Merging topics and posts. */
export class NodeMerging extends Service {
  /**
   * Merges topics into another: their posts become its replies, and keep their authors and dates. Who followed them
   * follows it, and it has their tags, too. A topic of text gets the first poll that showed among them, with its votes;
   * a topic that is more keeps what it is, and theirs stay with their posts.
   * @param nodeids the topics; the other may be among them
   * @param targetnodeid the topic that stays
   * @param leaveRedirectData what stays in the place of the others, if everybody sees them
   * @returns the ids that are topics no more
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws no_permission when the caller may not manage topics in one of the channels
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when one of them is no topic, there is only one or too many, or the redirect's time is over
   * @example nodeids[]=31&nodeids[]=27&targetnodeid=27
   * @as mod
   */
  async mergeTopics(
    nodeids: Uint[],
    targetnodeid: Uint,
    leaveRedirectData: LeaveRedirectData = {},
  ): Promise<Uint[]> {
    const { db, now } = this.ctx;
    const nodes = await moderated(this.ctx, 'canmanagethreads', [...nodeids, targetnodeid]);
    const { target, others } = partition(nodes, targetnodeid);
    if (!nodes.every(isTopic)) throw new ApiError('invalid_data', 'only topics are merged');
    refuseRedirects(this.ctx, nodes);
    refuseProfiles(this.ctx, others, target);
    await this.#carryPoll(others, target);
    await mergeTopics(db, others, target, now);
    await leaveRedirects(this.ctx, others, targetnodeid, leaveRedirectData);
    return logActs(this.ctx, 'merge_topics', others, { aboutid: targetnodeid });
  }

  /** Lists and old clients know a poll as its topic's, so it goes with its topic. */
  async #carryPoll(sources: readonly FoundNode[], target: FoundNode): Promise<void> {
    const { board, db } = this.ctx;
    const { Poll, Text } = board.contentTypes;
    if (target.contenttypeid !== Text) return;
    const [first] = sources
      .filter(({ contenttypeid }) => contenttypeid === Poll)
      .filter(({ showapproved, showpublished }) => showapproved === 1 && showpublished === 1)
      .sort((one, other) => one.publishdate - other.publishdate || one.nodeid - other.nodeid);
    if (first === undefined) return;
    await movePoll(db, first.nodeid, target.nodeid, first.title);
    await updateNode(db, first.nodeid, { contenttypeid: Text });
    await updateNode(db, target.nodeid, { contenttypeid: Poll });
  }

  /**
   * Merges posts of one topic into one of them, which keeps its author, date and place, and gets what is attached to
   * the others and what lies below them. The others are gone for good.
   * @returns the post that stays
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws no_permission when the caller may not edit and remove posts there
   * @throws not_logged_no_permission for a guest
   * @throws missing_content when the new text is empty
   * @throws text_too_long past the option `postmaxchars`
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_data when these posts cannot be merged so, there is only one, or there are too many
   * @example input[mergePosts][]=27&input[mergePosts][]=28&input[destnodeid]=27
   * @as mod
   */
  async mergePosts(input: MergePostsInput): Promise<MergedPosts> {
    const { board, db } = this.ctx;
    const nodes = await moderated(this.ctx, 'caneditposts', input.mergePosts);
    requireModeration(this.ctx, 'canremoveposts', nodes);
    const { target, others } = partition(nodes, input.destnodeid);
    this.#requireMergeable(others, target);
    const rawtext = input.rawtext ?? (await joinTexts(db, nodes));
    const merged = {
      rawtext: checkText(rawtext, board.options),
      title:
        input.title === undefined
          ? undefined
          : tidyTitle(input.title, isTopic(target), board.options),
    };
    await mergePosts(db, others, target, merged);
    await logActs(this.ctx, 'merge_posts', others, { aboutid: target.nodeid });
    return { nodeid: target.nodeid };
  }

  #requireMergeable(others: readonly FoundNode[], target: FoundNode): void {
    const { Text } = this.ctx.board.contentTypes;
    const refuse = (why: string): never => {
      throw new ApiError('invalid_data', why);
    };
    const all = [...others, target];
    if (all.some((post) => post.contenttypeid !== Text)) refuse('only posts of text are merged');
    if (others.some((post) => post.starter !== target.starter))
      refuse('only posts of one topic are merged');
    if (others.some(isTopic)) refuse('the post that begins the topic has to stay');
    const ids = new Set(idsOf(others));
    if (ids.has(target.parentid)) refuse('a comment cannot take the place of its reply');
    const isComment = !isTopic(target) && target.parentid !== target.starter;
    const replies = others.filter((post) => post.parentid === post.starter);
    if (isComment && replies.length > 0) refuse('a reply is not merged into a comment');
  }
}

function partition(
  nodes: readonly FoundNode[],
  nodeid: number,
): { target: FoundNode; others: FoundNode[] } {
  const target = nodes.find((node) => node.nodeid === nodeid);
  const others = nodes.filter((node) => node.nodeid !== nodeid);
  if (target === undefined) throw new ApiError('invalid_data', 'the one that stays is not listed');
  if (others.length === 0) throw new ApiError('invalid_data', 'there is nothing to merge');
  return { target, others };
}
