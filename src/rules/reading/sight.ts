import type { Context } from '../../call/context.ts';
import { type FoundNode, findNode, findNodes, stateOf } from '../../library/node/node.ts';
import { ApiError } from '../../errors.ts';
import { capped } from './paging.ts';
import { type NodeAnswer, nodeAnswer } from '../../shapes/content.ts';
import { channelsSeenBy } from '../../library/node/channel-view.ts';

/** The node, if the caller may know of it. What he may not see does not exist. */
export async function viewable(ctx: Context, nodeid: number): Promise<FoundNode> {
  const node = await findNode(ctx.db, nodeid);
  if (node === undefined || !sees(ctx, node)) throw new ApiError('invalid_node_id', nodeid);
  return node;
}

/**
 * The nodes of the list, each once.
 * @throws ApiError `invalid_node_id` for the first that the caller may not know of, `invalid_data` for too many
 */
export async function viewableAll(ctx: Context, nodeids: readonly number[]): Promise<FoundNode[]> {
  const wanted = [...new Set(nodeids)];
  const found = await seenAmong(ctx, wanted);
  const seen = new Map(found.map((node) => [node.nodeid, node]));
  return wanted.map((nodeid) => {
    const node = seen.get(nodeid);
    if (node === undefined) throw new ApiError('invalid_node_id', nodeid);
    return node;
  });
}

/** Those of the nodes that the caller sees, in no order. */
export async function seenAmong(ctx: Context, nodeids: readonly number[]): Promise<FoundNode[]> {
  const found = await findNodes(ctx.db, capped(ctx, nodeids));
  return found.filter((node) => sees(ctx, node));
}

/** Whether the caller may know of the node. */
export function sees({ board, permissions }: Context, node: FoundNode): boolean {
  return permissions.sees(stateOf(node, board.contentTypes));
}

/** Nodes as the caller sees them. */
export async function answersOf(ctx: Context, nodes: readonly FoundNode[]): Promise<NodeAnswer[]> {
  const { board, db, permissions } = ctx;
  const seen = await channelsSeenBy(db, nodes, board, permissions);
  return seen.map((node) => nodeAnswer(node, board.contentTypeClass(node.contenttypeid)));
}

/** Whether the node is a channel. */
export function isChannel(
  { board }: Pick<Context, 'board'>,
  node: Pick<FoundNode, 'contenttypeid'>,
): boolean {
  return node.contenttypeid === board.contentTypes.Channel;
}
