import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { SignpostError } from '../../src/client/errors.ts';
import type { Signpost } from '../../src/client/index.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { deleteExpiredResults } from '../../src/library/search/result.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { RawApp } from '../support/raw.ts';
import { nodeIn, nodeidsOf } from '../support/lists.ts';
import { countStatements } from '../support/statements.ts';

// a server's board takes its time where many tests run at once
jest.setTimeout(60_000);

let board: TestBoard;
let alice: Signpost, bob: Signpost, mod: Signpost, admin: Signpost, guest: Signpost;
let news: number, cooking: number, travel: number, everyday: number, staff: number;

beforeAll(async () => {
  board = await startBoard();
  [alice, bob, mod, admin] = (await Promise.all(
    ['alice', 'bob', 'mod', 'admin'].map((name) => board.login(name)),
  )) as [Signpost, Signpost, Signpost, Signpost];
  guest = board.guest();
  const channels = Object.values(await admin.search.getChannels({ flat: true }));
  const named = (title: string): number =>
    channels.find((channel) => channel.title.startsWith(title))?.nodeid ?? 0;
  news = named('News');
  cooking = named('Cooking');
  travel = named('Travel');
  everyday = named('Everyday');
  staff = named('Staff');
});
afterAll(async () => {
  await board.stop();
});

function run(sql: string, ...bindings: (number | string)[]): Promise<number> {
  return board.database.transaction((db) => db.run(sql, bindings));
}

async function setDate(nodeid: number, publishdate: number): Promise<void> {
  await run('update node set publishdate = ? where nodeid = ?', publishdate, nodeid);
  await run('update closure set publishdate = ? where child = ?', publishdate, nodeid);
}

async function post(
  client: Signpost,
  parentid: number,
  rawtext: string,
  title?: string,
): Promise<number> {
  board.tick(1);
  return client.content_text.add({
    data: { parentid, rawtext, ...(title !== undefined && { title }) },
  });
}

type Filters = Record<string, unknown>;

/** All ids found, in order. */
async function find(client: Signpost, filters: Filters): Promise<number[]> {
  const search_json = JSON.stringify(filters);
  const found = await client.search.getInitialNodes({ search_json, perpage: 100 });
  expect(found.totalcount).toBe(found.results.length);
  return [...found.results];
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof SignpostError ? error.errors[0] : error),
  );
}

describe('words', () => {
  const texts = {
    latin: ['Die Straßenbahn fährt über den Fluß', 'STRASSENBAHN', 'fahrt uber'],
    cyrillic: ['Трамвай идёт через мост', 'ТРАМВАЙ', '"идет через"'],
    greek: ['Το τραμ περνά τη γέφυρα', 'ΓΕΦΥΡΑ', 'περνα'],
    arabic: ['القِطار يعبر الجِسر', 'القطار', '"يعبر الجسر"'],
    hebrew: ['הָרַכֶּבֶת עוברת בגשר', 'הרכבת', 'בגשר'],
    hindi: ['रेलगाड़ी पुल पार करती है', 'रेलगाड़ी', '"पुल पार"'],
    thai: ['รถไฟข้ามสะพาน', 'รถไฟ', 'สะพาน'],
    chinese: ['火车过桥的时候很慢', '火车', '桥'],
    japanese: ['電車がゆっくり橋を渡る', '電車', 'ユックリ OR ゆっくり'],
    korean: ['기차가 다리를 건넌다', '기차', '다리'],
    emoji: ['🚋 qx 👩🏽‍🚒', '🚋', '👩‍🚒'],
  } as const;

  test.each(Object.entries(texts))('in %s are found', async (_, [text, ...queries]) => {
    const nodeid = await post(alice, cooking, text, `Title ${text}`);
    const reply = await post(bob, nodeid, `zz ${text} zz`);
    for (const keywords of queries) {
      expect(await find(guest, { keywords })).toEqual(expect.arrayContaining([nodeid, reply]));
      expect(await find(guest, { keywords: `${keywords} qqnone` })).toEqual([]);
      expect(await find(guest, { keywords, title_only: true })).toEqual([nodeid]);
    }
  });

  test('all must be there, OR asks for either, NOT and - refuse, quotes keep together', async () => {
    const a = await post(alice, cooking, 'plum cake wiggle', 'Pastry wiggle');
    const b = await post(alice, cooking, 'cake of plums wiggle jam', 'Jam wiggle');
    const c = await post(alice, cooking, 'plum jam wiggle cake', 'More wiggle');
    const found = async (keywords: string): Promise<number[]> =>
      (await find(bob, { keywords })).sort((x, y) => x - y);
    expect(await found('wiggle plum')).toEqual([a, c]);
    expect(await found('wiggle AND plum AND jam')).toEqual([c]);
    expect(await found('wiggle plum OR plums')).toEqual([a, b, c]);
    expect(await found('wiggle NOT jam')).toEqual([a]);
    expect(await found('wiggle -plum')).toEqual([b]);
    expect(await found('wiggle -"plum jam" -pastry')).toEqual([b]);
    expect(await found('wiggle "plum cake"')).toEqual([a]);
    expect(await found('"cake wiggle"')).toEqual([a]);
    expect(await found('"wiggle plum"')).toEqual([]);
    expect(await found('"wiggle x plum"')).toEqual([]);
    expect(await find(bob, { keywords: 'wiggle', title_only: 1, sort: 'title' })).toEqual([
      b,
      c,
      a,
    ]);
  });

  test('follow every change of a text and title, and go with the post', async () => {
    const topic = await post(alice, cooking, 'first gribble', 'Old gribbletitle');
    expect(await find(bob, { keywords: 'gribble' })).toEqual([topic]);
    await alice.content_text.update({ nodeid: topic, data: { rawtext: 'second grobble' } });
    expect(await find(bob, { keywords: 'gribble' })).toEqual([]);
    expect(await find(bob, { keywords: 'grobble gribbletitle' })).toEqual([topic]);
    await alice.content_text.update({ nodeid: topic, data: { title: 'New grabble' } });
    expect(await find(bob, { keywords: 'gribbletitle' })).toEqual([]);
    expect(await find(bob, { keywords: 'grobble grabble' })).toEqual([topic]);
    const reply = await post(bob, topic, 'grobble as well');
    await admin.content_text.delete({ nodeid: topic });
    expect(await find(bob, { keywords: 'grobble' })).toEqual([]);
    const rows = await board.database
      .reader()
      .all('select nodeid from searchindex where nodeid in (?, ?)', [topic, reply]);
    expect(rows).toEqual([]);
  });

  test('of a post that failed are not kept', async () => {
    const twice = { data: { parentid: cooking, title: 'Twice', rawtext: 'flobber' } };
    await alice.content_text.add(twice);
    expect(await refusal(alice.content_text.add(twice))).toEqual(
      expect.arrayContaining(['duplicate_post']),
    );
    expect(await find(bob, { keywords: 'flobber' })).toHaveLength(1);
  });

  test('of a quotation mark or markup mean nothing to the database', async () => {
    for (const keywords of [
      "x' OR 1=1 --",
      'NEAR(a b)',
      'title:x',
      '{title}:x',
      'a* ^b',
      '(a | b) & !c',
      "a:*B 'b",
      '@4 "a b" @5',
      '~a <b >c',
      'w OR u OR x',
      '%',
      '\\',
    ])
      expect(await refusal(find(alice, { keywords }))).toEqual(
        /^[%\\]$/.exec(keywords)
          ? ['invalid_search', 'keywords', 'there is no word to look for']
          : 'no refusal',
      );
  });

  test('are ranked: the title first, then how often', async () => {
    const rare = await post(alice, cooking, `blivet ${'and so on '.repeat(50)}`, 'A');
    const often = await post(alice, cooking, 'blivet blivet blivet', 'B');
    const titled = await post(alice, cooking, 'about it', 'Blivet');
    const last = await post(alice, cooking, 'one blivet only here', 'C');
    const keywords = 'blivet';
    const best = [titled, often, last, rare];
    expect(await find(bob, { keywords, sort: 'relevance' })).toEqual(best);
    expect(await find(bob, { keywords, sort: { rank: 'asc' } })).toEqual([...best].reverse());
    expect(await find(bob, { keywords })).toEqual([last, titled, often, rare]);
    expect(await find(bob, { sort: 'relevance', specific: best })).toEqual([
      last,
      titled,
      often,
      rare,
    ]);
  });
});

