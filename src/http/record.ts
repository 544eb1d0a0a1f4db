import { performance } from 'node:perf_hooks';
import type { Logger } from 'pino';
import type { Environment } from '../call/environment.ts';
import { refusalOf } from '../db/db.ts';
import type { ApiError, ErrorId } from '../errors.ts';
import type { Arrival, Visit } from './dialect.ts';

/** A call's line has no names but those below and no secrets: to look for any would be a fifth of a call's price. */
export function callLogger({ log }: Environment): Logger {
  return log.child({}, { redact: [] });
}

/** Refusals that tell of a fault on this side; a bug is logged with its call. */
const ownFaults: ReadonlySet<ErrorId> = new Set([
  'toobusy',
  'storage_full',
  'upload_writefile_failed',
]);

/** A file that found no room tells of the disk. */
function faultIn(error: ApiError, cause: unknown): ErrorId {
  return cause !== undefined && refusalOf(cause)?.id === 'storage_full' ? 'storage_full' : error.id;
}

/** Signatures are wrong where an app is, and its developer asks the operator why. */
function levelOf(error: ApiError | undefined): 'info' | 'warn' {
  return error?.id === 'invalid_api_signature' ? 'warn' : 'info';
}

/** What the log and the metrics say of one call. */
export class CallRecord {
  queries = 0;
  readonly #environment: Environment;
  readonly #log: Logger;
  readonly #arrival: Arrival;
  readonly #started = performance.now();
  #error: ApiError | undefined;
  #bug: unknown;

  constructor(environment: Environment, log: Logger, arrival: Arrival) {
    this.#environment = environment;
    this.#log = log;
    this.#arrival = arrival;
  }

  failed(error: ApiError, failure: unknown): void {
    this.#error = error;
    const cause = error === failure ? error.cause : failure;
    if (error.id === 'unexpected_error') this.#bug = cause;
    else if (ownFaults.has(error.id)) this.#environment.faults.note(faultIn(error, cause), cause);
  }

  write(visit: Visit | undefined): void {
    const ms = Math.round((performance.now() - this.#started) * 1000) / 1000;
    const method = visit?.operation?.name ?? 'unknown';
    this.#environment.metrics.count(method, this.#error?.id ?? 'ok', ms);
    const { id, host } = this.#arrival;
    const line = {
      id,
      method,
      address: host,
      ...visit?.facts,
      queries: this.queries,
      ms,
      error: this.#error?.id,
      err: this.#bug,
    };
    if (this.#bug === undefined) this.#log[levelOf(this.#error)](line, 'call');
    else this.#environment.log.error(line, 'call failed');
  }
}
