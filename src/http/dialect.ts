import type { IncomingHttpHeaders } from 'node:http';
import type { ApiError } from '../errors.ts';
import type { Owner } from '../memory/allowance.ts';
import type { Quota } from '../memory/limits.ts';
import type { Mode } from '../protocol/manifest.ts';
import type { Upload } from '../protocol/types.ts';
import type { WireMap } from '../protocol/wire.ts';
import type { Received } from './multipart-parts.ts';
import type { Body } from './read-body.ts';

/**
 * A way in: how an API of others is spoken here. Adding one means a folder in `dialects/`, and a line in its list.
 * Its steps are called in the order in which they stand here; each adds to the visit what it has found out.
 */
export interface Dialect<V extends Visit = Visit> {
  /** As logs call it. */
  readonly name: string;
  /**
   * How a body says what it is: `declared`, by its content type; `looked at`, by its first character, since clients of
   * this dialect send any type or none (dialects-additions A0.11). Files come in declared ones alone.
   */
  readonly bodies: 'declared' | 'looked at';
  /**
   * The verbs that an address of this dialect takes: all others are refused with 405. Undefined where the address is
   * not its own. One that is its own and leads nowhere is refused by its checks.
   * @param path without the query, as it was sent
   */
  verbs(path: string): ReadonlySet<string> | undefined;
  /** Begins a visit with what is known before a body has been read. */
  begin(arrival: Arrival): Promise<V>;
  /** Checks what can be checked before a body is read. @throws ApiError the first check that fails */
  approach(visit: V): Promise<void> | undefined;
  /**
   * Whether a caller who has been let in asks for what takes files, so that files may go to the disk.
   * @param fields those of the body that came before the file
   */
  uploads(visit: V, fields: WireMap): Promise<boolean>;
  /** Runs all checks. @throws ApiError the first that fails; also where there is no such operation */
  authenticate(visit: V): Promise<void>;
  /** Does what is asked for. @throws ApiError */
  answer(visit: V): Promise<Answered>;
  /** Notes that the answer has been handed over. */
  answered(visit: V): void;
  /** Tells a refusal; it has nothing left to throw. */
  refuse(error: ApiError, visit: V): Promise<Reply>;
  /** Refuses where there is no visit: the verb is wrong, the process is too busy to read, or it failed. */
  refuseUnread(error: ApiError, arrival: Arrival): Reply;
}

/** What has arrived of a request: all but its body. */
export interface Arrival {
  readonly verb: string;
  /** Path and query, as they were sent. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  /** The caller's address. */
  readonly host: string;
  /** What the request is called, in the log and in its answer's headers. */
  readonly id: string;
}

/** One request on its way through its dialect. */
export interface Visit {
  /** What is asked for, as far as that is known; undefined where there is no such thing. */
  readonly operation: Operation | undefined;
  /** Whether there is a body that has still to be read. */
  readonly bodyUnread: boolean;
  /** What the caller has left of their limit, once the call has been counted. */
  readonly quota: Quota | undefined;
  /** What the log tells of it. */
  readonly facts: Facts;
  /** For whom the body is held in memory. */
  readonly owner: Owner;
  /** Whether a caller who has been let in asks for what takes files. */
  readonly uploads: boolean;
  /** The files of the body, as they came: the operation finds them once the call has passed all checks. */
  readonly received: ReadonlyMap<string, Received>;
  /** @throws ApiError when it says too much, or two things */
  takeBody(body: Body): void;
  takeFiles(files: ReadonlyMap<string, Upload>): void;
}

/** What a request asks for. */
export interface Operation {
  /** As the log and the metrics know it. */
  readonly name: string;
  /** What its work runs in. */
  readonly mode: Mode;
  /** Whether it only reads, so that it may be asked for its head alone. */
  readonly reads: boolean;
  /** Whether files may come with it. */
  readonly takesFiles: boolean;
}

/** An answer as it is sent. Its length, how it is packed and what the request is called are added by `send`. */
export interface Reply {
  readonly status: number;
  /** Names and values by turns, as Node.js takes them. */
  readonly headers: readonly string[];
  readonly body: string | Buffer;
}

export interface Answered {
  readonly reply: Reply;
  /** How many statements it took. */
  readonly queries: number;
}

/** Who called, as the log tells it; what nobody has found out is undefined. */
export interface Facts {
  readonly client?: number | undefined;
  readonly user?: number | undefined;
  /** In which form the signature was right. */
  readonly form?: string | undefined;
  /** The credential, where it is no session. */
  readonly credential?: string | undefined;
  /** Whose credential it is, where they act for another member. */
  readonly owner?: number | undefined;
  /** The caller's mistake in a word. */
  readonly hint?: string | undefined;
}
