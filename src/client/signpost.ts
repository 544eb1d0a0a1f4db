import { md5 as hash } from '@noble/hashes/legacy.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Api, type CallOptions, type InitResult, readonlyMethods } from '../generated/api.ts';
import { codesOf, toBytes } from '../protocol/bytes.ts';
import { printQuery } from '../protocol/query.ts';
import type { WireMap } from '../protocol/wire.ts';
import {
  equalDigests,
  type Md5,
  type Secrets,
  signRequest,
  signResponse,
} from '../protocol/signature.ts';
import { orAborted, pause } from './abort.ts';
import { bodyOf, encode, type Encoded, type Params } from './encode.ts';
import {
  HttpError,
  type LossReason,
  type Refusal,
  SessionLost,
  SignpostError,
  UntrustedAnswer,
} from './errors.ts';
import { uniqueIdOf } from './installation.ts';
import type { SessionState, SignpostOptions } from './options.ts';
import { waitBefore } from './retry.ts';
import { exchange, type Incoming, type Outgoing } from './transport.ts';

const LONGEST_QUERY = 4_000;

/** They begin or end a member's session, so no lost one stands in their way. */
const logins: ReadonlySet<string> = new Set(['user.login', 'user.login2', 'login_login']);
const sessionMethods: ReadonlySet<string> = new Set([
  ...logins,
  'user.loginSpecificUser',
  'user.logout',
  'login_logout',
]);

// The methods of every API class, made by the constructor's proxy.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unsafe-declaration-merging
export interface Signpost extends Api {}

