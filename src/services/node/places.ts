import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import { foundNode } from '../../library/moderation/moving.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { insertRedirect } from '../../library/moderation/redirect.ts';
import { ALBUM_CHANNEL, VISITORMESSAGE_CHANNEL } from '../../library/board/system-channels.ts';
import type { Uint } from '../../protocol/types.ts';
import { isComment, isTopic } from '../../rules/rights/post.ts';
import { isChannel } from '../../rules/reading/sight.ts';
import { idsOf } from './acts.ts';

/** What stays in the place of a topic. */
export interface LeaveRedirectData {
  /** 1 leaves a redirect to the topic in its old channel. */
  leave_redirect?: boolean;
  /** When the redirect goes, Unix seconds; 0 for never. */
  expires?: Uint;
}

/** Leaves a redirect in the channel of each topic that everybody sees, if one is wanted. */
export async function leaveRedirects(
  ctx: Context,
  topics: readonly FoundNode[],
  tonodeid: number | undefined,
  { leave_redirect = false, expires = 0 }: LeaveRedirectData,
): Promise<void> {
  const { board, db, now } = ctx;
  if (!leave_redirect) return;
  if (expires !== 0 && expires <= now)
    throw new ApiError('invalid_data', "the redirect's time is over");
  const contenttypeid = board.contentTypes.Redirect;
  const albums = board.channelByGuid(ALBUM_CHANNEL);
  for (const topic of topics) {
    if (topic.showpublished === 0 || topic.showapproved === 0) continue;
    if (topic.contenttypeid === contenttypeid || topic.setfor !== 0) continue;
    if (topic.channelid === albums) continue;
    const channel = await foundNode(db, topic.parentid);
    const leads = { tonodeid: tonodeid ?? topic.nodeid, contenttypeid, now, expires };
    await insertRedirect(db, { topic, channel, ...leads });
  }
}

/**
 * A message on a profile is for one member, and an album on it is of one: nothing that was written elsewhere becomes
 * one, or a part of one.
 */
export function refuseProfiles(
  ctx: Pick<Context, 'board'>,
  nodes: readonly FoundNode[],
  place: FoundNode,
): void {
  const { board } = ctx;
  const { channelid, nodeid, setfor, starter } = place;
  const onProfiles = nodeid === board.channelByGuid(VISITORMESSAGE_CHANNEL);
  const inAlbums = channelid === board.channelByGuid(ALBUM_CHANNEL);
  if (inAlbums && nodes.some((node) => node.starter !== starter))
    throw new ApiError('invalid_data', 'nothing is moved into an album');
  const foreign = setfor !== 0 && nodes.some((node) => node.setfor !== setfor);
  if (foreign || (onProfiles && nodes.length > 0))
    throw new ApiError('invalid_data', 'nothing is moved onto a profile');
}

/** Nothing comes to lie below a redirect. */
export function refuseRedirects(
  ctx: Pick<Context, 'board'>,
  nodes: readonly FoundNode[],
  why = 'a redirect takes no posts',
): void {
  const { Redirect } = ctx.board.contentTypes;
  if (nodes.some((node) => node.contenttypeid === Redirect))
    throw new ApiError('invalid_data', why);
}

/** Those of the nodes that lie below none of the others, with which they go. */
export function withoutBelow(
  ctx: Pick<Context, 'board'>,
  nodes: readonly FoundNode[],
): FoundNode[] {
  const listed = new Set(idsOf(nodes));
  return nodes.filter((node) => !placesAbove(ctx, node).some((nodeid) => listed.has(nodeid)));
}

export function requireTopicPlace(ctx: Pick<Context, 'board'>, channel: FoundNode): void {
  if (ctx.board.channel(channel.nodeid)?.category === 1)
    throw new ApiError('category_takes_no_topics');
}

/**
 * Refuses posts that cannot be replies to a topic, or comments on a reply: three levels are all there are.
 * @param haveComments whether something lies below one of them
 */
export async function requireReplyPlace(
  nodes: readonly FoundNode[],
  place: FoundNode,
  haveComments: () => boolean | Promise<boolean>,
): Promise<void> {
  if (nodes.some(isTopic)) throw new ApiError('invalid_data', 'topics are merged: mergeTopics');
  if (isComment(place)) throw new ApiError('invalid_data', 'a comment takes no comments');
  if (nodes.some((node) => [place.nodeid, place.parentid].includes(node.nodeid)))
    throw new ApiError('invalid_data', 'nothing can be below itself');
  if (!isTopic(place) && (await haveComments()))
    throw new ApiError('invalid_data', 'a reply with comments cannot become a comment');
}

/** Posts that are to be a topic, the one that begins it first. */
export function repliesByAge(nodes: readonly FoundNode[]): FoundNode[] {
  if (nodes.some(isTopic)) throw new ApiError('invalid_data', 'topics or replies, not both');
  return [...nodes].sort(byAge);
}

/** What can be above a node in a list of one kind: a post's parent and topic, or the channels above a channel. */
function placesAbove(ctx: Pick<Context, 'board'>, node: FoundNode): number[] {
  if (!isChannel(ctx, node)) {
    return [node.parentid, node.starter].filter((nodeid) => nodeid !== node.nodeid);
  }
  const above: number[] = [];
  const { board } = ctx;
  for (let up = board.channel(node.parentid); up; up = board.channel(up.parentid))
    above.push(up.nodeid);
  return above;
}

function byAge(a: FoundNode, b: FoundNode): number {
  return a.publishdate - b.publishdate || a.nodeid - b.nodeid;
}
