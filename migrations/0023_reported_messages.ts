import type { Knex } from 'knex';
import { createTable, number } from './tables.ts';

/** Private messages as they were when they were reported: a row for each report of one. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'reportedmessage', (table) => {
    // The report.
    table.integer('nodeid').unsigned().primary();
    table.string('authorname', 128).notNullable().defaultTo('');
    table.string('title', 512).notNullable().defaultTo('');
    number(table, 'created');
    for (const name of ['rawtext', 'message', 'message_plain'])
      table.text(name, 'mediumtext').notNullable();
    table.foreign('nodeid').references('report.nodeid').onDelete('CASCADE');
  });
}
