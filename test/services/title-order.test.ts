import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { up } from '../../migrations/0041_title_order.ts';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { addChannel, post } from '../support/nodes.ts';

let board: TestBoard;
let admin: Signpost;
let channel: number;

const sorted = [
  ...['"Quoted"', 'Ångström', 'Äpfel', 'apple', 'Banana', 'čokoláda', 'Éclair', 'ølet', 'Zebra'],
  ...['яблоко', 'Яблоня'],
];

beforeAll(async () => {
  board = await startBoard();
  admin = await board.login('admin');
  channel = await addChannel(admin, 'By title');
  for (const title of sorted.toReversed()) await post(admin, channel, title);
});
afterAll(async () => {
  await board.stop();
});

/** As the answer has it: a list keyed by id would lose its order in JavaScript. */
async function found(direction: 'asc' | 'desc'): Promise<string[]> {
  const titles: string[] = [];
  for (let page = 1; page <= sorted.length; page += 1) {
    const { results } = await admin.search.getInitialResults({
      search_json: { channel, starter_only: true, sort: { title: direction } },
      perpage: 1,
      pagenumber: page,
    });
    titles.push(...Object.values(results).map(({ title }) => title));
  }
  return titles;
}

async function order(): Promise<string[]> {
  const rows = await board.database
    .reader()
    .all<{ title: string }>('select title from node where parentid = ? order by titlekey, nodeid', [
      channel,
    ]);
  return rows.map(({ title }) => title);
}

test('case and accents do not decide where a title stands', async () => {
  expect(await found('asc')).toEqual(sorted);
  expect(await found('desc')).toEqual(sorted.toReversed());
  expect(await order()).toEqual(sorted);
});

test('a new title has another place', async () => {
  const nodeid = await post(admin, channel, 'Aaa');
  await admin.content_text.update({ nodeid, data: { title: 'Ždar', rawtext: 'Renamed' } });
  expect((await order()).slice(-4)).toEqual(['Ždar', 'Zebra', 'яблоко', 'Яблоня']);
  await admin.node.deleteNodes({ nodeids: [nodeid] });
});

test('titles that were there before get their place', async () => {
  const { knex } = board.database;
  await knex.schema.alterTable('node', (table) => table.dropColumn('titlekey'));
  await up(knex);
  expect(await order()).toEqual(sorted);
});

test('nor where the posts of an author stand', async () => {
  const names = ['älma', 'Beau', 'Zöra', 'zorina'];
  for (const username of names.toReversed()) {
    await admin.user.save({
      userid: 0,
      password: `${username}-password`,
      user: { username, email: `a${names.indexOf(username)}@example.org` },
    });
    await post(await board.login(username), channel, `By ${username}`);
  }
  const { results } = await admin.search.getInitialResults({
    search_json: JSON.stringify({ channel, author: names, sort: { author: 'asc' } }),
  });
  expect(Object.values(results).map(({ authorname }) => authorname)).toEqual(names);
});