describe('filters', () => {
  let first: number, second: number, reply: number, comment: number, other: number;
  const word = 'quokka';
  const found = (filters: Filters, client: Signpost = bob): Promise<number[]> =>
    find(client, { keywords: word, ...filters });
  const sorted = async (filters: Filters, client?: Signpost): Promise<number[]> =>
    (await found(filters, client)).sort((a, b) => a - b);

  beforeAll(async () => {
    first = await post(alice, travel, word, 'Bravo');
    reply = await post(bob, first, word);
    comment = await post(alice, reply, word);
    second = await post(bob, travel, word, 'Alpha');
    other = await post(mod, news, word, 'Charlie');
    await run(
      "update node set prefixid = 'help', votes = 7, featured = 1 where nodeid = ?",
      second,
    );
    await run('update node set sticky = 1 where nodeid = ?', first);
  });

  test('by author', async () => {
    expect(await sorted({ author: 'alice' })).toEqual([first, comment]);
    expect(await sorted({ author: 'LIC' })).toEqual([first, comment]);
    expect(await sorted({ author: 'LIC', exactname: 1 })).toEqual([]);
    expect(await sorted({ author: 'ALICE', exactname: 1 })).toEqual([first, comment]);
    expect(await sorted({ author: ['lic'] })).toEqual([]);
    expect(await sorted({ author: ['Alice', 'mod'] })).toEqual([first, comment, other]);
    expect(await sorted({ author: ['%'] })).toEqual([]);
    expect(await sorted({ author: '%' })).toEqual([]);
    expect(await sorted({ author: 'nobody-there' })).toEqual([]);
    const { userid } = await alice.user.fetchCurrentUserinfo();
    expect(await sorted({ author: [userid, 'mod'] })).toEqual([first, comment, other]);
    expect(await sorted({ author: userid })).toEqual([first, comment]);
    const { userid: moderator } = await mod.user.fetchCurrentUserinfo();
    expect(await sorted({ authorid: userid })).toEqual([first, comment]);
    expect(await sorted({ authorid: String(userid) })).toEqual([first, comment]);
    expect(await sorted({ authorid: [userid, moderator] })).toEqual([first, comment, other]);
    expect(await sorted({ authorid: `${userid},${moderator}` })).toEqual([first, comment, other]);
    expect(await sorted({ authorid: 0 })).toEqual([]);
    expect(await sorted({ author: 'myFriends' })).toEqual([]);
    expect(await sorted({ author: 'iFollow' })).toEqual([]);
  });

  test('by kind', async () => {
    expect(await sorted({ starter_only: true })).toEqual([first, second, other]);
    expect(await sorted({ reply_only: 1 })).toEqual([reply]);
    expect(await sorted({ reply_only: 1, include_starter: 1 })).toEqual([reply]);
    expect(await sorted({ reply_only: 1, include_starter: 1, channel: first })).toEqual([reply]);
    expect(await sorted({ comment_only: '1' })).toEqual([comment]);
    expect(await sorted({ starter_only: 'false', comment_only: 0 })).toHaveLength(5);
    expect(await sorted({ featured: 1 })).toEqual([second]);
    expect(await sorted({ visitor_messages_only: 1 })).toEqual([]);
    expect(await sorted({ sentto: 3 })).toEqual([]);
  });

  test('by type', async () => {
    expect(await sorted({ type: 'vBForum_Text' })).toHaveLength(5);
    expect(await sorted({ type: ['vBForum_Poll', 'Text'] })).toHaveLength(5);
    expect(await sorted({ type: ['vBForum_Event', 'vBForum_PrivateMessage'] })).toEqual([]);
    expect(await sorted({ exclude_type: 'vBForum_Text' })).toEqual([]);
    expect(await sorted({ exclude_type: 'vBForum_Photo' })).toHaveLength(5);
    const types = Object.values(await bob.search.getSearchableContentTypes());
    const text = types.find((type) => type.class === 'Text')?.contenttypeid ?? 0;
    expect(await sorted({ contenttypeid: text })).toHaveLength(5);
    expect(await sorted({ type: text })).toHaveLength(5);
    expect(await sorted({ type: 9999 })).toEqual([]);
    expect(await sorted({ exclude_type: String(text) })).toEqual([]);
    expect(await sorted({ exclude_type: [9998, 9999] })).toHaveLength(5);
    expect(await sorted({ exclude_type: [9999, 'vBForum_Text'] })).toEqual([]);
    expect(await sorted({ exclude_type: `9999,${text}` })).toEqual([]);
    expect(await sorted({ contenttypeid: [9999] })).toEqual([]);
    expect(types.map((type) => type.class)).not.toContain('Channel');
    expect(types.map((type) => type.type)).toContain('vBForum_PrivateMessage');
  });

  test('by place', async () => {
    const both = [first, reply, comment, second];
    expect(await sorted({ channel: travel })).toEqual(both);
    expect(await sorted({ channel: everyday })).toEqual(both);
    expect(await sorted({ channel: [travel, news] })).toEqual([...both, other]);
    expect(await sorted({ channel: `${travel},${news}` })).toEqual([...both, other]);
    expect(await sorted({ channel: travel, depth: 1 })).toEqual([first, second]);
    expect(await sorted({ channel: travel, depth: 2 })).toEqual([first, reply, second]);
    expect(await sorted({ channel: everyday, depth: 1 })).toEqual([]);
    expect(await sorted({ channel: [everyday, news], depth: 2 })).toEqual([first, second, other]);
    expect(await sorted({ channel: first })).toEqual([reply, comment]);
    expect(await sorted({ channel: first, include_starter: 1 })).toEqual([first, reply, comment]);
    expect(await sorted({ channel: first, depth: 1 })).toEqual([reply]);
    expect(await sorted({ channel: [first, news] })).toEqual([reply, comment, other]);
    expect(await sorted({ channel: 999_999 })).toEqual([]);
    expect(await sorted({ channel: staff })).toEqual([]);
    expect(await sorted({ exclude: travel })).toEqual([other]);
    expect(await sorted({ exclude: [reply, news] })).toEqual([first, second]);
    expect(await sorted({ specific: [comment, other, 1] })).toEqual([comment, other]);
    expect(await sorted({ specific: [] })).toEqual([]);
  });

  test('by the caller’s blogs and groups', async () => {
    expect(await sorted({ my_channels: { type: 'group' } })).toEqual([]);
    expect(await refusal(found({ my_channels: { type: 'x' } }))).toEqual([
      'invalid_search',
      'my_channels.type',
      'it must be blog or group',
    ]);
  });

  test('by prefix', async () => {
    expect(await sorted({ prefix: 'help' })).toEqual([second]);
    expect(await sorted({ prefix: ['x', 'help'] })).toEqual([second]);
    expect(await sorted({ has_prefix: 1 })).toEqual([second]);
    expect(await sorted({ no_prefix: 1 })).toEqual([first, reply, comment, other]);
  });

  test('by state', async () => {
    expect(await sorted({ sticky_only: 1 })).toEqual([first]);
    expect(await sorted({ exclude_sticky: 1 })).toEqual([reply, comment, second, other]);
    expect((await found({ include_sticky: 1 }))[0]).toBe(first);
    expect(await sorted({ ignore_protected: 1 })).toHaveLength(5);
    expect(await sorted({ include_blocked: 1, include_attach: 1, ignore_cache: 1 })).toHaveLength(
      5,
    );
  });

  test('by what is unread', async () => {
    const reader = await board.login('bob');
    expect(await sorted({ unread_only: 1 }, guest)).toHaveLength(5);
    await reader.node.markRead({ nodeid: first });
    expect(await sorted({ unread_only: 1 }, reader)).toEqual([other]);
    await reader.node.markRead({ nodeid: news });
    expect(await sorted({ unread_only: 1 }, reader)).toEqual([]);
    const later = await post(alice, other, word);
    expect(await sorted({ unread_only: 1 }, reader)).toEqual([later]);
    expect(await sorted({ unread_only: 1, starter_only: 1 }, reader)).toEqual([other]);
    expect(await sorted({ unread_only: 1, view: 'topic' }, reader)).toEqual([other]);
    await admin.content_text.delete({ nodeid: later });
  });

  test('by date', async () => {
    const now = board.now();
    expect(await sorted({ date: 'lastDay' })).toHaveLength(5);
    expect(await sorted({ date: 1 })).toHaveLength(5);
    expect(await sorted({ date: '7' })).toHaveLength(5);
    expect(await sorted({ date: { from: now - 3600, to: now } })).toHaveLength(5);
    expect(await sorted({ date: { to: now - 86_400 } })).toEqual([]);
    expect(await sorted({ date: { from: now + 10 } })).toEqual([]);
    expect(await sorted({ date: { to: 3 } })).toEqual([]);
    expect(await sorted({ date: { from: '2001-01-31', to: '2001-12-31' } })).toEqual([]);
    const day = new Date(now * 1000).toISOString().slice(0, 10);
    expect((await sorted({ date: { to: day } })).length).toBeGreaterThan(0);
    expect(await sorted({ date: new Date((now - 3600) * 1000).toISOString() })).toHaveLength(5);
    for (const date of ['topicAge', 'channelAge', 'lastWeek', 'lastMonth', 'lastYear', 'lastVisit'])
      expect(await sorted({ date }, guest)).toHaveLength(5);
    expect(await sorted({ date: '99999999999999999999' })).toEqual([]);
    expect(await sorted({ date: { from: '0000-01-01', to: '9999-12-31' } })).toHaveLength(5);
    expect(await sorted({ date: {} })).toHaveLength(5);
    for (const date of ['last_visit', 'lastvisit', 'last_week', 'LASTDAY'])
      expect(await sorted({ date }, guest)).toHaveLength(5);
    const visitor = await board.login('alice');
    for (const date of ['lastVisit', 'last_visit', { from: 'last_visit' }])
      expect(await refusal(found({ date }, visitor))).toBe('no refusal');
  });

  test('by days as they are written in many places', async () => {
    const { publishdate: written } = await mod.node.getNode({ nodeid: second });
    const noon = Date.UTC(2010, 9, 1, 12) / 1000;
    await setDate(second, noon);
    for (const day of [
      '2010-10-01',
      '2010/10/01',
      '2010/10/1',
      '10/01/2010',
      '10/1/2010',
      '01-10-2010',
      '1.10.2010',
    ]) {
      expect([day, await sorted({ date: { to: day } })]).toEqual([day, [second]]);
      expect([day, await sorted({ date: { from: day, to: day } })]).toEqual([day, [second]]);
      expect([day, await sorted({ date: { to: `${day} 11:59` } })]).toEqual([day, []]);
      expect([day, await sorted({ date: { to: `${day} 12:00:00` } })]).toEqual([day, [second]]);
      expect([day, await sorted({ date: { to: `${day}T12:00+0100` } })]).toEqual([day, []]);
    }
    for (const date of ['2010-13-01', '13/13/2010', '2010-10-32', '2010-10-01 25:00', '1 or 2'])
      expect([date, await refusal(found({ date }))]).toEqual([
        date,
        ['invalid_search', 'date', expect.any(String)],
      ]);
    await setDate(second, written);
  });

  test('by what nobody has done find nothing', async () => {
    for (const filter of [
      { tag: 'x' },
      { tag: ['x', 'y'] },
      { follow: 'followAll' },
      { follow: { followMembers: 3 } },
      { my_following: 1 },
    ])
      expect(await sorted(filter)).toEqual([]);
    expect(await sorted({ tag: '', my_following: 0, no_such_filter: [1] })).toHaveLength(5);
  });

  test('in every order', async () => {
    const topics = { starter_only: 1 };
    expect(await found(topics)).toEqual([other, second, first]);
    expect(await found({ ...topics, sort: { publishdate: 'asc' } })).toEqual([
      first,
      second,
      other,
    ]);
    expect(await found({ ...topics, sort: 'title' })).toEqual([second, first, other]);
    expect(await found({ ...topics, sort: { title: 'desc' } })).toEqual([other, first, second]);
    expect(await found({ ...topics, sort: 'votes' })).toEqual([second, other, first]);
    expect(await found({ ...topics, sort: ['replies'] })).toEqual([first, other, second]);
    expect(await found({ ...topics, sort: { author: 'asc' } })).toEqual([first, second, other]);
    expect(await found({ sort: { started: 'asc', created: 'desc' } })).toEqual([
      comment,
      reply,
      first,
      second,
      other,
    ]);
    for (const sort of ['user', 'created', 'last_post', 'lastcontent', 'textcount', 'displayorder'])
      expect(await found({ ...topics, sort })).toHaveLength(3);
  });

  test('in every view', async () => {
    expect(await found({ view: 'activity' })).toEqual([other, second, comment]);
    expect(await found({ view: 'activity', sort: 'title', author: 'alice' })).toEqual([comment]);
    expect(await found({ view: 'topic', channel: travel })).toEqual([second, first]);
    expect(await found({ view: 'topic', channel: everyday })).toEqual([]);
    expect(await found({ view: 'topic', channel: everyday, depth: 0 })).toEqual([second, first]);
    expect(await found({ view: 'conversation_thread', channel: first })).toEqual([first, reply]);
    expect(await found({ view: 'conversation_stream', channel: first })).toEqual([
      first,
      reply,
      comment,
    ]);
    expect(await found({ view: 'conversation_thread_search', channel: first })).toEqual([
      comment,
      reply,
      first,
    ]);
    expect(await refusal(found({ view: 'x' }))).toEqual([
      'invalid_search',
      'view',
      'it must be one of activity, topic, conversation_thread, conversation_stream, conversation_thread_search',
    ]);
  });

  test('work without words as with them', async () => {
    expect(await find(bob, { specific: [first, reply, comment], view: 'activity' })).toEqual([
      comment,
    ]);
    expect(await find(bob, { channel: first })).toEqual([comment, reply]);
    expect(await find(bob, { channel: [first, second], include_starter: 1 })).toEqual([
      second,
      comment,
      reply,
      first,
    ]);
    expect((await find(bob, { author: 'alice', date: 'lastDay' })).slice(-1)).not.toEqual([]);
    expect((await find(bob, { channel: travel, view: 'topic' })).slice(0, 2)).toEqual([
      second,
      first,
    ]);
    expect((await find(bob, { channel: travel, view: 'topic', include_sticky: 1 }))[0]).toBe(first);
  });

  test('may come as an array, too', async () => {
    const { results } = await bob.search.getInitialNodes({
      search_json: {
        keywords: word,
        channel: [String(travel), String(news)],
        sort: { title: 'asc' },
        starter_only: '1',
        author: ['alice', 'mod'],
      },
    });
    expect(results).toEqual([first, other]);
  });
});

