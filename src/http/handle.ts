import type { Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import type { Environment } from '../call/environment.ts';
import { refusalFor } from '../call/refusal.ts';
import { ApiError } from '../errors.ts';
import { addressOf } from '../network.ts';
import type { Arrival, Dialect, Visit } from './dialect.ts';
import { tellQuota, tellWait } from './pace.ts';
import { deliverFiles, discardBody, receive } from './receive.ts';
import type { Reception } from './reception.ts';
import { CallRecord, callLogger } from './record.ts';
import { requestIdOf } from './request-id.ts';
import { send } from './send.ts';

/** Answers what comes to the addresses of the dialects. One look takes the place of a route for each method. */
export function handleDialects(
  environment: Environment,
  dialects: readonly Dialect[],
): RequestHandler {
  const log = callLogger(environment);
  return (req, res, next) => {
    for (const dialect of dialects) {
      const verbs = dialect.verbs(req.path);
      if (verbs !== undefined) return enter({ environment, log, dialect }, verbs, req, res);
    }
    next();
    return undefined;
  };
}

/** What all requests of a dialect share. */
interface Door {
  readonly environment: Environment;
  readonly log: Logger;
  readonly dialect: Dialect;
}

function enter(
  door: Door,
  verbs: ReadonlySet<string>,
  req: Request,
  res: Response,
): Promise<void> | undefined {
  door.environment.proxies.notice(req);
  const arrival = arrivalOf(req);
  if (door.environment.admission.full) refuseUnread(door, arrival, req, res);
  else if (verbs.has(req.method)) return handle(door, arrival, req, res);
  else refuseMethod(door, verbs, arrival, req, res);
  return undefined;
}

function arrivalOf(req: Request): Arrival {
  return {
    verb: req.method,
    url: req.url,
    headers: req.headers,
    host: addressOf(req.ip, req.socket.remoteAddress),
    id: requestIdOf(req),
  };
}

const LITTLE = 65_536;

/** Sends a request away for as little as possible: nothing of it is read, and nothing is written down but now and then. */
function refuseUnread(
  { environment, dialect }: Door,
  arrival: Arrival,
  req: Request,
  res: Response,
): void {
  const error = new ApiError('toobusy');
  environment.metrics.countUnread();
  environment.faults.note(error.id);
  tellWait(res, error);
  if (!(Number(req.headers['content-length'] ?? 0) <= LITTLE) || req.headers['transfer-encoding'])
    res.setHeader('Connection', 'close');
  send(res, dialect.refuseUnread(error, arrival), arrival.id);
}

function refuseMethod(
  { dialect }: Door,
  verbs: ReadonlySet<string>,
  arrival: Arrival,
  req: Request,
  res: Response,
): void {
  res.setHeader('Allow', [...verbs].join(', '));
  if (!req.complete) res.setHeader('Connection', 'close');
  const error = new ApiError('invalid_request_method', req.method);
  send(res, dialect.refuseUnread(error, arrival), arrival.id);
}

async function handle(door: Door, arrival: Arrival, req: Request, res: Response): Promise<void> {
  const { environment, dialect, log } = door;
  const record = new CallRecord(environment, log, arrival);
  let visit: Visit | undefined;
  let reception: Reception | undefined;
  let leave: (() => void) | undefined;
  try {
    visit = await dialect.begin(arrival);
    if (visit.bodyUnread) reception = await receive(environment, dialect, visit, req);
    else await dialect.approach(visit);
    leave = await environment.admission.enter(visit.operation?.mode ?? 'readonly');
    await dialect.authenticate(visit);
    if (reception !== undefined) await deliverFiles(visit, reception);
    if (req.method === 'HEAD' && visit.operation?.reads !== true)
      throw new ApiError('invalid_request_method', 'HEAD');
    const { reply, queries } = await dialect.answer(visit);
    record.queries = queries;
    tellQuota(res, visit.quota);
    send(res, reply, arrival.id);
    dialect.answered(visit);
  } catch (failure) {
    const error = refusalFor(failure, arrival.id);
    record.failed(error, failure);
    await refuse(door, error, arrival, res, visit);
  } finally {
    if (leave !== undefined) environment.admission.handOver(leave, res);
    record.write(visit);
    await reception?.end();
  }
}

async function refuse(
  { environment, dialect }: Door,
  error: ApiError,
  arrival: Arrival,
  res: Response,
  visit: Visit | undefined,
): Promise<void> {
  const reply =
    visit === undefined ? dialect.refuseUnread(error, arrival) : await dialect.refuse(error, visit);
  if (res.headersSent || res.destroyed) return;
  if (!res.req.complete) readOnOrClose(environment, res, error, visit);
  tellWait(res, error);
  tellQuota(res, visit?.quota);
  send(res, reply, arrival.id);
}

/** What is left of a body may come, and be dropped; where there is no time left for it, the connection closes. */
function readOnOrClose(
  environment: Environment,
  res: Response,
  error: ApiError,
  visit?: Visit,
): void {
  if (error.id === 'request_timeout') res.setHeader('Connection', 'close');
  else
    res.once('finish', () => {
      discardBody(environment, res.req, visit?.uploads === true);
    });
}
