import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { answerIn, form, RawApp, send, talk } from '../support/raw.ts';

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  board = await startBoard({ REQUEST_TIMEOUT_MS: '1000', BASE_PATH: '/forum' });
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await board.stop();
});
afterEach(async () => {
  expect((await app.get('api_m=user.fetchUserName&userid=1')).json).toBe('admin');
});

const call = (): string => app.sign('api_m=user.fetchUserName&userid=1');
const request = (url: string, more = ''): string =>
  `GET ${url.replace(/^http:\/\/[^/]*/, '')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;

describe('addresses', () => {
  test.each([
    ...['/api.php', '/core/api.php', '/api.php/', '/api.php//', '//api.php', '////core///api.php'],
  ])('the API answers at %s', async (path) => {
    for (const base of ['/forum', '//forum', '/forum/']) {
      const url = call().replace('/forum/api.php', `${base}${path}`);
      expect((await send(url)).json).toBe('admin');
    }
  });

  test.each(['/API.php', '/api.php5', '/%ff', '/../api.php', '/./api.php', '/api.php/x'])(
    'nothing is at %s',
    async (path) => {
      const { status, error } = answerIn(await talk(board.url, request(`/forum${path}`)));
      expect(status).toBe(404);
      expect(error).toEqual(['not_found', '/forum/api.php']);
    },
  );

  test('a request may name the whole URL, as through a proxy', async () => {
    const text = request('/').replace('GET /', `GET ${call()}`);
    expect(answerIn(await talk(board.url, text)).json).toBe('admin');
  });
});

describe('methods of HTTP', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is refused', async (method) => {
    const { status, headers, error } = await send(call(), { method });
    expect(status).toBe(405);
    expect(headers.allow).toBe('GET, HEAD, POST');
    expect(error).toEqual(['invalid_request_method', method]);
  });

  test('the body of a GET is ignored, as in PHP', async () => {
    const headers = { 'Content-Type': form, 'Content-Length': '8' };
    const answer = await send(call(), { headers, body: 'userid=2' });
    expect(answer.json).toBe('admin');
  });
});

describe('what is no HTTP', () => {
  test.each([
    ['noise', 'hello\r\n\r\n'],
    ['a blank in the URL', 'GET /forum/api.php?a= b HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a byte beyond ASCII in the URL', 'GET /forum/api.php?a=\xc3\xa9 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a NUL in the URL', 'GET /forum/api.php?a=\0 HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['a NUL in a header', 'GET /forum/api.php HTTP/1.1\r\nHost: x\r\nX: \0\r\n\r\n'],
    [
      'two lengths',
      'POST /forum/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
    ],
    [
      'a length and chunks',
      'POST /forum/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a request without Host', 'GET /forum/api.php HTTP/1.1\r\n\r\n'],
    ['a body without Host', 'POST /forum/api.php HTTP/1.1\r\nContent-Length: 4\r\n\r\na=1&'],
    [
      'a chunk of no size',
      'POST /forum/api.php HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
  ])('%s is refused with bad_request', async (_, text) => {
    const { status, headers, error } = answerIn(await talk(board.url, Buffer.from(text, 'latin1')));
    expect(status).toBe(400);
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(error).toEqual(['bad_request']);
  });

  test('a request of HTTP/1.0 needs no Host', async () => {
    const { pathname, search } = new URL(call());
    const text = `GET ${pathname}${search} HTTP/1.0\r\n\r\n`;
    expect(answerIn(await talk(board.url, text)).json).toBe('admin');
  });

  test('an expectation that nobody meets is refused with 417 and bad_request', async () => {
    const text =
      'POST /forum/api.php HTTP/1.1\r\nHost: x\r\nExpect: tea\r\nContent-Length: 4\r\n\r\n';
    const { status, headers, error } = answerIn(await talk(board.url, text));
    expect([status, headers.connection]).toEqual([417, 'close']);
    expect(error).toEqual(['bad_request']);
  });

  test('a header of ten megabytes is refused while it still arrives', async () => {
    const huge = `GET ${new URL(call()).pathname} HTTP/1.1\r\nX: `;
    const pieces = Array.from({ length: 160 }, () => 'x'.repeat(65_536));
    const { status, error } = answerIn(await talk(board.url, huge, ...pieces));
    expect(status).toBe(431);
    expect(error).toEqual(['header_too_large', '16384']);
  });

  test('a URL beyond the header limit is refused, too', async () => {
    const { status, error } = await send(`${call()}&x=${'x'.repeat(20_000)}`);
    expect(status).toBe(431);
    expect(error).toEqual(['header_too_large', '16384']);
  });
});

describe('a slow caller', () => {
  test('whose headers do not end is refused with request_timeout', async () => {
    const { status, error } = answerIn(await talk(board.url, 'GET / HTTP/1.1\r\nHost: x\r\nX: '));
    expect(status).toBe(408);
    expect(error).toEqual(['request_timeout']);
  });

  test('does not get a second answer after the first', async () => {
    const text = `PUT /forum/api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc`;
    const received = await talk(board.url, text);
    expect(received.match(/HTTP\/1\.1 405/g)).toHaveLength(1);
  });
});

describe('one connection', () => {
  test('serves calls one after the other, refused ones included', async () => {
    const { pathname, search } = new URL(call());
    const refused =
      'POST /forum/api.php HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc';
    const served = `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n\r\n`;
    const received = await talk(board.url, served + refused + served + request(call()));
    expect(received.match(/HTTP\/1\.1 200/g)).toHaveLength(4);
    expect(received.match(/"admin"/g)).toHaveLength(3);
  });
});
