import type { Clause } from '../../db/clause.ts';
import type { Context } from '../../call/context.ts';
import type { ListMemory } from '../../db/list-places.ts';
import { shownInOwnAlbum } from '../../library/files/album.ts';
import { countNodes, type ListOrder, type NodeList, positionIn } from '../../library/node/list.ts';
import { type FoundNode, findNode } from '../../library/node/node.ts';
import { listable, listableIn } from '../../library/node/visible.ts';
import { albumChannel } from './albums.ts';
import { isChannel, sees, viewable } from './sight.ts';

/** What of it is listed, and in which order. */
interface Choice {
  readonly sort?: ListOrder;
  readonly include_starter?: boolean;
  readonly contenttypeid?: number;
}

/** What the caller may list below a node; undefined for nothing. */
export function listBelow(
  ctx: Context,
  parent: FoundNode,
  depth: number,
  contenttypeid: number,
  options: Choice,
): NodeList | undefined {
  const { board, permissions } = ctx;
  const parentid = parent.nodeid;
  const inChannel = isChannel(ctx, parent);
  const channels =
    inChannel && depth !== 1
      ? board.subtree(parentid).map((channel) => channel.nodeid)
      : [parent.channelid];
  // Below one channel its test is left out: the index alone then answers, and deep pages cost a quarter.
  const condition =
    channels.length === 1 ? listableBelow(ctx, parent) : listable(permissions, channels);
  if (condition === undefined) return undefined;
  return {
    parentid,
    isTopic: parent.starter === parentid,
    depth,
    includeParent: options.include_starter === true && !inChannel,
    contenttypeid: options.contenttypeid ?? contenttypeid,
    order: options.sort ?? (inChannel ? (depth === 1 ? 'activity' : 'newest') : 'oldest'),
    listable: condition,
  };
}

function listableBelow(ctx: Context, { channelid, starteruserid }: FoundNode): Clause | undefined {
  const { permissions, user } = ctx;
  const own = user.userid !== 0 && starteruserid === user.userid;
  return own && channelid === albumChannel(ctx)
    ? shownInOwnAlbum(permissions, channelid)
    : listableIn(permissions, channelid);
}

/** What is remembered of the lists below a node. */
export function memoryOf({ board, now }: Context, parent: FoundNode): ListMemory {
  return { places: board.places, parent, now };
}

/**
 * How many nodes `listBelow` has.
 * @throws ApiError `invalid_node_id` when there is no such node for the caller
 */
export async function countBelow(
  ctx: Context,
  parentid: number,
  depth: number,
  contenttypeid: number,
  options: Choice,
): Promise<number> {
  const parent = await viewable(ctx, parentid);
  const list = listBelow(ctx, parent, depth, contenttypeid, options);
  return list === undefined ? 0 : countNodes(ctx.db, list, memoryOf(ctx, parent));
}

/** The pages of a topic on which a post is looked for. */
export type TopicPages = Pick<NodeList, 'depth' | 'includeParent' | 'contenttypeid' | 'order'> & {
  readonly perpage: number;
};

/** On which page of its topic a post is, from 1 on; 0 when it is on none, or there is no such post for the caller. */
export async function pageOf(
  ctx: Context,
  nodeid: number,
  { perpage, ...pages }: TopicPages,
): Promise<number> {
  const { board, db, permissions } = ctx;
  const node = await findNode(db, nodeid);
  if (node === undefined || isChannel(ctx, node) || !sees(ctx, node)) return 0;
  const condition = listable(permissions, [node.channelid]);
  if (condition === undefined) return 0;
  const list = { ...pages, parentid: node.starter, isTopic: true, listable: condition };
  const size = Math.min(Math.max(perpage, 1), board.options.maxperpage);
  return Math.ceil((await positionIn(db, list, node)) / size);
}
