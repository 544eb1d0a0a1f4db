/**
 * The closed set of parameter types that a service method may use. The reference generator refuses any other; the
 * binder casts wire text to them as PHP's cleaners do (`call/bind.ts`).
 */

/** A whole number from 0 to 2147483647: an id, a count, a page, Unix seconds. */
export type Uint = number;

/** A whole number from -2147483648 to 2147483647. */
export type Int = number;

/**
 * Any tree of named text, for the rare parameter whose names are not fixed. `string | Struct` is for one that clients
 * send as JSON text or as an array.
 */
export type Struct = ReadonlyMap<string, string | Struct>;

/**
 * A tree whose names are those of an interface: the SDK and the reference show them, and the method reads and checks
 * them by itself. It stands in `string | StructOf<X>`.
 */
export type StructOf<Names extends object> = ReadonlyMap<keyof Names & string, string | Struct>;

/** A list whose keys the answer keeps: `ids[]=27` has the key 0, `ids[a]=27` the key a. */
export type Keyed<T> = ReadonlyMap<string, T>;

/** Which way a list is sorted. */
export type Direction = 'asc' | 'desc';

/** An uploaded file, kept in a temporary place until the call has been answered. */
export interface Upload {
  /** The name the client gave, without any path. */
  readonly filename: string;
  /** Where the bytes are; removed after the answer. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}
