import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Signpost, SignpostError } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import {
  addChannel,
  change,
  keptCounters,
  post,
  recount,
  refusalId,
  repair,
} from '../support/nodes.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
beforeAll(async () => {
  board = await startBoard();
  alice = await board.login('alice');
  bob = await board.login('bob');
  mod = await board.login('mod');
  admin = await board.login('admin');
});
afterAll(async () => {
  await board.stop();
});

/** Everything that must be true of the tree, whatever has been done to it. */
async function expectSound(): Promise<void> {
  expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  expect(await wrongPosts()).toEqual([]);
  for (const [what, sql] of Object.entries(orphans)) {
    expect([what, await board.database.reader().all(sql)]).toEqual([what, []]);
  }
  expect(failures()).toEqual([]);
}

const orphans = {
  'nodes without a parent': `select n.nodeid from node n left join node p on p.nodeid = n.parentid
    where n.parentid <> 0 and p.nodeid is null`,
  'nodes without their topic': `select n.nodeid from node n left join node s on s.nodeid = n.starter
    where n.starter <> 0 and s.nodeid is null`,
  'closure rows of nothing': `select c.parent, c.child from closure c left join node p on p.nodeid = c.parent
    left join node n on n.nodeid = c.child where p.nodeid is null or n.nodeid is null`,
  'nodes that their parent does not know': `select n.nodeid from node n left join closure c
    on c.parent = n.parentid and c.child = n.nodeid and c.depth = 1 where n.parentid <> 0 and c.child is null`,
  'posts without text': `select n.nodeid from node n left join text t on t.nodeid = n.nodeid
    where n.starter <> 0 and t.nodeid is null`,
  'visible below hidden': `select n.nodeid from node n join node p on p.nodeid = n.parentid
    where n.showpublished > p.showpublished`,
  'approved below unapproved': `select n.nodeid from node n join node p on p.nodeid = n.parentid
    where n.showapproved > p.showapproved`,
  'shown unlike their state': `select n.nodeid from node n join node p on p.nodeid = n.parentid
    where n.showapproved <> n.approved * p.showapproved or n.showopen <> n.open * p.showopen
      or n.showpublished <> p.showpublished * case when n.unpublishdate = 0 then 1 else 0 end`,
  'nodes in another place than their parent': `select n.nodeid from node n join node p on p.nodeid = n.parentid
    where n.starter <> 0 and (n.channelid <> p.channelid or n.starter <> case when p.starter = 0 then n.nodeid else p.starter end)`,
  'closure rows that are missing or wrong': `select n.nodeid from node n
    join closure u on u.child = n.parentid left join closure c on c.child = n.nodeid and c.parent = u.parent
    where c.depth is null or c.depth <> u.depth + 1`,
  'closure rows too many': `select n.nodeid from node n where n.parentid <> 0 and (
      select count(*) from closure c where c.child = n.nodeid) <> 1 + (
      select count(*) from closure u where u.child = n.parentid)`,
  'a fourth level': `select c.child from closure c join node n on n.nodeid = c.child
    where n.starter <> 0 and c.parent = n.starter and c.depth > 2`,
  'open below closed': `select n.nodeid from node n join node p on p.nodeid = n.parentid
    where n.showopen > p.showopen`,
};

const ofAll = [
  ...['approve', 'unapprove', 'softdelete', 'harddelete', 'undelete', 'move', 'copy'],
  ...['merge_topics', 'merge_posts', 'close'],
];

async function wrongPosts(): Promise<unknown[]> {
  return board.database.reader().all(`select u.username, u.posts, (
      select count(*) from node n where n.userid = u.userid and n.starter <> 0
        and n.showpublished = 1 and n.showapproved = 1 and n.protected = 0) as counted
    from "user" u where u.posts <> (
      select count(*) from node n where n.userid = u.userid and n.starter <> 0
        and n.showpublished = 1 and n.showapproved = 1 and n.protected = 0)`);
}

function failures(): string[] {
  return board.logs.filter((line) => line.includes('call failed'));
}

async function isThere(nodeid: number): Promise<boolean> {
  const row = await board.database
    .reader()
    .get('select nodeid from node where nodeid = ?', [nodeid]);
  return row !== undefined;
}

test('the sandbox begins with the right counters', expectSound);

