import { expect, test } from '@jest/globals';
import { openTestDatabase } from '../support/database.ts';

test('a builder that is awaited runs nothing, in no transaction and outside of all', async () => {
  const database = await openTestDatabase();
  const read = "select value from options where varname = 'builder_test'";
  await database.transaction(async (db) => {
    const row = { varname: 'builder_test', value: '' };
    await expect(db.knex('options').insert(row)).rejects.toThrow(/awaited.*pass it to/);
    expect(await db.get(read)).toBeUndefined();
    await db.run(db.knex('options').insert(row));
    expect(await db.get(read)).toEqual({ value: '' });
  });
  const { knex } = database.reader();
  await expect(knex('options').select('value')).rejects.toThrow(/awaited/);
  await expect(knex.raw('select 1')).rejects.toThrow(/awaited/);
  await database.close();
});
