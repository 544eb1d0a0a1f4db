import type Sqlite from 'better-sqlite3';
import { Gate } from '../../gate.ts';
import { Handle } from './handle.ts';

const SNAPSHOTS = 8;
const MOST_WAITING_FOR_SNAPSHOT = 500;

/**
 * Connections for {@link SqliteDatabase.snapshot}: the reader's own snapshot ends when this process commits. There are
 * several, since one may wait for what takes long.
 */
export class Snapshots {
  readonly #open: () => Sqlite.Database;
  readonly #gate = new Gate(SNAPSHOTS, MOST_WAITING_FOR_SNAPSHOT);
  readonly #idle: Handle[] = [];

  constructor(open: () => Sqlite.Database) {
    this.#open = open;
  }

  /** @throws ApiError `toobusy` when too many wait already */
  run<T>(work: (handle: Handle) => Promise<T>): Promise<T> {
    return this.#gate.run(async () => {
      const handle = this.#idle.pop() ?? new Handle(this.#open());
      try {
        handle.connection.exec('begin');
        return await work(handle);
      } finally {
        if (handle.connection.inTransaction) handle.connection.exec('commit');
        this.#idle.push(handle);
      }
    });
  }

  close(): void {
    for (const { connection } of this.#idle) connection.close();
  }
}
