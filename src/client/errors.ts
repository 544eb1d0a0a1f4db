/** An error id and its arguments. */
export type Refusal = readonly [id: string, ...args: readonly (string | number)[]];

/** The server refused a call. */
export class SignpostError extends Error {
  readonly method: string;
  readonly errors: readonly Refusal[];
  /** What the server says to people, in the member's or client's language; '' when it says nothing. */
  readonly text: string;
  /** What the server tells a developer, where the operator allows it. */
  readonly debug: unknown;

  constructor(method: string, errors: readonly Refusal[], debug: unknown, text = '') {
    super(`${method}: ${errors.map((error) => error.join(' ')).join('; ')}`);
    this.name = 'SignpostError';
    this.method = method;
    this.errors = errors;
    this.debug = debug;
    this.text = text;
  }

  /** The id of the first error, such as `invalid_node_id`. */
  get id(): string {
    return this.errors[0]?.[0] ?? '';
  }
}

/** An answer that is no answer of this server's: not JSON, or not signed as it should be. */
export class UntrustedAnswer extends Error {
  constructor(method: string, why: string) {
    super(`${method}: ${why}`);
    this.name = 'UntrustedAnswer';
  }
}
