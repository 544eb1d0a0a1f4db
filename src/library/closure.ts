import type { Db } from '../db/db.ts';
import { inList } from './in-list.ts';

/** All nodes above these. */
export async function ancestorsOf(db: Db, nodeids: readonly number[]): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ parent: number }>(
    `select distinct parent from closure where child in ${sql} and depth > 0`,
    bindings,
  );
  return rows.map((row) => row.parent);
}