/**
 * A client for Signpost and for vBulletin's mobile API: `await client.node.getNode({ nodeid: 1 })`. It initialises
 * itself on the first call, signs each request, verifies each answer, tries again what may be tried again, and
 * initialises again when the server does not know its client or token any more: see {@link SignpostOptions.asGuest}.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class Signpost {
  readonly #options: SignpostOptions;
  readonly #url: string;
  #session: SessionState | undefined;
  #version: number | undefined;
  #initialising: Promise<InitResult> | undefined;
  #uniqueId: Promise<string> | undefined;
  #lost: LossReason | undefined;

  constructor(options: SignpostOptions) {
    this.#options = options;
    this.#url = addressOf(options.url);
    this.#session = options.session;
    return new Proxy(this, { get: memberOf });
  }

  get session(): SessionState | undefined {
    return this.#session;
  }

  /**
   * Calls any method by name, also one that this release does not know.
   * @throws SignpostError when the server refuses
   * @throws SessionLost when the member is not logged in any more and a guest's call is not wanted
   * @throws NetworkError when no answer comes; TimeoutError when none comes in time
   * @throws HttpError when something in between answers
   * @throws UntrustedAnswer when the answer cannot be trusted
   * @throws whatever `options.signal` gives as its reason
   */
  async call(method: string, params: Params = {}, options: CallOptions = {}): Promise<unknown> {
    if (method === 'api.init') return this.init(params, options);
    return this.#persist(method, options, async () => {
      await this.#ready(options);
      this.#refuseGuest(method);
      try {
        return await this.#send(method, params, options);
      } catch (error) {
        const reason = lossIn(error);
        if (reason === undefined) throw error;
        await this.#lose(reason, options);
        this.#refuseGuest(method);
        return this.#send(method, params, options);
      }
    });
  }

  /** Begins a session, or refreshes the token of the one there is. Other calls do this by themselves. */
  async init(params: Params = {}, options: CallOptions = {}): Promise<InitResult> {
    return this.#persist('api.init', options, () => this.#begin(params, options));
  }

  /** Makes the calls to come as a guest's, although the member's session has ended. */
  continueAsGuest(): void {
    this.#lost = undefined;
  }

  async #begin(params: Params, options: CallOptions): Promise<InitResult> {
    const { clientName, clientVersion, platformName, platformVersion } = this.#options;
    const identity = {
      clientname: clientName ?? 'Signpost SDK',
      clientversion: clientVersion ?? '1',
      platformname: platformName ?? 'JavaScript',
      platformversion: platformVersion ?? '',
      uniqueid: await (this.#uniqueId ??= uniqueIdOf(this.#options, this.#url)),
    };
    const result = (await this.#send(
      'api.init',
      { ...identity, ...params },
      options,
    )) as InitResult;
    const { features } = result as Partial<InitResult>;
    this.#version = features?.typedapi ?? result.apiversion;
    return result;
  }

  /** Tries again as long as that is safe and has a chance. */
  async #persist<T>(method: string, { signal }: CallOptions, work: () => Promise<T>): Promise<T> {
    const reads = readonlyMethods.has(method) || method === 'api.init';
    const { retries = 2 } = this.#options;
    for (let tries = 1; ; tries++) {
      try {
        return await work();
      } catch (error) {
        const wait = tries > retries ? undefined : waitBefore(error, reads, tries);
        if (wait === undefined) throw error;
        await pause(wait, signal);
      }
    }
  }

  async #ready({ signal }: CallOptions): Promise<void> {
    if (this.#session === undefined || this.#version === undefined)
      await orAborted(this.#initOnce(), signal);
  }

  /** No call's signal ends it, since other calls wait for it, too. */
  async #initOnce(): Promise<void> {
    this.#initialising ??= this.#initAnew().finally(() => {
      this.#initialising = undefined;
    });
    await this.#initialising;
  }

  /** A server that does not know the client any more gets it registered again. */
  async #initAnew(): Promise<InitResult> {
    const before = this.#session;
    try {
      const result = await this.#begin({}, {});
      if (before !== undefined && this.#session?.token !== before.token)
        this.#noteLoss(before, 'invalid_accesstoken');
      return result;
    } catch (error) {
      const reason = lossIn(error);
      if (reason !== 'invalid_clientid' || before === undefined) throw error;
      this.#session = undefined;
      this.#noteLoss(before, reason);
      return this.#begin({}, {});
    }
  }

  async #lose(reason: LossReason, { signal }: CallOptions): Promise<void> {
    const before = this.#session;
    if (reason === 'invalid_clientid') this.#session = undefined;
    if (before !== undefined) this.#noteLoss(before, reason);
    await orAborted(this.#initOnce(), signal);
  }

  /** Of a session that was kept without a word on whose it was, a member's is assumed. */
  #noteLoss({ member = true }: SessionState, reason: LossReason): void {
    if (!member || this.#lost !== undefined) return;
    if (this.#options.asGuest !== 'all') this.#lost = reason;
    this.#options.onSessionLost?.(reason);
  }

  /** What a member meant to do is not done as a guest. */
  #refuseGuest(method: string): void {
    if (this.#lost === undefined || sessionMethods.has(method)) return;
    const reads = this.#options.asGuest !== 'nothing' && readonlyMethods.has(method);
    if (!reads) throw new SessionLost(method, this.#lost);
  }

  async #send(method: string, params: Params, options: CallOptions): Promise<unknown> {
    const session = this.#session;
    const request = this.#request(method, encode(params), session);
    const incoming = await exchange(request, {
      ...options,
      timeout: options.timeout ?? this.#options.timeout ?? 30_000,
      fetch: this.#options.fetch,
    });
    const answer = parse(method, incoming);
    const adopted = adopt(answer, session);
    this.#verify(method, incoming, answer, method === 'api.init' ? adopted : session);
    const refusals = refusalsOf(answer);
    if (refusals !== undefined) throw refused(method, refusals, answer, incoming);
    if (!isFine(incoming)) throw new HttpError(method, incoming.status);
    this.#adopt({ method, answer }, session, adopted);
    return answer;
  }

  #adopt(done: Done, session: SessionState | undefined, adopted: SessionState | undefined): void {
    const isLogin = hasLoggedIn(done);
    const member = isLogin || memberAfter(session, adopted);
    if (isLogin) this.#lost = undefined;
    if (adopted === undefined || (adopted === session && member === session.member)) return;
    this.#session = member === undefined ? adopted : { ...adopted, member };
    this.#options.onSession?.(this.#session);
  }

  /**
   * What only reads goes into the URL, where the signature covers it. Everything else goes into the body, since URLs
   * end up in logs; there the signature covers the method's name.
   */
  #request(method: string, encoded: Encoded, session: SessionState | undefined): Outgoing {
    const { map, files } = encoded;
    if (this.#options.debug === true) map.set('debug', '1');
    const inUrl =
      files.length === 0 && readonlyMethods.has(method) && printQuery(map).length <= LONGEST_QUERY;
    const query: WireMap = new Map([['api_m', toBytes(method)], ...(inUrl ? map : [])]);
    const url = `${this.#url}?${printQuery(this.#signed(query, session))}`;
    return inUrl ? { method, url } : { method, url, body: bodyOf(encoded) };
  }

  #signed(query: WireMap, session: SessionState | undefined): WireMap {
    if (this.#version !== undefined) query.set('api_v', String(this.#version));
    if (session === undefined) return query;
    const signature = signRequest(md5, query, this.#secrets(session));
    return new Map([
      ...query,
      ['api_c', session.clientid],
      ['api_s', session.token],
      ['api_sig', signature],
    ]);
  }

  #secrets({ clientid, secret, token }: SessionState): Secrets {
    return { clientid, secret, token, apikey: this.#options.apiKey };
  }

  /** Only refusals may come unsigned: a server cannot sign for a client that it does not know. */
  #verify(
    method: string,
    { authorization, bytes }: Incoming,
    answer: unknown,
    session: SessionState | undefined,
  ): void {
    if (authorization === null || session === undefined) {
      const allowed = this.#options.verify === 'present' || refusalsOf(answer) !== undefined;
      if (!allowed) throw new UntrustedAnswer(method, 'the answer is not signed');
      return;
    }
    if (!equalDigests(signResponse(md5, bytes, session), authorization)) {
      throw new UntrustedAnswer(method, 'the signature of the answer is wrong');
    }
  }
}

