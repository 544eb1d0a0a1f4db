import { md5 as hash } from '@noble/hashes/legacy.js';
import { type Api, type InitResult, readonlyMethods } from '../generated/api.ts';
import { bytesOf, toBytes } from '../protocol/bytes.ts';
import { printQuery, type WireMap } from '../protocol/query.ts';
import {
  equalDigests,
  type Md5,
  type Secrets,
  signRequest,
  signResponse,
} from '../protocol/signature.ts';
import { encode, type Encoded, type Params } from './encode.ts';
import { type Refusal, SignpostError, UntrustedAnswer } from './errors.ts';

/** What an app keeps between its runs, so that its member stays logged in. */
export interface SessionState {
  readonly clientid: string;
  readonly secret: string;
  readonly token: string;
}

export interface SignpostOptions {
  /** The board's address, with or without `/api.php`. */
  readonly url: string;
  readonly apiKey: string;
  readonly clientName?: string;
  readonly clientVersion?: string;
  readonly platformName?: string;
  readonly platformVersion?: string;
  /** What tells this installation from others. */
  readonly uniqueId?: string;
  /** A session kept from an earlier run. */
  readonly session?: SessionState | undefined;
  /** Told each new session, to keep it. */
  readonly onSession?: (session: SessionState) => void;
  /**
   * `always`: a result that is not signed is refused. `present`: a signature is verified where there is one; for a
   * vBulletin, whose answer to a login has none.
   */
  readonly verify?: 'always' | 'present';
  /** Milliseconds that a call may take; 30,000 when left out. */
  readonly timeout?: number;
  /** Asks the server why a signature failed. */
  readonly debug?: boolean;
  /** The global `fetch` when left out. */
  readonly fetch?: typeof fetch;
}

const LONGEST_QUERY = 4_000;
const remedies: ReadonlySet<string> = new Set(['invalid_clientid', 'invalid_accesstoken']);

// The methods of every API class, made by the constructor's proxy.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type, @typescript-eslint/no-unsafe-declaration-merging
export interface Signpost extends Api {}

/**
 * A client for Signpost and for vBulletin's mobile API: `await client.node.getNode({ nodeid: 1 })`. It initialises
 * itself on the first call, signs each request, verifies each answer, and initialises again when the server does not
 * know its client or token any more; its member is then a guest.
 */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging
export class Signpost {
  readonly #options: SignpostOptions;
  readonly #url: string;
  #session: SessionState | undefined;
  #version: number | undefined;
  #initialising: Promise<InitResult> | undefined;

  constructor(options: SignpostOptions) {
    this.#options = options;
    this.#url = options.url.endsWith('.php')
      ? options.url
      : `${options.url.replace(/\/+$/, '')}/api.php`;
    this.#session = options.session;
    return new Proxy(this, { get: memberOf });
  }

  get session(): SessionState | undefined {
    return this.#session;
  }

  /**
   * Calls any method by name, also one that this release does not know.
   * @throws SignpostError when the server refuses; UntrustedAnswer when the answer cannot be trusted
   */
  async call(method: string, params: Params = {}): Promise<unknown> {
    if (method === 'api.init') return this.init(params);
    await this.#ready();
    try {
      return await this.#send(method, params);
    } catch (error) {
      if (!(error instanceof SignpostError) || !remedies.has(error.id)) throw error;
      if (error.id === 'invalid_clientid') this.#session = undefined;
      await this.#initOnce();
      return this.#send(method, params);
    }
  }

