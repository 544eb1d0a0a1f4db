import type { Knex } from 'knex';

/** Human verification by pictures: the code that a picture shows. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('humanverify', (table) => {
    table.string('code', 16).notNullable().defaultTo('');
  });
}