describe('results', () => {
  test('come page by page with their numbers, and with content', async () => {
    const ids = [];
    for (let n = 0; n < 5; n += 1) ids.push(await post(alice, cooking, `frabjous ${n}`, `T${n}`));
    const newest = [...ids].reverse();
    const search_json = JSON.stringify({ keywords: 'frabjous', custom: { a: [1, 'x'] } });
    const page = await bob.search.getInitialResults({ search_json, perpage: 2 });
    expect(page).toMatchObject({
      totalcount: 5,
      totalRecords: 5,
      pagenumber: 1,
      perpage: 2,
      pagecount: 3,
      from: 1,
      to: 2,
      custom: { a: [1, 'x'] },
    });
    expect(nodeidsOf(page.results)).toEqual(newest.slice(0, 2));
    expect(nodeIn(page.results, newest[0] ?? 0)?.content.rawtext).toBe('frabjous 4');
    const { resultId } = page;
    const last = await bob.search.getMoreResults({ resultId, perpage: 2, pagenumber: 3 });
    expect(last).toMatchObject({
      resultId,
      totalcount: 5,
      from: 5,
      to: 5,
      custom: { a: [1, 'x'] },
    });
    expect(nodeidsOf(last.results)).toEqual([ids[0]]);
    expect(await bob.search.getMoreNodes({ resultId, perpage: 3, pagenumber: 2 })).toMatchObject({
      results: newest.slice(3),
      from: 4,
      to: 5,
    });
    const past = await bob.search.getMoreNodes({ resultId, pagenumber: 2147483647 });
    expect(past).toMatchObject({ results: [], totalcount: 5, from: 0, to: 0 });
    const info = await bob.search.getInfo({ resultId });
    expect(info).toMatchObject({ resultId, totalcount: 5, custom: { a: [1, 'x'] } });
    expect(JSON.parse(info.search_json)).toEqual(JSON.parse(search_json));
    const huge = await bob.search.getMoreNodes({ resultId, perpage: 2147483647 });
    expect(huge.perpage).toBe(100);
    const none = await bob.search.getMoreNodes({ resultId, perpage: 0, pagenumber: 0 });
    expect(none).toMatchObject({ perpage: 20, pagenumber: 1 });
  });

  test('give `custom` back as it was', async () => {
    const custom = { id: 7, list: [1, null, '1'], none: null, flag: true, map: {} };
    const app = await RawApp.init(board.url, sandboxKey);
    const first = await app.get(
      `api_m=search.getInitialNodes&search_json=${encodeURIComponent(JSON.stringify({ custom }))}`,
    );
    expect(first.json).toMatchObject({ custom });
    const { resultId } = first.json as { resultId: string };
    for (const method of ['getMoreNodes', 'getMoreResults', 'getInfo'])
      expect((await app.get(`api_m=search.${method}&resultId=${resultId}`)).json).toMatchObject({
        custom,
      });
    const given = 'search_json[custom][a]=1&search_json[custom][b][]=x';
    expect((await app.get(`api_m=search.getInitialNodes&${given}`)).json).toMatchObject({
      custom: { a: '1', b: ['x'] },
    });
  });

  test('belong to who made them', async () => {
    const resultId = await bob.search.getSearchResult({ search_json: '{}' });
    const gone = ['invalid_search_resultid', expect.anything()];
    for (const other of [alice, admin, guest]) {
      expect(await refusal(other.search.getMoreResults({ resultId }))).toEqual(gone);
      expect(await refusal(other.search.getMoreNodes({ resultId }))).toEqual(gone);
      expect(await refusal(other.search.getInfo({ resultId }))).toEqual(gone);
    }
    expect(await refusal(bob.search.getInfo({ resultId: 2147483647 }))).toEqual(gone);
    const again = await board.login('bob');
    expect((await again.search.getInfo({ resultId })).resultId).toBe(resultId);
    const own = await guest.search.getSearchResult({ search_json: '{}' });
    expect(await refusal(board.guest().search.getInfo({ resultId: own }))).toEqual(gone);
    expect((await guest.search.getInfo({ resultId: own })).resultId).toBe(own);
  });

  test('are as many as the option maxresults, nolimit lifts it for a channel', async () => {
    await board.database.transaction((db) => writeOption(db, 'maxresults', 3));
    await board.running.environment.caches.forgetBoard();
    expect(await find(bob, {})).toHaveLength(3);
    expect(await find(bob, { nolimit: 1 })).toHaveLength(3);
    expect((await find(bob, { channel: cooking, nolimit: 1 })).length).toBeGreaterThan(3);
    expect(await find(bob, { channel: cooking, nolimit: 1, sort: 'title' })).not.toHaveLength(3);
    await board.database.transaction((db) => writeOption(db, 'maxresults', 1000));
    await board.running.environment.caches.forgetBoard();
  });

  test('expire', async () => {
    const resultId = await bob.search.getSearchResult({ search_json: '{}' });
    await run('update searchresult set dateline = dateline - 3500 where resultid = ?', resultId);
    expect((await bob.search.getInfo({ resultId })).resultId).toBe(resultId);
    await run('update searchresult set dateline = dateline - 100 where resultid = ?', resultId);
    expect(await refusal(bob.search.getInfo({ resultId }))).toEqual(
      expect.arrayContaining(['invalid_search_resultid']),
    );
    await board.database.transaction((db) => deleteExpiredResults(db, board.now()));
    const rows = await board.database
      .reader()
      .all('select resultid from searchresult where resultid = ?', [resultId]);
    expect(rows).toEqual([]);
  });
});

