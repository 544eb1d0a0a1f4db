import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** Keys of the REST dialects, and what was asked with those that are logged. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'apikey', (table) => {
    table.increments('apikeyid');
    table.string('name', 100).notNullable();
    table.string('dialect', 20).notNullable();
    id(table, 'userid');
    table.text('rights').notNullable();
    table.text('networks').notNullable();
    for (const name of ['inurl', 'logged', 'created', 'expires', 'lastused', 'revoked'])
      number(table, name);
    table.string('hash', 64).notNullable().unique();
    table.string('oldhash', 64).unique();
    number(table, 'oldhashexpires');
  });
  await createTable(knex, 'apikeylog', (table) => {
    table.increments('apikeylogid');
    id(table, 'apikeyid');
    number(table, 'dateline');
    table.string('endpoint', 191).notNullable();
    number(table, 'status');
    id(table, 'userid');
    table.string('ipaddress', 45).notNullable().defaultTo('');
    table.index(['apikeyid', 'apikeylogid'], 'apikeylog_key');
    table.index(['dateline'], 'apikeylog_age');
    table.foreign('apikeyid').references('apikey.apikeyid').onDelete('CASCADE');
  });
}
