import type { Db } from '../../db/db.ts';
import type { MarkupColumns } from './text.ts';

/** Who edited a post last, when and why. */
export interface EditLog {
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly dateline: number;
  readonly reason: string;
  /** How often it has been edited. */
  readonly edits: number;
}

/** A version of a post: who wrote it, when and why. The newest is what the post says. */
export interface VersionRow {
  readonly postedithistoryid: number;
  readonly userid: number;
  readonly username: string;
  /** Unix seconds. */
  readonly dateline: number;
  readonly reason: string;
  /** 1 for what was written first. */
  readonly original: number;
  readonly title: string;
}

export interface Version extends VersionRow {
  readonly rawtext: string;
  /** The HTML that it was written in; null where it is BBCode alone. */
  readonly html: string | null;
  /** `off`, `on` or `on_nl2br`: see content_text.add. */
  readonly htmlstate: string;
}

type Words = Pick<Version, 'title' | 'rawtext'> & MarkupColumns;

/** An edit that changes something. */
export interface Edit {
  readonly nodeid: number;
  /** The post before it, as its author wrote it. */
  readonly before: Words & {
    readonly userid: number;
    readonly authorname: string;
    readonly created: number;
  };
  readonly after: Words;
  readonly by: Pick<EditLog, 'userid' | 'username' | 'dateline' | 'reason'>;
}

/**
 * Keeps what a post said before an edit, and notes who made it. The caller holds the node.
 * @param most how many versions are kept beside the first; 0 for none
 */
export async function insertEdit(db: Db, edit: Edit, most: number): Promise<void> {
  const { nodeid, by, after } = edit;
  const log = await findEditLog(db, nodeid);
  if (most > 0) {
    if (!(await hasVersions(db, nodeid))) await insertVersion(db, nodeid, firstOf(edit, log));
    await insertVersion(db, nodeid, { ...by, ...after, original: 0 });
    await dropOldVersions(db, nodeid, most);
  }
  const row = { nodeid, ...by, edits: (log?.edits ?? 0) + 1 };
  await db.run(db.knex('editlog').insert(row).onConflict('nodeid').merge());
}

/** A post that was edited while no versions were kept begins with its last edit. */
function firstOf({ before }: Edit, log: EditLog | undefined): Omit<Version, 'postedithistoryid'> {
  const { userid, authorname, created, ...words } = before;
  if (log === undefined) {
    const written = { userid, username: authorname, dateline: created, reason: '' };
    return { ...written, ...words, original: 1 };
  }
  const edited = { userid: log.userid, username: log.username, dateline: log.dateline };
  return { ...edited, reason: log.reason, ...words, original: 0 };
}

async function hasVersions(db: Db, nodeid: number): Promise<boolean> {
  const row = await db.get('select nodeid from postedithistory where nodeid = ? limit 1', [nodeid]);
  return row !== undefined;
}

async function insertVersion(
  db: Db,
  nodeid: number,
  version: Omit<Version, 'postedithistoryid'>,
): Promise<void> {
  await db.insert('postedithistory', { nodeid, ...version }, 'postedithistoryid');
}

/** The oldest go, but never the first. */
async function dropOldVersions(db: Db, nodeid: number, most: number): Promise<void> {
  const oldest = await db.get<{ postedithistoryid: number }>(
    `select postedithistoryid from postedithistory where nodeid = ? and original = 0
      order by postedithistoryid desc limit 1 offset ?`,
    [nodeid, most - 1],
  );
  if (oldest === undefined) return;
  await db.run(
    'delete from postedithistory where nodeid = ? and original = 0 and postedithistoryid < ?',
    [nodeid, oldest.postedithistoryid],
  );
}

async function findEditLog(db: Db, nodeid: number): Promise<EditLog | undefined> {
  return db.get<EditLog>(
    'select userid, username, dateline, reason, edits from editlog where nodeid = ?',
    [nodeid],
  );
}

const columns = 'postedithistoryid, userid, username, dateline, reason, original, title';

/** The versions of a post without their texts, the newest first. */
export async function listVersions(db: Db, nodeid: number): Promise<VersionRow[]> {
  return db.all<VersionRow>(
    `select ${columns} from postedithistory where nodeid = ? order by postedithistoryid desc`,
    [nodeid],
  );
}

/** One version of a post. */
export async function findVersion(
  db: Db,
  nodeid: number,
  postedithistoryid: number,
): Promise<Version | undefined> {
  return db.get<Version>(
    `select ${columns}, rawtext, html, htmlstate from postedithistory where nodeid = ? and postedithistoryid = ?`,
    [nodeid, postedithistoryid],
  );
}

/** Forgets what a post said before; returns how many versions that were. */
export async function deleteVersions(db: Db, nodeid: number): Promise<number> {
  return db.run('delete from postedithistory where nodeid = ?', [nodeid]);
}
