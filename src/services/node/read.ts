import { ApiError } from '../../errors.ts';
import { nodeoptions } from '../../library/node/nodeoption.ts';
import { listAncestors } from '../../library/node/node.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { Keyed, Struct, Uint } from '../../protocol/types.ts';
import { answersOf, seenAmong } from '../../rules/reading/sight.ts';
import { contentsOf, counted } from '../../rules/reading/contents.ts';
import { capped } from '../../rules/reading/paging.ts';
import { attachmentsOf } from '../../rules/reading/attachments.ts';
import type { AttachmentMap } from '../../shapes/attachment.ts';
import type { ContentMap, FullContent, NodeAnswer } from '../../shapes/content.ts';
import { Service } from '../service.ts';

/** Nodes by id, in the order of the list. */
export type NodeMap = ReadonlyMap<number, JoinedNode>;

/** Nodes by the caller's keys: a list when these are 0, 1 and so on. */
export type KeyedContents =
  readonly FullContent[] | ListById<FullContent> | ReadonlyMap<string, FullContent>;

/** A node, with its attachments where they are asked for. */
export interface JoinedNode extends NodeAnswer {
  readonly attachments?: AttachmentMap | undefined;
}

/** A node with its ancestors, the nearest first. */
export interface NodeWithParents extends JoinedNode {
  readonly parents?: readonly NodeAnswer[] | undefined;
}

/**
 * Everything on the board is a node: a channel, a topic, a reply, a comment.
 *
 * This class reads nodes of every type, one by one and in lists, marks them as read, and moderates them: it moves,
 * merges, closes, approves and deletes. What a node says is written by the class of its type, such as content_text.
 *
 * @lead
 */
export class NodeReading extends Service {
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
    const [node] = await this.#joined(await answersOf(this.ctx, found), withJoinableContent);
    if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
    if (!withParents) return node;
    const above = await listAncestors(this.ctx.db, nodeid);
    return {
      ...node,
      parents: await answersOf(
        this.ctx,
        above.filter((parent) => this.sees(parent)),
      ),
    };
  }

  /**
   * Reads several nodes. Those that the caller may not see are left out, as if they did not exist.
   * @param nodeList node ids
   * @param withJoinableContent adds `attachments` by their ids, where the caller may get them
   * @returns the nodes by id
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getNodes(nodeList: Uint[], withJoinableContent = false): Promise<NodeMap> {
    const found = await seenAmong(this.ctx, nodeList);
    const joined = await this.#joined(await answersOf(this.ctx, found), withJoinableContent);
    const answers = new Map(joined.map((node) => [node.nodeid, node]));
    return new Map(nodeList.flatMap((nodeid) => entryOf(nodeid, answers.get(nodeid))));
  }

  /**
   * Reads a node with its content: see getNodeFullContent.
   * @param contenttypeid has no effect: the node's own type is known
   * @param options has no effect: the node comes with all there is
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeContent(
    nodeid: Uint,
    contenttypeid: Uint | false = false,
    options: Struct = new Map(),
  ): Promise<ContentMap> {
    return this.getNodeFullContent(nodeid, contenttypeid, options);
  }

  /**
   * Reads a node with its content, its author, topic and channel, and what the caller may do.
   * @param contenttypeid has no effect: the node's own type is known
   * @param options has no effect: the node comes with all there is
   * @returns the node by its id: one member
   * @throws invalid_node_id when there is no such node for the caller
   * @readonly
   * @example nodeid=27
   */
  async getNodeFullContent(
    nodeid: Uint,
    contenttypeid: Uint | false = false,
    options: Struct = new Map(),
  ): Promise<ContentMap> {
    const contents = await contentsOf(this.ctx, [nodeid]);
    if (contents.size === 0) throw new ApiError('invalid_node_id', nodeid);
    return counted(this.ctx, nodeid, contents);
  }

  /**
   * Reads several nodes with their content, under the keys that the caller gave. Those that he may not see are left out.
   * @param nodeList node ids, each under a key; in a list 0, 1 and so on
   * @returns the nodes by key, in the order of the list; a list when the keys are 0, 1 and so on. Where some of a list
   *   are left out, it is one from `api_v` 100 on, and below an object with the keys of the others
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getFullContentforNodes(nodeList: Keyed<Uint>): Promise<KeyedContents> {
    const contents = await contentsOf(this.ctx, capped(this.ctx, [...nodeList.values()]));
    const found = [...nodeList].flatMap(([key, nodeid]) => entryOf(key, contents.get(nodeid)));
    return isList(nodeList.keys()) ? asListed(found) : new Map(found);
  }

  /**
   * Reads several nodes with their content, by their ids. Those that the caller may not see are left out.
   * @param nodeList node ids
   * @param options has no effect: the nodes come with all there is
   * @returns the nodes by id, in the order of the list
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getContentforNodes(nodeList: Uint[], options: Struct | false = false): Promise<ContentMap> {
    return contentsOf(this.ctx, capped(this.ctx, nodeList));
  }

  /**
   * The options that nodes may have: their names and bits.
   * @readonly
   */
  async getOptions(): Promise<Readonly<Record<string, number>>> {
    return nodeoptions;
  }

  async #joined(nodes: readonly NodeAnswer[], join: boolean): Promise<readonly JoinedNode[]> {
    if (!join) return nodes;
    const attachments = await attachmentsOf(this.ctx, nodes);
    return nodes.map((node) => ({ ...node, attachments: attachments.get(node.nodeid) }));
  }
}

function entryOf<K, N>(key: K, node: N | undefined): [K, N][] {
  return node === undefined ? [] : [[key, node]];
}

/** As PHP has it: keys that count from 0 on are those of a list. */
function isList(keys: Iterable<string>): boolean {
  return [...keys].every((key, index) => key === String(index));
}

/** What is left of a list. PHP has no list with gaps; readers with types want one whatever is left out. */
function asListed<N>(entries: readonly (readonly [string, N])[]): readonly N[] | ListById<N> {
  if (isList(entries.map(([key]) => key))) return entries.map(([, node]) => node);
  return new ListById(entries.map(([key, node]) => [Number(key), node]));
}
