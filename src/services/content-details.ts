import type { Context } from '../context.ts';
import type { ContentRow } from '../library/content.ts';
import { type PollContent, pollContents } from './poll-shape.ts';

/** What the content types have beside the text: each of them only for posts of its type. */
export type ContentDetails = Partial<PollContent>;

/** The details of those posts that have any, by post. */
export async function detailsOf(
  ctx: Context,
  rows: readonly ContentRow[],
): Promise<ReadonlyMap<number, ContentDetails>> {
  return pollContents(ctx, rows);
}
