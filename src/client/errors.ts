import type { ErrorId } from '../generated/api.ts';

/** An error id and its arguments. A server that is newer than this release may know other ids. */
export type Refusal = readonly [id: ErrorId, ...args: readonly (string | number)[]];

/** What a refusal has beside its ids. */
export interface RefusalFacts {
  /** What the server says to people, in the member's or client's language. */
  readonly text?: string;
  /** What the server tells a developer, where the operator allows it. */
  readonly debug?: unknown;
  /** Seconds after which the server wants to be asked again. */
  readonly retryAfter?: number | undefined;
}

/** What goes wrong with a call; every error of the SDK but an abort, whose reason is the signal's. */
export class CallError extends Error {
  readonly method: string;

  constructor(method: string, why: string, options?: ErrorOptions) {
    super(`${method}: ${why}`, options);
    this.name = new.target.name;
    this.method = method;
  }
}

/** The server refused a call: it has changed nothing. */
export class SignpostError extends CallError {
  override readonly name = 'SignpostError';
  readonly errors: readonly Refusal[];
  /** What the server says to people; where it says nothing, the id and its arguments. */
  readonly text: string;
  readonly debug: unknown;
  readonly retryAfter: number | undefined;

  constructor(method: string, errors: readonly Refusal[], facts: RefusalFacts = {}) {
    const ids = errors.map((error) => error.join(' ')).join('; ');
    super(method, ids);
    this.errors = errors;
    this.text = facts.text ?? ids;
    this.debug = facts.debug;
    this.retryAfter = facts.retryAfter;
  }

  /** The id of the first error, such as `invalid_node_id`. */
  get id(): ErrorId | '' {
    return this.errors[0]?.[0] ?? '';
  }
}

/** No answer came: there is no network, or the connection broke. Whether the call has happened is not known. */
export class NetworkError extends CallError {
  override readonly name: string = 'NetworkError';
}

/** No answer came in time. Whether the call has happened is not known. */
export class TimeoutError extends NetworkError {
  override readonly name = 'TimeoutError';
}

/** Something between this app and the server answered, such as a proxy's page for `502`. */
export class HttpError extends CallError {
  override readonly name = 'HttpError';
  readonly status: number;

  constructor(method: string, status: number) {
    super(method, `HTTP status ${status}, and no answer of the API`);
    this.status = status;
  }
}

/** An answer that is no answer of this server's: not JSON, or not signed as it should be. */
export class UntrustedAnswer extends CallError {
  override readonly name = 'UntrustedAnswer';
}

/**
 * Why a session ended: `invalid_accesstoken`, since it was unused for long or was logged out elsewhere;
 * `invalid_clientid`, since the server does not know this installation any more.
 */
export type LossReason = 'invalid_accesstoken' | 'invalid_clientid';

/** The member is not logged in any more, and the call has not been made as a guest's instead. */
export class SessionLost extends CallError {
  override readonly name = 'SessionLost';
  readonly reason: LossReason;

  constructor(method: string, reason: LossReason) {
    super(method, `the session has ended (${reason}); log in again`);
    this.reason = reason;
  }
}
