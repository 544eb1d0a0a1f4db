import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase } from '../../src/db/open.ts';
import { MAIN_FORUM } from '../../src/library/system-channels.ts';
import { openTestDatabase } from '../support/database.ts';
import { keptCounters, recount } from '../support/nodes.ts';
import { answerIn, form, RawApp, send } from '../support/raw.ts';
import { Command } from './command.ts';

const run = promisify(execFile);
const SLOW = 60_000;

let env: Record<string, string>;
let release: () => Promise<void>;
beforeAll(async () => {
  const { url, drop } = await emptyDatabase();
  env = { DATABASE_URL: url, PORT: '0' };
  release = drop;
});
afterAll(async () => {
  await release();
});

async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (globalThis.TEST_DATABASE === 'sqlite') {
    const directory = await mkdtemp(join(tmpdir(), 'start-'));
    const drop = (): Promise<void> => rm(directory, { recursive: true });
    return { url: `sqlite:${join(directory, 'new', 'board.db')}`, drop };
  }
  const database = await openTestDatabase();
  const sql = database.dialect === 'postgres' ? 'current_database()' : 'database()';
  const row = await database.reader().get<{ name: string }>(`select ${sql} as name`);
  const url = new URL(globalThis.TEST_DATABASE_URL);
  url.pathname = `/${row?.name ?? ''}`;
  return { url: url.href, drop: () => database.close() };
}

function opened() {
  return { url: env.DATABASE_URL ?? '', poolSize: 1, synchronous: 'normal' } as const;
}

/** What the second start must leave alone. */
async function contents(): Promise<unknown> {
  const database = openDatabase(opened());
  const db = database.reader();
  const tables = ['options', 'user', 'node', 'apiclient', 'session', 'usergroup', 'permission'];
  const rows = tables.map((table) => db.all(db.knex(table).select('*')));
  const read = await Promise.all(rows);
  await database.close();
  return read;
}

describe('signpost start', () => {
  let key: string;
  let password: string;
  let after: unknown;

  test(
    'on an empty database prints the key, the password and a call that works in a shell',
    async () => {
      const command = new Command(['start'], env);
      const url = await command.url();
      const [, example = ''] = await command.prints(/^ {2}(curl .*)$/m);
      key = /API key\s+(\S+)/.exec(command.stdout)?.[1] ?? '';
      password = /Password\s+(\S+)/.exec(command.stdout)?.[1] ?? '';
      expect(key).toMatch(/^[0-9a-f]{24}$/);
      const { stdout } = await run('sh', ['-c', example.replace('curl', 'curl -s')]);
      expect(JSON.parse(stdout)).not.toHaveProperty('errors');
      const app = await RawApp.init(url, key);
      const login = `username=admin&password=${encodeURIComponent(password)}`;
      expect((await app.post('api_m=user.login', login)).error).toBeUndefined();
      expect(await command.stop()).toBe(0);
      expect(command.stdout).toContain('"msg":"stopped"');
      expect(command.stderr).toBe('');
      after = await contents();
    },
    SLOW,
  );

  test(
    'on a board prints no secret and changes nothing',
    async () => {
      const command = new Command([], env);
      const url = await command.url();
      expect((await send(`${url}/health`)).json).toMatchObject({ status: 'ok', migrations: 'ok' });
      expect(await command.stop()).toBe(0);
      expect(command.stdout).not.toMatch(/API key|Password|curl/);
      for (const secret of [key, password]) expect(command.stdout).not.toContain(secret);
      expect(await contents()).toEqual(after);
    },
    SLOW,
  );

  test(
    'answers the request that is still arriving when it is told to stop',
    async () => {
      const command = new Command(['start'], env);
      const url = await command.url();
      const { hostname, port } = new URL(url);
      const socket = connect(Number(port), hostname);
      const idle = connect(Number(port), hostname);
      let received = '';
      socket.on('data', (chunk) => {
        received += chunk.toString();
      });
      const body = 'api_m=api.init&clientname=late';
      const head = `POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
      socket.write(`${head}Content-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`);
      idle.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
      await new Promise((resolve) => idle.once('data', resolve));
      command.kill('SIGTERM');
      await command.prints(/"msg":"stopping"/);
      socket.write(body.slice(10));
      expect(await command.code()).toBe(0);
      expect(answerIn(received).json).toMatchObject({ apiversion: 5 });
      expect(command.stdout).toContain('"msg":"stopped"');
      socket.destroy();
      idle.destroy();
    },
    SLOW,
  );

  test(
    'waits no longer than it is told for a request that never ends',
    async () => {
      const command = new Command(['start'], { ...env, SHUTDOWN_GRACE_MS: '100' });
      const { hostname, port } = new URL(await command.url());
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      const head = `POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
      await new Promise((resolve) => socket.write(`${head}Content-Length: 9\r\n\r\n`, resolve));
      expect(await command.stop()).toBe(0);
      socket.destroy();
    },
    SLOW,
  );

  test(
    'has lost nothing that it had acknowledged when it was killed, and counted nothing else',
    async () => {
      const command = new Command(['start'], { ...env, RATE_LIMIT: '0' });
      const app = await RawApp.init(await command.url(), key);
      await app.post('api_m=user.login', `username=admin&password=${encodeURIComponent(password)}`);
      const guid = `api_m=content_channel.fetchChannelIdByGUID&guid=${MAIN_FORUM}`;
      const parentid = String((await app.get(guid)).json);
      const acknowledged: number[] = [];
      const write = async (writer: number): Promise<void> => {
        for (let count = 1; ; count += 1) {
          const data = `data[parentid]=${parentid}&data[title]=T&data[rawtext]=${writer}.${count}`;
          const answer = await app.post('api_m=content_text.add', data).catch(() => undefined);
          if (answer === undefined) return;
          acknowledged.push(Number(answer.json));
          if (acknowledged.length === 100) command.kill('SIGKILL');
        }
      };
      await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
      expect(acknowledged.length).toBeGreaterThanOrEqual(100);
      const database = openDatabase(opened());
      const rows = await database
        .reader()
        .all<{ nodeid: number }>('select nodeid from node where parentid = ?', [Number(parentid)]);
      const there = new Set(rows.map(({ nodeid }) => nodeid));
      expect(acknowledged.filter((nodeid) => !there.has(nodeid))).toEqual([]);
      expect(await keptCounters(database)).toEqual(await recount(database));
      await database.close();
    },
    SLOW,
  );

  test(
    'says in a sentence that its port is taken',
    async () => {
      const first = new Command(['start'], env);
      const { port } = new URL(await first.url());
      const second = new Command(['start'], { ...env, PORT: port });
      expect(await second.code()).toBe(1);
      expect(second.stderr).toMatch(/EADDRINUSE.*Set PORT to another port\.\n$/);
      expect(second.stderr.trim().split('\n')).toHaveLength(1);
      expect(await first.stop()).toBe(0);
    },
    SLOW,
  );

  test(
    'says in a sentence that its database is not there',
    async () => {
      const urls = {
        sqlite: 'sqlite:/dev/null/board.db',
        postgres: 'postgres://u:topsecret@127.0.0.1:9/x',
        mariadb: 'mysql://u:topsecret@127.0.0.1:9/x',
      };
      const command = new Command(['start'], { DATABASE_URL: urls[globalThis.TEST_DATABASE] });
      expect(await command.code()).toBe(1);
      expect(command.stderr).toMatch(/DATABASE_URL/);
      expect(command.stderr.trim().split('\n')).toHaveLength(1);
      expect(command.stderr + command.stdout).not.toContain('topsecret');
    },
    SLOW,
  );
});
