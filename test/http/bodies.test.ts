import { readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { ApiError } from '../../src/errors.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { answerIn, form, RawApp, send, talk } from '../support/raw.ts';

const LIMIT = 65_536;

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  board = await startBoard({
    MAX_BODY_BYTES: String(LIMIT),
    MAX_FILE_BYTES: '16384',
    MAX_FILES: '2',
    REQUEST_TIMEOUT_MS: '1000',
  });
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await board.stop();
});
afterEach(async () => {
  expect((await app.get('api_m=user.fetchUserName&userid=1')).json).toBe('admin');
  await until(() => temporaryDirectories().length === 0);
});

/** What this process has left behind. */
function temporaryDirectories(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith(`signpost-${process.pid}-`));
}

const query = 'api_m=user.fetchUserName';
const tooLarge = ['request_too_large', String(LIMIT)];
const multipart = 'multipart/form-data; boundary=b';

function part(name: string, value: string, more = ''): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
}

function file(name: string, value: string): string {
  return part(name, value, '; filename="f.txt"');
}

describe('the three kinds of body', () => {
  test.each([
    ['urlencoded', 'userid=1', form],
    ['urlencoded in any case and with a charset', 'userid=1', `${form.toUpperCase()};charset=x`],
    ['multipart', `${part('userid', '1')}--b--`, multipart],
    ['multipart with a file', `${file('photo', 'x')}${part('userid', '1')}--b--`, multipart],
    ['JSON', '{"userid":1}', 'application/json'],
    ['JSON with a charset', '{"userid":"1"}', 'application/json; charset=utf-8'],
  ])('%s is read', async (_, body, type) => {
    expect((await app.post(query, body, type)).json).toBe('admin');
  });

  test.each([
    ['gzip', gzipSync('userid=1')],
    ['X-GZIP', gzipSync('userid=1')],
    ['', 'userid=1'],
    ['Identity', 'userid=1'],
  ])('a body with the encoding %j is read', async (encoding, body) => {
    const headers = { 'Content-Type': form, 'Content-Encoding': encoding };
    expect((await send(app.sign(query), { method: 'POST', headers, body })).json).toBe('admin');
  });

  test('a body of any other type is refused', async () => {
    for (const [type, shown] of [
      ['text/plain', 'text/plain'],
      ['application/xml; charset=utf-8', 'application/xml'],
      ['__proto__', '__proto__'],
      ['constructor', 'constructor'],
    ] as const)
      expect((await app.post(query, 'userid=1', type)).error).toEqual([
        'invalid_content_type',
        shown,
      ]);
  });

  test('no body needs no type', async () => {
    const answer = await send(app.sign(`${query}&userid=1`), { method: 'POST' });
    expect(answer.json).toBe('admin');
  });

  test('a body without a type is refused', async () => {
    const answer = await send(app.sign(query), { method: 'POST', body: 'userid=1' });
    expect(answer.error).toEqual(['invalid_content_type', 'an unnamed type']);
  });
});

describe('a body over the limit', () => {
  const large = 'x'.repeat(2 * LIMIT);

  test.each([
    ['urlencoded', `userid=1&x=${large}`, form],
    ['JSON', `{"x":"${large}"}`, 'application/json'],
    ['multipart', `${part('x', large)}--b--`, multipart],
    ['multipart far beyond', `${part('x', large.repeat(100))}--b--`, multipart],
    ['urlencoded far beyond', `userid=1&x=${large.repeat(100)}`, form],
  ])('%s is refused with request_too_large', async (_, body, type) => {
    expect((await app.post(query, body, type)).error).toEqual(tooLarge);
  });

  test.each([
    ['urlencoded', form, `x=${large}`],
    ['multipart', multipart, part('x', large)],
  ])('in chunks, %s, is refused with request_too_large', async (_, type, body) => {
    const headers = { 'Content-Type': type, 'Transfer-Encoding': 'chunked' };
    const answer = await send(app.sign(query), { method: 'POST', headers, body });
    expect(answer.error).toEqual(tooLarge);
  });

  test('is refused when only unpacking makes it so', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, 'x'));
    expect(bomb.length).toBeLessThan(LIMIT);
    const headers = { 'Content-Type': form, 'Content-Encoding': 'gzip' };
    const answer = await send(app.sign(query), { method: 'POST', headers, body: bomb });
    expect(answer.error).toEqual(tooLarge);
  });

  test('is refused while it would still be a long time coming', async () => {
    const head = `POST ${pathOf(query)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: ${form}\r\n`;
    const received = await talk(board.url, `${head}Content-Length: 9999999999\r\n\r\nx=`);
    expect(answerIn(received).error).toEqual(tooLarge);
  });
});

