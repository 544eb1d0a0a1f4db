import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Signpost, type SignpostOptions } from '../../src/client/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/db.ts';
import { SqliteDatabase } from '../../src/db/sqlite.ts';
import { createLogger } from '../../src/logger.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';
import { type Running, startServer } from '../../src/server.ts';
import type { FetchRules } from '../../src/storage/fetch-url.ts';
import { openTestDatabase } from './database.ts';

/** A sandbox board with a server of its own on a free port. */
export interface TestBoard {
  readonly url: string;
  readonly database: Database;
  readonly running: Running;
  /** What was logged, a line each. */
  readonly logs: readonly string[];
  /** Moves the board's clock. */
  tick(seconds: number): void;
  /** The board's time, in Unix seconds. */
  now(): number;
  /** An app that nobody has logged in to. */
  guest(options?: Partial<SignpostOptions>): Signpost;
  /** An app whose member has logged in: `alice`, `bob`, `mod`, `admin`, `mallory`. */
  login(username: string): Promise<Signpost>;
  stop(): Promise<void>;
}

const size = { topics: 40, replies: 5 };

/**
 * Settings that tests change by name, as text, as an operator would.
 * @param rules where files may be fetched from
 */
export async function startBoard(
  settings: Partial<Record<keyof Config, string>> = {},
  rules?: FetchRules,
): Promise<TestBoard> {
  let offset = 0;
  const now = (): number => Math.floor(Date.now() / 1000) + offset;
  const database = await openTestDatabase();
  await buildSandbox(database, now(), size);
  const folder = await mkdtemp(join(tmpdir(), 'files-of-a-test-'));
  const logs: string[] = [];
  const running = await startServer({
    config: readConfig({
      PORT: '0',
      LOG_LEVEL: 'info',
      FAILURE_LIMIT: '0',
      API_DEBUG: 'on',
      FILES_URL: `file:${folder}`,
      REDIS_PREFIX: `test:${randomBytes(6).toString('hex')}:`,
      ...settings,
    }),
    database,
    log: createLogger('info', lineCollector(logs)),
    now,
    ...(rules && { rules }),
  });
  const guest = (options: Partial<SignpostOptions> = {}): Signpost =>
    new Signpost({
      url: running.url,
      apiKey: sandboxKey,
      uniqueId: randomBytes(6).toString('hex'),
      ...options,
    });
  return {
    url: running.url,
    database,
    running,
    logs,
    now,
    tick: (seconds) => {
      offset += seconds;
    },
    guest,
    async login(username) {
      const client = guest();
      await client.user.login({ username, password: sandboxPassword(username) });
      return client;
    },
    async stop() {
      await running.stop();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function lineCollector(lines: string[]): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
}

/** For tests of SQLite alone. */
export function isSqlite(database: Database): database is SqliteDatabase {
  return database.dialect === 'sqlite';
}
