import type { Readable } from 'node:stream';

/** The bytes from `start` to `end`, both included. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Where files are kept, by key: letters, digits, `-`, `.` and `/`. A key is written once and its bytes never change.
 * Waiting for a storage inside a transaction would hold up everybody: don't.
 */
export interface Storage {
  /** Keeps a file's bytes, all or nothing: nobody ever reads a part of them. `size` in bytes. */
  put(key: string, source: StoredSource, size: number): Promise<void>;
  /** The size of what is kept, in bytes; undefined when there is nothing. */
  size(key: string): Promise<number | undefined>;
  /** The bytes of what is kept; undefined when there is nothing. */
  open(key: string, range?: ByteRange): Promise<Readable | undefined>;
  /** Removes what is kept, if anything is. */
  remove(key: string): Promise<void>;
  /** @throws Error when nothing can be kept here, as far as that can be told without keeping a file */
  check(): Promise<void>;
}

/** Bytes, or the path of a file that has them. */
export type StoredSource = Buffer | string;
