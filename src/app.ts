import express, {
  type ErrorRequestHandler,
  type Express,
  type NextFunction,
  type Request,
  type Response,
} from 'express';
import { vb4Dialect } from './dialects/vb4/router.ts';
import type { Environment } from './environment.ts';
import { ApiError } from './errors.ts';
import { createFileRoutes } from './gateway/files.ts';
import { nativeDialect } from './gateway/native.ts';
import { createGateway } from './gateway/router.ts';
import { printAnswer } from './gateway/respond.ts';
import type { Touches } from './gateway/touches.ts';
import { healthOf } from './health.ts';

/** The chain that each request goes through. */
export function createApp(environment: Environment, touches: Touches): Express {
  const { BASE_PATH, CORS_ORIGINS, TRUST_PROXY } = environment.config;
  const app = express();
  app.disable('x-powered-by').disable('etag');
  app.set('query parser', false).set('trust proxy', TRUST_PROXY);
  if (CORS_ORIGINS.length > 0) app.use(allowOrigins(CORS_ORIGINS));
  app.use(
    BASE_PATH === '' ? '/' : BASE_PATH,
    createGateway(environment, touches, [vb4Dialect(environment), nativeDialect(environment)]),
  );
  app.use(BASE_PATH === '' ? '/' : BASE_PATH, createFileRoutes(environment));
  app.get('/health', showHealth(environment));
  app.get('/metrics', showMetrics(environment));
  app.use(notFound(`${BASE_PATH}/api.php`));
  app.use(unexpected(environment));
  return app;
}

/** Lets pages of these origins call the API and read its signature (Fetch Standard, CORS protocol). */
function allowOrigins(origins: readonly string[]) {
  return (req: Request, res: Response, next: NextFunction): void => {
    const { origin } = req.headers;
    res.vary('Origin');
    if (origin === undefined || !(origins.includes('*') || origins.includes(origin))) {
      next();
      return;
    }
    res.set('Access-Control-Allow-Origin', origins.includes('*') ? '*' : origin);
    res.set('Access-Control-Expose-Headers', 'Authorization');
    if (req.method !== 'OPTIONS') {
      next();
      return;
    }
    res.set('Access-Control-Allow-Methods', 'GET, POST');
    res.set('Access-Control-Allow-Headers', 'Content-Type');
    res.set('Access-Control-Max-Age', '7200');
    res.status(204).end();
  };
}

function showHealth(environment: Environment) {
  return async (_req: Request, res: Response): Promise<void> => {
    const health = await healthOf(environment);
    res.status(health.status === 'down' ? 503 : 200).json(health);
  };
}

function showMetrics({ config, metrics }: Environment) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const local = /^(::1|(::ffff:)?127\..*)$/.test(req.ip ?? '');
    if (config.METRICS === 'on' || (config.METRICS === 'local' && local)) {
      res.type(metrics.contentType).send(await metrics.text());
    } else next();
  };
}

function notFound(path: string) {
  return (_req: Request, res: Response): void => {
    res
      .status(404)
      .type('json')
      .send(printAnswer({ error: new ApiError('not_found', path) }));
  };
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
    res.status(error.status).type('json').send(printAnswer({ error }));
  };
}
