import type { Uint } from '../protocol/types.ts';
import { PostService } from './post-service.ts';

/** A new post. */
export interface TextData {
  /** A channel for a topic, a topic for a reply, a reply for a comment. */
  parentid: Uint;
  /** Due for a topic. */
  title?: string;
  /** BBCode. */
  rawtext: string;
}

/** What changes in a post. */
export interface TextChanges {
  title?: string;
  /** BBCode. */
  rawtext?: string;
}

/** Switches of vBulletin's; of those that skip a check none is taken from a caller. */
export interface TextOptions {
  /** Taken for compatibility: text is always BBCode. */
  wysiwyg?: boolean;
}

/** Text content: topics, replies and comments. */
export class ContentTextService extends PostService {
  protected readonly contenttype = 'Text';

  /**
   * Posts a topic (under a channel), a reply (under a topic) or a comment (under a reply).
   * @returns the new nodeid
   * @throws invalid_node_id when there is no such parent for the caller
   * @throws no_permission when he may not post there
   * @throws not_logged_no_permission when a guest may not
   * @throws category_takes_no_topics when the channel is a category
   * @throws threadclosed when the topic is closed
   * @throws missing_content when the text is empty
   * @throws title_required when a topic has no title
   * @throws title_too_long past the option `titlemaxchars`
   * @throws text_too_long past the option `postmaxchars`
   * @throws postfloodcheck when the last post was less than `floodchecktime` seconds ago
   * @throws duplicate_post when the same text was posted in the same place a moment ago
   * @example data[parentid]=27&data[rawtext]=Hello [b]world[/b]
   */
  async add(data: TextData, options: TextOptions = {}): Promise<Uint> {
    return this.insertPost(data);
  }

  /**
   * Edits a post: its author within the time his usergroup has, or a moderator at any time.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when he may not edit it
   * @throws edit_time_over when the author's time is over
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
}
