import { ApiError } from '../errors.ts';
import { listAttachments } from '../library/attach.ts';
import { lockTree } from '../library/counters.ts';
import { hardDeleteNode, softDeleteNode } from '../library/deletion.ts';
import {
  countNodes,
  listNodeids,
  listOrders,
  type ListOrder,
  type NodeList,
} from '../library/node-list.ts';
import type { ListMemory } from '../library/list-places.ts';
import { type FoundNode, findNodes, listAncestors, setOpen } from '../library/node.ts';
import { DEFAULT_FORUM_PARENT, PRIVATEMESSAGE_CHANNEL } from '../library/system-channels.ts';
import { markRead } from '../library/noderead.ts';
import { listable, listableIn } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import { channelTree, type ChannelTree } from './channel-tree.ts';
import type { FullContent, NodeAnswer } from './content-shape.ts';
import type { ListOptions } from './node-options.ts';
import { isLonger } from '../library/wording.ts';
import { type AttachmentChanges, AttachmentService } from './attachment-service.ts';
import type { Attachment, AttachmentMap } from './attachment-shape.ts';

const PER_PAGE = 20;
const LONGEST_REASON = 500;

/** Nodes by id, in the order of the list. */
export type NodeMap = ReadonlyMap<number, JoinedNode>;
export type ContentMap = ReadonlyMap<number, FullContent>;

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

/** A node, with its attachments where they are asked for. */
export interface JoinedNode extends NodeAnswer {
  readonly attachments?: AttachmentMap | undefined;
}

/** A node with its ancestors, the nearest first. */
export interface NodeWithParents extends JoinedNode {
  readonly parents?: readonly NodeAnswer[] | undefined;
}

/** Everything on the board is a node: channels, topics, replies and comments. */
export class NodeService extends AttachmentService {
  /**
   * Reads one node.
   * @param nodeid the node
   * @param withParents adds `parents`, the nearest first
   * @param withJoinableContent adds `attachments` by their ids, where the caller may get them
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27&withParents=1
   */
  async getNode(
    nodeid: Uint,
    withParents = false,
    withJoinableContent = false,
  ): Promise<NodeWithParents> {
    const found = [await this.viewable(nodeid)];
    const [node] = await this.#joined(await this.answers(found), withJoinableContent);
    if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
    if (!withParents) return node;
    const above = await listAncestors(this.ctx.db, nodeid);
    return { ...node, parents: await this.answers(above.filter((parent) => this.sees(parent))) };
  }

  /**
   * Reads several nodes. Those that the caller may not see are left out, as if they did not exist.
   * @param nodeList node ids
   * @param withJoinableContent adds `attachments` by their ids, where the caller may get them
   * @returns the nodes by id
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getNodes(nodeList: Uint[], withJoinableContent = false): Promise<NodeMap> {
    const found = (await findNodes(this.ctx.db, this.#capped(nodeList))).filter((node) =>
      this.sees(node),
    );
    const joined = await this.#joined(await this.answers(found), withJoinableContent);
    const answers = new Map(joined.map((node) => [node.nodeid, node]));
    return new Map(nodeList.flatMap((nodeid) => entryOf(answers.get(nodeid))));
  }

  /**
   * Reads a node with its content.
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeContent(nodeid: Uint, contenttypeid: Uint | false = false): Promise<ContentMap> {
    return this.getNodeFullContent(nodeid, contenttypeid);
  }

  /**
   * Reads a node with its content, its author, topic and channel, and what the caller may do.
   * @param contenttypeid taken for compatibility: the node's own type is known
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeFullContent(nodeid: Uint, contenttypeid: Uint | false = false): Promise<ContentMap> {
    const contents = await this.contents([nodeid]);
    if (contents.size === 0) throw new ApiError('invalid_node_id', nodeid);
    return contents;
  }

  /**
   * Reads several nodes with their content. Those that the caller may not see are left out.
   * @param nodeList node ids
   * @returns the nodes by id, in the order of the list
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getFullContentforNodes(nodeList: Uint[]): Promise<ContentMap> {
    return this.contents(this.#capped(nodeList));
  }

  /**
   * Lists what lies below a node, page by page: the topics of a channel by activity with the sticky ones first, the
   * replies of a topic from the oldest on; with `depth` 0 everything below, the newest of a channel first.
   * Channels are not among it: see fetchChannelNodeTree.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @param depth 1 for direct children, 0 for all below
   * @param contenttypeid 0 for every type
   * @returns the nodes by id, in the list's order
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_parameter when `options[sort]` is not known
   * @readonly
   * @example parentid=27&depth=1&options[include_starter]=1
   */
  async listNodeContent(
    parentid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
    depth: Uint = 0,
    contenttypeid: Uint = 0,
    options: ListOptions = {},
  ): Promise<ContentMap> {
    return this.listNodeFullContent(parentid, page, perpage, depth, contenttypeid, options);
  }

