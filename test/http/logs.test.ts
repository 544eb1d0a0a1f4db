import { hostname } from 'node:os';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { md5, post, RawApp, send } from '../support/raw.ts';

let board: TestBoard;
let app: RawApp;
beforeAll(async () => {
  board = await startBoard({ API_DEBUG: 'on' });
  app = await RawApp.init(board.url, sandboxKey);
});
afterAll(async () => {
  await board.stop();
});

function lastLine(): Record<string, unknown> {
  return JSON.parse(board.logs.at(-1) ?? '') as Record<string, unknown>;
}

describe('the log', () => {
  test('has one line for each call, with what an operator asks for', async () => {
    const lines = board.logs.length;
    await app.get('api_m=user.fetchByUsername&username=bob');
    expect(board.logs).toHaveLength(lines + 1);
    expect(lastLine()).toMatchObject({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-z]+$/),
      pid: process.pid,
      hostname: hostname(),
      method: 'user.fetchByUsername',
      address: '127.0.0.1',
      client: Number(app.secrets.clientid),
      user: 0,
      form: 'php82',
      queries: 1,
      ms: expect.any(Number),
      msg: 'call',
    });
    expect(lastLine()).not.toHaveProperty('error');
  });

  test("has a refused call's error, and never a method's name that the caller made up", async () => {
    await app.get('api_m=evil.%22%0ainjected');
    expect(lastLine()).toMatchObject({ method: 'unknown', error: 'invalid_api_method' });
    await send(`${board.url}/api.php?api_m=%0a%0d`);
    expect(lastLine()).toMatchObject({ method: 'unknown', error: 'invalid_clientid' });
    expect(board.logs.join('')).not.toContain('injected');
    for (const line of board.logs) expect(line.trim().split('\n')).toHaveLength(1);
  });

  test('has the stack of a bug, whose answer has only the number of that line', async () => {
    const { caches } = board.running.environment;
    const read = caches.session.bind(caches);
    caches.session = () => {
      throw new Error('a bug with a detail');
    };
    const answer = await app.get('api_m=site.getSiteStatistics');
    caches.session = read;
    const { id, level, err } = lastLine();
    expect(answer.json).toEqual({ errors: [['unexpected_error', id]] });
    expect(level).toBe(50);
    expect(err).toMatchObject({
      message: 'a bug with a detail',
      stack: expect.stringMatching(/\n/),
    });
    expect((await app.get('api_m=site.getSiteStatistics')).error).toBeUndefined();
  });
});

describe('secrets', () => {
  test('are in no line after a lively session', async () => {
    const password = sandboxPassword('alice');
    const wrong = 'a-wrong-password';
    const login = async (body: string): Promise<string> => {
      const { json } = await app.post('api_m=user.login', `username=alice&${body}`);
      return (json as { sessionhash?: string }).sessionhash ?? '';
    };
    const hashes = [
      await login(`password=${encodeURIComponent(password)}`),
      await login(`md5password=${md5(password)}`),
      await login(`password=${wrong}`),
      await login(`md5password=${md5(wrong)}`),
    ];
    await app.get(`api_m=user.login&username=alice&password=${wrong}`);
    const userid = (await app.get('api_m=user.fetchCurrentUserinfo&api_v=100')).json as {
      userid: number;
    };
    const change = `userid=${userid.userid}&password=&user[email]=secret.address@example.org`;
    await app.post('api_m=user.save', `${change}&extra[password]=${wrong}`);
    await app.post('api_m=user.save', `${change}&extra[password]=${password}`);
    await app.post('api_m=user.save', `${change}&extra[newpass]=brand-new-pass&debug=1`);
    await send(app.as('api_m=user.save&debug=1', 'f'.repeat(32)));
    await post(app.as('api_m=user.save', ''), 'password[]=brand-new-pass');
    await send(`${app.url}?api_m=user.login&api_c=${app.secrets.clientid}&api_s=${'e'.repeat(32)}`);
    await app.get('api_m=api.init');
    const { json } = await app.post('api_m=user.logout', '');
    const out = json as { apiaccesstoken: string; sessionhash: string };
    const text = board.logs.join('');
    const { token, secret, apikey } = app.secrets;
    const secrets = [token, secret, apikey, out.apiaccesstoken, out.sessionhash, ...hashes];
    for (const kept of [...secrets, password, md5(password), wrong, md5(wrong), 'brand-new-pass'])
      if (kept !== '') expect(text).not.toContain(kept);
    for (const kept of ['secret.address', 'f'.repeat(32), 'e'.repeat(32)])
      expect(text).not.toContain(kept);
    expect(hashes.filter(Boolean)).toHaveLength(2);
  });

  test('of a statement that fails are in no line either', async () => {
    const { database, log } = board.running.environment;
    const failure = await database
      .transaction((db) =>
        db.run(db.knex('session').insert({ apiaccesstoken: app.secrets.token, nosuch: 'hidden' })),
      )
      .catch((error: unknown) => error);
    log.error({ err: failure, token: 'hidden', deep: { secret: 'hidden' } }, 'failed');
    expect(lastLine()).toMatchObject({ err: { stack: expect.any(String) }, token: '***' });
    expect(board.logs.at(-1)).not.toContain('hidden');
    expect(board.logs.at(-1)).not.toContain(app.secrets.token);
  });
});
