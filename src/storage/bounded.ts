import type { Readable } from 'node:stream';
import type { ByteRange, Storage, StoredSource } from './store.ts';

/** How long anything may take, in milliseconds, and how many bytes are kept in each one more. */
const PATIENCE_MS = 30_000;
const BYTES_PER_MS = 1_024;

/** A storage for which nobody waits for ever: what takes too long fails here, whatever comes of it later. */
export class BoundedStorage implements Storage {
  readonly #storage: Storage;
  readonly #patience: number;
  #checking: Promise<void> | undefined;

  /** @param patience in milliseconds */
  constructor(storage: Storage, patience = PATIENCE_MS) {
    this.#storage = storage;
    this.#patience = patience;
  }

  put(key: string, source: StoredSource, size: number): Promise<void> {
    return this.#within(this.#storage.put(key, source, size), size / BYTES_PER_MS);
  }

  size(key: string): Promise<number | undefined> {
    return this.#within(this.#storage.size(key));
  }

  async open(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const opened = this.#storage.open(key, range);
    try {
      return await this.#within(opened);
    } catch (error) {
      opened.then((stream) => stream?.destroy(), ignored);
      throw error;
    }
  }

  remove(key: string): Promise<void> {
    return this.#within(this.#storage.remove(key));
  }

  /** Only one at a time: each that hangs in a file system holds a thread, and there are few. */
  check(): Promise<void> {
    this.#checking ??= this.#storage.check().finally(() => {
      this.#checking = undefined;
    });
    return this.#within(this.#checking);
  }

  #within<T>(work: Promise<T>, more = 0): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const ms = Math.ceil(this.#patience + more);
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new Error(`the storage did not answer in ${ms} ms`));
      }, ms);
    });
    return Promise.race([work, late]).finally(() => {
      clearTimeout(timer);
    });
  }
}

function ignored(): void {
  // told to who waited for it
}
