import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { type Installation, install } from '../../src/install/install.ts';
import { readBoard } from '../../src/library/board/board.ts';
import { systemChannels } from '../../src/library/board/system-channels.ts';
import { systemGroups } from '../../src/library/board/usergroup.ts';
import { exampleSecrets } from '../../src/sandbox/credentials.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';
import { openTestDatabase } from '../support/database.ts';

jest.setTimeout(60_000);

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await database.close();
});

const installation: Installation = {
  adminName: 'Åsa',
  adminPassword: { scheme: 'none', token: '' },
  apikey: 'a-key',
  now: 1_700_000_000,
};

const count = async (table: string): Promise<number> => {
  const row = await database
    .reader()
    .get<{ count: number }>(`select count(*) as count from "${table}"`);
  return Number(row?.count);
};

test('of two installations at once one makes the board, and a later one changes nothing', async () => {
  const made = await Promise.all([1, 2, 3].map(() => install(database, installation)));
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await install(database, { ...installation, apikey: 'other' })).toBe(false);
  const board = await readBoard(database.reader());
  expect(board.options.apikey).toBe('a-key');
  expect(await count('user')).toBe(1);
  expect(await count('usergroup')).toBe(systemGroups.length);
  expect(board.channels.map((channel) => channel.guid).sort()).toEqual(
    systemChannels.map((channel) => channel.guid).sort(),
  );
});

test.each(['usergroup', 'user', 'apiclient'])(
  'a sandbox takes new rows of %s after those with fixed ids',
  async (table) => {
    const size = { topics: 2, replies: 1 };
    await buildSandbox(database, 2_100_000_000, size);
    const rows = {
      usergroup: { title: 'One more' },
      user: { username: 'N', usernamekey: 'n', displayname: 'N', token: '', scheme: '' },
      apiclient: { secret: '', identity: 'new' },
    };
    const id = `${table}id`;
    const row = rows[table as keyof typeof rows];
    const before = await count(table);
    const given = await database.transaction((db) => db.insert(table, row, id));
    expect(given).toBeGreaterThan(
      table === 'apiclient' ? Number(exampleSecrets.clientid) : before - 1,
    );
    expect(await count(table)).toBe(before + 1);
  },
);
