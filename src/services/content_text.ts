import { quoteText } from '../bbcode/plain.ts';
import { ApiError } from '../errors.ts';
import { findNodes } from '../library/node.ts';
import { findRawTexts } from '../library/text.ts';
import { VISITORMESSAGE_CHANNEL } from '../library/system-channels.ts';
import {
  countProfileMessages,
  listProfileMessages,
  type ProfileMessages,
} from '../library/visitor-message.ts';
import type { Uint } from '../protocol/types.ts';
import type { FullContent } from './content-shape.ts';
import { placeOfPage } from './paging.ts';
import { PostHistory } from './post-history.ts';

/** A new post. */
export interface TextData {
  /** A channel for a topic, a topic for a reply, a reply for a comment; may be 0 with `setfor`. */
  parentid: Uint;
  /** Due for a topic. */
  title?: string;
  /** BBCode. */
  rawtext: string;
  /** For a message on a profile, in the channel of visitor messages: the member's userid. */
  setfor?: Uint;
}

/** What changes in a post. */
export interface TextChanges {
  title?: string;
  /** BBCode. */
  rawtext?: string;
  /** Why, for the history. */
  reason?: string;
}

/** Switches of vBulletin's; of those that skip a check none is taken from a caller. */
export interface TextOptions {
  /** Taken for compatibility: text is always BBCode. */
  wysiwyg?: boolean;
}

const MOST_QUOTES = 20;

const PER_PAGE = 20;

/** Text content: topics, replies and comments. */
export class ContentTextService extends PostHistory {
  protected readonly contenttype = 'Text';

  /**
   * Posts a topic (under a channel), a reply (under a topic) or a comment (under a reply); with `setfor` a message on a
   * member's profile. Who ignores the caller, or closes his profile to him, takes none.
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post there
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws invalid_user_specified when nobody's profile is named, or that of nobody
   * @throws invalid_data when `setfor` is given for another place, or below a comment
   * @throws vmturnedoff when the member takes no messages from the caller
   * @throws missing_content when the text is empty
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`, on a profile also `vmmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same was posted in the same place a moment ago
   * @example data[parentid]=27&data[rawtext]=Hello [b]world[/b]
   */
  async add(data: TextData, options: TextOptions = {}): Promise<Uint> {
    return this.insertPost(data);
  }

  /**
   * Edits a post: its author within the time his usergroup has, or a moderator at any time.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit it
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_data when the reason is too long
   * @throws missing_content when the text is empty
   * @throws title_required when a topic would lose its title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @example nodeid=28&data[rawtext]=Hello again
   */
  async update(nodeid: Uint, data: TextChanges): Promise<boolean> {
    await this.editPost(await this.post(nodeid), data);
    return true;
  }

  /**
   * The texts of several posts as quotations, to begin a reply with: see getQuoteText.
   * @param nodeids the posts, in the order of the reply
   * @returns BBCode, with an empty line between two quotations
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]=27&nodeids[]=28
   */
  async getQuotes(nodeids: Uint[]): Promise<string> {
    const wanted = [...new Set(nodeids)];
    if (wanted.length > MOST_QUOTES)
      throw new ApiError('invalid_data', `at most ${MOST_QUOTES} nodes at once`);
    const nodes = await findNodes(this.ctx.db, wanted);
    const seen = new Map(
      nodes.filter((node) => this.sees(node)).map((node) => [node.nodeid, node]),
    );
    const texts = await findRawTexts(this.ctx.db, wanted);
    const quotes = wanted.map((nodeid) => {
      const author = seen.get(nodeid)?.authorname;
      const rawtext = texts.get(nodeid);
      if (author === undefined || rawtext === undefined)
        throw new ApiError('invalid_node_id', nodeid);
      return quoteText({ author, nodeid, rawtext });
    });
    return quotes.join('\n\n');
  }

  /**
   * Lists the messages on a member's profile, the newest first. Ours: vBulletin's apps search for them.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @returns the nodes by id, in the list's order; on the own profile also those that wait for approval
   * @readonly
   * @example userid=3
   */
  async listVisitorMessages(
    userid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
  ): Promise<ReadonlyMap<number, FullContent>> {
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    const messages = this.#messagesOf(userid);
    return this.contents(await listProfileMessages(this.ctx.db, messages, offset, limit));
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
