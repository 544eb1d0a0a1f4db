import { ApiError } from '../errors.ts';
import type { ContentType } from '../library/contenttype.ts';
import { countNewNode, lockTree } from '../library/counters.ts';
import { hardDeleteNode, softDeleteNode } from '../library/deletion.ts';
import { insertEdit } from '../library/edithistory.ts';
import {
  findNode,
  type FoundNode,
  insertContentNode,
  lockOneNode,
  type NewNode,
  updateNode,
} from '../library/node.ts';
import { insertModLog } from '../library/modlog.ts';
import { markRead } from '../library/noderead.ts';
import { insertJob } from '../library/outbox.ts';
import { lockPoster } from '../library/poster.ts';
import { findDuplicate, findRawText, insertText, updateText } from '../library/text.ts';
import { countTry } from '../library/throttle.ts';
import { titleColumns } from '../library/title.ts';
import { checkText, isLonger, tidyTitle } from '../library/wording.ts';
import { networkOf } from '../network.ts';
import type { Uint } from '../protocol/types.ts';
import type { CreatePermission } from '../permissions.ts';
import { belongs, mayMake } from './creatable.ts';
import { ContentService } from './content.ts';
import { isComment, mayRemove, mayReply, ownsProfile } from './post-rights.ts';
import { placeOf, profileOf, requireOpenProfile } from './visitor-messages.ts';

/** What posts of all types have. */
interface Post {
  readonly parentid: number;
  readonly title?: string | undefined;
  readonly rawtext: string;
  /** On whose profile. */
  readonly setfor?: number | undefined;
  /** Who sees it; its parent's when it is left out. */
  readonly viewperms?: number | undefined;
}

/** What of it changes. */
interface PostChanges {
  readonly title?: string | undefined;
  readonly rawtext?: string | undefined;
  /** Why, for the history. */
  readonly reason?: string | undefined;
}

const LONGEST_REASON = 250;

/** Writing posts: topics, replies and comments of any content type go the same way. */
export abstract class PostService extends ContentService {
  /** The type of the posts that the class makes. */
  protected abstract readonly contenttype: ContentType & CreatePermission;

  /**
   * Deletes a post for good, with all below it. Who deletes a message on his own profile and may not do so for good only
   * hides it: moderators still see it.
   * @returns true
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not remove posts there
   * @example nodeid=28
   */
  async delete(nodeid: Uint): Promise<boolean> {
    const { db, host, now, permissions, user } = this.ctx;
    const { userid, username } = user;
    await lockTree(db);
    const node = await this.post(nodeid);
    const hard = mayRemove(node, permissions);
    if (!hard && !ownsProfile(node, permissions)) throw this.refusal();
    if (hard) await hardDeleteNode(db, nodeid);
    else await softDeleteNode(db, nodeid, { userid, reason: '', now });
    const action = hard ? 'harddelete' : 'softdelete';
    await insertModLog(db, [node], { action, userid, username, ipaddress: host, now });
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
    const parent = await this.viewable(placeOf(this.ctx, post));
    const profile = profileOf(this.ctx, parent, post.setfor);
    this.#permitPost(parent);
    if (profile !== 0) await requireOpenProfile(this.ctx, profile);
    const due = this.isChannel(parent) && profile === 0;
    const title = tidyTitle(post.title ?? '', due, board.options);
    const rawtext = checkText(post.rawtext, this.#limits(profile));
    await this.#refuseHaste(parent, { title, rawtext });
    const approved = this.approvedBelow(parent);
    const { viewperms } = post;
    const nodeid = await this.#insertNode(parent, { title, approved, viewperms });
    if (profile !== 0) await updateNode(db, nodeid, { setfor: profile });
    await insertText(db, nodeid, rawtext);
    await fill?.(nodeid, parent);
    const author = { userid: user.userid, authorname: user.username };
    await countNewNode(db, { nodeid, parent, approved, viewperms, publishdate: now, ...author });
    if (user.userid !== 0)
      await markRead(db, user.userid, parent.starter === 0 ? nodeid : parent.starter, now);
    // Of what waits for approval nobody is told before.
    if (approved === 1)
      await insertJob(db, 'notify', { event: 'post', nodeid, userid: user.userid }, now);
    return nodeid;
  }

  /** Edits the title and text of a post that the caller may edit; what changes is kept in the history. */
  protected async editPost(node: FoundNode, changes: PostChanges): Promise<void> {
    const { board, db, now } = this.ctx;
    const { nodeid } = node;
    const { title, rawtext, reason = '' } = changes;
    this.permitEdit(node);
    if (isLonger(reason, LONGEST_REASON)) throw new ApiError('invalid_data', 'reason');
    const due = node.starter === nodeid && node.setfor === 0;
    const tidy = title === undefined ? undefined : tidyTitle(title, due, board.options);
    const text = rawtext === undefined ? undefined : checkText(rawtext, this.#limits(node.setfor));
    await this.#keepVersion(node, { title: tidy, rawtext: text, reason });
    if (tidy !== undefined) await updateNode(db, nodeid, titleColumns(tidy));
    if (text !== undefined) {
      await updateText(db, nodeid, text);
      await insertJob(db, 'notify', { event: 'edit', nodeid, userid: node.userid }, now);
    }
    await updateNode(db, nodeid, { lastupdate: now });
  }

  /** Of two edits at once the second one finds what the first has written: the node is held. */
  async #keepVersion({ nodeid }: FoundNode, changes: PostChanges): Promise<void> {
    const { board, db, now, user } = this.ctx;
    await lockOneNode(db, nodeid);
    const node = await findNode(db, nodeid);
    if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
    const { userid, authorname, created, title } = node;
    const rawtext = (await findRawText(db, nodeid)) ?? '';
    const after = { title: changes.title ?? title, rawtext: changes.rawtext ?? rawtext };
    if (after.title === title && after.rawtext === rawtext) return;
    const before = { userid, authorname, created, title, rawtext };
    const by = {
      userid: user.userid,
      username: user.username,
      dateline: now,
      reason: (changes.reason ?? '').trim(),
    };
    await insertEdit(db, { nodeid, before, after, by }, board.options.maxedithistory);
  }

  /** A post of the class's type; whoever knows texts knows posts of all types, since all have one. */
  protected async post(nodeid: number): Promise<FoundNode> {
    if (this.contenttype !== 'Text') this.requireMember();
    const node = await this.viewable(nodeid);
    const { contentTypes } = this.ctx.board;
    const known =
      this.contenttype === 'Text' || node.contenttypeid === contentTypes[this.contenttype];
    if (this.isChannel(node) || !known) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }

  async #insertNode(
    parent: FoundNode,
    state: Pick<NewNode, 'title' | 'approved' | 'viewperms'>,
  ): Promise<number> {
    const { board, db, now, user, host } = this.ctx;
    return insertContentNode(db, {
      ...{ parent, ...state },
      contenttypeid: board.contentTypes[this.contenttype],
      userid: user.userid,
      authorname: user.username,
      ipaddress: host,
      now,
    });
  }

