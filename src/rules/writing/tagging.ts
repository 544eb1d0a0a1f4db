import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { insertNodeTags, type NodeTagRow } from '../../library/social/tag.ts';
import { splitTags, tagMistake } from '../../library/social/tag-text.ts';

/** What decides who tags a topic. */
export type TaggedTopic = Pick<FoundNode, 'nodeid' | 'starter' | 'userid' | 'channelid'>;

/** No topic has more, whatever the board allows: its list is a column. */
const MOST_TAGS = 20;

/** How many tags a topic may have. */
export function mostTags({ maxtags }: { readonly maxtags: number }): number {
  return Math.min(maxtags, MOST_TAGS);
}

/** How many tags the caller may give the topic. */
export function mostOfCaller(ctx: Context, topic: TaggedTopic): number {
  const { options } = ctx.board;
  const most = mostTags(options);
  if (moderatesTags(ctx, topic)) return most;
  return Math.min(most, isOwn(ctx, topic) ? options.maxstartertags : options.maxothertags);
}

/** Whether the caller may give the topic tags. */
export function mayTag(ctx: Context, topic: TaggedTopic): boolean {
  if (topic.starter === 0 || ctx.user.userid === 0) return false;
  const right = isOwn(ctx, topic) ? 'cantagown' : 'cantagothers';
  return moderatesTags(ctx, topic) || ctx.permissions.can(right, topic.channelid);
}

export function moderatesTags({ permissions }: Context, topic: TaggedTopic): boolean {
  return permissions.moderates('caneditthreads', topic.channelid);
}

export function isOwn({ user }: Context, topic: TaggedTopic): boolean {
  return topic.userid === user.userid && topic.userid !== 0;
}

/**
 * The tags of a list, tidy.
 * @param name of the list, as the client sends it
 * @throws ApiError `too_many_tags`; `invalid_data` when one cannot be used
 */
export function validTags(
  { board }: Context,
  taglist: readonly string[],
  name = 'taglist',
): string[] {
  const wanted = splitTags(taglist);
  const most = mostTags(board.options);
  if (wanted.length > most) throw new ApiError('too_many_tags', most);
  for (const tag of wanted) {
    const why = tagMistake(tag, board.options);
    if (why !== undefined) throw new ApiError('invalid_data', `${name}: ${why}`);
  }
  return wanted;
}

/** @throws ApiError `too_many_tags` */
export function refuseTooMany(
  ctx: Context,
  topic: TaggedTopic,
  existing: readonly NodeTagRow[],
  wanted: readonly string[],
): void {
  if (!fits(ctx, topic, existing, wanted))
    throw new ApiError('too_many_tags', mostOfCaller(ctx, topic));
}

/** Whether the topic takes these tags from the caller. */
function fits(
  ctx: Context,
  topic: TaggedTopic,
  existing: readonly NodeTagRow[],
  wanted: readonly string[],
): boolean {
  const fresh = wanted.filter((text) => !existing.some((tag) => tag.tagtext === text)).length;
  const own = existing.filter((tag) => tag.userid === ctx.user.userid).length;
  return (
    fresh === 0 ||
    (existing.length + fresh <= mostTags(ctx.board.options) &&
      own + fresh <= mostOfCaller(ctx, topic))
  );
}

/**
 * Gives a topic the tags that it does not have yet. The caller has the right, and holds the topic.
 * @throws ApiError `too_many_tags`
 */
export async function giveTags(
  ctx: Context,
  topic: TaggedTopic,
  existing: readonly NodeTagRow[],
  wanted: readonly string[],
): Promise<void> {
  refuseTooMany(ctx, topic, existing, wanted);
  const fresh = wanted.filter((text) => !existing.some((tag) => tag.tagtext === text));
  const { db, now, user } = ctx;
  await insertNodeTags(db, { nodeid: topic.nodeid, userid: user.userid, now }, fresh);
}
