import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { insertApiKeyUses } from '../../src/library/access/apikey.ts';
import { removeExpired } from '../../src/maintenance.ts';
import { asker } from '../dialects/invision/ask.ts';
import { startBoard, type TestBoard } from '../support/board.ts';

let board: TestBoard;
let admin: Signpost;
const ask = asker(() => board);

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
});

const hello = async (key: string) => (await ask('GET', '/api/core/hello', { key })).status;

describe('a key', () => {
  test('is shown once, kept as a hash, and works', async () => {
    const { key, apikeyid } = await admin.apikey.add({ data: { name: 'Import' } });
    expect(key).toMatch(/^sp_inv_[\w-]{32}$/);
    expect(await hello(key)).toBe(200);
    expect(JSON.stringify(await admin.apikey.fetchAll())).not.toContain(key);
    const rows = await board.database
      .reader()
      .all('select * from apikey where apikeyid = ?', [apikeyid]);
    expect(JSON.stringify(rows)).not.toContain(key);
    expect(board.logs.join('')).not.toContain(key);
  });

  test('is good for what it is for', async () => {
    const { key } = await admin.apikey.add({
      data: { name: 'Posts', rights: ['forums/posts/GET*', 'core/hello/GETindex'] },
    });
    const status = async (verb: string, path: string) => (await ask(verb, path, { key })).status;
    expect(await status('GET', '/api/forums/posts/27')).toBe(200);
    expect(await status('POST', '/api/forums/posts')).toBe(403);
    expect(await status('GET', '/api/forums/topics/27')).toBe(403);
  });

  test('is rotated with a grace, and revoked', async () => {
    const { key: first, apikeyid } = await admin.apikey.add({ data: { name: 'Rotated' } });
    const { key: second } = await admin.apikey.rotate({ apikeyid, grace: 60 });
    expect([await hello(first), await hello(second)]).toEqual([200, 200]);
    board.tick(61);
    expect([await hello(first), await hello(second)]).toEqual([401, 200]);
    const { key: third } = await admin.apikey.rotate({ apikeyid, grace: 0 });
    expect([await hello(second), await hello(third)]).toEqual([401, 200]);
    expect(await admin.apikey.revoke({ apikeyid })).toEqual({ success: true });
    expect(await hello(third)).toBe(401);
    expect(await admin.apikey.revoke({ apikeyid })).toEqual({ success: false });
    await expect(admin.apikey.rotate({ apikeyid })).rejects.toThrow('invalid_data');
  });

  test('ends in its time', async () => {
    const { key } = await admin.apikey.add({ data: { name: 'Short', expires: board.now() + 100 } });
    expect(await hello(key)).toBe(200);
    board.tick(100);
    expect(await hello(key)).toBe(401);
  });

  test('from some networks alone, IPv4 in IPv6 among them', async () => {
    const { key, apikeyid } = await admin.apikey.add({
      data: { name: 'Near', networks: ['127.0.0.64/26', '2001:db8::/32'] },
    });
    const from = async (address: string) =>
      (await ask('GET', '/api/core/hello', { key, from: address })).status;
    expect([await from('127.0.0.65'), await from('127.0.0.1')]).toEqual([200, 403]);
    await admin.apikey.update({ apikeyid, data: { networks: [] } });
    expect(await from('127.0.0.1')).toBe(200);
  });

  test('has its requests written down where it says so', async () => {
    const { key, apikeyid } = await admin.apikey.add({ data: { name: 'Logged', logged: true } });
    await ask('GET', '/api/forums/topics/27', { key });
    await ask('GET', '/api/forums/topics/2000000000', { key });
    await board.running.environment.keyUses.flush();
    expect(await admin.apikey.fetchLog({ apikeyid })).toMatchObject([
      { endpoint: 'forums/topics/GETitem', status: 404, ipaddress: '127.0.0.1' },
      { endpoint: 'forums/topics/GETitem', status: 200 },
    ]);
    const all = await admin.apikey.fetchAll();
    expect(all.find((one) => one.apikeyid === apikeyid)?.lastused).toBeGreaterThan(0);
  });

  test.each([
    ['name', { name: ' ' }],
    ['name', { name: 'x'.repeat(101) }],
    ['name', { name: 'two\nlines' }],
    ['name', { name: '\u001b[2Jcleared' }],
    ['rights', { name: 'x', rights: [`forums/posts/${'x'.repeat(100)}`] }],
    ['rights', { name: 'x', rights: ['forums/posts'] }],
    ['rights', { name: 'x', rights: ['forums/po sts/GETindex'] }],
    ['networks', { name: 'x', networks: ['300.1.1.1'] }],
    ['networks', { name: 'x', networks: ['10.0.0.0/64'] }],
    ['networks', { name: 'x', networks: ['10.0.0.1:80'] }],
    ['expires', { name: 'x', expires: 1 }],
  ])('that cannot be: %s', async (name, data) => {
    await expect(admin.apikey.add({ data })).rejects.toThrow(`invalid_data ${name}: `);
  });

  test('may be the site’s own', async () => {
    const { key, apikeyid } = await admin.apikey.add({ data: { name: 'Site', userid: 0 } });
    const all = await admin.apikey.fetchAll();
    expect(all.find((one) => one.apikeyid === apikeyid)).toMatchObject({ userid: 0 });
    expect(await hello(key)).toBe(200);
    const nobody = admin.apikey.add({ data: { name: 'x', userid: 999_999 } });
    await expect(nobody).rejects.toThrow('invalid_user_specified');
  });

  test('leaves a line in the log for whatever is done to it, for administrators alone', async () => {
    const { apikeyid } = await admin.apikey.add({ data: { name: 'Watched' } });
    await admin.apikey.update({ apikeyid, data: { name: 'Watched closely' } });
    await admin.apikey.rotate({ apikeyid });
    await admin.apikey.revoke({ apikeyid });
    await admin.apikey.revoke({ apikeyid });
    const acts = await admin.node.fetchModLogs({ nodeid: 1 });
    expect(
      acts
        .filter(({ aboutid }) => aboutid === apikeyid)
        .map(({ action, nodetitle, username, ipaddress }) => [
          action,
          nodetitle,
          username,
          ipaddress,
        ]),
    ).toEqual([
      ['key_revoke', 'Watched closely', 'admin', '127.0.0.1'],
      ['key_rotate', 'Watched closely', 'admin', '127.0.0.1'],
      ['key_update', 'Watched closely', 'admin', '127.0.0.1'],
      ['key_add', 'Watched', 'admin', '127.0.0.1'],
    ]);
    const mod = await board.login('mod');
    const seen = await mod.node.fetchModLogs({ nodeid: 1 });
    expect(seen.filter(({ action }) => action.startsWith('key_'))).toEqual([]);
  });

  test('is noted as used once a minute, and stays listed for thirty days after its end', async () => {
    const { database, running } = board;
    const { key, apikeyid } = await admin.apikey.add({ data: { name: 'Old', logged: true } });
    const found = async () => {
      await running.environment.keyUses.flush();
      const all = await admin.apikey.fetchAll();
      return all.find((one) => one.apikeyid === apikeyid);
    };
    await hello(key);
    const first = (await found())?.lastused ?? 0;
    board.tick(30);
    await hello(key);
    expect((await found())?.lastused).toBe(first);
    board.tick(31);
    await hello(key);
    expect((await found())?.lastused).toBeGreaterThan(first + 60);
    await admin.apikey.revoke({ apikeyid });
    const revokedBefore = async (seconds: number): Promise<void> => {
      const revoked = board.now() - seconds;
      const sql = 'update apikey set revoked = ? where apikeyid = ?';
      await database.transaction((db) => db.run(sql, [revoked, apikeyid]));
      await removeExpired(database, board.now());
    };
    await revokedBefore(30 * 86_400 - 60);
    expect(await found()).toMatchObject({ name: 'Old' });
    await revokedBefore(30 * 86_400);
    expect(await found()).toBeUndefined();
    const left = 'select count(*) as count from apikeylog where apikeyid = ?';
    expect(await database.reader().get(left, [apikeyid])).toEqual({ count: 0 });
  });

  test('keeps the latest hundred thousand lines of its log', async () => {
    const { database } = board;
    const { apikeyid } = await admin.apikey.add({ data: { name: 'Busy' } });
    const use = { apikeyid, endpoint: 'core/hello/GETindex', userid: 0, ipaddress: '' };
    const dateline = board.now();
    const uses = Array.from({ length: 100_003 }, (_, status) => ({ ...use, dateline, status }));
    await database.transaction((db) => insertApiKeyUses(db, uses));
    await removeExpired(database, dateline);
    const left = await database
      .reader()
      .get('select count(*) as count, min(status) as oldest from apikeylog where apikeyid = ?', [
        apikeyid,
      ]);
    expect(left).toEqual({ count: 100_000, oldest: 3 });
  });

  test.each(['alice', 'mod'])('is none of the business of %s', async (name) => {
    const member = await board.login(name);
    const no = 'no_permission';
    await expect(member.apikey.fetchAll()).rejects.toThrow(no);
    await expect(member.apikey.add({ data: { name: 'x' } })).rejects.toThrow(no);
    await expect(member.apikey.update({ apikeyid: 1, data: { logged: true } })).rejects.toThrow(no);
    await expect(member.apikey.rotate({ apikeyid: 1 })).rejects.toThrow(no);
    await expect(member.apikey.revoke({ apikeyid: 1 })).rejects.toThrow(no);
    await expect(member.apikey.fetchLog({ apikeyid: 1 })).rejects.toThrow(no);
  });
});
