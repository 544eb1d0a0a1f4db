import type Sqlite from 'better-sqlite3';
import type { Epoch } from '../kept.ts';

/**
 * What the reads of one turn of the event loop see. They share a read transaction: to begin one for each statement is
 * an eighth of a small call's price. It ends with the turn, or before, when this process commits.
 */
export class Snapshot {
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
