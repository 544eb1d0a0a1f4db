import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** Where members have logged in, so that locks on their names spare them there; strikes tell their client. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'loginplace', (table) => {
    for (const name of ['userid', 'apiclientid']) id(table, name);
    table.string('network', 45).notNullable().defaultTo('');
    number(table, 'lastlogin');
    table.primary(['userid', 'apiclientid', 'network']);
    table.index(['lastlogin'], 'loginplace_last');
  });
  // Whoever is logged in has logged in there.
  await knex.raw(
    `insert into loginplace (userid, apiclientid, network, lastlogin)
      select userid, apiclientid, '', max(lastactivity) from session
      where userid > 0 group by userid, apiclientid`,
  );
  await knex.schema.alterTable('strikes', (table) => {
    id(table, 'apiclientid');
    table.index(['usernamekey', 'apiclientid', 'striketime'], 'strikes_client');
  });
}