  #permitPost(parent: FoundNode): void {
    const { board, permissions } = this.ctx;
    if (parent.contenttypeid === board.contentTypes.Redirect)
      throw new ApiError('invalid_data', 'a redirect takes no replies');
    if (this.isChannel(parent)) {
      if (board.channel(parent.nodeid)?.category === 1)
        throw new ApiError('category_takes_no_topics');
    } else if (isComment(parent)) {
      throw new ApiError('invalid_data', 'a comment takes no comments');
    }
    const channelguid = board.channel(parent.channelid)?.guid ?? null;
    const made =
      belongs(this.contenttype, { ...parent, channelguid }) &&
      mayMake(this.contenttype, parent.channelid, permissions);
    if (made && mayReply(parent, permissions)) return;
    // Who could not reply to an open topic either is not told to look for another one.
    const closed =
      made && !this.isChannel(parent) && mayReply({ ...parent, showopen: 1 }, permissions);
    throw closed ? new ApiError('threadclosed') : this.refusal();
  }

  #limits(profile: number): { readonly postmaxchars: number } {
    const { postmaxchars, vmmaxchars } = this.ctx.board.options;
    return { postmaxchars: profile === 0 ? postmaxchars : Math.min(postmaxchars, vmmaxchars) };
  }

  /** Guests are told apart by their networks. */
  async #refuseGuestFlood(): Promise<void> {
    const { board, db, host, now } = this.ctx;
    const { floodchecktime } = board.options;
    if (floodchecktime === 0) return;
    const wait = await countTry(db, 'guestpost', networkOf(host), now, floodchecktime);
    if (wait > 0) throw new ApiError('postfloodcheck', floodchecktime, wait);
  }

  /** Flood and duplicates. The member's row is held, so that two posts at once are judged one after the other. */
  async #refuseHaste(
    parent: FoundNode,
    words: { readonly title: string; readonly rawtext: string },
  ): Promise<void> {
    const { db, now, user, permissions, board } = this.ctx;
    if (user.userid === 0) return this.#refuseGuestFlood();
    const { duplicatechecktime, floodchecktime } = board.options;
    const lastpost = await lockPoster(db, user.userid);
    const since = now - duplicatechecktime;
    const contenttypeid = board.contentTypes[this.contenttype];
    const twin = { userid: user.userid, parentid: parent.nodeid, contenttypeid, ...words, since };
    const duplicate = duplicatechecktime === 0 ? undefined : await findDuplicate(db, twin);
    if (duplicate !== undefined) throw new ApiError('duplicate_post', duplicate);
    const wait = lastpost + floodchecktime - now;
    const exempt = permissions.moderates('canmoderateposts', parent.channelid);
    if (floodchecktime > 0 && wait > 0 && !exempt) {
      throw new ApiError('postfloodcheck', floodchecktime, wait);
    }
  }
}
