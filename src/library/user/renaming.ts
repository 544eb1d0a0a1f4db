import type { Db } from '../../db/db.ts';
import { lockTree } from '../node/counters.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import { claimName, releaseName } from './nameclaim.ts';
import { usernameColumns } from './username.ts';

/** A new name of a member. */
export interface Renaming {
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly now: number;
  /** Seconds for which nobody else gets the former name. */
  readonly reserved: number;
}

/**
 * Gives a member another name, wherever the old one stands beside a post: members may want it for privacy, and one
 * answer must not tell two names. The log of moderation and copies of reported messages stay as they were. A name that
 * is taken, or looks like one that is, meets its unique key.
 */
export async function renameUser(db: Db, renaming: Renaming): Promise<void> {
  const { userid, username, now, reserved } = renaming;
  await lockTree(db);
  await db.run(
    db
      .knex('user')
      .where({ userid })
      .update({ ...usernameColumns(username) }),
  );
  await releaseName(db, userid, now + reserved);
  await claimName(db, userid, username, now);
  for (const sql of own) await db.run(sql, [username, userid]);
  for (const copy of copies) await carry(db, copy, renaming);
}

/** Columns beside the member's id. */
const own: readonly string[] = [
  'update node set authorname = ? where userid = ?',
  'update editlog set username = ? where userid = ?',
  'update postedithistory set username = ? where userid = ?',
];

/** Columns of nodes that are not the member's, and which nodes those are. */
interface Copy {
  readonly column: 'authorname' | 'lastcontentauthor';
  readonly nodes: string;
}

/** Redirects are nobody's, but keep the name of the topic's author. */
const redirects = `node n join redirect r on r.tonodeid = n.nodeid`;

const copies: readonly Copy[] = [
  { column: 'authorname', nodes: `select r.nodeid from ${redirects} where n.userid = ?` },
  {
    column: 'lastcontentauthor',
    nodes: `select distinct a.nodeid from node n join closure c on c.child = n.nodeid
      join node a on a.nodeid = c.parent and a.lastauthorid = n.userid where n.userid = ?`,
  },
  {
    column: 'lastcontentauthor',
    nodes: `select distinct a.nodeid from ${redirects} join closure c on c.child = r.nodeid
      join node a on a.nodeid = c.parent and a.lastcontentid = r.nodeid where n.userid = ?`,
  },
];

async function carry(
  db: Db,
  { column, nodes }: Copy,
  { userid, username }: Renaming,
): Promise<void> {
  const rows = await db.all<{ nodeid: number }>(nodes, [userid]);
  for (const chunk of chunksOf(rows.map((row) => row.nodeid))) {
    const { sql, bindings } = inList(chunk);
    await db.run(`update node set ${column} = ? where nodeid in ${sql}`, [username, ...bindings]);
  }
}
