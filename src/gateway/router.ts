import { randomBytes } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { dispatch } from '../dispatch/dispatch.ts';
import type { Environment } from '../environment.ts';
import { ApiError } from '../errors.ts';
import type { Secrets } from '../protocol/signature.ts';
import { authenticate } from './auth.ts';
import { Call } from './call.ts';
import { diagnose, textFor } from './diagnose.ts';
import { TYPED_API_VERSION } from '../protocol/version.ts';
import { printJson } from './json.ts';
import { type Params, readParams } from './params.ts';
import { type Answer, printAnswer, refusalFor, respond } from './respond.ts';
import type { Touches } from './touches.ts';

const paths: ReadonlySet<string> = new Set(['/api.php', '/core/api.php']);

/** The native dialect: `/api.php` and `/core/api.php`. One look into a set takes the place of a route for each method. */
export function createGateway(environment: Environment, touches: Touches): RequestHandler {
  const log = callLogger(environment);
  return (req, res, next) => {
    if (!paths.has(req.path.replace(/\/$/, ''))) {
      next();
      return undefined;
    }
    if (req.method === 'GET' || req.method === 'POST')
      return handleCall(environment, touches, new CallRecord(environment, log), req, res);
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
  record: CallRecord,
  req: Request,
  res: Response,
): Promise<void> {
  let params: Params | undefined;
  let call: Call | undefined;
  try {
    params = await readParams(req, res, environment.config);
    call = new Call(environment, req, params, await environment.caches.board());
    const answer = await answerCall(call, record);
    respond(res, answer.body, answer.secrets);
    if (call.session !== undefined) touches.add(call.session, environment.now());
  } catch (failure) {
    refuse(res, record, failure, call);
  } finally {
    await params?.dispose();
    record.write(call);
  }
}

async function answerCall(
  call: Call,
  record: CallRecord,
): Promise<{ body: string; secrets: Secrets | undefined }> {
  await authenticate(call);
  const { entry, environment, params, client, session, user, host, board, accepted } = call;
  if (entry === undefined) throw new ApiError('invalid_api_method', call.method);
  const args = entry.bind(params.all, params.files);
  const signed = call.form !== undefined;
  const caller = { user, client, session, host, board, accepted, signed };
  const { result, queries } = await dispatch(environment, caller, entry, args);
  record.queries = queries;
  return {
    body: printJson(result, wantsTypes(params)),
    secrets: call.session === undefined ? secretsIssued(call, result) : call.secrets(),
  };
}

function wantsTypes(params: Params): boolean {
  const version = params.all.get('api_v');
  return typeof version === 'string' && Number(version) >= TYPED_API_VERSION;
}

/** The answer to api.init is signed with the token just issued; it does not tell every caller the secret. */
function secretsIssued(call: Call, result: unknown): Secrets | undefined {
  const issued = result as Record<string, unknown>;
  const { apiaccesstoken, apiclientid, secret = call.client?.secret } = issued;
  if (typeof apiaccesstoken !== 'string' || typeof secret !== 'string') return undefined;
  return { token: apiaccesstoken, clientid: String(apiclientid), secret, apikey: '' };
}

function refuse(res: Response, record: CallRecord, failure: unknown, call: Call | undefined): void {
  const error = refusalFor(failure, record.id);
  record.failed(error, failure);
  if (res.headersSent || res.destroyed) return;
  // What is left of a body that nobody reads would be taken for the next request.
  if (!res.req.complete) res.setHeader('Connection', 'close');
  const message = call && wantsTypes(call.params) ? textFor(call, error) : undefined;
  const answer: Answer = { error, message, debug: call && diagnose(call, error) };
  respond(res, printAnswer(answer), call?.secrets());
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
    const spec = call?.entry?.spec;
    const method = spec === undefined ? 'unknown' : `${spec.class}.${spec.method}`;
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
