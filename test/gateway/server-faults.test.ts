import { createServer, connect, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/db.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createLogger } from '../../src/logger.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { type Running, startServer } from '../../src/server.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { RawApp, send } from '../support/raw.ts';

if (globalThis.TEST_DATABASE !== 'sqlite') describe('a database server', faults);
else
  test('faults of database servers are tested in their projects', () => {
    expect(globalThis.TEST_DATABASE).toBe('sqlite');
  });

/** A line to the database server that can be cut. */
class Cable {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  port = 0;

  constructor(target: URL) {
    this.#target = target;
  }

  async plug(): Promise<void> {
    const server = createServer((near) => {
      const far = connect(Number(this.#target.port), this.#target.hostname);
      for (const [one, other] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(one);
        one.pipe(other);
        one.on('error', () => undefined);
        one.on('close', () => {
          other.destroy();
          this.#sockets.delete(one);
        });
      }
    });
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.port = address.port;
    this.#server = server;
  }

  async cut(): Promise<void> {
    const closed = this.#server?.close() && once(this.#server, 'close');
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}

function faults(): void {
  let board: TestBoard;
  let cable: Cable;
  let database: Database;
  let running: Running;
  let app: RawApp;
  const logs: string[] = [];

  beforeAll(async () => {
    board = await startBoard();
    const url = new URL(globalThis.TEST_DATABASE_URL);
    cable = new Cable(new URL(url));
    await cable.plug();
    url.host = `127.0.0.1:${cable.port}`;
    url.pathname = `/${await nameOf(board.database)}`;
    database = openDatabase({ url: url.href, poolSize: 4, synchronous: 'normal' });
    running = await startServer({
      config: readConfig({ PORT: '0' }),
      database,
      log: createLogger('info', { write: (line: string) => void logs.push(line) }),
    });
    app = await RawApp.init(running.url, sandboxKey);
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
    await cable.cut();
    await board.stop();
  });

  const read = 'api_m=user.fetchUserName&userid=1';

  /** Reading, writing and the two together. */
  async function outcomes(): Promise<Set<unknown>> {
    const calls = [read, 'api_m=api.init&uniqueid=x', read, 'api_m=api.init&uniqueid=y'];
    const answers = await Promise.all(calls.map((query) => app.get(query)));
    return new Set(answers.map(({ error }) => error?.[0] ?? 'ok'));
  }

  async function recovered(): Promise<void> {
    for (;;) {
      const seen = await outcomes();
      for (const outcome of seen) expect(['ok', 'toobusy']).toContain(outcome);
      if (seen.size === 1 && seen.has('ok')) return;
    }
  }

  test('that is away makes calls answer toobusy until it is back', async () => {
    expect(await outcomes()).toEqual(new Set(['ok']));
    await cable.cut();
    expect(await outcomes()).toEqual(new Set(['toobusy']));
    const health = await send(`${running.url}/health`);
    expect([health.status, health.json]).toEqual([
      503,
      expect.objectContaining({ status: 'down', database: 'down' }),
    ]);
    await cable.plug();
    await recovered();
    const well = await send(`${running.url}/health`);
    expect([well.status, well.json]).toMatchObject([200, { status: 'ok', database: 'ok' }]);
  }, 60_000);

  test('that ends all connections, idle and busy, is used again at once', async () => {
    for (let round = 0; round < 3; round += 1) {
      const [seen] = await Promise.all([outcomes(), endConnections(board.database)]);
      for (const outcome of seen) expect(['ok', 'toobusy']).toContain(outcome);
      await recovered();
    }
  }, 30_000);

  test('in which another holds a lock makes who needs it wait, and then answers toobusy', async () => {
    const other = board.database.knex;
    const lock = await other.transaction();
    await lock('apiclient').where('apiclientid', app.secrets.clientid).update({ lastactivity: 1 });
    const again = `${running.url}/api.php?api_m=api.init&${app.identity}`;
    const [writing, reading] = await Promise.all([send(again), app.get(read)]);
    expect(reading.json).toBe('admin');
    expect(writing.error).toEqual(['toobusy']);
    await lock.rollback();
    expect((await send(again)).json).toMatchObject({ apiclientid: app.secrets.clientid });
  }, 30_000);

  test('has left no token, secret or statement with its values in the log', () => {
    const text = logs.join('');
    expect(text).toContain('"error":"toobusy"');
    expect(text).not.toContain('unexpected_error');
    for (const name of ['token', 'secret', 'apikey'] as const)
      expect(text).not.toContain(app.secrets[name]);
  });
}

async function nameOf(database: Database): Promise<string> {
  const sql = database.dialect === 'postgres' ? 'current_database()' : 'database()';
  const row = await database.reader().get<{ name: string }>(`select ${sql} as name`);
  return row?.name ?? '';
}

async function endConnections({ knex, dialect }: Database): Promise<void> {
  if (dialect === 'postgres') {
    await knex.raw(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    return;
  }
  const [rows] = (await knex.raw(
    'select id from information_schema.processlist where db = database() and id <> connection_id()',
  )) as [{ id: number }[]];
  for (const { id } of rows) await knex.raw(`kill ${id}`).catch(() => undefined);
}
