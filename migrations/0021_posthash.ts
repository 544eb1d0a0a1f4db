import type { Knex } from 'knex';

/** Uploads of clients that name a post before it is written: the name ties them together. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('filedata', (table) => {
    table.string('posthash', 32).notNullable().defaultTo('');
  });
}