describe('what the caller may not see', () => {
  const word = 'zyzzyva';
  const nodes: Record<string, number> = {};
  const names = (ids: readonly number[]): string[] =>
    Object.keys(nodes).filter((name) => ids.includes(nodes[name] ?? 0));

  beforeAll(async () => {
    nodes.open = await post(alice, travel, `${word} open`, word);
    nodes.reply = await post(bob, nodes.open, `${word} reply`);
    nodes.staff = await post(mod, staff, `${word} staff`, word);
    nodes.deleted = await post(bob, travel, `${word} deleted`, word);
    nodes.belowdeleted = await post(alice, nodes.deleted, `${word} belowdeleted`);
    nodes.unapproved = await post(bob, travel, `${word} unapproved`, word);
    nodes.protected = await post(bob, travel, `${word} protected`, word);
    nodes.members = await post(bob, travel, `${word} members`, word);
    nodes.deletedreply = await post(bob, nodes.open, `${word} deletedreply`);
    await mod.node.deleteNodes({ nodeids: [nodes.deleted, nodes.deletedreply], hard: false });
    await run('update node set showapproved = 0, approved = 0 where nodeid = ?', nodes.unapproved);
    await run('update node set protected = 1 where nodeid = ?', nodes.protected);
    await run('update node set viewperms = 1 where nodeid = ?', nodes.members);
  });

  const allDeleted = ['deleted', 'belowdeleted', 'deletedreply'];
  const matrix: readonly (readonly [string, Filters, readonly string[]])[] = [
    ['guest', {}, ['open', 'reply']],
    ['alice', {}, ['open', 'reply', 'members']],
    ['bob', {}, ['open', 'reply', 'members']],
    ['mod', {}, ['open', 'reply', 'staff', 'deleted', 'belowdeleted', 'members', 'deletedreply']],
    [
      'admin',
      {},
      ['open', 'reply', 'staff', 'deleted', 'belowdeleted', 'protected', 'members', 'deletedreply'],
    ],
    ['mod', { exclude_deleted: 1 }, ['open', 'reply', 'staff', 'members']],
    ['admin', { exclude_deleted: 1 }, ['open', 'reply', 'staff', 'protected', 'members']],
    ['guest', { deleted_only: 1 }, []],
    ['alice', { deleted_only: 1 }, []],
    ['bob', { deleted_only: 1 }, ['deleted', 'deletedreply']],
    ['mod', { deleted_only: 1 }, allDeleted],
    ['mod', { deleted_only: 1, exclude_deleted: 1 }, ['open', 'reply', 'staff', 'members']],
    ['bob', { deleted_only: 1, exclude_deleted: 1 }, ['open', 'reply', 'members']],
    ['alice', { unapproved_only: 1 }, []],
    ['bob', { unapproved_only: 1 }, ['unapproved']],
    ['mod', { unapproved_only: 1 }, ['unapproved']],
    ['guest', { channel: 'staff' }, []],
    ['mod', { channel: 'staff' }, ['staff']],
  ];

  test.each(matrix)('%s finds with %j only %j', async (who, filters, expected) => {
    const client = { guest, alice, bob, mod, admin }[who] ?? guest;
    const filter = filters.channel === 'staff' ? { channel: staff } : filters;
    expect(names(await find(client, { keywords: word, ...filter }))).toEqual(expected);
    expect(names(await find(client, { specific: Object.values(nodes), ...filter }))).toEqual(
      expected,
    );
    const search_json = JSON.stringify({ keywords: word, ...filter });
    const { results, totalcount } = await client.search.getInitialResults({ search_json });
    expect(names(nodeidsOf(results))).toEqual(expected);
    expect(totalcount).toBe(expected.length);
  });

  test('is in no list of topics and not among the related', async () => {
    const search_json = JSON.stringify({ channel: travel, keywords: word });
    const topics = async (client: Signpost): Promise<unknown> => {
      const { results, totalcount } = await client.search.getChannelTopics({ search_json });
      const found = names(nodeidsOf(results));
      expect(totalcount).toBe(found.length);
      return found;
    };
    expect(await topics(guest)).toEqual(['open']);
    expect(await topics(bob)).toEqual(['open', 'members']);
    const related = await guest.search.getRelatedTopics({ nodeid: nodes.open ?? 0, count: 9 });
    expect(names(nodeidsOf(related))).toEqual([]);
    const more = await admin.search.getRelatedTopics({ nodeid: nodes.reply ?? 0, count: 9 });
    expect(names(nodeidsOf(more))).toEqual(['staff', 'protected', 'members']);
  });

  test('leaves kept results when it goes', async () => {
    const temporary = await post(alice, travel, `${word} temporary`, word);
    const search_json = JSON.stringify({ keywords: word });
    const kept = new Map<Signpost, number>();
    for (const client of [bob, guest])
      kept.set(client, await client.search.getSearchResult({ search_json }));
    const withDeleted = await mod.search.getSearchResult({ search_json });
    const published = JSON.stringify({ keywords: word, exclude_deleted: 1 });
    kept.set(mod, await mod.search.getSearchResult({ search_json: published }));
    kept.set(admin, await admin.search.getSearchResult({ search_json: published }));
    await mod.node.deleteNodes({ nodeids: [temporary], hard: false });
    const { results } = await mod.search.getMoreNodes({ resultId: withDeleted });
    expect(results).toContain(temporary);
    for (const [client, resultId] of kept) {
      const page = await client.search.getMoreNodes({ resultId });
      expect(page.results).not.toContain(temporary);
      expect(page.totalcount).toBe(page.results.length);
      expect((await client.search.getInfo({ resultId })).totalcount).toBe(page.totalcount);
    }
    await run('update node set showpublished = 0 where nodeid = ?', nodes.open ?? 0);
    const resultId = kept.get(bob) ?? 0;
    expect(names((await bob.search.getMoreNodes({ resultId })).results)).toEqual([
      'reply',
      'members',
    ]);
    await run('update node set showpublished = 1 where nodeid = ?', nodes.open ?? 0);
  });

  test('by a right to search that is missing', async () => {
    await run(
      'insert into permission (nodeid, groupid, forumpermissions) values (?, 2, ?)',
      news,
      3,
    );
    await board.running.environment.caches.forgetBoard();
    const nodeid = await post(admin, news, 'snollygoster', 'S');
    expect(await find(bob, { keywords: 'snollygoster' })).toEqual([]);
    expect(await find(bob, { specific: [nodeid] })).toEqual([]);
    expect(await find(admin, { keywords: 'snollygoster' })).toEqual([nodeid]);
    expect(nodeidsOf(await bob.search.getChannels({}))).not.toContain(news);
    await run('delete from permission where nodeid = ? and groupid = 2', news);
    await run('update permission set forumpermissions = forumpermissions - 4 where groupid = 1');
    await board.running.environment.caches.forgetBoard();
    expect(await refusal(guest.search.getInitialResults({ search_json: '{}' }))).toEqual([
      'not_logged_no_permission',
    ]);
    await run('update permission set forumpermissions = forumpermissions + 4 where groupid = 1');
    await board.running.environment.caches.forgetBoard();
  });

  test('in a channel that shows only one’s own topics', async () => {
    const own = 1 | 4 | 16 | 64 | 131072 | 524288;
    await run(
      'insert into permission (nodeid, groupid, forumpermissions) values (?, 2, ?)',
      news,
      own,
    );
    await board.running.environment.caches.forgetBoard();
    const mine = await post(bob, news, 'taradiddle', 'Mine');
    const theirs = await post(alice, news, 'taradiddle', 'Theirs');
    expect(await find(bob, { keywords: 'taradiddle' })).toEqual([mine]);
    expect(await find(alice, { keywords: 'taradiddle' })).toEqual([theirs]);
    expect(await find(bob, { channel: news, view: 'topic' })).toEqual([mine]);
    await run('delete from permission where nodeid = ? and groupid = 2', news);
    await board.running.environment.caches.forgetBoard();
  });
});

