import type { Writable } from 'node:stream';
import { type EventLoopUtilization, performance } from 'node:perf_hooks';
import type { Config } from '../config.ts';
import { ApiError } from '../errors.ts';
import type { Mode } from '../protocol/manifest.ts';

const SAMPLE_MS = 100;
/** How long calls may wait for a place, and have waited before the next ones are sent away: a burst is no overload. */
const PATIENCE_MS = 500;
/** The part of its time that the event loop works when it is never done. */
const SATURATED = 0.97;

/** Answers go out at the end of their turn; who has not taken his after that is slow, or does not read. */
const UNREAD_MS = 50;

/** Calls that only read, those that write, and those that wait for something else (a hash, a picture, a storage). */
type Working = Record<Mode, number>;

/** Remembers since when something holds without a break. */
class Lasting {
  #since: number | undefined;

  note(holds: boolean, now: number): void {
    if (!holds) this.#since = undefined;
    else this.#since ??= now;
  }

  get lasts(): boolean {
    return this.#since !== undefined && performance.now() - this.#since >= PATIENCE_MS;
  }
}

/** A call that waits for a place. */
interface Waiting {
  /** Says whether there was a place in time. */
  readonly settle: (admitted: boolean) => void;
  /** As `performance.now()` has it. */
  readonly until: number;
}

type Limited = Exclude<Mode, 'steps'>;
const limited = ['readonly', 'transaction'] as const satisfies readonly Limited[];

/**
 * Says `toobusy` rather than to let everybody wait. A queue that never empties only makes all calls late, and a phone
 * takes a late answer for none and asks again. Of each kind at most `BUSY_CALLS` are at work at once. A burst waits for
 * them, up to `MAX_CALLS` and half a second; but when there has been no free place for half a second, or the event loop
 * has not had a moment of rest all that time, nobody waits any more.
 */
export class Admission {
  readonly #most: number;
  readonly #busy: number;
  readonly #working: Working = { readonly: 0, transaction: 0, steps: 0 };
  readonly #waiting: Record<Limited, Waiting[]> = { readonly: [], transaction: [] };
  readonly #saturated = new Lasting();
  readonly #crowded = { readonly: new Lasting(), transaction: new Lasting() };
  readonly #timer: NodeJS.Timeout;
  /** Calls whose work is done and whose answers wait for their readers. */
  #unread = 0;
  #seen: EventLoopUtilization = performance.eventLoopUtilization();
  #utilization = 0;

  constructor({ MAX_CALLS, BUSY_CALLS }: Pick<Config, 'MAX_CALLS' | 'BUSY_CALLS'>) {
    this.#most = MAX_CALLS;
    this.#busy = BUSY_CALLS === 0 ? Infinity : BUSY_CALLS;
    this.#timer = setInterval(() => {
      this.#sample();
    }, SAMPLE_MS).unref();
  }

  get working(): Readonly<Working> {
    return this.#working;
  }

  /** The part of its time that the event loop has worked of late, from 0 to 1. */
  get utilization(): number {
    return this.#utilization;
  }

  /** True while calls are sent away. */
  get overloaded(): boolean {
    const { readonly, transaction } = this.#crowded;
    return this.full || readonly.lasts || transaction.lasts;
  }

  /** Calls that wait for a place. */
  get waiting(): number {
    return this.#waiting.readonly.length + this.#waiting.transaction.length;
  }

  /** True when a call that arrives is to be sent away before anything of it is read. */
  get full(): boolean {
    const { readonly, transaction, steps } = this.#working;
    const own = readonly + transaction;
    const all = own + steps + this.waiting + this.#unread;
    return all >= this.#most || (own >= this.#busy && this.#saturated.lasts);
  }

  /**
   * Lets a call begin its work, when there is a place for it.
   * @returns what ends it; it may be called twice
   * @throws ApiError `toobusy`
   */
  async enter(mode: Mode): Promise<() => void> {
    if (mode !== 'steps' && this.#working[mode] >= this.#busy) await this.#turn(mode);
    else this.#working[mode] += 1;
    let ended = false;
    return () => {
      if (!ended) this.#leave(mode);
      ended = true;
    };
  }

  /**
   * Ends the work of a call, which has its place until its answer has gone out: those of a turn of the event loop are one
   * queue. But whoever does not read soon has it no longer, though his answer takes room.
   */
  handOver(leave: () => void, answer: Pick<Writable, 'closed' | 'once'>): void {
    if (answer.closed) {
      leave();
      return;
    }
    let unread = 0;
    const timer = setTimeout(() => {
      leave();
      unread = 1;
      this.#unread += 1;
    }, UNREAD_MS).unref();
    answer.once('close', () => {
      clearTimeout(timer);
      leave();
      this.#unread -= unread;
    });
  }

  async #turn(mode: Limited): Promise<void> {
    const waiting = this.#waiting[mode];
    const hopeless = this.#crowded[mode].lasts || this.#saturated.lasts;
    const until = performance.now() + PATIENCE_MS;
    const admitted =
      !hopeless && (await new Promise<boolean>((settle) => waiting.push({ settle, until })));
    if (!admitted) throw new ApiError('toobusy');
  }

  /** The place passes to the next in line while it is still taken, so that nobody can slip in between. */
  #leave(mode: Mode): void {
    const now = performance.now();
    const waiting = mode === 'steps' ? [] : this.#waiting[mode];
    this.#sendAway(waiting, now);
    const next = waiting.shift();
    if (next === undefined) this.#working[mode] -= 1;
    else next.settle(true);
  }

  /** Those whose time is over: they stand in front. */
  #sendAway(waiting: Waiting[], now: number): void {
    while ((waiting[0]?.until ?? Infinity) <= now) waiting.shift()?.settle(false);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #sample(): void {
    const now = performance.now();
    const seen = performance.eventLoopUtilization();
    this.#utilization = performance.eventLoopUtilization(seen, this.#seen).utilization;
    this.#seen = seen;
    this.#saturated.note(this.#utilization >= SATURATED, now);
    for (const mode of limited) {
      this.#crowded[mode].note(this.#working[mode] >= this.#busy, now);
      this.#sendAway(this.#waiting[mode], now);
    }
  }
}
