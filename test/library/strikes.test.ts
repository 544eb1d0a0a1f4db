import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import {
  type Attempt,
  deleteStrikes,
  pruneStrikes,
  reserveStrike,
  type Reservation,
} from '../../src/library/strikes.ts';
import { openTestDatabase } from '../support/database.ts';

const now = 1_700_000_000;
let database: Database;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.transaction((db) => db.run('delete from strikes'));
});
afterAll(async () => {
  await database.close();
});

function at(strikeip: string, usernamekey = 'alice'): Attempt {
  return { usernamekey, strikeip };
}

function reserve(attempt: Attempt, time = now): Promise<Reservation> {
  return database.transaction((db) => reserveStrike(db, attempt, time));
}

async function reserveMany(attempts: readonly Attempt[]): Promise<void> {
  for (const attempt of attempts) expect(await reserve(attempt)).toMatchObject({ locked: false });
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

describe('tries', () => {
  test('are counted, and the sixth waits for 15 minutes', async () => {
    const tries = [];
    for (let index = 0; index < 5; index += 1) tries.push(await reserve(at('10.0.0.1')));
    expect(tries).toEqual([1, 2, 3, 4, 5].map((count) => ({ locked: false, tries: count })));
    expect(await reserve(at('10.0.0.1'))).toEqual({ locked: true, wait: 900 });
    expect(await reserve(at('10.0.0.1'), now + 60)).toEqual({ locked: true, wait: 840 });
  });

  test('that are refused do not prolong the lock', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    await reserve(at('10.0.0.1'), now + 899);
    expect(await reserve(at('10.0.0.1'), now + 900)).toEqual({ locked: false, tries: 1 });
  });

  test('of other addresses and for other names go on', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    expect(await reserve(at('10.0.0.2'))).toEqual({ locked: false, tries: 1 });
    expect(await reserve(at('10.0.0.1', 'bob'))).toEqual({ locked: false, tries: 1 });
  });

  test('for one name end at 25, from however many addresses', async () => {
    await reserveMany(times(25, (index) => at(`10.0.0.${index}`)));
    expect(await reserve(at('10.0.1.1'))).toMatchObject({ locked: true });
    expect(await reserve(at('10.0.1.1', 'bob'))).toMatchObject({ locked: false });
  });

  test('from one address end at 100, for however many names', async () => {
    await reserveMany(times(100, (index) => at('10.0.0.1', `member ${index}`)));
    expect(await reserve(at('10.0.0.1', 'bob'))).toMatchObject({ locked: true });
    expect(await reserve(at('10.0.0.2', 'bob'))).toMatchObject({ locked: false });
  });

  test('at the same time pass the limit no more than others', async () => {
    const all = await Promise.all(times(20, () => reserve(at('10.0.0.1'))));
    const free = all.flatMap((one) => (one.locked ? [] : [one.tries]));
    expect(free.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('are forgotten after a success of that address for that name only', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    await reserveMany(times(5, () => at('10.0.0.2')));
    await database.transaction((db) => deleteStrikes(db, at('10.0.0.1')));
    expect(await reserve(at('10.0.0.1'))).toEqual({ locked: false, tries: 1 });
    expect(await reserve(at('10.0.0.2'))).toMatchObject({ locked: true });
  });
});

test('strikes that no longer count are deleted', async () => {
  await reserve(at('10.0.0.1'));
  await reserve(at('10.0.0.2'), now + 10);
  expect(await database.transaction((db) => pruneStrikes(db, now + 900))).toBe(1);
  expect(await database.transaction((db) => pruneStrikes(db, now + 910))).toBe(1);
});
