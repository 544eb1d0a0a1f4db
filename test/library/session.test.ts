import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database, Db } from '../../src/db/db.ts';
import { insertClient, findClient, revokeClient } from '../../src/library/access/apiclient.ts';
import {
  bindSession,
  deleteExpired,
  deleteSessionsOfUser,
  findSession,
  type Found,
  insertSession,
  retireSession,
  touchSessions,
} from '../../src/library/access/session.ts';
import { newToken } from '../../src/library/access/token.ts';
import {
  findCredentials,
  findUser,
  holdPassword,
  insertUser,
  recordLogin,
  updateHash,
  updatePassword,
  updateUser,
} from '../../src/library/user/user.ts';
import { guest, type ApiClient, type Session } from '../../src/principal.ts';
import { openTestDatabase } from '../support/database.ts';

const now = 1_700_000_000;
const lifetime = 1000;
const admins = new Map([
  [5, 1],
  [6, 3],
]);
const app = {
  clientname: 'app',
  clientversion: '1',
  platformname: 'test',
  platformversion: '2',
  uniqueid: 'abc',
};
let database: Database;
let client: ApiClient;
let alice: number;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await database.transaction(async (db) => {
    for (const table of ['session', 'apiclient', 'groupintopic', 'userban', 'nameclaim', '"user"'])
      await db.run(`delete from ${table}`);
    client = await insertClient(db, app, '10.0.0.1', now);
    alice = await insertUser(db, {
      username: 'Alice',
      token: 'token',
      scheme: 'argon2id',
      usergroupid: 2,
      membergroupids: '6,9,2',
      lastactivity: 70,
    });
  });
});
afterAll(async () => {
  await database.close();
});

function run<T>(work: (db: Db) => Promise<T>): Promise<T> {
  return database.transaction(work);
}

function open(userid: number): Promise<Session> {
  const { apiclientid } = client;
  return run((db) => insertSession(db, { apiclientid, userid, host: '10.0.0.1', now, lifetime }));
}

function find(token: string, time = now): Promise<Found | undefined> {
  return findSession(database.reader(), token, time, admins);
}

describe('a client', () => {
  test('is another one each time, whatever it says of itself', async () => {
    expect(client.secret).toMatch(/^[0-9a-f]{32}$/);
    expect(client.clientname).toBe('app');
    const made = await Promise.all(
      Array.from({ length: 8 }, () => run((db) => insertClient(db, { ...app }, '10.9.9.9', now))),
    );
    const all = [client, ...made];
    expect(new Set(all.map(({ apiclientid }) => apiclientid)).size).toBe(9);
    expect(new Set(all.map(({ secret }) => secret)).size).toBe(9);
  });

  test('may say more of itself than fits', async () => {
    const verbose = { ...app, clientname: '😀'.repeat(400), uniqueid: 'x'.repeat(9999) };
    const made = await run((db) => insertClient(db, verbose, '', now));
    expect(made.clientname).toBe('😀'.repeat(250));
  });

  test('is unknown once revoked, its sessions too, and may register anew', async () => {
    const { apiaccesstoken } = await open(0);
    await run((db) => revokeClient(db, client.apiclientid));
    expect(await findClient(database.reader(), client.apiclientid)).toBeUndefined();
    expect(await find(apiaccesstoken)).toBeUndefined();
    const again = await run((db) => insertClient(db, app, '', now));
    expect(await findClient(database.reader(), again.apiclientid)).toEqual(again);
  });
});

