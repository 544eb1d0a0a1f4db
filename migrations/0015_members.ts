import type { Knex } from 'knex';
import { createTable, dialectOf, id, number } from './tables.ts';

/** What members have beside their account: rights of usergroups, ignore lists, signatures, fields, tokens, factors. */
export async function up(knex: Knex): Promise<void> {
  await extendGroups(knex);
  await indexMembers(knex);
  await createProfiles(knex);
  await createProofs(knex);
}

async function extendGroups(knex: Knex): Promise<void> {
  await knex.schema.alterTable('usergroup', (table) => {
    // 1: a member of the group may show it instead of his primary one
    table.integer('canoverride').notNullable().defaultTo(1);
  });
  // Boards that were installed before: 1 sees members, 2 changes the own profile, 4 has a signature.
  const rights: readonly [groups: readonly number[], genericpermissions: number][] = [
    [[1, 3, 4], 1],
    [[2, 5, 6, 7], 7],
  ];
  for (const [groups, genericpermissions] of rights)
    await knex('usergroup').whereIn('systemgroupid', groups).update({ genericpermissions });
  await knex('usergroup').whereIn('systemgroupid', [1, 3, 4, 8]).update({ canoverride: 0 });
  await knex('usergroup').where('systemgroupid', 8).update({ banned: 1 });
}

async function indexMembers(knex: Knex): Promise<void> {
  await knex.schema.alterTable('user', (table) => {
    for (const name of ['joindate', 'posts', 'reputation'])
      table.index([name, 'userid'], `user_${name}`);
  });
  await knex.schema.alterTable('userban', (table) => {
    table.index(['liftdate'], 'userban_lift');
  });
  // Lists of names compare bytes, whatever the collation of the database.
  if (dialectOf(knex) === 'postgres')
    await knex.raw('create index user_name_bytes on "user" (usernamekey collate "C")');
}

async function createProfiles(knex: Knex): Promise<void> {
  await createTable(knex, 'userlist', (table) => {
    id(table, 'userid');
    id(table, 'relationid');
    table.string('type', 16).notNullable();
    table.primary(['userid', 'type', 'relationid']);
  });
  await createTable(knex, 'usertextfield', (table) => {
    table.integer('userid').unsigned().primary();
    for (const name of ['signature', 'signaturehtml']) table.text(name, 'mediumtext').notNullable();
  });
  await createTable(knex, 'profilefield', (table) => {
    table.increments('profilefieldid');
    table.string('title', 250).notNullable();
    table.string('description', 1000).notNullable().defaultTo('');
    table.string('type', 16).notNullable().defaultTo('input');
    table.text('options').notNullable();
    for (const name of ['required', 'hidden', 'displayorder']) number(table, name);
    number(table, 'editable', 1);
    number(table, 'maxlength', 100);
  });
  await createTable(knex, 'userfield', (table) => {
    id(table, 'userid');
    id(table, 'profilefieldid');
    table.text('value').notNullable();
    table.primary(['userid', 'profilefieldid']);
    table.index(['profilefieldid'], 'userfield_field');
  });
}

async function createProofs(knex: Knex): Promise<void> {
  await createTable(knex, 'humanverify', (table) => {
    table.string('hash', 32).primary();
    table.string('question', 250).notNullable();
    for (const name of ['tries', 'expires']) number(table, name);
    table.index(['expires'], 'humanverify_expires');
  });
  await createTable(knex, 'useractivation', (table) => {
    id(table, 'userid');
    table.string('type', 16).notNullable();
    table.string('tokenhash', 64).notNullable();
    table.string('email', 254).notNullable().defaultTo('');
    for (const name of ['created', 'expires']) number(table, name);
    table.primary(['userid', 'type']);
    table.index(['expires'], 'useractivation_expires');
  });
  await createTable(knex, 'throttle', (table) => {
    table.string('action', 32).notNullable();
    table.string('who', 191).notNullable();
    for (const name of ['tries', 'expires']) number(table, name);
    table.primary(['action', 'who']);
    table.index(['expires'], 'throttle_expires');
  });
  await createTable(knex, 'usermfa', (table) => {
    table.integer('userid').unsigned().primary();
    for (const name of ['secret', 'pendingsecret'])
      table.string(name, 64).notNullable().defaultTo('');
    for (const name of ['enabled', 'laststep']) number(table, name);
  });
}
