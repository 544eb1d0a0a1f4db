import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import type { Database } from '../db/db.ts';
import { addViews } from '../library/marks/nodeview.ts';

const FLUSH_MS = 10_000;
/** Nodes that are written in one transaction. */
const AT_ONCE = 200;
const KEPT_VIEWERS = 50_000;
/** Seconds in which the same caller counts once. */
const ONE_VISIT = 900;

/**
 * Counts who looks at which topic, and adds the numbers to the database together a little later: reading writes
 * nothing. Each process adds up its own; one that dies loses its last seconds, one that is stopped nothing.
 */
export class Views {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #seen = new LRUCache<string, number>({ max: KEPT_VIEWERS });
  #waiting = new Map<number, number>();
  #timer: NodeJS.Timeout | undefined;
  #writing = Promise.resolve();

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /**
   * Somebody looks at a topic; its pages and a look back soon after are the same view.
   * @param viewer who, as far as one can tell
   * @param now Unix seconds
   */
  add(viewer: string, nodeid: number, now: number): void {
    const visit = `${nodeid}/${viewer}`;
    const before = this.#seen.get(visit);
    if (before !== undefined && now - before < ONE_VISIT) return;
    this.#seen.set(visit, now);
    this.#count(nodeid, 1);
  }

  /** Writes what is waiting; what cannot be written goes on waiting. */
  async flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  #count(nodeid: number, views: number): void {
    this.#waiting.set(nodeid, (this.#waiting.get(nodeid) ?? 0) + views);
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const views = [...this.#waiting];
    this.#waiting = new Map();
    let written = 0;
    try {
      for (; written < views.length; written += AT_ONCE) {
        const some = new Map(views.slice(written, written + AT_ONCE));
        await this.#database.transaction((db) => addViews(db, some));
      }
    } catch (error) {
      const left = views.slice(written);
      for (const [nodeid, count] of left) this.#count(nodeid, count);
      this.#log.warn({ err: error, nodes: left.length }, 'views could not be written');
    }
  }
}