function pathOf(unsigned: string): string {
  const url = new URL(app.sign(unsigned));
  return `${url.pathname}${url.search}`;
}

describe('a broken body', () => {
  test.each([
    ['JSON that is none', '{"userid":', 'application/json'],
    ['JSON in Latin-1', Buffer.from('{"x":"\xe9"}', 'latin1'), 'application/json'],
    ['a JSON list', '[1,2]', 'application/json'],
    ['a JSON text', '"userid=1"', 'application/json'],
    ['JSON null', 'null', 'application/json'],
    ['empty JSON', '', 'application/json'],
    ['a boundary of 201 characters', 'x', `multipart/form-data; boundary=${'b'.repeat(201)}`],
    ['a file in a list', `${file('photo[]', 'x')}--b--`, multipart],
    ['three files', `${file('a', 'x')}${file('b', 'x')}${file('c', 'x')}--b--`, multipart],
    [
      'a part with an endless header',
      `--b\r\nContent-Disposition: form-data; name="${'n'.repeat(30_000)}"\r\n\r\n1\r\n--b--`,
      multipart,
    ],
  ])('%s is refused with invalid_body', async (_, body, type) => {
    expect((await app.post(query, body, type)).error?.[0]).toBe('invalid_body');
  });

  test.each([
    ['gzip that is none', form, 'gzip'],
    ['Brotli', form, 'br'],
    ['an unknown encoding', form, 'snappy'],
    ['a compressed form', multipart, 'gzip'],
  ])('%s is refused with invalid_body', async (_, type, encoding) => {
    const headers = { 'Content-Type': type, 'Content-Encoding': encoding };
    const answer = await send(app.sign(query), { method: 'POST', headers, body: 'userid=1' });
    expect(answer.error?.[0]).toBe('invalid_body');
  });

  test.each([
    ['JSON 65 levels deep', `${'{"a":'.repeat(66)}1${'}'.repeat(66)}`],
    ['JSON thousands of levels deep', `${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`],
  ])('%s is refused with parameters_too_deep', async (_, body) => {
    const { error } = await app.post(query, body, 'application/json');
    expect(error).toEqual(['parameters_too_deep', '64']);
  });

  test.each([
    ['a list of 1001 numbers', `{"x":[${'1,'.repeat(1000)}1]}`],
    ['a list of 1001 empty lists', `{"x":[${'[],'.repeat(1000)}[]]}`],
  ])('JSON with %s is refused with too_many_parameters', async (_, body) => {
    const { error } = await app.post(query, body, 'application/json');
    expect(error).toEqual(['too_many_parameters', '1000']);
  });

  test('a form without its boundary is refused, and the reason named', async () => {
    const body = `${part('userid', '1')}--b--`;
    const unnamed = ['invalid_body', 'its Content-Type names no boundary (RFC 2046 5.1.1)'];
    const unseen = [
      'invalid_body',
      'the boundary of its Content-Type never comes (RFC 2046 5.1.1)',
    ];
    expect((await app.post(query, body, 'multipart/form-data')).error).toEqual(unnamed);
    expect((await app.post(query, body, 'multipart/form-data; boundary=c')).error).toEqual(unseen);
    expect((await app.post(query, 'no parts at all', multipart)).error).toEqual(unseen);
    for (const [empty, type] of [
      ['', 'multipart/form-data'],
      ['--b--\r\n', multipart],
    ] as const) {
      const { error } = await app.post(query, empty, type);
      expect(error).toEqual(['missing_parameter', 'userid']);
    }
  });

  test('a form without its last boundary is read, as in PHP', async () => {
    expect((await app.post(query, part('userid', '1'), multipart)).json).toBe('admin');
  });

  test('a file over its limit is refused and gone', async () => {
    const body = `${file('file', 'x'.repeat(20_000))}--b--`;
    const { error } = await app.post('api_m=content_attach.uploadPhoto', body, multipart);
    expect(error).toEqual(['upload_file_exceeds_limit', '16384']);
  });

  test('a file that is announced as too large is refused before it comes', async () => {
    const head = `POST ${pathOf('api_m=content_attach.uploadPhoto')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n`;
    const type = `Content-Type: ${multipart}\r\nContent-Length: 90000\r\n\r\n`;
    const answer = answerIn(await talk(board.url, head + type, 'x'.repeat(90_000)));
    expect(answer.error).toEqual(['upload_file_exceeds_limit', '16384']);
    expect(app.verifies(answer)).toBe(true);
  });

  test('a file for which no folder can be made is refused, and the refusal arrives', async () => {
    const names = new URL(app.sign('')).searchParams;
    names.set('api_m', 'content_attach.uploadPhoto');
    const fields = [...names].map(([name, value]) => part(name, value)).join('');
    const body = `${file('file', 'x')}${fields}--b--`;
    const own = Object.getOwnPropertyDescriptor(process, 'pid') ?? {};
    Object.defineProperty(process, 'pid', { ...own, value: 'no/such/folder' });
    const head = `POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Type: ${multipart}\r\n`;
    const upload = `${head}Content-Length: ${body.length}\r\n\r\n${body}`;
    const next = `GET ${pathOf(query)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    const received = await talk(board.url, upload + next);
    Object.defineProperty(process, 'pid', own);
    expect(received.match(/HTTP\/1.1 200/g)).toHaveLength(2);
  });

  test('a body is read on where nobody can be asked who sends it, or the refusal would not arrive', async () => {
    const { caches } = board.running.environment;
    const away = jest.spyOn(caches, 'board').mockRejectedValue(new ApiError('toobusy'));
    const head = `POST ${pathOf(query)} HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
    const next = `GET ${pathOf(query)} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`;
    const body = 'x'.repeat(90_000);
    const received = await talk(board.url, `${head}Content-Length: 90000\r\n\r\n`, body, next);
    away.mockRestore();
    expect(received.match(/HTTP\/1.1 200/g)).toHaveLength(2);
  });

  test.each([
    ['a form', form, 'username=%ED%A0%80'],
    ['JSON', 'application/json', '{"username":"\\ud800"}'],
    ['JSON amid text', 'application/json', '{"username":"a\\udc00\\ud800b"}'],
  ])('half of a character in %s is refused', async (_, type, body) => {
    const { json } = await app.post('api_m=user.fetchByUsername', body, type);
    expect(json).toEqual({ errors: [['invalid_parameter', 'username', 'it is not valid UTF-8']] });
  });

  test('a field of JSON may be called __proto__', async () => {
    const body = '{"__proto__":{"userid":"2"},"constructor":1,"userid":1}';
    expect((await app.post(query, body, 'application/json')).json).toBe('admin');
  });
});

