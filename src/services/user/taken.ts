import type { Context } from '../../call/context.ts';
import { type Db, isDuplicate } from '../../db/db.ts';
import { ApiError } from '../../errors.ts';
import { isClaimed } from '../../library/user/nameclaim.ts';
import { looksLike, pretends } from '../../library/user/reserved.ts';
import { findUserByEmail, findUserByName, type UserChanges } from '../../library/user/user.ts';
import { usernameKey } from '../../library/user/username.ts';

/** @throws ApiError `usernameinvalid` when the name is for the staff, or the board's own, and the caller is no administrator */
export function refuseReserved(ctx: Context, username: string): void {
  const { board, permissions } = ctx;
  const { bbtitle, illegalusernames } = board.options;
  if (permissions.isAdministrator) return;
  if (pretends(username, illegalusernames) || looksLike(username, bbtitle))
    throw new ApiError('usernameinvalid');
}

/** Of two that want the same name or address at once, the unique key refuses one. For methods marked `@steps`. */
export async function unlessTaken<T>(
  ctx: Context,
  wanted: UserChanges,
  userid: number,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  try {
    return await ctx.transaction(async (db) => {
      await refuseTaken(db, wanted, userid, ctx.now);
      return work(db);
    });
  } catch (error) {
    if (isDuplicate(error)) await ctx.transaction((db) => refuseTaken(db, wanted, userid, ctx.now));
    throw error;
  }
}

/**
 * @throws ApiError `usernametaken`, `emailtaken` when a member other than `userid` has the address or the name, one that
 *   looks the same, or had it not long ago
 */
export async function refuseTaken(
  db: Db,
  { username = '', emailkey }: UserChanges,
  userid: number,
  now: number,
): Promise<void> {
  if (username !== '' && (await isTaken(db, username, userid, now)))
    throw new ApiError('usernametaken', username);
  const owner = emailkey && (await findUserByEmail(db, emailkey));
  if (owner && owner.userid !== userid) throw new ApiError('emailtaken');
}

async function isTaken(db: Db, username: string, userid: number, now: number): Promise<boolean> {
  const namesake = await findUserByName(db, usernameKey(username));
  if (namesake !== undefined && namesake.userid !== userid) return true;
  return isClaimed(db, username, userid, now);
}
