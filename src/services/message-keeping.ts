import { ApiError } from '../errors.ts';
import { systemFolders } from '../library/message-folder.ts';
import {
  dropHeld,
  findHeld,
  type HeldMessage,
  lockConversation,
  moveHome,
  moveTo,
  setDeleted,
  setRead,
} from '../library/privatemessage.ts';
import type { Uint } from '../protocol/types.ts';
import { MessageLists } from './message-lists.ts';

/** What has been done is told by this alone. */
export interface MessageSuccess {
  readonly success: boolean;
}

/**
 * What a member does with the messages he holds. Throughout, the nodeid of a first message stands for all that he holds
 * of the conversation, that of a reply for this reply. Others keep theirs.
 */
export abstract class MessageKeeping extends MessageLists {
  /**
   * Marks messages as read or unread. What the caller wrote himself stays read.
   * @param nodeid a first message for its conversation, or a reply
   * @param read 1 or 0
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=1&read=1
   */
  async setRead(nodeid: Uint, read: Uint = 1): Promise<MessageSuccess> {
    const held = await this.held(nodeid);
    await setRead(this.ctx.db, this.ctx.user.userid, held, read !== 0);
    return { success: true };
  }

  /**
   * Moves messages to the trash; those that are all there already are deleted for good. Who deletes a conversation for
   * good has left it and gets no more replies.
   * @param nodeid a first message for its conversation, or a reply
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=1
   */
  async deleteMessage(nodeid: Uint): Promise<boolean> {
    await this.#delete(await this.held(nodeid));
    return true;
  }

  /**
   * Deletes several messages as deleteMessage does: all or none.
   * @param nodeid ids, as a list or separated by commas; at most the option `maxperpage`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many
   * @throws invalid_node_id when the caller holds one of them not
   * @example nodeid=1
   */
  async deleteMessages(nodeid: Uint[]): Promise<MessageSuccess> {
    this.requireMember();
    const most = this.ctx.board.options.maxperpage;
    if (nodeid.length > most) throw new ApiError('invalid_data', `at most ${most} nodes at once`);
    const all = [];
    for (const one of new Set(nodeid)) all.push(await this.held(one));
    const starters = new Set(all.filter(isStarter).map((held) => held.starter));
    const parts = all.filter((held) => isStarter(held) || !starters.has(held.starter));
    // always in the same order, so that two such calls do not wait for each other
    for (const part of parts.sort((a, b) => a.starter - b.starter)) await this.#delete(part);
    return { success: true };
  }

  /**
   * Moves messages to the trash, and leaves them there when they lie there already.
   * @param nodeid a first message for its conversation, or a reply
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=1
   */
  async toTrashcan(nodeid: Uint): Promise<boolean> {
    const held = await this.held(nodeid);
    await setDeleted(this.ctx.db, this.ctx.user.userid, held, true);
    return true;
  }

  /**
   * Takes messages out of the trash, back to the folder they lay in.
   * @param nodeid a first message for its conversation, or a reply
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=1
   */
  async undeleteMessage(nodeid: Uint): Promise<boolean> {
    const held = await this.held(nodeid);
    await setDeleted(this.ctx.db, this.ctx.user.userid, held, false);
    return true;
  }

  /**
   * Moves messages to another folder, out of the trash, too.
   * @param nodeid a first message for its conversation, or a reply
   * @param newFolderid an own folder, `messages` or `trash`; left out, each goes back to where it arrived
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @throws invalid_data when the caller has no such folder, or it takes no messages; a request leaves its folder only
   *   for the trash
   * @example nodeid=1&newFolderid=1
   */
  async moveMessage(nodeid: Uint, newFolderid: Uint | false = false): Promise<boolean> {
    const held = await this.held(nodeid);
    const { db, user } = this.ctx;
    const { messages, trash } = systemFolders;
    if (newFolderid === trash) await setDeleted(db, user.userid, held, true);
    else if (held.about !== null && newFolderid === false)
      await setDeleted(db, user.userid, held, false);
    else if (held.about !== null) throw new ApiError('invalid_data', 'newFolderid');
    else if (newFolderid === false) await moveHome(db, user.userid, held);
    else {
      if (newFolderid !== messages) await this.ownFolder(newFolderid);
      await moveTo(db, user.userid, held, newFolderid);
    }
    return true;
  }

  /** A message that the caller holds. */
  protected async held(nodeid: number): Promise<HeldMessage> {
    this.requireMember();
    const held = await findHeld(this.ctx.db, this.ctx.user.userid, nodeid);
    if (held === undefined) throw new ApiError('invalid_node_id', nodeid);
    return held;
  }

  /** A message that the caller holds, with its conversation held against change until the call ends. */
  protected async heldFast(nodeid: number): Promise<HeldMessage> {
    await lockConversation(this.ctx.db, (await this.held(nodeid)).starter);
    return this.held(nodeid);
  }

  async #delete(part: HeldMessage): Promise<void> {
    const { db, user } = this.ctx;
    await lockConversation(db, part.starter);
    const moved = await setDeleted(db, user.userid, part, true);
    if (moved === 0) await dropHeld(db, user.userid, part);
  }
}

function isStarter({ nodeid, starter }: HeldMessage): boolean {
  return nodeid === starter;
}
