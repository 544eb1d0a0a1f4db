import type { Knex } from 'knex';

/** A poll that was added to a topic asks something of its own; otherwise the topic's title is the question. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('poll', (table) => {
    table.string('question', 512).notNullable().defaultTo('');
  });
}
