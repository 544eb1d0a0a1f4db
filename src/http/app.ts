import cors from 'cors';
import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express';
import type { Environment } from '../call/environment.ts';
import { ApiError } from '../errors.ts';
import { createFileRoutes } from './files.ts';
import { handleDialects } from './handle.ts';
import { printRefusal } from './refuse.ts';
import { nameAnswer } from './request-id.ts';
import { healthOf } from './health.ts';
import { isLoopback } from '../network.ts';
import type { Dialect } from './dialect.ts';
import { forwardingHeaders } from '../memory/proxy-watch.ts';

/** What a server answers with. */
export interface WaysIn {
  readonly dialects: readonly Dialect[];
  /** Pages for browsers. */
  readonly pages: RequestHandler;
  /** Refuses what is found nowhere. */
  readonly lost: RequestHandler;
}

/** The chain that each request goes through. */
export function createApp(environment: Environment, { dialects, pages, lost }: WaysIn): Express {
  const { BASE_PATH, CORS_ORIGINS, TRUST_PROXY } = environment.config;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('query parser', false).set('trust proxy', TRUST_PROXY);
  if (CORS_ORIGINS.length > 0) app.use(allowOrigins(CORS_ORIGINS));
  app.use(handleDialects(environment, dialects));
  app.use(nameAnswer);
  const base = BASE_PATH === '' ? '/' : BASE_PATH;
  app.use(base, createFileRoutes(environment), pages);
  app.get('/health', showHealth(environment));
  app.get('/metrics', showMetrics(environment));
  app.use(lost);
  app.use(unexpected(environment));
  return app;
}

/** Lets pages of these origins call the API and read its signature (Fetch Standard, CORS protocol). */
function allowOrigins(origins: readonly string[]): RequestHandler {
  return cors({
    origin: origins.includes('*') ? '*' : [...origins],
    exposedHeaders: 'Authorization, X-Request-Id, Retry-After, RateLimit, RateLimit-Policy',
    methods: 'GET, HEAD, POST, PUT, DELETE',
    allowedHeaders: 'Content-Type, X-Request-Id, Authorization, X-Authorization, X-IPS-Language',
    maxAge: 7200,
  });
}

function showHealth(environment: Environment) {
  return async (_req: Request, res: Response): Promise<void> => {
    const health = await healthOf(environment);
    const served = health.status === 'ok' || health.status === 'degraded';
    res.status(served ? 200 : 503).json(health);
  };
}

function showMetrics({ config, metrics }: Environment) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    if (config.METRICS === 'on' || (config.METRICS === 'local' && isLocal(req))) {
      res.type(metrics.contentType).send(await metrics.text());
    } else next();
  };
}

/** True for a request of this machine itself: not for what a proxy on it forwards, whatever its header says. */
function isLocal(req: Request): boolean {
  return (
    isLoopback(req.socket.remoteAddress) &&
    forwardingHeaders.every((name) => !(name in req.headers))
  );
}

/** What no handler has answered: Express hands over URLs that it cannot decode, and bugs. */
function unexpected(environment: Environment): ErrorRequestHandler {
  return (failure: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(failure);
      return;
    }
    const ours = !(failure instanceof Error && 'status' in failure && failure.status === 400);
    if (ours) environment.log.error({ err: failure }, 'request failed');
    const error = ours ? new ApiError('unexpected_error', 'the log') : new ApiError('bad_request');
    res.status(error.status).type('json').send(printRefusal(error));
  };
}
