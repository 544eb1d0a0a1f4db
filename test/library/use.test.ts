import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { insertClient, findClient } from '../../src/library/access/apiclient.ts';
import { findResult, insertResult } from '../../src/library/search/result.ts';
import {
  bindSession,
  findSession,
  insertSession,
  touchSessions,
} from '../../src/library/access/session.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { openTestDatabase } from '../support/database.ts';

jest.setTimeout(60_000);

const now = 1_700_000_000;
const hour = 3600;
const day = 24 * hour;
const lifetime = 30 * day;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await database.transaction(async (db) => {
    for (const table of ['session', 'apiclient', 'searchresult'])
      await db.run(`delete from ${table}`);
  });
});

async function newClient(uniqueid: string, at = now): Promise<number> {
  const app = {
    clientname: '',
    clientversion: '',
    platformname: '',
    platformversion: '',
    uniqueid,
  };
  const { apiclientid } = await database.transaction((db) => insertClient(db, app, '10.0.0.1', at));
  return apiclientid;
}

async function newSession(apiclientid: number, at = now, unusedfrom = '10.0.0.1'): Promise<string> {
  const wanted = { apiclientid, userid: 0, host: '10.0.0.1', now: at, lifetime, unusedfrom };
  return (await database.transaction((db) => insertSession(db, wanted))).apiaccesstoken;
}

const touch = (token: string, at: number): Promise<void> =>
  database.transaction((db) => touchSessions(db, [token], at, lifetime));

/** Seconds that a session has still to live; undefined when there is none. */
async function left(token: string, at: number): Promise<number | undefined> {
  const found = await findSession(database.reader(), token, at, new Map());
  return found && found.session.expires - at;
}

async function count(table: string): Promise<number> {
  const row = await database.reader().get<{ n: number }>(`select count(*) as n from ${table}`);
  return Number(row?.n);
}

describe('a session', () => {
  test('that is never used lives six hours', async () => {
    const token = await newSession(await newClient('a'));
    expect(await left(token, now)).toBe(6 * hour);
    await removeExpired(database, now + 6 * hour);
    expect(await count('session')).toBe(0);
  });

  test('of a guest lives the longer the longer it has been used', async () => {
    const token = await newSession(await newClient('a'));
    await touch(token, now + 10);
    expect(await left(token, now + 10)).toBe(day + 40);
    await touch(token, now + day);
    expect(await left(token, now + day)).toBe(5 * day);
    await touch(token, now + 5 * day);
    await touch(token, now + 25 * day);
    expect(await left(token, now + 25 * day)).toBe(lifetime);
  });

  test('of a member lives its whole life after each use', async () => {
    const token = await newSession(await newClient('a'));
    await database.transaction((db) => bindSession(db, token, 1, now + 5, lifetime));
    expect(await left(token, now + 5)).toBe(lifetime);
    await touch(token, now + 10);
    expect(await left(token, now + 10)).toBe(lifetime);
  });

  test('that a network asks for takes the place of its oldest unused one of a thousand', async () => {
    const client = await newClient('a');
    const used = await newSession(client, now - 10);
    await touch(used, now - 5);
    const first = await newSession(client, now - 2);
    const other = await newSession(client, now - 3, '10.0.0.2');
    for (let n = 0; n < 1000; n += 1) await newSession(client);
    expect(await count('session')).toBe(1002);
    expect(await left(first, now)).toBeUndefined();
    for (const token of [used, other]) expect(await left(token, now)).toBeGreaterThan(0);
  });

  test('of a member who has a hundred others goes when it is the longest unused', async () => {
    const client = await newClient('a');
    const tokens = [];
    for (let n = 0; n < 102; n += 1) {
      const token = await newSession(client);
      await database.transaction((db) => bindSession(db, token, 1, now + n, lifetime));
      tokens.push(token);
    }
    await removeExpired(database, now + 200);
    const gone = [];
    for (const token of tokens) if ((await left(token, now + 200)) === undefined) gone.push(token);
    expect(gone).toEqual(tokens.slice(0, 2));
  });
});

describe('a client', () => {
  const isThere = async (apiclientid: number): Promise<boolean> =>
    (await findClient(database.reader(), apiclientid)) !== undefined;

  test('that was never used goes with its session', async () => {
    const client = await newClient('a');
    await newSession(client);
    await removeExpired(database, now + 2 * hour);
    expect(await isThere(client)).toBe(true);
    await removeExpired(database, now + 7 * hour);
    expect(await isThere(client)).toBe(false);
  });

  test('that was used stays for more than a year after its last use', async () => {
    const client = await newClient('a');
    await touch(await newSession(client), now + 10);
    await removeExpired(database, now + 390 * day);
    expect(await count('session')).toBe(0);
    expect(await isThere(client)).toBe(true);
    await removeExpired(database, now + 401 * day);
    expect(await isThere(client)).toBe(false);
  });

  test('goes with thousands of others in as many steps as it takes', async () => {
    for (let n = 0; n < 1200; n += 1) await newClient(String(n));
    const kept = await newClient('kept', now + 2 * hour);
    await removeExpired(database, now + 2 * hour);
    expect(await count('apiclient')).toBe(1);
    expect(await isThere(kept)).toBe(true);
  });
});

describe('results of searches', () => {
  const search = { criteria: '{}', nodeids: [1], dateline: now };
  const keep = (userid: number, apiclientid: number): Promise<number> =>
    database.transaction((db) => insertResult(db, { userid, apiclientid }, search));

  test.each([
    ['a member', 1, 7],
    ['a guest', 0, 7],
  ])('of %s: the last twenty are kept, of everybody for himself', async (_, userid, client) => {
    const others = [await keep(2, client), await keep(0, 8)];
    const own = [];
    for (let n = 0; n < 25; n += 1) own.push(await keep(userid, client));
    const searcher = { userid, apiclientid: client };
    const found = [];
    for (const id of own)
      if (await findResult(database.reader(), id, searcher, now)) found.push(id);
    expect(found).toEqual(own.slice(5));
    expect(await count('searchresult')).toBe(20 + others.length);
  });

  test('go after an hour', async () => {
    await keep(1, 7);
    await removeExpired(database, now + hour);
    expect(await count('searchresult')).toBe(0);
  });
});
