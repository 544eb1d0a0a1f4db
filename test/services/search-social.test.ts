import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { appOf, newMember } from '../support/members.ts';
import { addChannel, change, post, refusal } from '../support/nodes.ts';
import { findPlaces, members, type Places } from '../support/places.ts';

let board: TestBoard;
let places: Places;
let alice: Signpost, bob: Signpost, mod: Signpost, admin: Signpost, reader: Signpost;
let readerid: number, channel: number, sub: number;
let one: number, two: number, reply: number, below: number;

beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  [alice, bob, mod, admin] = (await Promise.all(
    ['alice', 'bob', 'mod', 'admin'].map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost, Signpost];
  await board.database.transaction((db) => writeOption(db, 'floodchecktime', 0));
  await board.running.environment.caches.forgetBoard();
  const member = await newMember(board);
  readerid = member.userid;
  reader = await appOf(board, member);
  channel = await addChannel(admin, 'Social');
  sub = await addChannel(admin, 'Social below', channel);
  one = await post(alice, channel, 'One');
  two = await post(bob, channel, 'Two');
  reply = await post(alice, two);
  below = await post(bob, sub, 'Below');
});
afterAll(async () => {
  await board.stop();
});

/** What is found below the test's channel, or anywhere. */
async function find(client: Signpost, filters: object, where: object = { channel }) {
  const search_json = JSON.stringify({ ...where, ...filters });
  const { results } = await client.search.getInitialNodes({ search_json, perpage: 100 });
  return [...results].sort((a, b) => a - b);
}

describe('tags', () => {
  beforeAll(async () => {
    await alice.tags.addTags({ nodeid: one, taglist: ['Red Wine', 'white'] });
    await bob.tags.addTags({ nodeid: two, taglist: ['white'] });
    await change(board, 'insert into tagnode (tagid, nodeid) select tagid, ? from tag', [
      places.staffTopic,
    ]);
  });

  test('find the topics that have one of them', async () => {
    expect(await find(reader, { tag: 'red  WINE' })).toEqual([one]);
    expect(await find(reader, { tag: ['red wine', 'white'] })).toEqual([one, two]);
    expect(await find(reader, { tag: 'red wine,nothing' })).toEqual([one]);
    expect(await find(reader, { tag: 'nothing' })).toEqual([]);
    expect(await find(reader, { tag: 'nothing white' })).toEqual([one, two]);
    expect(await find(reader, { tag: 'red nothing' })).toEqual([]);
    expect(await find(reader, { tag: ['nothing white'] })).toEqual([]);
    expect(await find(reader, { tag: [] })).toEqual([one, two, reply, below]);
  });

  test('find nothing that may not be seen', async () => {
    expect(await find(reader, { tag: 'white' }, {})).toEqual([one, two]);
    expect(await find(board.guest(), { tag: 'white' }, {})).toEqual([one, two]);
    expect(await find(admin, { tag: 'white' }, {})).toEqual(
      expect.arrayContaining([one, two, places.staffTopic]),
    );
  });

  test('are at most twenty', async () => {
    const tag = Array.from({ length: 21 }, (_, index) => `tag ${index}`);
    expect(await refusal(find(reader, { tag }))).toEqual([
      'invalid_search',
      'tag',
      'at most 20 tags are allowed',
    ]);
  });
});

describe('following', () => {
  beforeAll(async () => {
    await reader.follow.add({ follow_item: members.alice, type: 'follow_members' });
    await alice.follow.add({ follow_item: readerid, type: 'follow_members' });
    await reader.follow.add({ follow_item: members.bob, type: 'follow_members' });
    await reader.follow.delete({ follow_item: members.bob, type: 'follow_members' });
    await reader.follow.add({ follow_item: two, type: 'follow_contents' });
    await reader.follow.add({ follow_item: sub, type: 'follow_channel' });
  });

  test.each<[string, () => number[]]>([
    ['followMembers', () => [one, reply]],
    ['followContent', () => [two, reply]],
    ['followChannel', () => [below]],
    ['followBoth', () => [two, reply, below]],
    ['followAll', () => [one, two, reply, below]],
  ])('%s', async (follow, expected) => {
    expect(await find(reader, { follow })).toEqual(expected());
    expect(await find(reader, { follow: { [follow]: readerid } })).toEqual(expected());
    expect(await find(board.guest(), { follow })).toEqual([]);
  });

  test('channels is my_following', async () => {
    expect(await find(reader, { my_following: 1 })).toEqual([below]);
    expect(await find(bob, { my_following: 1 })).toEqual([]);
  });

  test('a channel is to follow all in it', async () => {
    await mod.follow.add({ follow_item: channel, type: 'follow_channel' });
    expect(await find(mod, { follow: 'followChannel' })).toEqual([one, two, reply, below]);
  });

  test('of another shows only whom he follows', async () => {
    const follow = { followAll: readerid };
    expect(await find(bob, { follow })).toEqual([one, reply]);
    expect(await find(bob, { follow: { followContent: readerid } })).toEqual([]);
    expect(await find(board.guest(), { follow })).toEqual([one, reply]);
  });

  test('finds nothing that may not be seen', async () => {
    const rows = [
      ['follow_contents', places.staffTopic],
      ['follow_channel', places.staff],
    ] as const;
    for (const [type, itemid] of rows)
      await change(board, 'insert into follow (userid, type, itemid, status) values (?, ?, ?, 1)', [
        ...[readerid, type, itemid],
      ]);
    expect(await find(reader, { follow: 'followContent' }, {})).toEqual([two, reply]);
    expect(await find(reader, { follow: 'followChannel' }, {})).toEqual([below]);
  });

  test('must be of a known kind', async () => {
    expect((await refusal(find(reader, { follow: 'followNobody' }))).slice(0, 2)).toEqual([
      'invalid_search',
      'follow',
    ]);
  });

  test('makes authors: iFollow, and myFriends where it is mutual', async () => {
    expect(await find(reader, { author: 'iFollow' })).toEqual([one, reply]);
    expect(await find(reader, { author: 'myFriends' })).toEqual([one, reply]);
    await alice.follow.delete({ follow_item: readerid, type: 'follow_members' });
    expect(await find(reader, { author: 'iFollow' })).toEqual([one, reply]);
    expect(await find(reader, { author: 'myFriends' })).toEqual([]);
    expect(await find(board.guest(), { author: 'iFollow' })).toEqual([]);
  });
});

describe('whom a member ignores', () => {
  test('he does not find, and others do', async () => {
    await reader.user.ignoreUser({ userid: members.alice });
    expect(await find(reader, {})).toEqual([two, below]);
    expect(await find(reader, { author: 'alice' })).toEqual([]);
    expect(await find(bob, {})).toEqual([one, two, reply, below]);
    await reader.user.ignoreUser({ userid: members.alice, add: false });
    expect(await find(reader, {})).toEqual([one, two, reply, below]);
  });

  test('only those who may ban members find with include_blocked', async () => {
    for (const [client, expected] of [
      [reader, [two, below]],
      [admin, [one, two, reply, below]],
    ] as const) {
      await client.user.ignoreUser({ userid: members.alice });
      expect(await find(client, {})).toEqual([two, below]);
      expect(await find(client, { include_blocked: 1 })).toEqual(expected);
      await client.user.ignoreUser({ userid: members.alice, add: false });
    }
  });
});
