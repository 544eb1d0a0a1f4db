import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** A member has several codes of one kind: who asks for another does not void the one that is on its way. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'useractivation_new', (table) => {
    id(table, 'userid');
    table.string('type', 16).notNullable();
    table.string('tokenhash', 64).notNullable();
    table.string('email', 254).notNullable().defaultTo('');
    for (const name of ['created', 'expires']) number(table, name);
    table.primary(['userid', 'tokenhash']);
  });
  const columns = 'userid, type, tokenhash, email, created, expires';
  await knex.raw(
    `insert into useractivation_new (${columns}) select ${columns} from useractivation`,
  );
  await knex.schema.dropTable('useractivation');
  await knex.schema.renameTable('useractivation_new', 'useractivation');
  await knex.schema.alterTable('useractivation', (table) => {
    table.index(['expires'], 'useractivation_expires');
  });
}
