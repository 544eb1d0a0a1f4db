import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Environment } from '../environment.ts';
import { ApiError } from '../errors.ts';
import { authenticate } from './auth.ts';
import { Call } from './call.ts';
import { diagnose } from './diagnose.ts';
import type { Answered, Dialect } from './dialect.ts';
import { printJson } from './json.ts';
import { type Params, readParams } from './params.ts';
import { printAnswer, refusalFor, respond } from './respond.ts';
import type { Touches } from './touches.ts';

const paths: ReadonlySet<string> = new Set(['/api.php', '/core/api.php']);

/**
 * `/api.php` and `/core/api.php`. One look into a set takes the place of a route for each method.
 * @param dialects whose names may be called there; the last of them owns all that no other does
 */
export function createGateway(
  environment: Environment,
  touches: Touches,
  dialects: readonly Dialect[],
): RequestHandler {
  const log = callLogger(environment);
  return (req, res, next) => {
    if (!paths.has(req.path.replace(/\/$/, ''))) {
      next();
      return undefined;
    }
    if (req.method === 'GET' || req.method === 'POST')
      return handleCall(environment, touches, dialects, new CallRecord(environment, log), req, res);
    refuseMethod(req, res);
    return undefined;
  };
}

function refuseMethod(req: Request, res: Response): void {
  res.status(405).set('Allow', 'GET, POST').type('json');
  res.send(printAnswer({ error: new ApiError('invalid_request_method', req.method) }));
}

async function handleCall(
  environment: Environment,
  touches: Touches,
  dialects: readonly Dialect[],
  record: CallRecord,
  req: Request,
  res: Response,
): Promise<void> {
  let params: Params | undefined;
  let call: Call | undefined;
  try {
    params = await readParams(req, res, environment.config);
    call = new Call(environment, dialects, req, params, await environment.caches.board());
    const answer = await answerCall(call, record);
    respond(res, answer.body, call.session === undefined ? answer.secrets : call.secrets());
    if (call.session !== undefined) touches.add(call.session, environment.now());
  } catch (failure) {
    refuse(res, dialects, record, failure, call);
  } finally {
    record.write(call);
    await params?.dispose();
  }
}

async function answerCall(call: Call, record: CallRecord): Promise<Answered> {
  await authenticate(call);
  if (call.called === undefined) throw new ApiError('invalid_api_method', call.method);
  const answered = await call.called.answer(call);
  record.queries = answered.queries;
  return answered;
}

function refuse(
  res: Response,
  dialects: readonly Dialect[],
  record: CallRecord,
  failure: unknown,
  call: Call | undefined,
): void {
  const error = refusalFor(failure, record.id);
  record.failed(error, failure);
  if (res.headersSent || res.destroyed) return;
  // What is left of a body that nobody reads would be taken for the next request.
  if (!res.req.complete) res.setHeader('Connection', 'close');
  const body =
    call === undefined
      ? printJson(Object.assign({}, ...dialects.map((one) => one.refuseUnread(error))), true)
      : call.dialect.refuse(call, error, diagnose(call, error));
  respond(res, body, call?.secrets());
}

/** A call's line has no names but those below and no secrets: to look for any would be a fifth of a call's price. */
function callLogger({ log }: Environment): Logger {
  return log.child({}, { redact: [] });
}

const processId = randomBytes(4).toString('hex');
let callCount = 0;

/** What the log and the metrics say of one call. */
class CallRecord {
  /** Stands in the log line, and in the answer when something unexpected happened. */
  readonly id = `${processId}-${(++callCount).toString(36)}`;
  queries = 0;
  readonly #environment: Environment;
  readonly #log: Logger;
  readonly #started = performance.now();
  #error: ApiError | undefined;
  #bug: unknown;

  constructor(environment: Environment, log: Logger) {
    this.#environment = environment;
    this.#log = log;
  }

  failed(error: ApiError, failure: unknown): void {
    this.#error = error;
    if (error !== failure) this.#bug = failure;
  }

  write(call: Call | undefined): void {
    const ms = Math.round((performance.now() - this.#started) * 1000) / 1000;
    const method = call?.called?.name ?? 'unknown';
    this.#environment.metrics.count(method, this.#error?.id ?? 'ok', ms);
    const line = {
      id: this.id,
      method,
      client: call?.client?.apiclientid,
      user: call?.user.userid,
      form: call?.form,
      queries: this.queries,
      ms,
      error: this.#error?.id,
      err: this.#bug,
    };
    if (this.#bug === undefined) this.#log.info(line, 'call');
    else this.#environment.log.error(line, 'call failed');
  }
}
