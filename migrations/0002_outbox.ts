import type { Knex } from 'knex';
import { createTable } from './tables.ts';

/** Work that a committed call leaves behind: mail and notifications. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'outbox', (table) => {
    table.increments('jobid');
    table.string('kind', 50).notNullable();
    table.text('payload', 'mediumtext').notNullable();
    // When it may be tried next, and until when a process that works on it is believed alive. Unix seconds.
    for (const name of ['created', 'due', 'claimeduntil', 'tries', 'dead']) {
      table.integer(name).notNullable().defaultTo(0);
    }
    table.string('error', 1000).notNullable().defaultTo('');
    table.index(['dead', 'due', 'jobid'], 'outbox_due');
  });
}
