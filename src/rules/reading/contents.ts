import type { AttachmentMap, Post } from '../../shapes/attachment.ts';
import type { Context } from '../../call/context.ts';
import { attachmentsOf } from './attachments.ts';
import { type FoundNode, findNodes } from '../../library/node/node.ts';
import { sees } from './sight.ts';
import { type FullContent, fullContent, avatarOwner, pageOf } from '../../shapes/content.ts';
import { findContents, findReaderMarks } from '../../library/content/content.ts';
import { channelsSeenBy } from '../../library/node/channel-view.ts';
import { detailsOf } from './details.ts';
import { readersContent } from './reader.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import { findRedirects } from '../../library/moderation/redirect.ts';

/** Reads what is attached to posts, by post. */
export type ReadAttachments = (
  posts: readonly Post[],
) => Promise<ReadonlyMap<number, AttachmentMap>>;

/**
 * The nodes of the list that the caller sees, with their content, in the list's order.
 * @param attached reads what is attached to them, where that is not to be all
 * @param shows which of the nodes are for the caller
 */
export async function contentsOf(
  ctx: Context,
  nodeids: readonly number[],
  attached: ReadAttachments = (posts) => attachmentsOf(ctx, posts),
  shows = (node: FoundNode): boolean => sees(ctx, node),
): Promise<ReadonlyMap<number, FullContent>> {
  const { board, db, links, now, permissions, user } = ctx;
  const found = (await findContents(db, nodeids)).filter(shows);
  const rows = await channelsSeenBy(db, found, board, permissions);
  const marks = await findReaderMarks(db, user.userid, rows);
  const attachments = await attached(rows);
  const details = await detailsOf(ctx, rows, attachments);
  const reader = { permissions, marks, now };
  const targets = await targetsOf(ctx, rows);
  return new Map(
    rows.map((row) => [
      row.nodeid,
      fullContent(row, readersContent(row, reader), {
        avatar: { avatarpath: links.avatar(avatarOwner(row)) },
        attachments: attachments.get(row.nodeid),
        ...details.get(row.nodeid),
        tonodeid: targets.get(row.nodeid),
        nodeurl: pageOf(row, links.baseUrl),
      }),
    ]),
  );
}

/** The same nodes as a list, for answers whose order means something. */
export async function contentList(
  ctx: Context,
  nodeids: readonly number[],
): Promise<ListById<FullContent>> {
  return new ListById(await contentsOf(ctx, nodeids));
}

/** Passes on what the caller reads, and counts a view of the topic when it is that topic or posts in it. */
export function counted<T extends ReadonlyMap<number, FullContent>>(
  ctx: Context,
  nodeid: number,
  contents: T,
): T {
  const [first] = contents.values();
  if (first?.starter === nodeid) countView(ctx, nodeid);
  return contents;
}

/** Counts a view of a topic; written later. */
export function countView(ctx: Context, topicid: number): void {
  const { host, now, session, user, views } = ctx;
  const guest = session?.apiaccesstoken ?? host;
  views.add(user.userid === 0 ? guest : String(user.userid), topicid, now);
}

/** Where the redirects among the nodes lead, as far as the caller sees that. */
async function targetsOf(
  ctx: Context,
  nodes: readonly FoundNode[],
): Promise<ReadonlyMap<number, number>> {
  const { board, db } = ctx;
  const redirects = nodes.filter((node) => node.contenttypeid === board.contentTypes.Redirect);
  if (redirects.length === 0) return new Map();
  const targets = await findRedirects(
    db,
    redirects.map((node) => node.nodeid),
  );
  const found = await findNodes(db, [...targets.values()]);
  const seen = new Set(found.filter((node) => sees(ctx, node)).map((node) => node.nodeid));
  return new Map([...targets].filter(([, target]) => seen.has(target)));
}
