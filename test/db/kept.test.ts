import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeptRows } from '../../src/db/kept.ts';
import { SqliteDatabase } from '../../src/db/sqlite/database.ts';

interface Post {
  readonly nodeid: number;
  readonly rawtext: string | null;
}

const sizeOf = ({ rawtext }: Post): number => 1_000 + (rawtext?.length ?? 0);
const post = (rawtext: string | null, nodeid = 1): Post => ({ nodeid, rawtext });

test('a row that is read again and says the same is the one that was read before, and frozen', () => {
  const rows = new KeptRows<Post>(sizeOf);
  const first = rows.keep(undefined, 1, post('night trains'));
  expect(Object.isFrozen(first)).toBe(false);
  expect(rows.keep(undefined, 1, post('night trains'))).toBe(first);
  expect(rows.keep(undefined, 1, post('night trains'))).toBe(first);
  expect(Object.isFrozen(first)).toBe(true);
});

test('a row that has changed is itself, and so is that of another id', () => {
  const rows = new KeptRows<Post>(sizeOf);
  rows.keep(undefined, 1, post('night trains'));
  for (const rawtext of ['day trains', '', null, 'night trains']) {
    const changed = post(rawtext);
    expect(rows.keep(undefined, 1, changed)).toBe(changed);
  }
  const other = post('night trains', 2);
  expect(rows.keep(undefined, 2, other)).toBe(other);
});

test('who read the row before its change and who reads it after keep what they have', () => {
  const rows = new KeptRows<Post>(sizeOf);
  rows.keep(undefined, 1, post('old'));
  const old = rows.keep(undefined, 1, post('old'));
  rows.keep(undefined, 1, post('new'));
  expect([old, rows.keep(undefined, 1, post('new'))]).toEqual([post('old'), post('new')]);
});

test('what is kept has a limit in bytes, and what was not read for longest goes first', () => {
  const rows = new KeptRows<Post>(sizeOf);
  const large = 'x'.repeat(999_000);
  const first = rows.keep(undefined, 1, post(large));
  for (let nodeid = 2; nodeid <= 16; nodeid += 1) rows.keep(undefined, nodeid, post(large, nodeid));
  expect(rows.keep(undefined, 1, post(large))).toBe(first);
  rows.keep(undefined, 17, post(large, 17));
  const second = post(large, 2);
  expect(rows.keep(undefined, 2, second)).toBe(second);
  expect(rows.keep(undefined, 1, post(large))).toBe(first);
});

describe('by the epochs of a database', () => {
  let directory: string;
  let database: SqliteDatabase;
  let rows: KeptRows<Post>;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'signpost-kept-'));
    database = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
    await database.knex.raw('create table post (rawtext text)');
    rows = new KeptRows(sizeOf);
  });
  afterEach(async () => {
    await database.close();
    await rm(directory, { recursive: true });
  });

  const keep = (rawtext: string): Post => rows.keep(database.reader().epoch, 1, post(rawtext));
  const found = (): Post | undefined => rows.find(database.reader().epoch, 1);
  const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const write = (on = database): Promise<number> =>
    on.transaction((db) => db.run("insert into post values ('x')"));

  test('a row need not be read again until this process writes', async () => {
    const kept = keep('1');
    await nextTurn();
    expect(found()).toBe(kept);
    expect(Object.isFrozen(kept)).toBe(true);
    await write();
    expect(found()).toBeUndefined();
    expect(keep('1')).toBe(kept);
    expect(found()).toBe(kept);
  });

  test('nor until another does, from the next turn on', async () => {
    const other = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
    keep('1');
    await write(other);
    await nextTurn();
    expect(found()).toBeUndefined();
    await other.close();
  });

  test('what was read before a write is not found after it', async () => {
    const { epoch } = database.reader();
    await write();
    rows.keep(epoch, 1, post('old'));
    expect(found()).toBeUndefined();
  });

  test('what a transaction reads is nobody else’s, and takes nothing from them but a look', async () => {
    const kept = keep('1');
    await database.transaction(async ({ epoch }) => {
      expect(epoch).toBeUndefined();
      rows.keep(epoch, 1, post('not yet'));
      expect(found()).toBeUndefined();
    });
    expect(keep('1')).not.toBe(kept);
    const memory = new SqliteDatabase(':memory:');
    expect(memory.reader().epoch).toBeUndefined();
    await memory.close();
  });
});
