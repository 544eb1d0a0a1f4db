import type { Knex } from 'knex';
import { createTable, number } from './tables.ts';

/** How often topics are looked at, an end for marks of what was read long ago, and what a member follows at a glance. */
export async function up(knex: Knex): Promise<void> {
  // Beside the node: its row is wide, has many indexes, and every writer of posts waits for it.
  await createTable(knex, 'nodeview', (table) => {
    table.integer('nodeid').unsigned().primary();
    number(table, 'views');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await knex.schema.alterTable('noderead', (table) => {
    table.index(['readtime'], 'noderead_time');
  });
  await knex.schema.alterTable('follow', (table) => {
    // Without it SQLite takes `follow_whom`, and so reads all follows of a type.
    table.index(['userid', 'type', 'status', 'itemid'], 'follow_state');
  });
}
