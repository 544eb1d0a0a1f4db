import { type Clause, nothing } from '../../db/clause.ts';
import {
  type CountedTag,
  findNodeTags,
  findTagByText,
  findTags,
  listPopularTags,
  listTagsByPrefix,
} from '../../library/social/tag.ts';
import { indexWords } from '../../library/text/words.ts';
import { LONGEST_TAG, tidyTag } from '../../library/social/tag-text.ts';
import { findRawText, textColumns } from '../../library/content/text.ts';
import { listableAnywhere } from '../../library/node/visible.ts';
import type { Uint } from '../../protocol/types.ts';
import { Service } from '../service.ts';
import { capped } from '../../rules/reading/paging.ts';

export interface TagAnswer {
  readonly tagid: number;
  readonly tagtext: string;
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
const MOST_LEVELS = 20;
/** Of a text so much is looked at for tags, and for so many of them. */
const LONGEST_TEXT = 50_000;
const MOST_LOOKED_FOR = 500;
const MOST_SUGGESTED = 20;

/**
 * Tags of topics. A tag is there only for whoever may see a topic that has it.
 *
 * @lead
 */
export class TagsBoardService extends Service {
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
    return findTags(this.ctx.db, capped(this.ctx, tagids, 'ids'), this.#visible());
  }

  /**
   * Lists the tags that have been given most of late.
   * @param taglevels how many sizes the client shows
   * @param limit at most the option `maxperpage`
   * @param type has no effect: vBulletin's cloud of searches is not kept
   * @param tagsonly leaves count and level out
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example limit=10
   */
  async fetchTagsForCloud(
    taglevels: Uint = 5,
    limit: Uint = 20,
    type: 'nodes' = 'nodes',
    tagsonly = false,
  ): Promise<TagCloud> {
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
   * Suggests tags for a topic: those of other topics that occur in its title or text, those given most of late first.
   * @param nodeid a topic; a reply or comment stands for its topic
   * @returns at most 20, without those that it has
   * @throws invalid_node_id when there is no such topic for the caller
   * @readonly
   * @example nodeid=27
   */
  async getSuggestedTagsForNode(nodeid: Uint): Promise<TagAnswer[]> {
    const node = await this.viewable(nodeid);
    const topic = node.starter === 0 ? node : await this.viewable(node.starter);
    const { db } = this.ctx;
    const rawtext = (await findRawText(db, topic.nodeid)) ?? '';
    const given = new Set((await findNodeTags(db, topic.nodeid)).map((tag) => tag.tagid));
    const found = await this.#occurring(`${topic.title}\n${textColumns(rawtext).message_plain}`);
    return found.filter((tag) => !given.has(tag.tagid)).slice(0, MOST_SUGGESTED);
  }

  /**
   * Suggests tags for a text: those of topics that occur in it, those given most of late first.
   * @param text plain text; the first 50,000 characters count
   * @returns at most 20
   * @readonly
   * @example text=Night trains to the coast
   */
  async getSuggestedTagsForNodeText(text: string): Promise<TagAnswer[]> {
    return (await this.#occurring(text)).slice(0, MOST_SUGGESTED);
  }

  /** The popular tags that occur in a text as whole words, by the rules of the search. */
  async #occurring(text: string): Promise<TagAnswer[]> {
    const words = ` ${indexWords(text.slice(0, LONGEST_TEXT))} `;
    const popular = await listPopularTags(this.ctx.db, this.#visible(), CLOUD, MOST_LOOKED_FOR);
    return popular
      .filter(({ tagtext }) => {
        const tag = indexWords(tagtext);
        return tag !== '' && words.includes(` ${tag} `);
      })
      .map(({ tagid, tagtext }) => ({ tagid, tagtext }));
  }

  #visible(): Clause {
    return listableAnywhere(this.ctx.permissions) ?? nothing;
  }
}

function withLevels(tags: readonly CountedTag[], levels: number): CloudTag[] {
  const most = Math.max(...tags.map((tag) => tag.count), 1);
  return tags.map((tag) => ({ ...tag, level: Math.ceil((tag.count / most) * levels) }));
}
