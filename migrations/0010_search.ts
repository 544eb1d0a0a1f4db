import type { Knex } from 'knex';
import { createTable, dialectOf } from './tables.ts';
import { indexWords } from './frozen/words.ts';

/** The search index: the words of titles and texts (`src/library/text/words.ts`), and results kept for paging. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'searchindex', (table) => {
    table.integer('nodeid').unsigned().primary();
    for (const name of ['title', 'body']) table.text(name, 'mediumtext').notNullable();
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'searchresult', (table) => {
    table.increments('resultid');
    for (const name of ['userid', 'apiclientid'])
      table.integer(name).unsigned().notNullable().defaultTo(0);
    // the search as JSON, and the ids found with commas between
    for (const name of ['criteria', 'nodeids']) table.text(name, 'mediumtext').notNullable();
    table.integer('dateline').notNullable();
    table.index(['dateline'], 'searchresult_dateline');
  });
  await knex.schema.alterTable('node', (table) => {
    table.index(['lastcontent', 'nodeid', 'starter'], 'node_activity');
  });
  await fill(knex);
  for (const statement of fullText[dialectOf(knex)]) await knex.raw(statement);
}

/** Posts that are there already. */
async function fill(knex: Knex): Promise<void> {
  for (let after = 0, more = true; more;) {
    const rows = await knex('node as n')
      .leftJoin('text as x', 'x.nodeid', 'n.nodeid')
      .where('n.nodeid', '>', after)
      .orderBy('n.nodeid')
      .limit(BATCH)
      .select<Row[]>('n.nodeid', 'n.starter', 'n.title', 'x.message_plain');
    const words = rows
      .filter((row) => row.starter !== 0)
      .map(({ nodeid, title, message_plain }) => ({
        nodeid,
        title: indexWords(title),
        body: indexWords(message_plain ?? ''),
      }));
    if (words.length > 0) await knex('searchindex').insert(words);
    after = rows.at(-1)?.nodeid ?? 0;
    more = rows.length === BATCH;
  }
}

const BATCH = 100;

interface Row {
  readonly nodeid: number;
  readonly starter: number;
  readonly title: string;
  readonly message_plain: string | null;
}

const columns = 'nodeid, title, body';

/**
 * Each database indexes the two columns of words in its own way, and keeps its index itself. SQLite's ranking is not
 * used, so that column sizes need not be kept; the word `x` keeps phrases from running from a title into its text.
 */
const fullText = {
  sqlite: [
    `create virtual table searchfts using fts5 (title, body, content='searchindex', content_rowid='nodeid',
      tokenize='ascii', columnsize=0)`,
    `insert into searchfts (searchfts) values ('rebuild')`,
    `create trigger searchindex_insert after insert on searchindex begin
      insert into searchfts (rowid, title, body) values (new.nodeid, new.title, new.body);
    end`,
    `create trigger searchindex_delete after delete on searchindex begin
      insert into searchfts (searchfts, rowid, title, body) values ('delete', old.nodeid, old.title, old.body);
    end`,
    `create trigger searchindex_update after update of ${columns} on searchindex begin
      insert into searchfts (searchfts, rowid, title, body) values ('delete', old.nodeid, old.title, old.body);
      insert into searchfts (rowid, title, body) values (new.nodeid, new.title, new.body);
    end`,
  ],
  postgres: [
    `alter table searchindex add column words tsvector generated always as (
      setweight(to_tsvector('simple', title), 'A') || setweight(to_tsvector('simple', 'x ' || body), 'B')) stored`,
    'create index searchindex_words on searchindex using gin (words)',
  ],
  mysql: [
    'create fulltext index searchindex_words on searchindex (title, body)',
    'create fulltext index searchindex_title on searchindex (title)',
  ],
} as const;
