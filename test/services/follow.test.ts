import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeidsOf } from '../support/lists.ts';
import { findPlaces, members, type Places } from '../support/places.ts';
import { countStatements } from '../support/statements.ts';

jest.setTimeout(60_000);

let board: TestBoard;
let places: Places;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;

beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  [alice, bob, mod, admin] = (await Promise.all(
    (['alice', 'bob', 'mod', 'admin'] as const).map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost, Signpost];
});
beforeEach(async () => {
  await board.database.transaction((db) => db.run('delete from follow'));
});
afterAll(async () => {
  await board.stop();
});

function useridsOf(users: readonly { readonly userid: number }[]): number[] {
  return users.map(({ userid }) => userid);
}

async function newTopic(
  client: Signpost,
  title: string,
  parentid = places.channel,
): Promise<number> {
  return client.content_text.add({ data: { parentid, title, rawtext: `About ${title}` } });
}

describe('members', () => {
  test('follow one another, and stop', async () => {
    expect(await alice.follow.add({ follow_item: members.bob })).toBe(1);
    expect(await alice.follow.add({ follow_item: members.bob })).toBe(1);
    expect(await alice.follow.isFollowingUser({ profileUser: members.bob })).toBe(1);
    expect(await bob.follow.isFollowingUser({ profileUser: members.alice })).toBe(0);
    const { users } = await alice.follow.getFollowingUsers({});
    expect(users).toMatchObject([{ username: 'bob', status: 1 }]);
    const followers = await board.guest().follow.getFollowers({ userid: members.bob });
    expect(useridsOf(followers.users)).toEqual([members.alice]);
    expect(followers.paginationInfo).toEqual({
      currentpage: 1,
      perpage: 100,
      totalcount: 1,
      totalpages: 1,
    });
    expect(await alice.follow.delete({ follow_item: members.bob })).toBe(1);
    expect(await alice.follow.delete({ follow_item: members.bob })).toBe(0);
    expect(await alice.follow.isFollowingUser({ profileUser: members.bob })).toBe(0);
  });

  test('may want to approve their followers', async () => {
    await bob.user.save({ userid: members.bob, password: '', options: { moderatefollowers: '1' } });
    expect(await alice.follow.add({ follow_item: members.bob })).toBe(2);
    expect(await mod.follow.add({ follow_item: members.bob })).toBe(2);
    expect(await alice.follow.isFollowingUser({ profileUser: members.bob })).toBe(2);
    const others = await mod.follow.getFollowers({ userid: members.bob });
    expect(others.users).toEqual([]);
    const own = await bob.follow.getFollowersForCurrentUser({});
    expect(own.users.map((user) => user.status)).toEqual([2, 2]);

    expect(await bob.follow.approveFollowing({ followerid: members.alice })).toBe(true);
    expect(await bob.follow.approveFollowing({ followerid: members.alice })).toBe(false);
    expect(await alice.follow.isFollowingUser({ profileUser: members.bob })).toBe(1);
    expect(await bob.follow.addFollower({ follower: members.mod })).toBe(1);
    await expect(bob.follow.addFollower({ follower: members.admin })).rejects.toMatchObject({
      id: 'invalid_user_specified',
    });
    expect(await bob.follow.removeFollower({ follower: members.mod })).toBe(true);
    expect(await bob.follow.removeFollower({ follower: members.mod })).toBe(false);

    expect(await admin.follow.add({ follow_item: members.bob })).toBe(2);
    expect(await bob.follow.denyFollowing({ followerid: members.alice })).toBe(false);
    expect(await bob.follow.denyFollowing({ followerid: members.admin })).toBe(true);
    expect(await admin.follow.isFollowingUser({ profileUser: members.bob })).toBe(0);
    await bob.user.save({ userid: members.bob, password: '', options: { moderatefollowers: '0' } });
  });

  test('cannot approve themselves as somebody else’s follower', async () => {
    await bob.user.save({ userid: members.bob, password: '', options: { moderatefollowers: '1' } });
    await alice.follow.add({ follow_item: members.bob });
    expect(await alice.follow.approveFollowing({ followerid: members.alice })).toBe(false);
    await expect(
      alice.follow.add({ follow_item: members.alice, follower: members.bob }),
    ).rejects.toMatchObject({ id: 'no_permission' });
    expect(await alice.follow.isFollowingUser({ profileUser: members.bob })).toBe(2);
    await bob.user.save({ userid: members.bob, password: '', options: { moderatefollowers: '0' } });
  });

  test.each([
    [{ follow_item: members.alice }, 'invalid_data'],
    [{ follow_item: 999_999 }, 'invalid_user_specified'],
    [{ follow_item: 0 }, 'invalid_user_specified'],
    [{ follow_item: members.bob, type: 'follow_everything' }, 'invalid_parameter'],
    [{ follow_item: members.bob, type: 'follow_all' }, 'invalid_parameter'],
    [{ follow_item: 999_999, type: 'follow_contents' }, 'invalid_node_id'],
    [{ follow_item: 999_999, type: 'follow_channel' }, 'invalid_node_id'],
  ])('follow %j is refused with %s', async (params, id) => {
    await expect(alice.call('follow.add', params)).rejects.toMatchObject({ id });
  });

  test('who begin at once are there once', async () => {
    const calls = Array.from({ length: 6 }, () => alice.follow.add({ follow_item: members.bob }));
    expect(await Promise.all(calls)).toEqual([1, 1, 1, 1, 1, 1]);
    const { paginationInfo } = await bob.follow.getFollowersForCurrentUser({});
    expect(paginationInfo.totalcount).toBe(1);
  });
});

