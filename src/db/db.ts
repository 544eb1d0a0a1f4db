import type { Knex } from 'knex';
import { ApiError } from '../errors.ts';
import type { Epoch } from './kept.ts';

export type Engine = 'sqlite' | 'postgres' | 'mysql';
export type Value = string | number | null;

/**
 * A statement: SQL text that all three databases read alike, with `?` for its bindings (for hot statements: it is
 * prepared once), or a knex builder (it is compiled at each call).
 */
export type Query = string | Knex.QueryBuilder;

/** What only reads. */
export interface Reads {
  all<Row>(query: Query, bindings?: readonly Value[]): Promise<Row[]>;
  get<Row>(query: Query, bindings?: readonly Value[]): Promise<Row | undefined>;
}

/** A handle for the statements of one call: a reading handle, or an open transaction. */
export interface Db extends Reads {
  readonly engine: Engine;
  /** Ends a select that holds its rows until the transaction ends; '' on SQLite, which has one writer. */
  readonly forUpdate: '' | ' for update';
  /** Builds statements and has no connection to run them: pass what it built to `all`, `get` or `run`. */
  readonly knex: Knex;
  /** How many statements have run through this handle. */
  readonly queries: number;
  /**
   * The same object for as long as nothing is written to what this handle reads, so that it need not be read again (see
   * {@link KeptRows}); undefined in transactions, and where a write could go unnoticed.
   */
  readonly epoch?: Epoch | undefined;
  /**
   * For statements whose price grows with the board: where the driver would stop the process for as long as they take,
   * they run beside it (`far-reads.ts`). In a transaction it is the transaction.
   * @throws ApiError `toobusy` when too many wait already
   */
  readonly far: Reads;
  /** Runs a statement that changes rows; returns how many it changed. */
  run(query: Query, bindings?: readonly Value[]): Promise<number>;
  /** Inserts one row; returns the id that the database gave it. */
  insert(table: string, row: Readonly<Record<string, Value>>, idColumn: string): Promise<number>;
}

/** One community's data, whichever server keeps it. */
export interface Database {
  readonly engine: Engine;
  /** A connected knex, for migrations and maintenance. */
  readonly knex: Knex;
  /**
   * A fresh reading handle; it sees only what has been committed.
   * @param who whose call it is for, so that nobody takes all {@link Db.far}
   */
  reader(who?: string): Db;
  /**
   * Runs reads that all see the same state of the database, whatever is committed meanwhile, but for {@link Db.far},
   * which may see a later one. As in a transaction, `work` awaits nothing but its `db`.
   * @param who see {@link reader}
   */
  snapshot<T>(work: (db: Db) => Promise<T>, who?: string): Promise<T>;
  /**
   * Runs `work` in one transaction: committed when it resolves, undone when it throws. Work that lost a deadlock is
   * run again, so it may await nothing but its `db`.
   * @throws ApiError `toobusy` when the database cannot be had in time, `storage_full` when it is out of space
   */
  transaction<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /**
   * Runs `work` while no other process does anything in this way, on one connection of its own that has no time limits.
   * The turn ends with the connection: of a process that has died nobody waits for anything.
   * @param onWait called once when another process has the turn
   */
  exclusively<T>(work: (knex: Knex) => Promise<T>, onWait: () => void): Promise<T>;
  /** Throws unless the database answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const refusals: Readonly<Record<string, 'toobusy' | 'storage_full'>> = {
  SQLITE_BUSY: 'toobusy',
  SQLITE_BUSY_SNAPSHOT: 'toobusy',
  SQLITE_LOCKED: 'toobusy',
  SQLITE_FULL: 'storage_full',
  SQLITE_IOERR_WRITE: 'storage_full',
  ENOSPC: 'storage_full',
  EDQUOT: 'storage_full',
  ECONNREFUSED: 'toobusy',
  ENOTFOUND: 'toobusy',
  EAI_AGAIN: 'toobusy',
  EHOSTUNREACH: 'toobusy',
  ENETUNREACH: 'toobusy',
  ECONNRESET: 'toobusy',
  ETIMEDOUT: 'toobusy',
  EPIPE: 'toobusy',
  ENOENT: 'toobusy',
  PROTOCOL_CONNECTION_LOST: 'toobusy',
  ER_CON_COUNT_ERROR: 'toobusy',
  ER_LOCK_DEADLOCK: 'toobusy',
  ER_LOCK_WAIT_TIMEOUT: 'toobusy',
  ER_SERVER_SHUTDOWN: 'toobusy',
  ER_CONNECTION_KILLED: 'toobusy',
  ER_QUERY_INTERRUPTED: 'toobusy',
  ER_STATEMENT_TIMEOUT: 'toobusy',
  ER_QUERY_TIMEOUT: 'toobusy',
  ER_DISK_FULL: 'storage_full',
  '08001': 'toobusy',
  '08003': 'toobusy',
  '08006': 'toobusy',
  '40001': 'toobusy',
  '40P01': 'toobusy',
  '53100': 'storage_full',
  '53300': 'toobusy',
  '55P03': 'toobusy',
  '57014': 'toobusy',
  '57P01': 'toobusy',
  '57P02': 'toobusy',
  '57P03': 'toobusy',
};

const deadlocks = new Set(['40001', '40P01', 'ER_LOCK_DEADLOCK']);
const duplicates = new Set([
  'SQLITE_CONSTRAINT_UNIQUE',
  'SQLITE_CONSTRAINT_PRIMARYKEY',
  '23505',
  'ER_DUP_ENTRY',
]);

/** What the drivers say without a code that they know. */
const outOfReach = new RegExp(
  [
    'Connection terminated',
    'Connection lost',
    'Connection ended',
    'timeout expired',
    'connection is in closed state',
    'encountered a connection error and is not queryable',
    'Client was closed and is not queryable',
    'max_statement_time exceeded',
  ].join('|'),
);

/** The refusal that a database failure means for the caller; undefined for a bug of ours. */
export function refusalOf(error: unknown): ApiError | undefined {
  const { name, message = '' } = error as Partial<Error>;
  if (name === 'KnexTimeoutError' || outOfReach.test(message)) return new ApiError('toobusy');
  const id = refusals[codeOf(error)];
  return id === undefined ? undefined : new ApiError(id);
}

/** True when the failure is a unique key met twice. */
export function isDuplicate(error: unknown): boolean {
  return duplicates.has(codeOf(error));
}

/** True when the transaction lost a deadlock and can simply be run again. */
export function isDeadlock(error: unknown): boolean {
  return deadlocks.has(codeOf(error));
}

/** A failure's code, whichever driver or part of Node.js threw it; '' when it has none. */
export function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
