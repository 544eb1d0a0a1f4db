import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** OAuth 2: clients, what they may ask for, what members have granted them, and codes and tokens by their hashes. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'oauthclient', (table) => {
    table.string('clientid', 32).notNullable().primary();
    table.string('name', 100).notNullable();
    // empty for a client that can keep no secret
    table.string('secrethash', 64).notNullable().defaultTo('');
    table.text('redirecturis').notNullable();
    table.text('scopes').notNullable();
    id(table, 'userid');
    number(table, 'created');
  });
  await createTable(knex, 'oauthscope', (table) => {
    table.string('name', 50).notNullable().primary();
    table.string('title', 250).notNullable();
    table.text('rights').notNullable();
  });
  await knex('oauthscope').insert([
    { name: 'profile', title: 'See who you are', rights: '["core/me/GETindex"]' },
    { name: 'email', title: 'See your e-mail address', rights: '[]' },
  ]);
  await createTable(knex, 'oauthgrant', (table) => {
    table.increments('grantid');
    table.string('clientid', 32).notNullable();
    id(table, 'userid');
    table.text('scopes').notNullable();
    number(table, 'created');
    table.index(['userid', 'clientid'], 'oauthgrant_user');
    table.foreign('clientid').references('oauthclient.clientid').onDelete('CASCADE');
  });
  await createTable(knex, 'oauthcode', (table) => {
    table.string('codehash', 64).notNullable().primary();
    id(table, 'grantid');
    table.text('redirecturi').notNullable();
    table.string('challenge', 128).notNullable().defaultTo('');
    for (const name of ['expires', 'used']) number(table, name);
    table.index(['expires'], 'oauthcode_age');
    table.foreign('grantid').references('oauthgrant.grantid').onDelete('CASCADE');
  });
  await createTable(knex, 'oauthtoken', (table) => {
    table.string('accesshash', 64).notNullable().primary();
    table.string('refreshhash', 64).unique();
    id(table, 'grantid');
    table.text('scopes').notNullable();
    for (const name of ['created', 'expires', 'refreshexpires', 'refreshed']) number(table, name);
    table.index(['grantid'], 'oauthtoken_grant');
    table.index(['expires'], 'oauthtoken_age');
    table.foreign('grantid').references('oauthgrant.grantid').onDelete('CASCADE');
  });
}