describe('topics and channels', () => {
  test('are followed and left; a reply stands for its topic', async () => {
    const topic = await newTopic(bob, 'Followed');
    const reply = await bob.content_text.add({ data: { parentid: topic, rawtext: 'A reply' } });
    expect(await alice.follow.add({ follow_item: reply, type: 'follow_contents' })).toBe(1);
    expect(await alice.follow.add({ follow_item: places.channel, type: 'follow_channel' })).toBe(1);
    expect(await alice.follow.isFollowingContent({ contentId: topic })).toBe(1);
    expect(await alice.follow.isFollowingContent({ contentId: reply })).toBe(1);
    expect(await bob.follow.isFollowingContent({ contentId: topic })).toBe(0);
    const nodeids = [topic, places.channel, places.staff, 999_999];
    expect(await alice.follow.isFollowingContentList({ nodeids })).toEqual({
      following: { [topic]: 1, [places.channel]: 1 },
    });
    const all = await alice.follow.getFollowingForCurrentUser({ type: 'follow_all' });
    expect(nodeidsOf(all.nodes).sort((a, b) => a - b)).toEqual([places.channel, topic]);
    const channels = await alice.follow.getFollowingChannels({});
    expect(nodeidsOf(channels.nodes)).toEqual([places.channel]);
    expect(
      await alice.follow.removeFollowing({ followingId: reply, type: 'follow_contents' }),
    ).toBe(1);
    expect(
      await alice.follow.unsubscribeItems({
        unsubscribeItems: { follow_channel: [places.channel] },
      }),
    ).toBe(true);
    const none = await alice.follow.getFollowing({});
    expect(none).toMatchObject({ users: {}, nodes: {}, paginationInfo: { totalcount: 0 } });
  });

  test('of the wrong kind are refused', async () => {
    const topic = await newTopic(bob, 'Wrong kind');
    await expect(
      alice.follow.add({ follow_item: topic, type: 'follow_channel' }),
    ).rejects.toMatchObject({ id: 'invalid_node_id' });
    await expect(
      alice.follow.add({ follow_item: places.channel, type: 'follow_contents' }),
    ).rejects.toMatchObject({ id: 'invalid_node_id' });
  });

  test('that are hidden cannot be followed, are not listed, and can be left', async () => {
    for (const [follow_item, type] of [
      [places.staff, 'follow_channel'],
      [places.staffTopic, 'follow_contents'],
    ] as const) {
      await expect(alice.follow.add({ follow_item, type })).rejects.toMatchObject({
        id: 'invalid_node_id',
      });
      await expect(
        alice.follow.isFollowingContent({ contentId: follow_item }),
      ).rejects.toMatchObject({
        id: 'invalid_node_id',
      });
    }
    const topic = await newTopic(bob, 'Soon hidden');
    await alice.follow.add({ follow_item: topic, type: 'follow_contents' });
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    const { nodes, paginationInfo } = await alice.follow.getFollowing({});
    expect(nodes).toEqual([]);
    expect(paginationInfo.totalcount).toBe(0);
    expect(await alice.follow.delete({ follow_item: topic, type: 'follow_contents' })).toBe(1);
  });

  test('that are removed take their follows with them', async () => {
    const topic = await newTopic(bob, 'Soon removed');
    await alice.follow.add({ follow_item: topic, type: 'follow_contents' });
    await admin.node.deleteNodes({ nodeids: [topic], hard: true });
    expect(await board.database.reader().all('select followid from follow')).toEqual([]);
  });

  test('that somebody follows are nobody else’s business', async () => {
    const topic = await newTopic(alice, 'Private reading');
    await bob.follow.add({ follow_item: topic, type: 'follow_contents' });
    await bob.follow.add({ follow_item: members.mod });
    const seen = await alice.follow.getFollowing({ userid: members.bob });
    expect(useridsOf(seen.users)).toEqual([members.mod]);
    expect(seen.nodes).toEqual([]);
    expect(seen.paginationInfo.totalcount).toBe(1);
    await expect(alice.follow.getNodeSubscribers({ nodeid: topic })).rejects.toMatchObject({
      id: 'no_permission',
    });
    await expect(alice.follow.getFollowingContent({ userid: members.bob })).rejects.toMatchObject({
      id: 'no_permission',
    });
    const subscribers = await mod.follow.getNodeSubscribers({ nodeid: topic });
    expect(Object.values(subscribers.users)).toMatchObject([{ username: 'bob' }]);
    const same = await mod.follow.getContentFollowers({
      nodeid: topic,
      currentPage: 1,
      perpage: 5,
    });
    expect(same.users).toEqual(subscribers.users);
    expect(same.totalcount).toBe(subscribers.paginationInfo.totalcount);
    const ofBob = await admin.follow.getFollowing({ userid: members.bob });
    expect(nodeidsOf(ofBob.nodes)).toContain(topic);
  });
});

