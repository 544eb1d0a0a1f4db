import type { Knex } from 'knex';

/**
 * What was never used goes soon: a session knows which network it was made for until it is used, and a client whether it
 * ever was. What is there already counts as used.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('session', (table) => {
    table.string('unusedfrom', 45).notNullable().defaultTo('');
    table.index(['unusedfrom', 'created'], 'session_unused');
  });
  await knex.schema.alterTable('apiclient', (table) => {
    table.integer('used').notNullable().defaultTo(1);
    table.index(['used', 'dateline'], 'apiclient_unused');
    table.index(['used', 'lastactivity'], 'apiclient_idle');
  });
  await knex.schema.alterTable('searchresult', (table) => {
    table.index(['userid', 'apiclientid', 'resultid'], 'searchresult_searcher');
  });
}