const md5: Md5 = (bytes) => bytesToHex(hash(codesOf(bytes)));

/** A board's address, with any number of slashes at its end, and with or without the script's name, a query or a place. */
function addressOf(url: string): string {
  const bare = url.replace(/[?#].*$/, '').replace(/\/+$/, '');
  return bare.endsWith('.php') ? bare : `${bare}/api.php`;
}

/** `client.node` is the class `node`; its members are the class's methods. */
function memberOf(client: Signpost, name: string | symbol): unknown {
  if (name in client || typeof name === 'symbol' || name === 'then') {
    const member: unknown = Reflect.get(client, name, client);
    return typeof member === 'function' ? (member.bind(client) as unknown) : member;
  }
  return new Proxy(
    {},
    {
      get: (_, method) =>
        typeof method === 'symbol' || method === 'then'
          ? undefined
          : (params?: Params, options?: CallOptions) =>
              client.call(`${name}.${method}`, params, options),
    },
  );
}

function isFine({ status }: Incoming): boolean {
  return status >= 200 && status < 300;
}

/** What is no JSON comes from a proxy, or from a server that prints warnings in front of its answers. */
function parse(method: string, incoming: Incoming): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(codesOf(incoming.bytes))) as unknown;
  } catch {
    if (!isFine(incoming)) throw new HttpError(method, incoming.status);
    throw new UntrustedAnswer(method, 'the answer is not JSON');
  }
}

/** The session after an answer that names a new token. */
function adopt(answer: unknown, session: SessionState | undefined): SessionState | undefined {
  const issued = { ...sessionIn(answer), ...(answer as Record<string, unknown> | null) };
  const token = issued.apiaccesstoken;
  // A vBulletin may print the id as a number.
  const id = issued.apiclientid;
  const clientid =
    typeof id === 'string' || typeof id === 'number' ? String(id) : session?.clientid;
  const secret = typeof issued.secret === 'string' ? issued.secret : session?.secret;
  if (typeof token !== 'string' || clientid === undefined || secret === undefined) return session;
  return { clientid, secret, token };
}

/** Where the legacy names tell of the session. */
function sessionIn(answer: unknown): Record<string, unknown> {
  const { session } = (answer ?? {}) as { readonly session?: Record<string, unknown> };
  return session ?? {};
}

/** A call that was answered. */
interface Done {
  readonly method: string;
  readonly answer: unknown;
}

/** Whether a call was a login that succeeded; the legacy one is answered alike when it did not. */
function hasLoggedIn({ method, answer }: Done): boolean {
  if (method !== 'login_login') return logins.has(method);
  return Number(sessionIn(answer).userid ?? 0) > 0;
}

/** Whose session it is after any other call; undefined when that is not known. */
function memberAfter(
  before: SessionState | undefined,
  after: SessionState | undefined,
): boolean | undefined {
  // A token that is the same is still whose it was; a new one is a guest's.
  return before !== undefined && before.token === after?.token ? before.member : false;
}

/** Whether an error means that the session has ended, and how. */
function lossIn(error: unknown): LossReason | undefined {
  if (!(error instanceof SignpostError)) return undefined;
  const { id } = error;
  return id === 'invalid_accesstoken' || id === 'invalid_clientid' ? id : undefined;
}

function refusalsOf(answer: unknown): readonly Refusal[] | undefined {
  if (typeof answer !== 'object' || answer === null || !('errors' in answer)) return undefined;
  return Array.isArray(answer.errors) ? (answer.errors as Refusal[]) : undefined;
}

function refused(
  method: string,
  refusals: readonly Refusal[],
  answer: unknown,
  { retryAfter }: Incoming,
): SignpostError {
  const { debug, message } = answer as { debug?: unknown; message?: unknown };
  const text = typeof message === 'string' ? { text: message } : {};
  return new SignpostError(method, refusals, { debug, retryAfter, ...text });
}
