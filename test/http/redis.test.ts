import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { MAIN_FORUM } from '../../src/library/board/system-channels.ts';
import { createLogger } from '../../src/logger.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { type Running, startServer } from '../../src/http/server.ts';
import { waysIn } from '../../src/ways-in.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { Cable } from '../support/cable.ts';
import { RawApp, send } from '../support/raw.ts';

const url = process.env.TEST_REDIS_URL;

async function until(done: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 20));
}

async function username(app: RawApp): Promise<unknown> {
  const { json, error } = await app.get('api_m=user.fetchCurrentUserinfo');
  return error?.[0] ?? (json as { username?: unknown }).username;
}

async function logIn(app: RawApp, name: string): Promise<void> {
  await app.post('api_m=user.login', `username=${name}&password=${sandboxPassword(name)}`);
}

/** A second server on a board's database. */
async function startSecond(board: TestBoard, redis: string): Promise<Running> {
  const { REDIS_PREFIX } = board.running.environment.config;
  const second = await startServer(
    {
      config: readConfig({ PORT: '0', REDIS_URL: redis, REDIS_PREFIX }),
      database: board.database,
      log: createLogger('silent'),
      now: () => board.now(),
    },
    waysIn,
  );
  await until(() => bothReady(board.running, second));
  return second;
}

/** Whether each of them hears what the others tell. */
function bothReady(...servers: readonly Running[]): boolean {
  return servers.every(({ environment }) => environment.redis?.ready === true);
}

function sharedTests(redis: string): void {
  let board: TestBoard;
  let second: Running;
  beforeAll(async () => {
    board = await startBoard({ REDIS_URL: redis });
    second = await startSecond(board, redis);
  });
  afterAll(async () => {
    await second.stop();
    await board.stop();
  });

  /** The same app at both servers, known to both. */
  async function everywhere(): Promise<readonly [RawApp, RawApp]> {
    const here = await RawApp.init(board.url, sandboxKey);
    const there = new RawApp(second.url, here.secrets);
    await username(there);
    await logIn(here, 'alice');
    await until(async () => (await username(there)) === 'alice');
    return [here, there];
  }

  test('a logout at one is a logout at the other', async () => {
    const [here, there] = await everywhere();
    await here.post('api_m=user.logout', '');
    await until(async () => (await username(there)) === 'Guest');
    expect(await username(here)).toBe('Guest');
  });

  test('a ban at one counts at the other', async () => {
    const [here, there] = await everywhere();
    const { userid } = (await here.get('api_m=user.fetchCurrentUserinfo')).json as {
      userid: string;
    };
    await board.database.transaction(async (db) => {
      const ban = { userid: Number(userid), usergroupid: 2, bandate: 0, liftdate: 0, reason: 'x' };
      await db.run(db.knex('userban').insert({ ...ban, adminid: 1 }));
    });
    await board.running.environment.caches.forgetUser(Number(userid));
    const banned = async (app: RawApp): Promise<boolean> =>
      (await app.get('api_m=site.getSiteStatistics')).error?.[0] === 'user_banned';
    expect(await banned(here)).toBe(true);
    await until(() => banned(there));
    await board.database.transaction((db) => db.run('delete from userban where liftdate = 0'));
    await board.running.environment.caches.forgetUser(Number(userid));
  });

  test("a channel's rights taken away at one are gone at the other", async () => {
    const [here, there] = await everywhere();
    const found = await here.get(`api_m=content_channel.fetchChannelIdByGUID&guid=${MAIN_FORUM}`);
    const query = `api_m=node.getNode&nodeid=${String(found.json)}`;
    for (const app of [here, there]) expect((await app.get(query)).error).toBeUndefined();
    await board.database.transaction(async (db) => {
      for (const groupid of [1, 2])
        await db.run(db.knex('permission').insert({ nodeid: Number(found.json), groupid }));
    });
    await board.running.environment.caches.forgetBoard();
    expect((await here.get(query)).error?.[0]).toBe('invalid_node_id');
    await until(async () => (await there.get(query)).error?.[0] === 'invalid_node_id');
  });

  test('a line that swallows all is noticed without a call, and believed no longer', async () => {
    const cable = new Cable(new URL(redis));
    await cable.plug();
    const third = await startSecond(board, `redis://127.0.0.1:${cable.port}`);
    const here = await RawApp.init(board.url, sandboxKey);
    await logIn(here, 'bob');
    const there = new RawApp(third.url, here.secrets);
    expect(await username(there)).toBe('bob');
    cable.freeze();
    await here.post('api_m=user.logout', '');
    await until(() => third.environment.redis?.ready === false);
    // On SQLite a process believes what it keeps for five seconds.
    await until(async () => (await username(there)) === 'Guest');
    cable.thaw();
    await until(() => third.environment.redis?.ready === true);
    await third.stop();
    await cable.cut();
  });

  test('calls at both count together', async () => {
    const limited = await startBoard({ REDIS_URL: redis, RATE_LIMIT: '4' });
    const { config } = limited.running.environment;
    const log = createLogger('silent');
    const other = await startServer({ config, database: limited.database, log }, waysIn);
    await until(() => bothReady(limited.running, other));
    const here = await RawApp.init(limited.url, sandboxKey);
    const there = new RawApp(other.url, here.secrets);
    for (const app of [here, there, here, there]) expect(await username(app)).toBe('Guest');
    for (const app of [here, there]) expect(await username(app)).toBe('rate_limited');
    await other.stop();
    await limited.stop();
  });
}