describe('one after the other', () => {
  let channel: number;
  let topic: number;
  let reply: number;
  let comment: number;
  beforeEach(async () => {
    channel = await addChannel(admin, 'Counted');
    topic = await post(alice, channel, 'A topic');
    reply = await post(bob, topic);
    comment = await post(mod, reply);
  });

  const counts = async (nodeid: number): Promise<unknown> => {
    const { textcount, totalcount, lastcontentid, lastcontentauthor } = await admin.node.getNode({
      nodeid,
    });
    return [textcount, totalcount, lastcontentid, lastcontentauthor];
  };

  test('posts are counted directly above and everywhere above', async () => {
    expect(await counts(channel)).toEqual([1, 3, comment, 'mod']);
    expect(await counts(topic)).toEqual([1, 2, comment, 'mod']);
    expect(await counts(reply)).toEqual([1, 1, comment, 'mod']);
    expect(await counts(comment)).toEqual([0, 0, comment, 'mod']);
    await expectSound();
  });

  test('a reply that is hidden goes with its comments, and the newest before it is named again', async () => {
    await bob.node.deleteNodes({ nodeids: [reply], hard: false });
    expect(await counts(channel)).toEqual([1, 1, topic, 'alice']);
    expect(await counts(topic)).toEqual([0, 0, topic, 'alice']);
    await expectSound();
  });

  test('hiding twice, or first below and then above, takes away once', async () => {
    await mod.node.deleteNodes({ nodeids: [comment], hard: false });
    await mod.node.deleteNodes({ nodeids: [reply], hard: false });
    await mod.node.deleteNodes({ nodeids: [reply, comment], hard: false, reason: 'again' });
    await mod.node.deleteNodes({ nodeids: [topic, reply], hard: false });
    expect(await counts(channel)).toEqual([0, 0, 0, '']);
    await expectSound();
  });

  test('who hid a node first, and why, stays', async () => {
    await mod.node.deleteNodes({ nodeids: [reply], hard: false, reason: 'first' });
    await admin.node.deleteNodes({ nodeids: [reply], hard: false, reason: 'second' });
    const { deletereason } = await mod.node.getNode({ nodeid: reply });
    expect(deletereason).toBe('first');
  });

  test('a hidden topic deleted for good changes no counter once more', async () => {
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    await mod.node.deleteNodes({ nodeids: [topic] });
    expect(await refusalId(mod.node.deleteNodes({ nodeids: [topic] }))).toBe('invalid_node_id');
    expect(await counts(channel)).toEqual([0, 0, 0, '']);
    await expectSound();
  });

  test('a topic and its reply are deleted for good in one call', async () => {
    expect(await mod.node.deleteNodes({ nodeids: [topic, reply, reply] })).toEqual([topic, reply]);
    expect(await isThere(comment)).toBe(false);
    await expectSound();
  });

  test("a moderator's reply in a hidden topic counts nowhere", async () => {
    await mod.node.deleteNodes({ nodeids: [topic], hard: false });
    await post(mod, topic);
    expect(await counts(channel)).toEqual([0, 0, 0, '']);
    await expectSound();
  });

  test('posts for few are counted where those few come, and not above', async () => {
    const secret = await post(alice, channel, 'For members');
    await change(board, 'update node set viewperms = 1 where nodeid = ?', [secret]);
    await repair(board.database);
    const first = await post(bob, secret);
    const second = await post(mod, first);
    expect(await counts(secret)).toEqual([1, 2, second, 'mod']);
    expect(await counts(channel)).toEqual([1, 3, comment, 'mod']);
    await mod.node.deleteNodes({ nodeids: [second] });
    expect(await counts(secret)).toEqual([1, 1, first, 'bob']);
    await mod.node.deleteNodes({ nodeids: [comment, secret], hard: false });
    expect(await counts(channel)).toEqual([1, 2, reply, 'bob']);
    await expectSound();
  });

  test('a channel deleted for good takes its topics out of those above', async () => {
    const inner = await addChannel(admin, 'Inner', channel);
    await post(bob, inner, 'Inside');
    await board.database.transaction((db) =>
      db.run(db.knex('groupintopic').insert({ userid: 3, nodeid: inner, groupid: 11 })),
    );
    await admin.node.deleteNodes({ nodeids: [inner] });
    expect(await counts(channel)).toEqual([1, 3, comment, 'mod']);
    const grants = await board.database.reader().all('select nodeid from groupintopic');
    expect(grants).toEqual([]);
    await expectSound();
  });

  test('a clock that goes back spoils nothing', async () => {
    board.tick(-5000);
    const late = await addChannel(admin, 'Late');
    const first = await post(alice, late, 'First');
    board.tick(-1000);
    const second = await post(bob, first);
    board.tick(6000);
    expect(await counts(first)).toEqual([1, 1, second, 'bob']);
    expect(await counts(late)).toEqual([1, 2, first, 'alice']);
    await expectSound();
  });

  test('a refused deletion changes nothing', async () => {
    const before = await keptCounters(board.database);
    const refused = bob.node.deleteNodes({ nodeids: [reply, topic], hard: false });
    expect(await refusalId(refused)).toBe('no_permission');
    expect(await refusalId(mod.node.deleteNodes({ nodeids: [topic, 999_999] }))).toBe(
      'invalid_node_id',
    );
    expect(await keptCounters(board.database)).toEqual(before);
  });
});

