import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { type Answer, RawApp, send } from '../support/raw.ts';

const query = 'api_m=user.fetchUserName&userid=1';
const redis = process.env.TEST_REDIS_URL;

/** Counted in the process, and where there is a Redis also there. */
const places = [
  ['in the process', ''],
  ...(redis === undefined ? [] : ([['in Redis', redis]] as const)),
] as const;

type Call = (url: string) => Promise<Answer>;

/** Calls from an address, as the proxy that the board trusts tells it. */
function from(address: string): Call {
  return (url) => send(url, { headers: { 'X-Forwarded-For': address } });
}

let addresses = 0;

/** An address that nobody has called from. */
function someAddress(): string {
  addresses += 1;
  return `198.51.100.${addresses}`;
}

describe.each(places)('limits counted %s', (_, url) => {
  let board: TestBoard;
  let app: RawApp;
  beforeAll(async () => {
    const limits = { RATE_LIMIT: '5', FAILURE_LIMIT: '3', INIT_LIMIT: '4', SEARCH_LIMIT: '2' };
    board = await startBoard({ ...limits, TRUST_PROXY: '1', REDIS_URL: url });
    while (board.running.environment.redis?.ready === false)
      await new Promise((resolve) => setTimeout(resolve, 10));
  });
  beforeEach(async () => {
    app = await RawApp.init(board.url, sandboxKey, from(someAddress()));
  });
  afterAll(async () => {
    await board.stop();
  });

  test('a guest who calls too often waits, is told how long, and others do not wait with them', async () => {
    const call = from('203.0.113.1');
    for (let left = 4; left >= 0; left -= 1) {
      const { json, headers } = await call(app.sign(query));
      expect(json).toBe('admin');
      expect(headers['ratelimit-policy']).toBe('"calls";q=5;w=60');
      expect(headers.ratelimit).toMatch(new RegExp(`^"calls";r=${left};t=\\d+$`));
    }
    const answer = await call(app.sign(query));
    expect(answer.status).toBe(200);
    expect(answer.error).toEqual(['rate_limited', expect.stringMatching(/^\d+$/)]);
    expect(answer.headers['retry-after']).toBe(String(answer.error?.[1]));
    expect(app.verifies(answer)).toBe(true);
    const other = await RawApp.init(board.url, sandboxKey, call);
    expect((await call(other.sign(query))).json).toBe('admin');
  });

  test('who asks for typed answers is told by the HTTP status as well', async () => {
    const call = from('203.0.113.2');
    for (let count = 1; count <= 5; count += 1) await call(app.sign(query));
    expect((await call(app.sign(`${query}&api_v=100`))).status).toBe(429);
  });

  test('a member counts once, on however many phones', async () => {
    const [one, other] = await Promise.all(
      [1, 2].map(() => RawApp.init(board.url, sandboxKey, from(someAddress()))),
    );
    if (one === undefined || other === undefined) throw new Error('two apps have begun');
    const password = 'username=alice&password=alice-password';
    for (const phone of [one, other]) await phone.post('api_m=user.login', password);
    for (let count = 1; count <= 5; count += 1)
      expect((await one.get(query)).error).toBeUndefined();
    expect((await other.get(query)).error?.[0]).toBe('rate_limited');
  });

  test('wrong calls of an address have to wait; right ones, dead tokens and api.init do not', async () => {
    const call = from('203.0.113.3');
    const bad = app.as(query, 'f'.repeat(32));
    for (let count = 1; count <= 3; count += 1)
      expect((await call(bad)).error?.[0]).toBe('invalid_api_signature');
    expect((await call(bad)).error).toEqual(['rate_limited', expect.stringMatching(/^\d+$/)]);
    expect((await call(`${app.url}?${query}&api_c=99999&api_s=x&api_sig=y`)).error?.[0]).toBe(
      'rate_limited',
    );
    expect((await call(app.sign(query))).json).toBe('admin');
    const { clientid } = app.secrets;
    const dead = `${app.url}?${query}&api_c=${clientid}&api_s=${'0'.repeat(32)}&api_sig=x`;
    expect((await call(dead)).error?.[0]).toBe('invalid_accesstoken');
    expect((await call(`${app.url}?api_m=api.init`)).error).toBeUndefined();
    expect((await call(`${app.url}?api_m=api.init&api_c=${clientid}`)).error).toBeUndefined();
    expect((await from('203.0.113.30')(bad)).error?.[0]).toBe('invalid_api_signature');
  });

  test('dead tokens are no failures', async () => {
    const call = from('203.0.113.4');
    const { clientid } = app.secrets;
    const dead = `${app.url}?${query}&api_c=${clientid}&api_s=${'0'.repeat(32)}&api_sig=x`;
    for (let count = 1; count <= 6; count += 1)
      expect((await call(dead)).error?.[0]).toBe('invalid_accesstoken');
    expect((await call(app.as(query, 'f'.repeat(32)))).error?.[0]).toBe('invalid_api_signature');
  });

  test('an address begins only so often, and signed calls of api.init are not counted for it', async () => {
    const call = from('203.0.113.5');
    for (let count = 1; count <= 4; count += 1)
      expect((await call(`${app.url}?api_m=api.init`)).error).toBeUndefined();
    const refused = await call(`${app.url}?api_m=api.init`);
    expect(refused.error).toEqual(['rate_limited', expect.stringMatching(/^\d+$/)]);
    expect((await call(app.sign('api_m=api.init'))).error).toBeUndefined();
    expect((await call(app.sign(query))).json).toBe('admin');
  });

  test('guests of a network search together, and a member by themselves', async () => {
    const call = from('203.0.113.6');
    const search = 'api_m=search.getSearchResult&search_json={"keywords":"topic"}';
    const guests = await Promise.all(
      [1, 2, 3].map(() => RawApp.init(board.url, sandboxKey, from(someAddress()))),
    );
    const answers = [];
    for (const guest of guests) answers.push((await call(guest.sign(search))).error?.[0]);
    expect(answers).toEqual([undefined, undefined, 'rate_limited']);
    await app.post('api_m=user.login', 'username=bob&password=bob-password');
    expect((await call(app.sign(search))).error).toBeUndefined();
  });

  test('an address is what the trusted proxy says, and nothing before it', async () => {
    const bad = app.as(query, 'f'.repeat(32));
    for (let count = 1; count <= 3; count += 1) await from(`203.0.113.${count}, 203.0.113.7`)(bad);
    expect((await from('203.0.113.99, 203.0.113.7')(bad)).error?.[0]).toBe('rate_limited');
    expect((await from('203.0.113.8')(bad)).error?.[0]).toBe('invalid_api_signature');
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'],
    ['2001:db8::1', '2001:db8:0:0:1::', '2001:db8:0:1::1'],
    ['[2001:db8:5::1]:4711', '2001:0DB8:5::2', '2001:db8:5:1::1'],
    ['::ffff:203.0.113.9', '203.0.113.9:5678', '203.0.113.10'],
    ['x'.repeat(400), 'unknown', '203.0.113.11'],
  ])('%s counts together with %s, and apart from %s', async (one, same, other) => {
    const bad = app.as(query, 'f'.repeat(32));
    for (let count = 1; count <= 3; count += 1) await from(one)(bad);
    expect((await from(same)(bad)).error?.[0]).toBe('rate_limited');
    expect((await from(other)(bad)).error?.[0]).toBe('invalid_api_signature');
  });
});

