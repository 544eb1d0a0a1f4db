import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../support/board.ts';
import { enter, type Member, refusal, setOption } from '../support/messages.ts';
import { addChannel, post } from '../support/nodes.ts';

let board: TestBoard;
let alice: Member;
let bob: Member;
let mod: Member;
let admin: Member;
let channel: number;
let topic: number;

beforeAll(async () => {
  board = await startBoard();
  alice = await enter(board, 'alice');
  bob = await enter(board, 'bob');
  mod = await enter(board, 'mod');
  admin = await enter(board, 'admin');
});
afterAll(async () => {
  await board.stop();
});
beforeEach(async () => {
  channel = await addChannel(admin.app, 'Edited');
  const data = { parentid: channel, title: 'First title', rawtext: `First text ${channel}` };
  topic = await alice.app.content_text.add({ data });
});

interface Changes {
  readonly title?: string;
  readonly rawtext?: string;
  readonly reason?: string;
}

const edit = (by: Member, data: Changes, nodeid = topic): Promise<boolean> =>
  by.app.content_text.update({ nodeid, data });

const historyOf = (by: Member, nodeid = topic) => by.app.content_text.getEditHistory({ nodeid });

async function contentOf(by: Member, nodeid = topic) {
  const found = (await by.app.content_text.getFullContent({ nodeid }))[nodeid];
  if (found === undefined) throw new Error(`there is no node ${nodeid}`);
  return found.content;
}

describe('the last edit', () => {
  test('is told to everybody with its reason, and not before there was one', async () => {
    expect(await contentOf(bob)).not.toHaveProperty('editlog');
    await edit(alice, { rawtext: 'Second text' });
    await edit(mod, { rawtext: 'Third text', reason: ' Off topic ' });
    expect((await contentOf(bob)).editlog).toEqual({
      ...{ userid: mod.userid, username: 'mod', reason: 'Off topic', edits: 2 },
      dateline: expect.any(Number),
    });
  });

  test('is one that changes something', async () => {
    const { rawtext } = await contentOf(alice);
    await edit(alice, { rawtext, title: 'First title' });
    expect(await contentOf(bob)).not.toHaveProperty('editlog');
    expect(await historyOf(alice)).toEqual([]);
  });

  test('needs no reason, and takes one of 250 characters', async () => {
    expect(await refusal(edit(alice, { title: 'T', reason: 'x'.repeat(251) }))).toEqual([
      ...['invalid_data', 'data[reason]: it has at most 250 characters'],
    ]);
    expect(await edit(alice, { title: 'T', reason: 'ü'.repeat(250) })).toBe(true);
  });
});

