import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { migrate } from '../../src/db/migrations.ts';
import { SqliteDatabase } from '../../src/db/sqlite/database.ts';

let directory: string;
let database: SqliteDatabase;
beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'signpost-test-'));
  database = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
  await migrate(database);
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

describe('transactions at the same time', () => {
  const names = Array.from({ length: 60 }, (_, index) => `name${index}`);
  const stored = async (): Promise<string[]> => {
    const rows = await database
      .reader()
      .all<{ varname: string }>("select varname from options where varname like 'name%'");
    return rows.map((row) => row.varname).sort();
  };
  const add = (varname: string, value: string, after?: () => void): Promise<unknown> =>
    database.transaction(async (db) => {
      await db.run('insert into options (varname, value) values (?, ?)', [varname, value]);
      await Promise.resolve();
      after?.();
    });

  test('are undone one by one', async () => {
    const fail = (): never => {
      throw new Error('no');
    };
    const odd = (index: number): boolean => index % 2 === 1;
    const results = await Promise.allSettled(
      names.map((name, index) => add(name, '', odd(index) ? fail : undefined)),
    );
    expect(results.map(({ status }) => status === 'rejected')).toEqual(
      names.map((_, index) => odd(index)),
    );
    expect(await stored()).toEqual(names.filter((_, index) => !odd(index)).sort());
  });

  test('are there for all to read when they end, and not before', async () => {
    await Promise.all(
      names.map(async (name, index) => {
        await add(name, '', () => {
          void stored().then((there) => {
            expect(there).not.toContain(name);
          });
        });
        expect((await stored()).length).toBeGreaterThan(index);
      }),
    );
  });

  test('end as if each were alone where the disk is full', async () => {
    const [{ page_count: pages = 0 } = {}] = await database
      .reader()
      .all<{ page_count?: number }>('pragma page_count');
    await database.knex.raw(`pragma max_page_count = ${pages + 3}`);
    const text = 'x'.repeat(3_000);
    const results = await Promise.allSettled(names.map((name) => add(name, text)));
    const there = names.filter((_, index) => results[index]?.status === 'fulfilled');
    expect(there.length).toBeLessThan(names.length);
    expect(await stored()).toEqual(there.sort());
    await database.knex.raw('pragma max_page_count = 1073741823');
    await add('name of later', text);
    expect(await stored()).toContain('name of later');
  });

  test('do not keep another process out for long', async () => {
    const other = new SqliteDatabase(join(directory, 'a.db'), { synchronous: 'normal' });
    let more = true;
    const busy = Array.from({ length: 4 }, async (_, index) => {
      for (let count = 0; more; count += 1) await add(`name${index}-${count}`, '');
    });
    await write('other', other).finally(() => {
      more = false;
    });
    await Promise.all(busy);
    expect(await read()).toBe('other');
    await other.close();
  });
});
