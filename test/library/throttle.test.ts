import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { countTry } from '../../src/library/access/throttle.ts';
import { openTestDatabase } from '../support/database.ts';

const now = 1_700_000_000;
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

function wait(who: string, time: number): Promise<number> {
  return database.transaction((db) => countTry(db, 'authcode', who, time));
}

test('what was counted before the clock was set back does not count', async () => {
  const tomorrow = now + 86_400;
  for (let tries = 0; tries < 5; tries += 1) expect(await wait('a', tomorrow)).toBe(0);
  expect(await wait('a', tomorrow)).toBe(900);
  expect(await wait('a', now)).toBe(0);
});

test('what a process counted whose clock is a little ahead does count', async () => {
  for (let tries = 0; tries < 5; tries += 1) expect(await wait('b', now + 30)).toBe(0);
  expect(await wait('b', now)).toBe(930);
});
