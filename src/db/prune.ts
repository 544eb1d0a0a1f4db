import type { Db } from './db.ts';

/** Rows that one transaction deletes: nobody waits long for it. */
export const CHUNK = 500;

/** Deletes rows for which a condition holds, a chunk of them; returns how many. */
export async function deleteChunk(
  db: Db,
  table: 'session' | 'apiclient' | 'searchresult' | 'apikeylog',
  id: string,
  condition: string,
  bindings: readonly (string | number)[],
): Promise<number> {
  const rows = await db.all<Record<string, string | number>>(
    `select ${id} from ${table} where ${condition} order by ${id} limit ${CHUNK}`,
    bindings,
  );
  if (rows.length === 0) return 0;
  const found = rows.map((row) => row[id] ?? 0);
  return db.run(
    db
      .knex(table)
      .whereIn(id, found)
      .whereRaw(condition, [...bindings])
      .delete(),
  );
}
