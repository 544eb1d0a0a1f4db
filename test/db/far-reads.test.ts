import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { SqliteDatabase } from '../../src/db/sqlite/database.ts';
import { isBeside } from '../support/beside.ts';

let directory: string;
let database: SqliteDatabase;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'signpost-test-'));
  database = open(0);
  await database.transaction((db) => db.run('create table t (n integer)'));
});
afterEach(async () => {
  await database.close();
  rmSync(directory, { recursive: true });
});

function open(farPages: number): SqliteDatabase {
  return new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal', farPages });
}

/** Counts to a number: a statement that takes as long as one likes. */
function countTo(most: number): string {
  return `with recursive c (n) as (select 1 union all select n + 1 from c where n < ${most}) select count(*) as count from c`;
}

test('what is far is read while other calls go on', async () => {
  const db = database.reader();
  expect(await isBeside(() => db.far.get(countTo(100_000)))).toBe(true);
  expect(await isBeside(() => db.get(countTo(1)))).toBe(false);
  expect(await db.far.get(countTo(1_000))).toEqual({ count: 1_000 });
});

test('a snapshot reads so, too', async () => {
  const read = (): Promise<unknown> => database.snapshot((db) => db.far.get(countTo(1)));
  expect(await isBeside(read)).toBe(true);
});

test('it sees what was committed before', async () => {
  for (let n = 1; n <= 20; n += 1) {
    await database.transaction((db) => db.run('insert into t (n) values (?)', [n]));
    expect(await database.reader().far.all('select max(n) as n from t')).toEqual([{ n }]);
  }
});

test('in a transaction it is the transaction', async () => {
  await database.transaction(async (db) => {
    await db.run('insert into t (n) values (7)');
    expect(await db.far.get('select n from t')).toEqual({ n: 7 });
  });
});

test('in a small file nothing is far', async () => {
  const small = open(1_000);
  expect(await isBeside(() => small.reader().far.get(countTo(1)))).toBe(false);
  await small.close();
});

test('a statement that fails says why, and spoils nothing', async () => {
  const { far } = database.reader();
  await expect(far.all('select m from t')).rejects.toMatchObject({
    message: 'no such column: m',
    code: 'SQLITE_ERROR',
  });
  expect(await far.all('select n from t')).toEqual([]);
});

test('a caller reads one after the other and a few may wait, whoever else reads', async () => {
  const many = Array.from({ length: 10 }, () =>
    database.reader('many').far.get(countTo(1_000_000)),
  );
  const ends = Promise.allSettled(many);
  await new Promise((resolve) => setImmediate(resolve));
  expect(await database.reader('few').far.get(countTo(1))).toEqual({ count: 1 });
  const reads = await ends;
  expect(reads.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect(reads.at(-1)).toMatchObject({ reason: { id: 'toobusy' } });
});

test('of all callers fewer are asked for than may be at work, so that other calls find a place', async () => {
  const reads = Array.from({ length: 60 }, (_, n) =>
    database.reader(`member ${n}`).far.get(countTo(100_000)),
  );
  const ends = await Promise.allSettled(reads);
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
});
