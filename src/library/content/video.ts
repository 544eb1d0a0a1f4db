import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** What a post of videos has beside its text. */
export interface VideoRow {
  readonly nodeid: number;
  readonly url: string;
  readonly url_title: string;
  readonly meta: string;
}

export type VideoColumns = Omit<VideoRow, 'nodeid'>;

/** One of its videos. */
export interface VideoItemRow {
  readonly nodeid: number;
  readonly provider: string;
  readonly code: string;
  readonly url: string;
}

export type NewVideoItem = Omit<VideoItemRow, 'nodeid'>;

export async function insertVideo(
  db: Db,
  nodeid: number,
  video: VideoColumns,
  items: readonly NewVideoItem[],
): Promise<void> {
  await db.run(db.knex('video').insert({ nodeid, ...video }));
  await insertItems(db, nodeid, items);
}

export async function updateVideo(
  db: Db,
  nodeid: number,
  columns: Partial<VideoColumns>,
): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await db.run(db.knex('video').where({ nodeid }).update(columns));
}

/** Puts other videos in the place of those that are there. */
export async function replaceVideoItems(
  db: Db,
  nodeid: number,
  items: readonly NewVideoItem[],
): Promise<void> {
  await db.run('delete from videoitem where nodeid = ?', [nodeid]);
  await insertItems(db, nodeid, items);
}

async function insertItems(db: Db, nodeid: number, items: readonly NewVideoItem[]): Promise<void> {
  if (items.length === 0) return;
  await db.run(db.knex('videoitem').insert(items.map((item) => ({ nodeid, ...item }))));
}

export async function findVideos(db: Db, nodeids: readonly number[]): Promise<VideoRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<VideoRow>(
    `select nodeid, url, url_title, meta from video where nodeid in ${sql}`,
    bindings,
  );
}

/** The videos of these posts, each post's in their order. */
export async function listVideoItems(db: Db, nodeids: readonly number[]): Promise<VideoItemRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<VideoItemRow>(
    `select nodeid, provider, code, url from videoitem where nodeid in ${sql}
      order by nodeid, videoitemid`,
    bindings,
  );
}
