import { ApiError } from '../../errors.ts';
import { type FoundNode, lockOneNode } from '../../library/node/node.ts';
import { deleteNodeTags, findNodeTags, type NodeTagRow } from '../../library/social/tag.ts';
import { splitTags } from '../../library/social/tag-text.ts';
import type { Uint } from '../../protocol/types.ts';
import type { TagAnswer } from './board.ts';
import { Service } from '../service.ts';
import {
  giveTags,
  isOwn,
  mayTag,
  moderatesTags,
  mostOfCaller,
  mostTags,
  refuseTooMany,
  validTags,
} from '../../rules/writing/tagging.ts';

/** A tag of a topic. */
export interface NodeTag extends TagAnswer {
  /** Who gave it. */
  readonly userid: number;
}

/** The tags of a topic, and what the caller may do with them. */
export interface NodeTags {
  readonly tags: readonly NodeTag[];
  /** The tags with commas between. */
  readonly displaytags: string;
  /** The author of the topic. */
  readonly userid: number;
  readonly maxtags: number;
  /** How many the caller may give. */
  readonly maxusertags: number;
  /** 1 when the caller may give or take tags. */
  readonly canmanagetags: number;
}

/** Gives tags to topics, and takes them away. */
export class TagsService extends Service {
  /**
   * Gives a topic tags; those that it has already stay as they are.
   * @param nodeid a topic; a reply or comment stands for its topic
   * @param taglist tags, as a list or with commas between
   * @returns the topic's tags as they are now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such topic for the caller
   * @throws no_permission when he may not tag it
   * @throws invalid_data when a tag cannot be used
   * @throws too_many_tags past the options `maxtags`, `maxstartertags`, `maxothertags`
   * @example nodeid=27&taglist=lens,night
   */
  async addTags(nodeid: Uint, taglist: string[]): Promise<NodeTags> {
    const topic = await this.#taggable(nodeid);
    const existing = await findNodeTags(this.ctx.db, topic.nodeid);
    await giveTags(this.ctx, topic, existing, validTags(this.ctx, taglist));
    return this.#tagsOf(topic);
  }

