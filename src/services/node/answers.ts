import { ApiError } from '../../errors.ts';
import {
  deleteAnswers,
  findAnswers,
  findFirstAnswers,
  insertAnswer,
  listAnswers,
} from '../../library/social/answer.ts';
import { type FoundNode, findNodes, lockOneNode } from '../../library/node/node.ts';
import { listableAnywhere, listableIn } from '../../library/node/visible.ts';
import type { Uint } from '../../protocol/types.ts';
import { isTopic } from '../../rules/rights/post.ts';
import { viewableAll, isChannel } from '../../rules/reading/sight.ts';
import { capped } from '../../rules/reading/paging.ts';
import { Service } from '../service.ts';
import { logActs, idsOf } from './acts.ts';

/** The answers of a topic. */
export interface AnswerNodeids {
  readonly nodeids: readonly number[];
}

export interface AnswerSet {
  readonly success: boolean;
}

/** Replies that answer what their topic asks: its author and moderators say which. */
export class NodeAnswers extends Service {
  /**
   * The answers of a topic, the oldest first.
   * @param starterid the topic
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example starterid=27
   */
  async getAnswerNodeids(starterid: Uint): Promise<AnswerNodeids> {
    const { db, permissions } = this.ctx;
    const topic = await this.viewable(starterid);
    const visible = listableIn(permissions, topic.channelid);
    return { nodeids: visible ? await listAnswers(db, topic.nodeid, visible) : [] };
  }

  /**
   * The first answer of each of several topics. Ours: lists of topics show it, and one statement finds them all.
   * @param starterids topics; at most the option `maxperpage`
   * @returns the answer's nodeid by topic; topics without an answer that the caller sees are left out
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example starterids[]=27&starterids[]=14
   */
  async getFirstAnswers(starterids: Uint[]): Promise<ReadonlyMap<number, number>> {
    const { db, permissions } = this.ctx;
    const visible = listableAnywhere(permissions);
    const wanted = capped(this.ctx, starterids, 'topics');
    return visible === undefined ? new Map() : findFirstAnswers(db, wanted, visible);
  }

  /**
   * Marks a reply as an answer to its topic, or takes the mark back.
   * @throws invalid_node_id when there is no such reply for the caller
   * @throws no_permission for all but the topic's author and those who manage topics there
   * @throws not_logged_no_permission for a guest
   * @throws node_cannot_be_answer when it is no reply: a topic, a comment
   * @throws is_already_answer when it is one
   * @throws is_not_answer when it is none
   * @example nodeid=28
   */
  async setAsAnswer(nodeid: Uint, set = true): Promise<AnswerSet> {
    const reply = await this.#reply(nodeid);
    if (set) await this.#mark(reply);
    else await this.#unmark(reply);
    return { success: true };
  }

  /**
   * Makes a reply the only answer to its topic, or takes the mark back.
   * @throws invalid_node_id when there is no such reply for the caller
   * @throws no_permission for all but the topic's author and those who manage topics there
   * @throws not_logged_no_permission for a guest
   * @throws node_cannot_be_answer when it is no reply: a topic, a comment
   * @throws is_not_answer when it is none
   * @example nodeid=28
   */
  async setExclusiveAnswer(nodeid: Uint, set = true): Promise<AnswerSet> {
    const reply = await this.#reply(nodeid);
    if (!set) await this.#unmark(reply);
    else {
      const { db } = this.ctx;
      await deleteAnswers(db, await findAnswers(db, [reply.starter]));
      await this.#mark(reply);
    }
    return { success: true };
  }

  /**
   * Takes the marks of answers back.
   * @param nodeids answers, or topics for all their answers; as a list or separated by commas
   * @returns the ids that are answers no more
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws no_permission for all but the topics' authors and those who manage topics there
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many ids
   * @example nodeids[]=28
   */
  async removeAnswers(nodeids: Uint[]): Promise<Uint[]> {
    const { db } = this.ctx;
    const nodes = await viewableAll(this.ctx, nodeids);
    for (const node of nodes) this.#permitAnswer(node);
    const answers = await findNodes(db, await findAnswers(db, idsOf(nodes)));
    const seen = answers.filter((answer) => this.sees(answer));
    await deleteAnswers(db, idsOf(seen));
    return this.#logOfOthers('unset_answer', seen);
  }

  /** The topic is held, so that marks at the same time are set one after the other. */
  async #reply(nodeid: number): Promise<FoundNode> {
    const found = await this.viewable(nodeid);
    this.#permitAnswer(found);
    if (isTopic(found) || found.parentid !== found.starter)
      throw new ApiError('node_cannot_be_answer');
    await lockOneNode(this.ctx.db, found.starter);
    return found;
  }

  #permitAnswer(node: FoundNode): void {
    const { permissions } = this.ctx;
    const allowed =
      this.#ownsTopic(node) || permissions.moderates('canmanagethreads', node.channelid);
    if (isChannel(this.ctx, node) || !allowed) throw this.refusal();
  }

  #ownsTopic(node: FoundNode): boolean {
    const { userid } = this.ctx.user;
    return userid !== 0 && node.starteruserid === userid;
  }

  async #mark(reply: FoundNode): Promise<void> {
    const { db, now, user } = this.ctx;
    const { nodeid, starter } = reply;
    const marked = await insertAnswer(db, { nodeid, starter, userid: user.userid, now });
    if (!marked) throw new ApiError('is_already_answer', nodeid);
    await this.#logOfOthers('set_answer', [reply]);
  }

  async #unmark(reply: FoundNode): Promise<void> {
    const unmarked = await deleteAnswers(this.ctx.db, [reply.nodeid]);
    if (unmarked === 0) throw new ApiError('is_not_answer', reply.nodeid);
    await this.#logOfOthers('unset_answer', [reply]);
  }

  /** What somebody does in his own topic is no moderation. */
  async #logOfOthers(
    action: 'set_answer' | 'unset_answer',
    nodes: readonly FoundNode[],
  ): Promise<number[]> {
    await logActs(
      this.ctx,
      action,
      nodes.filter((node) => !this.#ownsTopic(node)),
    );
    return idsOf(nodes);
  }
}
