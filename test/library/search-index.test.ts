import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { up } from '../../migrations/0010_search.ts';
import type { Database } from '../../src/db/db.ts';
import { matching } from '../../src/library/search/match.ts';
import { parseKeywords } from '../../src/library/search/query.ts';
import { indexBody, indexTitle } from '../../src/library/text/search-index.ts';
import { openTestDatabase } from '../support/database.ts';

jest.setTimeout(60_000);

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await database.close();
});

async function insertNode(nodeid: number, title = '', starter = nodeid): Promise<void> {
  await database.transaction(async (db) => {
    await db.run(db.knex('node').insert({ nodeid, starter, title }));
  });
}

async function found(keywords: string, titleOnly = false): Promise<number[]> {
  const db = database.reader();
  const { sql, bindings } = matching(db, parseKeywords(keywords), titleOnly);
  return (await db.all<{ nodeid: number }>(sql, bindings)).map((row) => row.nodeid);
}

test('posts from before the index are found, channels are not', async () => {
  const { knex } = database;
  await insertNode(1, 'Old channel', 0);
  for (let nodeid = 2; nodeid < 252; nodeid += 1) await insertNode(nodeid, 'Old title');
  await database.transaction(async (db) => {
    const text = { nodeid: 251, rawtext: '', message: '', message_plain: 'old text 東京都' };
    await db.run(db.knex('text').insert(text));
  });
  if (database.engine === 'sqlite') await knex.schema.dropTable('searchfts');
  for (const table of ['searchindex', 'searchresult']) await knex.schema.dropTable(table);
  await knex.schema.alterTable('node', (table) => {
    table.dropIndex([], 'node_activity');
  });
  await up(knex);
  expect(await found('old')).toHaveLength(250);
  expect(await found('東京 text')).toEqual([251]);
  await database.transaction((db) => indexBody(db, 251, 'new'));
  expect(await found('東京')).toEqual([]);
});

test('title and text are written apart, and a phrase does not run from one into the other', async () => {
  await insertNode(7);
  await database.transaction(async (db) => {
    await indexTitle(db, 7, 'one two');
    await indexBody(db, 7, 'three four');
  });
  expect(await found('"one two" "three four" four')).toEqual([7]);
  expect(await found('"two three"')).toEqual([]);
  expect(await found('three', true)).toEqual([]);
  expect(await found('two OR three', true)).toEqual([7]);
  expect(await found('one -three', true)).toEqual([7]);
  await database.transaction((db) => indexTitle(db, 7, ''));
  expect(await found('one')).toEqual([]);
  expect(await found('four')).toEqual([7]);
});

test('what is undone is not found, and what is deleted is found no more', async () => {
  await insertNode(7);
  const failed = database.transaction(async (db) => {
    await indexBody(db, 7, 'undone');
    throw new Error('no');
  });
  await expect(failed).rejects.toThrow('no');
  expect(await found('undone')).toEqual([]);
  await database.transaction((db) => indexBody(db, 7, 'done'));
  expect(await found('done')).toEqual([7]);
  await database.transaction((db) => db.run('delete from node where nodeid = 7'));
  expect(await found('done')).toEqual([]);
  expect(await database.reader().all('select nodeid from searchindex')).toEqual([]);
});

test('the longest text that can be is indexed, whatever it is made of', async () => {
  const texts = ['\u6771\u4eac', '\ufdfa ', 'é ', '🚋', 'aé'].map((part) => part.repeat(60_000));
  texts.push(Array.from({ length: 60_000 }, (_, n) => `w${n.toString(36)}é`).join(' '));
  for (const [index, text] of texts.entries()) {
    await insertNode(index + 1);
    await database.transaction((db) => indexBody(db, index + 1, `${text} end`));
  }
  expect(await foundSoon('東京')).toEqual([1]);
  expect(await foundSoon('🚋')).toEqual([4]);
});

/** MariaDB misses words for the moment in which it moves them from its cache to the index. */
async function foundSoon(keywords: string): Promise<number[]> {
  for (let tries = 0; tries < 50; tries += 1) {
    const nodeids = await found(keywords);
    if (nodeids.length > 0) return nodeids;
    await setTimeout(100);
  }
  return [];
}

test('every shape of a query is one that the database takes', async () => {
  await insertNode(7);
  await database.transaction(async (db) => {
    await indexTitle(db, 7, 'a b');
    await indexBody(db, 7, 'iPhoneを買った 猫');
  });
  for (const [keywords, titleOnly, expected] of [
    ['猫', false, [7]],
    ['買', false, [7]],
    ['"iphoneを"', false, [7]],
    ['"iphone 猫"', false, [7]],
    ['犬 OR 猫 OR "a b"', false, [7]],
    ['犬 OR "b a"', false, []],
    ['猫 -犬 -"x y"', false, [7]],
    ['a -猫', false, []],
    ['"a b" 猫 -x', true, []],
    ['"a b" b -猫', true, [7]],
    ['a b AND a OR c NOT "b a"', true, [7]],
    [
      Array.from({ length: 50 }, (_, n) => (n < 49 ? `"a b" OR` : '猫'))
        .join(' ')
        .slice(0, 999),
      false,
      [7],
    ],
    [`"${'東京都'.repeat(33)}"`, false, []],
    [Array.from({ length: 50 }, (_, n) => `x${n}`).join(' '), false, []],
    [`a ${Array.from({ length: 49 }, (_, n) => `-x${n}`).join(' ')}`, false, [7]],
  ] as const)
    expect([keywords, await found(keywords, titleOnly)]).toEqual([keywords, expected]);
});
