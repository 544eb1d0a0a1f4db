import { describe, expect, test } from '@jest/globals';
import { Lock } from '../../src/db/sqlite/lock.ts';
import { openTestDatabase } from '../support/database.ts';

describe('the lock', () => {
  test('lets holders in one at a time, in order of arrival', async () => {
    const lock = new Lock(1_000);
    const order: string[] = [];
    const hold = async (name: string): Promise<void> => {
      const release = await lock.acquire();
      order.push(`${name} in`);
      await Promise.resolve();
      order.push(`${name} out`);
      release();
    };
    await Promise.all(['a', 'b', 'c'].map(hold));
    expect(order).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
    expect(lock.busy).toBe(false);
  });

  test('refuses with toobusy whoever waits too long, and goes on with the others', async () => {
    const lock = new Lock(20);
    const release = await lock.acquire();
    await expect(lock.acquire()).rejects.toMatchObject({ id: 'toobusy' });
    release();
    (await lock.acquire())();
    expect(lock.busy).toBe(false);
  });
});

test('many reads that meet an open transaction all end, and see only what was committed', async () => {
  const database = await openTestDatabase();
  const writing = database.transaction(async (db) => {
    await db.run("insert into options (varname, value) values ('a', '1')");
    await db.all('select 1 as one');
    await db.run("update options set value = '2' where varname = 'a'");
  });
  const reads = await Promise.all(
    Array.from({ length: 20 }, () =>
      database.reader().all<{ value: string }>('select value from options'),
    ),
  );
  await writing;
  for (const rows of reads) expect(['', '2']).toContain(rows[0]?.value ?? '');
  await database.close();
});
