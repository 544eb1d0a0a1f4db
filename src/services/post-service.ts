import { ApiError } from '../errors.ts';
import type { ContentType } from '../library/contenttype.ts';
import { countNewNode, lockTree } from '../library/counters.ts';
import { hardDeleteNode } from '../library/deletion.ts';
import { type FoundNode, insertContentNode, updateNode } from '../library/node.ts';
import { markRead } from '../library/noderead.ts';
import { insertJob } from '../library/outbox.ts';
import { lockPoster } from '../library/poster.ts';
import { findDuplicate, insertText, updateText } from '../library/text.ts';
import { titleColumns } from '../library/title.ts';
import { checkText, tidyTitle } from '../library/wording.ts';
import type { Uint } from '../protocol/types.ts';
import { ContentService } from './content.ts';
import { isComment, mayRemove, mayReply } from './post-rights.ts';

/** What posts of all types have. */
interface Post {
  readonly parentid: number;
  readonly title?: string | undefined;
  readonly rawtext: string;
}

/** What of it changes. */
type PostChanges = Partial<Omit<Post, 'parentid'>>;

/** Writing posts: topics, replies and comments of any content type go the same way. */
export abstract class PostService extends ContentService {
  /** The type of the posts that the class makes. */
  protected abstract readonly contenttype: ContentType;

  /**
   * Deletes a post for good, with all below it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws no_permission when he may not remove posts there
   * @example nodeid=28
   */
  async delete(nodeid: Uint): Promise<boolean> {
    const { db, permissions } = this.ctx;
    await lockTree(db);
    const node = await this.post(nodeid);
    if (!mayRemove(node, permissions)) throw this.refusal();
    await hardDeleteNode(db, nodeid);
    return true;
  }

  /**
   * Makes a post where the caller may, unless it comes too soon.
   * @param fill writes what the type has beside the text, before anybody hears of the post
   */
  protected async insertPost(
    post: Post,
    fill?: (nodeid: number, parent: FoundNode) => Promise<void>,
  ): Promise<number> {
    const { board, db, now, user } = this.ctx;
    await lockTree(db);
    const parent = await this.viewable(post.parentid);
    this.#permitPost(parent);
    const title = tidyTitle(post.title ?? '', this.isChannel(parent), board.options);
    const rawtext = checkText(post.rawtext, board.options);
    await this.#refuseHaste(parent, rawtext);
    const nodeid = await this.#insertNode(parent, title);
    await insertText(db, nodeid, rawtext);
    await fill?.(nodeid, parent);
    const author = { userid: user.userid, authorname: user.username };
    await countNewNode(db, { nodeid, parent, publishdate: now, ...author });
    if (user.userid !== 0)
      await markRead(db, user.userid, parent.starter === 0 ? nodeid : parent.starter, now);
    await insertJob(db, 'notify', { event: 'post', nodeid, userid: user.userid }, now);
    return nodeid;
  }

  /** Edits the title and text of a post that the caller may edit. */
  protected async editPost(node: FoundNode, { title, rawtext }: PostChanges): Promise<void> {
    const { board, db, now } = this.ctx;
    const { nodeid } = node;
    this.permitEdit(node);
    if (title !== undefined) {
      const tidy = tidyTitle(title, node.starter === nodeid, board.options);
      await updateNode(db, nodeid, titleColumns(tidy));
    }
    if (rawtext !== undefined) {
      await updateText(db, nodeid, checkText(rawtext, board.options));
      await insertJob(db, 'notify', { event: 'edit', nodeid, userid: node.userid }, now);
    }
    await updateNode(db, nodeid, { lastupdate: now });
  }

  /** A post of the class's type; whoever knows texts knows posts of all types, since all have one. */
  protected async post(nodeid: number): Promise<FoundNode> {
    const node = await this.viewable(nodeid);
    const { contentTypes } = this.ctx.board;
    const known =
      this.contenttype === 'Text' || node.contenttypeid === contentTypes[this.contenttype];
    if (this.isChannel(node) || !known) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }

  async #insertNode(parent: FoundNode, title: string): Promise<number> {
    const { board, db, now, user, host } = this.ctx;
    return insertContentNode(db, {
      parent,
      contenttypeid: board.contentTypes[this.contenttype],
      title,
      userid: user.userid,
      authorname: user.username,
      ipaddress: host,
      now,
    });
  }

  #permitPost(parent: FoundNode): void {
    const { board, permissions } = this.ctx;
    if (this.isChannel(parent)) {
      if (board.channel(parent.nodeid)?.category === 1)
        throw new ApiError('category_takes_no_topics');
    } else if (isComment(parent)) {
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