describe('the topics of a channel', () => {
  test('come by activity, with any filter, and are counted unless skipped', async () => {
    const a = await post(alice, travel, 'topic a', '龍 Zeta');
    const b = await post(alice, travel, 'topic b', '龍 Eta');
    await post(bob, a, 'bump');
    const page = await bob.search.getChannelTopics({
      search_json: { channel: String(travel), date: 'lastDay' },
      perpage: 2,
    });
    expect(nodeidsOf(page.results)).toEqual([a, b]);
    const { totalcount } = await bob.search.getChannelTopics({
      search_json: { channel: String(travel) },
    });
    expect(totalcount).toBeGreaterThan(2);
    const skipped = await bob.search.getChannelTopics({
      search_json: { channel: String(travel), sort: { title: 'desc' } },
      perpage: 1,
      skipCount: true,
    });
    expect(nodeidsOf(skipped.results)).toEqual([a]);
    expect(skipped).not.toHaveProperty('totalcount');
    const past = await bob.search.getChannelTopics({
      search_json: { channel: String(travel) },
      pagenumber: 1_000_000,
    });
    expect(past).toMatchObject({ results: {}, totalcount });
  });

  test('need a channel that the caller sees', async () => {
    const topics = (search_json: string, client = bob): Promise<unknown> =>
      refusal(client.search.getChannelTopics({ search_json }));
    expect(await topics('{}')).toEqual(['invalid_search', 'channel', 'it must be one channel']);
    expect(await topics('{"channel":[1,2]}')).toEqual(expect.arrayContaining(['invalid_search']));
    expect(await topics('{"channel":999999}')).toEqual(expect.arrayContaining(['invalid_node_id']));
    expect(await topics(`{"channel":${staff}}`)).toEqual(
      expect.arrayContaining(['invalid_node_id']),
    );
    const topic = await post(bob, travel, 'no channel', 'No channel');
    expect(await topics(`{"channel":${topic}}`)).toEqual(
      expect.arrayContaining(['invalid_node_id']),
    );
    expect(await topics(`{"channel":${staff}}`, mod)).toBe('no refusal');
  });
});

