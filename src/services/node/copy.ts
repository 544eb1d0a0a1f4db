import { ApiError } from '../../errors.ts';
import { copyContent, listBelow } from '../../library/moderation/copying.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { listable } from '../../library/node/visible.ts';
import { tidyTitle } from '../../library/text/wording.ts';
import type { Uint } from '../../protocol/types.ts';
import { isTopic } from '../../rules/rights/post.ts';
import { isChannel } from '../../rules/reading/sight.ts';
import { Service } from '../service.ts';
import { moderated, requireModeration, logActs, idsOf } from './acts.ts';
import {
  refuseProfiles,
  refuseRedirects,
  withoutBelow,
  requireTopicPlace,
  requireReplyPlace,
  repliesByAge,
} from './places.ts';

/** New ids by the old ones. */
export type ClonedNodes = ReadonlyMap<number, number>;

const MOST_COPIED = 1000;

/** Copying nodes to other places. */
export class NodeCopying extends Service {
  /**
   * Copies posts with all below them that the caller sees, to where he could move them: topics to a channel, replies
   * and comments to a topic or reply, or to a channel, where the oldest becomes a topic and the others its replies.
   * What lies below another node of the list goes with it. Either all are copied or none, and at most 1000 posts.
   *
   * Copies keep authors, dates, texts, tags, polls without their votes, and attachments; closed, unapproved and deleted
   * posts, as far as he sees them, are so in the copy, too. They begin without votes, followers, views, versions, and
   * marks as an answer or as featured, and nobody is told of them.
   * @param nodeids ids, as a list or separated by commas
   * @param to_parent the channel, topic or reply
   * @param newtitle the title of the topics that the copies begin; else they keep their own. Required where there is none
   * @returns the new id of each post copied, by its old one
   * @throws invalid_node_id when one of them, or the new parent, is not there for the caller
   * @throws no_permission when the caller may not manage topics in one of the channels
   * @throws not_logged_no_permission for a guest
   * @throws category_takes_no_topics when the channel is a category
   * @throws title_required when a new topic would have no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws invalid_data when such nodes cannot be there, or there are too many
   * @example nodeids[]=27&to_parent=14
   * @as mod
   */
  async cloneNodes(nodeids: Uint[], to_parent: Uint, newtitle = ''): Promise<ClonedNodes> {
    const roots = withoutBelow(this.ctx, await moderated(this.ctx, 'canmanagethreads', nodeids));
    const place = await this.viewable(to_parent);
    requireModeration(this.ctx, 'canmanagethreads', [place]);
    refuseRedirects(this.ctx, [place]);
    refuseRedirects(this.ctx, roots, 'a redirect is not copied');
    refuseProfiles(this.ctx, roots, place);
    if (roots.some((root) => root.scheduled === 1))
      throw new ApiError('invalid_data', 'what waits for its time is not copied');
    const below = await this.#below(roots);
    const topics = await this.#topics(roots, below, place);
    if (roots.length === 0) return new Map();
    const copies = await copyContent(this.ctx.db, {
      ...{ roots, below, place },
      // what is a topic already has its own replies
      head: topics.find((topic) => !isTopic(topic)),
      title: this.#title(topics, newtitle),
    });
    await logActs(this.ctx, 'copy', roots, { aboutid: place.nodeid });
    return copies;
  }

  /** What the caller finds below the posts, without what lies below something that he does not find. */
  async #below(roots: readonly FoundNode[]): Promise<FoundNode[]> {
    const { db, permissions } = this.ctx;
    const channels = new Set(roots.map((root) => root.channelid));
    const visible = listable(permissions, [...channels]);
    if (visible === undefined) return [];
    const found = await listBelow(db, idsOf(roots), visible, MOST_COPIED + 1);
    if (roots.length + found.length > MOST_COPIED)
      throw new ApiError('invalid_data', `at most ${MOST_COPIED} posts are copied at once`);
    const there = new Set(idsOf([...roots, ...found]));
    return found.filter((post) => there.has(post.parentid));
  }

  /** Those of the posts whose copies are topics: all of a channel's, or the oldest of replies. */
  async #topics(
    roots: readonly FoundNode[],
    below: readonly FoundNode[],
    place: FoundNode,
  ): Promise<FoundNode[]> {
    if (!isChannel(this.ctx, place)) {
      await requireReplyPlace(roots, place, () => below.length > 0);
      return [];
    }
    requireTopicPlace(this.ctx, place);
    return roots.every(isTopic) ? [...roots] : repliesByAge(roots).slice(0, 1);
  }

  #title(topics: readonly FoundNode[], newtitle: string): string | undefined {
    const due = newtitle !== '' || topics.some((topic) => topic.title === '');
    return topics.length > 0 && due ? tidyTitle(newtitle, true, this.ctx.board.options) : undefined;
  }
}
