import { afterAll, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { workOff } from '../support/outbox.ts';
import { findPlaces, members, type Places } from '../support/places.ts';
import { countStatements } from '../support/statements.ts';

jest.setTimeout(60_000);

const LIKE = 1;
const LOVE = 2;
const SAD = 5;
const CONFUSED = 7;
let board: TestBoard;
let places: Places;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let topic: number;

beforeAll(async () => {
  board = await startBoard();
  places = await findPlaces(board);
  [alice, bob, mod, admin] = (await Promise.all(
    (['alice', 'bob', 'mod', 'admin'] as const).map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost, Signpost];
});
beforeEach(async () => {
  board.tick(301);
  topic = await alice.content_text.add({
    data: { parentid: places.channel, title: 'Like me', rawtext: 'Please' },
  });
  await workOff(board);
});
afterAll(async () => {
  await board.stop();
});

async function reputationOf(client: Signpost): Promise<number> {
  return (await client.user.fetchCurrentUserinfo()).reputation;
}

async function told(client: Signpost) {
  await workOff(board);
  return Object.values(
    await client.notification.fetchNotificationsForCurrentUser({ data: { typename: 'rate' } }),
  ).filter((row) => row.sentbynodeid === topic);
}

describe('a like', () => {
  test('counts for the post and its author, once, until it is taken back', async () => {
    const before = await reputationOf(alice);
    expect(await bob.reputation.vote({ nodeid: topic })).toMatchObject({
      nodeid: topic,
      votes: 1,
      ivoted: 1,
    });
    expect(await bob.reputation.vote({ nodeid: topic })).toMatchObject({ votes: 1 });
    expect(await mod.reputation.vote({ nodeid: topic })).toMatchObject({ votes: 2 });
    expect(await reputationOf(alice)).toBe(before + 2);
    expect(await bob.reputation.unvote({ nodeid: topic })).toMatchObject({ votes: 1, ivoted: 0 });
    expect(await bob.reputation.unvote({ nodeid: topic })).toMatchObject({ votes: 1, ivoted: 0 });
    expect(await reputationOf(alice)).toBe(before + 1);
  });

  test('is told to the author, in one row, which goes with the last like', async () => {
    await bob.reputation.vote({ nodeid: topic });
    expect(await told(alice)).toMatchObject([
      { sender: members.bob, categoryname: 'nodeaction', votes: 1, otherVotersCount: 0 },
    ]);
    board.tick(5);
    await mod.reputation.vote({ nodeid: topic });
    expect(await told(alice)).toMatchObject([{ sender: members.mod, otherVotersCount: 1 }]);
    await mod.reputation.unvote({ nodeid: topic });
    expect(await told(alice)).toMatchObject([{ sender: members.bob, otherVotersCount: 0 }]);
    await bob.reputation.unvote({ nodeid: topic });
    expect(await told(alice)).toEqual([]);
  });

  test('taken back before the job is done is not told of', async () => {
    await bob.reputation.vote({ nodeid: topic });
    await bob.reputation.unvote({ nodeid: topic });
    expect(await told(alice)).toEqual([]);
  });

  test('of many at once, and of one many times, is counted right', async () => {
    const voters = [bob, mod, admin];
    const before = await reputationOf(alice);
    await Promise.all(
      voters.flatMap((voter) =>
        Array.from({ length: 4 }, () => voter.reputation.vote({ nodeid: topic })),
      ),
    );
    expect((await alice.node.getNode({ nodeid: topic })).votes).toBe(3);
    expect(await reputationOf(alice)).toBe(before + 3);
    await Promise.all(
      voters.flatMap((voter) => [1, 2].map(() => voter.reputation.unvote({ nodeid: topic }))),
    );
    expect((await alice.node.getNode({ nodeid: topic })).votes).toBe(0);
    expect(await reputationOf(alice)).toBe(before);
  });

  test('is refused for own posts, hidden ones, channels, and to guests', async () => {
    await expect(alice.reputation.vote({ nodeid: topic })).rejects.toMatchObject({
      id: 'no_permission',
    });
    for (const nodeid of [places.staffTopic, places.channel, 999_999, 0]) {
      const refused = { id: 'invalid_node_id' };
      await expect(alice.reputation.vote({ nodeid })).rejects.toMatchObject(refused);
      await expect(alice.reputation.unvote({ nodeid })).rejects.toMatchObject(refused);
    }
    const refused = { id: 'not_logged_no_permission' };
    await expect(board.guest().reputation.vote({ nodeid: topic })).rejects.toMatchObject(refused);
    await expect(board.guest().reputation.unvote({ nodeid: topic })).rejects.toMatchObject(refused);
  });

  test('is refused to members who may not rate', async () => {
    await board.database.transaction((db) =>
      db.run('update "user" set usergroupid = 3 where userid = ?', [members.bob]),
    );
    await board.running.environment.caches.forgetUser(members.bob);
    await expect(bob.reputation.vote({ nodeid: topic })).rejects.toMatchObject({
      id: 'no_permission',
    });
    await board.database.transaction((db) =>
      db.run('update "user" set usergroupid = 2 where userid = ?', [members.bob]),
    );
    await board.running.environment.caches.forgetUser(members.bob);
  });

  test('goes with its post', async () => {
    await bob.reputation.vote({ nodeid: topic });
    await admin.node.deleteNodes({ nodeids: [topic], hard: true });
    const votes = await board.database
      .reader()
      .all('select nodevoteid from nodevote where nodeid = ?', [topic]);
    expect(votes).toEqual([]);
  });
});

describe('reactions', () => {
  test('are counted by type; only likes are votes of the node', async () => {
    const first = await bob.nodevote.voteNode({ nodeid: topic, votetypeid: LOVE });
    expect(first).toEqual({
      success: true,
      voteid: expect.any(Number),
      nodevotes: { votetypeid: LOVE, votes: 1, ivoted: 1 },
    });
    expect(first.voteid).toBeGreaterThan(0);
    await admin.reactions.voteNode({ nodeid: topic, votetypeid: LIKE });
    await mod.reactions.voteNode({ nodeid: topic, votetypeid: LOVE });
    expect((await bob.node.getNode({ nodeid: topic })).votes).toBe(1);
    const footer = await mod.reactions.fetchReactionsForFooter({ conversation: { nodeid: topic } });
    expect(footer.reactions.map(({ votes, ivoted }) => [votes, ivoted])).toEqual([
      [1, 0],
      [2, 1],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
    const guests = await board
      .guest()
      .reactions.fetchReactionsForFooter({ conversation: { nodeid: topic } });
    expect(guests.reactions.map(({ ivoted }) => ivoted)).toEqual([0, 0, 0, 0, 0, 0, 0]);
    const { users } = await alice.reactions.fetchWhovoted({ nodeid: topic, votetypeid: LOVE });
    expect(users.map((user) => user.username)).toEqual(['mod', 'bob']);
    expect(users[0]).toMatchObject({ musername: 'mod', isadmin: false, ismoderator: true });
    expect(users[1]).toMatchObject({ isadmin: false, ismoderator: false });
    expect(users[1]?.profileurl).toMatch(/\/member\/\d+-bob$/);
    expect(users[1]?.avatarurl).toBe(users[1]?.avatarpath);
    expect(users[0]).not.toHaveProperty('email');
    expect(users[0]).not.toHaveProperty('membergroupids');
    expect(await bob.nodevote.unvoteNode({ nodeid: topic, votetypeid: LOVE })).toEqual({
      success: true,
      nodevotes: { votetypeid: LOVE, votes: 1, ivoted: 0 },
    });
    expect(await mod.reactions.unvoteNode({ nodeid: topic, votetypeid: LOVE })).toMatchObject({
      nodevotes: { votes: 0 },
    });
  });

  test('of one member replace each other, and the reputation follows their value', async () => {
    const before = await reputationOf(alice);
    const react = async (votetypeid: number): Promise<readonly number[]> => {
      await bob.reactions.voteNode({ nodeid: topic, votetypeid });
      const { votes } = await bob.node.getNode({ nodeid: topic });
      return [votes, (await reputationOf(alice)) - before];
    };
    expect(await react(LIKE)).toEqual([1, 1]);
    expect(await react(LOVE)).toEqual([0, 1]);
    expect(await react(SAD)).toEqual([0, -1]);
    expect(await react(CONFUSED)).toEqual([0, 0]);
    // What he has not given cannot be taken back.
    await bob.reputation.unvote({ nodeid: topic });
    expect(await react(SAD)).toEqual([0, -1]);
    const given = await bob.reactions.fetchReactionsForFooter({ conversation: { nodeid: topic } });
    expect(given.reactions.filter(({ votes }) => votes > 0)).toMatchObject([
      { votetypeid: SAD, votes: 1, ivoted: 1 },
    ]);
    await bob.nodevote.unvoteNode({ nodeid: topic, votetypeid: SAD });
    expect(await reputationOf(alice)).toBe(before);
    expect(await told(alice)).toEqual([]);
  });

  test('taken back are worth what they were when they were given', async () => {
    const before = await reputationOf(alice);
    const worth = async (value: number): Promise<unknown> =>
      board.database.transaction((db) =>
        db.run('update votetype set value = ? where votetypeid = ?', [value, SAD]),
      );
    await bob.nodevote.voteNode({ nodeid: topic, votetypeid: SAD });
    await worth(0);
    await bob.nodevote.unvoteNode({ nodeid: topic, votetypeid: SAD });
    await worth(-1);
    expect(await reputationOf(alice)).toBe(before);
  });

  test('at once of one member leave one', async () => {
    const before = await reputationOf(alice);
    const types = [LIKE, LOVE, SAD, CONFUSED, LIKE, LOVE, SAD];
    await Promise.all(
      types.map((votetypeid) => bob.reactions.voteNode({ nodeid: topic, votetypeid })),
    );
    const given = await bob.reactions.fetchGiven({ nodeids: [topic] });
    expect(given[topic]).toHaveLength(1);
    expect(await reputationOf(alice)).toBe(before + (given[topic]?.[0]?.value ?? NaN));
  });

  test('to several posts are listed with who gave them, where the caller sees the post', async () => {
    const reply = await alice.content_text.add({ data: { parentid: topic, rawtext: 'Me too' } });
    await bob.reactions.voteNode({ nodeid: topic, votetypeid: LIKE });
    await mod.reactions.voteNode({ nodeid: topic, votetypeid: CONFUSED });
    await bob.reactions.voteNode({ nodeid: reply, votetypeid: SAD });
    await admin.reactions.voteNode({ nodeid: places.staffTopic, votetypeid: LIKE }).catch(() => 0);
    const nodeids = [topic, reply, places.staffTopic, 999_999];
    const given = await board.guest().reactions.fetchGiven({ nodeids });
    const told = Object.entries(given).map(([nodeid, all]) => [
      Number(nodeid),
      all.map(({ userid, label, value }) => [userid, label, value]),
    ]);
    expect(told).toEqual([
      [
        topic,
        [
          [members.mod, 'Confused', 0],
          [members.bob, 'Like', 1],
        ],
      ],
      [reply, [[members.bob, 'Sad', -1]]],
    ]);
  });

  test('have a label and an emoji', async () => {
    const { reactions } = await board.guest().reactions.fetchEnabledReactionsList();
    expect(reactions[0]).toEqual({
      votetypeid: LIKE,
      label: 'Like',
      emojihtml: '&#x1F44D;',
      votegroupid: 1,
      value: 1,
      icon: '',
    });
    expect(new Set(reactions.map((reaction) => reaction.votetypeid)).size).toBe(7);
    expect(reactions.map(({ label, value }) => `${label} ${value}`)).toEqual([
      ...['Like 1', 'Love 1', 'Haha 1', 'Wow 0', 'Sad -1', 'Thanks 1', 'Confused 0'],
    ]);
  });

  test('that do not exist, or on what cannot be seen, are refused', async () => {
    for (const votetypeid of [0, 99]) {
      const refused = { id: 'invalid_data' };
      const vote = { nodeid: topic, votetypeid };
      await expect(bob.nodevote.voteNode(vote)).rejects.toMatchObject(refused);
      await expect(bob.nodevote.unvoteNode(vote)).rejects.toMatchObject(refused);
      await expect(bob.reactions.fetchWhovoted(vote)).rejects.toMatchObject(refused);
    }
    const hidden = { nodeid: places.staffTopic, votetypeid: LIKE };
    const refused = { id: 'invalid_node_id' };
    await expect(bob.nodevote.voteNode(hidden)).rejects.toMatchObject(refused);
    await expect(bob.reactions.fetchWhovoted(hidden)).rejects.toMatchObject(refused);
    await expect(
      bob.reactions.fetchReactionsForFooter({ conversation: { nodeid: places.staffTopic } }),
    ).rejects.toMatchObject(refused);
  });

  test('take as many statements to list with many voters as with one', async () => {
    const query = { nodeid: topic, votetypeid: LIKE };
    await bob.reputation.vote({ nodeid: topic });
    const statements = (): Promise<number> =>
      countStatements(board, () => alice.reactions.fetchWhovoted(query));
    const few = await statements();
    await mod.reputation.vote({ nodeid: topic });
    await admin.reputation.vote({ nodeid: topic });
    expect(await statements()).toBe(few);
  });
});