test('the page of a post is the page on which listNodeFullContent has it', async () => {
  const topic = await post(alice, travel, 'start', 'Pages');
  const replies = [];
  for (let n = 0; n < 6; n += 1) replies.push(await post(bob, topic, `reply ${n}`));
  const comment = await post(alice, replies[1] ?? 0, 'comment');
  const hidden = await post(alice, topic, 'hidden');
  await mod.node.deleteNodes({ nodeids: [hidden], hard: false });
  const page = (nodeid: number, more: object = {}, client = bob): Promise<number> =>
    client.search.getPageNumber({ nodeid, perpage: 3, ...more });
  expect(await page(topic)).toBe(1);
  expect(await page(replies[1] ?? 0)).toBe(1);
  expect(await page(replies[2] ?? 0)).toBe(2);
  expect(await page(replies[2] ?? 0, { include_starter: false })).toBe(1);
  expect(await page(replies[5] ?? 0, { sort: 'desc' })).toBe(1);
  expect(await page(comment, { depth: 0 })).toBe(3);
  expect(await page(comment, { depth: 1 })).toBe(0);
  expect(await page(topic, { include_starter: false })).toBe(0);
  expect(await page(replies[2] ?? 0, { type: 'vBForum_Text', starter: { nodeid: '1' } })).toBe(2);
  expect(await page(replies[2] ?? 0, { type: 'vBForum_Photo' })).toBe(0);
  for (const [n, nodeid] of replies.entries()) {
    const list = await bob.node.listNodeFullContent({
      parentid: topic,
      page: await page(nodeid),
      perpage: 3,
      depth: 0,
      options: { sort: 'oldest', include_starter: true },
    });
    expect([n, nodeidsOf(list)]).toEqual([n, expect.arrayContaining([nodeid])]);
  }
  expect(await page(hidden)).toBe(0);
  expect(await page(999_999)).toBe(0);
  expect(await page(hidden, {}, mod)).toBe(3);
  expect(await page(travel)).toBe(0);
  expect(await refusal(page(topic, { sort: 'x' }))).toEqual(
    expect.arrayContaining(['invalid_parameter']),
  );
  expect(await refusal(page(topic, { type: 'x' }))).toEqual(
    expect.arrayContaining(['invalid_search']),
  );
});