  /** Begins a session, or refreshes the token of the one there is. Other calls do this by themselves. */
  async init(params: Params = {}): Promise<InitResult> {
    const { clientName, clientVersion, platformName, platformVersion, uniqueId } = this.#options;
    const identity = {
      clientname: clientName ?? 'Signpost SDK',
      clientversion: clientVersion ?? '1',
      platformname: platformName ?? 'JavaScript',
      platformversion: platformVersion ?? '',
      uniqueid: uniqueId ?? '',
    };
    const result = (await this.#send('api.init', { ...identity, ...params })) as InitResult;
    const { features } = result as Partial<InitResult>;
    this.#version = features?.typedapi ?? result.apiversion;
    return result;
  }

  async #ready(): Promise<void> {
    if (this.#session === undefined || this.#version === undefined) await this.#initOnce();
  }

  async #initOnce(): Promise<void> {
    this.#initialising ??= this.#initAnew().finally(() => {
      this.#initialising = undefined;
    });
    await this.#initialising;
  }

  /** A server that does not know the client any more gets it registered again. */
  async #initAnew(): Promise<InitResult> {
    try {
      return await this.init();
    } catch (error) {
      const unknown = error instanceof SignpostError && error.id === 'invalid_clientid';
      if (!unknown || this.#session === undefined) throw error;
      this.#session = undefined;
      return this.init();
    }
  }

  async #send(method: string, params: Params): Promise<unknown> {
    const session = this.#session;
    const request = this.#request(method, encode(params), session);
    const { fetch: send = fetch, timeout = 30_000 } = this.#options;
    const response = await send(request.url, {
      ...request.init,
      signal: AbortSignal.timeout(timeout),
    });
    const bytes = bytesOf(new Uint8Array(await response.arrayBuffer()));
    const answer = parse(method, bytes);
    const adopted = adopt(answer, session);
    this.#verify(method, response, bytes, answer, method === 'api.init' ? adopted : session);
    const refusals = refusalsOf(answer);
    if (refusals !== undefined) throw refused(method, refusals, answer);
    if (adopted !== session && adopted !== undefined) {
      this.#session = adopted;
      this.#options.onSession?.(adopted);
    }
    return answer;
  }

  /**
   * What only reads goes into the URL, where the signature covers it. Everything else goes into the body, since URLs
   * end up in logs; there the signature covers the method's name.
   */
  #request(
    method: string,
    { map, files }: Encoded,
    session: SessionState | undefined,
  ): { url: string; init: RequestInit } {
    const inUrl =
      files.length === 0 && readonlyMethods.has(method) && printQuery(map).length <= LONGEST_QUERY;
    const query: WireMap = new Map([['api_m', toBytes(method)], ...(inUrl ? map : [])]);
    if (this.#options.debug === true) map.set('debug', '1');
    const url = `${this.#url}?${printQuery(this.#signed(query, session))}`;
    if (inUrl) return { url, init: { method: 'GET' } };
    return {
      url,
      init: { method: 'POST', body: files.length === 0 ? urlencoded(map) : multipart(map, files) },
    };
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

  #secrets(session: SessionState): Secrets {
    return { ...session, apikey: this.#options.apiKey };
  }

  /** Only refusals may come unsigned: a server cannot sign for a client that it does not know. */
  #verify(
    method: string,
    response: Response,
    bytes: string,
    answer: unknown,
    session: SessionState | undefined,
  ): void {
    const signature = response.headers.get('authorization');
    if (signature === null || session === undefined) {
      const allowed = this.#options.verify === 'present' || refusalsOf(answer) !== undefined;
      if (!allowed) throw new UntrustedAnswer(method, 'the answer is not signed');
      return;
    }
    if (!equalDigests(signResponse(md5, bytes, session), signature)) {
      throw new UntrustedAnswer(method, 'the signature of the answer is wrong');
    }
  }
}

const md5: Md5 = (bytes) => hex(hash(Uint8Array.from(bytes, (char) => char.charCodeAt(0))));

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
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
          : (params?: Params) => client.call(`${name}.${method}`, params),
    },
  );
}

/** Some servers print warnings in front of their JSON. */
function parse(method: string, bytes: string): unknown {
  const text = new TextDecoder().decode(Uint8Array.from(bytes, (char) => char.charCodeAt(0)));
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UntrustedAnswer(method, 'the answer is not JSON');
  }
}

/** The session after an answer that names a new token. */
function adopt(answer: unknown, session: SessionState | undefined): SessionState | undefined {
  const issued = (answer ?? {}) as Record<string, unknown>;
  const token = issued.apiaccesstoken;
  // A vBulletin may print the id as a number.
  const id = issued.apiclientid;
  const clientid =
    typeof id === 'string' || typeof id === 'number' ? String(id) : session?.clientid;
  const secret = typeof issued.secret === 'string' ? issued.secret : session?.secret;
  if (typeof token !== 'string' || clientid === undefined || secret === undefined) return session;
  return { clientid, secret, token };
}

function refusalsOf(answer: unknown): readonly Refusal[] | undefined {
  if (typeof answer !== 'object' || answer === null || !('errors' in answer)) return undefined;
  return Array.isArray(answer.errors) ? (answer.errors as Refusal[]) : undefined;
}

function refused(method: string, refusals: readonly Refusal[], answer: unknown): SignpostError {
  const { debug, message } = answer as { debug?: unknown; message?: unknown };
  return new SignpostError(method, refusals, debug, typeof message === 'string' ? message : '');
}

function urlencoded(map: WireMap): URLSearchParams | Blob {
  return new Blob([printQuery(map)], { type: 'application/x-www-form-urlencoded' });
}

function multipart(map: WireMap, files: Encoded['files']): FormData {
  const form = new FormData();
  for (const pair of printQuery(map).split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair
      .split('=')
      .map((part) => decodeURIComponent(part.replace(/\+/g, ' ')));
    form.append(name, value);
  }
  for (const [name, file] of files) {
    if (file instanceof Blob) form.append(name, file, file.name);
    else form.append(name, new Blob([file.bytes.slice()]), file.filename);
  }
  return form;
}
