import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBoard, type TestBoard } from '../../support/board.ts';
import { asker, type Asking } from './ask.ts';

/** Each row of the error table of the seed (dialects.md 1.3), in the order of its checks. */

let board: TestBoard;
const ask = asker(() => board);

beforeAll(async () => {
  board = await startBoard({ BAD_KEY_LIMIT: '5', BAD_KEY_BLOCKS: '2' });
});
afterAll(async () => {
  await board.stop();
});

const basic = (text: string): Asking => ({
  key: false,
  headers: { authorization: `Basic ${Buffer.from(text).toString('base64')}` },
});

interface Row {
  readonly code: string;
  readonly message: string;
  readonly status: number;
  readonly verb?: string;
  readonly path?: string;
  readonly asking?: Asking;
}

const rows: readonly Row[] = [
  { code: '1S290/A', message: 'IP_ADDRESS_BANNED', status: 403, asking: { from: '127.0.0.99' } },
  { code: '2S290/6', message: 'NO_API_KEY', status: 401, asking: { key: false } },
  {
    ...{ code: '2S290/8', message: 'IP_ADDRESS_NOT_ALLOWED', status: 403 },
    asking: { key: 'sandbox-invision-key-ip' },
  },
  {
    ...{ code: '2S290/B', message: 'CANNOT_USE_KEY_AS_URL_PARAM', status: 401 },
    ...{ path: '/api/core/hello?key=sandbox-invision-key-header', asking: { key: false } },
  },
  {
    ...{ code: '3S290/7', message: 'INVALID_API_KEY', status: 401 },
    asking: { key: 'no-such-key', from: '127.0.0.30' },
  },
  {
    ...{ code: '2S290/9', message: 'INVALID_LANGUAGE', status: 400 },
    asking: { headers: { 'x-ips-language': '77' } },
  },
  { code: '3S290/3', message: 'INVALID_APP', status: 400, path: '/api/co-re/hello' },
  { code: '3S290/4', message: 'INVALID_CONTROLLER', status: 400, path: '/api/core/hel_lo' },
  { code: '2S290/1', message: 'INVALID_APP', status: 404, path: '/api/nothing/hello' },
  { code: '1S290/2', message: 'APP_DISABLED', status: 503, path: '/api/blog/entries' },
  { code: '2S290/5', message: 'INVALID_CONTROLLER', status: 404, path: '/api/core/nothing' },
  { code: '2S291/1', message: 'NO_ENDPOINT', status: 404, path: '/api/core/hello/1/2/3/4' },
  {
    ...{ code: '2S291/3', message: 'NO_PERMISSION', status: 403, path: '/api/core/groups' },
    asking: { key: 'sandbox-invision-key-hello' },
  },
  { code: '3S291/2', message: 'BAD_METHOD', status: 405, verb: 'DELETE' },
  {
    ...{ code: '3S290/9', message: 'INVALID_ACCESS_TOKEN', status: 401 },
    asking: { key: false, headers: { authorization: 'Bearer nobody' }, from: '127.0.0.31' },
  },
];

describe('the table of errors', () => {
  test.each(rows)('$code $message', async ({ code, message, status, verb, path, asking }) => {
    const answer = await ask(verb ?? 'GET', path ?? '/api/core/hello', asking);
    expect(answer).toMatchObject({
      status,
      body: { errorCode: code, errorMessage: message, hint: expect.stringMatching(/\w+ \w+/) },
    });
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
  });

  test('names the methods that are taken', async () => {
    const { headers } = await ask('DELETE', '/api/core/hello');
    expect(headers.allow).toBe('GET');
  });

  test('a key as a bearer is no token, and the hint says so', async () => {
    const headers = { authorization: 'Bearer sandbox-invision-key' };
    const { body } = await ask('GET', '/api/core/hello', {
      key: false,
      headers,
      from: '127.0.0.32',
    });
    expect(body).toMatchObject({ errorCode: '3S290/9', hint: expect.stringMatching(/HTTP Basic/) });
  });

  test('a path is looked at only for who may call', async () => {
    const { body } = await ask('GET', '/api/no-such/thing', { key: false });
    expect(body.errorCode).toBe('2S290/6');
  });
});

