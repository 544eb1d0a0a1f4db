import type { Knex } from 'knex';

/** Posts that wait for their time: few, found by the index without looking at all others. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('node', (table) => {
    table.integer('scheduled').notNullable().defaultTo(0);
    table.index(['scheduled', 'publishdate', 'nodeid'], 'node_scheduled');
  });
}
