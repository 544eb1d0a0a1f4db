import type { Context } from '../../call/context.ts';
import { ApiError } from '../../errors.ts';
import { countTry } from '../../library/access/throttle.ts';
import { networkOf } from '../../network.ts';
import type { PostType } from '../rights/types.ts';
import { type FoundNode, findNodes } from '../../library/node/node.ts';
import { lockPoster } from '../../library/user/poster.ts';
import { listDuplicates } from '../../library/content/text.ts';
import { sees } from '../reading/sight.ts';

/**
 * Refuses who has written a moment ago. A wait longer than the longest comes from a clock that has been set back: it is
 * none.
 * @param last when he wrote last, Unix seconds; 0 for never
 * @throws ApiError `postfloodcheck` (the option `floodchecktime`, seconds to wait)
 */
export function refuseFlood({ board, now }: Pick<Context, 'board' | 'now'>, last: number): void {
  const { floodchecktime } = board.options;
  const wait = last + floodchecktime - now;
  if (wait > 0 && wait <= floodchecktime)
    throw new ApiError('postfloodcheck', floodchecktime, wait);
}

/** Guests are told apart by their networks. */
async function refuseGuestFlood(ctx: Context): Promise<void> {
  const { board, db, host, now } = ctx;
  const { floodchecktime } = board.options;
  if (floodchecktime === 0) return;
  const wait = await countTry(db, 'guestpost', networkOf(host), now, {
    seconds: floodchecktime,
  });
  if (wait > 0) throw new ApiError('postfloodcheck', floodchecktime, wait);
}

/** Flood and duplicates. The member's row is held, so that two posts at once are judged one after the other. */
export async function refuseHaste(
  ctx: Context,
  type: PostType,
  parent: FoundNode,
  words: { readonly title: string; readonly rawtext: string },
): Promise<void> {
  const { authority, db, now, user, permissions, board } = ctx;
  // The site writes what many guests have said.
  if (user.userid === 0) return authority === 'site' ? undefined : refuseGuestFlood(ctx);
  const { duplicatechecktime } = board.options;
  const lastpost = await lockPoster(db, user.userid);
  const since = now - duplicatechecktime;
  const contenttypeid = board.contentTypes[type];
  const twin = {
    userid: user.userid,
    parentid: parent.nodeid,
    contenttypeid,
    ...words,
    since,
    now,
  };
  const twins = duplicatechecktime === 0 ? [] : await listDuplicates(db, twin);
  const duplicate = (await findNodes(db, twins)).find((node) => sees(ctx, node));
  if (duplicate !== undefined) throw new ApiError('duplicate_post', duplicate.nodeid);
  if (!permissions.moderates('canmoderateposts', parent.channelid)) refuseFlood(ctx, lastpost);
}