describe('at the same time', () => {
  const rounds = [1, 2, 3, 4, 5];

  test.each(rounds)('replies to a topic that is deleted for good (%i)', async () => {
    const topic = await post(alice, await addChannel(admin, 'Race'), 'Race');
    const reply = await post(bob, topic);
    const answers = await Promise.all([
      ...[alice, bob, mod].flatMap((client) => [
        refusalId(post(client, topic)),
        refusalId(post(client, reply)),
      ]),
      refusalId(mod.node.deleteNodes({ nodeids: [topic] })),
      refusalId(admin.node.deleteNodes({ nodeids: [reply, topic] })),
      refusalId(bob.node.markRead({ nodeid: topic })),
    ]);
    expect(answers.filter((id) => id !== 'not refused' && id !== 'invalid_node_id')).toEqual([]);
    expect(await isThere(topic)).toBe(false);
    await expectSound();
  });

  test.each(rounds)('nested nodes hidden by two moderators (%i)', async () => {
    const topic = await post(alice, await addChannel(admin, 'Nested'), 'Nested');
    const reply = await post(bob, topic);
    const comment = await post(alice, reply);
    await Promise.all(
      [comment, topic, reply, topic, comment].map((nodeid, index) =>
        (index % 2 === 0 ? mod : admin).node.deleteNodes({ nodeids: [nodeid], hard: false }),
      ),
    );
    await expectSound();
  });

  test('channels added below a channel that is deleted are refused or deleted with it', async () => {
    const channel = await addChannel(admin, 'Doomed');
    const answers = await Promise.all([
      ...Array.from({ length: 5 }, () => refusalId(addChannel(admin, 'Below', channel))),
      refusalId(admin.node.deleteNodes({ nodeids: [channel] })),
      ...Array.from({ length: 5 }, () => refusalId(addChannel(admin, 'Below', channel))),
    ]);
    expect(answers.filter((id) => id !== 'not refused' && id !== 'invalid_node_id')).toEqual([]);
    await expectSound();
  });

  test('replies to a topic that is closed and opened again all follow it', async () => {
    const topic = await post(alice, await addChannel(admin, 'Doors'), 'Doors');
    await Promise.all(
      Array.from({ length: 12 }, (_, index) => {
        if (index % 3 === 0) return mod.node.closeNode({ nodeid: [topic] });
        return index % 3 === 1 ? mod.node.openNode({ nodeid: [topic] }) : post(mod, topic);
      }),
    );
    await mod.node.closeNode({ nodeid: [topic] });
    await expectSound();
  });

  test.each(rounds)('a topic approved, hidden, moved and merged at once (%i)', async () => {
    const from = await addChannel(admin, 'Pulled');
    const to = await addChannel(admin, 'Pushed');
    const [topic, other] = [await post(alice, from, 'One'), await post(bob, from, 'Other')];
    const replies = [await post(bob, topic), await post(mod, topic), await post(alice, other)];
    const nodeids = [topic];
    await Promise.all(
      [
        mod.node.unapprove({ nodeids: [topic, ...replies] }),
        admin.node.approve({ nodeids: [topic, ...replies] }),
        mod.node.deleteNodes({ nodeids: replies, hard: false }),
        admin.node.undeleteNodes({ nodeids: replies }),
        mod.node.moveNodes({ nodeids, to_parent: to, leaveRedirectData: { leave_redirect: true } }),
        admin.node.moveNodes({ nodeids, to_parent: from }),
        mod.node.mergeTopics({ nodeids, targetnodeid: other }),
        post(alice, topic),
        post(bob, other),
      ].map((call) => call.catch(refusedOnly)),
    );
    await expectSound();
  });

  test('two thousand operations of four members leave every counter right', async () => {
    const nodes: number[] = [await addChannel(admin, 'Busy')];
    const random = generator(8);
    const clients = [alice, bob, mod, admin] as const;
    for (let round = 0; round < 100; round += 1) {
      board.tick(random(3) - 1);
      const calls = Array.from({ length: 20 }, () =>
        operate(clients[random(4)] ?? admin, nodes, random).catch(refusedOnly),
      );
      await Promise.all(calls);
    }
    await expectSound();
    const acts = await board.database
      .reader()
      .all<{ action: string; count: number }>(
        'select action, count(*) as count from modlog group by action',
      );
    const often = acts.filter(({ count }) => count >= 10).map(({ action }) => action);
    expect(often).toEqual(expect.arrayContaining(ofAll));
  }, 240_000);
});

