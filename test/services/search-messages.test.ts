import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { up as moveMessageWords } from '../../migrations/0046_message_words.ts';
import type { Signpost } from '../../src/client/index.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { enter, join, type Member, refusal, reply, send } from '../support/messages.ts';
import { countStatements } from '../support/statements.ts';

let board: TestBoard;
let alice: Member, bob: Member, carol: Member;
let strangers: readonly Signpost[];
/** A topic, a conversation of alice and bob with an answer, one of bob and carol, and an old one in alice's trash. */
let topic: number, talk: number, answer: number, other: number, old: number;

beforeAll(async () => {
  board = await startBoard();
  [alice, bob, carol] = [
    await enter(board, 'alice'),
    await enter(board, 'bob'),
    await join(board, 'carol'),
  ];
  const stranger = (await join(board, 'dora')).app;
  strangers = [board.guest(), stranger, await board.login('mod'), await board.login('admin')];
  const channels = await alice.app.search.getChannels({ flat: true });
  const travel = Object.values(channels).find(({ title }) => title.startsWith('Travel'));
  const say = (step: () => Promise<number>): Promise<number> => {
    board.tick(100);
    return step();
  };
  const data = { parentid: travel?.nodeid ?? 0, title: 'Okapi tour', rawtext: 'Okapi and quagga' };
  topic = await say(() => alice.app.content_text.add({ data }));
  old = await say(() => send(bob, [alice], { title: 'Old', rawtext: 'okapi of old' }));
  talk = await say(() =>
    send(alice, [bob], { title: 'Secret okapi', rawtext: 'The okapi crosses 東京都 at night' }),
  );
  answer = await say(() => reply(bob, talk, 'Which Okapi, the striped one?'));
  other = await say(() => send(bob, [carol], { title: 'Plan', rawtext: 'okapi for carol alone' }));
  await alice.app.content_privatemessage.toTrashcan({ nodeid: old });
});
afterAll(async () => {
  await board.stop();
});

async function find(client: Signpost, filters: object): Promise<number[]> {
  const search_json = JSON.stringify(filters);
  const found = await client.search.getInitialNodes({ search_json, perpage: 100 });
  expect(found.totalcount).toBe(found.results.length);
  return [...found.results];
}

const word = { keywords: 'okapi' };

