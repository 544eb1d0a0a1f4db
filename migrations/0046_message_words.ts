import type { Knex } from 'knex';
import { createTable } from './tables.ts';

/**
 * The words of private messages leave the search index, and nobody's search goes through the messages of others, not
 * even to pass them over. Those of reports, which no search finds, leave it, too.
 */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'messagewords', (table) => {
    table.integer('nodeid').unsigned().primary();
    for (const name of ['title', 'body']) table.text(name, 'mediumtext').notNullable();
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  for (let after = 0, more = true; more;) {
    const rows = await knex('node as n')
      .join('searchindex as x', 'x.nodeid', 'n.nodeid')
      .join('contenttype as t', 't.contenttypeid', 'n.contenttypeid')
      .whereIn('t.class', ['PrivateMessage', 'Report'])
      .where('n.nodeid', '>', after)
      .orderBy('n.nodeid')
      .limit(BATCH)
      .select<Row[]>('n.nodeid', 'x.title', 'x.body', 't.class');
    const messages = rows.filter((row) => row.class === 'PrivateMessage').map(spaced);
    if (messages.length > 0) await knex('messagewords').insert(messages);
    if (rows.length > 0) {
      const moved = rows.map(({ nodeid }) => nodeid);
      await knex('searchindex').whereIn('nodeid', moved).delete();
    }
    after = rows.at(-1)?.nodeid ?? 0;
    more = rows.length === BATCH;
  }
}

const BATCH = 100;

interface Row {
  readonly nodeid: number;
  readonly title: string;
  readonly body: string;
  readonly class: string;
}

/** Each word has a blank on both sides (`src/library/message/words.ts`). */
function spaced({ nodeid, title, body }: Row): Omit<Row, 'class'> {
  return { nodeid, title: ` ${title} `, body: ` ${body} ` };
}