describe('lists', () => {
  test('come in pages and orders', async () => {
    const rows = await board.database
      .reader()
      .all<{ userid: number; posts: number }>(
        'select userid, posts from "user" where userid > 5 order by userid limit 12',
      );
    for (const { userid } of rows) {
      await alice.follow.add({ follow_item: userid });
      board.tick(1);
    }
    const ids = rows.map((row) => row.userid);
    const page = (options: object) => alice.follow.getFollowingUsers({ options });
    const first = await page({ page: 1, perpage: 5, filter_sort: 'sort_old' });
    expect(useridsOf(first.users)).toEqual(ids.slice(0, 5));
    expect(first.paginationInfo).toMatchObject({ totalcount: 12, totalpages: 3 });
    const newest = await page({ page: 1, perpage: 5, filter_sort: 'sort_recent' });
    expect(useridsOf(newest.users)).toEqual(ids.slice(7).reverse());
    const active = await page({ perpage: 1, filter_sort: 'mostactive' });
    const most = Math.max(...rows.map((row) => row.posts));
    expect(active.users[0]?.posts).toBe(most);
    expect((await page({ page: 2_147_483_647, perpage: 2_147_483_647 })).users).toEqual([]);
    expect((await page({ page: 0, perpage: 0 })).users).toHaveLength(12);
    await expect(page({ page: -1 })).rejects.toMatchObject({ id: 'invalid_parameter' });
    await expect(page({ filter_sort: 'constructor' })).rejects.toMatchObject({
      id: 'invalid_parameter',
    });
    await expect(page({ filter_time: 'x' })).rejects.toMatchObject({ id: 'invalid_parameter' });
  });

  test.each([
    'all',
    'mostactive',
    'leastactive',
    'sort_recent',
    'sort_old',
    'sort_popular',
    'sort_activitynew',
    'sort_activityold',
  ] as const)('know the order %s, of followers, too', async (filter_sort) => {
    await alice.follow.add({ follow_item: members.bob });
    const following = await alice.follow.getFollowing({ filters: { filter_sort } });
    expect(useridsOf(following.users)).toEqual([members.bob]);
    const followers = await bob.follow.getFollowers({ options: { filter_sort } });
    expect(useridsOf(followers.users)).toEqual([members.alice]);
  });

  test('are limited to types, content types and times', async () => {
    const topic = await newTopic(bob, 'Fresh');
    await alice.follow.add({ follow_item: topic, type: 'follow_contents' });
    await alice.follow.add({ follow_item: members.bob });
    const nodes = await alice.follow.getFollowing({ type: 'follow_contents' });
    expect(nodes).toMatchObject({ users: [], nodes: [{ nodeid: topic, title: 'Fresh' }] });
    const filtered = await alice.follow.getFollowing({ filters: { type: 'follow_members' } });
    expect(filtered.nodes).toEqual([]);
    const polls = await alice.follow.getFollowing({
      type: 'follow_contents',
      contenttypeclass: ['Poll'],
    });
    expect(polls.nodes).toEqual([]);
    for (const contenttypeclass of [['vBForum_Text'], ['Text', 'vBForum_Channel']]) {
      const named = await alice.follow.getFollowing({ contenttypeclass });
      expect(Object.values(named.nodes).map((node) => node.nodeid)).toEqual([topic]);
    }
    await alice.follow.add({ follow_item: places.channel, type: 'follow_channel' });
    const ids = async (params: object): Promise<number[]> =>
      Object.values((await alice.follow.getFollowing(params)).nodes)
        .map((node) => node.nodeid)
        .sort((a, b) => a - b);
    expect(await ids({})).toEqual([topic]);
    expect(await ids({ type: 'follow_channel' })).toEqual([places.channel]);
    expect(await ids({ contenttypeclass: ['vBForum_Channel'] })).toEqual([places.channel]);
    await alice.follow.delete({ follow_item: places.channel, type: 'follow_channel' });
    await expect(
      alice.follow.getFollowing({ contenttypeclass: ['constructor'] }),
    ).rejects.toMatchObject({ id: 'invalid_parameter' });
    board.tick(2 * 86_400);
    const today = await alice.follow.getFollowing({ filters: { filter_time: 'time_today' } });
    expect(today).toMatchObject({ nodes: [], paginationInfo: { totalcount: 0 } });
    const week = await alice.follow.getFollowing({ filters: { filter_time: 'time_lastweek' } });
    expect(nodeidsOf(week.nodes)).toEqual([topic]);
  });

  test('of new content show what the followed have written and where, the newest first', async () => {
    const own = await newTopic(alice, 'Own');
    const other = await newTopic(mod, 'By mod');
    board.tick(1);
    const byBob = await bob.content_text.add({
      data: { parentid: other, rawtext: 'Bob was here' },
    });
    board.tick(1);
    const inOwn = await mod.content_text.add({ data: { parentid: own, rawtext: 'Mod was here' } });
    const hidden = await admin.content_text.add({
      data: { parentid: places.staff, title: 'Secret', rawtext: 'Only for staff' },
    });
    await alice.follow.add({ follow_item: members.bob });
    await alice.follow.add({ follow_item: members.admin });
    await alice.follow.add({ follow_item: own, type: 'follow_contents' });
    const content = await alice.follow.getFollowingContent({});
    const all = Object.values(content.nodes).map((node) => node.nodeid);
    expect(Object.values(content.users).map((user) => user.username)).toEqual(
      expect.arrayContaining(['bob', 'mod']),
    );
    const texts = await alice.follow.getFollowingContent({ contenttypeclass: ['vBForum_Text'] });
    expect(Object.values(texts.nodes)).toHaveLength(all.length);
    const videos = await alice.follow.getFollowingContent({ contenttypeclass: ['Video'] });
    expect([...Object.values(videos.nodes), ...Object.values(videos.users)]).toEqual([]);
    expect(all).toEqual(expect.arrayContaining([byBob, inOwn]));
    expect(all).not.toContain(hidden);
    expect(all).not.toContain(own);
    const users = await alice.follow.getFollowingUserActivities({});
    expect(nodeidsOf(users.nodes)).not.toContain(inOwn);
    expect(nodeidsOf(users.nodes)).toContain(byBob);
    const activities = await alice.follow.getFollowingActivities({ options: { perpage: 1 } });
    expect(nodeidsOf(activities.nodes)).toEqual([inOwn]);
    const members_ = await alice.follow.getFollowingContent({ type: 'follow_members' });
    expect(nodeidsOf(members_.nodes)).toEqual(nodeidsOf(users.nodes));
    const places_ = await alice.follow.getFollowingContent({ type: 'follow_contents' });
    expect(nodeidsOf(places_.nodes)).toEqual([inOwn]);
  });

  test('take as many statements for a long page as for a short one', async () => {
    for (let userid = 6; userid < 16; userid += 1) await alice.follow.add({ follow_item: userid });
    for (let count = 0; count < 3; count += 1) {
      const topic = await newTopic(bob, `Many ${count}`);
      await alice.follow.add({ follow_item: topic, type: 'follow_contents' });
    }
    const statements = (perpage: number): Promise<number> =>
      countStatements(board, () => alice.follow.getFollowing({ options: { perpage } }));
    expect(await statements(50)).toBe(await statements(4));
  });
});

