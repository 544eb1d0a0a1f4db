import { ApiError } from '../../../errors.ts';
import { systemFolders } from '../../../library/message/folder.ts';
import {
  dropHeld,
  type HeldMessage,
  lockConversation,
  moveHome,
  moveTo,
  setDeleted,
  setRead,
} from '../../../library/message/privatemessage.ts';
import type { Uint } from '../../../protocol/types.ts';
import { Service } from '../../service.ts';
import { held, ownFolder } from './held.ts';
import { capped } from '../../../rules/reading/paging.ts';

/** What has been done is told by this alone. */
export interface MessageSuccess {
  readonly success: boolean;
}

/**
 * Who marks, moves or deletes messages does so with what he holds: the nodeid of a first message stands for all that he
 * holds of the conversation, that of a reply for this reply. Others keep theirs.
 */
export class MessageKeeping extends Service {
  /**
   * Marks messages as read or unread. What the caller wrote himself stays read.
   * @param nodeid a first message for its conversation, or a reply
   * @param read 1 or 0
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=45&read=1
   */
  async setRead(nodeid: Uint, read: Uint = 1): Promise<MessageSuccess> {
    const message = await held(this.ctx, nodeid);
    await setRead(this.ctx.db, this.ctx.user.userid, message, read !== 0);
    return { success: true };
  }

  /**
   * Moves messages to the trash; those that are all there already are deleted for good. Who deletes a conversation still
   * takes part in it: the next reply arrives, and brings the first message back into the trash. When all have deleted it,
   * it is gone. Whoever wants no more replies ignores their author, or takes no messages (`receivepm`).
   * @param nodeid a first message for its conversation, or a reply
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=44
   */
  async deleteMessage(nodeid: Uint): Promise<boolean> {
    await this.#delete(await held(this.ctx, nodeid));
    return true;
  }

  /**
   * Moves a message to the trash, or deletes it for good when it is there already: see deleteMessage. Others keep theirs.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=45
   */
  async delete(nodeid: Uint): Promise<boolean> {
    await this.deleteMessage(nodeid);
    return true;
  }

  /**
   * Deletes several messages as deleteMessage does: all or none.
   * @param nodeid ids, as a list or separated by commas; at most the option `maxperpage`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there are too many
   * @throws invalid_node_id when the caller holds one of them not
   * @example nodeid=44
   */
  async deleteMessages(nodeid: Uint[]): Promise<MessageSuccess> {
    this.requireMember();
    const all = [];
    for (const one of new Set(capped(this.ctx, nodeid))) all.push(await held(this.ctx, one));
    const starters = new Set(all.filter(isStarter).map((one) => one.starter));
    const parts = all.filter((one) => isStarter(one) || !starters.has(one.starter));
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
   * @example nodeid=44
   */
  async toTrashcan(nodeid: Uint): Promise<boolean> {
    const message = await held(this.ctx, nodeid);
    await setDeleted(this.ctx.db, this.ctx.user.userid, message, true);
    return true;
  }

  /**
   * Takes messages out of the trash, back to the folder they lay in.
   * @param nodeid a first message for its conversation, or a reply
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when the caller holds no such message
   * @example nodeid=44
   */
  async undeleteMessage(nodeid: Uint): Promise<boolean> {
    const message = await held(this.ctx, nodeid);
    await setDeleted(this.ctx.db, this.ctx.user.userid, message, false);
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
   * @example nodeid=44&newFolderid=7
   */
  async moveMessage(nodeid: Uint, newFolderid: Uint | false = false): Promise<boolean> {
    const message = await held(this.ctx, nodeid);
    const { db, user } = this.ctx;
    const { messages, trash } = systemFolders;
    if (newFolderid === trash) await setDeleted(db, user.userid, message, true);
    else if (message.about !== null && newFolderid === false)
      await setDeleted(db, user.userid, message, false);
    else if (message.about !== null)
      throw new ApiError(
        'invalid_data',
        'newFolderid: a request leaves its folder only for the trash',
      );
    else if (newFolderid === false) await moveHome(db, user.userid, message);
    else {
      if (newFolderid !== messages) await ownFolder(this.ctx, newFolderid, 'newFolderid');
      await moveTo(db, user.userid, message, newFolderid);
    }
    return true;
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
