import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
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

describe.each(places)('limits counted %s', (_, url) => {
  let board: TestBoard;
  let app: RawApp;
  beforeAll(async () => {
    const limits = { RATE_LIMIT: '5', FAILURE_LIMIT: '3', TRUST_PROXY: '1' };
    board = await startBoard({ ...limits, REDIS_URL: url });
    while (board.running.environment.redis?.ready === false)
      await new Promise((resolve) => setTimeout(resolve, 10));
    app = await RawApp.init(board.url, sandboxKey);
  });
  afterAll(async () => {
    await board.stop();
  });

  test('an address that calls too often waits, and is told how long', async () => {
    const call = from('203.0.113.1');
    for (let count = 1; count <= 5; count += 1)
      expect((await call(app.sign(query))).json).toBe('admin');
    const answer = await call(app.sign(query));
    expect(answer.status).toBe(200);
    expect(answer.error).toEqual(['rate_limited', expect.any(Number)]);
    expect(app.verifies(answer)).toBe(true);
    expect((await call(`${app.url}?api_m=api.init`)).error?.[0]).toBe('rate_limited');
  });

  test('an address that guesses waits, however right it is then', async () => {
    const call = from('203.0.113.3');
    const { clientid } = app.secrets;
    await call(app.as(query, 'f'.repeat(32)));
    await call(`${app.url}?${query}&api_c=99999&api_s=x&api_sig=y`);
    expect((await call(app.sign(query))).json).toBe('admin');
    await call(`${app.url}?${query}&api_c=${clientid}&api_s=x&api_sig=y`);
    expect((await call(app.sign(query))).error).toEqual(['rate_limited', expect.any(Number)]);
    expect((await call(`${app.url}?api_m=api.init`)).error?.[0]).toBe('rate_limited');
  });

  test('a client that has lost its token is not punished for beginning again', async () => {
    const call = from('203.0.113.4');
    for (let count = 1; count <= 4; count += 1)
      expect((await call(`${app.url}?api_m=api.init`)).error).toBeUndefined();
    expect((await call(app.sign(query))).json).toBe('admin');
  });

  test('an address is what the trusted proxy says, and nothing before it', async () => {
    for (let count = 1; count <= 5; count += 1)
      await from(`203.0.113.${count}, 203.0.113.5`)(app.sign(query));
    const forged = from('203.0.113.99, 203.0.113.5');
    expect((await forged(app.sign(query))).error?.[0]).toBe('rate_limited');
    expect((await from('203.0.113.6')(app.sign(query))).json).toBe('admin');
  });

  test.each([
    ['2001:db8:1:2::1', '2001:db8:1:2:ffff::9', '2001:db8:1:3::1'],
    ['2001:db8::1', '2001:db8:0:0:1::', '2001:db8:0:1::1'],
    ['::2', '::3', '1::1'],
    ['::ffff:203.0.113.9', '203.0.113.9', '203.0.113.8'],
  ])('%s counts together with %s, and apart from %s', async (one, same, other) => {
    for (let count = 1; count <= 5; count += 1) await from(one)(app.sign(query));
    expect((await from(same)(app.sign(query))).error?.[0]).toBe('rate_limited');
    expect((await from(other)(app.sign(query))).json).toBe('admin');
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
    for (const address of ['203.0.113.1', '203.0.113.2'])
      await from(address)(app.as(query, 'f'.repeat(32)));
    expect((await from('203.0.113.3')(app.sign(query))).error?.[0]).toBe('rate_limited');
  });
});
