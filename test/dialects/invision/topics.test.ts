import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { writeOption } from '../../../src/library/board/options.ts';
import { countStatements } from '../../support/statements.ts';
import { asker, atRest } from './ask.ts';

/** Forums, topics and posts as an integration asks for them (dialects.md 1.4, dialects-additions A1.4-A1.6). */

const forum = 14;
const topic = 27;
let board: TestBoard;
const ask = asker(() => board);
let alice: number;
let bob: number;

beforeAll(async () => {
  board = await startBoard();
  const idOf = async (name: string): Promise<number> =>
    (await (await board.login(name)).user.fetchCurrentUserinfo()).userid;
  [alice, bob] = [await idOf('alice'), await idOf('bob')];
});
afterAll(async () => {
  await board.stop();
});

const aDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
const member = {
  id: expect.any(Number),
  name: expect.any(String),
  timezone: expect.any(String),
  timeZone: expect.any(String),
  formattedName: expect.any(String),
  primaryGroup: {
    id: expect.any(Number),
    name: expect.any(String),
    formattedName: expect.any(String),
  },
  secondaryGroups: [],
  email: expect.any(String),
  joined: expect.stringMatching(aDate),
  registrationIpAddress: expect.any(String),
  warningPoints: expect.any(Number),
  reputationPoints: expect.any(Number),
  photoUrl: expect.stringMatching(/^http/),
  photoUrlIsDefault: true,
  coverPhotoUrl: expect.any(String),
  validating: false,
  posts: expect.any(Number),
  profileViews: expect.any(Number),
  customFields: expect.any(Object),
  achievements_points: expect.any(Number),
  allowAdminEmails: expect.any(Boolean),
  completed: expect.any(Boolean),
};
const post = {
  id: expect.any(Number),
  item_id: expect.any(Number),
  author: member,
  date: expect.stringMatching(aDate),
  content: expect.any(String),
  hidden: false,
  url: expect.stringMatching(/^http/),
  reactions: [],
};

const form = (fields: Readonly<Record<string, string | number>>) => ({
  form: Object.entries(fields).map(([name, value]) => [name, String(value)] as const),
});

