import { LRUCache } from 'lru-cache';
import type { Database } from '../db/db.ts';
import { type Board, readBoard } from '../library/board/board.ts';
import { ListPlaces } from '../db/list-places.ts';
import { type Found, findSession } from '../library/access/session.ts';
import type { RedisLink } from './redis.ts';

const KEPT_SESSIONS = 20_000;

/**
 * How long, in milliseconds, a process may believe what it remembers when nobody tells it of a change. With Redis
 * the others tell; on SQLite there is seldom another process; a shared server without Redis is asked each time.
 */
const trust = {
  redis: { session: 60_000, board: 60_000 },
  sqlite: { session: 5_000, board: 5_000 },
  server: { session: 0, board: 1_000 },
} as const;

/** What each call needs and seldom changes: the board and the live sessions, each read once and then kept. */
export class Caches {
  readonly #database: Database;
  readonly #redis: RedisLink | undefined;
  readonly #sessions = new LRUCache<string, Found>({ max: KEPT_SESSIONS });
  /** Not forgotten with the board: each tells for which rights it is. */
  readonly #places = new ListPlaces();
  #board: { readonly value: Promise<Board>; readonly until: number } | undefined;
  #current: Board | undefined;
  /** Counts what was forgotten: what was read before must not be kept after. */
  #epoch = 0;

  constructor(database: Database, redis?: RedisLink) {
    this.#database = database;
    this.#redis = redis;
    redis?.listen(
      (message) => {
        const [kind, key] = JSON.parse(message) as [Kind, string];
        this.#forget(kind, key);
      },
      () => {
        this.#sessions.clear();
        this.#board = undefined;
      },
    );
  }

  /** The board; no promise when it is at hand, since every call asks. */
  board(): Board | Promise<Board> {
    if (this.#board !== undefined && Date.now() < this.#board.until) {
      return this.#current ?? this.#board.value;
    }
    this.#current = undefined;
    const value = readBoard(this.#database.reader(), this.#places);
    const board = { value, until: Date.now() + this.#trust.board };
    this.#board = board;
    value.then(
      (read) => {
        if (this.#board === board) this.#current = read;
      },
      () => {
        if (this.#board === board) this.#board = undefined;
      },
    );
    return value;
  }

  /** The live session of a token; undefined when there is none. `now` in Unix seconds. */
  session(
    token: string,
    now: number,
    board: Board,
  ): Found | undefined | Promise<Found | undefined> {
    const kept = this.#sessions.get(token);
    if (kept !== undefined) return kept.session.expires > now ? kept : undefined;
    return this.#readSession(token, now, board);
  }

  async #readSession(token: string, now: number, board: Board): Promise<Found | undefined> {
    const epoch = this.#epoch;
    const found = await findSession(this.#database.reader(), token, now, board.groupAdmin);
    const ttl = this.#trust.session;
    if (found !== undefined && ttl > 0 && epoch === this.#epoch)
      this.#sessions.set(token, found, { ttl });
    return found;
  }

  async forgetSession(token: string): Promise<void> {
    await this.#tell('session', token);
  }

  async forgetUser(userid: number): Promise<void> {
    await this.#tell('user', String(userid));
  }

  async forgetBoard(): Promise<void> {
    await this.#tell('board', '');
  }

  get #trust(): { session: number; board: number } {
    if (this.#redis?.ready === true) return trust.redis;
    return this.#database.engine === 'sqlite' ? trust.sqlite : trust.server;
  }

  async #tell(kind: Kind, key: string): Promise<void> {
    this.#forget(kind, key);
    await this.#redis?.announce(JSON.stringify([kind, key]));
  }

  #forget(kind: Kind, key: string): void {
    this.#epoch += 1;
    if (kind === 'session') this.#sessions.delete(key);
    else if (kind === 'user') this.#forgetSessionsOf(Number(key));
    else {
      this.#board = undefined;
      this.#sessions.clear();
    }
  }

  #forgetSessionsOf(userid: number): void {
    for (const [token, found] of this.#sessions.entries()) {
      if (found.principal.userid === userid) this.#sessions.delete(token);
    }
  }
}

type Kind = 'session' | 'user' | 'board';
