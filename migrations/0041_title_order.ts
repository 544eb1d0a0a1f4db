import type { Knex } from 'knex';
import { foldText } from './frozen/words.ts';
import { dialectOf } from './tables.ts';

/** What lists by title are sorted by: case and accents do not decide. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('node', (table) => {
    if (dialectOf(knex) === 'postgres') {
      table.specificType('titlekey', 'varchar(191) collate "C" not null default \'\'');
    } else table.string('titlekey', 191).notNullable().defaultTo('');
  });
  // the database folds what is ASCII; the others are read below
  await knex.raw(`update node set titlekey = lower(${shortTitle(knex)}) where title <> ''`);
  await fill(knex);
}

const BATCH = 500;
const LONGEST_KEY = 191;

interface Row {
  readonly nodeid: number;
  readonly title: string;
}

async function fill(knex: Knex): Promise<void> {
  for (let after = 0, more = true; more;) {
    const rows = await knex('node')
      .where('nodeid', '>', after)
      .whereRaw(beyondAscii[dialectOf(knex)])
      .orderBy('nodeid')
      .limit(BATCH)
      .select<Row[]>('nodeid', 'title');
    for (const { nodeid, title } of rows)
      await knex('node')
        .where({ nodeid })
        .update({ titlekey: titleKey(title) });
    after = rows.at(-1)?.nodeid ?? after;
    more = rows.length === BATCH;
  }
}

const beyondAscii = {
  sqlite: 'length(cast(title as blob)) > length(title)',
  postgres: 'octet_length(title) > char_length(title)',
  mysql: 'length(title) > char_length(title)',
} as const;

function shortTitle(knex: Knex): string {
  return dialectOf(knex) === 'sqlite' ? 'substr(title, 1, 191)' : 'left(title, 191)';
}

function titleKey(title: string): string {
  return Array.from(foldText(title).trim()).slice(0, LONGEST_KEY).join('');
}
