import type { Knex } from 'knex';

/** Of the second of a mark, up to which node; those that are there cover all of it. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('noderead', (table) => {
    table.integer('readid').notNullable().defaultTo(2_147_483_647);
  });
}
