import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** Tokens that log a member in again without the password, and what members show of their birthday. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'remembertoken', (table) => {
    table.string('tokenhash', 64).primary();
    id(table, 'userid');
    for (const name of ['created', 'expires']) number(table, name);
    table.index(['userid', 'created'], 'remembertoken_user');
    table.index(['expires'], 'remembertoken_expires');
  });
  await knex.schema.alterTable('user', (table) => {
    // 0 nothing, 1 the day, 2 the age as well
    table.integer('showbirthday').notNullable().defaultTo(0);
    // MM-DD comes first, so that a day is a beginning
    table.index(['birthday'], 'user_birthday');
  });
}
