import type { Db } from '../../db/db.ts';
import { chunksOf, inList } from '../../db/in-list.ts';
import { furthestMark, type Mark } from './noderead.ts';

/** Who has marked one of these nodes as read, has read this one as far: for what lay below them and does no more. */
export async function carryMarks(db: Db, from: readonly number[], nodeid: number): Promise<void> {
  if (from.length === 0) return;
  const { sql, bindings } = inList([...from, nodeid]);
  const marks = await db.all<Mark & { userid: number }>(
    `select r.userid, ${furthestMark} from noderead r where r.nodeid in ${sql}
      group by r.userid order by r.userid`,
    bindings,
  );
  for (const chunk of chunksOf(marks)) {
    const rows = chunk.map((mark) => ({ ...mark, nodeid }));
    await db.run(
      db
        .knex('noderead')
        .insert(rows)
        .onConflict(['userid', 'nodeid'])
        .merge(['readtime', 'readid']),
    );
  }
}
