import { ApiError } from '../errors.ts';
import { listAttachments } from '../library/attach.ts';
import { findNodes } from '../library/node.ts';
import { markRead } from '../library/noderead.ts';
import type { Uint } from '../protocol/types.ts';
import type { AttachmentChanges } from './attachment-service.ts';
import type { Attachment, AttachmentMap } from './attachment-shape.ts';
import { NodeActivity } from './node-activity.ts';

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

/** Everything on the board is a node: channels, topics, replies and comments. */
export class NodeService extends NodeActivity {
  /**
   * Attaches an upload of the caller's to a post: see content_attach.add.
   * @returns the attachment's id
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post or attach files there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_data when a text is too long, or the name has another extension than the upload
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @example nodeid=1&data[filedataid]=1
   */
  async addAttachment(nodeid: Uint, data: NodeAttachData): Promise<Uint> {
    const { filedataid, ...changes } = data;
    return this.attach('Attach', nodeid, filedataid, changes);
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
    const there = await this.placed(await listAttachments(this.ctx.db, [post.nodeid]));
    const wanted = there.filter(
      ({ row }) => all || row.nodeid === data.attachnodeid || row.filedataid === data.filedataid,
    );
    await this.detach(wanted);
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
   * @example attachmentid=1
   */
  async getAttachmentPublicInfo(attachmentid: Uint): Promise<AttachmentMap> {
    const attachment = this.describe(await this.attachment(attachmentid));
    return new Map([[attachment.nodeid, attachment]]);
  }

  /**
   * Marks a topic or channel as read.
   * @param readtime Unix seconds, for a topic read up to there; 0 for now
   * @returns the ids marked
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such node for the caller
   * @example nodeid=27
   */
  async markRead(nodeid: Uint, readtime: Uint = 0): Promise<Uint[]> {
    this.requireMember();
    const { db, now, user } = this.ctx;
    const node = await this.viewable(nodeid);
    const until = readtime === 0 ? now : Math.min(readtime, now);
    const there = await markRead(db, user.userid, node.nodeid, until);
    if (!there) throw new ApiError('invalid_node_id', nodeid);
    return [node.nodeid];
  }

  async #attachments(nodeids: readonly number[]): Promise<PostAttachments> {
    const posts = await findNodes(this.ctx.db, this.capped(nodeids));
    return this.attachmentsOf(posts.filter((post) => this.sees(post)));
  }
}
