import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** What a shared link has beside its text. */
export interface LinkRow {
  readonly nodeid: number;
  readonly url: string;
  readonly url_title: string;
  readonly meta: string;
  /** The picture that goes with it, one of the post's attachments; 0 for none. */
  readonly filedataid: number;
}

export type LinkColumns = Omit<LinkRow, 'nodeid'>;

export async function insertLink(db: Db, nodeid: number, link: LinkColumns): Promise<void> {
  await db.run(db.knex('link').insert({ nodeid, ...link }));
}

export async function updateLink(
  db: Db,
  nodeid: number,
  columns: Partial<LinkColumns>,
): Promise<void> {
  if (Object.keys(columns).length === 0) return;
  await db.run(db.knex('link').where({ nodeid }).update(columns));
}

export async function findLinks(db: Db, nodeids: readonly number[]): Promise<LinkRow[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  return db.all<LinkRow>(
    `select nodeid, url, url_title, meta, filedataid from link where nodeid in ${sql}`,
    bindings,
  );
}
