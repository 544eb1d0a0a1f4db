import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Sqlite from 'better-sqlite3';
import { readConfig } from '../../src/config.ts';
import { SqliteDatabase } from '../../src/db/sqlite/database.ts';
import { MAIN_FORUM } from '../../src/library/board/system-channels.ts';
import { createLogger } from '../../src/logger.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';
import { type Running, startServer } from '../../src/http/server.ts';
import { waysIn } from '../../src/ways-in.ts';
import { RawApp } from '../support/raw.ts';

describe('a SQLite file', () => {
  let directory: string;
  let file: string;
  let database: SqliteDatabase;
  let running: Running;
  let app: RawApp;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'board-'));
    file = join(directory, 'board.db');
    database = new SqliteDatabase(file, { synchronous: 'normal' });
    await buildSandbox(database, Math.floor(Date.now() / 1000), { topics: 3, replies: 1 });
    running = await startServer(
      {
        config: readConfig({ PORT: '0' }),
        database,
        log: createLogger('silent'),
      },
      waysIn,
    );
    app = await RawApp.init(running.url, sandboxKey);
    await app.post('api_m=user.login', `username=alice&password=${sandboxPassword('alice')}`);
  });
  afterAll(async () => {
    await running.stop();
    await database.close();
    await rm(directory, { recursive: true });
  });

  const read = 'api_m=user.fetchUserName&userid=1';

  /** Another process's connection: until it is closed nobody else may write. */
  function lock(): Sqlite.Database {
    const other = new Sqlite(file);
    other.exec('begin exclusive');
    return other;
  }

  const write = async (): Promise<unknown> => {
    const { error } = await app.post('api_m=api.init', 'uniqueid=writing');
    return error?.[0] ?? 'written';
  };

  test('that another process has locked can be read, and answers toobusy to who writes', async () => {
    const other = lock();
    const [written, first] = await Promise.all([write(), app.get(read)]);
    other.close();
    expect(first.json).toBe('admin');
    expect(written).toBe('toobusy');
    expect(await write()).toBe('written');
  });

  test('that another process has locked for a moment is waited for', async () => {
    const other = lock();
    const writing = write();
    setTimeout(() => other.close(), 200);
    expect(await writing).toBe('written');
  });

  test('on a full disk can be read, refuses posts with storage_full, and keeps nothing of them', async () => {
    const { page_count: size = 0 } =
      (await database.reader().get<{ page_count: number }>('pragma page_count')) ?? {};
    await database.knex.raw(`pragma max_page_count = ${size}`);
    const count = async (): Promise<unknown> =>
      database.reader().get('select count(*) as nodes, max(nodeid) as last from node');
    const before = await count();
    const { json: parentid } = await app.get(
      `api_m=content_channel.fetchChannelIdByGUID&guid=${MAIN_FORUM}`,
    );
    const text = `data[parentid]=${String(parentid)}&data[rawtext]=${'long text '.repeat(4000)}`;
    const answer = await app.post('api_m=content_text.add', `${text}&data[title]=t`);
    expect(answer.error).toEqual(['storage_full']);
    expect(await count()).toEqual(before);
    expect((await app.get(read)).json).toBe('admin');
    await database.knex.raw('pragma max_page_count = 1073741823');
    const again = await app.post('api_m=content_text.add', `${text}&data[title]=t`);
    expect(again.error).toBeUndefined();
  });
});