describe('the order of the checks', () => {
  test('key, language, path', async () => {
    const headers = { 'x-ips-language': '77' };
    const bad = await ask('GET', '/api/co-re/x', { key: 'bad', headers, from: '127.0.0.33' });
    const language = await ask('GET', '/api/co-re/x', { headers });
    const path = await ask('GET', '/api/co-re/x');
    expect([bad, language, path].map(({ body }) => body.errorCode)).toEqual([
      '3S290/7',
      '2S290/9',
      '3S290/3',
    ]);
  });
});

describe('bad keys', () => {
  test('are counted in a row, and block the address for minutes, good ones among them', async () => {
    const from = '127.0.0.40';
    const bad = async () =>
      (await ask('GET', '/api/core/hello', { key: 'bad', from })).body.errorCode;
    for (let round = 0; round < 4; round += 1) expect(await bad()).toBe('3S290/7');
    expect(await bad()).toBe('1S290/D');
    const good = await ask('GET', '/api/core/hello', { from });
    expect(good).toMatchObject({ status: 429, body: { errorCode: '1S290/D' } });
    expect(Number(good.headers['retry-after'])).toBeGreaterThan(500);
    expect((await ask('GET', '/api/core/hello', { from: '127.0.0.41' })).status).toBe(200);
  });

  test('a good one between them begins the count anew', async () => {
    const from = '127.0.0.42';
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1)
        await ask('GET', '/api/core/hello', { key: 'bad', from });
      expect((await ask('GET', '/api/core/hello', { from })).status).toBe(200);
    }
  });
});

describe('six shapes of a key', () => {
  const key = 'sandbox-invision-key';
  const shapes: readonly (readonly [string, string, Asking])[] = [
    ['Basic with an empty password', '/api/core/hello', basic(`${key}:`)],
    ['Basic with any password', '/api/core/hello', basic(`${key}:thisIsNotImportant`)],
    ['Basic without the colon', '/api/core/hello', basic(key)],
    ['the query', `/api/core/hello?key=${key}`, { key: false }],
    [
      'X-Authorization with the word Basic',
      '/api/core/hello',
      {
        key: false,
        headers: { 'x-authorization': `Basic ${Buffer.from(`${key}:`).toString('base64')}` },
      },
    ],
    [
      'X-Authorization without it',
      '/api/core/hello',
      { key: false, headers: { 'x-authorization': Buffer.from(key).toString('base64') } },
    ],
  ];
  test.each(shapes)('%s', async (_name, path, asking) => {
    expect(await ask('GET', path, asking)).toMatchObject({
      status: 200,
      body: { communityName: 'Signpost sandbox', communityUrl: `${board.url}/` },
    });
  });

  test('the body of a POST', async () => {
    const form = [['key', key]] as const;
    const { status, body } = await ask('POST', '/api/forums/topics/27', { key: false, form });
    expect([status, body.id]).toEqual([200, 27]);
  });

  test('none is in the log', () => {
    expect(board.logs.join('')).not.toContain(key);
  });
});

describe('addresses', () => {
  test.each([
    '/api/core/hello/',
    '/api//core/hello',
    '/api/index.php?/core/hello',
    '/api/index.php?/core/hello&x=1',
    '/api/index.php?/core/hello/&x=1',
  ])('%s', async (path) => {
    expect((await ask('GET', path)).body.communityName).toBe('Signpost sandbox');
  });

  test('below a path with a blank in it', async () => {
    const forum = await startBoard({ BASE_PATH: '/Our%20Forum' });
    try {
      const asked = asker(() => forum);
      for (const path of ['/Our%20Forum/api/core/hello', '/Our%20Forum/api/index.php?/core/hello'])
        expect((await asked('GET', path)).body.communityName).toBe('Signpost sandbox');
      const page = await fetch(`${forum.url}/topic/27`);
      expect([page.status, page.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ]);
      expect((await forum.guest().site.getSiteStatistics()).posts).toBeGreaterThan(0);
    } finally {
      await forum.stop();
    }
  });

  test('a head has no body', async () => {
    const { status, body } = await ask('HEAD', '/api/core/hello');
    expect([status, body]).toEqual([200, undefined]);
  });
});
