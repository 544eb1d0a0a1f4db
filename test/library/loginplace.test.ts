import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { findFamiliar, rememberPlace } from '../../src/library/access/loginplace.ts';
import { findRemembered, insertRememberToken } from '../../src/library/user/remembertoken.ts';
import { insertUser } from '../../src/library/user/user.ts';
import { openTestDatabase } from '../support/database.ts';

const now = 1_700_000_000;
let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(() => database.close());

/** A member logs in by so many clients, one after the other, so many seconds apart. */
async function logIns(userid: number, clients: number, seconds: number): Promise<void> {
  await database.transaction(async (db) => {
    for (let apiclientid = 1; apiclientid <= clients; apiclientid += 1)
      await rememberPlace(db, userid, { apiclientid, network: '' }, now + apiclientid * seconds);
  });
}

function familiar(userid: number, apiclientid: number) {
  return findFamiliar(database.reader(), userid, { apiclientid, network: 'elsewhere' });
}

test('of the places of a member the latest hundred are remembered', async () => {
  await logIns(8, 1, 1);
  await logIns(7, 101, 1);
  expect(await familiar(7, 1)).toBeUndefined();
  for (const apiclientid of [2, 101]) expect(await familiar(7, apiclientid)).toBe('client');
  expect(await familiar(8, 1)).toBe('client');
});

test('of many places in one second the last is remembered', async () => {
  await logIns(9, 101, 0);
  expect(await familiar(9, 101)).toBe('client');
});

test('of many tokens in one second the last one stands', async () => {
  await database.transaction(async (db) => {
    const userid = await insertUser(db, { username: 'quick', token: '', scheme: '' });
    let token = '';
    for (let count = 0; count <= 30; count += 1) token = await insertRememberToken(db, userid, now);
    expect(await findRemembered(db, 'quick', [token], now)).toMatchObject({ token });
  });
});
