import { VISITORMESSAGE_CHANNEL } from '../../../library/board/system-channels.ts';
import {
  countProfileMessages,
  listProfileMessages,
  type ProfileMessages,
} from '../../../library/social/visitor-message.ts';
import type { ListById } from '../../../protocol/list-by-id.ts';
import type { Uint } from '../../../protocol/types.ts';
import type { FullContent } from '../../../shapes/content.ts';
import { placeOfPage } from '../../../rules/reading/paging.ts';
import {
  type PostExtras,
  type PostOptions,
  type TimeChanges,
  type WrittenAs,
  writtenPost,
  changedPost,
} from '../../../rules/writing/post-data.ts';
import { QuotingService } from '../quoting.ts';
import { removePost } from '../../../rules/writing/removal.ts';
import { insertPost } from '../../../rules/writing/post.ts';
import { editPost, postOf } from '../../../rules/writing/edit.ts';
import { contentList } from '../../../rules/reading/contents.ts';

/** A new post. */
export interface TextData extends PostExtras {
  /** A channel for a topic, a topic for a reply, a reply for a comment; may be 0 with `setfor`. */
  parentid: Uint;
  /** Required for a topic. */
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext: string;
  /** For a message on a profile, in the channel of visitor messages: the member's userid. */
  setfor?: Uint;
}

/** What changes in a post. */
export interface TextChanges extends TimeChanges, WrittenAs {
  title?: string;
  /** BBCode, or HTML: see `options`. */
  rawtext?: string;
  /** Why, for the history. */
  reason?: string;
}

const PER_PAGE = 20;

/**
 * Text content: topics, replies and comments.
 *
 * @lead
 * @sample 29
 */
export class ContentTextService extends QuotingService {
  /**
   * Posts a topic (under a channel), a reply (under a topic) or a comment (under a reply); with `setfor` a message on a
   * member's profile. Who ignores the caller, or closes his profile to him, takes none.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post there, tag his topics, or feature posts
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws invalid_user_specified when nobody's profile is named, or that of nobody
   * @throws invalid_data when `setfor` is given for another place, or below a comment; when `publishdate` lies too far
   *   ahead, or too many posts wait for their time; when tags or `viewperms` are not for the post; when a prefix is given
   * @throws too_many_tags past the options `maxtags` and `maxstartertags`
   * @throws vmturnedoff when the member takes no messages from the caller
   * @throws missing_content when the text is empty
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`, on a profile also `vmmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @example data[parentid]=27&data[rawtext]=Hello [b]world[/b]
   */
  async add(data: TextData, options: PostOptions = {}): Promise<Uint> {
    return insertPost(this.ctx, 'Text', { ...data, ...writtenPost(this.ctx, data, options) });
  }

  /**
   * Edits a post: its author within the time his usergroup has, or a moderator at any time. One that waits for its
   * `publishdate` can be put off, or published now.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_data when the reason is too long, or `publishdate` is to hide a post that shows
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=29&data[rawtext]=Thank you, it is the [b]left[/b] one!
   */
  async update(nodeid: Uint, data: TextChanges, options: PostOptions = {}): Promise<boolean> {
    await editPost(
      this.ctx,
      'Text',
      await postOf(this.ctx, 'Text', nodeid),
      changedPost(this.ctx, data, options),
    );
    return true;
  }

  /**
   * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
   * hides it: moderators still see it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not remove posts there
   * @example nodeid={sample}
   * @as mod
   */
  async delete(nodeid: Uint): Promise<boolean> {
    await removePost(this.ctx, 'Text', nodeid);
    return true;
  }

  /**
   * Lists the messages on a member's profile, the newest first. Ours: vBulletin's apps search for them.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @returns the nodes in the list's order; on the own profile also those that wait for approval
   * @readonly
   * @example userid=3
   */
  async listVisitorMessages(
    userid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
  ): Promise<ListById<FullContent>> {
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    const messages = this.#messagesOf(userid);
    return contentList(this.ctx, await listProfileMessages(this.ctx.db, messages, offset, limit));
  }

  /**
   * Counts what listVisitorMessages lists on all its pages. Ours.
   * @readonly
   * @example userid=3
   */
  async countVisitorMessages(userid: Uint): Promise<Uint> {
    return countProfileMessages(this.ctx.db, this.#messagesOf(userid));
  }

  #messagesOf(userid: number): ProfileMessages {
    const { board, permissions } = this.ctx;
    return { userid, channelid: board.channelByGuid(VISITORMESSAGE_CHANNEL), permissions };
  }
}
