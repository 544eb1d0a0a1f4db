import type { Context } from '../../call/context.ts';
import type { Db } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { findVersion, listVersions, type Version } from '../../library/content/edithistory.ts';
import type { FoundNode } from '../../library/node/node.ts';

/** Two versions of a post. */
export interface VersionComparison {
  readonly old: Version;
  readonly current: Version;
}

/** Whether the caller may know what a post said before: its author, and who may edit posts there. */
export function seesHistory({ permissions, user }: Context, node: FoundNode): boolean {
  const own = user.userid !== 0 && node.userid === user.userid;
  return own || permissions.moderates('caneditposts', node.channelid);
}

/** @throws ApiError `no_permission`; a guest is asked to log in */
export function requireHistory(ctx: Context, node: FoundNode): void {
  if (!seesHistory(ctx, node))
    throw new ApiError(ctx.user.userid === 0 ? 'not_logged_no_permission' : 'no_permission');
}

/**
 * Two versions of a post.
 * @param oldid 0 for the one before the other
 * @param newid 0 for the newest
 * @throws ApiError `invalid_version`
 */
export async function comparison(
  db: Db,
  nodeid: number,
  oldid: number,
  newid: number,
): Promise<VersionComparison> {
  const versions = newid === 0 || oldid === 0 ? await listVersions(db, nodeid) : [];
  const ids = versions.map(({ postedithistoryid }) => postedithistoryid);
  const second = newid === 0 ? (ids[0] ?? 0) : newid;
  const first = oldid === 0 ? (ids.find((id) => id < second) ?? 0) : oldid;
  return { old: await version(db, nodeid, first), current: await version(db, nodeid, second) };
}

/** @throws ApiError `invalid_version` */
export async function version(db: Db, nodeid: number, postedithistoryid: number): Promise<Version> {
  const found = await findVersion(db, nodeid, postedithistoryid);
  if (found === undefined) throw new ApiError('invalid_version', postedithistoryid);
  return found;
}
