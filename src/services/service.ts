import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import { channelsSeenBy } from '../library/channel-view.ts';
import { listAttachments } from '../library/attach.ts';
import { findContents, findReaderMarks } from '../library/content.ts';
import { type FoundNode, findNode, stateOf } from '../library/node.ts';
import { attachmentMap, type AttachmentMap, type Post } from './attachment-shape.ts';
import {
  avatarOwner,
  type FullContent,
  fullContent,
  nodeAnswer,
  type NodeAnswer,
} from './content-shape.ts';

/** What every API class begins with: the call's context, and look-ups that hide what the caller may not see. */
export abstract class Service {
  protected readonly ctx: Context;

  constructor(ctx: Context) {
    this.ctx = ctx;
  }

  /** The node, if the caller may know of it. What he may not see does not exist. */
  protected async viewable(nodeid: number): Promise<FoundNode> {
    const node = await findNode(this.ctx.db, nodeid);
    if (node === undefined || !this.sees(node)) throw new ApiError('invalid_node_id', nodeid);
    return node;
  }

  protected sees(node: FoundNode): boolean {
    return this.ctx.permissions.sees(stateOf(node, this.ctx.board.contentTypes));
  }

  /** Nodes as the caller sees them. */
  protected async answers(nodes: readonly FoundNode[]): Promise<NodeAnswer[]> {
    const { board, db, permissions } = this.ctx;
    const seen = await channelsSeenBy(db, nodes, board, permissions);
    return seen.map((node) => nodeAnswer(node, board.contentTypeClass(node.contenttypeid)));
  }

  /** The nodes of the list that the caller sees, with their content, in the list's order. */
  protected async contents(nodeids: readonly number[]): Promise<ReadonlyMap<number, FullContent>> {
    const { board, db, links, permissions, user } = this.ctx;
    const found = (await findContents(db, nodeids)).filter((row) => this.sees(row));
    const rows = await channelsSeenBy(db, found, board, permissions);
    const marks = await findReaderMarks(db, user.userid, rows);
    const attachments = await this.attachmentsOf(rows);
    return new Map(
      rows.map((row) => [
        row.nodeid,
        fullContent(row, permissions, marks, {
          avatar: { avatarpath: links.avatar(avatarOwner(row)) },
          attachments: attachments.get(row.nodeid),
        }),
      ]),
    );
  }

  /** The attachments of these posts, by post; of those whose attachments the caller may get. */
  protected async attachmentsOf(
    posts: readonly Post[],
  ): Promise<ReadonlyMap<number, AttachmentMap>> {
    const { db, permissions } = this.ctx;
    const open = posts.filter(
      (post) => !this.isChannel(post) && permissions.can('cangetattachment', post.channelid),
    );
    const found = await listAttachments(
      db,
      open.map((post) => post.nodeid),
    );
    return new Map(open.map((post) => [post.nodeid, attachmentMap(this.ctx, post, found)]));
  }

  /** Refuses all but the author, within the time that his usergroup has, and moderators. */
  protected permitEdit(node: FoundNode): void {
    const { permissions, user, now } = this.ctx;
    if (permissions.moderates('caneditposts', node.channelid)) return;
    const own = user.userid !== 0 && node.userid === user.userid;
    if (!own || !permissions.can('caneditpost', node.channelid)) throw this.refusal();
    if (node.showopen === 0) throw new ApiError('threadclosed');
    const minutes = permissions.rights(node.channelid).edit_time;
    if (minutes > 0 && now > node.created + minutes * 60)
      throw new ApiError('edit_time_over', minutes);
  }

  protected isChannel(node: { readonly contenttypeid: number }): boolean {
    return node.contenttypeid === this.ctx.board.contentTypes.Channel;
  }

  /** Refuses a guest. */
  protected requireMember(): void {
    if (this.ctx.user.userid === 0) throw new ApiError('not_logged_no_permission');
  }

  /** Refuses everybody but administrators. */
  protected requireAdministrator(): void {
    if (!this.ctx.permissions.isAdministrator) throw this.refusal();
  }

  /** The refusal for a right that is missing: a guest may get it by logging in. */
  protected refusal(): ApiError {
    return new ApiError(this.ctx.user.userid === 0 ? 'not_logged_no_permission' : 'no_permission');
  }
}
