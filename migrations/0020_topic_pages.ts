import type { Knex } from 'knex';

/** A page of a whole topic, comments included, is found in an index alone, as one of its replies is. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('node', (table) => {
    table.index(
      [
        ...['starter', 'publishdate', 'nodeid'],
        ...['showpublished', 'showapproved', 'viewperms', 'protected', 'parentid'],
      ],
      'node_topic',
    );
  });
}
