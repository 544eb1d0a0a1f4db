import type { Logger } from 'pino';
import type { ErrorId } from '../errors.ts';

/** One warning of a kind in so many milliseconds: a database that is away refuses thousands of calls a minute. */
const EVERY_MS = 10_000;

interface Seen {
  at: number;
  warnedAt: number;
  /** How many since the last warning. */
  unsaid: number;
}

/** Remembers what the process refuses for reasons of its own, and tells of it now and then. */
export class Faults {
  readonly #log: Logger;
  readonly #seen = new Map<ErrorId, Seen>();

  constructor(log: Logger) {
    this.#log = log;
  }

  /** @param cause what was thrown, if that says more than the refusal */
  note(id: ErrorId, cause?: unknown): void {
    const now = Date.now();
    const seen = this.#seen.get(id) ?? { at: now, warnedAt: -Infinity, unsaid: 0 };
    this.#seen.set(id, seen);
    seen.at = now;
    seen.unsaid += 1;
    if (now - seen.warnedAt < EVERY_MS) return;
    this.#log.warn({ error: id, calls: seen.unsaid, err: cause }, 'calls are refused');
    seen.warnedAt = now;
    seen.unsaid = 0;
  }

  /** True when calls have been refused so in the last `ms` milliseconds. */
  seenWithin(id: ErrorId, ms: number): boolean {
    const seen = this.#seen.get(id);
    return seen !== undefined && Date.now() - seen.at <= ms;
  }
}
