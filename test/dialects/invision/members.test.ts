import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { countStatements } from '../../support/statements.ts';
import { asker, atRest } from './ask.ts';

/** Members as a shop or a game server manages them (dialects.md 1.4, dialects-additions A1.4). */

let board: TestBoard;
const ask = asker(() => board);
const form = (fields: Readonly<Record<string, string | number>>) => ({
  form: Object.entries(fields).map(([name, value]) => [name, String(value)] as const),
});

beforeAll(async () => {
  board = await startBoard();
});
afterAll(async () => {
  await board.stop();
});

describe('lists', () => {
  test('a page, by id unless it is said otherwise', async () => {
    const { body } = await ask('GET', '/api/core/members?perPage=3');
    expect(body).toMatchObject({ page: 1, perPage: 3, results: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    const names = (await ask('GET', '/api/core/members?sortBy=name&sortDir=desc&perPage=5')).body
      .results;
    expect(names.map(({ name }) => name.toLowerCase())).toEqual(
      names.map(({ name }) => name.toLowerCase()).sort((a, b) => (a < b ? 1 : -1)),
    );
  });

  test.each([
    ['ids=3,1', [1, 3]],
    ['name=LIC', [3]],
    ['email=member2@', [3]],
    ['group=7', [2]],
    ['group[]=7&group[]=6', [1, 2]],
    ['name=nobody-has-this', []],
    ['activity_after=2147483646', []],
    ['name=%25', []],
  ])('%s', async (query, ids) => {
    const { body } = await ask('GET', `/api/core/members?${query}`);
    expect(body.results.map(({ id }) => id)).toEqual(ids);
    expect(body.totalResults).toBe(ids.length);
  });

  test('cost as much whatever their size', async () => {
    const cost = async (perPage: number): Promise<number> =>
      countStatements(board, () => ask('GET', `/api/core/members?perPage=${perPage}`));
    expect(await cost(20)).toBe(await cost(2));
  });
});

describe('a member', () => {
  test('is made, read, changed, and logs in', async () => {
    const fields = {
      ...{ name: 'Shopper', email: 'shopper@example.org', password: 'a-long-password', group: 2 },
      ...{ registrationIpAddress: '203.0.113.7' },
    };
    const { status, body } = await ask('POST', '/api/core/members', form(fields));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ name: 'Shopper', email: 'shopper@example.org', validating: false },
      ...{ registrationIpAddress: '203.0.113.7', primaryGroup: { id: 2 }, secondaryGroups: [] },
    });
    await board.guest().user.login({ username: 'Shopper', password: 'a-long-password' });
    const path = `/api/core/members/${body.id}`;
    const read = (await ask('GET', path)).body;
    expect(atRest((await ask('POST', path)).body)).toEqual(atRest(read));
    const changed = await ask('POST', `${path}?name=Buyer&secondaryGroups=5`);
    expect(changed.body).toMatchObject({ name: 'Buyer', secondaryGroups: [{ id: 5 }] });
    const emptied = await ask(
      'POST',
      path,
      form({ secondaryGroups: '', password: 'another-password' }),
    );
    expect(emptied.body.secondaryGroups).toEqual([]);
    await board.guest().user.login({ username: 'Buyer', password: 'another-password' });
    expect((await ask('POST', `${path}/secgroup/5`)).body.secondaryGroups).toMatchObject([
      { id: 5 },
    ]);
    expect((await ask('DELETE', `${path}/secgroup/5`)).body.secondaryGroups).toEqual([]);
  });

  test('without a password gets a mail to set one', async () => {
    const before = await jobs();
    const { status } = await ask(
      'POST',
      '/api/core/members',
      form({ name: 'Mailed', email: 'mailed@example.org' }),
    );
    expect([status, (await jobs()) - before]).toEqual([200, 1]);
  });

  test.each([
    ['1C292/8', {}],
    ['1C292/8', { name: 'OnlyAName' }],
    ['1C292/4', { name: 'alice', email: 'new@example.org' }],
    ['1C292/5', { name: 'Newer', email: 'member2@example.org' }],
    ['1C292/6', { name: 'Newer', email: 'newer@example.org', group: 999 }],
    ['1C292/6', { name: 'Newer', email: 'newer@example.org', group: 1 }],
    ['1C292/7', { name: 'Newer', email: 'newer@example.org', group: '2,999' }],
  ])('%s', async (code, fields) => {
    const { status, body } = await ask('POST', '/api/core/members', form(fields));
    expect([status, body.errorCode]).toEqual([400, code]);
    expect((await ask('GET', '/api/core/members?name=newer')).body.totalResults).toBe(0);
  });

  test('that is not there', async () => {
    expect((await ask('GET', '/api/core/members/999999')).body.errorCode).toBe('1C292/2');
    expect((await ask('POST', '/api/core/members/999999')).body.errorCode).toBe('2C292/7');
  });

  test('may be whose key it is: the site proves no password', async () => {
    const { status } = await ask(
      'POST',
      '/api/core/members/1',
      form({ email: 'chief@example.org' }),
    );
    expect(status).toBe(200);
  });

  test('gets no rights from a key whose maker has lost them', async () => {
    const admin = await board.login('admin');
    const { key } = await admin.apikey.add({ data: { name: 'Of a moderator', userid: 2 } });
    const fields = { name: 'Climber', email: 'climber@example.org', group: 6 };
    expect((await ask('POST', '/api/core/members', { key, ...form(fields) })).body.errorCode).toBe(
      '1C292/6',
    );
    expect(
      (await ask('POST', '/api/core/members/3', { key, ...form({ group: 6 }) })).body.errorCode,
    ).toBe('1C292/6');
    expect((await ask('POST', '/api/core/members/3/secgroup/6', { key })).body.errorCode).toBe(
      '1C292/7',
    );
  });
});

async function jobs(): Promise<number> {
  const row = await board.database
    .reader()
    .get<{ count: number }>('select count(*) as count from outbox');
  return row?.count ?? 0;
}
