import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Express } from 'express';
import { createApp } from './app.ts';
import { Caches } from './caches.ts';
import type { Config } from './config.ts';
import type { Database } from './db/db.ts';
import { buildRegistry } from './dispatch/registry.ts';
import type { Environment } from './environment.ts';
import { ApiError } from './errors.ts';
import { manifest } from './generated/manifest.ts';
import { services } from './generated/services.ts';
import { printAnswer } from './gateway/respond.ts';
import { Touches } from './gateway/touches.ts';
import { Limits } from './limits.ts';
import type { Logger } from 'pino';
import { countJobs } from './library/outbox.ts';
import { Metrics } from './metrics.ts';
import { Bell } from './outbox/bell.ts';
import { RedisLink } from './redis.ts';
import { type FetchRules, publicWeb } from './storage/fetch-url.ts';
import { openImages } from './storage/images.ts';
import { openStorage } from './storage/storage.ts';
import { Views } from './views.ts';

/** A server that answers. */
export interface Running {
  /** `http://host:port` and the base path. */
  readonly url: string;
  readonly environment: Environment;
  /** Takes no more requests, answers those it has, then closes everything. */
  stop(): Promise<void>;
}

export interface Parts {
  readonly config: Config;
  readonly database: Database;
  readonly log: Logger;
  /** Unix seconds; the clock when left out. */
  readonly now?: () => number;
  /** Where files may be fetched from; the public web when left out. */
  readonly rules?: FetchRules;
}

/** Starts listening on a migrated database. The database stays the caller's. */
export async function startServer(parts: Parts): Promise<Running> {
  let baseUrl = parts.config.PUBLIC_URL.replace(/\/+$/, '');
  const environment = await createEnvironment(parts, () => baseUrl);
  const { config, database, caches, redis } = environment;
  const touches = new Touches(database, caches, config.SESSION_LIFETIME);
  const server = listenOn(createApp(environment, touches), config);
  const address = await listening(server, config);
  const url = `http://${hostOf(address)}:${address.port}${config.BASE_PATH}`;
  baseUrl ||= url;
  return {
    url,
    environment,
    async stop() {
      await close(server, config.SHUTDOWN_GRACE_MS);
      await touches.flush();
      await environment.views.flush();
      await redis?.close();
    },
  };
}

async function createEnvironment(
  { config, database, log, now, rules }: Parts,
  baseUrl: () => string,
): Promise<Environment> {
  const storage = await openStorage(config.FILES_URL);
  const redis =
    config.REDIS_URL === '' ? undefined : new RedisLink(config.REDIS_URL, config.REDIS_PREFIX, log);
  return {
    config,
    database,
    redis,
    caches: new Caches(database, redis),
    limits: new Limits(config, redis),
    metrics: new Metrics(() => countJobs(database.reader())),
    bell: new Bell(),
    log,
    files: { storage, images: openImages(), rules: rules ?? publicWeb },
    views: new Views(database, log),
    registry: buildRegistry(manifest, services),
    now: now ?? (() => Math.floor(Date.now() / 1000)),
    baseUrl,
  };
}

/**
 * Express sets the prototype of every request and response to its own, which is most of what it costs. Objects that
 * are made with these prototypes need no change.
 */
function listenOn(app: Express, config: Config): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  app.request = AppRequest.prototype as unknown as Express['request'];
  app.response = AppResponse.prototype as unknown as Express['response'];
  const server = createServer(
    {
      IncomingMessage: AppRequest,
      ServerResponse: AppResponse,
      maxHeaderSize: config.MAX_HEADER_BYTES,
      requestTimeout: config.REQUEST_TIMEOUT_MS,
      headersTimeout: config.REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: Math.min(1_000, config.REQUEST_TIMEOUT_MS / 4),
    },
    app,
  );
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseUnreadable(error, socket, config);
  });
  return server;
}

/** How long a caller who is still sending may go on, so that it sees the refusal. */
const LINGER_MS = 2_000;

/** What Node.js refuses before there is a request, or while its body arrives. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, config: Config): void {
  // Each further piece of a refused request is reported again.
  if (socket.writableEnded) return;
  const { _httpMessage: answering } = socket as { _httpMessage?: ServerResponse };
  if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent === true) {
    socket.destroy();
    return;
  }
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
  const refusal = unreadable(error.code, config);
  const body = printAnswer({ error: refusal });
  socket.end(
    `HTTP/1.1 ${refusal.status} ${refusal.id}\r\nContent-Type: application/json; charset=utf-8\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

function unreadable(code: string | undefined, config: Config): ApiError {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new ApiError('header_too_large', config.MAX_HEADER_BYTES);
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new ApiError('request_timeout');
  return new ApiError('bad_request');
}

async function listening(server: Server, config: Config): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.PORT, config.HOST, resolve);
  });
  return server.address() as AddressInfo;
}

function hostOf({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return 'localhost';
  return family === 'IPv6' ? `[${address}]` : address;
}

async function close(server: Server, graceMs: number): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => {
      resolve();
    });
  });
  server.closeIdleConnections();
  const impatient = setTimeout(() => {
    server.closeAllConnections();
  }, graceMs);
  await closed;
  clearTimeout(impatient);
}
