import { ApiError } from '../../errors.ts';

/** Lets one holder in at a time, in order of arrival. */
export class Lock {
  readonly #waitMs: number;
  readonly #waiting: (() => void)[] = [];
  #held = false;

  constructor(waitMs: number) {
    this.#waitMs = waitMs;
  }

  get busy(): boolean {
    return this.#held;
  }

  /** Whether somebody waits: he comes in the moment that the holder leaves. */
  get awaited(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * Waits for the turn and returns the function that ends it.
   * @throws ApiError `toobusy` when the turn does not come in time
   */
  async acquire(): Promise<() => void> {
    if (this.#held) await this.#turn();
    this.#held = true;
    return () => {
      this.#release();
    };
  }

  #turn(): Promise<void> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1);
        reject(new ApiError('toobusy'));
      }, this.#waitMs);
      const enter = (): void => {
        clearTimeout(timer);
        resolve();
      };
      this.#waiting.push(enter);
    });
  }

  /** The lock passes to the next in line while still held, so that nobody can slip in between. */
  #release(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#held = false;
    else next();
  }
}
