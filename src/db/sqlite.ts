import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import knexFactory, { type Knex } from 'knex';
import { Commits } from './commits.ts';
import type { Database, Db, Query, Value } from './db.ts';
import type { Epoch } from './kept.ts';
import { Lock } from './lock.ts';

const LOCK_WAIT_MS = 5_000;
const KEPT_STATEMENTS = 500;

export interface SqliteOptions {
  /** `full` (an acknowledged call survives a power cut) or `normal` (it survives a crash of the process). */
  readonly synchronous: 'full' | 'normal';
}

/**
 * SQLite in a file: one handle writes, another reads, so that readers never wait for a writer. In memory there is
 * only one handle; there a reader would see an open transaction, so reads queue up behind it.
 */
export class SqliteDatabase implements Database {
  readonly dialect = 'sqlite';
  readonly knex: Knex;
  readonly #writer: Handle;
  readonly #reader: Handle;
  readonly #lock = new Lock(LOCK_WAIT_MS);
  readonly #commits: Commits;
  readonly #snapshot: Snapshot | undefined;
  /** Opened when first asked for; undefined in memory, where nobody writes while the lock is held. */
  readonly #snapshots: (() => Handle) | undefined;
  readonly #snapshotLock = new Lock(LOCK_WAIT_MS);
  #snapshotHandle: Handle | undefined;

