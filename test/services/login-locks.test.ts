import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { md5, RawApp, send } from '../support/raw.ts';

let board: TestBoard;
beforeEach(async () => {
  board = await startBoard({ TRUST_PROXY: '1' });
});
afterEach(async () => {
  await board.stop();
});

const form = 'application/x-www-form-urlencoded';

/** Logs a member in from an address; the error's id, or undefined. */
async function logIn(app: RawApp, address: string, fields: string): Promise<unknown> {
  const headers = { 'Content-Type': form, 'X-Forwarded-For': address };
  const url = app.sign('api_m=user.login');
  return (await send(url, { method: 'POST', headers, body: fields })).error?.[0];
}

const right = 'username=alice&password=alice-password';
const wrong = 'username=alice&password=wrong';

async function newApp(): Promise<RawApp> {
  return RawApp.init(board.url, sandboxKey);
}

/** Locks a name as anybody can who knows it. */
async function attack(name = 'alice'): Promise<void> {
  const attacker = await newApp();
  for (let network = 1; network <= 5; network += 1)
    for (let count = 1; count <= 5; count += 1)
      await logIn(attacker, `203.0.113.${network}`, `username=${name}&password=wrong`);
}

describe('a name that is locked', () => {
  test('is not for the clients and in the networks from which its member has logged in', async () => {
    const phone = await newApp();
    expect(await logIn(phone, '198.51.100.1', right)).toBeUndefined();
    await attack();
    const stranger = await newApp();
    expect(await logIn(stranger, '192.0.2.1', right)).toBe('strikes');
    expect(await logIn(phone, '192.0.2.1', right)).toBeUndefined();
    expect(await logIn(stranger, '198.51.100.1', right)).toBeUndefined();
  }, 60_000);

  test('is for everybody where the member has never logged in', async () => {
    await attack('bob');
    const app = await newApp();
    const owner = 'username=bob&password=bob-password';
    expect(await logIn(app, '192.0.2.1', owner)).toBe('strikes');
  }, 60_000);
});

test('a phone that is known logs in from an address that has tried a hundred passwords', async () => {
  const phone = await newApp();
  expect(await logIn(phone, '198.51.100.1', right)).toBeUndefined();
  await board.database.transaction(async (db) => {
    for (let count = 0; count < 100; count += 1)
      await db.insert(
        'strikes',
        { usernamekey: `m${count}`, strikeip: '203.0.113.1', striketime: board.now() },
        'strikeid',
      );
  });
  expect(await logIn(await newApp(), '203.0.113.1', 'username=bob&password=bob-password')).toBe(
    'strikes',
  );
  expect(await logIn(phone, '203.0.113.1', right)).toBeUndefined();
});

test('an IPv6 network counts as one address', async () => {
  const app = await newApp();
  for (let host = 1; host <= 5; host += 1)
    expect(await logIn(app, `2001:db8:1:2::${host}`, wrong)).toBe('badlogin');
  expect(await logIn(app, '2001:db8:1:2:ffff::1', wrong)).toBe('strikes');
  expect(await logIn(app, '2001:db8:1:3::1', wrong)).toBe('badlogin');
});

test('right logins at once are no failures', async () => {
  const apps = await Promise.all(Array.from({ length: 16 }, newApp));
  const seen = await Promise.all(apps.map((app) => logIn(app, '198.51.100.1', right)));
  expect(new Set(seen)).toEqual(new Set([undefined]));
});

test('wrong logins at once are counted like others', async () => {
  const apps = await Promise.all(Array.from({ length: 12 }, newApp));
  const seen = await Promise.all(apps.map((app) => logIn(app, '198.51.100.1', wrong)));
  expect(seen.filter((error) => error === 'badlogin')).toHaveLength(5);
  expect(seen.filter((error) => error === 'strikes')).toHaveLength(7);
});

test('a try is one guess, whatever forms of a password it has', async () => {
  const app = await newApp();
  const sum = md5('alice-password');
  const forms = [
    `password=wrong&md5password=${sum}&md5password_utf=${sum}`,
    `md5password=${sum}&md5password_utf=${md5('wrong')}`,
  ];
  for (const fields of forms)
    expect(await logIn(app, '198.51.100.1', `username=alice&${fields}`)).toBe('badlogin');
  const first = `md5password=${md5('wrong')}&md5password_utf=${sum}`;
  expect(await logIn(app, '198.51.100.1', `username=alice&${first}`)).toBeUndefined();
});