describe('without limits and proxies', () => {
  let board: TestBoard;
  let app: RawApp;
  beforeAll(async () => {
    board = await startBoard({ FAILURE_LIMIT: '2', RATE_LIMIT: '0' });
    app = await RawApp.init(board.url, sandboxKey);
  });
  afterAll(async () => {
    await board.stop();
  });

  test('calls are not counted, and a header cannot forge an address', async () => {
    for (let count = 0; count < 20; count += 1)
      expect((await app.get(query)).error).toBeUndefined();
    const bad = app.as(query, 'f'.repeat(32));
    for (const address of ['203.0.113.1', '203.0.113.2']) await from(address)(bad);
    expect((await from('203.0.113.3')(bad)).error?.[0]).toBe('rate_limited');
  });

  test('so many new members may come from one network in an hour', async () => {
    const limited = await startBoard({ REGISTER_LIMIT: '2' });
    const register = async (name: string): Promise<unknown> => {
      const fields = `password=a-long-password&user[username]=${name}&user[email]=${name}@example.org`;
      const newcomer = await RawApp.init(limited.url, sandboxKey);
      return (await newcomer.post('api_m=user.save&userid=0', fields)).error;
    };
    expect(await register('newcomer1')).toBeUndefined();
    expect(await register('x')).toEqual(['usernametooshort', expect.anything()]);
    expect(await register('newcomer2')).toBeUndefined();
    // The hour may have begun a second ago.
    const [id, seconds] = (await register('newcomer3')) as unknown[];
    expect(id).toBe('rate_limited');
    expect(Number(seconds)).toBeGreaterThan(3590);
    limited.tick(3600);
    expect(await register('newcomer3')).toBeUndefined();
    await limited.stop();
  });
});
