import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
});

function write(value: string): Promise<number> {
  const row = { varname: 'snapshot_test', value };
  return database.transaction((db) =>
    db.run(db.knex('options').insert(row).onConflict('varname').merge()),
  );
}

const read = "select value from options where varname = 'snapshot_test'";

test('reads of a snapshot see nothing of what is committed meanwhile', async () => {
  await write('before');
  let writing: Promise<number> | undefined;
  const seen = await database.snapshot(async (db) => {
    const first = await db.get<{ value: string }>(read);
    // in memory it waits for the snapshot
    writing = write('after');
    if (database.engine !== 'sqlite') await writing;
    return [first?.value, (await db.get<{ value: string }>(read))?.value];
  });
  expect(seen).toEqual(['before', 'before']);
  await writing;
  expect(await database.snapshot((db) => db.get(read))).toEqual({ value: 'after' });
});

test('a snapshot that fails holds nobody up', async () => {
  await expect(
    database.snapshot(async () => {
      throw new Error('on purpose');
    }),
  ).rejects.toThrow('on purpose');
  await write('again');
  expect(await database.snapshot((db) => db.get(read))).toEqual({ value: 'again' });
});
