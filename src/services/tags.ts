import { ApiError } from '../errors.ts';
import { type FoundNode, lockOneNode } from '../library/node.ts';
import {
  type CountedTag,
  deleteNodeTags,
  findNodeTags,
  findTagByText,
  findTags,
  insertNodeTags,
  listPopularTags,
  listTagsByPrefix,
  type NodeTagRow,
} from '../library/tag.ts';
import { isTag, LONGEST_TAG, splitTags, tidyTag } from '../library/tag-text.ts';
import { type Condition, listableAnywhere } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import { Service } from './service.ts';

export interface TagAnswer {
  readonly tagid: number;
  readonly tagtext: string;
}

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

/** A tag, if there is one for the caller. */
export interface FoundTag {
  readonly tag?: TagAnswer;
}

/** A tag of the cloud. */
export interface CloudTag extends TagAnswer {
  /** How many of the newest tags are this one. */
  readonly count?: number;
  /** From 1 for the rarest. */
  readonly level?: number;
}

export interface TagCloud {
  /** By their text. */
  readonly tags: readonly CloudTag[];
}

/** A tag that a text may be going to be. */
export interface TagSuggestion {
  readonly id: number;
  readonly title: string;
  readonly value: string;
}

/** The cloud is made of so many of the newest tags. */
const CLOUD = 5_000;
/** No topic has more, whatever the board allows: its list is a column. */
const MOST_TAGS = 20;
const MOST_LEVELS = 20;
const nothing: Condition = { sql: '1 = 0', bindings: [] };

