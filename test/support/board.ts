import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { Signpost, type SignpostOptions } from '../../src/client/index.ts';
import { type Config, readConfig } from '../../src/config.ts';
import type { Database } from '../../src/db/db.ts';
import { type SqliteDatabase } from '../../src/db/sqlite/database.ts';
import { createLogger } from '../../src/logger.ts';
import { sandboxKey, sandboxPassword } from '../../src/sandbox/credentials.ts';
import { type Running, startServer } from '../../src/http/server.ts';
import { waysIn } from '../../src/ways-in.ts';
import type { FetchRules } from '../../src/storage/fetch-url.ts';
import { openTestBoard } from './database.ts';
import type { Kind } from './template.ts';

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
  login(username: string, options?: Partial<SignpostOptions>): Promise<Signpost>;
  stop(): Promise<void>;
}

/**
 * Settings that tests change by name, as text, as an operator would.
 * @param rules where files may be fetched from
 * @param kind what is on the board
 * @param open the ways into it
 */
export async function startBoard(
  settings: Partial<Record<keyof Config, string>> = {},
  rules?: FetchRules,
  kind: Kind = 'board',
  open = waysIn,
): Promise<TestBoard> {
  const { database, now: made } = await openTestBoard(kind);
  // The board's clock begins when the board was made, so that its posts are as old as those of a new one.
  let offset = made - Math.floor(Date.now() / 1000);
  const now = (): number => Math.floor(Date.now() / 1000) + offset;
  const folder = await mkdtemp(join(tmpdir(), 'files-of-a-test-'));
  const logs: string[] = [];
  const running = await startServer(
    {
      config: readConfig({
        PORT: '0',
        LOG_LEVEL: 'info',
        FAILURE_LIMIT: '0',
        RATE_LIMIT: '0',
        MAX_CALLS: '1000000',
        BUSY_CALLS: '0',
        INIT_LIMIT: '0',
        REGISTER_LIMIT: '0',
        SEARCH_LIMIT: '0',
        SHUTDOWN_GRACE_MS: '100',
        API_DEBUG: 'on',
        FILES_URL: `file:${folder}`,
        REDIS_PREFIX: `test:${randomBytes(6).toString('hex')}:`,
        ...settings,
      }),
      database,
      log: createLogger('info', lineCollector(logs)),
      now,
      ...(rules && { rules }),
    },
    open,
  );
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
    async login(username, options) {
      const client = guest(options);
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
  return database.engine === 'sqlite';
}
