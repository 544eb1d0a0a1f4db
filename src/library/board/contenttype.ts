import type { Db } from '../../db/db.ts';

/** The content types of this release. Their ids are the database's own; clients learn them from api.init. */
export const contentTypes = [
  'Channel',
  'Text',
  'Poll',
  'Photo',
  'Gallery',
  'Attach',
  'Link',
  'Video',
  'Report',
  'PrivateMessage',
  'Redirect',
] as const;
export type ContentType = (typeof contentTypes)[number];
export type ContentTypeIds = Readonly<Record<ContentType, number>>;

/** Reads the id of each content type. */
export async function readContentTypes(db: Db): Promise<ContentTypeIds> {
  const rows = await db.all<{ contenttypeid: number; class: ContentType }>(
    'select contenttypeid, class from contenttype',
  );
  return Object.fromEntries(rows.map((row) => [row.class, row.contenttypeid])) as ContentTypeIds;
}

/** Inserts the content types that a newer release has brought. */
export async function insertContentTypes(db: Db): Promise<void> {
  const known = await readContentTypes(db);
  for (const name of contentTypes) {
    if (!Object.hasOwn(known, name))
      await db.insert('contenttype', { class: name }, 'contenttypeid');
  }
}