describe('a body that ends early', () => {
  const head = (type: string, length: number): string =>
    `POST ${pathOf(query)} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${length}\r\n\r\n`;

  test.each([
    ['urlencoded', form, 'userid=1'],
    ['JSON', 'application/json', '{"userid":1'],
    ['multipart', multipart, file('photo', 'x'.repeat(5000))],
  ])('%s, by a lost connection, is noted and forgotten', async (_, type, body) => {
    const lines = board.logs.length;
    await hangUp(board.url, head(type, 50_000) + body);
    await until(() => board.logs.length > lines);
    expect(JSON.parse(board.logs.at(-1) ?? '')).toMatchObject({ error: 'invalid_body' });
  });

  test.each([
    ['urlencoded', form, 'userid=1'],
    ['JSON', 'application/json', '{"userid":1'],
    ['multipart', multipart, file('photo', 'x'.repeat(5000))],
  ])('%s, on an open connection, is refused with request_timeout', async (_, type, body) => {
    const answer = answerIn(await talk(board.url, head(type, 50_000) + body));
    expect(answer.error).toEqual(['request_timeout']);
    expect(app.verifies(answer)).toBe(true);
  });
});

/** Sends a text and cuts the connection once it is under way. */
async function hangUp(url: string, text: string): Promise<void> {
  const { hostname, port } = new URL(url);
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(text, () => {
        setTimeout(() => {
          socket.destroy();
          resolve();
        }, 50);
      });
    });
  });
}

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
}
