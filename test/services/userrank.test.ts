import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { refusal } from '../support/members.ts';
import { findPlaces, type Places } from '../support/places.ts';

jest.setTimeout(60_000);

let board: TestBoard;
let places: Places;
let admin: Signpost;
beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  admin = await board.login('admin');
  for (const { rankid } of await admin.userrank.fetchAll()) await admin.userrank.delete({ rankid });
});
afterAll(async () => {
  await board.stop();
});

async function errorOf(call: Promise<unknown>): Promise<unknown> {
  return ((await refusal(call)) as readonly unknown[])[0];
}

test('a member has the rank that his posts have earned', async () => {
  const { userid, posts } = await (await board.login('alice')).user.fetchCurrentUserinfo();
  const icon = 'https://example.org/rank.png';
  const few = await admin.userrank.save({ data: { title: 'Few & far', icon } });
  const more = await admin.userrank.save({ data: { title: 'More', minposts: posts + 1 } });
  const record = () => board.guest().user.fetchUserinfo({ userid });
  expect(await record()).toMatchObject({
    ...{ rankid: few, ranktitle: 'Few & far', rank: 'Few &amp; far', rankicon: icon },
  });
  const alice = await board.login('alice');
  await alice.content_text.add({
    data: { parentid: places.channel, title: 'One more', rawtext: 'post' },
  });
  expect(await record()).toMatchObject({ rankid: more, ranktitle: 'More', rankicon: '' });
  await admin.userrank.save({ rankid: more, data: { title: 'Much more' } });
  expect(await record()).toMatchObject({ rankid: more, rank: 'Much more' });
  expect(await board.guest().userrank.fetchById({ rankid: more })).toEqual({
    ...{ rankid: more, title: 'Much more', minposts: posts + 1, icon: '' },
  });
  await admin.userrank.delete({ rankid: more });
  expect(await record()).toMatchObject({ rankid: few });
  await admin.userrank.delete({ rankid: few });
  expect(await record()).toMatchObject({ rankid: 0, rank: '', ranktitle: '', rankicon: '' });
  expect(await board.guest().userrank.fetchAll()).toEqual([]);
});

test('ranks are listed by posts, and one has the posts that no other has', async () => {
  for (const [title, minposts] of [
    ['Second', 20],
    ['First', 10],
  ] as const)
    await admin.userrank.save({ data: { title, minposts } });
  const ranks = await board.guest().userrank.fetchAll();
  expect(ranks.map(({ title }) => title)).toEqual(['First', 'Second']);
  for (const [data, id] of [
    [{ title: 'Third', minposts: 20 }, 'invalid_data'],
    [{ title: 'Third', minposts: 2_000_000_001 }, 'invalid_data'],
    [{ title: ' ', minposts: 30 }, 'title_required'],
    [{ minposts: 30 }, 'title_required'],
    [{ title: 'x'.repeat(300), minposts: 30 }, 'title_too_long'],
    [{ title: 'Third', minposts: 30, icon: 'javascript:alert(1)' }, 'invalid_url'],
    [{ title: 'Third', minposts: 30, icon: `https://a.org/${'x'.repeat(500)}` }, 'invalid_data'],
  ] as const)
    expect(await errorOf(admin.userrank.save({ data }))).toBe(id);
});

test('administrators alone make, change and delete them', async () => {
  const [rank] = await admin.userrank.fetchAll();
  const rankid = rank?.rankid ?? 0;
  for (const [client, id] of [
    [board.guest(), 'not_logged_no_permission'],
    [await board.login('bob'), 'no_permission'],
    [await board.login('mod'), 'no_permission'],
  ] as const) {
    expect(await refusal(client.userrank.save({ data: { title: 'Mine' } }))).toEqual([id]);
    expect(await refusal(client.userrank.save({ data: { title: 'Mine' }, rankid }))).toEqual([id]);
    expect(await refusal(client.userrank.delete({ rankid }))).toEqual([id]);
  }
  for (const missing of [0, 999_999]) {
    const answers = [
      admin.userrank.fetchById({ rankid: missing }),
      admin.userrank.delete({ rankid: missing }),
    ];
    for (const answer of answers) expect(await errorOf(answer)).toBe('invalid_data');
  }
});
