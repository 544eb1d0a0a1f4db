import { connect, type Socket } from 'node:net';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { form, RawApp, send, talk } from '../support/raw.ts';

const MIB = 1_048_576;

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  // With API_DEBUG a wrong signature is explained, for which the body is read first.
  board = await startBoard({
    MAX_BODIES_BYTES: String(8 * MIB),
    TRUST_PROXY: '1',
    API_DEBUG: 'off',
  });
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await board.stop();
});
afterEach(async () => {
  await until(() => inMemory() === 0 && onDisk() === 0);
});

const inMemory = (): number => board.running.environment.allowances.memory.held;
const onDisk = (): number =>
  readdirSync(tmpdir()).filter((name) => name.startsWith(`signpost-${process.pid}-`)).length;

async function until(done: () => boolean): Promise<void> {
  while (!done()) await new Promise((resolve) => setTimeout(resolve, 5));
}

const json = 'application/json';
const multipart = 'multipart/form-data; boundary=b';
const query = 'api_m=user.fetchUserName';
const upload = 'api_m=content_attach.uploadPhoto';

function part(name: string, value: string, more = ''): string {
  return `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
}

function packed(body: string | Buffer, type: string): Promise<unknown> {
  const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip' };
  return send(app.sign(query), { method: 'POST', headers, body: gzipSync(body) }).then(
    ({ error }) => error,
  );
}

describe('eight kilobytes that unpack to eight megabytes', () => {
  test.each([
    ['a list of numbers', `{"a":[${'0,'.repeat(4_000_000)}0]}`, json],
    ['a list of lists', `{"a":[${'[],'.repeat(2_600_000)}[]]}`, json],
    ['lists in lists', '['.repeat(8_000_000), json],
    ['650,000 names', `{${Array.from({ length: 650_000 }, (_, n) => `"${n}":0`).join(',')}}`, json],
    ['brackets in a form', `a${'['.repeat(8_000_000)}`, form],
    ['dots in a form', '.'.repeat(8_000_000), form],
  ])('%s are refused, and nothing is built of them', async (_, body, type) => {
    const parse = jest.spyOn(JSON, 'parse');
    const split = jest.spyOn(String.prototype, 'split');
    expect(await packed(body, type)).toEqual(['request_too_large', String(MIB)]);
    const longest = split.mock.contexts.map((text) => String(text).length);
    expect(Math.max(...longest)).toBeLessThan(10_000);
    split.mockRestore();
    expect(parse.mock.calls.some(([text]) => text.length > 10_000)).toBe(false);
    parse.mockRestore();
  });
});

describe('a body within the limit that is all commas and brackets', () => {
  test.each([
    ['numbers', `{"a":[${'0,'.repeat(400_000)}0]}`, 'too_many_parameters', 1000],
    ['nothing', `{"a":[${'null,'.repeat(200_000)}null]}`, 'too_many_parameters', 1000],
    ['lists', `{"a":[${'[],'.repeat(300_000)}[]]}`, 'too_many_parameters', 1000],
    ['levels', `{"a":${'['.repeat(900_000)}`, 'parameters_too_deep', 64],
  ])('is not parsed: %s', async (_, body, id, limit) => {
    const parse = jest.spyOn(JSON, 'parse');
    expect(await packed(body, json)).toEqual([id, String(limit)]);
    expect(parse.mock.calls.some(([text]) => text.length > 10_000)).toBe(false);
    parse.mockRestore();
  });

  test('nor are lists in lists by the ten thousand, in a form neither', async () => {
    const nested = `${'['.repeat(60)}1${']'.repeat(60)}`;
    const members = Array.from({ length: 200 }, (_, n) => `"n${n}":${nested}`);
    const pairs = Array.from({ length: 200 }, (_, n) => `n${n}${'[]'.repeat(60)}=1`);
    const tooDeep = ['parameters_too_deep', '64'];
    expect(await packed(`{${members.join(',')}}`, json)).toEqual(tooDeep);
    expect(await packed(pairs.join('&'), form)).toEqual(tooDeep);
  });

  test('but those in texts do not count', async () => {
    const note = `[{,"\\`.repeat(5000);
    const body = JSON.stringify({ [note]: [note, `${note}\\`], userid: 1 });
    expect((await app.post(query, body, json)).json).toBe('admin');
  });

  test('and a list may have a thousand items, as in a form', async () => {
    const nodeIds = Array.from({ length: 1000 }, () => 1);
    const call = 'api_m=user.havePermissions&group=forumpermissions&permission=canview';
    expect((await app.post(call, JSON.stringify({ nodeIds }), json)).error).toBeUndefined();
  });
});