  /**
   * Lists what lies below a node with all its content: see listNodeContent.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @param depth 1 for direct children, 0 for all below
   * @param contenttypeid 0 for every type
   * @returns the nodes by id, in the list's order
   * @throws invalid_node_id when there is no such node for the caller
   * @throws invalid_parameter when `options[sort]` is not known
   * @readonly
   * @example parentid=14&page=1&perpage=10&depth=1
   */
  async listNodeFullContent(
    parentid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
    depth: Uint = 0,
    contenttypeid: Uint = 0,
    options: ListOptions = {},
  ): Promise<ContentMap> {
    const parent = await this.viewable(parentid);
    const list = this.#list(parent, depth, contenttypeid, options);
    if (list === undefined) return new Map();
    const limit = Math.min(perpage || PER_PAGE, this.ctx.board.options.maxperpage);
    const offset = (Math.max(page, 1) - 1) * limit;
    const nodeids = await listNodeids(this.ctx.db, list, offset, limit, this.#memory(parent));
    return this.contents(nodeids);
  }

  /**
   * Counts what listNodeFullContent lists on all its pages.
   * @param page taken for compatibility, as is `perpage`
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example parentid=14&depth=1
   */
  async listNodeFullContentCount(
    parentid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
    depth: Uint = 0,
    contenttypeid: Uint = 0,
    options: ListOptions = {},
  ): Promise<Uint> {
    const parent = await this.viewable(parentid);
    const list = this.#list(parent, depth, contenttypeid, options);
    return list === undefined ? 0 : countNodes(this.ctx.db, list, this.#memory(parent));
  }

  /**
   * Reads the tree of channels that the caller may enter.
   * @param parentid 0 for the main forum
   * @param depth how many levels below the parent
   * @param pagenum taken for compatibility, as is `perpage`: the whole tree is returned
   * @returns `channels` by id, each with its `subchannels` by id; always objects
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example depth=3
   */
  async fetchChannelNodeTree(
    parentid: Uint = 0,
    depth: Uint = 3,
    pagenum: Uint = 1,
    perpage: Uint = 20,
  ): Promise<ChannelTree> {
    const root = await this.viewable(parentid === 0 ? this.#forumRoot() : parentid);
    if (!this.isChannel(root)) throw new ApiError('invalid_node_id', parentid);
    const { board, permissions, db } = this.ctx;
    const below = board
      .subtree(root.nodeid)
      .map((channel) => channel.nodeid)
      .filter((nodeid) => nodeid !== root.nodeid && permissions.viewable.has(nodeid));
    const rows = (await findNodes(db, below)).filter((node) => this.sees(node));
    return channelTree(root.nodeid, Math.max(depth, 1), await this.answers(rows));
  }

  /**
   * The root channel of the forums.
   * @readonly
   */
  async fetchForumChannel(): Promise<Uint> {
    return this.#forumRoot();
  }

  /**
   * The channel that private messages lie below. Nobody enters it: see content_privatemessage.
   * @returns its nodeid
   * @readonly
   */
  async fetchPMChannel(): Promise<Uint> {
    return this.ctx.board.channelByGuid(PRIVATEMESSAGE_CHANNEL);
  }

  /**
   * Deletes nodes with all below them: topics, replies and comments, or channels by an administrator. Either all are
   * deleted or none.
   * @param nodeids ids, as a list or separated by commas
   * @param hard for good; otherwise they are hidden, and moderators still see them
   * @param reason kept with a hidden node
   * @param modlog taken for compatibility, as is `reportspam`
   * @returns the ids deleted
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws no_permission when the caller may not delete one of them
   * @throws invalid_data when the reason is too long, or there are too many nodes
   * @example nodeids[]=28&hard=0&reason=Off topic
   */
  async deleteNodes(
    nodeids: Uint[],
    hard = true,
    reason = '',
    modlog = true,
    reportspam = false,
  ): Promise<Uint[]> {
    if (isLonger(reason, LONGEST_REASON))
      throw new ApiError('invalid_data', `a reason has at most ${LONGEST_REASON} characters`);
    await lockTree(this.ctx.db);
    const nodes = await this.#viewableAll(nodeids);
    for (const node of nodes) this.#permitDelete(node, hard);
    for (const node of nodes) await this.#delete(node, hard, reason);
    return nodes.map((node) => node.nodeid);
  }

  /**
   * Opens closed topics.
   * @param nodeid ids, as a list or separated by commas
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws no_permission when the caller may not open one of them
   * @example nodeid=27
   */
  async openNode(nodeid: Uint[]): Promise<Uint[]> {
    return this.#setOpen(nodeid, true);
  }

  /**
   * Closes topics: nobody but a moderator may reply any more.
   * @param nodeid ids, as a list or separated by commas
   * @returns the ids
   * @throws invalid_node_id when one of them is not there for the caller
   * @throws no_permission when the caller may not close one of them
   * @example nodeid=27
   */
  async closeNode(nodeid: Uint[]): Promise<Uint[]> {
    return this.#setOpen(nodeid, false);
  }

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
   * @throws too_many_attachments past the option `attachlimit`
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

  #memory(parent: FoundNode): ListMemory {
    return { places: this.ctx.board.places, parent, now: this.ctx.now };
  }

  #list(
    parent: FoundNode,
    depth: number,
    contenttypeid: number,
    options: ListOptions,
  ): NodeList | undefined {
    const { board, permissions } = this.ctx;
    const parentid = parent.nodeid;
    const inChannel = this.isChannel(parent);
    const channels =
      inChannel && depth !== 1
        ? board.subtree(parentid).map((channel) => channel.nodeid)
        : [parent.channelid];
    // Below one channel its test is left out: the index alone then answers, and deep pages cost a quarter.
    const condition =
      channels.length === 1
        ? listableIn(permissions, parent.channelid)
        : listable(permissions, channels);
    if (condition === undefined) return undefined;
    return {
      parentid,
      isTopic: parent.starter === parentid,
      depth: depth === 1 ? 1 : 0,
      includeParent: options.include_starter === true && !inChannel,
      contenttypeid: options.contenttypeid ?? contenttypeid,
      order: orderOf(options.sort, inChannel ? (depth === 1 ? 'activity' : 'newest') : 'oldest'),
      listable: condition,
    };
  }

  async #joined(nodes: readonly NodeAnswer[], join: boolean): Promise<readonly JoinedNode[]> {
    if (!join) return nodes;
    const attachments = await this.attachmentsOf(nodes);
    return nodes.map((node) => ({ ...node, attachments: attachments.get(node.nodeid) }));
  }

