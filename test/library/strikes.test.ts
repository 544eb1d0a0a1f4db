import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import {
  type Attempt,
  deleteStrikes,
  pruneStrikes,
  reserveStrike,
  type Reservation,
} from '../../src/library/access/strikes.ts';
import type { Familiar } from '../../src/library/access/loginplace.ts';
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

function at(strikeip: string, usernamekey = 'alice', apiclientid = 0): Attempt {
  return { usernamekey, strikeip, apiclientid };
}

function reserve(attempt: Attempt, time = now, familiar?: Familiar): Promise<Reservation> {
  return database.transaction((db) => reserveStrike(db, attempt, time, familiar));
}

/** A try that may go on, as the so-many-eth. */
function free(tries: number): object {
  return { locked: false, tries, strikeid: expect.any(Number) as unknown };
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
    expect(tries).toEqual([1, 2, 3, 4, 5].map(free));
    expect(await reserve(at('10.0.0.1'))).toEqual({ locked: true, wait: 900 });
    expect(await reserve(at('10.0.0.1'), now + 60)).toEqual({ locked: true, wait: 840 });
  });

  test('that are refused do not prolong the lock', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    await reserve(at('10.0.0.1'), now + 899);
    expect(await reserve(at('10.0.0.1'), now + 900)).toEqual(free(1));
  });

  test('of other addresses and for other names go on', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    expect(await reserve(at('10.0.0.2'))).toEqual(free(1));
    expect(await reserve(at('10.0.0.1', 'bob'))).toEqual(free(1));
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
    const tries = all.flatMap((one) => (one.locked ? [] : [one.tries]));
    expect(tries.sort()).toEqual([1, 2, 3, 4, 5]);
  });

  test('of others do not count where the member has logged in before', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    await reserveMany(times(20, (index) => at(`10.0.1.${index}`)));
    await reserveMany(times(95, (index) => at('10.0.0.1', `member ${index}`)));
    expect(await reserve(at('10.0.2.1', 'alice', 7))).toMatchObject({ locked: true });
    expect(await reserve(at('10.0.2.1', 'alice', 7), now, 'network')).toEqual(free(1));
    expect(await reserve(at('10.0.0.1', 'alice', 7), now, 'network')).toMatchObject({
      locked: true,
    });
    expect(await reserve(at('10.0.0.1', 'alice', 7), now, 'client')).toEqual(free(2));
  });

  test('of a client that is known end at five all the same, wherever it is', async () => {
    for (let index = 0; index < 5; index += 1)
      expect(await reserve(at(`10.0.0.${index}`, 'alice', 7), now, 'client')).toEqual(
        free(index + 1),
      );
    expect(await reserve(at('10.0.0.9', 'alice', 7), now, 'client')).toMatchObject({
      locked: true,
    });
    expect(await reserve(at('10.0.0.9', 'alice', 8), now, 'client')).toEqual(free(1));
  });

  test('are forgotten after a success of that address for that name only', async () => {
    await reserveMany(times(5, () => at('10.0.0.1')));
    await reserveMany(times(5, () => at('10.0.0.2')));
    await database.transaction((db) => deleteStrikes(db, at('10.0.0.1')));
    expect(await reserve(at('10.0.0.1'))).toEqual(free(1));
    expect(await reserve(at('10.0.0.2'))).toMatchObject({ locked: true });
  });
});

test('strikes from before the clock was set back do not count', async () => {
  const tomorrow = now + 86_400;
  for (let index = 0; index < 5; index += 1) await reserve(at('10.0.0.1'), tomorrow);
  expect(await reserve(at('10.0.0.1'), tomorrow)).toMatchObject({ locked: true });
  expect(await reserve(at('10.0.0.1'))).toMatchObject({ locked: false, tries: 1 });
});

test('strikes of a process whose clock is a little ahead count', async () => {
  for (let index = 0; index < 5; index += 1) await reserve(at('10.0.0.1'), now + 30);
  expect(await reserve(at('10.0.0.1'))).toMatchObject({ locked: true });
});

test('strikes that no longer count are deleted', async () => {
  await reserve(at('10.0.0.1'));
  await reserve(at('10.0.0.2'), now + 10);
  expect(await database.transaction((db) => pruneStrikes(db, now + 900))).toBe(1);
  expect(await database.transaction((db) => pruneStrikes(db, now + 910))).toBe(1);
});
