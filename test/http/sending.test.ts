import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { inTurn } from '../../src/pipeline.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Answer, md5, RawApp, send, talk } from '../support/raw.ts';

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  board = await startBoard({
    CORS_ORIGINS: 'https://app.example.org',
    IDLE_TIMEOUT_MS: '1000',
    KEEP_ALIVE_MS: '7000',
  });
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await board.stop();
});

const small = 'api_m=user.fetchUserName&userid=1';
const large = 'api_m=api.methods';

const asking = (query: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> =>
  send(app.sign(query), { method, headers });

describe('an answer of more than a kilobyte', () => {
  let plain: Answer;
  beforeAll(async () => {
    plain = await app.get(large);
  });

  test('comes plain to a client that does not say what it can unpack', () => {
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toBe('Origin, Accept-Encoding');
    expect(app.verifies(plain)).toBe(true);
  });

  test.each([
    ['gzip', 'gzip', gunzipSync],
    ['br', 'br', brotliDecompressSync],
    ['gzip, deflate, br', 'gzip', gunzipSync],
    ['gzip;q=0.5, br;q=1', 'br', brotliDecompressSync],
    ['deflate, gzip;q=0.1', 'gzip', gunzipSync],
    ['*', 'br', brotliDecompressSync],
  ])('is compressed for %s, and signed as it is read', async (accepted, encoding, unpack) => {
    const answer = await asking(large, { 'Accept-Encoding': accepted });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-length']).toBe(String(answer.body.length));
    expect(answer.body.length).toBeLessThan(plain.body.length / 4);
    const read = unpack(answer.body);
    expect(read.equals(plain.body)).toBe(true);
    const { token, clientid, secret } = app.secrets;
    expect(answer.headers.authorization).toBe(
      md5(read.toString('latin1') + token + clientid + secret),
    );
  });

  test.each(['identity', 'deflate', 'gzip;q=0', 'br;q=0, gzip;q=0', '', 'x'.repeat(5000)])(
    'comes plain for %.20s',
    async (accepted) => {
      const answer = await asking(large, { 'Accept-Encoding': accepted });
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.body.equals(plain.body)).toBe(true);
    },
  );

  test('a shorter one is never compressed', async () => {
    const answer = await asking(small, { 'Accept-Encoding': 'gzip, br' });
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.json).toBe('admin');
  });
});

describe('HEAD', () => {
  test.each([
    [small, {}],
    [large, { 'Accept-Encoding': 'gzip' }],
    ['api_m=forumdisplay&forumid=14', {}],
  ])('of %s has the head of a GET, and no body', async (query, headers) => {
    const [got, head] = [await asking(query, headers), await asking(query, headers, 'HEAD')];
    expect(head.status).toBe(200);
    expect(head.body).toHaveLength(0);
    for (const name of ['content-type', 'content-encoding', 'authorization', 'content-length'])
      expect(head.headers[name]).toBe(got.headers[name]);
  });

  test('changes nothing: what writes is refused', async () => {
    for (const query of ['api_m=user.logout', 'api_m=newthread_postthread&forumid=14']) {
      const { body, headers } = await asking(query, {}, 'HEAD');
      expect(body).toHaveLength(0);
      const refused = await send(app.sign(query), { method: 'HEAD' });
      expect(headers.authorization).toBe(refused.headers.authorization);
    }
    expect(board.logs.at(-1)).toContain('invalid_request_method');
    expect((await app.get(small)).json).toBe('admin');
  });
});

describe('X-Request-Id', () => {
  const lastLine = (): unknown => (JSON.parse(board.logs.at(-1) ?? '{}') as { id?: unknown }).id;

  test('is made for each request, and stands in the log', async () => {
    const ids = [];
    for (const query of [small, large, 'api_m=no.such']) {
      const { headers } = await app.get(query);
      expect(headers['x-request-id']).toBe(lastLine());
      ids.push(headers['x-request-id']);
    }
    expect(new Set(ids).size).toBe(3);
  });

  test('is taken from the proxy in front, if it looks like one', async () => {
    const given = '7f1c2e4a-5f3b:1/2=+@z';
    const { headers } = await asking(small, { 'X-Request-Id': given });
    expect(headers['x-request-id']).toBe(given);
    expect(lastLine()).toBe(given);
    for (const odd of ['two words', 'x'.repeat(101), '', '<b>', 'é']) {
      const answer = await asking(small, { 'X-Request-Id': odd });
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-z]+$/);
    }
  });

  test.each([
    ['/health', 'GET'],
    ['/no-such-page', 'GET'],
    ['/api.php', 'PUT'],
    ['/images/default/avatar_1.png', 'GET'],
  ])('is on the answer of %s, too', async (path, method) => {
    const { headers } = await send(`${board.url}${path}`, {
      method,
      headers: { 'X-Request-Id': 'mine' },
    });
    expect(headers['x-request-id']).toBe('mine');
  });
});

describe('a connection', () => {
  const request = (query: string, more = ''): string => {
    const { pathname, search } = new URL(app.sign(query));
    return `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\n${more}\r\n`;
  };

  test('that asks for many answers at once gets them all, one after the other', async () => {
    const text = request(small).repeat(60) + request(small, 'Connection: close\r\n');
    expect((await talk(board.url, text)).match(/"admin"/g)).toHaveLength(61);
  });

  test('that asks for far too many at once is closed', async () => {
    const received = await talk(board.url, request(large).repeat(500));
    expect(received.match(/HTTP\/1\.1 200/g)?.length ?? 0).toBeLessThan(66);
  });

  test('on which nothing goes on in the middle of a call is closed', async () => {
    const head = `POST ${new URL(app.sign(small)).pathname} HTTP/1.1\r\nHost: x\r\n`;
    const type = 'Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{';
    expect(await talk(board.url, head + type)).toBe('');
  });

  test('stays open as long as the setting says', async () => {
    const answer = await send(app.sign(small), { headers: { Connection: 'keep-alive' } });
    expect(answer.headers['keep-alive']).toBe('timeout=7');
  });
});

describe('requests of one connection', () => {
  /** A server that answers only when told to. */
  async function listen(): Promise<{ server: Server; url: string; begun: ServerResponse[] }> {
    const begun: ServerResponse[] = [];
    const server = createServer(
      inTurn((_req, res) => {
        begun.push(res);
      }),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    return { server, url: `http://127.0.0.1:${port}`, begun };
  }

  async function until(done: () => boolean): Promise<void> {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  test('begin when the answers before them have been sent', async () => {
    const { server, url, begun } = await listen();
    const one = 'GET / HTTP/1.1\r\nHost: x\r\n\r\n';
    const received = talk(
      url,
      one.repeat(9),
      'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
    );
    for (let n = 1; n <= 10; n += 1) {
      await until(() => begun.length > 0);
      await new Promise((resolve) => setTimeout(resolve, 10));
      expect(begun).toHaveLength(1);
      begun.shift()?.end(String(n));
    }
    expect((await received).match(/\r\n\r\n\d+/g)?.map((text) => Number(text))).toEqual([
      ...[1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    ]);
    server.close();
  });

  test('of two connections do not wait for each other', async () => {
    const { server, url, begun } = await listen();
    const one = 'GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n';
    const both = [talk(url, one), talk(url, one)];
    await until(() => begun.length === 2);
    for (const res of begun) res.end();
    await Promise.all(both);
    server.close();
  });
});
