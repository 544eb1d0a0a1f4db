import type { Db, Engine } from '../../db/db.ts';
import { holdNodes } from './noderead.ts';

/** The value that an insert brings, where the row is there already. */
const more: Readonly<Record<Engine, string>> = {
  sqlite: 'nodeview.views + excluded.views',
  postgres: 'nodeview.views + excluded.views',
  mysql: 'nodeview.views + values(views)',
};

/** Counts views of nodes: two statements for any number. What is gone is passed over. */
export async function addViews(db: Db, views: ReadonlyMap<number, number>): Promise<void> {
  const there = await holdNodes(db, [...views.keys()]);
  if (there.length === 0) return;
  const rows = there.map((nodeid) => ({ nodeid, views: views.get(nodeid) ?? 0 }));
  await db.run(
    db
      .knex('nodeview')
      .insert(rows)
      .onConflict('nodeid')
      .merge({ views: db.knex.raw(more[db.engine]) }),
  );
}
