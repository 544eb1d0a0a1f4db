import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Signpost } from '../../src/client/index.ts';
import type { FullContent } from '../../src/generated/api.ts';
import { createpermissions, forumpermissions } from '../../src/permissions.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { nodeidsOf } from '../support/lists.ts';
import {
  addChannel,
  change,
  post,
  recount,
  keptCounters,
  refusal,
  refusalId,
} from '../support/nodes.ts';
import { workOff } from '../support/outbox.ts';
import { members } from '../support/places.ts';

let board: TestBoard;
let alice: Signpost;
let bob: Signpost;
let mod: Signpost;
let admin: Signpost;
let channel: number;
let poll: number;
let count = 0;
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
beforeEach(async () => {
  channel = await addChannel(admin, 'Polls');
  poll = await pollBy(alice);
});

async function pollBy(client: Signpost, settings: object = {}): Promise<number> {
  const title = `Poll ${++count}`;
  const data = { parentid: channel, title, polloptions: ['Tea', 'Coffee', 'Water'], ...settings };
  return client.content_poll.add({ data });
}

async function full(nodeid: number, client = alice): Promise<FullContent> {
  const found = (await client.node.getNodeFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no content ${nodeid}`);
  return found;
}

async function optionsOf(nodeid: number): Promise<number[]> {
  const { content } = await full(nodeid);
  return (content.polloptions ?? []).map((option) => option.polloptionid);
}

async function optionOf(nodeid: number, index = 0): Promise<number> {
  return (await optionsOf(nodeid))[index] ?? 0;
}

const vote = (client: Signpost, ...polloptionids: number[]): Promise<number> =>
  client.content_poll.vote({ polloptionids });

/** Takes a right away from members, here. */
async function take(column: 'forumpermissions' | 'createpermissions', bit: number): Promise<void> {
  await change(
    board,
    `insert into permission (nodeid, groupid, forumpermissions, moderatorpermissions, createpermissions, edit_time)
      select cast(? as decimal), groupid, forumpermissions, moderatorpermissions, createpermissions, edit_time
      from permission where nodeid = 1 and groupid = 2`,
    [channel],
  );
  await change(board, `update permission set ${column} = ${column} - ? where nodeid = ?`, [
    bit,
    channel,
  ]);
  await board.running.environment.caches.forgetBoard();
}

describe('a new poll', () => {
  test('is a topic with options, that lists and searches of its type find', async () => {
    const { contenttypes } = await alice.api.init({});
    const contenttypeid = Number((contenttypes as Record<string, number>).Poll);
    const found = await full(poll);
    expect(found).toMatchObject({ contenttypeclass: 'Poll', starter: poll, contenttypeid });
    expect(found.content).toMatchObject({
      ...{ rawtext: found.title, multiple: 0, public: 0, timeout: 0, pollclosed: 0 },
      ...{ votes: 0, voters: 0, voted: 0, canvote: 1 },
    });
    const titles = found.content.polloptions?.map(({ title, votes }) => [title, votes]);
    expect(titles).toEqual([
      ['Tea', 0],
      ['Coffee', 0],
      ['Water', 0],
    ]);
    const text = await post(alice, channel, 'No poll');
    const list = { parentid: channel, depth: 1, contenttypeid };
    expect(nodeidsOf(await bob.node.listNodeFullContent(list))).toEqual([poll]);
    const search = { channel: [channel], type: 'vBForum_Poll' };
    const { results } = await bob.search.getInitialResults({ search_json: JSON.stringify(search) });
    expect(nodeidsOf(results)).toEqual([poll]);
    expect((await full(text)).content.polloptions).toBeUndefined();
  });

  test('may be a reply and a comment, and counts as they do', async () => {
    const topic = await post(alice, channel, 'Topic');
    const reply = await pollBy(bob, { parentid: topic });
    await pollBy(bob, { parentid: reply, title: '', rawtext: 'Which?' });
    const nothing = { parentid: reply, title: '' };
    expect(await refusalId(pollBy(bob, nothing))).toBe('missing_content');
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });

  test.each<[string, object, unknown]>([
    ['one option', { polloptions: ['Tea'] }, 'invalid_data'],
    ['an empty option', { polloptions: ['Tea', ' \u200b'] }, 'invalid_data'],
    ['the same option twice', { polloptions: ['Tea', ' Tea '] }, 'invalid_data'],
    [
      'options that look the same',
      { polloptions: ['Caf\u00e9', 'CAFE\u0301\u200b'] },
      'invalid_data',
    ],
    ['a long option', { polloptions: ['Tea', 'x'.repeat(251)] }, 'invalid_data'],
    ['a time that is over', { timeout: 1000 }, 'invalid_data'],
    ['21 options', { polloptions: Array.from({ length: 21 }, String) }, 'too_many_polloptions'],
    ['no title', { title: '', rawtext: 'Which?' }, 'title_required'],
    ['a parent that is not there', { parentid: 999_999 }, 'invalid_node_id'],
  ])('with %s is refused', async (_, settings, id) => {
    expect(await refusalId(pollBy(alice, settings))).toBe(id);
  });

  test('with 10,000 options is refused before anything is done', async () => {
    const polloptions = Array.from({ length: 10_000 }, String);
    expect(await refusalId(pollBy(alice, { polloptions }))).toBe('too_many_parameters');
    expect(await refusalId(vote(alice, ...polloptions.map(Number)))).toBe('too_many_parameters');
    const list = polloptions.join(',');
    expect(await refusalId(bob.call('content_poll.vote', { polloptionids: list }))).toMatch(
      /invalid_/,
    );
  });

  test('keeps markup as text', async () => {
    const title = '<b>"Tea" & \'milk\'</b>';
    const nodeid = await pollBy(alice, { polloptions: [title, '🍵'] });
    const { content } = await full(nodeid);
    expect(content.polloptions?.map((option) => option.title)).toEqual([title, '🍵']);
  });

  test('the same twice at once is one', async () => {
    const title = 'The same poll';
    const answers = await Promise.all([1, 2, 3].map(() => refusalId(pollBy(bob, { title }))));
    expect(answers.sort()).toEqual(['duplicate_post', 'duplicate_post', 'not refused']);
  });

  test('needs the right to post polls, and the type to be open there', async () => {
    expect(await refusalId(pollBy(board.guest()))).toBe('not_logged_no_permission');
    await take('forumpermissions', forumpermissions.canpostpoll);
    expect(await refusalId(pollBy(bob))).toBe('no_permission');
    expect((await full(channel, bob)).content.createpermissions).toMatchObject({
      ...{ Text: 1, Poll: 0, Link: 1 },
    });
    expect(await refusalId(pollBy(admin))).toBe('not refused');
  });

  test('is refused where usergroups may not make its type', async () => {
    await take('createpermissions', createpermissions.Poll);
    expect(await refusalId(pollBy(bob))).toBe('no_permission');
    expect(await refusalId(post(bob, channel, 'A text'))).toBe('not refused');
  });
});

describe('voting', () => {
  test('counts, shows what the caller chose, and tells the author', async () => {
    const [tea = 0, coffee = 0] = await optionsOf(poll);
    expect(await vote(bob, tea)).toBe(poll);
    await vote(mod, coffee);
    const { content } = await full(poll, bob);
    expect(content).toMatchObject({ votes: 2, voters: 2, voted: 1, canvote: 0 });
    expect(content.polloptions).toMatchObject([
      { polloptionid: tea, votes: 1, percentage: 50, voted: 1 },
      { polloptionid: coffee, votes: 1, percentage: 50, voted: 0 },
      { votes: 0, percentage: 0 },
    ]);
    expect(content.polloptions?.[0]).not.toHaveProperty('voters');
    expect(Number(content.lastvote)).toBeGreaterThan(0);
  });

  test('once only, also many times at once', async () => {
    const [tea = 0, coffee = 0] = await optionsOf(poll);
    const votes = [tea, coffee, tea, coffee, tea, coffee].map((id) => refusalId(vote(bob, id)));
    const answers = await Promise.all([...votes, refusalId(vote(mod, tea))]);
    expect(answers.filter((id) => id === 'not refused')).toHaveLength(2);
    expect(answers.filter((id) => id === 'useralreadyvote')).toHaveLength(5);
    expect((await full(poll)).content).toMatchObject({ votes: 2, voters: 2 });
    await expectCounted();
  });

  test('for several options where the poll allows it', async () => {
    const [tea = 0, coffee = 0] = await optionsOf(poll);
    expect(await refusalId(vote(bob, tea, coffee))).toBe('invalid_data');
    const many = await pollBy(alice, { multiple: true });
    const [a = 0, b = 0] = await optionsOf(many);
    expect(await bob.call('content_poll.vote', { polloptionids: `${a},${b},${a}` })).toBe(many);
    expect((await full(many)).content).toMatchObject({ votes: 2, voters: 1 });
  });

  test('tells who has voted only when the poll is public', async () => {
    const open = await pollBy(alice, { public: true });
    const tea = await optionOf(open);
    for (const client of [bob, mod]) await vote(client, tea);
    const shown = (await full(open, board.guest())).content.polloptions?.[0]?.voters;
    expect(shown).toEqual([
      { userid: members.mod, username: 'mod' },
      { userid: members.bob, username: 'bob' },
    ]);
  });

  test('ends with the poll, with its topic, and without the right', async () => {
    const short = await pollBy(alice, { timeout: board.now() + 1000 });
    const tea = await optionOf(short);
    await vote(mod, tea);
    board.tick(1001);
    expect(await refusalId(vote(bob, tea))).toBe('poll_closed');
    expect((await full(short, bob)).content).toMatchObject({ pollclosed: 1, canvote: 0, votes: 1 });
    await mod.node.closeNode({ nodeid: [poll] });
    expect(await refusalId(vote(bob, await optionOf(poll)))).toBe('threadclosed');
    await mod.node.openNode({ nodeid: [poll] });
    await take('forumpermissions', forumpermissions.canvote);
    expect(await refusalId(vote(bob, await optionOf(poll)))).toBe('no_permission');
  });

  test('what is not there, hidden, or of two polls is refused', async () => {
    const tea = await optionOf(poll);
    const other = await optionOf(await pollBy(alice));
    expect(await refusalId(bob.call('content_poll.vote', { polloptionids: '' }))).toBe(
      'nopolloptionselected',
    );
    expect(await refusalId(vote(bob, tea, other))).toBe('invalid_data');
    expect(await refusal(vote(bob, tea, 999_999))).toEqual(['invalid_poll_option', 999_999]);
    await mod.node.deleteNodes({ nodeids: [poll], hard: false });
    expect(await refusal(vote(bob, tea))).toEqual(['invalid_poll_option', tea]);
    expect(await refusal(vote(bob, tea, other))).toEqual(['invalid_poll_option', tea]);
  });

  test('guests vote by their right, once for each address', async () => {
    const guest = board.guest();
    const tea = await optionOf(poll);
    expect(await refusalId(vote(guest, tea))).toBe('not_logged_no_permission');
    await change(
      board,
      `insert into permission (nodeid, groupid, forumpermissions)
        select cast(? as decimal), 1, forumpermissions + ? from permission where nodeid = 1 and groupid = 1`,
      [channel, forumpermissions.canvote],
    );
    await board.running.environment.caches.forgetBoard();
    expect(await vote(guest, tea)).toBe(poll);
    expect(await refusalId(vote(board.guest(), tea))).toBe('useralreadyvote');
    expect((await full(poll, guest)).content).toMatchObject({ voted: 1, voters: 1 });
    expect(await vote(bob, tea)).toBe(poll);
  });
});

/** Every count of a poll is that of the votes that are kept. */
async function expectCounted(): Promise<void> {
  const wrong = await board.database.reader().all(
    `select p.nodeid from poll p where p.voters <> (select count(*) from pollvoter w where w.nodeid = p.nodeid)
      or p.votes <> (select count(*) from pollvote v join polloption o on o.polloptionid = v.polloptionid where o.nodeid = p.nodeid)
      or exists (select 1 from polloption o where o.nodeid = p.nodeid
        and o.votes <> (select count(*) from pollvote v where v.polloptionid = o.polloptionid))`,
  );
  expect(wrong).toEqual([]);
}

describe('the author', () => {
  const told = async () => {
    await workOff(board);
    const rows = await alice.notification.fetchNotificationsForCurrentUser({});
    return Object.values(rows).filter((row) => row.sentbynodeid === poll);
  };

  test('is told of votes, and who has voted in a public poll', async () => {
    await vote(alice, await optionOf(poll));
    expect(await told()).toEqual([]);
    await vote(bob, await optionOf(poll));
    expect(await told()).toMatchObject([{ typename: 'vote' }]);
    expect(JSON.stringify(await told())).not.toContain('bob');
    poll = await pollBy(alice, { public: true });
    await vote(bob, await optionOf(poll));
    expect(JSON.stringify(await told())).toContain('bob');
  });
});

describe('many at once', () => {
  test('vote, edit and look, and every count stays true', async () => {
    const [tea = 0, coffee = 0] = await optionsOf(poll);
    const edit = (polloptions: string[]) =>
      refusalId(mod.content_poll.update({ nodeid: poll, data: { polloptions } }));
    const calls = [
      ...[alice, bob, mod, admin].map((client, index) =>
        refusalId(vote(client, index % 2 === 0 ? tea : coffee)),
      ),
      ...[
        ['Tea', 'Milk'],
        ['Coffee', 'Milk'],
        ['Tea', 'Coffee', 'Milk'],
      ].map(edit),
      full(poll, board.guest()),
    ];
    const ids = (await Promise.all(calls)).filter((id) => typeof id === 'string');
    const allowed = ['not refused', 'invalid_poll_option'];
    expect(ids.filter((id) => !allowed.includes(id))).toEqual([]);
    await expectCounted();
    const { content } = await full(poll);
    expect(content.polloptions?.map((option) => option.title)).toContain('Milk');
  });

  test('a poll that is deleted while others vote leaves nothing', async () => {
    const tea = await optionOf(poll);
    const calls = [alice, bob, admin].map((client) => refusalId(vote(client, tea)));
    const answers = await Promise.all([
      ...calls,
      refusalId(mod.node.deleteNodes({ nodeids: [poll] })),
    ]);
    expect(answers.at(-1)).toBe('not refused');
    const allowed = ['not refused', 'invalid_poll_option', 'poll_closed'];
    expect(answers.filter((id) => !allowed.includes(String(id)))).toEqual([]);
    const sql = 'select pollvoterid from pollvoter where nodeid = ?';
    expect(await board.database.reader().all(sql, [poll])).toEqual([]);
  });
});

describe('as a text', () => {
  test('a poll is edited and deleted like any post', async () => {
    await alice.content_text.update({ nodeid: poll, data: { rawtext: 'By text' } });
    const { content } = await full(poll);
    expect(content).toMatchObject({ rawtext: 'By text', polloptions: [{}, {}, {}] });
    expect(await mod.content_text.delete({ nodeid: poll })).toBe(true);
    const sql = 'select polloptionid from polloption where nodeid = ?';
    expect(await board.database.reader().all(sql, [poll])).toEqual([]);
  });
});

describe('editing', () => {
  const update = (client: Signpost, data: object) =>
    refusal(client.content_poll.update({ nodeid: poll, data }));

  test('options that stay keep their ids and votes; those that go take theirs along', async () => {
    const [tea = 0, coffee = 0] = await optionsOf(poll);
    await vote(bob, tea);
    await vote(mod, coffee);
    const data = { polloptions: ['Milk', 'Black coffee'], polloptionids: [0, coffee] };
    expect(await update(mod, data)).toEqual(['not refused', true]);
    const { content } = await full(poll);
    expect(content).toMatchObject({ votes: 1, voters: 1 });
    expect(content.polloptions).toMatchObject([
      { title: 'Milk', votes: 0 },
      { title: 'Black coffee', votes: 1, polloptionid: coffee },
    ]);
    await expectCounted();
    // Whose option has gone votes anew.
    expect(await vote(bob, coffee)).toBe(poll);
    await expectCounted();
  });

  test('once somebody has voted the author changes only what does not touch the votes', async () => {
    expect(await update(alice, { polloptions: ['A', 'B'], multiple: true })).toEqual([
      'not refused',
      true,
    ]);
    await vote(bob, await optionOf(poll));
    expect(await update(alice, { polloptions: ['B', 'C'] })).toEqual([
      'poll_has_votes',
      'polloptions',
    ]);
    expect(await update(alice, { multiple: false })).toEqual(['poll_has_votes', 'multiple']);
    for (const client of [alice, mod, admin])
      expect(await update(client, { public: true })).toEqual(['poll_has_votes', 'public']);
    const data = { title: 'New', rawtext: 'New text', polloptions: ['B', 'A'], timeout: 1 };
    expect(await update(alice, data)).toEqual(['not refused', true]);
    const { content, title } = await full(poll);
    expect(title).toBe('New');
    expect(content).toMatchObject({ rawtext: 'New text', pollclosed: 1, votes: 1 });
    expect(content.polloptions).toMatchObject([{ title: 'B' }, { title: 'A', votes: 1 }]);
  });

  test('is for the author and moderators, and of polls', async () => {
    expect(await update(bob, { title: 'Mine' })).toEqual(['no_permission']);
    expect(await update(board.guest(), { title: 'Mine' })).toEqual(['not_logged_no_permission']);
    const text = await post(alice, channel, 'A text');
    for (const nodeid of [text, channel, 999_999]) {
      const data = { title: 'New' };
      expect(await refusal(alice.content_poll.update({ nodeid, data }))).toEqual([
        'invalid_node_id',
        nodeid,
      ]);
    }
    expect(await update(alice, { polloptions: ['A', 'B'], polloptionids: [999_999] })).toEqual([
      'invalid_poll_option',
      999_999,
    ]);
    const tea = await optionOf(poll);
    const twice = { polloptions: ['A', 'B'], polloptionids: [tea, tea] };
    expect((await update(alice, twice))[0]).toBe('invalid_data');
  });
});

describe('deleting', () => {
  test('a poll goes with its options and votes', async () => {
    await vote(bob, await optionOf(poll));
    expect(await refusalId(alice.content_poll.delete({ nodeid: poll }))).toBe('no_permission');
    expect(await mod.content_poll.delete({ nodeid: poll })).toBe(true);
    for (const table of ['poll', 'polloption', 'pollvoter']) {
      const sql = `select nodeid from ${table} where nodeid = ?`;
      expect(await board.database.reader().all(sql, [poll])).toEqual([]);
    }
    expect(await keptCounters(board.database)).toEqual(await recount(board.database));
  });
});
