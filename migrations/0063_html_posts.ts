import type { Knex } from 'knex';

/** The HTML of posts that are shown as it, beside their BBCode; none for all others. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('text', (table) => {
    table.text('html', 'mediumtext');
  });
  await knex.schema.alterTable('postedithistory', (table) => {
    table.text('html', 'mediumtext');
    table.string('htmlstate', 16).notNullable().defaultTo('off');
  });
}
