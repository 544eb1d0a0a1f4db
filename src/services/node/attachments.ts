import { listAttachments } from '../../library/files/attach.ts';
import type { Uint } from '../../protocol/types.ts';
import { type AttachmentChanges, attach, detach } from '../../rules/writing/attaching.ts';
import {
  placedFor,
  attachmentOf,
  attachmentFor,
  attachmentsOf,
} from '../../rules/reading/attachments.ts';
import { seenAmong } from '../../rules/reading/sight.ts';
import type { Attachment, AttachmentMap } from '../../shapes/attachment.ts';
import { Service } from '../service.ts';

/** An upload for a post. */
export interface NodeAttachData extends AttachmentChanges {
  filedataid: Uint;
}

/** Which attachment of a post: by its id, or by its upload's. */
export interface AttachmentChoice {
  attachnodeid?: Uint;
  filedataid?: Uint;
}

/** The attachments of posts, by post. */
export type PostAttachments = ReadonlyMap<number, AttachmentMap>;

/** What is attached to posts. */
export class NodeAttachments extends Service {
  /**
   * Attaches an upload of the caller's to a post: see content_attach.add.
   * @returns the attachment's id
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post or attach files there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_data when a text is too long
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @example nodeid=27&data[filedataid]=5
   */
  async addAttachment(nodeid: Uint, data: NodeAttachData): Promise<Uint> {
    const { filedataid, ...changes } = data;
    return attach(this.ctx, 'Attach', nodeid, filedataid, changes);
  }

  /**
   * Takes an attachment off a post, or all of them.
   * @param nodeid the post
   * @param data which one
   * @returns the ids of the attachments that are gone
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may neither edit the post nor moderate attachments there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @example nodeid=27&all=1
   */
  async removeAttachment(nodeid: Uint, data: AttachmentChoice = {}, all = false): Promise<Uint[]> {
    this.requireMember();
    const post = await this.viewable(nodeid);
    const there = await placedFor(this.ctx, await listAttachments(this.ctx.db, [post.nodeid]));
    const wanted = there.filter(
      ({ row }) => all || row.nodeid === data.attachnodeid || row.filedataid === data.filedataid,
    );
    await detach(this.ctx, wanted);
    return wanted.map(({ row }) => row.nodeid);
  }

  /**
   * Lists the attachments of posts, as far as the caller may get them.
   * @param nodeids the posts
   * @returns the attachments, or false when there are none
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]=1
   */
  async getNodeAttachments(nodeids: Uint[]): Promise<Attachment[] | false> {
    const posts = [...(await this.#attachments(nodeids)).values()];
    const all = posts.flatMap((attachments) => [...attachments.values()]);
    return all.length > 0 && all;
  }

  /**
   * Reads the attachments of posts, as far as the caller may get them.
   * @param nodeids the posts
   * @returns by post, each one's attachments by their ids; posts whose attachments he may not get are left out
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeids[]=1
   */
  async getNodeAttachmentsPublicInfo(nodeids: Uint[]): Promise<PostAttachments> {
    return this.#attachments(nodeids);
  }

  /**
   * Reads an attachment.
   * @returns the attachment by its id: one member
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example attachmentid=34
   */
  async getAttachmentPublicInfo(attachmentid: Uint): Promise<AttachmentMap> {
    const attachment = attachmentOf(this.ctx, await attachmentFor(this.ctx, attachmentid));
    return new Map([[attachment.nodeid, attachment]]);
  }

  async #attachments(nodeids: readonly number[]): Promise<PostAttachments> {
    return attachmentsOf(this.ctx, await seenAmong(this.ctx, nodeids));
  }
}