describe('a session', () => {
  test('of a guest is found with its client', async () => {
    const session = await open(0);
    expect(await find(session.apiaccesstoken)).toEqual({ session, client, principal: guest });
  });

  test('of a member is found with his groups, rights, grants and clock', async () => {
    const { apiaccesstoken } = await open(alice);
    await run(async (db) => {
      await db.run('insert into groupintopic (userid, nodeid, groupid) values (?, 7, 9)', [alice]);
      await db.run('update "user" set timezoneoffset = ? where userid = ?', ['-3.5', alice]);
    });
    expect((await find(apiaccesstoken))?.principal).toEqual({
      userid: alice,
      username: 'Alice',
      usergroupid: 2,
      groups: [2, 6, 9],
      adminpermissions: 3,
      grants: [{ nodeid: 7, groupid: 9 }],
      moderator: [],
      languageid: 0,
      clockoffset: -12_600,
    });
  });

  test('of a member who is gone is that of a guest', async () => {
    const { apiaccesstoken } = await open(alice + 1000);
    expect((await find(apiaccesstoken))?.principal).toEqual(guest);
  });

  test.each([
    [0, true],
    [now + 1, true],
    [now, false],
    [now - 1, false],
  ])('of a member whose ban ends at %i says so: %p', async (liftdate, banned) => {
    const { apiaccesstoken } = await open(alice);
    await run((db) =>
      db.run("insert into userban (userid, liftdate, reason) values (?, ?, 'spam')", [
        alice,
        liftdate,
      ]),
    );
    const ban = banned ? { reason: 'spam', liftdate } : undefined;
    expect((await find(apiaccesstoken))?.principal.ban).toEqual(ban);
  });

  test('is over when its life is, and is deleted then', async () => {
    const { apiaccesstoken } = await open(0);
    expect(await find(apiaccesstoken, now + lifetime - 1)).toBeDefined();
    expect(await find(apiaccesstoken, now + lifetime)).toBeUndefined();
    expect(await run((db) => deleteExpired(db, now + lifetime - 1))).toBe(0);
    expect(await run((db) => deleteExpired(db, now + lifetime))).toBe(1);
  });

  test.each(['', 'x'.repeat(32), "' or 1=1 --", '\0', 'a'.repeat(33)])(
    'is not found by %j',
    async (token) => {
      await open(0);
      expect(await find(token)).toBeUndefined();
    },
  );

  test('lives on while it is used', async () => {
    const [used, idle] = [await open(0), await open(0)];
    const tokens = [used.apiaccesstoken, newToken()];
    await run((db) => touchSessions(db, tokens, now + 500, lifetime));
    const found = await find(used.apiaccesstoken, now + 1499);
    expect(found?.session).toMatchObject({ lastactivity: now + 500, expires: now + 1500 });
    expect(await find(idle.apiaccesstoken, now + 1499)).toBeUndefined();
  });

  test('does not come back to life', async () => {
    const { apiaccesstoken } = await open(0);
    await run((db) => touchSessions(db, [apiaccesstoken], now + lifetime, lifetime));
    expect(await find(apiaccesstoken, now + lifetime)).toBeUndefined();
  });

  test('keeps its token and changes its hash at login', async () => {
    const session = await open(0);
    const { apiaccesstoken } = session;
    const hash = await run((db) => bindSession(db, apiaccesstoken, alice, now + 5, lifetime));
    const found = await find(apiaccesstoken);
    expect(found?.principal.userid).toBe(alice);
    expect(found?.session).toMatchObject({ sessionhash: hash, expires: now + 5 + lifetime });
    expect(hash).not.toBe(session.sessionhash);
  });

  test('that is over cannot be logged in', async () => {
    const { apiaccesstoken } = await open(0);
    const late = now + lifetime;
    expect(await run((db) => bindSession(db, apiaccesstoken, alice, late, lifetime))).toBe(
      undefined,
    );
  });

  test('is a guest for the grace time after logout, however much it is used', async () => {
    const { apiaccesstoken, sessionhash } = await open(alice);
    await run((db) => retireSession(db, apiaccesstoken, now, 600));
    const found = await find(apiaccesstoken, now + 599);
    expect(found?.principal).toEqual(guest);
    expect(found?.session.sessionhash).not.toBe(sessionhash);
    await run((db) => touchSessions(db, [apiaccesstoken], now + 500, lifetime));
    expect(await find(apiaccesstoken, now + 600)).toBeUndefined();
  });

  test('lives fully again when it is logged in after a logout', async () => {
    const { apiaccesstoken } = await open(alice);
    await run((db) => retireSession(db, apiaccesstoken, now, 600));
    await run((db) => bindSession(db, apiaccesstoken, alice, now + 10, lifetime));
    await run((db) => touchSessions(db, [apiaccesstoken], now + 20, lifetime));
    expect((await find(apiaccesstoken, now + 1019))?.principal.userid).toBe(alice);
  });

  test('can be the only one of a member that is left', async () => {
    const [kept, ended, guests] = [await open(alice), await open(alice), await open(0)];
    expect(await run((db) => deleteSessionsOfUser(db, alice, kept.apiaccesstoken))).toBe(1);
    expect(await find(kept.apiaccesstoken)).toBeDefined();
    expect(await find(ended.apiaccesstoken)).toBeUndefined();
    expect(await find(guests.apiaccesstoken)).toBeDefined();
  });
});

describe('a member', () => {
  async function credentials(): Promise<NonNullable<Awaited<ReturnType<typeof findCredentials>>>> {
    const found = await findCredentials(database.reader(), 'alice');
    if (found === undefined) throw new Error('alice is gone');
    return found;
  }

  test('is read without password and keys', async () => {
    const row = await findUser(database.reader(), alice);
    expect(row).toMatchObject({ userid: alice, username: 'Alice', displayusertitle: '' });
    for (const secret of ['token', 'scheme', 'emailkey', 'usernamekey', 'ipaddress'])
      expect(row).not.toHaveProperty(secret);
  });

  test('has the last activity as last visit after a login', async () => {
    const found = await credentials();
    expect(await run((db) => recordLogin(db, found, now, 0))).toBe(true);
    expect(await findUser(database.reader(), alice)).toMatchObject({
      lastvisit: 70,
      lastactivity: now,
    });
  });

  test('cannot log in with a password changed in the same second', async () => {
    const fresh = { token: 'new', scheme: 'argon2id' };
    for (const round of [1, 2]) {
      const old = await credentials();
      await run((db) => updatePassword(db, alice, { ...fresh, token: `new ${round}` }, now));
      expect(await run((db) => recordLogin(db, old, now, 0))).toBe(false);
      expect(await run((db) => holdPassword(db, old))).toBe(false);
      await run((db) => updateHash(db, old, { token: 'old, hashed anew', scheme: 'argon2id' }));
      expect((await credentials()).token).toBe(`new ${round}`);
    }
  });

  test('is the same member after the hash has been renewed', async () => {
    const old = await credentials();
    await run((db) => updateHash(db, old, { token: 'renewed', scheme: 'argon2id' }));
    expect((await credentials()).token).toBe('renewed');
    expect(await run((db) => holdPassword(db, old))).toBe(true);
  });

  test('stays as he is when nothing is changed', async () => {
    const before = await findUser(database.reader(), alice);
    await run((db) => updateUser(db, alice, {}));
    expect(await findUser(database.reader(), alice)).toEqual(before);
  });
});
