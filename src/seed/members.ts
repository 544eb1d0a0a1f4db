import type { Db } from '../db/db.ts';
import { insertRows } from '../db/insert-rows.ts';
import { claimNames } from '../library/user/nameclaim.ts';
import { hashPassword, md5 } from '../library/user/password.ts';
import { insertUser } from '../library/user/user.ts';
import { newUserOptions } from '../library/user/useroption.ts';
import { usernameColumns, usernameKey } from '../library/user/username.ts';
import type { Author } from '../sample/channels.ts';
import { names } from '../sample/phrases.ts';
import { pick } from '../sample/random.ts';
import { sandboxMembers, sandboxPassword } from '../sandbox/credentials.ts';

const DAY = 86_400;
const MODERATORS = 7;
const BANNED = 8;

/** The sandbox's members who may post, with their public passwords; those whose names are taken are left as they are. */
export async function knownMembers(now: number): Promise<(db: Db) => Promise<readonly number[]>> {
  const members = sandboxMembers.filter(({ usergroupid }) => usergroupid !== BANNED);
  const passwords = await Promise.all(
    members.map(({ username }) => hashPassword(md5(sandboxPassword(username)))),
  );
  return async (db) => {
    const ids: number[] = [];
    for (const [index, { username, usergroupid }] of members.entries()) {
      const key = usernameKey(username);
      const kept = await db.get<{ userid: number }>(
        'select userid from "user" where usernamekey = ?',
        [key],
      );
      const password = passwords[index] ?? { scheme: 'none', token: '' };
      const row = { ...memberRow(username, usergroupid, now), ...password };
      ids.push(kept?.userid ?? (await insertUser(db, row)));
    }
    return ids;
  };
}

/** Members who cannot log in. Their names have numbers, after the last member's there is. */
export async function insertMembers(db: Db, count: number, now: number): Promise<number> {
  const row = await db.get<{ last: number }>('select max(userid) as last from "user"');
  const before = row?.last ?? 0;
  const rows = Array.from({ length: count }, (_, index) => ({
    ...memberRow(`${pick(names, index)} ${before + index + 1}`, 2, now),
    ...{ scheme: 'none', token: '', options: newUserOptions },
  }));
  await insertRows(db, 'user', rows);
  await claimNames(
    db,
    await db.all('select userid, username from "user" where userid > ? order by userid', [before]),
  );
  return before;
}

function memberRow(username: string, usergroupid: number, now: number) {
  return {
    ...usernameColumns(username),
    usergroupid,
    usertitle: usergroupid === MODERATORS ? 'Moderator' : 'Member',
    joindate: now - 3 * 365 * DAY,
    passworddate: now,
  };
}

/** Those with these ids, in this order, and then those with the ids after `before`. */
export async function readAuthors(
  db: Db,
  { known, before, members }: { known: readonly number[]; before: number; members: number },
): Promise<Author[]> {
  const others = await db.all<Author>(
    'select userid, username from "user" where userid > ? order by userid limit ?',
    [before, members],
  );
  const first: Author[] = [];
  for (const userid of known) {
    const author = await db.get<Author>('select userid, username from "user" where userid = ?', [
      userid,
    ]);
    first.push(author ?? { userid: 0, username: '' });
  }
  return [...first, ...others];
}
