import { Worker } from 'node:worker_threads';
import { Gate, Gates } from '../../gate.ts';

/** So many run at once: one that takes long does not stop all the others. */
const THREADS = 2;
/**
 * How many are asked for at once, of all and of one caller; the rest is told `toobusy`. A call that waits for one has one
 * of the places that all calls share (`memory/admission.ts`), so these are fewer than there are places.
 */
const MOST_ASKED = 6;
const MOST_ASKED_OF_ONE = 3;

/** What a thread is asked. */
export interface Question {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** What it says to that. */
export type Answer =
  | { readonly rows: readonly unknown[] }
  | { readonly failure: { readonly message: string; readonly code: string } };

/**
 * @throws ApiError `toobusy` when too many wait already
 * @throws Error what the driver throws, with the same message and code
 */
export type AskFar = (question: Question) => Promise<readonly unknown[]>;

/**
 * Reads whose price grows with the board, in threads of their own. The driver runs a statement to its end before
 * anything else in its thread goes on: one that counts a million rows in the main thread would stop all calls for as
 * long. The threads begin when they are first needed.
 */
export class FarReads {
  readonly #file: string;
  readonly #asked = new Gate(MOST_ASKED, 0);
  readonly #callers = new Gates(1, MOST_ASKED_OF_ONE - 1);
  readonly #threads = new Gate(THREADS, Infinity);
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  constructor(file: string) {
    this.#file = file;
  }

  /** @param who whose reads they are; '' for the board itself */
  for(who: string): AskFar {
    return async (question) => {
      const answer = await this.#asked.run(() =>
        this.#callers.run(who, () => this.#threads.run(() => this.#ask(question))),
      );
      if ('rows' in answer) return answer.rows;
      throw Object.assign(new Error(answer.failure.message), { code: answer.failure.code });
    };
  }

  /** Nothing may be asked any more. */
  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  async #ask(question: Question): Promise<Answer> {
    const worker = this.#idle.pop() ?? this.#begin();
    worker.ref();
    worker.postMessage(question);
    const answer = await nextOf(worker);
    worker.unref();
    this.#idle.push(worker);
    return answer;
  }

  #begin(): Worker {
    const worker = new Worker(new URL('far-reader.js', import.meta.url), {
      name: 'far reads',
      workerData: { file: this.#file },
    });
    this.#all.add(worker);
    worker.once('exit', () => this.#all.delete(worker));
    return worker;
  }
}

/** The answer of a thread; one that ends instead has failed, and is not asked again. */
function nextOf(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const ended = (): void => {
      reject(new Error('the thread for far reads has ended'));
    };
    worker.once('error', reject);
    worker.once('exit', ended);
    worker.once('message', (answer: Answer) => {
      worker.off('error', reject);
      worker.off('exit', ended);
      resolve(answer);
    });
  });
}
