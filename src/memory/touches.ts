import type { Caches } from './caches.ts';
import type { Database } from '../db/db.ts';
import { listMembersOf, touchSessions } from '../library/access/session.ts';
import { recordVisits } from '../library/user/user.ts';
import type { Session } from '../principal.ts';

const FLUSH_MS = 2_000;

/**
 * Remembers which sessions were used, and prolongs them together a little later, with the visits of their members: no
 * call waits for that. A session is touched at its first use, and then at most once in a twentieth of its life.
 */
export class Touches {
  readonly #database: Database;
  readonly #caches: Caches;
  readonly #lifetime: number;
  readonly #used = new Map<string, number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(database: Database, caches: Caches, lifetime: number) {
    this.#database = database;
    this.#caches = caches;
    this.#lifetime = lifetime;
  }

  /** @param now Unix seconds */
  add(session: Session, now: number): void {
    const recently = now - session.lastactivity < Math.min(60, this.#lifetime / 20);
    if (recently && !session.unused) return;
    this.#used.set(session.apiaccesstoken, now);
    this.#timer ??= setTimeout(() => void this.flush(), FLUSH_MS).unref();
  }

  /** Writes what is waiting. A failure loses only a prolongation: the next call asks for it again. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const used = [...this.#used];
    this.#used.clear();
    if (used.length === 0) return;
    const now = Math.max(...used.map(([, time]) => time));
    const tokens = used.map(([token]) => token);
    try {
      const { cookietimeout } = (await this.#caches.board()).options;
      await this.#database.transaction(async (db) => {
        await touchSessions(db, tokens, now, this.#lifetime);
        await recordVisits(db, await listMembersOf(db, tokens), now, cookietimeout);
      });
      for (const token of tokens) await this.#caches.forgetSession(token);
    } catch {
      return;
    }
  }
}
