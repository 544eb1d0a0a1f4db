import type { Knex } from 'knex';

/** What a member has posted of one type, and the files that he has attached: the newest of each are found in an index. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('node', (table) => {
    table.index(['userid', 'contenttypeid', 'publishdate', 'nodeid'], 'node_media');
  });
  await knex.schema.alterTable('attach', (table) => {
    table.index(['userid', 'nodeid'], 'attach_user');
  });
}
