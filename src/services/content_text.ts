import { ApiError } from '../errors.ts';
import { countNewNode, lockTree } from '../library/counters.ts';
import { hardDeleteNode } from '../library/deletion.ts';
import { type FoundNode, insertContentNode, updateNode } from '../library/node.ts';
import { insertModLog } from '../library/modlog.ts';
import { markRead } from '../library/noderead.ts';
import { insertJob } from '../library/outbox.ts';
import { findDuplicate, insertText, updateText } from '../library/text.ts';
import { lockPoster } from '../library/poster.ts';
import { titleColumns } from '../library/title.ts';
import { checkText, tidyTitle } from '../library/wording.ts';
import type { Uint } from '../protocol/types.ts';
import { mayReply } from './content-shape.ts';
import { ContentService } from './content.ts';

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
export class ContentTextService extends ContentService {
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
    const { db, now, user, host } = this.ctx;
    await lockTree(db);
    const parent = await this.viewable(data.parentid);
    this.#permitPost(parent);
    const title = tidyTitle(data.title ?? '', this.isChannel(parent), this.ctx.board.options);
    const rawtext = checkText(data.rawtext, this.ctx.board.options);
    await this.#refuseHaste(parent, rawtext);
    const approved = this.approvedBelow(parent);
    const author = { userid: user.userid, authorname: user.username };
    const nodeid = await insertContentNode(db, {
      parent,
      contenttypeid: this.ctx.board.contentTypes.Text,
      title,
      ...author,
      ipaddress: host,
      now,
      approved,
    });
    await insertText(db, nodeid, rawtext);
    await countNewNode(db, { nodeid, parent, approved, publishdate: now, ...author });
    if (user.userid !== 0)
      await markRead(db, user.userid, parent.starter === 0 ? nodeid : parent.starter, now);
    // Of what waits for approval nobody is told before.
    if (approved === 1)
      await insertJob(db, 'notify', { event: 'post', nodeid, userid: user.userid }, now);
    return nodeid;
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
    const { db, now } = this.ctx;
    const node = await this.#post(nodeid);
    this.permitEdit(node);
    if (data.title !== undefined) {
      const title = tidyTitle(data.title, node.starter === nodeid, this.ctx.board.options);
      await updateNode(db, nodeid, titleColumns(title));
    }
    if (data.rawtext !== undefined) {
      await updateText(db, nodeid, checkText(data.rawtext, this.ctx.board.options));
      await insertJob(db, 'notify', { event: 'edit', nodeid, userid: node.userid }, now);
    }
    await updateNode(db, nodeid, { lastupdate: now });
    return true;
  }

  /**
   * Deletes a post for good, with all below it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when he may not remove posts there
   * @example nodeid=28
   */
  async delete(nodeid: Uint): Promise<boolean> {
    const { db, host, now, permissions, user } = this.ctx;
    await lockTree(db);
    const node = await this.#post(nodeid);
    if (!permissions.moderates('canremoveposts', node.channelid)) throw this.refusal();
    await hardDeleteNode(db, nodeid);
    const { userid, username } = user;
    const act = { action: 'harddelete', userid, username, ipaddress: host, now } as const;
    await insertModLog(db, [node], act);
    return true;
  }

  async #post(nodeid: number): Promise<FoundNode> {
    const node = await this.viewable(nodeid);
    if (this.isChannel(node)) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }

  #permitPost(parent: FoundNode): void {
    const { board, permissions } = this.ctx;
    if (parent.contenttypeid === board.contentTypes.Redirect)
      throw new ApiError('invalid_data', 'a redirect takes no replies');
    if (this.isChannel(parent)) {
      if (board.channel(parent.nodeid)?.category === 1)
        throw new ApiError('category_takes_no_topics');
    } else if (parent.starter !== parent.nodeid && parent.parentid !== parent.starter) {
      // Topic, reply, comment: there is no fourth level.
      throw new ApiError('invalid_data', 'a comment takes no comments');
    }
    if (mayReply(parent, permissions)) return;
    const closed = parent.showopen === 0 && !this.isChannel(parent);
    throw closed ? new ApiError('threadclosed') : this.refusal();
  }

  /** Flood and duplicates. The member's row is held, so that two posts at once are judged one after the other. */
  async #refuseHaste(parent: FoundNode, rawtext: string): Promise<void> {
    const { db, now, user, permissions, board } = this.ctx;
    if (user.userid === 0) return;
    const { duplicatechecktime, floodchecktime } = board.options;
    const lastpost = await lockPoster(db, user.userid);
    const since = now - duplicatechecktime;
    const twin = { userid: user.userid, parentid: parent.nodeid, rawtext, since };
    const duplicate = duplicatechecktime === 0 ? undefined : await findDuplicate(db, twin);
    if (duplicate !== undefined) throw new ApiError('duplicate_post', duplicate);
    const wait = lastpost + floodchecktime - now;
    const exempt = permissions.moderates('canmoderateposts', parent.channelid);
    if (floodchecktime > 0 && wait > 0 && !exempt) {
      throw new ApiError('postfloodcheck', floodchecktime, wait);
    }
  }
}