describe('reading', () => {
  test('a topic has its forum, its first and last post, each with its whole author', async () => {
    const { status, body } = await ask('GET', `/api/forums/topics/${topic}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{
        id: topic,
        title: expect.any(String),
        prefix: null,
        tags: [],
        bestAnswer: null,
        poll: null,
      },
      forum: {
        id: forum,
        name: 'Main Forum',
        path: 'Main Category > Main Forum',
        type: 'discussions',
      },
      firstPost: { ...post, id: topic, item_id: topic },
      lastPost: { ...post, item_id: topic },
      ...{
        locked: false,
        hidden: false,
        pinned: false,
        featured: false,
        archived: false,
        rating: 0,
      },
      ...{ is_future_entry: 0, publish_date: expect.stringMatching(aDate) },
    });
    expect(Array.isArray(body.firstPost.author.customFields)).toBe(false);
  });

  test('lists are pages, sorted as asked', async () => {
    const { body } = await ask(
      'GET',
      '/api/forums/topics?perPage=3&sortBy=title&sortDir=desc&page=2',
    );
    expect(body).toMatchObject({ page: 2, perPage: 3, totalResults: expect.any(Number) });
    const titles = body.results.map(({ title }) => title.toLowerCase());
    expect(titles).toEqual([...titles].sort().reverse());
    expect(body.totalPages).toBe(Math.ceil(body.totalResults / 3));
    const past = await ask('GET', '/api/forums/topics?perPage=3&page=99999');
    expect(past.body.results).toEqual([]);
  });

  test('the posts of a topic begin with the first', async () => {
    const { body } = await ask('GET', `/api/forums/topics/${topic}/posts?perPage=2`);
    expect(body.results).toMatchObject([post, post]);
    expect(body.results[0]?.id).toBe(topic);
    const { body: whole } = await ask('GET', `/api/forums/topics/${topic}`);
    expect(body.totalResults).toBe(whole.posts);
  });

  test.each([
    ['topics', '2F294/9'],
    ['posts', '2F295/6'],
    ['forums', '1F363/1'],
  ])('what there is not of %s', async (kind, code) => {
    const { status, body } = await ask('GET', `/api/forums/${kind}/2000000000`);
    expect([status, body.errorCode, body.errorMessage]).toEqual([404, code, 'INVALID_ID']);
    expect((await ask('GET', `/api/forums/${kind}/x`)).body.errorCode).toBe('2S291/1');
  });

  test('a private message is no post, whoever asks', async () => {
    const sent = await (
      await board.login('alice')
    ).content_privatemessage.add({
      data: { msgRecipients: ['bob'], title: 'Secret', rawtext: 'Between us.' },
    });
    expect((await ask('GET', `/api/forums/posts/${sent}`)).status).toBe(404);
    expect((await ask('GET', `/api/forums/topics/${sent}`)).status).toBe(404);
  });

  test.each(['topics', 'posts'])('a list of %s costs as much whatever its size', async (kind) => {
    const cost = async (perPage: number): Promise<number> =>
      countStatements(board, () => ask('GET', `/api/forums/${kind}?perPage=${perPage}`));
    expect(await cost(20)).toBe(await cost(2));
  });
});

describe('writing as the site', () => {
  test('a reply is its author’s, from the address that is named', async () => {
    const { status, body } = await ask('POST', '/api/forums/posts', {
      ...form({
        topic,
        author: alice,
        post: '<p>Hello <b>there</b></p>',
        ip_address: '203.0.113.9',
      }),
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ ...post, item_id: topic, author: { ...member, id: alice } });
    expect(body.content).toBe('<p>Hello <b>there</b></p>');
    const [row] = await board.database
      .reader()
      .all<{ ipaddress: string }>('select ipaddress from node where nodeid = ?', [body.id]);
    expect(row?.ipaddress).toBe('203.0.113.9');
    const line = board.logs.map((one) => JSON.parse(one) as Record<string, unknown>);
    expect(line.findLast(({ msg }) => msg === 'call')).toMatchObject({
      ...{ user: alice, owner: 1, credential: expect.stringMatching(/^key \d+$/) },
    });
    const { results } = (await ask('GET', `/api/forums/posts?topics=${topic}&authors=${alice}`))
      .body;
    expect(results.map(({ id }) => id)).toContain(body.id);
  });

  test.each([
    ['1F295/1', 'NO_TOPIC', {}],
    ['1F295/1', 'NO_TOPIC', { topic: 2000000000, author: 3, post: 'x' }],
    ['1F295/1', 'NO_TOPIC', { topic: forum, author: 3, post: 'x' }],
    ['1F295/2', 'NO_AUTHOR', { topic, post: 'x' }],
    ['1F295/2', 'NO_AUTHOR', { topic, author: 2000000000, post: 'x' }],
    ['1F295/2', 'NO_AUTHOR', { topic, author: 0, post: 'x' }],
    ['1F295/3', 'NO_POST', { topic, author: 3 }],
    ['1F295/3', 'NO_POST', { topic, author: 3, post: ' ' }],
  ])('%s %s', async (code, message, fields) => {
    const { status, body } = await ask('POST', '/api/forums/posts', form(fields));
    expect([status, body.errorCode, body.errorMessage]).toEqual([400, code, message]);
  });

  test('what is meant to be anonymous is not posted under a name', async () => {
    const fields = { forum, topic, author: alice, title: 'x', post: 'My secret', anonymous: 1 };
    for (const kind of ['topics', 'posts']) {
      const { status, body } = await ask('POST', `/api/forums/${kind}`, form(fields));
      expect([status, body.errorCode]).toEqual([403, '3F295/C']);
    }
    const mine = (await ask('GET', `/api/forums/posts?authors=${alice}&perPage=100`)).body.results;
    expect(mine.map(({ content }) => content)).not.toContain('My secret');
  });

  test.each([
    ['1F295/9', topic, 4],
    ['2F295/7', 28, 2000000000],
    ['SP/501', 28, 5],
  ])('an author stays: %s', async (code, post, author) => {
    const { body } = await ask('POST', `/api/forums/posts/${post}`, form({ author }));
    expect(body.errorCode).toBe(code);
  });

  test('a guest has the name that is given', async () => {
    const { body } = await ask('POST', '/api/forums/posts', {
      ...form({ topic, author: 0, author_name: 'A stranger', post: 'Good evening.' }),
    });
    expect(body.author).toMatchObject({
      id: 0,
      name: 'A stranger',
      email: '',
      primaryGroup: { id: 1 },
    });
  });

  test.each([
    [
      'a form under JSON’s name',
      { raw: `topic=${topic}&author=3&post=one`, type: 'application/json' },
    ],
    [
      'JSON under a form’s name',
      {
        raw: `{"topic":${topic},"author":3,"post":"two"}`,
        type: 'application/x-www-form-urlencoded',
      },
    ],
    ['JSON without a name', { raw: ` {"topic":${topic},"author":3,"post":"three"}`, type: '' }],
    [
      'JSON as plain text',
      { raw: `{"topic":${topic},"author":3,"post":"four"}`, type: 'text/plain' },
    ],
  ])('takes %s', async (_name, { raw, type }) => {
    const headers = type === '' ? {} : { 'content-type': type };
    const { status, body } = await ask('POST', '/api/forums/posts', { raw, headers });
    expect([status, body.item_id]).toEqual([200, topic]);
  });

  test('takes multipart, and everything in the query of an empty JSON body; the body wins', async () => {
    const boundary = 'xyz';
    const part = (name: string, value: string) =>
      `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const raw = `${part('topic', String(topic))}${part('author', String(bob))}${part('post', 'In parts.')}--${boundary}--\r\n`;
    const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
    expect((await ask('POST', '/api/forums/posts', { raw, headers })).body.author.id).toBe(bob);
    const query = `topic=${topic}&author=${alice}&post=In%20the%20query`;
    const empty = { raw: '', headers: { 'content-type': 'application/json' } };
    expect((await ask('POST', `/api/forums/posts?${query}`, empty)).body.author.id).toBe(alice);
    const both = await ask(
      'POST',
      `/api/forums/posts?${query}`,
      form({ author: bob, post: 'In both' }),
    );
    expect(both.body.author.id).toBe(bob);
  });

  test('a topic is begun with tags, poll and state, read empty, changed and deleted', async () => {
    const fields = {
      forum,
      title: 'By a key',
      post: '<p>First</p>',
      author: alice,
      tags: 'one,two',
      pinned: 1,
    };
    const poll = {
      poll_title: 'Which?',
      'poll_options[0][title]': 'Which?',
      'poll_options[0][answers][0]': 'left',
      'poll_options[0][answers][1]': 'right',
    };
    const made = await ask(
      'POST',
      '/api/forums/topics',
      form({ ...fields, ...poll, locked: 'true' }),
    );
    expect(made.body).toMatchObject({
      ...{ title: 'By a key', tags: ['one', 'two'], pinned: true, locked: true, featured: false },
      poll: { questions: [{ question: 'Which?', options: { left: 0, right: 0 } }] },
      firstPost: { author: { id: alice } },
    });
    const path = `/api/forums/topics/${made.body.id}`;
    expect(atRest((await ask('POST', path)).body)).toEqual(atRest(made.body));
    // what a client sends back after it has read: words for flags, and nothing that differs
    const back = {
      author: alice,
      forum,
      title: 'By a key',
      tags: 'one,two',
      locked: 'true',
      pinned: 'true',
      hidden: 'false',
      featured: 'false',
    };
    expect(atRest((await ask('POST', path, form(back))).body)).toEqual(atRest(made.body));
    const changed = await ask(
      'POST',
      path,
      form({ title: 'Changed', tags: 'two', locked: 'false', forum: 18 }),
    );
    expect(changed.body).toMatchObject({
      title: 'Changed',
      tags: ['two'],
      locked: false,
      forum: { id: 18 },
    });
    const gone = await ask('DELETE', path);
    expect([gone.status, gone.body]).toEqual([200, {}]);
    expect((await ask('GET', path)).body.errorCode).toBe('2F294/9');
  });

  test('the first post is hidden with its topic alone', async () => {
    const { body } = await ask('POST', `/api/forums/posts/${topic}`, form({ hidden: 1 }));
    expect(body.errorCode).toBe('1F295/8');
  });

  test('a post is hidden and shown, changed and deleted; old clients read it', async () => {
    const made = await ask(
      'POST',
      '/api/forums/posts',
      form({ topic, author: alice, post: 'For a while' }),
    );
    const path = `/api/forums/posts/${made.body.id}`;
    expect((await ask('POST', path, form({ hidden: 1 }))).body.hidden).toBe(true);
    expect(
      (await ask('POST', path, form({ hidden: 0, post: '<i>Another</i>' }))).body,
    ).toMatchObject({
      hidden: false,
      content: '<i>Another</i>',
    });
    const { rawtext } = Object.values(
      await board.guest().node.getNodeContent({ nodeid: made.body.id }),
    )[0]?.content ?? { rawtext: '' };
    expect(rawtext).toBe('[I]Another[/I]');
    expect((await ask('DELETE', path)).body).toEqual({});
    expect((await ask('GET', path)).status).toBe(404);
  });

  test('a reaction takes the place of another', async () => {
    const path = `/api/forums/posts/${topic}/react`;
    const reactions = async (fields: Record<string, number>) =>
      (await ask('POST', path, form(fields))).body.reactions;
    expect(await reactions({ id: 1, author: bob })).toEqual({
      [bob]: {
        id: 1,
        title: expect.any(String),
        value: expect.any(Number),
        icon: expect.any(String),
      },
    });
    expect(await reactions({ id: 2, author: bob })).toMatchObject({ [bob]: { id: 2 } });
    const back = await ask('DELETE', `${path}?author=${bob}`);
    expect(back.body.reactions).toEqual([]);
    expect((await ask('POST', path, form({ id: 99, author: bob }))).body.errorCode).toBe('1S425/7');
    expect((await ask('POST', path, form({ id: 1 }))).body.errorCode).toBe('1S425/6');
  });
});

describe('forums', () => {
  test('are made, changed and deleted', async () => {
    const made = await ask('POST', '/api/forums/forums', form({ title: 'By a key', parent: 13 }));
    expect(made.body).toMatchObject({
      name: 'By a key',
      parentId: 13,
      type: 'discussions',
      topics: 0,
      club: 0,
    });
    const path = `/api/forums/forums/${made.body.id}`;
    expect((await ask('POST', path, form({ title: 'Renamed' }))).body.name).toBe('Renamed');
    expect((await ask('DELETE', path)).body).toEqual({});
    expect((await ask('GET', path)).body.errorCode).toBe('1F363/1');
  });

  test.each([
    ['1F363/2', {}],
    ['1F363/4', { title: 'x', type: 'redirect' }],
    ['1F363/5', { title: 'x', password: 'secret' }],
    ['1F363/1', { title: 'x', parent: 2000000000 }],
  ])('%s', async (code, fields) => {
    expect((await ask('POST', '/api/forums/forums', form(fields))).body.errorCode).toBe(code);
  });
});

describe('as much as the board lets on a page', () => {
  beforeAll(async () => {
    await setOption('maxperpage', 5);
  });
  afterAll(async () => {
    await setOption('maxperpage', 100);
  });

  test.each([
    ['topics?sortBy=updated', 5],
    ['posts', 5],
    ['forums', 5],
  ])('%s', async (path, items) => {
    const { status, body } = await ask(
      'GET',
      `/api/forums/${path}${path.includes('?') ? '&' : '?'}perPage=${items}`,
    );
    expect([status, body.results.length]).toEqual([200, items]);
  });
});

describe('what the site may say', () => {
  test('in the name of somebody who is banned', async () => {
    const fields = { topic, author: 7, post: 'From before.' };
    const mallory = (await ask('GET', '/api/core/members?name=mallory&group=8')).body.results[0]
      ?.id;
    const { body } = await ask(
      'POST',
      '/api/forums/posts',
      form({ ...fields, author: mallory ?? 0 }),
    );
    expect(body.author.id).toBe(mallory);
  });

  test.each([
    [1, true],
    [-1, true],
    [0, false],
  ])('hidden=%i', async (hidden, is) => {
    const fields = { topic, author: alice, post: `Hidden ${hidden}`, hidden };
    expect((await ask('POST', '/api/forums/posts', form(fields))).body.hidden).toBe(is);
  });

  test('when it is to be published', async () => {
    const date = board.now() + 3600;
    const begun = { forum, author: alice, title: 'Tomorrow', post: 'Not yet.', date };
    const { body } = await ask('POST', '/api/forums/topics', form(begun));
    expect(body).toMatchObject({
      is_future_entry: 1,
      publish_date: `${new Date(date * 1000).toISOString().slice(0, 19)}Z`,
    });
    const { body: unreadable } = await ask(
      'POST',
      '/api/forums/topics',
      form({ ...begun, date: 'soon' }),
    );
    expect([unreadable.errorMessage, unreadable.hint]).toEqual([
      'INVALID_PARAMETER',
      expect.stringContaining('date'),
    ]);
  });

  test('what many guests have said, one after the other', async () => {
    await setOption('floodchecktime', 60);
    for (const author_name of ['One', 'Another']) {
      const { status } = await ask(
        'POST',
        '/api/forums/posts',
        form({ topic, author: 0, author_name, post: `I am ${author_name}` }),
      );
      expect(status).toBe(200);
    }
    await setOption('floodchecktime', 0);
  });

  test('nobody gets a rank that is none', async () => {
    const { body } = await ask('GET', `/api/core/members/${alice}`);
    const ranks = await board.guest().userrank.fetchAll();
    const rank = [...ranks].reverse().find(({ minposts }) => minposts <= body.posts);
    expect(body).toMatchObject({
      rank: { id: rank?.rankid, name: rank?.title, icon: rank?.icon, points: rank?.minposts },
    });
  });
});

async function setOption(name: 'maxperpage' | 'floodchecktime', value: number): Promise<void> {
  await board.database.transaction((db) => writeOption(db, name, value));
  await board.running.environment.caches.forgetBoard();
}

describe('bad input', () => {
  test('ten megabytes are too large', async () => {
    const { status, body } = await ask('POST', '/api/forums/posts', {
      raw: 'x'.repeat(10_000_000),
    });
    expect([status, body.errorMessage]).toEqual([413, 'REQUEST_TOO_LARGE']);
  });

  test('broken JSON', async () => {
    const { status, body } = await ask('POST', '/api/forums/posts', { raw: '{"topic":' });
    expect([status, body.errorMessage]).toEqual([400, 'INVALID_BODY']);
  });

  test.each([
    ['page', 'x'],
    ['hidden', 'perhaps'],
    ['sortBy', 'nothing'],
  ])('%s=%s is named', async (name, value) => {
    const { status, body } = await ask('GET', `/api/forums/topics?${name}=${value}`);
    expect([status, body.errorMessage]).toEqual([400, 'INVALID_PARAMETER']);
    expect(body.hint).toContain(name);
  });
});
