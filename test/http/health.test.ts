import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Socket } from 'node:net';
import { ProxyWatch } from '../../src/memory/proxy-watch.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { named } from '../support/files.ts';
import { RawApp, send } from '../support/raw.ts';

let board: TestBoard;
beforeEach(async () => {
  board = await startBoard();
});
afterEach(async () => {
  await board.stop();
});

const health = async (): Promise<unknown> => (await send(`${board.url}/health`)).json;

test('all is well on a fresh board', async () => {
  expect(await health()).toMatchObject({
    status: 'ok',
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    disk: 'ok',
    files: 'ok',
    jobs: 'ok',
    proxy: 'ok',
    load: 'ok',
  });
});

test('who asks while somebody else does gets the same answer', async () => {
  const { storage } = board.running.environment.files;
  let looks = 0;
  storage.check = async () => {
    looks += 1;
    await new Promise((resolve) => setTimeout(resolve, 300));
  };
  const answers = await Promise.all(Array.from({ length: 20 }, health));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(looks).toBeLessThan(5);
  const before = looks;
  await health();
  expect(looks).toBe(before + 1);
});

describe('the board is degraded', () => {
  test('for a minute after something could not be stored', async () => {
    board.running.environment.faults.note('storage_full');
    expect(await health()).toMatchObject({ status: 'degraded', disk: 'full' });
  });

  test('while Redis is away, which is logged once', async () => {
    const other = await startBoard({ REDIS_URL: 'redis://127.0.0.1:9' });
    const { redis } = other.running.environment;
    for (let tries = 0; tries < 2; tries += 1)
      await new Promise((resolve) => redis?.client.once('error', resolve));
    expect((await send(`${other.url}/health`)).json).toMatchObject({ redis: 'away' });
    expect(other.logs.filter((line) => line.includes('redis is away'))).toHaveLength(1);
    await other.stop();
  });

  test('while jobs are dead', async () => {
    const row = { kind: 'mail', payload: '{}', created: 1, due: 1, dead: 1 };
    await board.database.transaction((db) => db.insert('outbox', row, 'jobid'));
    expect(await health()).toMatchObject({ status: 'degraded', jobs: 'dead' });
  });

  test('while the storage of files cannot be reached, or does not answer', async () => {
    const { storage } = board.running.environment.files;
    storage.check = () => Promise.reject(new Error('away'));
    expect(await health()).toMatchObject({ status: 'degraded', files: 'unreachable' });
    storage.check = () => new Promise(() => undefined);
    expect(await health()).toMatchObject({ status: 'degraded', files: 'unreachable' });
  });

  test.each([
    ['EIO', { disk: 'ok', files: 'failing' }],
    ['ENOSPC', { disk: 'full', files: 'ok' }],
    ['EDQUOT', { disk: 'full', files: 'ok' }],
  ])('for a minute after a file could not be stored (%s)', async (code, parts) => {
    const { storage } = board.running.environment.files;
    storage.put = () => Promise.reject(Object.assign(new Error(code), { code }));
    const alice = await board.login('alice');
    await expect(
      alice.content_attach.upload({ file: named('a.txt', 'hello there') }),
    ).rejects.toMatchObject({ id: 'upload_writefile_failed' });
    expect(await health()).toMatchObject({ status: 'degraded', ...parts });
  });

  test('where the folder of files cannot be made, and uploads are refused', async () => {
    const other = await startBoard({ FILES_URL: 'file:/dev/null/files' });
    const alice = await other.login('alice');
    await expect(
      alice.content_attach.upload({ file: named('a.txt', 'hello there') }),
    ).rejects.toMatchObject({ id: 'upload_writefile_failed' });
    expect((await send(`${other.url}/health`)).json).toMatchObject({
      status: 'degraded',
      disk: 'ok',
      files: 'unreachable',
    });
    await other.stop();
  });

  test('once a proxy forwards calls and is not trusted, which is logged once', async () => {
    const app = await RawApp.init(board.url, sandboxKey);
    const url = app.sign('api_m=user.fetchUserName&userid=1');
    for (let count = 0; count < 3; count += 1)
      await send(url, { headers: { 'X-Forwarded-For': '203.0.113.1' } });
    expect(await health()).toMatchObject({ status: 'degraded', proxy: 'not trusted' });
    expect(board.logs.filter((line) => line.includes('TRUST_PROXY'))).toHaveLength(1);
  });
});

test('a header from somebody far away is no proxy', () => {
  const { log } = board.running.environment;
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: '8.8.8.8' });
  const watch = new ProxyWatch(0, log);
  watch.notice({ headers: { 'x-forwarded-for': '1.2.3.4' }, socket } as never);
  expect(watch.unknown).toBe(false);
});

test('a database that does not answer is down, and that is said soon', async () => {
  board.running.environment.database.ping = () => new Promise(() => undefined);
  const answer = await send(`${board.url}/health`);
  expect([answer.status, answer.json]).toMatchObject([503, { status: 'down', database: 'down' }]);
});

describe('/metrics', () => {
  const metrics = (headers = {}) => send(`${board.url}/metrics`, { headers });

  test('shows how the process and what it needs are doing', async () => {
    const text = (await metrics()).body.toString();
    for (const line of [
      /^signpost_build_info\{version="[^"]+",node="v\d+/m,
      /^signpost_database_up 1$/m,
      /^signpost_calls_working\{mode="readonly"\} 0$/m,
      /^signpost_queue\{name="passwords",state="waiting"\} 0$/m,
      /^signpost_jobs\{state="dead"\} 0$/m,
      /^signpost_oldest_job_seconds \d+$/m,
      /^signpost_overloaded 0$/m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toMatch(/^signpost_redis_up/m);
  });

  test.each(['X-Forwarded-For', 'Forwarded', 'X-Real-IP'])(
    'is not for what a proxy on this machine forwards (%s)',
    async (name) => {
      expect((await metrics()).status).toBe(200);
      for (const address of ['8.8.8.8', '127.0.0.1'])
        expect((await metrics({ [name]: address })).status).toBe(404);
    },
  );
});

test('a refusal of the database is a warning now and then, and no error', async () => {
  const { faults } = board.running.environment;
  const before = board.logs.length;
  for (let count = 0; count < 50; count += 1) faults.note('toobusy', new Error('Connection lost'));
  const lines = board.logs.slice(before);
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ level: 40, error: 'toobusy' });
});
