import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Knex } from 'knex';
import { Commits } from './commits.ts';
import { codeOf, type Database, type Db } from '../db.ts';
import { makeFolderSync } from '../../folder.ts';
import { FarReads } from './far-reads.ts';
import { Lock } from './lock.ts';
import { Handle } from './handle.ts';
import { LOCK_WAIT_MS, open, refuseCrashingDriver, type SqliteOptions } from './open.ts';
import { knexOn } from './builder.ts';
import { Snapshot } from './snapshot.ts';
import { Snapshots } from './snapshots.ts';
import { type Far, SqliteDb } from './db.ts';

/** How often who waits for his turn looks, and for how long at most. */
const TURN_LOOK_MS = 50;
const TURN_WAIT_MS = 1_800_000;

/** 16 MB, or some 8,000 posts: in less nothing takes long, and threads would be a waste. */
const FAR_PAGES = 4_096;

/**
 * SQLite in a file: one handle writes, another reads, so that readers never wait for a writer, and what takes long is
 * read in other threads. In memory there is only one handle; there a reader would see an open transaction, so reads queue
 * up behind it.
 */
export class SqliteDatabase implements Database {
  readonly engine = 'sqlite';
  readonly knex: Knex;
  readonly #writer: Handle;
  readonly #reader: Handle;
  readonly #lock = new Lock(LOCK_WAIT_MS);
  readonly #commits: Commits;
  readonly #snapshot: Snapshot | undefined;
  /** Undefined in memory, which no other connection can read. */
  readonly #far: FarReads | undefined;
  readonly #farPages: number;
  /** Undefined in memory, where nobody writes while the lock is held. */
  readonly #snapshots: Snapshots | undefined;

  /** @param source a file's name, `:memory:`, or an image from {@link serialize} to begin with in memory */
  constructor(source: string | Buffer, options: SqliteOptions = { synchronous: 'full' }) {
    refuseCrashingDriver();
    const inMemory = typeof source !== 'string' || source === ':memory:';
    if (!inMemory) makeFolderSync(dirname(source), 0o700);
    this.#writer = new Handle(open(source, options));
    this.#reader = inMemory ? this.#writer : new Handle(open(source, options, true));
    this.#snapshot = inMemory ? undefined : new Snapshot(this.#reader.connection);
    this.#farPages = options.farPages ?? FAR_PAGES;
    this.#far = inMemory ? undefined : new FarReads(source);
    this.#commits = new Commits(this.#writer.connection, () => this.#snapshot?.close());
    this.#snapshots = inMemory ? undefined : new Snapshots(() => open(source, options, true));
    this.knex = knexOn(this.#writer.connection);
  }

  /** The whole database as bytes. */
  serialize(): Buffer {
    return this.#writer.connection.serialize();
  }

  reader(who = ''): Db {
    const gate = this.#reader === this.#writer ? this.#lock : undefined;
    const far = this.#farFor(who);
    return new SqliteDb(this.#reader, { gate, snapshot: this.#snapshot, far });
  }

  async snapshot<T>(work: (db: Db) => Promise<T>, who = ''): Promise<T> {
    if (this.#snapshots === undefined) return this.#exclusive(work);
    const far = this.#farFor(who);
    return this.#snapshots.run((handle) => work(new SqliteDb(handle, { far })));
  }

  #farFor(who: string): Far {
    return () => (this.#pages() < this.#farPages ? undefined : this.#far?.for(who));
  }

  #pages(): number {
    return this.#reader.prepare('pragma page_count').get([])?.page_count as number;
  }

  async #exclusive<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const release = await this.#lock.acquire();
    try {
      return await work(new SqliteDb(this.#writer));
    } finally {
      release();
    }
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const release = await this.#lock.acquire();
    let done: { result: T; committed: Promise<void> };
    try {
      done = await this.#commits.run(() => work(new SqliteDb(this.#writer)));
    } finally {
      // In memory whoever reads would see what is not committed yet.
      this.#commits.finish(this.#reader !== this.#writer && this.#lock.awaited);
      release();
    }
    await done.committed;
    return done.result;
  }

  /** The file's own lock is the turn: `work` undoes what it did when it fails, and runs again when another was faster. */
  async exclusively<T>(work: (knex: Knex) => Promise<T>, onWait: () => void): Promise<T> {
    const until = Date.now() + TURN_WAIT_MS;
    for (let looks = 0; ; looks += 1) {
      try {
        return await work(this.knex);
      } catch (error) {
        if (!wasFaster(error) || Date.now() > until) throw error;
        if (looks === 0) onWait();
        await sleep(TURN_LOOK_MS);
      }
    }
  }

  async ping(): Promise<void> {
    this.#reader.prepare('select 1').get([]);
  }

  async close(): Promise<void> {
    await this.#far?.close();
    await this.knex.destroy();
    this.#snapshots?.close();
    this.#reader.connection.close();
    this.#writer.connection.close();
  }
}

/** Another process holds the file, or has made the table on which the migrations agree in the meantime. */
function wasFaster(error: unknown): boolean {
  // knex tells of the first in an error of its own, without the code
  const told = /database is locked|table `knex_migrations\w*` already exists/;
  return codeOf(error).startsWith('SQLITE_BUSY') || told.test((error as Error).message);
}
