import type { Logger } from 'pino';
import type { Database } from '../db/db.ts';
import {
  type ApiKey,
  type ApiKeyUse,
  insertApiKeyUses,
  TOUCH_SECONDS,
  touchApiKeys,
} from '../library/access/apikey.ts';

const FLUSH_MS = 500;
/** Uses that may wait to be written; what comes while there are more is lost. */
const MOST_WAITING = 5_000;

/**
 * Remembers which keys were used, and what was asked with those that are logged, and writes it together a little later:
 * no call waits for that. A process that is stopped loses nothing, one that dies its last moment.
 */
export class KeyUses {
  readonly #database: Database;
  readonly #log: Logger;
  readonly #used = new Map<number, number>();
  #asked: ApiKeyUse[] = [];
  #lost = 0;
  #timer: NodeJS.Timeout | undefined;
  #writing = Promise.resolve();

  constructor(database: Database, log: Logger) {
    this.#database = database;
    this.#log = log;
  }

  /** A key is used; noted once a minute. @param now Unix seconds */
  touch({ apikeyid, lastused }: Pick<ApiKey, 'apikeyid' | 'lastused'>, now: number): void {
    if (now - lastused < TOUCH_SECONDS) return;
    this.#used.set(apikeyid, now);
    this.#later();
  }

  /** Something is asked with a key that is logged. */
  note(use: ApiKeyUse): void {
    if (this.#asked.length >= MOST_WAITING) this.#lost += 1;
    else this.#asked.push(use);
    this.#later();
  }

  /** Writes what is waiting. */
  async flush(): Promise<void> {
    this.#writing = this.#writing.then(() => this.#write());
    await this.#writing;
  }

  #later(): void {
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  async #write(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const [used, asked, lost] = [[...this.#used], this.#asked, this.#lost];
    this.#used.clear();
    this.#asked = [];
    this.#lost = 0;
    if (lost > 0) this.#log.warn({ lost }, 'uses of keys were not written down: too many at once');
    if (used.length + asked.length === 0) return;
    try {
      await this.#database.transaction(async (db) => {
        await touchApiKeys(db, used);
        await insertApiKeyUses(db, asked);
      });
    } catch (error) {
      this.#log.warn({ err: error, uses: asked.length }, 'uses of keys could not be written');
    }
  }
}
