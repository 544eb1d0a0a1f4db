import type { Db } from '../../db/db.ts';
import type { AvatarOwner } from '../../storage/links.ts';
import { inList } from '../../db/in-list.ts';

/** What decides the avatar of each of these members, by userid: one statement for any number. */
export async function findAvatars(
  db: Db,
  userids: readonly number[],
): Promise<ReadonlyMap<number, AvatarOwner>> {
  if (userids.length === 0) return new Map();
  const { sql, bindings } = inList(userids);
  const rows = await db.all<AvatarOwner & { readonly userid: number }>(
    `select u.userid, u.avatarid, a.filedataid as avatarfiledataid from "user" u
      left join customavatar a on a.userid = u.userid where u.userid in ${sql}`,
    bindings,
  );
  return new Map(rows.map((row) => [row.userid, row]));
}

/** True when somebody's avatar is this upload. */
export async function isAvatar(db: Db, filedataid: number): Promise<boolean> {
  const row = await db.get('select userid from customavatar where filedataid = ? limit 1', [
    filedataid,
  ]);
  return row !== undefined;
}

export async function setAvatar(
  db: Db,
  userid: number,
  filedataid: number,
  now: number,
): Promise<void> {
  const row = { userid, filedataid, dateline: now };
  await db.run(db.knex('customavatar').insert(row).onConflict('userid').merge());
}

/** One of the avatars that every board has takes the place of an own one. */
export async function setDefaultAvatar(db: Db, userid: number, avatarid: number): Promise<void> {
  await db.run('delete from customavatar where userid = ?', [userid]);
  await db.run('update "user" set avatarid = ? where userid = ?', [avatarid, userid]);
}

/** Back to the first default avatar. */
export async function deleteAvatar(db: Db, userid: number): Promise<void> {
  await setDefaultAvatar(db, userid, 0);
}