/** Tags of topics. A tag is there only for whoever may see a topic that has it. */
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
    await this.#add(topic, await findNodeTags(this.ctx.db, topic.nodeid), this.#valid(taglist));
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
    const wanted = this.#valid(taglist);
    const existing = await findNodeTags(this.ctx.db, topic.nodeid);
    const own = existing.filter((tag) => tag.userid === this.ctx.user.userid);
    const going = own.filter((tag) => !wanted.includes(tag.tagtext));
    await this.#remove(topic, going);
    const left = existing.filter((tag) => !going.includes(tag));
    await this.#add(topic, left, wanted);
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
   * Looks a tag up by its text. Case does not count.
   * @returns `tag`, or nothing when there is none for the caller
   * @readonly
   * @example tagtext=lens
   */
  async fetchTagByText(tagtext: string): Promise<FoundTag> {
    const tag = await findTagByText(this.ctx.db, tidyTag(tagtext), this.#visible());
    return tag === undefined ? {} : { tag };
  }

  /**
   * Reads tags by their ids. Those that are not there for the caller are left out.
   * @param tagids at most the option `maxperpage`
   * @returns the tags by their text
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example tagids=1,2
   */
  async getTags(tagids: Uint[]): Promise<TagAnswer[]> {
    const most = this.ctx.board.options.maxperpage;
    if (tagids.length > most) throw new ApiError('invalid_data', `at most ${most} at once`);
    return findTags(this.ctx.db, tagids, this.#visible());
  }

  /**
   * Lists the tags that have been given most of late.
   * @param taglevels how many sizes the client shows
   * @param limit at most the option `maxperpage`
   * @param type `nodes`; vBulletin's cloud of searches is not kept
   * @param tagsonly leaves count and level out
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example limit=10
   */
  async fetchTagsForCloud(
    taglevels: Uint = 5,
    limit: Uint = 20,
    type = 'nodes',
    tagsonly = false,
  ): Promise<TagCloud> {
    if (type !== 'nodes') throw new ApiError('invalid_parameter', 'type', 'nodes is due');
    const most = Math.min(limit, this.ctx.board.options.maxperpage);
    const popular = await listPopularTags(this.ctx.db, this.#visible(), CLOUD, most);
    const tags = popular.sort((a, b) => (a.tagtext < b.tagtext ? -1 : 1));
    if (tagsonly) return { tags: tags.map(({ tagid, tagtext }) => ({ tagid, tagtext })) };
    return { tags: withLevels(tags, Math.min(Math.max(taglevels, 1), MOST_LEVELS)) };
  }

  /**
   * Lists the tags that begin with a text.
   * @param limitnumber at most the option `maxperpage`
   * @readonly
   * @example searchStr=le
   */
  async getAutocomplete(
    searchStr: string,
    limitstart: Uint = 0,
    limitnumber: Uint = 25,
  ): Promise<TagSuggestion[]> {
    const prefix = tidyTag(searchStr);
    // Not left to the database, which has a limit for patterns.
    if (prefix === '' || prefix.length > 2 * LONGEST_TAG) return [];
    const limit = Math.min(limitnumber, this.ctx.board.options.maxperpage);
    const tags = await listTagsByPrefix(this.ctx.db, prefix, this.#visible(), limitstart, limit);
    return tags.map(({ tagid, tagtext }) => ({ id: tagid, title: tagtext, value: tagtext }));
  }

  /**
   * Tells whether tags could be given, and, with a topic, whether it would take them from the caller.
   * @param taglist tags, as a list or with commas between
   * @param nodeid 0 for a new topic
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example taglist=lens,night
   */
  async validTags(taglist: string[], nodeid: Uint = 0): Promise<boolean> {
    const wanted = splitTags(taglist);
    const { options } = this.ctx.board;
    if (!wanted.every((tag) => isTag(tag, options))) return false;
    if (nodeid === 0) return wanted.length <= Math.min(mostTags(options), options.maxstartertags);
    const node = await this.viewable(nodeid);
    const topic = node.starter === 0 ? node : await this.viewable(node.starter);
    if (!this.#mayTag(topic)) return false;
    return this.#fits(topic, await findNodeTags(this.ctx.db, topic.nodeid), wanted);
  }

  async #tagsOf(topic: FoundNode): Promise<NodeTags> {
    const tags = await findNodeTags(this.ctx.db, topic.nodeid);
    return {
      tags,
      displaytags: tags.map((tag) => tag.tagtext).join(', '),
      userid: topic.userid,
      maxtags: mostTags(this.ctx.board.options),
      maxusertags: this.#mostOfCaller(topic),
      canmanagetags: this.#mayTag(topic) ? 1 : 0,
    };
  }

  async #add(
    topic: FoundNode,
    existing: readonly NodeTagRow[],
    wanted: readonly string[],
  ): Promise<void> {
    if (!this.#fits(topic, existing, wanted))
      throw new ApiError('too_many_tags', this.#mostOfCaller(topic));
    const fresh = wanted.filter((text) => !existing.some((tag) => tag.tagtext === text));
    const { db, now, user } = this.ctx;
    await insertNodeTags(db, { nodeid: topic.nodeid, userid: user.userid, now }, fresh);
  }

  async #remove(topic: FoundNode, going: readonly NodeTagRow[]): Promise<void> {
    await deleteNodeTags(
      this.ctx.db,
      topic.nodeid,
      going.map((tag) => tag.tagid),
    );
  }

  #fits(topic: FoundNode, existing: readonly NodeTagRow[], wanted: readonly string[]): boolean {
    const fresh = wanted.filter((text) => !existing.some((tag) => tag.tagtext === text)).length;
    const own = existing.filter((tag) => tag.userid === this.ctx.user.userid).length;
    return (
      fresh === 0 ||
      (existing.length + fresh <= mostTags(this.ctx.board.options) &&
        own + fresh <= this.#mostOfCaller(topic))
    );
  }

  #valid(taglist: readonly string[]): string[] {
    const { options } = this.ctx.board;
    const wanted = splitTags(taglist);
    const most = mostTags(options);
    if (wanted.length > most) throw new ApiError('too_many_tags', most);
    if (!wanted.every((tag) => isTag(tag, options))) throw new ApiError('invalid_data', 'taglist');
    return wanted;
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
    if (!this.#mayTag(topic)) throw this.refusal();
    return topic;
  }

  #mayTag(topic: FoundNode): boolean {
    const { permissions } = this.ctx;
    if (topic.starter === 0 || this.ctx.user.userid === 0) return false;
    const right = this.#isOwn(topic) ? 'cantagown' : 'cantagothers';
    return this.#moderates(topic) || permissions.can(right, topic.channelid);
  }

  #mayTake(topic: FoundNode, tag: NodeTagRow): boolean {
    if (this.#moderates(topic) || tag.userid === this.ctx.user.userid) return true;
    return this.#isOwn(topic) && this.ctx.permissions.can('candeletetagown', topic.channelid);
  }

  #mostOfCaller(topic: FoundNode): number {
    const { options } = this.ctx.board;
    const most = mostTags(options);
    if (this.#moderates(topic)) return most;
    return Math.min(most, this.#isOwn(topic) ? options.maxstartertags : options.maxothertags);
  }

  #moderates(topic: FoundNode): boolean {
    return this.ctx.permissions.moderates('caneditthreads', topic.channelid);
  }

  #isOwn(topic: FoundNode): boolean {
    return topic.userid === this.ctx.user.userid && topic.userid !== 0;
  }

  #visible(): Condition {
    return listableAnywhere(this.ctx.permissions) ?? nothing;
  }
}

function mostTags({ maxtags }: { readonly maxtags: number }): number {
  return Math.min(maxtags, MOST_TAGS);
}

function withLevels(tags: readonly CountedTag[], levels: number): CloudTag[] {
  const most = Math.max(...tags.map((tag) => tag.count), 1);
  return tags.map((tag) => ({ ...tag, level: Math.ceil((tag.count / most) * levels) }));
}