test('related topics share words of the title, the most alike first', async () => {
  const topic = await post(alice, travel, 'x', 'Mountain bicycle repair 自転車修理');
  const close = await post(bob, news, 'y', 'Repair a mountain bicycle');
  const far = await post(bob, news, 'z', 'A bicycle for two');
  const kanji = await post(bob, news, 'zz', '自転車');
  const reply = await post(bob, topic, 'Mountain bicycle repair');
  const related = await bob.search.getRelatedTopics({ nodeid: reply, count: 10 });
  expect(nodeidsOf(related).slice(0, 1)).toEqual([close]);
  expect(nodeidsOf(related)).toEqual(expect.arrayContaining([far, close]));
  const best = await bob.search.getRelatedTopics({ nodeid: topic, count: 1 });
  expect(nodeidsOf(best)).toEqual([close]);
  const all = nodeidsOf(await bob.search.getRelatedTopics({ nodeid: topic, count: 100 }));
  expect(all).toEqual(expect.arrayContaining([close, far, kanji]));
  expect(all).not.toContain(topic);
  expect(await bob.search.getRelatedTopics({ nodeid: topic, count: 0 })).toEqual([]);
  for (const nodeid of [travel, 999_999])
    expect(await refusal(bob.search.getRelatedTopics({ nodeid, count: 1 }))).toEqual(
      expect.arrayContaining(['invalid_node_id']),
    );
});

describe('the channels of the form', () => {
  test('are a tree or a list of those in which the caller may search', async () => {
    const tree = await bob.search.getChannels({});
    const walk = (channels: typeof tree): string[] =>
      channels.flatMap((channel) => [channel.title, ...walk(channel.subchannels ?? [])]);
    const flat = await bob.search.getChannels({ flat: true });
    expect(flat.map((channel) => channel.title)).toEqual(walk(tree));
    expect(flat.every((channel) => channel.subchannels === undefined)).toBe(true);
    expect(walk(tree)).toContain('Night trains');
    for (const title of ['Staff room', 'Private Messages', 'Reports'])
      expect(walk(tree)).not.toContain(title);
    expect(walk(await mod.search.getChannels({}))).toContain('Staff room');
    const below = await bob.search.getChannels({ topLevelChannel: everyday });
    expect(walk(below).sort()).toEqual(['Cooking 🍳', 'Night trains', 'Travel']);
    for (const topLevelChannel of [staff, 999_999])
      expect(await refusal(bob.search.getChannels({ topLevelChannel }))).toEqual(
        expect.arrayContaining(['invalid_node_id']),
      );
  });
});