describe('private messages', () => {
  test('are found by those who hold them, among everything else', async () => {
    expect(await find(alice.app, word)).toEqual([answer, talk, topic]);
    expect(await find(bob.app, word)).toEqual([other, answer, talk, old, topic]);
    expect(await find(carol.app, word)).toEqual([other, topic]);
  });

  test.each<[string, object]>([
    ['by a word', word],
    ['by type', { type: 'vBForum_PrivateMessage' }],
    ['by author', { author: 'bob' }],
    ['by id', { specific: [1, 2] }],
    ['by nothing but time', { date: 'lastDay' }],
  ])('are found %s by nobody else, whatever they may do', async (_, filters) => {
    const all = 'specific' in filters ? { specific: [talk, answer, other, old] } : filters;
    for (const client of strangers) {
      const found = await find(client, all);
      for (const message of [talk, answer, other, old]) expect(found).not.toContain(message);
    }
  });

  test('come with their content, in the order of the list', async () => {
    const search_json = JSON.stringify(word);
    const found = await alice.app.search.getInitialResults({ search_json });
    const results = Object.values(found.results);
    expect(found.totalcount).toBe(3);
    expect(results.map(({ nodeid }) => nodeid).sort()).toEqual([topic, talk, answer].sort());
    const one = results.find(({ nodeid }) => nodeid === answer);
    expect(one).toMatchObject({
      msgread: 0,
      folderid: 1,
      deleted: 0,
      contenttypeclass: 'PrivateMessage',
    });
    expect(one?.content.rawtext).toBe('Which Okapi, the striped one?');
    expect(results.find(({ nodeid }) => nodeid === topic)?.msgread).toBeUndefined();
  });

  test('are found by the whole language of words', async () => {
    const of = (keywords: string, more: object = {}): Promise<number[]> =>
      find(alice.app, { keywords, type: 'PrivateMessage', ...more });
    expect(await of('"okapi crosses"')).toEqual([talk]);
    expect(await of('"crosses okapi"')).toEqual([]);
    expect(await of('crosses OR striped')).toEqual([answer, talk]);
    expect(await of('okapi NOT striped')).toEqual([talk]);
    expect(await of('東京')).toEqual([talk]);
    expect(await of('京')).toEqual([talk]);
    expect(await of('secret')).toEqual([talk]);
    expect(await of('secret', { title_only: 1 })).toEqual([talk]);
    expect(await of('crosses', { title_only: 1 })).toEqual([]);
    expect(await of('cross')).toEqual([]);
    expect(await of('okapi', { sort: 'relevance' })).toEqual([talk, answer]);
    expect(await of('okapi', { sort: { created: 'asc' } })).toEqual([talk, answer]);
  });

  test('are left out by their type, by name or id', async () => {
    const types = Object.values(await alice.app.search.getSearchableContentTypes());
    const id = types.find((type) => type.class === 'PrivateMessage')?.contenttypeid ?? 0;
    for (const exclude_type of ['vBForum_PrivateMessage', id, [String(id)]])
      expect(await find(alice.app, { ...word, exclude_type })).toEqual([topic]);
    expect(await find(alice.app, { ...word, type: 'vBForum_Text' })).toEqual([topic]);
    expect(await find(alice.app, { ...word, ignore_protected: 1 })).toEqual([topic]);
    expect(await find(alice.app, { ...word, unapproved_only: 1 })).toEqual([]);
    for (const type of ['vBForum_PrivateMessage', id])
      expect(await find(alice.app, { ...word, type })).toEqual([answer, talk]);
    expect(await find(alice.app, { ...word, contenttypeid: id })).toEqual([answer, talk]);
  });

  test('are filtered like everything else', async () => {
    const own = { type: 'vBForum_PrivateMessage', keywords: 'okapi' };
    expect(await find(alice.app, { ...own, author: 'bob' })).toEqual([answer]);
    expect(await find(alice.app, { ...own, authorid: alice.userid })).toEqual([talk]);
    expect(await find(alice.app, { ...own, starter_only: 1 })).toEqual([talk]);
    expect(await find(alice.app, { ...own, reply_only: 1 })).toEqual([answer]);
    expect(await find(alice.app, { ...own, specific: [talk, topic] })).toEqual([talk]);
    expect(await find(alice.app, { channel: talk })).toEqual([answer]);
    expect(await find(alice.app, { channel: talk, include_starter: 1 })).toEqual([answer, talk]);
    expect(await find(alice.app, { ...own, date: { to: board.now() - 200 } })).toEqual([talk]);
    expect(await find(alice.app, { ...own, view: 'activity' })).toEqual([answer]);
    expect(await find(carol.app, { channel: talk })).toEqual([]);
  });

  test('in the trash are found among the deleted ones', async () => {
    expect(await find(alice.app, { ...word, deleted_only: 1 })).toEqual([old]);
    expect(await find(bob.app, { ...word, deleted_only: 1 })).toEqual([]);
  });

  test('are unread until they were read', async () => {
    const unread = { ...word, type: 'PrivateMessage', unread_only: 1 };
    expect(await find(alice.app, unread)).toEqual([answer]);
    expect(await find(carol.app, unread)).toEqual([other]);
    await carol.app.content_privatemessage.setRead({ nodeid: other });
    expect(await find(carol.app, unread)).toEqual([]);
  });

  test('leave kept results with the copy', async () => {
    const gone = await send(bob, [carol], { title: 'Gone', rawtext: 'quokka' });
    const search_json = JSON.stringify({ keywords: 'quokka' });
    const resultId = await carol.app.search.getSearchResult({ search_json });
    expect((await carol.app.search.getInfo({ resultId })).totalcount).toBe(1);
    await carol.app.content_privatemessage.deleteMessage({ nodeid: gone });
    await carol.app.content_privatemessage.deleteMessage({ nodeid: gone });
    expect((await carol.app.search.getInfo({ resultId })).totalcount).toBe(0);
    expect((await carol.app.search.getMoreNodes({ resultId })).results).toEqual([]);
    expect(Object.keys((await carol.app.search.getMoreResults({ resultId })).results)).toEqual([]);
    expect(await find(bob.app, { keywords: 'quokka' })).toEqual([gone]);
  });

  test('have no place among the topics of a channel, related topics and pages', async () => {
    const page = (nodeid: number): Promise<number> => bob.app.search.getPageNumber({ nodeid });
    expect([await page(answer), await page(talk)]).toEqual([0, 0]);
    const related = await alice.app.search.getRelatedTopics({ nodeid: topic, count: 5 });
    expect(Object.values(related).map(({ nodeid }) => nodeid)).not.toContain(talk);
    expect(await refusal(alice.app.search.getRelatedTopics({ nodeid: talk, count: 5 }))).toEqual(
      expect.arrayContaining(['invalid_node_id']),
    );
    expect(await find(alice.app, { view: 'topic', ...word })).toEqual([topic]);
  });

  test('cost as many statements as there are for any number', async () => {
    const cost = (perpage: number, filters: object): Promise<number> =>
      countStatements(board, () =>
        alice.app.search.getInitialResults({ search_json: JSON.stringify(filters), perpage }),
      );
    const own = { ...word, type: 'PrivateMessage' };
    const few = await cost(1, own);
    for (let n = 0; n < 6; n += 1) await send(carol, [alice], { rawtext: `okapi ${n}` });
    expect(await cost(100, own)).toBe(few);
    // whether they are held, their contents and what their reader has read
    const posts = await cost(100, { ...word, exclude_type: 'PrivateMessage' });
    expect(await cost(100, word)).toBeLessThanOrEqual(posts + 3);
  });
});

describe('the index', () => {
  const counted = async (sql: string): Promise<number> => {
    const row = await board.database.reader().get<{ count: number }>(sql);
    return Number(row?.count);
  };
  const indexed = `select count(*) as count from searchindex s join node n on n.nodeid = s.nodeid
    where n.protected = 1`;

  test('that all searches share has no message and no report in it', async () => {
    await alice.app.content_report.add({ data: { reportnodeid: topic, rawtext: 'look' } });
    expect(await counted(indexed)).toBe(0);
  });

  test('has given back what older releases put into it', async () => {
    const mine = await find(alice.app, word);
    const all = 'select count(*) as count from messagewords';
    const words = await counted(all);
    const { database } = board;
    await database.transaction(async (db) => {
      await db.run(`insert into searchindex (nodeid, title, body)
        select nodeid, trim(title), trim(body) from messagewords`);
    });
    await database.knex.schema.dropTable('messagewords');
    await moveMessageWords(database.knex);
    expect([await counted(indexed), await counted(all)]).toEqual([0, words]);
    expect(await find(alice.app, word)).toEqual(mine);
  });
});