test('guests are told to log in', async () => {
  const guest = board.guest();
  const refused = { id: 'not_logged_no_permission' };
  await expect(guest.follow.add({ follow_item: 3 })).rejects.toMatchObject(refused);
  await expect(guest.follow.delete({ follow_item: 3 })).rejects.toMatchObject(refused);
  await expect(guest.follow.getFollowers({})).rejects.toMatchObject(refused);
  await expect(guest.follow.getFollowing({})).rejects.toMatchObject(refused);
  await expect(guest.follow.getFollowersForCurrentUser({})).rejects.toMatchObject(refused);
  await expect(guest.follow.getNodeSubscribers({ nodeid: places.channel })).rejects.toMatchObject(
    refused,
  );
  expect(await guest.follow.isFollowingUser({ profileUser: 3 })).toBe(0);
  expect(await guest.follow.isFollowingContent({ contentId: places.channel })).toBe(0);
  await expect(guest.follow.getFollowers({ userid: 999_999 })).rejects.toMatchObject({
    id: 'invalid_user_specified',
  });
});

test('an administrator follows for others', async () => {
  expect(await admin.follow.add({ follow_item: members.mod, follower: members.alice })).toBe(1);
  await expect(
    admin.follow.add({ follow_item: members.mod, follower: 999_999 }),
  ).rejects.toMatchObject({ id: 'invalid_user_specified' });
  expect(await alice.follow.isFollowingUser({ profileUser: members.mod })).toBe(1);
  expect(await admin.follow.delete({ follow_item: members.mod, userid: members.alice })).toBe(1);
  await expect(alice.follow.delete({})).rejects.toMatchObject({ id: 'invalid_data' });
});
