import { rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { Environment } from '../call/environment.ts';
import { ApiError } from '../errors.ts';
import type { WireMap } from '../protocol/wire.ts';
import { type Allowances, Hold, type Owner } from '../memory/allowance.ts';
import { temporaryFolder } from '../storage/temporary.ts';

/** Whether a call may send files, judged by the parameters of its body that have been read. */
export type TakesFiles = (post: WireMap) => Promise<boolean>;

/** Connections whose body is being read: its time is its reception's business, for a file takes longer. */
const receiving = new WeakMap<Socket, object>();

export function isReceiving(socket: Socket): boolean {
  return receiving.has(socket);
}

/** Says that a body is being read; returns what says that it is no more. */
export function keepReceiving({ socket }: Pick<IncomingMessage, 'socket'>): () => void {
  const reading = {};
  receiving.set(socket, reading);
  return () => {
    // Another reading may have begun, of the rest or of the next request of the connection.
    if (receiving.get(socket) === reading) receiving.delete(socket);
  };
}

/** What the body of one request may take: memory, disk and time. All of it is given back in the end. */
export class Reception {
  readonly config: Config;
  readonly #allowances: Allowances;
  readonly #log: Logger;
  readonly #takesFiles: TakesFiles;
  #memory: Hold | undefined;
  #disk: Hold | undefined;
  #directory: Promise<string> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #late: ((error: ApiError) => void) | undefined;

  constructor(
    { config, allowances, log }: Pick<Environment, 'config' | 'allowances' | 'log'>,
    takesFiles: TakesFiles,
  ) {
    this.config = config;
    this.#allowances = allowances;
    this.#log = log;
    this.#takesFiles = takesFiles;
  }

  /** Says for whom the body is kept: before that there is no room for any of it. */
  begin(owner: Owner): void {
    this.#memory = new Hold(this.#allowances.memory, owner);
    this.#disk = new Hold(this.#allowances.disk, owner);
  }

  /** Says that so many bytes more are kept in memory. @throws ApiError `toobusy` */
  readonly hold = (bytes: number): void => {
    takeFrom(this.#memory, bytes);
  };

  /** Says that so many bytes more go to the disk. @throws ApiError `toobusy` */
  readonly store = (bytes: number): void => {
    takeFrom(this.#disk, bytes);
  };

  /**
   * The folder for files, where the call may send some; undefined when nobody knows yet who is calling, or what.
   * @param post the parameters that came before the file
   */
  async directory(post: WireMap): Promise<string | undefined> {
    if (!(await this.#takesFiles(post))) return undefined;
    this.#setTimer(this.config.UPLOAD_TIMEOUT_MS);
    return this.ownDirectory();
  }

  ownDirectory(): Promise<string> {
    this.#directory ??= temporaryFolder();
    return this.#directory;
  }

  /** @throws ApiError `request_timeout` when the reading takes longer than a body may */
  async inTime<T>(reading: Promise<T>): Promise<T> {
    const late = new Promise<never>((_, reject) => {
      this.#late = reject;
    });
    this.#setTimer(this.config.REQUEST_TIMEOUT_MS);
    try {
      return await Promise.race([reading, late]);
    } finally {
      clearTimeout(this.#timer);
      this.#late = undefined;
    }
  }

  /** Gives everything back, the files included. */
  async end(): Promise<void> {
    this.#memory?.release();
    this.#disk?.release();
    await this.#removeFiles().catch((error: unknown) => {
      // The call has its answer, and what is left is what any temporary folder has.
      this.#log.warn({ err: error }, 'temporary files were not removed');
    });
  }

  async #removeFiles(): Promise<void> {
    const directory = await this.#directory?.catch(() => undefined);
    if (directory !== undefined) await rm(directory, { recursive: true, force: true });
  }

  #setTimer(ms: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#late?.(new ApiError('request_timeout'));
    }, ms).unref();
  }
}

function takeFrom(hold: Hold | undefined, bytes: number): void {
  if (hold === undefined) throw new Error('a body is kept before anybody knows for whom');
  hold.add(bytes);
}
