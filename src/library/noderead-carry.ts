import type { Db } from '../db/db.ts';
import { chunksOf, inList } from './in-list.ts';

/** Who has marked one of these nodes as read, has read this one as far: for what lay below them and does no more. */
export async function carryMarks(db: Db, from: readonly number[], nodeid: number): Promise<void> {
  if (from.length === 0) return;
  const { sql, bindings } = inList([...from, nodeid]);
  const marks = await db.all<{ userid: number; readtime: number }>(
    `select userid, max(readtime) as readtime from noderead where nodeid in ${sql}
      group by userid order by userid`,
    bindings,
  );
  for (const chunk of chunksOf(marks)) {
    const rows = chunk.map(({ userid, readtime }) => ({ userid, nodeid, readtime }));
    await db.run(
      db.knex('noderead').insert(rows).onConflict(['userid', 'nodeid']).merge(['readtime']),
    );
  }
}
