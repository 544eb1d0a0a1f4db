import { ApiError } from './errors.ts';

/** How full a gate is. */
export interface GateLoad {
  readonly inside: number;
  readonly waiting: number;
}

/** Lets so many in at once; a few more may wait in order of arrival, and the rest are sent away at once. */
export class Gate {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #waiting: (() => void)[] = [];
  #inside = 0;

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  get load(): GateLoad {
    return { inside: this.#inside, waiting: this.#waiting.length };
  }

  /** @throws ApiError `toobusy` when too many wait already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#inside < this.#atOnce) {
      this.#inside += 1;
      return;
    }
    if (this.#waiting.length >= this.#mostWaiting) throw new ApiError('toobusy');
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** A place passes to the next in line while it is still taken, so that nobody can slip in between. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#inside -= 1;
    else next();
  }
}

/** Gates by key, each there only for as long as somebody is at it. */
export class Gates {
  readonly #atOnce: number;
  readonly #mostWaiting: number;
  readonly #gates = new Map<string, Gate>();

  constructor(atOnce: number, mostWaiting: number) {
    this.#atOnce = atOnce;
    this.#mostWaiting = mostWaiting;
  }

  /** @throws ApiError `toobusy` when too many wait at this key already */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const gate = this.#gates.get(key) ?? new Gate(this.#atOnce, this.#mostWaiting);
    this.#gates.set(key, gate);
    try {
      return await gate.run(work);
    } finally {
      if (gate.load.inside === 0) this.#gates.delete(key);
    }
  }
}
