import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../../src/config.ts';
import { type Database, refusalOf } from '../../src/db/db.ts';
import { openDatabase } from '../../src/db/open.ts';
import { createLogger } from '../../src/logger.ts';
import { sandboxKey } from '../../src/sandbox/credentials.ts';
import { type Running, startServer } from '../../src/http/server.ts';
import { waysIn } from '../../src/ways-in.ts';
import { startBoard, type TestBoard } from '../support/board.ts';
import { Cable } from '../support/cable.ts';
import { RawApp, send } from '../support/raw.ts';

describe('a database server', () => {
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
    const limitMs = 2_000;
    database = openDatabase({ url: url.href, poolSize: 4, synchronous: 'normal', limitMs });
    running = await startServer(
      {
        config: readConfig({ PORT: '0' }),
        database,
        log: createLogger('info', { write: (line: string) => void logs.push(line) }),
      },
      waysIn,
    );
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

  test('that is cut off under load refuses nothing but with toobusy', async () => {
    const seen = new Set<unknown>();
    let writing = true;
    const write = async (writer: number): Promise<void> => {
      for (let count = 1; writing; count += 1) {
        const query = `api_m=api.init&uniqueid=load.${writer}.${count}`;
        seen.add((await app.get(query)).error?.[0] ?? 'ok');
      }
    };
    const writers = Array.from({ length: 8 }, (_, writer) => write(writer));
    for (let round = 0; round < 3; round += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await cable.cut();
      await cable.plug();
    }
    writing = false;
    await Promise.all(writers);
    expect(seen).toEqual(new Set(['ok', 'toobusy']));
    await recovered();
  }, 60_000);

  test('that takes too long with a statement stops it, and the connection goes on', async () => {
    const slow = 'select count(*) from node a, node b, node c, node d, node e, node f';
    const failure: unknown = await database
      .transaction((db) => db.get(slow))
      .catch((error: unknown) => error);
    expect(refusalOf(failure)?.id).toBe('toobusy');
    expect(await outcomes()).toEqual(new Set(['ok']));
  }, 60_000);

  test('that is out of reach makes nobody wait for ever, and is used again', async () => {
    expect(await outcomes()).toEqual(new Set(['ok']));
    cable.freeze();
    const calls = [outcomes(), outcomes()];
    expect((await send(`${running.url}/health`)).status).toBe(503);
    expect((await send(`${running.url}/health`)).status).toBe(503);
    for (const seen of await Promise.all(calls))
      for (const outcome of seen) expect(['ok', 'toobusy']).toContain(outcome);
    cable.thaw();
    await recovered();
  }, 60_000);

  test('in which another holds a lock makes who needs it wait, and then answers toobusy', async () => {
    const other = board.database.knex;
    const lock = await other.transaction();
    await lock('apiclient').where('apiclientid', app.secrets.clientid).update({ lastactivity: 1 });
    const again = 'api_m=api.init';
    const [writing, reading] = await Promise.all([app.get(again), app.get(read)]);
    await lock.rollback();
    expect(reading.json).toBe('admin');
    expect(writing.error).toEqual(['toobusy']);
    expect((await app.get(again)).json).toMatchObject({ apiclientid: app.secrets.clientid });
  }, 30_000);

  test('has left no token, secret or statement with its values in the log', () => {
    const text = logs.join('');
    expect(text).toContain('"error":"toobusy"');
    expect(text).not.toContain('unexpected_error');
    for (const name of ['token', 'secret', 'apikey'] as const)
      expect(text).not.toContain(app.secrets[name]);
  });
});

async function nameOf(database: Database): Promise<string> {
  const sql = database.engine === 'postgres' ? 'current_database()' : 'database()';
  const row = await database.reader().get<{ name: string }>(`select ${sql} as name`);
  return row?.name ?? '';
}

async function endConnections({ knex, engine }: Database): Promise<void> {
  if (engine === 'postgres') {
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
