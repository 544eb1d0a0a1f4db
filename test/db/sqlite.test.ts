import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migrate } from '../../src/db/migrations.ts';
import { SqliteDatabase } from '../../src/db/sqlite.ts';

let directory: string;
let database: SqliteDatabase;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'signpost-test-'));
  database = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
  await migrate(database.knex);
});
afterEach(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

async function read(): Promise<string | undefined> {
  const row = await database
    .reader()
    .get<{ value: string }>("select value from options where varname = 'a'");
  return row?.value;
}

async function write(value: string, on = database): Promise<void> {
  await on.transaction(async (db) => {
    await db.run(db.knex('options').insert({ varname: 'a', value }).onConflict('varname').merge());
  });
}

test('a read sees what was committed before it, in the same turn of the event loop as well', async () => {
  expect(await read()).toBeUndefined();
  await write('1');
  expect(await read()).toBe('1');
  await write('2');
  expect(await read()).toBe('2');
});

test('a read sees what another process has committed, from the next turn on', async () => {
  const other = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
  await write('1', other);
  expect(await read()).toBe('1');
  await write('2', other);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await read()).toBe('2');
  await other.close();
});

test('reads neither see nor wait for an open transaction', async () => {
  await write('1');
  await database.transaction(async (db) => {
    await db.run("update options set value = '2' where varname = 'a'");
    expect(await read()).toBe('1');
  });
  expect(await read()).toBe('2');
});
