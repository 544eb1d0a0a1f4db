import type { Db, Value } from '../db/db.ts';
import { chunksOf, inList } from './in-list.ts';
import type { Condition } from './visible.ts';

export type Row = Readonly<Record<string, Value>>;

/** Rows in one statement; few enough for the parameters that every database allows. */
const MOST_ROWS = 250;

/** Inserts many rows that have the same columns. */
export async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const marks = `(${names.map(() => '?').join(', ')})`;
  const head = `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values `;
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const part = rows.slice(at, at + MOST_ROWS);
    await db.run(
      head + part.map(() => marks).join(', '),
      part.flatMap((row) => names.map((name) => row[name] ?? '')),
    );
  }
}

/**
 * Inserts the closure of posts that have been inserted; their channels have theirs.
 * @param posts which nodes `n` they are
 */
export async function insertClosures(db: Db, { sql: among, bindings }: Condition): Promise<void> {
  const into = 'insert into closure (parent, child, depth, publishdate)';
  const statements = [
    `${into} select n.nodeid, n.nodeid, 0, n.publishdate from node n where ${among}`,
    `${into} select c.parent, n.nodeid, c.depth + ${levelInChannel}, n.publishdate
      from node n join closure c on c.child = n.channelid where ${among}`,
    `${into} select n.starter, n.nodeid, case when n.parentid = n.starter then 1 else 2 end, n.publishdate
      from node n where ${among} and n.nodeid <> n.starter`,
    `${into} select n.parentid, n.nodeid, 1, n.publishdate
      from node n where ${among} and n.nodeid <> n.starter and n.parentid <> n.starter`,
  ];
  for (const sql of statements) await db.run(sql, bindings);
}

/** A topic lies one level below its channel, a reply two, a comment three. */
const levelInChannel =
  'case when n.nodeid = n.starter then 1 when n.parentid = n.starter then 2 else 3 end';

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
  if (db.dialect === 'postgres')
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
