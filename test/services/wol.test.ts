import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { members } from '../support/places.ts';
import { countStatements } from '../support/statements.ts';

jest.setTimeout(60_000);

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;

beforeAll(async () => {
  board = await startBoard();
  [alice, bob, mod, admin] = (await Promise.all(
    (['alice', 'bob', 'mod', 'admin'] as const).map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost, Signpost];
  await bob.user.save({ userid: members.bob, password: '', options: { invisible: '1' } });
});
beforeEach(async () => {
  await board.database.transaction(async (db) => {
    await db.run('update session set lastactivity = ? where userid > 0', [board.now()]);
    await db.run('delete from session where userid = 0');
    await db.run('update onlinerecord set recordusers = 0, maxonlinedate = 0');
  });
});
afterAll(async () => {
  await board.stop();
});

async function namesFor(client: Signpost, params = {}): Promise<string[]> {
  return (await client.wol.fetchAll(params)).map((row) => row.username);
}

async function enterGuest(): Promise<Signpost> {
  const guest = board.guest();
  await guest.init();
  return guest;
}

describe('who is online', () => {
  test('shows invisible members to moderators and themselves only', async () => {
    const all = { who: 'members', sortfield: 'username', sortorder: 'asc' };
    expect(await namesFor(alice, all)).toEqual(['admin', 'alice', 'mod']);
    expect(await namesFor(await enterGuest(), all)).toEqual(['admin', 'alice', 'mod']);
    for (const client of [bob, mod, admin])
      expect(await namesFor(client, all)).toEqual(['admin', 'alice', 'bob', 'mod']);
    const rows = await mod.wol.fetchAll({ who: 'members' });
    expect(rows.find((row) => row.username === 'bob')?.invisible).toBe(1);
    expect((await alice.wol.fetchCounts({})).members).toBe(3);
    expect((await mod.wol.fetchCounts({})).members).toBe(4);
  });

  test('shows each member once, guests by session, and nobody who has gone', async () => {
    await board.login('alice');
    await enterGuest();
    await enterGuest();
    expect(await namesFor(alice, { who: 'guests' })).toEqual(['Guest', 'Guest']);
    expect(await namesFor(alice, { who: 'members' })).toHaveLength(3);
    expect(await namesFor(alice)).toHaveLength(5);
    expect(await namesFor(alice, { who: 'spiders' })).toEqual([]);
    await board.database.transaction((db) =>
      db.run('update session set lastactivity = ? where userid = ?', [
        board.now() - 901,
        members.mod,
      ]),
    );
    expect(await namesFor(alice, { who: 'members' })).not.toContain('mod');
  });

  test('shows addresses to administrators only, and no secrets to anybody', async () => {
    const [row] = await admin.wol.fetchAll({ who: 'members' });
    expect(row?.host).toBe('127.0.0.1');
    for (const seen of await mod.wol.fetchAll({})) {
      expect(seen).not.toHaveProperty('host');
      expect(Object.keys(seen).join()).not.toMatch(/token|hash|email/);
    }
  });

  test('comes in pages and orders', async () => {
    const order = { who: 'members', sortfield: 'username', perpage: 2 };
    expect(await namesFor(alice, { ...order, sortorder: 'asc' })).toEqual(['admin', 'alice']);
    expect(await namesFor(alice, { ...order, sortorder: 'asc', pagenumber: 2 })).toEqual(['mod']);
    expect(await namesFor(alice, { ...order, sortorder: 'desc' })).toEqual(['mod', 'alice']);
    expect(await namesFor(alice, { pagenumber: 2_147_483_647, perpage: 2_147_483_647 })).toEqual(
      [],
    );
    for (const params of [
      { who: 'constructor' },
      { sortfield: 'host' },
      { sortorder: 'desc; drop table session' },
      { pagenumber: -1 },
    ])
      await expect(alice.call('wol.fetchAll', params)).rejects.toMatchObject({
        id: 'invalid_parameter',
      });
  });

  test('takes as many statements for a long page as for a short one', async () => {
    for (const perpage of [1, 100])
      expect(await countStatements(board, () => alice.wol.fetchAll({ perpage }))).toBe(1);
  });
});

describe('the record', () => {
  test('is kept, and tells nothing of invisible members', async () => {
    const first = await mod.wol.fetchCounts({});
    expect(first).toEqual({
      total: 4,
      members: 4,
      guests: 0,
      spiders: 0,
      recordusers: 3,
      maxonlinedate: expect.any(Number),
      recorddate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
      recordtime: expect.stringMatching(/^\d\d:\d\d$/),
    });
    await enterGuest();
    board.tick(60);
    const second = await alice.wol.fetchCounts({});
    expect(second).toMatchObject({ total: 4, guests: 1, recordusers: 4 });
    expect(second.maxonlinedate).toBeGreaterThan(first.maxonlinedate);
    board.tick(1_000);
    const later = await alice.wol.fetchCounts({});
    expect(later).toMatchObject({ recordusers: 4, maxonlinedate: second.maxonlinedate });
    expect(later.total).toBeLessThan(4);
  });
});
