import {
  type AttachmentRow,
  listAttachments,
  findAttachments,
} from '../../library/files/attach.ts';
import { type FoundNode, findNodes } from '../../library/node/node.ts';
import type { Context } from '../../call/context.ts';
import {
  type AttachmentMap,
  attachmentMap,
  type Attachment,
  attachmentInfo,
  type Post,
} from '../../shapes/attachment.ts';
import { isChannel, sees } from './sight.ts';
import { ApiError } from '../../errors.ts';

/** An attachment with the post that it belongs to. */
export interface PlacedAttachment {
  readonly row: AttachmentRow;
  readonly post: FoundNode;
}

/** The attachments of these posts, by post; of those whose attachments the caller may get. */
export async function attachmentsOf(
  ctx: Context,
  posts: readonly Post[],
): Promise<ReadonlyMap<number, AttachmentMap>> {
  const { db, permissions } = ctx;
  const open = posts.filter(
    (post) => !isChannel(ctx, post) && permissions.can('cangetattachment', post.channelid),
  );
  const found = await listAttachments(
    db,
    open.map((post) => post.nodeid),
  );
  return new Map(open.map((post) => [post.nodeid, attachmentMap(ctx, post, found)]));
}

/**
 * An attachment that the caller may get.
 * @throws ApiError `invalid_attachment_id` when there is none for him; a guest is asked to log in
 */
export async function attachmentFor(ctx: Context, nodeid: number): Promise<PlacedAttachment> {
  const [found] = await placedFor(ctx, await findAttachments(ctx.db, [nodeid]));
  if (found === undefined) throw absent(ctx, new ApiError('invalid_attachment_id', nodeid));
  return found;
}

/** What a guest cannot find he may find as a member. */
export function absent(ctx: Context, error: ApiError): ApiError {
  return ctx.user.userid === 0 ? new ApiError('not_logged_no_permission') : error;
}

/** The same for a photo. */
export async function photoFor(ctx: Context, nodeid: number): Promise<PlacedAttachment> {
  const found = await attachmentFor(ctx, nodeid);
  if (found.row.contenttypeid === ctx.board.contentTypes.Photo) return found;
  throw new ApiError('invalid_attachment_id', nodeid);
}

/** Those attachments of the list that the caller may get: he must see the post and have the right in its channel. */
export async function placedFor(
  ctx: Context,
  rows: readonly AttachmentRow[],
): Promise<PlacedAttachment[]> {
  const { db, permissions } = ctx;
  const parents = await findNodes(db, [...new Set(rows.map((row) => row.parentid))]);
  const posts = new Map(
    parents
      .filter((post) => sees(ctx, post) && permissions.can('cangetattachment', post.channelid))
      .map((post) => [post.nodeid, post]),
  );
  return rows.flatMap((row) => {
    const post = posts.get(row.parentid);
    return post === undefined ? [] : [{ row, post }];
  });
}

/** The attachment as its reader gets it. */
export function attachmentOf(ctx: Context, { row, post }: PlacedAttachment): Attachment {
  return attachmentInfo(ctx, row, post.channelid);
}