  async #attachments(nodeids: readonly number[]): Promise<PostAttachments> {
    const posts = await findNodes(this.ctx.db, this.#capped(nodeids));
    return this.attachmentsOf(posts.filter((post) => this.sees(post)));
  }

  #capped(nodeids: readonly number[]): readonly number[] {
    const most = this.ctx.board.options.maxperpage;
    if (nodeids.length > most) throw new ApiError('invalid_data', `at most ${most} nodes at once`);
    return nodeids;
  }

  #forumRoot(): number {
    return this.ctx.board.channelByGuid(DEFAULT_FORUM_PARENT);
  }

  #permitDelete(node: FoundNode, hard: boolean): void {
    const { board, permissions, user } = this.ctx;
    if (this.isChannel(node)) {
      const fixed = board.subtree(node.nodeid).some((channel) => channel.guid !== null);
      if (fixed || !hard || !permissions.isAdministrator) throw this.refusal();
      return;
    }
    const moderation = hard ? 'canremoveposts' : 'candeleteposts';
    if (permissions.moderates(moderation, node.channelid)) return;
    const own = user.userid !== 0 && node.userid === user.userid;
    const right = node.starter === node.nodeid ? 'candeletethread' : 'candeletepost';
    if (hard || !own || !permissions.can(right, node.channelid)) throw this.refusal();
  }

  async #delete({ nodeid, contenttypeid }: FoundNode, hard: boolean, reason: string) {
    const { db, now, user } = this.ctx;
    if (hard) await hardDeleteNode(db, nodeid);
    else await softDeleteNode(db, nodeid, { userid: user.userid, reason, now });
    if (this.isChannel({ contenttypeid })) this.ctx.afterCommit(() => this.ctx.forgetBoard());
  }

  async #setOpen(nodeids: readonly number[], open: boolean): Promise<Uint[]> {
    await lockTree(this.ctx.db);
    const nodes = await this.#viewableAll(nodeids);
    if (!nodes.every((node) => this.#mayOpen(node))) throw this.refusal();
    for (const { nodeid } of nodes) await setOpen(this.ctx.db, nodeid, open);
    return nodes.map((node) => node.nodeid);
  }

  #mayOpen(node: FoundNode): boolean {
    const { permissions, user } = this.ctx;
    if (this.isChannel(node)) return permissions.isAdministrator;
    const own = user.userid !== 0 && node.userid === user.userid;
    return (
      permissions.moderates('canopenclose', node.channelid) ||
      (own && permissions.can('canopenclose', node.channelid))
    );
  }

  /** The nodes of the list, each once. */
  async #viewableAll(nodeids: readonly number[]): Promise<FoundNode[]> {
    const found = await findNodes(this.ctx.db, this.#capped(nodeids));
    const seen = new Map(
      found.filter((node) => this.sees(node)).map((node) => [node.nodeid, node]),
    );
    return [...new Set(nodeids)].map((nodeid) => {
      const node = seen.get(nodeid);
      if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
      return node;
    });
  }
}

function entryOf(node: JoinedNode | undefined): [number, JoinedNode][] {
  return node === undefined ? [] : [[node.nodeid, node]];
}

function orderOf(sort: string | undefined, usual: ListOrder): ListOrder {
  if (sort === undefined || sort === '') return usual;
  if (Object.hasOwn(listOrders, sort)) return sort as ListOrder;
  throw new ApiError(
    'invalid_parameter',
    'options[sort]',
    `one of ${Object.keys(listOrders).join(', ')} is due`,
  );
}
