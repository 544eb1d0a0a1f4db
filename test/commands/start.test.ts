import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { once } from 'node:events';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Signpost } from '../../src/client/index.ts';
import { openDatabase } from '../../src/db/open.ts';
import { writeOption } from '../../src/library/board/options.ts';
import { MAIN_FORUM } from '../../src/library/board/system-channels.ts';
import { emptyTestDatabase } from '../support/database.ts';
import { keptCounters, recount } from '../support/nodes.ts';
import { answerIn, form, RawApp, send } from '../support/raw.ts';
import { Command } from './command.ts';

const run = promisify(execFile);
const SLOW = 60_000;

let env: Record<string, string>;
/** Where it is called: what it writes beside the database stays in here. */
let folder: string;
let release: () => Promise<unknown>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'start-'));
  const { url, drop } = await emptyDatabase();
  env = { DATABASE_URL: url, PORT: '0' };
  release = drop;
});
afterAll(async () => {
  await release();
  await rm(folder, { recursive: true });
});

/** On SQLite its folder is not there either. */
async function emptyDatabase(): Promise<{ url: string; drop: () => Promise<unknown> }> {
  if (globalThis.TEST_DATABASE !== 'sqlite') return emptyTestDatabase();
  const name = `board-${randomBytes(4).toString('hex')}`;
  return { url: `sqlite:${join(folder, name, 'board.db')}`, drop: async () => undefined };
}

function signpost(args: readonly string[], settings: Record<string, string> = env): Command {
  return new Command(args, settings, folder);
}