  /**
   * Takes tags from a topic: its author any, others those that they gave, moderators any.
   * @param nodeid a topic; a reply or comment stands for its topic
   * @param tags tags, as a list or with commas between; those that the topic does not have are ignored
   * @returns the topic's tags as they are now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such topic for the caller
   * @throws no_permission when he may not take one of them
   * @example nodeid=27&tags=lens
   */
  async removeTags(nodeid: Uint, tags: string[] = []): Promise<NodeTags> {
    const topic = await this.#topic(nodeid);
    const wanted = new Set(splitTags(tags));
    const existing = await findNodeTags(this.ctx.db, topic.nodeid);
    const going = existing.filter((tag) => wanted.has(tag.tagtext));
    if (!going.every((tag) => this.#mayTake(topic, tag))) throw this.refusal();
    await this.#remove(topic, going);
    return this.#tagsOf(topic);
  }

  /**
   * Sets the tags that the caller gives a topic: those of others stay.
   * @param nodeid a topic; a reply or comment stands for its topic
   * @param taglist tags, as a list or with commas between; empty for none
   * @returns the topic's tags as they are now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such topic for the caller
   * @throws no_permission when he may not tag it
   * @throws invalid_data when a tag cannot be used
   * @throws too_many_tags past the options `maxtags`, `maxstartertags`, `maxothertags`
   * @example nodeid=27&taglist=lens,night
   */
  async updateUserTags(nodeid: Uint, taglist: string[] = []): Promise<NodeTags> {
    const topic = await this.#taggable(nodeid);
    const wanted = validTags(this.ctx, taglist);
    const existing = await findNodeTags(this.ctx.db, topic.nodeid);
    const own = existing.filter((tag) => tag.userid === this.ctx.user.userid);
    const going = own.filter((tag) => !wanted.includes(tag.tagtext));
    await this.#remove(topic, going);
    const left = existing.filter((tag) => !going.includes(tag));
    await giveTags(this.ctx, topic, left, wanted);
    return this.#tagsOf(topic);
  }

  /**
   * Lists the tags of a topic.
   * @param nodeid a topic; a reply or comment stands for its topic, a channel has none
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeTags(nodeid: Uint): Promise<NodeTags> {
    const node = await this.viewable(nodeid);
    const topic = node.starter === 0 ? node : await this.viewable(node.starter);
    return this.#tagsOf(topic);
  }

  /**
   * Makes sure that tags could be given, and, with a topic, that it would take them from the caller.
   * @param taglist tags, as a list or with commas between
   * @param nodeid 0 for a new topic
   * @returns true; what is wrong is an error
   * @throws invalid_node_id when there is no such topic for the caller
   * @throws no_permission when he may not tag it
   * @throws not_logged_no_permission when a guest asks about a topic
   * @throws invalid_data when a tag cannot be used
   * @throws too_many_tags past the options `maxtags`, `maxstartertags`, `maxothertags`
   * @readonly
   * @example taglist=lens,night
   */
  async validTags(taglist: string[], nodeid: Uint = 0): Promise<boolean> {
    const wanted = validTags(this.ctx, taglist);
    const { maxstartertags } = this.ctx.board.options;
    if (nodeid === 0) {
      if (wanted.length > maxstartertags) throw new ApiError('too_many_tags', maxstartertags);
      return true;
    }
    const node = await this.viewable(nodeid);
    const topic = node.starter === 0 ? node : await this.viewable(node.starter);
    if (!mayTag(this.ctx, topic)) throw this.refusal();
    refuseTooMany(this.ctx, topic, await findNodeTags(this.ctx.db, topic.nodeid), wanted);
    return true;
  }

  /**
   * The tags of a topic in one text, as `taglist` of a node has them.
   * @param nodeid a topic; a reply or comment stands for its topic, a channel has none
   * @returns the tags with commas between; '' for none
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getTagsList(nodeid: Uint): Promise<string> {
    const { tags } = await this.getNodeTags(nodeid);
    return tags.map((tag) => tag.tagtext).join(',');
  }

  async #tagsOf(topic: FoundNode): Promise<NodeTags> {
    const tags = await findNodeTags(this.ctx.db, topic.nodeid);
    return {
      tags,
      displaytags: tags.map((tag) => tag.tagtext).join(', '),
      userid: topic.userid,
      maxtags: mostTags(this.ctx.board.options),
      maxusertags: mostOfCaller(this.ctx, topic),
      canmanagetags: mayTag(this.ctx, topic) ? 1 : 0,
    };
  }

  async #remove(topic: FoundNode, going: readonly NodeTagRow[]): Promise<void> {
    await deleteNodeTags(
      this.ctx.db,
      topic.nodeid,
      going.map((tag) => tag.tagid),
    );
  }

  /** The topic, held so that tags given at the same time are counted one after the other. */
  async #topic(nodeid: number): Promise<FoundNode> {
    this.requireMember();
    const node = await this.viewable(nodeid);
    if (node.starter === 0) throw new ApiError('invalid_node_id', nodeid);
    await lockOneNode(this.ctx.db, node.starter);
    return this.viewable(node.starter);
  }

  async #taggable(nodeid: number): Promise<FoundNode> {
    const topic = await this.#topic(nodeid);
    if (!mayTag(this.ctx, topic)) throw this.refusal();
    return topic;
  }

  #mayTake(topic: FoundNode, tag: NodeTagRow): boolean {
    if (moderatesTags(this.ctx, topic) || tag.userid === this.ctx.user.userid) return true;
    return isOwn(this.ctx, topic) && this.ctx.permissions.can('candeletetagown', topic.channelid);
  }
}
