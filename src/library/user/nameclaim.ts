import type { Db } from '../../db/db.ts';
import { chunksOf } from '../../db/in-list.ts';
import { looksOf } from './lookalike.ts';

/**
 * Who has a name: a row for each of its looks (`lookalike.ts`), so that nobody else takes one that looks the same. A
 * member's former names stay theirs for a while, since readers know them by these.
 */

/** Claims the name for a member. A look that another has taken at the same moment meets the primary key. */
export async function claimName(
  db: Db,
  userid: number,
  username: string,
  now: number,
): Promise<void> {
  const looks = looksOf(username);
  await db.run(
    'delete from nameclaim where look in (?, ?) and (userid = ? or (expires > 0 and expires <= ?))',
    [...both(looks), userid, now],
  );
  await db.run(db.knex('nameclaim').insert(looks.map((look) => ({ look, userid, expires: 0 }))));
}

/** Claims the names of many new members; a look that somebody has already stays his. */
export async function claimNames(
  db: Db,
  members: readonly { readonly userid: number; readonly username: string }[],
): Promise<void> {
  const claims = members.flatMap(({ userid, username }) =>
    looksOf(username).map((look) => ({ look, userid, expires: 0 })),
  );
  for (const chunk of chunksOf(claims))
    await db.run(db.knex('nameclaim').insert(chunk).onConflict('look').ignore());
}

/** Lets a member's present name go at a time: `expires`, in Unix seconds. */
export async function releaseName(db: Db, userid: number, expires: number): Promise<void> {
  await db.run('update nameclaim set expires = ? where userid = ? and expires = 0', [
    expires,
    userid,
  ]);
}

/** Whether somebody else has the name, or one that looks the same, or had it not long ago. */
export async function isClaimed(
  db: Db,
  username: string,
  userid: number,
  now: number,
): Promise<boolean> {
  const row = await db.get(
    `select userid from nameclaim where look in (?, ?) and userid <> ?
      and (expires = 0 or expires > ?) limit 1`,
    [...both(looksOf(username)), userid, now],
  );
  return row !== undefined;
}

/** Deletes the claims that are over; returns how many. */
export async function pruneClaims(db: Db, now: number): Promise<number> {
  return db.run('delete from nameclaim where expires > 0 and expires <= ?', [now]);
}

function both(looks: readonly string[]): [string, string] {
  const [first = '', second = first] = looks;
  return [first, second];
}
