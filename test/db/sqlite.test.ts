import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { KeptRows } from '../../src/db/kept.ts';
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

interface Option {
  readonly value: string;
}

describe('rows that are kept', () => {
  const rows = new KeptRows<Option>();
  const keep = (value: string): Option => rows.keep(database.reader().epoch, 1, { value });
  const kept = (id = 1): Option | undefined => rows.find(database.reader().epoch, id);
  const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  test('are frozen, and forgotten when this process writes', async () => {
    expect(Object.isFrozen(keep('1'))).toBe(true);
    await nextTurn();
    expect(kept()).toEqual({ value: '1' });
    await write('2');
    expect(kept()).toBeUndefined();
  });

  test('are forgotten from the next turn on when another process writes', async () => {
    const other = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
    keep('1');
    await write('2', other);
    await nextTurn();
    expect(kept()).toBeUndefined();
    await other.close();
  });

  test('that were read before a write are not kept for those after it', async () => {
    const { epoch } = database.reader();
    await write('1');
    rows.keep(epoch, 1, { value: 'old' });
    expect(kept()).toBeUndefined();
  });

  test('are none inside a transaction, or in memory', async () => {
    await database.transaction(async ({ epoch }) => {
      expect(epoch).toBeUndefined();
    });
    const memory = new SqliteDatabase(':memory:');
    expect(memory.reader().epoch).toBeUndefined();
    await memory.close();
  });

  test('are no more than there is room for', async () => {
    for (let id = 0; id < 6_000; id += 1) rows.keep(database.reader().epoch, id, { value: '' });
    expect(kept(4_999)).toEqual({ value: '' });
    expect(kept(5_000)).toBeUndefined();
  });
});
