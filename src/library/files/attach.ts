import type { Db } from '../../db/db.ts';
import { takeNodeids } from '../node/ids.ts';
import { insertRows } from '../../db/insert-rows.ts';
import { type FiledataRow, filedataColumns } from './filedata.ts';
import { inList } from '../../db/in-list.ts';

/**
 * An attachment: an upload that belongs to a post. Its id is that of a node, and no node of the board has it; so it
 * cannot be taken for one, is in no list of nodes and counts nowhere. It goes with its post.
 */
export interface AttachmentRow extends Omit<FiledataRow, 'filename' | 'userid' | 'dateline'> {
  readonly nodeid: number;
  /** The post. */
  readonly parentid: number;
  /** Attach or Photo. */
  readonly contenttypeid: number;
  readonly userid: number;
  readonly filename: string;
  readonly caption: string;
  readonly style: string;
  readonly settings: string;
  /** Downloads. */
  readonly counter: number;
  readonly displayorder: number;
  /** Unix seconds. */
  readonly dateline: number;
}

/** What its owner may set. */
export interface AttachmentColumns {
  readonly filename: string;
  readonly caption: string;
  readonly style: string;
  readonly settings: string;
  readonly displayorder: number;
}

export interface NewAttachment extends AttachmentColumns {
  readonly parentid: number;
  readonly contenttypeid: number;
  readonly filedataid: number;
  readonly userid: number;
  readonly dateline: number;
}

const select = `select ${filedataColumns}, a.nodeid, a.parentid, a.contenttypeid, a.userid, a.filename,
  a.caption, a.style, a.settings, a.counter, a.displayorder, a.dateline
  from attach a join filedata f on f.filedataid = a.filedataid
  join storedfile s on s.storedfileid = f.storedfileid`;

const order = 'order by a.parentid, a.displayorder, a.nodeid';

/** The attachments of the list that exist. */
export async function findAttachments(
  db: Db,
  nodeids: readonly number[],
): Promise<AttachmentRow[]> {
  return listWhere(db, 'a.nodeid', nodeids);
}

/** The attachments of these posts, each post's in their order: one statement for any number. */
export async function listAttachments(
  db: Db,
  parentids: readonly number[],
): Promise<AttachmentRow[]> {
  return listWhere(db, 'a.parentid', parentids);
}

/** What a gallery shows of itself in a list. */
export interface GalleryCover {
  /** The gallery. */
  readonly parentid: number;
  /** Its first photo. */
  readonly nodeid: number;
  /** How many photos it has. */
  readonly photocount: number;
}

/** The covers of those of these posts that have photos. @param contenttypeid Photo */
export async function listCovers(
  db: Db,
  parentids: readonly number[],
  contenttypeid: number,
): Promise<GalleryCover[]> {
  if (parentids.length === 0) return [];
  const { sql, bindings } = inList(parentids);
  const rows = await db.all<Pick<AttachmentRow, 'nodeid' | 'parentid'>>(
    `select a.nodeid, a.parentid from attach a where a.parentid in ${sql} and a.contenttypeid = ? ${order}`,
    [...bindings, contenttypeid],
  );
  const covers = new Map<number, GalleryCover>();
  for (const { nodeid, parentid } of rows) {
    const { nodeid: first = nodeid, photocount = 0 } = covers.get(parentid) ?? {};
    covers.set(parentid, { parentid, nodeid: first, photocount: photocount + 1 });
  }
  return [...covers.values()];
}

/** How many photos each of these posts has that has any. @param contenttypeid Photo */
export async function countPhotos(
  db: Db,
  parentids: readonly number[],
  contenttypeid: number,
): Promise<ReadonlyMap<number, number>> {
  if (parentids.length === 0) return new Map();
  const { sql, bindings } = inList(parentids);
  const rows = await db.all<{ parentid: number; photos: number | string }>(
    `select parentid, count(*) as photos from attach
      where parentid in ${sql} and contenttypeid = ? group by parentid`,
    [...bindings, contenttypeid],
  );
  return new Map(rows.map(({ parentid, photos }) => [parentid, Number(photos)]));
}

/** Where these uploads are attached: the latest places first. */
export async function listPlaces(
  db: Db,
  filedataids: readonly number[],
  limit: number,
): Promise<AttachmentRow[]> {
  if (filedataids.length === 0) return [];
  const { sql, bindings } = inList(filedataids);
  return db.all(`${select} where a.filedataid in ${sql} order by a.nodeid desc limit ?`, [
    ...bindings,
    limit,
  ]);
}

async function listWhere(
  db: Db,
  column: 'a.nodeid' | 'a.parentid',
  ids: readonly number[],
): Promise<AttachmentRow[]> {
  if (ids.length === 0) return [];
  const { sql, bindings } = inList(ids);
  return db.all(`${select} where ${column} in ${sql} ${order}`, bindings);
}

/** Inserts an attachment; returns its id. */
export async function insertAttachment(db: Db, attachment: NewAttachment): Promise<number> {
  const [nodeid = 0] = await insertAttachments(db, [attachment]);
  return nodeid;
}

/** Inserts attachments; returns their ids. */
export async function insertAttachments(
  db: Db,
  attachments: readonly NewAttachment[],
): Promise<number[]> {
  const nodeids = await takeNodeids(db, attachments.length);
  const rows = attachments.map((row, index) => ({ nodeid: nodeids[index] ?? 0, ...row }));
  await insertRows(db, 'attach', rows);
  return nodeids;
}

export async function updateAttachment(
  db: Db,
  nodeid: number,
  columns: Partial<AttachmentColumns>,
): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await db.run(db.knex('attach').where({ nodeid }).update(columns));
}

export async function deleteAttachments(db: Db, nodeids: readonly number[]): Promise<void> {
  await db.run(db.knex('attach').whereIn('nodeid', nodeids).delete());
}

/** Counts one download. */
export async function countDownload(db: Db, nodeid: number): Promise<void> {
  await db.run('update attach set counter = counter + 1 where nodeid = ?', [nodeid]);
}