describe('the history', () => {
  test('keeps each version with who wrote it, when and why', async () => {
    board.tick(60);
    await edit(alice, { rawtext: 'Second text' });
    board.tick(60);
    await edit(mod, { title: 'Second title', reason: 'Clearer' });
    const versions = await historyOf(alice);
    expect(
      versions.map(({ username, title, reason, original }) => [username, title, reason, original]),
    ).toEqual([
      ['mod', 'Second title', 'Clearer', 0],
      ['alice', 'First title', '', 0],
      ['alice', 'First title', '', 1],
    ]);
    const [third, second, first] = versions;
    const dates = [first, second, third].map((version) => version?.dateline ?? 0);
    expect((dates[1] ?? 0) - (dates[0] ?? 0)).toBeGreaterThanOrEqual(60);
    expect(dates[2]).toBeGreaterThan(dates[1] ?? 0);
    expect(JSON.stringify(versions)).not.toContain('text');
  });

  test('compares the last two versions, or any two', async () => {
    await edit(alice, { rawtext: 'Second text' });
    await edit(alice, { rawtext: 'Third text' });
    const compare = async (oldid = 0, newid = 0): Promise<string[]> => {
      const found = await mod.app.content_text.compareVersions({ nodeid: topic, oldid, newid });
      return [found.old.rawtext, found.current.rawtext];
    };
    const [third, second, first] = (await historyOf(mod)).map((one) => one.postedithistoryid);
    expect(await compare()).toEqual(['Second text', 'Third text']);
    expect(await compare(first, third)).toEqual([`First text ${channel}`, 'Third text']);
    expect(await compare(0, second)).toEqual([`First text ${channel}`, 'Second text']);
    expect(await refusal(compare(0, first))).toEqual(['invalid_version', 0]);
    expect(await refusal(compare(999_999))).toEqual(['invalid_version', 999_999]);
  });

  test('gives an earlier version back, which is an edit itself', async () => {
    await edit(mod, { rawtext: 'Second text', title: 'Second title' });
    const first = (await historyOf(alice)).at(-1)?.postedithistoryid ?? 0;
    const params = { nodeid: topic, postedithistoryid: first, reason: 'Back' };
    expect(await alice.app.content_text.restoreVersion(params)).toBe(true);
    expect(await contentOf(bob)).toMatchObject({
      ...{
        title: 'First title',
        rawtext: `First text ${channel}`,
        message: `First text ${channel}`,
      },
      editlog: { userid: alice.userid, reason: 'Back', edits: 2 },
    });
    expect(await historyOf(alice)).toHaveLength(3);
    const foreign = { ...params, nodeid: await post(alice.app, topic) };
    expect(await refusal(alice.app.content_text.restoreVersion(foreign))).toEqual([
      ...['invalid_version', first],
    ]);
    board.tick(86_500);
    expect((await refusal(alice.app.content_text.restoreVersion(params)))[0]).toBe(
      'edit_time_over',
    );
  });

  test('is for the author and those who may edit posts there', async () => {
    await edit(alice, { rawtext: 'Second text' });
    const nodeid = topic;
    for (const [app, id] of [
      [bob.app, 'no_permission'],
      [board.guest(), 'not_logged_no_permission'],
    ] as const) {
      expect(await refusal(app.content_text.getEditHistory({ nodeid }))).toEqual([id]);
      expect(await refusal(app.content_text.compareVersions({ nodeid }))).toEqual([id]);
      const params = { nodeid, postedithistoryid: 1 };
      expect(await refusal(app.content_text.restoreVersion(params))).toEqual([id]);
      expect(await refusal(app.content_text.deleteEditHistory({ nodeid }))).toEqual([id]);
    }
    expect(await historyOf(mod)).toHaveLength(2);
  });

  test('keeps the first version and as many as the option says', async () => {
    await setOption(board, 'maxedithistory', 2);
    try {
      for (const n of [2, 3, 4, 5]) await edit(alice, { rawtext: `Text ${n}`, reason: `${n}` });
      const versions = await historyOf(alice);
      expect(versions.map(({ reason, original }) => [reason, original])).toEqual([
        ['5', 0],
        ['4', 0],
        ['', 1],
      ]);
      await setOption(board, 'maxedithistory', 0);
      const silent = await post(alice.app, topic);
      await edit(alice, { rawtext: 'Once', reason: 'once' }, silent);
      expect(await historyOf(alice, silent)).toEqual([]);
      expect((await contentOf(bob, silent)).editlog).toMatchObject({ edits: 1, reason: 'once' });
      await setOption(board, 'maxedithistory', 2);
      await edit(alice, { rawtext: 'Twice' }, silent);
      const late = await historyOf(alice, silent);
      expect(late.map(({ reason, original }) => [reason, original])).toEqual([
        ['', 0],
        ['once', 0],
      ]);
    } finally {
      await setOption(board, 'maxedithistory', 20);
    }
  });

  test('of two edits at once keeps both', async () => {
    await Promise.all(['One', 'Two', 'Three'].map((rawtext) => edit(alice, { rawtext })));
    expect(await historyOf(alice)).toHaveLength(4);
    const { rawtext, editlog } = await contentOf(alice);
    const newest = await alice.app.content_text.compareVersions({ nodeid: topic });
    expect(newest.current.rawtext).toBe(rawtext);
    expect(editlog?.edits).toBe(3);
  });

  test('is forgotten by those who may remove posts, and with the post', async () => {
    await edit(alice, { rawtext: 'Second text' });
    const nodeid = topic;
    expect(await refusal(alice.app.content_text.deleteEditHistory({ nodeid }))).toEqual([
      'no_permission',
    ]);
    expect(await mod.app.content_text.deleteEditHistory({ nodeid })).toBe(true);
    expect(await historyOf(alice)).toEqual([]);
    expect((await contentOf(bob)).editlog).toMatchObject({ edits: 1 });
    await edit(alice, { rawtext: 'Third text' });
    await mod.app.node.deleteNodes({ nodeids: [nodeid] });
    for (const table of ['postedithistory', 'editlog']) {
      const row = await board.database
        .reader()
        .get<{ count: number }>(`select count(*) as count from ${table} where nodeid = ?`, [
          nodeid,
        ]);
      expect(row?.count).toBe(0);
    }
  });
});
