import type { Db } from '../../db/db.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import { insertRows } from '../../db/insert-rows.ts';

/** The last id that a node or an attachment has: attachments take theirs from the same sequence. */
export async function lastNodeid(db: Db): Promise<number> {
  const row = await db.get<{ last: number }>(
    `select case when n.last > coalesce(a.last, 0) then n.last else a.last end as last
      from (select max(nodeid) as last from node) n, (select max(nodeid) as last from attach) a`,
  );
  return row?.last ?? 0;
}

/** Keeps PostgreSQL from giving ids again that were inserted; the others see them by themselves. */
export async function reserveNodeids(db: Db, last: number): Promise<void> {
  if (db.engine === 'postgres')
    await db.get("select setval(pg_get_serial_sequence('node', 'nodeid'), ?)", [last]);
}

/**
 * So many ids that no node has and none will get, the lowest first: the databases never give out one twice. Nobody else
 * sees the rows they come from.
 */
export async function takeNodeids(db: Db, count: number): Promise<number[]> {
  const rows = Array.from({ length: count }, () => ({ contenttypeid: 0 }));
  await insertRows(db, 'node', rows);
  const taken = await db.all<{ nodeid: number }>(
    'select nodeid from node where contenttypeid = 0 order by nodeid',
  );
  const nodeids = taken.map((row) => row.nodeid);
  for (const chunk of chunksOf(nodeids)) {
    const { sql, bindings } = inList(chunk);
    await db.run(`delete from node where nodeid in ${sql}`, bindings);
  }
  return nodeids;
}