  /** @param source a file's name, `:memory:`, or an image from {@link serialize} to begin with in memory */
  constructor(source: string | Buffer, options: SqliteOptions = { synchronous: 'full' }) {
    refuseCrashingDriver();
    const inMemory = typeof source !== 'string' || source === ':memory:';
    if (!inMemory) mkdirSync(dirname(source), { recursive: true, mode: 0o700 });
    this.#writer = new Handle(open(source, options));
    this.#reader = inMemory ? this.#writer : new Handle(open(source, options, true));
    this.#snapshot = inMemory ? undefined : new Snapshot(this.#reader.connection);
    this.#commits = new Commits(this.#writer.connection, () => this.#snapshot?.close());
    this.#snapshots = inMemory ? undefined : () => new Handle(open(source, options, true));
    this.knex = knexOn(this.#writer.connection);
  }

  /** The whole database as bytes. */
  serialize(): Buffer {
    return this.#writer.connection.serialize();
  }

  reader(): Db {
    const gate = this.#reader === this.#writer ? this.#lock : undefined;
    return new SqliteDb(this.#reader, this.knex, gate, this.#snapshot);
  }

  /** On a connection of its own, one after the other: the reader's snapshot ends when this process commits. */
  async snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
    if (this.#snapshots === undefined) return this.#exclusive(work);
    const release = await this.#snapshotLock.acquire();
    const handle = (this.#snapshotHandle ??= this.#snapshots());
    try {
      handle.connection.exec('begin');
      return await work(new SqliteDb(handle, this.knex));
    } finally {
      if (handle.connection.inTransaction) handle.connection.exec('commit');
      release();
    }
  }

  async #exclusive<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const release = await this.#lock.acquire();
    try {
      return await work(new SqliteDb(this.#writer, this.knex));
    } finally {
      release();
    }
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    const release = await this.#lock.acquire();
    let done: { result: T; committed: Promise<void> };
    try {
      done = await this.#commits.run(() => work(new SqliteDb(this.#writer, this.knex)));
    } finally {
      // In memory whoever reads would see what is not committed yet.
      this.#commits.finish(this.#reader !== this.#writer && this.#lock.awaited);
      release();
    }
    await done.committed;
    return done.result;
  }

  async ping(): Promise<void> {
    this.#reader.prepare('select 1').get([]);
  }

  async close(): Promise<void> {
    await this.knex.destroy();
    this.#snapshotHandle?.connection.close();
    this.#reader.connection.close();
    this.#writer.connection.close();
  }
}

/** A connection with its prepared statements. */
class Handle {
  readonly connection: Sqlite.Database;
  readonly #statements = new Map<string, Statement>();

  constructor(connection: Sqlite.Database) {
    this.connection = connection;
  }

  prepare(sql: string): Statement {
    const kept = this.#statements.get(sql);
    if (kept !== undefined) return kept;
    if (this.#statements.size >= KEPT_STATEMENTS) this.#statements.clear();
    const statement = new Statement(this.connection.prepare(sql));
    this.#statements.set(sql, statement);
    return statement;
  }
}

type Row = Record<string, unknown>;

/**
 * A prepared statement. The driver takes rows apart far faster than it makes objects of them, so that is done here: by
 * a copy of an empty row with all its columns, which is then filled. Wide rows cost a third less.
 */
class Statement {
  readonly #statement: Sqlite.Statement;
  readonly #names: readonly string[] = [];
  readonly #empty: Readonly<Row> = {};

  constructor(statement: Sqlite.Statement) {
    this.#statement = statement;
    if (!statement.reader) return;
    this.#names = statement.columns().map((column) => column.name);
    this.#empty = Object.fromEntries(this.#names.map((name) => [name, null]));
    statement.raw();
  }

  all(values: readonly unknown[]): Row[] {
    const rows = this.#statement.all(...values) as unknown[][];
    return rows.map((row) => this.#rowOf(row));
  }

  get(values: readonly unknown[]): Row | undefined {
    const row = this.#statement.get(...values) as unknown[] | undefined;
    return row && this.#rowOf(row);
  }

  run(values: readonly unknown[]): Sqlite.RunResult {
    return this.#statement.run(...values);
  }

  #rowOf(values: readonly unknown[]): Row {
    const row = { ...this.#empty };
    const names = this.#names;
    for (let index = 0; index < names.length; index += 1) {
      row[names[index] ?? ''] = values[index];
    }
    return row;
  }
}

/**
 * What the reads of one turn of the event loop see. They share a read transaction: to begin one for each statement is
 * an eighth of a small call's price. It ends with the turn, or before, when this process commits.
 */
class Snapshot {
  epoch: Epoch = {};
  readonly #connection: Sqlite.Database;
  readonly #begin: Sqlite.Statement;
  readonly #end: Sqlite.Statement;
  /** Tells a number that changes with each commit of any other connection. */
  readonly #version: Sqlite.Statement;
  #seen: unknown;

  constructor(connection: Sqlite.Database) {
    this.#connection = connection;
    this.#begin = connection.prepare('begin');
    this.#end = connection.prepare('commit');
    this.#version = connection.prepare('pragma data_version').pluck();
  }

  open(): void {
    if (this.#connection.inTransaction) return;
    this.#begin.run();
    const version = this.#version.get();
    if (version !== this.#seen) this.epoch = {};
    this.#seen = version;
    setImmediate(() => {
      this.close();
    });
  }

  close(): void {
    if (this.#connection.open && this.#connection.inTransaction) this.#end.run();
  }
}

class SqliteDb implements Db {
  readonly dialect = 'sqlite';
  readonly knex: Knex;
  queries = 0;
  readonly #handle: Handle;
  readonly #gate: Lock | undefined;
  readonly #snapshot: Snapshot | undefined;

  constructor(handle: Handle, knex: Knex, gate?: Lock, snapshot?: Snapshot) {
    this.#handle = handle;
    this.knex = knex;
    this.#gate = gate;
    this.#snapshot = snapshot;
  }

  get epoch(): Epoch | undefined {
    this.#snapshot?.open();
    return this.#snapshot?.epoch;
  }

  async all<Row>(query: Query, bindings?: readonly Value[]): Promise<Row[]> {
    const release = this.#gate?.busy ? await this.#gate.acquire() : undefined;
    try {
      const [statement, values] = this.#compile(query, bindings);
      return statement.all(values) as Row[];
    } finally {
      release?.();
    }
  }

  async get<Row>(query: Query, bindings?: readonly Value[]): Promise<Row | undefined> {
    const release = this.#gate?.busy ? await this.#gate.acquire() : undefined;
    try {
      const [statement, values] = this.#compile(query, bindings);
      return statement.get(values) as Row | undefined;
    } finally {
      release?.();
    }
  }

  async run(query: Query, bindings?: readonly Value[]): Promise<number> {
    const [statement, values] = this.#compile(query, bindings);
    return statement.run(values).changes;
  }

  async insert(table: string, row: Readonly<Record<string, Value>>): Promise<number> {
    const [statement, values] = this.#compile(this.knex(table).insert(row));
    return Number(statement.run(values).lastInsertRowid);
  }

  #compile(query: Query, bindings?: readonly Value[]): [Statement, readonly unknown[]] {
    this.queries += 1;
    this.#snapshot?.open();
    if (typeof query === 'string') return [this.#handle.prepare(query), bindings ?? []];
    const native = query.toSQL().toNative();
    return [this.#handle.prepare(native.sql), native.bindings];
  }
}

/** A knex that works on an open connection instead of opening its own. */
function knexOn(connection: Sqlite.Database): Knex {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: '' },
    useNullAsDefault: true,
    acquireConnectionTimeout: LOCK_WAIT_MS,
  });
  Object.assign(knex.client as object, {
    acquireRawConnection: async () => connection,
    destroyRawConnection: async () => undefined,
  });
  return knex;
}

function open(source: string | Buffer, options: SqliteOptions, readonly = false): Sqlite.Database {
  return configure(new Sqlite(source, { readonly }), options);
}

function configure(connection: Sqlite.Database, options: SqliteOptions): Sqlite.Database {
  if (!connection.readonly && !connection.memory) connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${options.synchronous}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 0');
  connection.pragma('cache_size = -32768');
  connection.pragma('temp_store = MEMORY');
  return connection;
}

/** better-sqlite3 13 ends an older Node.js with a bare segmentation fault; say why instead. */
function refuseCrashingDriver(): void {
  const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as {
    version: string;
  };
  if (Number(version.split('.')[0]) >= 13 && Number(process.versions.napi) < 10) {
    throw new Error(
      `better-sqlite3 ${version} needs Node.js 22.14 or newer; this is ${process.version}`,
    );
  }
}
