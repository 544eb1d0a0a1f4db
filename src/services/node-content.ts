import { nodeoptions } from '../library/nodeoption.ts';
import { ApiError } from '../errors.ts';
import { type FoundNode, findNodes, listAncestors } from '../library/node.ts';
import type { Uint } from '../protocol/types.ts';
import { NodeReading } from './node-reading.ts';
import type { AttachmentMap } from './attachment-shape.ts';
import type { FullContent, NodeAnswer } from './content-shape.ts';

/** Nodes by id, in the order of the list. */
export type NodeMap = ReadonlyMap<number, JoinedNode>;
export type ContentMap = ReadonlyMap<number, FullContent>;

/** A node, with its attachments where they are asked for. */
export interface JoinedNode extends NodeAnswer {
  readonly attachments?: AttachmentMap | undefined;
}

/** A node with its ancestors, the nearest first. */
export interface NodeWithParents extends JoinedNode {
  readonly parents?: readonly NodeAnswer[] | undefined;
}

/** Reading nodes by their ids. */
export abstract class NodeContent extends NodeReading {
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
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getNodes(nodeList: Uint[], withJoinableContent = false): Promise<NodeMap> {
    const found = (await findNodes(this.ctx.db, this.capped(nodeList))).filter((node) =>
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
    return this.counted(nodeid, contents);
  }

  /**
   * Reads several nodes with their content. Those that the caller may not see are left out.
   * @param nodeList node ids
   * @returns the nodes by id, in the order of the list
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getFullContentforNodes(nodeList: Uint[]): Promise<ContentMap> {
    return this.contents(this.capped(nodeList));
  }

  /**
   * The same as getFullContentforNodes.
   * @param nodeList node ids
   * @returns the nodes by id, in the order of the list
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example nodeList[]=27&nodeList[]=28
   */
  async getContentforNodes(nodeList: Uint[]): Promise<ContentMap> {
    return this.getFullContentforNodes(nodeList);
  }

  /**
   * The options that nodes may have: their names and bits.
   * @readonly
   */
  async getOptions(): Promise<Readonly<Record<string, number>>> {
    return nodeoptions;
  }

  /** The nodes of the list, each once. */
  protected async viewableAll(nodeids: readonly number[]): Promise<FoundNode[]> {
    const found = await findNodes(this.ctx.db, this.capped(nodeids));
    const seen = new Map(
      found.filter((node) => this.sees(node)).map((node) => [node.nodeid, node]),
    );
    return [...new Set(nodeids)].map((nodeid) => {
      const node = seen.get(nodeid);
      if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
      return node;
    });
  }

  protected capped(nodeids: readonly number[]): readonly number[] {
    const most = this.ctx.board.options.maxperpage;
    if (nodeids.length > most) throw new ApiError('invalid_data', `at most ${most} nodes at once`);
    return nodeids;
  }

  async #joined(nodes: readonly NodeAnswer[], join: boolean): Promise<readonly JoinedNode[]> {
    if (!join) return nodes;
    const attachments = await this.attachmentsOf(nodes);
    return nodes.map((node) => ({ ...node, attachments: attachments.get(node.nodeid) }));
  }
}

function entryOf(node: JoinedNode | undefined): [number, JoinedNode][] {
  return node === undefined ? [] : [[node.nodeid, node]];
}
