import type { Caller } from '../../call/caller.ts';
import type { Environment } from '../../call/environment.ts';
import type { Arrival, Facts, Operation, Visit } from '../../http/dialect.ts';
import type { Received } from '../../http/multipart-parts.ts';
import type { Body } from '../../http/read-body.ts';
import type { Board } from '../../library/board/board.ts';
import type { Found } from '../../library/access/session.ts';
import type { Owner } from '../../memory/allowance.ts';
import type { Quota } from '../../memory/limits.ts';
import { networkOf } from '../../network.ts';
import { type ApiClient, guest, type Principal, type Session } from '../../principal.ts';
import type { Form, Secrets } from '../../protocol/signature.ts';
import type { WireMap } from '../../protocol/wire.ts';
import type { Upload } from '../../protocol/types.ts';
import { callName, type Params, readQuery, refuseOverflow, withBody } from './parameters.ts';

/** What a name calls. */
export interface Method extends Operation {
  /** The API methods that it is made of: they say what is demanded of the call. */
  readonly asks: readonly string[];
  /** Does what a call of it asks for. @throws ApiError */
  answer(call: Call): Promise<Printed>;
}

/** An answer, printed. */
export interface Printed {
  readonly body: string;
  /** How many statements it took. */
  readonly queries: number;
  /** What to sign it with, where the call itself had nothing yet. */
  readonly secrets?: Secrets | undefined;
}

/** A call on its way: each check adds what it has found out. */
export class Call implements Visit {
  readonly environment: Environment;
  readonly host: string;
  /** The header `Accept-Language`. */
  readonly accepted: string;
  readonly board: Board;
  /** The header `Cookie`: a few old clients put parameters there. */
  readonly cookies: string;
  /** The header `User-Agent`. */
  readonly agent: string;
  readonly #arrival: Arrival;
  readonly #find: FindMethod;
  #params: Params;
  #names: Names;
  #received: ReadonlyMap<string, Received> = new Map();
  #bodyUnread: boolean;
  /** Whether the call has been counted against its address's rate. */
  counted = false;
  client: ApiClient | undefined;
  session: Session | undefined;
  user: Principal = guest;
  /** The form in which the signature was right. */
  form: Form | undefined;
  quota: Quota | undefined;
  /** The caller's mistake in a word, where the call was refused for one. */
  mistake: string | undefined;

  /** @param find tells what a name calls */
  constructor(
    environment: Environment,
    find: FindMethod,
    arrival: Arrival,
    board: Board,
    params = readQuery(arrival.url),
  ) {
    const { headers, host, verb } = arrival;
    this.environment = environment;
    this.host = host;
    this.accepted = headers['accept-language'] ?? '';
    this.board = board;
    this.cookies = headers.cookie ?? '';
    this.agent = headers['user-agent'] ?? '';
    this.#arrival = arrival;
    this.#find = find;
    this.#params = params;
    this.#names = namesIn(params, find);
    this.#bodyUnread = verb === 'POST';
  }

  get params(): Params {
    return this.#params;
  }

  get received(): ReadonlyMap<string, Received> {
    return this.#received;
  }

  get bodyUnread(): boolean {
    return this.#bodyUnread;
  }

  /** The method's name as it was sent. */
  get method(): string {
    return this.#names.method;
  }

  get operation(): Method | undefined {
    return this.#names.called;
  }

  get apiClientId(): string {
    return this.#names.apiClientId;
  }

  get token(): string {
    return this.#names.token;
  }

  get signature(): string {
    return this.#names.signature;
  }

  get facts(): Facts {
    const { client, user, form } = this;
    return { client: client?.apiclientid, user: user.userid, form, hint: this.mistake };
  }

  get owner(): Owner {
    return this.form !== undefined && this.user.userid > 0
      ? { name: `user ${this.user.userid}`, member: true }
      : { name: networkOf(this.host), member: false };
  }

  get uploads(): boolean {
    return (
      this.operation?.takesFiles === true && this.form !== undefined && this.session !== undefined
    );
  }

  /** The same call with fields of its body, of which nothing has been found out yet. */
  withFields(fields: WireMap): Call {
    const params = withBody(this.#params, fields);
    return new Call(this.environment, this.#find, this.#arrival, this.board, params);
  }

  /** Takes the parameters of the body, too. Names that the query has said mean the same in both. */
  takeBody(body: Body): void {
    refuseOverflow(body);
    this.#params = withBody(this.#params, body.map);
    this.#names = namesIn(this.#params, this.#find);
    this.#received = body.files ?? this.#received;
    this.#bodyUnread = false;
  }

  takeFiles(files: ReadonlyMap<string, Upload>): void {
    this.#params = { ...this.#params, files };
  }

  caller(): Caller {
    const { client, session, user, host, board, accepted, form } = this;
    const kind = session === undefined ? 'none' : 'session';
    const credential = {
      kind,
      scopes: 'all',
      client,
      session,
      signed: form !== undefined,
    } as const;
    return { actor: user, authority: 'own', credential, host, board, accepted };
  }

  enter(found: Found): void {
    this.client = found.client;
    this.session = found.session;
    this.user = found.principal;
  }

  /** The token as it was sent; '' for what cannot be one. */
  get sentToken(): string {
    return /^[0-9a-f]{32}$/.test(this.token) ? this.token : '';
  }

  /**
   * What an answer is signed with; undefined while the client is not known. Where the token is dead, its owner still
   * verifies with it.
   */
  secrets(): Secrets | undefined {
    if (this.client === undefined) return undefined;
    return {
      token: this.session?.apiaccesstoken ?? this.sentToken,
      clientid: String(this.client.apiclientid),
      secret: this.client.secret,
      apikey: this.board.options.apikey,
    };
  }
}

/** What a name calls; undefined when there is no such method. */
export type FindMethod = (name: string) => Method | undefined;

/** What the five names say. */
interface Names {
  readonly method: string;
  readonly called: Method | undefined;
  readonly apiClientId: string;
  readonly token: string;
  readonly signature: string;
}

function namesIn(params: Params, find: FindMethod): Names {
  const method = callName(params, 'api_m');
  return {
    method,
    called: find(method.trim()),
    apiClientId: callName(params, 'api_c'),
    token: callName(params, 'api_s'),
    signature: callName(params, 'api_sig'),
  };
}
