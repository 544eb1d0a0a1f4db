import type { Knex } from 'knex';
import { createTable } from './tables.ts';

/** What members are told of: one row for each recipient, type and node, or for each recipient, type and member. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'notification', (table) => {
    table.increments('notificationid');
    for (const name of ['recipient', 'sender', 'sentbynodeid', 'aboutuserid']) {
      table.integer(name).unsigned().notNullable().defaultTo(0);
    }
    table.string('type', 24).notNullable();
    // Unix seconds; `lastreadtime` is 0 until it is read.
    for (const name of ['lastsenttime', 'lastreadtime']) {
      table.integer(name).notNullable().defaultTo(0);
    }
    table.unique(['recipient', 'type', 'sentbynodeid', 'aboutuserid'], {
      indexName: 'notification_once',
    });
    table.index(['recipient', 'lastsenttime', 'notificationid'], 'notification_newest');
    table.index(['recipient', 'lastreadtime', 'lastsenttime'], 'notification_unread');
    table.index(['sentbynodeid', 'recipient'], 'notification_node');
  });
}
