import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/db/db.ts';
import { up } from '../../migrations/0062_reactions_and_ranks.ts';
import { openTestDatabase } from '../support/database.ts';

let database: Database;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(async () => {
  await database.close();
});

/** The schema as it was before. */
async function undo(): Promise<void> {
  const { knex } = database;
  await knex.schema.dropTable('userrank');
  await knex('votetype').where({ label: 'Confused' }).delete();
  await knex.schema.alterTable('votetype', (table) => table.dropColumns('value', 'icon'));
  await knex.schema.alterTable('nodevote', (table) => table.dropColumn('value'));
  await knex.schema.alterTable('nodevote', (table) =>
    table.unique(['nodeid', 'votetypeid', 'userid'], { indexName: 'nodevote_once' }),
  );
  await knex.schema.alterTable('nodevote', (table) =>
    table.dropUnique(['nodeid', 'userid'], 'nodevote_one'),
  );
}

const [LIKE, LOVE, WOW, SAD] = [1, 2, 4, 5];

test('of several reactions of a member to a post the newest stays, and all are counted anew', async () => {
  await undo();
  const { knex } = database;
  const password = { token: '', scheme: 'none' };
  for (const [userid, name] of [
    [101, 'anna'],
    [102, 'otto'],
    [103, 'else'],
  ] as const)
    await knex('user').insert({
      ...{ userid, username: name, usernamekey: name, displayname: name, ...password },
      ...{ usernamefold: name, reputation: userid === 101 ? 7 : 0 },
    });
  const node = { parentid: 0, contenttypeid: 1, title: 'Post' };
  await knex('node').insert({ ...node, nodeid: 901, userid: 101, votes: 2 });
  await knex('node').insert({ ...node, nodeid: 902, userid: 102, votes: 0 });
  for (const [nodeid, userid, votetypeid] of [
    [901, 102, LIKE],
    [901, 103, LIKE],
    [901, 103, SAD],
    [902, 103, LOVE],
    [902, 101, WOW],
  ] as const)
    await knex('nodevote').insert({ nodeid, userid, votetypeid });
  await up(knex);

  const votes = await knex('nodevote')
    .orderBy('nodevoteid')
    .select('userid', 'votetypeid', 'value');
  expect(votes).toEqual([
    { userid: 102, votetypeid: LIKE, value: 1 },
    { userid: 103, votetypeid: SAD, value: -1 },
    { userid: 103, votetypeid: LOVE, value: 1 },
    { userid: 101, votetypeid: WOW, value: 0 },
  ]);
  expect(await knex('node').where('nodeid', '>', 900).orderBy('nodeid').pluck('votes')).toEqual([
    1, 0,
  ]);
  // 7 with two likes: 5, a like and a Sad.
  const reputations = await knex('user').orderBy('userid').pluck('reputation');
  expect(reputations.slice(-3)).toEqual([5, 1, 0]);
});
