import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { up } from '../../migrations/0040_member_names.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await database.close();
});

/** The schema as it was before. */
async function undo(): Promise<void> {
  const { knex } = database;
  await knex.schema.dropTable('nameclaim');
  await knex.schema.alterTable('user', (table) => table.dropIndex([], 'user_fold'));
  await knex.schema.alterTable('user', (table) => table.dropColumn('usernamefold'));
  await knex.schema.alterTable('editlog', (table) => table.dropIndex([], 'editlog_user'));
  await knex.schema.alterTable('postedithistory', (table) =>
    table.dropIndex([], 'postedithistory_user'),
  );
  if (database.engine === 'postgres')
    await knex.raw('create index user_name_bytes on "user" (usernamekey collate "C")');
}

test('members who were there before get keys, and the oldest of those who look alike the look', async () => {
  await undo();
  const { knex } = database;
  const before = [
    ['İsmail', 'i̇smail'],
    ['O’Brien', 'o’brien'],
    ["O'Brien", "o'brien"],
    ['Björn', 'björn'],
    ['user1', 'user1'],
    ['userl', 'userl'],
    ['Аня', 'aня'],
  ];
  for (const [username = '', usernamekey = ''] of before) {
    const row = { username, usernamekey, displayname: username, token: '', scheme: 'none' };
    await knex('user').insert(row);
  }
  await knex('usergroup').insert({ title: 'Readers', genericpermissions: 1 });
  await knex('usergroup').insert({ title: 'Writers', genericpermissions: 7 });
  await up(knex);

  const users = await knex('user').orderBy('userid').select('usernamekey', 'usernamefold');
  expect(users).toEqual([
    { usernamekey: 'ismail', usernamefold: 'ismail' },
    { usernamekey: 'o’brien', usernamefold: "o'brien" }, // another member has the key already
    { usernamekey: "o'brien", usernamefold: "o'brien" },
    { usernamekey: 'björn', usernamefold: 'bjorn' },
    { usernamekey: 'user1', usernamefold: 'user1' },
    { usernamekey: 'userl', usernamefold: 'userl' },
    { usernamekey: 'аня', usernamefold: 'аня' },
  ]);
  const claims = await knex('nameclaim as c')
    .join('user as u', 'u.userid', 'c.userid')
    .distinct('u.username');
  expect(claims.map(({ username }) => String(username)).sort()).toEqual(
    ['Björn', 'O’Brien', 'user1', 'Аня', 'İsmail'].sort(),
  );
  const groups = await knex('usergroup')
    .whereIn('title', ['Readers', 'Writers'])
    .orderBy('title')
    .pluck('genericpermissions');
  expect(groups).toEqual([1, 2055]);
});
