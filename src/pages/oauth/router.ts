import OAuth2Server from '@node-oauth/oauth2-server';
import express, {
  type ErrorRequestHandler,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express';
import type { Environment } from '../../call/environment.ts';
import { refusalFor } from '../../call/refusal.ts';
import { requestIdOf } from '../../http/request-id.ts';
import { listOAuthScopes } from '../../library/access/oauthclient.ts';
import {
  ACCESS_SECONDS,
  CODE_SECONDS,
  deleteGrant,
  endAccessToken,
  findToken,
  REFRESH_SECONDS,
} from '../../library/access/oauthtoken.ts';
import { addressOf, networkOf } from '../../network.ts';
import { refusePage } from '../serve.ts';
import { oauthModel } from './model.ts';
import { OAuthPages } from './pages.ts';

const form = express.urlencoded({ extended: false, limit: '16kb', parameterLimit: 50 });

/** OAuth 2: log-in and consent, tokens, and what clients find out by themselves (RFC 6749, 7009, 7636, 8414). */
export function createOAuth(environment: Environment): Router {
  const model = oauthModel(environment);
  const server = new OAuth2Server({
    model,
    accessTokenLifetime: ACCESS_SECONDS,
    refreshTokenLifetime: REFRESH_SECONDS,
    authorizationCodeLifetime: CODE_SECONDS,
    allowEmptyState: true,
    // whether a client needs a secret is the model's to say
    requireClientAuthentication: { refresh_token: false, authorization_code: false },
  });
  const pages = new OAuthPages(environment, server);
  const router = Router({ caseSensitive: true });
  router.get('/.well-known/oauth-authorization-server', showMetadata(environment));
  for (const [path, page] of [
    ['/oauth/authorize', pages.authorize],
    ['/oauth/granted', pages.granted],
  ] as const) {
    router.get(path, busy(environment, page));
    router.post(path, form, busy(environment, page));
    router.all(path, refuseVerb('GET, POST'));
  }
  router.post('/oauth/token', form, busy(environment, giveToken(environment, server)));
  router.post('/oauth/revoke', form, busy(environment, revoke(environment, model)));
  router.all(['/oauth/token', '/oauth/revoke'], refuseVerb('POST'));
  router.use(['/oauth/token', '/oauth/revoke'], unreadable);
  router.use('/oauth', failed(environment));
  return router;
}

type Handler = (req: Request, res: Response) => Promise<void>;

/** These take a place among the calls, as all that costs something does. */
function busy({ admission }: Environment, handle: Handler): RequestHandler {
  return async (req, res) => {
    const leave = await admission.enter('transaction');
    try {
      await handle(req, res);
    } finally {
      admission.handOver(leave, res);
    }
  };
}

function refuseVerb(allowed: string): RequestHandler {
  return (_req, res) => {
    res
      .status(405)
      .set('Allow', allowed)
      .json(fault('invalid_request', `only ${allowed}`));
  };
}

function fault(error: string, description: string): object {
  return { error, error_description: description };
}

/** `/oauth/token`: exchanges codes, refresh tokens and client credentials for tokens. */
function giveToken(environment: Environment, server: OAuth2Server): Handler {
  return async (req, res) => {
    await environment.limits.calling(`oauth ${networkOf(hostOf(req))}`);
    const request = new OAuth2Server.Request(plain(req));
    const response = new OAuth2Server.Response({});
    try {
      await server.token(request, response);
      const { body } = response as { body: object };
      // as they are documented (dialects-additions A1.2b)
      send(res, 200, { ...body, token_type: 'bearer', expires_in: ACCESS_SECONDS });
    } catch (error) {
      await refuse(environment, error, req, res);
    }
  };
}

/** `/oauth/revoke`: ends a token; with a refresh token all that hangs on its grant (RFC 7009). */
function revoke(environment: Environment, model: ReturnType<typeof oauthModel>): Handler {
  return async (req, res) => {
    const { id, secret } = credentialsOf(req);
    const client = id === '' ? undefined : await model.clientBySecret(id, secret);
    if (!client) {
      await environment.limits.failed(hostOf(req));
      send(res, 401, fault('invalid_client', 'there is no such client, or its secret is wrong'));
      return;
    }
    const { token } = fieldsOf(req);
    if (token === undefined || token.length > LONGEST) {
      send(res, 400, fault('invalid_request', 'token must be there, once'));
      return;
    }
    await endToken(environment, token, client.id);
    send(res, 200, {});
  };
}

async function endToken({ database }: Environment, token: string, clientid: string): Promise<void> {
  const db = database.reader();
  const refresh = await findToken(db, 'refreshhash', token);
  const access = refresh === undefined ? await findToken(db, 'accesshash', token) : undefined;
  await database.transaction(async (one) => {
    if (refresh?.grant.clientid === clientid) await deleteGrant(one, refresh.grant.grantid);
    if (access?.grant.clientid === clientid) await endAccessToken(one, access.accesshash);
  });
}

/** A client's id and secret, from HTTP Basic or the body (RFC 6749, 2.3.1). */
function credentialsOf(req: Request): { readonly id: string; readonly secret: string | undefined } {
  const [, basic] = /^basic\s+(\S+)$/i.exec(req.headers.authorization ?? '') ?? [];
  const { client_id: client = '', client_secret } = fieldsOf(req);
  if (basic === undefined) return { id: client, secret: client_secret };
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString().split(':').map(decode);
  return { id, secret };
}

/** The body's fields; one that comes twice is none. */
function fieldsOf(req: Request): Readonly<Record<string, string>> {
  const entries = Object.entries((req.body ?? {}) as Readonly<Record<string, unknown>>);
  return Object.fromEntries(
    entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function hostOf(req: Request): string {
  return addressOf(req.ip, req.socket.remoteAddress);
}

const LONGEST = 200;

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/** The request as the library reads it: one text for each name. */
function plain(req: Request): ConstructorParameters<typeof OAuth2Server.Request>[0] {
  const { id, secret } = credentialsOf(req);
  const headers = { 'content-type': String(req.headers['content-type']) };
  const length = String(req.headers['content-length'] ?? 0);
  const client = { client_id: id, ...(secret !== undefined && { client_secret: secret }) };
  return {
    headers: { ...headers, 'content-length': length },
    ...{ method: req.method, query: {}, body: { ...fieldsOf(req), ...client } },
  };
}

/** A bug answers as one; everything else as RFC 6749, 5.2 has it. */
async function refuse(
  environment: Environment,
  error: unknown,
  req: Request,
  res: Response,
): Promise<void> {
  if (!(error instanceof OAuth2Server.OAuthError) || error.code >= 500) throw error;
  const badClient = error.name === 'invalid_client';
  if (badClient) await environment.limits.failed(hostOf(req));
  if (badClient && req.headers.authorization !== undefined)
    res.set('WWW-Authenticate', 'Basic realm="oauth"');
  send(res, badClient ? 401 : 400, fault(error.name, error.message));
}

function send(res: Response, status: number, body: object): void {
  res.status(status).set({ 'Cache-Control': 'no-store', Pragma: 'no-cache' }).json(body);
}

/** A body that cannot be read. */
const unreadable: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  const { status = 500 } = error as { status?: number };
  if (status >= 500) next(error);
  else send(res, status, fault('invalid_request', 'the body cannot be read'));
};

function failed(environment: Environment): ErrorRequestHandler {
  return (failure: unknown, req, res, next) => {
    const error = refusalFor(failure, requestIdOf(req));
    if (error.id === 'unexpected_error') environment.log.error({ err: failure }, 'oauth failed');
    refusePage(environment, error, req, res).catch(next);
  };
}

function showMetadata(environment: Environment): RequestHandler {
  return async (_req, res) => {
    const base = environment.baseUrl();
    const scopes = await listOAuthScopes(environment.database.reader());
    res.json({
      issuer: base,
      authorization_endpoint: `${base}/oauth/authorize`,
      token_endpoint: `${base}/oauth/token`,
      revocation_endpoint: `${base}/oauth/revoke`,
      scopes_supported: scopes.map(({ name }) => name),
      response_types_supported: ['code'],
      response_modes_supported: ['query'],
      grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials'],
      token_endpoint_auth_methods_supported: ['client_secret_post', 'client_secret_basic', 'none'],
      revocation_endpoint_auth_methods_supported: [
        'client_secret_post',
        'client_secret_basic',
        'none',
      ],
      code_challenge_methods_supported: ['S256'],
      service_documentation: `${base}/docs/invision.md`,
    });
  };
}
