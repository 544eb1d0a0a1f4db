import type { Db } from '../../db/db.ts';

/** The folders that every member has: the same rows for all, with fixed ids. */
export const systemFolders = {
  messages: 1,
  sent_items: 2,
  requests: 3,
  your_notifications: 4,
  pending_posts: 5,
  /** Messages in the trash keep the folder they lay in, so that they can go back there. */
  trash: 6,
} as const;

export interface MessageFolder {
  readonly folderid: number;
  /** 0 for a folder that every member has. */
  readonly userid: number;
  readonly title: string;
  /** The name of a folder that every member has; '' for a member's own. */
  readonly titlephrase: string;
}

const select = 'select folderid, userid, title, titlephrase from messagefolder';

/** The folders of every member, then his own ones by title. */
export async function listFolders(db: Db, userid: number): Promise<MessageFolder[]> {
  return db.all<MessageFolder>(
    `${select} where userid in (0, ?) order by case when userid = 0 then folderid else 1000 end, titlekey`,
    [userid],
  );
}

/** A folder that every member has, or one of this member's own. */
export async function findFolder(
  db: Db,
  userid: number,
  folderid: number,
): Promise<MessageFolder | undefined> {
  return db.get<MessageFolder>(`${select} where folderid = ? and userid in (0, ?)`, [
    folderid,
    userid,
  ]);
}

/** Holds a member's own folder until the transaction ends, so that nothing is moved into it while it is deleted. */
export async function lockFolder(
  db: Db,
  userid: number,
  folderid: number,
): Promise<MessageFolder | undefined> {
  return db.get<MessageFolder>(`${select} where folderid = ? and userid = ?${db.forUpdate}`, [
    folderid,
    userid,
  ]);
}

/** The key under which a member's folders differ: titles that differ in case or width only share it. */
function folderKey(title: string): string {
  return title.normalize('NFKC').toLowerCase().slice(0, 191);
}

/** A folder that has this title for this member. */
export async function findFolderByTitle(
  db: Db,
  userid: number,
  title: string,
): Promise<MessageFolder | undefined> {
  return db.get<MessageFolder>(`${select} where titlekey = ? and userid in (0, ?)`, [
    folderKey(title),
    userid,
  ]);
}

export async function insertFolder(db: Db, userid: number, title: string): Promise<number> {
  return db.insert(
    'messagefolder',
    { userid, title, titlekey: folderKey(title), titlephrase: '' },
    'folderid',
  );
}

export async function updateFolder(db: Db, folderid: number, title: string): Promise<void> {
  await db.run('update messagefolder set title = ?, titlekey = ? where folderid = ?', [
    title,
    folderKey(title),
    folderid,
  ]);
}

/** Of a row of `sentto`, in SQL: whether this member (a binding) wrote the message. */
export const wroteIt =
  'exists (select 1 from node n where n.nodeid = sentto.nodeid and n.userid = ?)';

/** Of a row of `sentto`, in SQL, for its holder (a binding): the folder that the message arrived in. */
export const homeFolder = `case when ${wroteIt}
  then ${systemFolders.sent_items} else ${systemFolders.messages} end`;

/** Deletes a member's folder; what lies in it goes to the trash, and from there would go back to where it arrived. */
export async function deleteFolder(db: Db, userid: number, folderid: number): Promise<void> {
  await db.run(
    `update sentto set deleted = 1, folderid = ${homeFolder} where userid = ? and folderid = ?`,
    [userid, userid, folderid],
  );
  await db.run('delete from messagefolder where folderid = ? and userid = ?', [folderid, userid]);
}

/** How many unread messages lie in each of a member's folders; folders without any are left out. */
export async function countUnread(db: Db, userid: number): Promise<ReadonlyMap<number, number>> {
  const rows = await db.all<{ folderid: number; unread: number }>(
    `select folderid, count(*) as unread from sentto
      where userid = ? and deleted = 0 and msgread = 0 group by folderid`,
    [userid],
  );
  return new Map(rows.map((row) => [row.folderid, row.unread]));
}