const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
});

/** A Redis of our own, to be killed. */
async function startRedis(port: number): Promise<ChildProcess> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: ['ignore', 'pipe', 'ignore'] });
  children.push(child);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  await until(() => printed.includes('Ready to accept connections'));
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function stopRedis(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'exit');
}

function awayTests(): void {
  test('calls are served without Redis, /health says so, and it is found again', async () => {
    const port = await freePort();
    const settings = { RATE_LIMIT: '1000', FAILURE_LIMIT: '1000' };
    const board = await startBoard({ ...settings, REDIS_URL: `redis://127.0.0.1:${port}` });
    const app = await RawApp.init(board.url, sandboxKey);
    const health = async (): Promise<unknown> => (await send(`${board.url}/health`)).json;
    const away = { status: 'degraded', redis: 'away', database: 'ok' };
    const well = { status: 'ok', redis: 'ok', database: 'ok' };
    expect(await health()).toMatchObject(away);
    await logIn(app, 'alice');
    expect(await username(app)).toBe('alice');
    for (let round = 0; round < 2; round += 1) {
      const redis = await startRedis(port);
      await until(() => bothReady(board.running));
      expect(await health()).toMatchObject(well);
      expect(await username(app)).toBe('alice');
      await stopRedis(redis);
      await until(() => !bothReady(board.running));
      expect(await username(app)).toBe('alice');
      expect(await health()).toMatchObject(away);
    }
    const hanging = await startRedis(port);
    await until(() => bothReady(board.running));
    hanging.kill('SIGSTOP');
    await logIn(app, 'bob');
    expect(await username(app)).toBe('bob');
    await until(() => !bothReady(board.running));
    hanging.kill('SIGCONT');
    await until(() => bothReady(board.running));
    expect(await username(app)).toBe('bob');
    await stopRedis(hanging);
    expect(board.logs.filter((line) => line.includes('redis is away')).length).toBeGreaterThan(0);
    expect(board.logs.filter((line) => line.includes('redis is away')).length).toBeLessThan(10);
    await board.stop();
  }, 30_000);
}

if (url !== undefined) {
  describe('two servers that share a Redis', () => {
    sharedTests(url);
  });
  describe('Redis away', awayTests);
} else {
  test('without TEST_REDIS_URL Redis is not configured, and that is well', async () => {
    const board = await startBoard();
    const { json } = await send(`${board.url}/health`);
    expect(json).toMatchObject({ status: 'ok', redis: 'not configured' });
    await board.stop();
  });
}
