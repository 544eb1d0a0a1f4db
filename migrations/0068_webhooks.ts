import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** Programs of others that are told what has happened, and what they were sent. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'webhook', (table) => {
    table.increments('webhookid');
    table.string('dialect', 20).notNullable();
    table.text('url').notNullable();
    table.text('events').notNullable();
    id(table, 'userid');
    id(table, 'apikeyid');
    table.string('secret', 64).notNullable();
    table.string('contenttype', 40).notNullable();
    for (const name of ['created', 'failures', 'failingsince', 'due', 'claimeduntil'])
      number(table, name);
    id(table, 'claimedby');
    number(table, 'disabled');
  });
  await createTable(knex, 'webhookdelivery', (table) => {
    table.increments('webhookdeliveryid');
    id(table, 'webhookid');
    table.string('event', 40).notNullable();
    id(table, 'itemid');
    number(table, 'line');
    for (const name of ['created', 'state', 'due', 'tries', 'sent', 'status', 'ms'])
      number(table, name);
    for (const name of ['error', 'request', 'answer']) table.text(name);
    table.index(['webhookid', 'state', 'due'], 'webhookdelivery_due');
    table.index(['webhookid', 'state', 'line'], 'webhookdelivery_line');
    table.index(['created'], 'webhookdelivery_age');
    table.foreign('webhookid').references('webhook.webhookid').onDelete('CASCADE');
  });
}