/** The file that a first start names, which nobody else may read. */
async function told(command: Command): Promise<string> {
  const [, file = ''] = await command.prints(/password are in (\S+\.txt):/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  return readFile(file, 'utf8');
}

function keyIn(text: string): string {
  return /API key\s+(\S+)/.exec(text)?.[1] ?? '';
}

function passwordIn(text: string): string {
  return /Password\s+(\S+)/.exec(text)?.[1] ?? '';
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
    'on an empty database tells the key, the password and a call that works in a shell',
    async () => {
      const command = signpost(['start']);
      const url = await command.url();
      const text = await told(command);
      const [, example = ''] = /^ {2}(curl .*)$/m.exec(text) ?? [];
      key = keyIn(text);
      password = passwordIn(text);
      for (const secret of [key, password]) expect(command.stdout).not.toContain(secret);
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
      const command = signpost([]);
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
    'warns of options out of their range',
    async () => {
      const database = openDatabase(opened());
      await database.transaction((db) => writeOption(db, 'maxperpage', 0));
      const command = signpost(['start']);
      const warning = /"msg":"the option maxperpage must be a number from 1 to 1000/g;
      await command.prints(warning);
      expect(await command.stop()).toBe(0);
      expect(command.stdout.match(warning)).toHaveLength(1);
      await database.transaction((db) => writeOption(db, 'maxperpage', 100));
      await database.close();
    },
    SLOW,
  );

  test(
    'answers the request that is still arriving when it is told to stop',
    async () => {
      const command = signpost(['start']);
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
    'lets nobody else read what it writes, though the folder was there before',
    async () => {
      if (globalThis.TEST_DATABASE !== 'sqlite') return;
      const open = await mkdtemp(join(tmpdir(), 'open-'));
      await chmod(open, 0o755);
      const settings = { DATABASE_URL: `sqlite:${open}/board.db`, FILES_URL: `file:${open}/files` };
      const command = new Command(['start'], { ...settings, PORT: '0' }, open);
      const url = await command.url();
      const text = await told(command);
      const client = new Signpost({ url, apiKey: keyIn(text), uniqueId: 'open' });
      await client.user.login({ username: 'admin', password: passwordIn(text) });
      await client.content_attach.upload({ file: new File(['text'], 'a.txt') });
      const files = await readdir(open, { recursive: true });
      expect(files).toEqual(expect.arrayContaining(['board.db', 'board.db-wal', 'board.db-shm']));
      expect(files.filter((file) => file.startsWith('files/'))).not.toEqual([]);
      const modes = await Promise.all(
        files.map(async (file) => (await stat(join(open, file))).mode),
      );
      expect(files.filter((_, index) => ((modes[index] ?? 0) & 0o077) !== 0)).toEqual([]);
      expect(await command.stop()).toBe(0);
      await rm(open, { recursive: true });
    },
    SLOW,
  );

  test(
    'warns of a database that other users of the machine may read',
    async () => {
      if (globalThis.TEST_DATABASE !== 'sqlite') return;
      const file = opened().url.replace('sqlite:', '');
      await chmod(file, 0o644);
      const command = signpost(['start']);
      await command.url();
      await command.stop();
      expect(command.stdout).toContain(`chmod o= ${file}*`);
      await chmod(file, 0o600);
    },
    SLOW,
  );

  test(
    'ends at once though somebody hung up on a refusal in the middle of his body',
    async () => {
      const command = signpost(['start']);
      const { hostname, port } = new URL(await command.url());
      const socket = connect(Number(port), hostname);
      socket.on('error', () => undefined);
      const head = `POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
      socket.write(`${head}Content-Length: 9000000\r\n\r\na`);
      const [answer] = (await once(socket, 'data')) as [Buffer];
      expect(answer.toString()).toContain('request_too_large');
      socket.destroy();
      const since = performance.now();
      expect(await command.stop()).toBe(0);
      expect(performance.now() - since).toBeLessThan(10_000);
    },
    SLOW,
  );

  test(
    'waits no longer than it is told for a request that never ends',
    async () => {
      const command = signpost(['start'], { ...env, SHUTDOWN_GRACE_MS: '100' });
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
      const command = signpost(['start'], { ...env, RATE_LIMIT: '0' });
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
    'finishes what it has begun when npm passes the signal on that it has got itself, and ends at a later one',
    async () => {
      const command = signpost(['start']);
      const { hostname, port } = new URL(await command.url());
      const socket = connect(Number(port), hostname);
      const ended = new Promise((resolve) => socket.once('close', resolve));
      socket.on('error', () => undefined);
      const head = `POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n`;
      await new Promise((resolve) => socket.write(`${head}Content-Length: 9\r\n\r\n`, resolve));
      command.kill('SIGTERM');
      await command.prints(/"msg":"stopping"/);
      command.kill('SIGTERM');
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      expect(socket.destroyed).toBe(false);
      command.kill('SIGTERM');
      expect(await command.code()).toBe(1);
      await ended;
    },
    SLOW,
  );

  test.each(['SIGINT', 'SIGHUP'] as const)(
    'stops at %s as at SIGTERM',
    async (signal) => {
      const command = signpost(['start']);
      await command.url();
      command.kill(signal);
      expect(await command.code()).toBe(0);
      expect(command.stdout).toContain('"msg":"stopped"');
    },
    SLOW,
  );

  test(
    'on an empty database tells the key also when its port is taken',
    async () => {
      const { url, drop } = await emptyDatabase();
      const first = signpost(['start']);
      const { port } = new URL(await first.url());
      const second = signpost(['start'], { DATABASE_URL: url, PORT: port });
      expect(await second.code()).toBe(1);
      const third = signpost(['start'], { DATABASE_URL: url, PORT: '0' });
      await RawApp.init(await third.url(), keyIn(await told(second)));
      for (const command of [first, third]) expect(await command.stop()).toBe(0);
      await drop();
    },
    SLOW,
  );

  test(
    'of two first starts at once one makes the board, and both serve it',
    async () => {
      const { url, drop } = await emptyDatabase();
      const both = [1, 2].map(() => signpost(['start'], { DATABASE_URL: url, PORT: '0' }));
      const urls = await Promise.all(both.map((command) => command.url()));
      const [maker, ...others] = both.filter(({ stdout }) => stdout.includes('password are in'));
      expect(others).toEqual([]);
      const apikey = maker && keyIn(await told(maker));
      for (const address of urls) await RawApp.init(address, apikey ?? '');
      for (const command of both) expect(await command.stop()).toBe(0);
      await drop();
    },
    SLOW,
  );

  test(
    'that is killed while it migrates leaves nothing to be mended',
    async () => {
      const { url, drop } = await emptyDatabase();
      for (const delay of [1_000, 1_500, 2_000]) {
        const command = signpost(['start'], { DATABASE_URL: url, PORT: '0' });
        await new Promise((resolve) => setTimeout(resolve, delay));
        command.kill('SIGKILL');
        await command.code();
      }
      const last = signpost(['start'], { DATABASE_URL: url, PORT: '0' });
      expect((await send(`${await last.url()}/health`)).json).toMatchObject({ migrations: 'ok' });
      expect(await last.stop()).toBe(0);
      await drop();
    },
    SLOW,
  );

  test(
    'says in a sentence that its database is of a newer release',
    async () => {
      const database = openDatabase(opened());
      await database.knex('knex_migrations').insert({ name: '9999_next', batch: 2 });
      const command = signpost(['start']);
      expect(await command.code()).toBe(1);
      expect(command.stderr).toMatch(
        /^The database is of a newer release of Signpost.*backup.*\n$/,
      );
      await database.knex('knex_migrations').where({ name: '9999_next' }).del();
      await database.close();
    },
    SLOW,
  );

  test(
    'says in a sentence that the database server does not know its user',
    async () => {
      if (globalThis.TEST_DATABASE === 'sqlite') return;
      const { href } = Object.assign(new URL(globalThis.TEST_DATABASE_URL), {
        username: 'nobody_here',
      });
      for (const url of [href, href.replace(/:[^:@/]*@/, '@')]) {
        const command = signpost(['start'], { DATABASE_URL: url });
        expect(await command.code()).toBe(1);
        expect(command.stderr).toMatch(/^.*is DATABASE_URL right\?\n$/);
      }
    },
    SLOW,
  );

  test(
    'warns in production by name of what is missing or mistyped',
    async () => {
      const production = { ...env, NODE_ENV: 'production', REDIS_ULR: 'x', MAIL_URL: '' };
      const command = signpost(['start'], production);
      await command.url();
      // the log is written at the end of half a second, or of the process
      await command.stop();
      for (const warning of [/REDIS_ULR.*REDIS_URL\?/, /PUBLIC_URL is not/, /MAIL_URL is not/])
        expect(command.stdout).toMatch(warning);
    },
    SLOW,
  );

  test(
    'says in a sentence that files cannot be kept, and stops all the same',
    async () => {
      // In /proc, where a folder is there and takes none.
      const place = process.platform === 'linux' ? 'file:/proc/none' : 'file:/dev/null/none';
      const command = signpost(['start'], { ...env, FILES_URL: place });
      const client = new Signpost({ url: await command.url(), apiKey: key, uniqueId: 'files' });
      await client.user.login({ username: 'admin', password });
      const file = { filename: 'a.txt', bytes: Buffer.from('hello there') };
      await expect(client.content_attach.upload({ file })).rejects.toMatchObject({
        id: 'upload_writefile_failed',
      });
      expect(await command.stop()).toBe(0);
      expect(command.stdout).toContain(`"msg":"FILES_URL=${place}: files cannot be kept there`);
      expect(command.stdout.match(/"msg":"stopped"/g)).toHaveLength(1);
    },
    SLOW,
  );

  test(
    'says in a sentence that its port is taken',
    async () => {
      const first = signpost(['start']);
      const { port } = new URL(await first.url());
      const second = signpost(['start'], { ...env, PORT: port });
      expect(await second.code()).toBe(1);
      expect(second.stderr).toMatch(/EADDRINUSE.*Set PORT to another port\.\n$/);
      expect(second.stderr.trim().split('\n')).toHaveLength(1);
      expect(await first.stop()).toBe(0);
    },
    SLOW,
  );

  test(
    'says in a sentence that its address is none of this machine',
    async () => {
      const command = signpost(['start'], { ...env, HOST: '999.1.1.1' });
      expect(await command.code()).toBe(1);
      expect(command.stderr).toMatch(/^[^\n]*999\.1\.1\.1[^\n]*Set HOST to an address[^\n]*\n$/);
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
      const command = signpost(['start'], { DATABASE_URL: urls[globalThis.TEST_DATABASE] });
      expect(await command.code()).toBe(1);
      expect(command.stderr).toMatch(/DATABASE_URL/);
      expect(command.stderr.trim().split('\n')).toHaveLength(1);
      expect(command.stderr + command.stdout).not.toContain('topsecret');
    },
    SLOW,
  );
});
