import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import { channelsSeenBy } from '../library/channel-view.ts';
import { listAttachments } from '../library/attach.ts';
import { findContents, findReaderMarks } from '../library/content.ts';
import { type FoundNode, findNode, findNodes, stateOf } from '../library/node.ts';
import { findRedirects } from '../library/redirect.ts';
import { nodeoptions } from '../library/nodeoption.ts';
import { attachmentMap, type AttachmentMap, type Post } from './attachment-shape.ts';
import { detailsOf } from './content-details.ts';
import {
  avatarOwner,
  type FullContent,
  fullContent,
  nodeAnswer,
  type NodeAnswer,
} from './content-shape.ts';
import { editHindrance } from './post-rights.ts';

type ReadAttachments = (posts: readonly Post[]) => Promise<ReadonlyMap<number, AttachmentMap>>;

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

  /**
   * The nodes of the list that the caller sees, with their content, in the list's order.
   * @param attached reads what is attached to them, where that is not to be all
   */
  protected async contents(
    nodeids: readonly number[],
    attached: ReadAttachments = (posts) => this.attachmentsOf(posts),
  ): Promise<ReadonlyMap<number, FullContent>> {
    const { board, db, links, now, permissions, user } = this.ctx;
    const found = (await findContents(db, nodeids)).filter((row) => this.sees(row));
    const rows = await channelsSeenBy(db, found, board, permissions);
    const marks = await findReaderMarks(db, user.userid, rows);
    const attachments = await attached(rows);
    const details = await detailsOf(this.ctx, rows, attachments);
    const reader = { permissions, marks, now };
    const targets = await this.#targetsOf(rows);
    return new Map(
      rows.map((row) => [
        row.nodeid,
        fullContent(row, reader, {
          avatar: { avatarpath: links.avatar(avatarOwner(row)) },
          attachments: attachments.get(row.nodeid),
          ...details.get(row.nodeid),
          tonodeid: targets.get(row.nodeid),
        }),
      ]),
    );
  }

  /** Passes on what the caller reads, and counts a view of the topic when it is that topic or posts in it. */
  protected counted<T extends ReadonlyMap<number, FullContent>>(nodeid: number, contents: T): T {
    const [first] = contents.values();
    if (first?.starter === nodeid) this.countView(nodeid);
    return contents;
  }

  protected countView(topicid: number): void {
    const { host, now, session, user, views } = this.ctx;
    const guest = session?.apiaccesstoken ?? host;
    views.add(user.userid === 0 ? guest : String(user.userid), topicid, now);
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

  /** Where the redirects among the nodes lead, as far as the caller sees that. */
  async #targetsOf(nodes: readonly FoundNode[]): Promise<ReadonlyMap<number, number>> {
    const { board, db } = this.ctx;
    const redirects = nodes.filter((node) => node.contenttypeid === board.contentTypes.Redirect);
    if (redirects.length === 0) return new Map();
    const targets = await findRedirects(
      db,
      redirects.map((node) => node.nodeid),
    );
    const found = await findNodes(db, [...targets.values()]);
    const seen = new Set(found.filter((node) => this.sees(node)).map((node) => node.nodeid));
    return new Map([...targets].filter(([, target]) => seen.has(target)));
  }

  /** Refuses all but the author, within the time that his usergroup has, and moderators. */
  protected permitEdit(node: FoundNode): void {
    const { permissions, now } = this.ctx;
    const hindrance = editHindrance(node, permissions, now);
    if (hindrance === undefined) return;
    if (hindrance === 'closed') throw new ApiError('threadclosed');
    if (hindrance === 'no_right') throw this.refusal();
    throw new ApiError('edit_time_over', permissions.rights(node.channelid).edit_time);
  }

  /**
   * Whether the caller's new post below the node shows at once: 1, or 0 when a moderator must approve it. Posts of
   * usergroups without `followforummoderation` always wait, those of others where the channel says so.
   */
  protected approvedBelow(parent: FoundNode): 0 | 1 {
    const { board, permissions } = this.ctx;
    if (permissions.moderates('canmoderateposts', parent.channelid)) return 1;
    if (!permissions.can('followforummoderation', parent.channelid)) return 0;
    const { moderate_topics, moderate_comments } = nodeoptions;
    const waiting = this.isChannel(parent) ? moderate_topics : moderate_comments;
    const options = board.channel(parent.channelid)?.nodeoptions ?? 0;
    return (options & waiting) === 0 ? 1 : 0;
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