describe('bodies that are held', () => {
  const sockets: Socket[] = [];
  afterEach(() => {
    for (const socket of sockets.splice(0)) socket.destroy();
  });

  /** Sends all of a packed body but its end, from an address of its own. */
  function hold(url: string, address: string, body: Buffer): void {
    const { hostname, port, pathname, search } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    sockets.push(socket);
    socket.write(
      `POST ${pathname}${search} HTTP/1.1\r\nHost: x\r\nX-Forwarded-For: ${address}\r\nContent-Type: ${form}\r\n` +
        `Content-Encoding: gzip\r\nContent-Length: ${body.length}\r\n\r\n`,
    );
    socket.write(body.subarray(0, -12));
  }

  const large = gzipSync(`x=${'x'.repeat(MIB - 10)}`);

  async function byMember(): Promise<RawApp> {
    const member = await RawApp.init(board.url, sandboxKey);
    const password = sandboxPassword('alice');
    await member.get(`api_m=user.login&username=alice&password=${password}`);
    return member;
  }

  test('of strangers take half of what there is, and members are served on', async () => {
    const member = await byMember();
    for (let n = 0; n < 50; n += 1) hold(`${app.url}?${query}`, `203.0.113.${n}`, large);
    await until(() => inMemory() > 3 * MIB);
    const small = { method: 'POST', headers: { 'Content-Type': form }, body: 'userid=1' };
    const half = { ...small, body: `userid=1&x=${'x'.repeat(MIB - 20)}` };
    expect((await send(`${app.url}?${query}`, half)).error).toEqual(['toobusy']);
    expect(inMemory()).toBeLessThanOrEqual(4 * MIB);
    expect((await send(member.sign(query), half)).json).toBe('admin');
    expect((await send(member.sign(query), small)).json).toBe('admin');
  });

  test('of one network take a quarter, and others are served on', async () => {
    for (let n = 0; n < 9; n += 1) hold(`${app.url}?${query}`, `2001:db8::${n}`, large);
    await until(() => inMemory() > MIB);
    const half = `userid=1&x=${'x'.repeat(MIB - 20)}`;
    const from = (address: string): Promise<unknown> =>
      send(app.sign(query), {
        method: 'POST',
        headers: { 'Content-Type': form, 'X-Forwarded-For': address },
        body: half,
      }).then(({ json: answer, error }) => error ?? answer);
    expect(await from('2001:db8::ffff')).toEqual(['toobusy']);
    expect(inMemory()).toBeLessThanOrEqual(2 * MIB);
    expect(await from('2001:db8:1::1')).toBe('admin');
  });

  test('are counted by what they may unpack to, and by their pieces', async () => {
    hold(`${app.url}?${query}`, '203.0.113.1', large);
    await until(() => inMemory() > MIB / 2);
    const before = inMemory();
    const head = `POST /api.php?${query} HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
    const pieces = '1\r\nx\r\n'.repeat(200_000);
    const answer = await talk(
      app.url,
      `${head}Transfer-Encoding: chunked\r\nConnection: close\r\n\r\n${pieces}0\r\n\r\n`,
    );
    expect(answer).toContain('toobusy');
    expect(inMemory()).toBeLessThanOrEqual(before);
  });
});

describe('files', () => {
  const photo = (size: number): string => part('file', 'x'.repeat(size), '; filename="a.png"');
  const fields = ({ clientid, token }: RawApp['secrets'], sum: string): string =>
    part('api_c', clientid) + part('api_s', token) + part('api_sig', sum);

  test.each([
    ['a stranger', () => `${app.url}?${upload}`, ['request_too_large', String(MIB)]],
    ['a wrong signature', () => app.as(upload, 'f'.repeat(32)), ['invalid_api_signature']],
    ['a method that takes none', () => app.sign(query), ['request_too_large', String(MIB)]],
  ])('of %s never reach the disk, and are as small as any body', async (_, url, expected) => {
    const { error } = await send(url(), {
      method: 'POST',
      headers: { 'Content-Type': multipart },
      body: `${photo(2 * MIB)}--b--`,
    });
    expect(error).toEqual(expected);
    expect(onDisk()).toBe(0);
  });

  test('of five megabytes are taken from who is signed in the URL', async () => {
    const { error } = await app.post(upload, `${photo(5 * MIB)}--b--`, multipart);
    expect(error?.[0]).toBe('not_logged_no_permission');
  });

  test('are taken from who is signed by the fields before them', async () => {
    const signature = new URL(app.sign('')).searchParams.get('api_sig') ?? '';
    const before = part('api_m', 'content_attach.uploadPhoto') + fields(app.secrets, signature);
    const body = `${before}${photo(5 * MIB)}--b--`;
    const { error } = await send(app.url, {
      method: 'POST',
      headers: { 'Content-Type': multipart },
      body,
    });
    expect(error?.[0]).toBe('not_logged_no_permission');
  });

  test('that come before the names are held in memory, and reach the method', async () => {
    const signature = new URL(app.sign('')).searchParams.get('api_sig') ?? '';
    const names = part('api_m', 'content_attach.uploadPhoto') + fields(app.secrets, signature);
    const call = (size: number): Promise<unknown> =>
      send(app.url, {
        method: 'POST',
        headers: { 'Content-Type': multipart },
        body: `${photo(size)}${names}--b--`,
      }).then(({ error }) => error?.[0]);
    expect(await call(1000)).toBe('not_logged_no_permission');
    expect(await call(2 * MIB)).toBe('request_too_large');
  });
});

describe('a request that cannot be read is refused as it was asked', () => {
  const broken = { method: 'POST', headers: { 'Content-Type': json }, body: '{' };
  const native = `${query}&api_v=100`;

  test('signed, and with a message from version 100 on', async () => {
    const bodies: [string, typeof broken | { method: string; headers: object; body: string }][] = [
      ['invalid_body', broken],
      ['invalid_content_type', { ...broken, headers: { 'Content-Type': 'text/plain' } }],
      ['request_too_large', { ...broken, body: ' '.repeat(2 * MIB) }],
      ['too_many_parameters', { ...broken, body: `{"a":[${'0,'.repeat(1000)}0]}` }],
      ['conflicting_parameters', { ...broken, body: '{"api_m":"user.login"}' }],
    ];
    for (const [id, sent] of bodies) {
      const answer = await send(app.sign(native), sent as typeof broken);
      expect(answer.error?.[0]).toBe(id);
      expect(answer.json).toEqual({ errors: [answer.error], message: expect.any(String) });
      expect(app.verifies(answer)).toBe(true);
    }
  });

  test('in the legacy shape for a legacy name', async () => {
    const answer = await send(app.sign('api_m=forumdisplay&forumid=14'), broken);
    expect(answer.json).toMatchObject({
      response: { errormessage: ['invalid_body', expect.any(String)] },
      show: {},
    });
    expect(app.verifies(answer)).toBe(true);
  });

  test('but by what the query says alone, where that is reason enough', async () => {
    const { secrets } = app;
    const dead = new RawApp(board.url, { ...secrets, token: 'e'.repeat(32) });
    const answer = await send(dead.sign(query), broken);
    expect(answer.error).toEqual(['invalid_accesstoken']);
    expect(dead.verifies(answer)).toBe(true);
  });

  test('signed also where only the client is known', async () => {
    const { clientid } = app.secrets;
    const dead = new RawApp(board.url, { ...app.secrets, token: '' });
    const answer = await send(`${app.url}?${query}&api_c=${clientid}`, broken);
    expect(answer.error?.[0]).toBe('invalid_body');
    expect(dead.verifies(answer)).toBe(true);
  });

  test('in both shapes where the name would have been in the body', async () => {
    const answer = await send(app.sign('api_v=100'), broken);
    expect(answer.json).toMatchObject({
      errors: [['invalid_body', expect.any(String)]],
      response: { errormessage: ['invalid_body', expect.any(String)] },
      message: expect.any(String),
    });
    expect(app.verifies(answer)).toBe(true);
  });

  test('too many parameters in the URL are, too', async () => {
    const many = Array.from({ length: 1000 }, (_, n) => `k${n}=1`).join('&');
    const answer = await send(`${app.sign(native)}&${many}`);
    expect(answer.json).toMatchObject({ errors: [['too_many_parameters', 1000]] });
    expect(app.verifies(answer)).toBe(true);
  });
});

describe('a search given as an array', () => {
  const custom = 'x'.repeat(20_000);

  test.each([
    ['in a form', `search_json[channel][]=1&search_json[custom]=${custom}`, form],
    ['in JSON', JSON.stringify({ search_json: { channel: [1], custom } }), json],
    ['as text', JSON.stringify({ search_json: JSON.stringify({ custom }) }), json],
    ['deep inside', `search_json[custom][a][b]=${custom}`, form],
    ['by its names', `search_json[${custom}]=1`, form],
  ])('%s is as short as one given as text, and nothing is kept of it', async (_, body, type) => {
    for (const method of ['search.getInitialResults', 'search.getSearchResult']) {
      const { error } = await app.post(`api_m=${method}`, body, type);
      expect(error).toEqual(['invalid_search', 'search_json', expect.stringContaining('20000')]);
    }
    const kept = await board.database
      .reader()
      .get<{ n: number }>('select count(*) as n from searchresult');
    expect(Number(kept?.n)).toBe(0);
  });
});

describe('a session', () => {
  const state = async (one: RawApp): Promise<unknown> => {
    const { error, json: name } = await one.get(`${query}&userid=1`);
    return error?.[0] ?? name;
  };

  test('that was used once outlives the six hours of one that was not', async () => {
    const used = await RawApp.init(board.url, sandboxKey);
    const unused = await RawApp.init(board.url, sandboxKey);
    expect(await state(used)).toBe('admin');
    const sessions =
      'select count(*) as n from session where unusedfrom <> ? and apiaccesstoken = ?';
    const isUnused = async (): Promise<boolean> => {
      const found = await board.database
        .reader()
        .get<{ n: number }>(sessions, ['', used.secrets.token]);
      return Number(found?.n) > 0;
    };
    while (await isUnused()) await new Promise((resolve) => setTimeout(resolve, 50));
    board.tick(7 * 3600);
    expect(await state(used)).toBe('admin');
    expect(await state(unused)).toBe('invalid_accesstoken');
  });
});
