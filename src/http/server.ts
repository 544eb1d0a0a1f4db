import { createServer, IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Express } from 'express';
import { createApp, type WaysIn } from './app.ts';
import type { Config } from '../config.ts';
import { Connections } from './connections.ts';
import { createEnvironment, type Parts } from '../process.ts';
import type { Environment } from '../call/environment.ts';
import { ApiError } from '../errors.ts';
import { registerGauges } from '../gauges.ts';
import { isReceiving } from './reception.ts';
import { printRefusal } from './refuse.ts';
import { inTurn } from '../pipeline.ts';

/** A server that answers. */
export interface Running {
  /** `http://host:port` and the base path. */
  readonly url: string;
  readonly environment: Environment;
  /** Takes no more requests, answers those it has, then closes everything. */
  stop(): Promise<void>;
}

/**
 * Starts listening on a migrated database. The database stays the caller's.
 * @param waysIn what it answers with
 */
export async function startServer(
  parts: Parts,
  waysIn: (environment: Environment) => WaysIn,
): Promise<Running> {
  let baseUrl = parts.config.PUBLIC_URL.replace(/\/+$/, '');
  const connections = new Connections();
  const environment = await createEnvironment(
    parts,
    () => baseUrl,
    () => connections.stopping,
  );
  registerGauges(environment);
  const { config, keyUses, redis, touches, views } = environment;
  const server = listenOn(createApp(environment, waysIn(environment)), connections, config);
  const address = await listening(server, config);
  const url = `http://${hostOf(address)}:${address.port}${config.BASE_PATH}`;
  baseUrl ||= url;
  return {
    url,
    environment,
    async stop() {
      await connections.close(config.SHUTDOWN_DELAY_MS, config.SHUTDOWN_GRACE_MS);
      environment.admission.close();
      await touches.flush();
      await views.flush();
      await keyUses.flush();
      await redis?.close();
    },
  };
}

/**
 * Express sets the prototype of every request and response to its own, which is most of what it costs. Objects that
 * are made with these prototypes need no change.
 */
function listenOn(app: Express, connections: Connections, config: Config): Server {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  Object.setPrototypeOf(AppRequest.prototype, app.request);
  Object.setPrototypeOf(AppResponse.prototype, app.response);
  app.request = AppRequest.prototype as unknown as Express['request'];
  app.response = AppResponse.prototype as unknown as Express['response'];
  const inOrder = inTurn(app);
  const server = createServer(
    {
      IncomingMessage: AppRequest,
      ServerResponse: AppResponse,
      requireHostHeader: false, // refused below, with a body
      maxHeaderSize: config.MAX_HEADER_BYTES,
      requestTimeout: config.REQUEST_TIMEOUT_MS,
      headersTimeout: config.REQUEST_TIMEOUT_MS,
      connectionsCheckingInterval: Math.min(1_000, config.REQUEST_TIMEOUT_MS / 4),
    },
    (req, res) => {
      connections.enter(req, res, () => {
        if (lacksHost(req)) refuseHeaders(res, 400);
        else inOrder(req, res);
      });
    },
  );
  server.on('checkExpectation', (req: IncomingMessage, res: ServerResponse) => {
    connections.enter(req, res, () => {
      refuseHeaders(res, 417);
    });
  });
  server.keepAliveTimeout = config.KEEP_ALIVE_MS;
  // A client that neither sends nor reads; one that does so slowly is bounded by what may arrive or wait.
  server.timeout = config.IDLE_TIMEOUT_MS;
  connections.watch(server);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    refuseUnreadable(error, socket, config);
  });
  return server;
}

/** RFC 9112, 3.2. */
function lacksHost({ headers, httpVersion }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersion === '1.1';
}

/** Refuses a request for what its headers say; what follows them is not read. */
function refuseHeaders(res: ServerResponse, status: 400 | 417): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=utf-8');
  res.setHeader('Connection', 'close');
  res.end(printRefusal(new ApiError('bad_request')));
}

/** How long a caller who is still sending may go on, so that it sees the refusal. */
const LINGER_MS = 2_000;

/** What Node.js refuses before there is a request, or while its body arrives. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket, config: Config): void {
  // Each further piece of a refused request is reported again.
  if (socket.writableEnded) return;
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT' && isReceiving(socket)) return;
  const { _httpMessage: answering } = socket as { _httpMessage?: ServerResponse };
  if (error.code === 'ECONNRESET' || !socket.writable || answering?.headersSent === true) {
    socket.destroy();
    return;
  }
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
  const refusal = unreadable(error.code, config);
  const body = printRefusal(refusal);
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

/** Connections that wait to be accepted: Node.js's own 511 are few where thousands come at once. */
const BACKLOG = 4096;

async function listening(server: Server, config: Config): Promise<AddressInfo> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A name that is not found is HOST here, not that of a database.
      reject(
        error.syscall === 'getaddrinfo' ? Object.assign(error, { code: 'EADDRNOTAVAIL' }) : error,
      );
    });
    server.listen({ port: config.PORT, host: config.HOST, backlog: BACKLOG }, resolve);
  });
  return server.address() as AddressInfo;
}

function hostOf({ address, family }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return 'localhost';
  return family === 'IPv6' ? `[${address}]` : address;
}
