import type { ApiError } from '../errors.ts';
import type { Secrets } from '../protocol/signature.ts';
import type { Call } from './call.ts';

/** A family of method names at `/api.php`, with its own parameters and its own shape of answers. */
export interface Dialect {
  /** Whether a name is written as this dialect's are; there need not be such a method. */
  owns(name: string): boolean;
  find(name: string): Method | undefined;
  /** The body that tells a refusal. */
  refuse(call: Call, error: ApiError, debug: object | undefined): string;
  /** What of an answer tells a refusal where the request could not be read, so that nobody knows what it called. */
  refuseUnread(error: ApiError): object;
}

/** What a name calls. */
export interface Method {
  /** As the log and the metrics know it. */
  readonly name: string;
  /** The API methods that it is made of: they say what the gateway demands of the call. */
  readonly asks: readonly string[];
  answer(call: Call): Promise<Answered>;
}

/** An answer, printed. */
export interface Answered {
  readonly body: string;
  /** How many statements it took. */
  readonly queries: number;
  /** What to sign it with, where the call itself had nothing yet. */
  readonly secrets?: Secrets | undefined;
}
