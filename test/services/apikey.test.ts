import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
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
    const log = async () => admin.apikey.fetchLog({ apikeyid });
    for (let tries = 0; tries < 50 && (await log()).length < 2; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await log()).toMatchObject([
      { endpoint: 'forums/topics/GETitem', status: 404, ipaddress: '127.0.0.1' },
      { endpoint: 'forums/topics/GETitem', status: 200 },
    ]);
    const all = await admin.apikey.fetchAll();
    expect(all.find((one) => one.apikeyid === apikeyid)?.lastused).toBeGreaterThan(0);
  });

  test.each([
    ['name', { name: ' ' }],
    ['rights', { name: 'x', rights: ['forums/posts'] }],
    ['rights', { name: 'x', rights: ['forums/po sts/GETindex'] }],
    ['networks', { name: 'x', networks: ['300.1.1.1'] }],
    ['networks', { name: 'x', networks: ['10.0.0.0/64'] }],
    ['expires', { name: 'x', expires: 1 }],
  ])('that cannot be: %s', async (name, data) => {
    await expect(admin.apikey.add({ data })).rejects.toThrow(`invalid_data ${name}: `);
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
