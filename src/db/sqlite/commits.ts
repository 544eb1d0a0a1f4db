import { setTimeout as sleep } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { codeOf } from '../db.ts';

const LOCK_WAIT_MS = 5_000;
/** How long transactions that follow upon one another are gathered. */
const GATHER_MS = 20;
/** How long the file is left alone when it has been written to all that time, so that other processes have a turn. */
const GAP_MS = 2;

interface Group {
  readonly since: number;
  readonly committed: Promise<void>;
  readonly settle: (failure?: Error) => void;
}

/**
 * Commits transactions of one connection together, where they come one upon another: to have them on the disk takes far
 * longer than what they do, and as long for many as for one. Each is undone by itself when it fails; each ends only when
 * all are committed, and fails when they cannot be.
 */
export class Commits {
  readonly #connection: Sqlite.Database;
  readonly #committed: () => void;
  readonly #savepoint: Sqlite.Statement;
  readonly #release: Sqlite.Statement;
  readonly #undo: Sqlite.Statement;
  #open: Group | undefined;
  /** Whether the event loop has turned since the last commit, and since when it has not between two of them. */
  #turned = true;
  #heldSince = 0;

  /** @param committed called after each commit, before those who wait for it go on */
  constructor(connection: Sqlite.Database, committed: () => void) {
    this.#connection = connection;
    this.#committed = committed;
    this.#savepoint = connection.prepare('savepoint part');
    this.#release = connection.prepare('release part');
    this.#undo = connection.prepare('rollback to part');
  }

  /**
   * Runs one transaction; the caller sees to it that there is but one at a time, and calls {@link finish} afterwards.
   * @returns its result, and what must be awaited before anybody hears of it
   */
  async run<T>(work: () => Promise<T>): Promise<{ result: T; committed: Promise<void> }> {
    this.#open ??= await this.#begin();
    const { committed } = this.#open;
    try {
      this.#savepoint.run();
      const result = await work();
      this.#release.run();
      return { result, committed };
    } catch (error) {
      this.#undoPart(error);
      throw error;
    }
  }

  /** @param more whether another transaction comes right behind, and may share the commit */
  finish(more: boolean): void {
    const group = this.#open;
    if (group === undefined || (more && Date.now() - group.since < GATHER_MS)) return;
    this.#open = undefined;
    this.#turned = false;
    setImmediate(() => {
      this.#turned = true;
    });
    try {
      this.#connection.exec('commit');
    } catch (error) {
      if (this.#connection.inTransaction) this.#connection.exec('rollback');
      group.settle(error as Error);
      return;
    }
    this.#committed();
    group.settle();
  }

  #undoPart(failure: unknown): void {
    if (this.#connection.inTransaction) {
      this.#undo.run();
      this.#release.run();
      return;
    }
    // A full disk, for one, makes SQLite undo the others, too.
    this.#open?.settle(failure as Error);
    this.#open = undefined;
  }

  async #leaveGap(): Promise<void> {
    const held = !this.#turned;
    if (held && Date.now() - this.#heldSince < GATHER_MS) return;
    if (held) await sleep(GAP_MS);
    this.#heldSince = Date.now();
  }

  /** Another process may hold the file's lock. SQLite's own wait would stop this process, so we wait ourselves. */
  async #begin(): Promise<Group> {
    await this.#leaveGap();
    const until = Date.now() + LOCK_WAIT_MS;
    for (let pause = 1; ; pause = Math.min(pause * 2, 20)) {
      try {
        this.#connection.exec('begin immediate');
        return newGroup();
      } catch (error) {
        if (!codeOf(error).startsWith('SQLITE_BUSY') || Date.now() > until) throw error;
        await sleep(pause);
      }
    }
  }
}

function newGroup(): Group {
  let settle: Group['settle'] = () => undefined;
  const committed = new Promise<void>((resolve, reject) => {
    settle = (failure) => {
      if (failure === undefined) resolve();
      else reject(failure);
    };
  });
  // Nobody waits for it where all have failed by themselves.
  committed.catch(() => undefined);
  return { since: Date.now(), committed, settle };
}
