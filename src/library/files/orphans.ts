import type { Db } from '../../db/db.ts';
import type { FiledataRow } from './filedata.ts';

const CHUNK = 200;

const isUsed = `exists (select 1 from attach a where a.filedataid = filedata.filedataid)
  or exists (select 1 from customavatar v where v.filedataid = filedata.filedataid)`;
const isShared = 'exists (select 1 from filedata f where f.storedfileid = storedfile.storedfileid)';

/** Bytes that are to be removed from the storage. */
export type RemovedFile = Pick<FiledataRow, 'storedfileid' | 'filehash' | 'thumbnails'>;

/**
 * Deletes uploads from before `before` (Unix seconds) that nothing shows, a chunk of them; returns how many. What is
 * found is held before it is looked at again, since somebody may just be using it.
 */
export async function deleteUnusedFiledata(db: Db, before: number): Promise<number> {
  const unused = `dateline < ? and not (${isUsed})`;
  const found = await hold(db, 'filedata', 'filedataid', unused, [before]);
  if (found.length === 0) return 0;
  const query = db.knex('filedata').whereIn('filedataid', found).whereRaw(`not (${isUsed})`);
  return db.run(query.delete());
}

/** Marks bytes announced before `before` (Unix seconds) that no upload has, a chunk of them; from then on none can. */
export async function markUnusedFiles(db: Db, before: number): Promise<number> {
  const unused = `removing = 0 and touched < ? and not ${isShared}`;
  const found = await hold(db, 'storedfile', 'storedfileid', unused, [before]);
  if (found.length === 0) return 0;
  const query = db.knex('storedfile').whereIn('storedfileid', found).whereRaw(`not ${isShared}`);
  return db.run(query.update({ removing: 1 }));
}

/** What has been marked and not yet been removed, a chunk of it. */
export async function listMarkedFiles(db: Db): Promise<RemovedFile[]> {
  return db.all(
    'select storedfileid, filehash, thumbnails from storedfile where removing = 1 limit ?',
    [CHUNK],
  );
}

/** Forgets bytes that the storage has no more. */
export async function deleteStoredFile(db: Db, storedfileid: number): Promise<void> {
  await db.run('delete from storedfile where storedfileid = ? and removing = 1', [storedfileid]);
}

async function hold(
  db: Db,
  table: 'filedata' | 'storedfile',
  id: 'filedataid' | 'storedfileid',
  condition: string,
  bindings: readonly number[],
): Promise<number[]> {
  const rows = await db.all<Record<typeof id, number>>(
    `select ${id} from ${table} where ${condition} order by ${id} limit ${CHUNK}${db.forUpdate}`,
    bindings,
  );
  return rows.map((row) => row[id]);
}