/** Some operation somewhere in the tree; what it makes is added to `nodes`. */
async function operate(
  client: Signpost,
  nodes: number[],
  random: (below: number) => number,
): Promise<void> {
  // Mostly the newest nodes, so that the calls get into each other's way.
  const back = random(3) === 0 ? random(nodes.length) : random(Math.min(nodes.length, 12));
  const nodeid = nodes[nodes.length - 1 - back] ?? 0;
  const what = random(36);
  if (what === 0 && client.session !== undefined) {
    nodes.push(await addChannel(client, 'Branch', nodes[random(Math.min(nodes.length, 4))]));
  } else if (what <= 12) nodes.push(await post(client, nodeid, 'A title'));
  else if (what <= 15) await client.node.deleteNodes({ nodeids: [nodeid], hard: false });
  else if (what <= 17) await client.node.deleteNodes({ nodeids: [nodeid] });
  else if (what === 18) await client.node.closeNode({ nodeid: [nodeid] });
  else if (what <= 34) await moderate(client, what, nodeid, nodes, random);
  else await client.content_text.update({ nodeid, data: { rawtext: 'Edited' } });
}

/** Some act of moderation; staff may do it, others are refused. */
async function moderate(
  client: Signpost,
  what: number,
  nodeid: number,
  nodes: number[],
  random: (below: number) => number,
): Promise<void> {
  const other = nodes[random(nodes.length)] ?? 0;
  const nodeids = [nodeid];
  const some = (where: string) => among(where, random);
  if (what <= 20) await client.node.unapprove({ nodeids });
  else if (what <= 22) await client.node.approve({ nodeids: await some('approved = 0') });
  else if (what <= 24) {
    await client.node.undeleteNodes({ nodeids: await some('unpublishdate <> 0') });
  } else if (what <= 26) {
    const leaveRedirectData = { leave_redirect: random(3) === 0 };
    await client.node.moveNodes({ nodeids, to_parent: other, leaveRedirectData });
  } else if (what === 27) {
    const split = { makeTopic: true, newtitle: 'Split' };
    const replies = await some('parentid = starter');
    await client.node.moveNodes({ nodeids: replies, to_parent: nodes[0] ?? 0, ...split });
  } else if (what <= 30) {
    const topics = await some('nodeid = starter');
    await client.node.mergeTopics({ nodeids: topics, targetnodeid: topics[0] ?? 0 });
  } else if (what <= 32) {
    const to_parent = random(2) === 0 ? other : (nodes[0] ?? 0);
    const copies = await client.node.cloneNodes({ nodeids, to_parent, newtitle: 'Copied' });
    nodes.push(...Object.values(copies).slice(0, 3));
  } else {
    const mergePosts = await some('parentid = starter');
    const input = { mergePosts, destnodeid: mergePosts[0] ?? 0, rawtext: 'Merged' };
    await client.node.mergePosts({ input });
  }
}

/** Two of the latest nodes in this state, near each other. */
async function among(where: string, random: (below: number) => number): Promise<number[]> {
  const rows = await board.database
    .reader()
    .all<{ nodeid: number }>(
      `select nodeid from node where starter <> 0 and ${where} order by starter desc, nodeid desc limit 2 offset ${random(3)}`,
    );
  return rows.map((row) => row.nodeid);
}

function refusedOnly(error: unknown): void {
  const fine = error instanceof SignpostError && !/unexpected_error|toobusy/.test(error.id);
  if (!fine) throw error;
}

function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