describe('a mistake is refused with its place', () => {
  const deep = `${'{"a":'.repeat(30)}1${'}'.repeat(30)}`;
  const types = expect.stringContaining('it must be one of Channel, Text, Poll,');
  const sorts = expect.stringContaining('it must be one of publishdate, lastcontent,');
  const mistakes: readonly (readonly [search: string, where: string, why: unknown])[] = [
    ['not json', 'search_json', 'it is not JSON'],
    ['{"keywords":"a', 'search_json', 'it is not JSON at character 15'],
    ['{"keywords":}', 'search_json', 'it is not JSON'],
    ['[1]', 'search_json', 'it must be an object of filters'],
    ['"x"', 'search_json', 'it must be an object of filters'],
    ['null', 'search_json', 'it must be an object of filters'],
    [deep, 'search_json', 'it may be nested at most 10 levels deep'],
    ['['.repeat(9000), 'search_json', expect.any(String)],
    [`{"a":"${'x'.repeat(20_000)}"}`, 'search_json', 'at most 20000 characters are allowed'],
    ['{"keywords":["a"]}', 'keywords', 'it must be a text'],
    ['{"keywords":"a \\"b"}', 'keywords', 'the quotation mark at character 3 is not closed'],
    ['{"starter_only":"maybe"}', 'starter_only', 'it must be 1 or 0'],
    ['{"starter_only":{"a":1}}', 'starter_only', 'it must be 1 or 0'],
    ['{"channel":"x"}', 'channel', 'it must be a whole number from 0 to 2147483647'],
    ['{"channel":[-1]}', 'channel', 'it must be a whole number from 0 to 2147483647'],
    ['{"channel":1.5}', 'channel', 'it must be a whole number from 0 to 2147483647'],
    ['{"channel":99999999999}', 'channel', 'it must be a whole number from 0 to 2147483647'],
    ['{"depth":-1}', 'depth', 'it must be a whole number from 0 to 2147483647'],
    ['{"channel":1,"depth":1e99}', 'depth', 'it must be a whole number from 0 to 2147483647'],
    ['{"channel":1,"depth":"x"}', 'depth', 'it must be a whole number from 0 to 2147483647'],
    [
      JSON.stringify({ specific: Array.from({ length: 501 }, (_, n) => n) }),
      'specific',
      'at most 500 items are allowed',
    ],
    [
      JSON.stringify({ author: Array.from({ length: 51 }, (_, n) => n) }),
      'author',
      'at most 50 authors are allowed',
    ],
    ['{"author":["a\\u0000b"]}', 'author', 'it contains a NUL character'],
    ['{"author":[{"a":1}]}', 'author', 'it must be a text'],
    ['{"type":"vBForum_Foo"}', 'type', types],
    ['{"type":"constructor"}', 'type', types],
    ['{"date":"soon"}', 'date', expect.stringContaining(' lastDay, lastWeek,')],
    ['{"date":{"from":"2024-99-99"}}', 'date.from', expect.stringContaining('it must be ')],
    ['{"date":{"to":[1]}}', 'date.to', 'it must be a text'],
    ['{"sort":"password"}', 'sort', sorts],
    ['{"sort":"constructor"}', 'sort', sorts],
    ['{"sort":{"title":"up"}}', 'sort.title', 'it must be asc or desc'],
    ['{"sort":["title","title","title","title","title"]}', 'sort', expect.stringContaining('4')],
  ];

  test.each(mistakes.map(([search, ...place]) => [...place, search] as const))(
    'in %s: %p',
    async (where, why, search_json) => {
      for (const method of ['getInitialResults', 'getInitialNodes', 'getSearchResult'] as const)
        expect(await refusal(bob.search[method]({ search_json }))).toEqual([
          'invalid_search',
          where,
          why,
        ]);
    },
  );

  test('but what nobody knows is passed over', async () => {
    for (const search_json of [
      '',
      '[]',
      '{}',
      '{"constructor":1,"__proto__":{"a":1},"toString":"x","hasOwnProperty":[]}',
      '{"author":"\\ud800","prefix":"\\ud800"}',
      '{"author":"\' or 1=1 --","prefix":["\' or 1=1 --"]}',
      '{"custom":{"__proto__":{"polluted":1}}}',
    ])
      expect(await refusal(bob.search.getInitialResults({ search_json }))).toBe('no refusal');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('the number of statements', () => {
  const statements = (call: () => Promise<unknown>): Promise<number> =>
    countStatements(board, call);

  test('does not grow with the page or the search', async () => {
    const posts = { exclude_type: 'vBForum_PrivateMessage' };
    const search = (filters: Filters, perpage: number) => () =>
      bob.search.getInitialResults({
        search_json: JSON.stringify({ ...posts, ...filters }),
        perpage,
      });
    const small = await statements(search({}, 1));
    expect(small).toBeGreaterThan(0);
    // two of them keep the number of results within bounds
    expect(small).toBeLessThanOrEqual(8);
    const many = { author: ['alice', 'bob', 'mod'], channel: [travel, news], exclude: [staff] };
    expect(await statements(search({}, 100))).toBe(small);
    expect(await statements(search(many, 100))).toBe(small);
    expect(await statements(search({ keywords: 'quokka OR frabjous', ...many }, 100))).toBe(small);
    const ranked = { keywords: 'blivet', sort: 'relevance' };
    expect(await statements(search(ranked, 100))).toBeLessThanOrEqual(small + 1);
    const resultId = await bob.search.getSearchResult({ search_json: JSON.stringify(posts) });
    const more = (perpage: number) => () => bob.search.getMoreResults({ resultId, perpage });
    expect(await statements(more(100))).toBe(await statements(more(1)));
    const topics = (perpage: number) => () =>
      bob.search.getChannelTopics({ search_json: { channel: String(travel) }, perpage });
    expect(await statements(topics(100))).toBe(await statements(topics(1)));
  });
});

test('members who post and search at once disturb nobody', async () => {
  const before = (await find(bob, { keywords: 'swarm' })).length;
  await Promise.all(
    Array.from({ length: 8 }, async (_, n) => {
      await (n % 2 === 0 ? alice : bob).content_text.add({
        data: { parentid: travel, title: `Swarm ${n}`, rawtext: `swarm ${n}` },
      });
      await find(mod, { keywords: 'swarm' });
    }),
  );
  expect(await find(bob, { keywords: 'swarm' })).toHaveLength(before + 8);
});
