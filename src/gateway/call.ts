import type { Request } from 'express';
import type { Caller } from '../dispatch/dispatch.ts';
import type { Environment } from '../environment.ts';
import type { Board } from '../library/board.ts';
import type { Found } from '../library/session.ts';
import { type ApiClient, guest, type Principal, type Session } from '../principal.ts';
import type { Form, Secrets } from '../protocol/signature.ts';
import type { Dialect, Method } from './dialect.ts';
import { callName, type Params } from './params.ts';

/** One call on its way through the gateway: each check adds what it has found out. */
export class Call {
  readonly environment: Environment;
  readonly host: string;
  /** The header `Accept-Language`. */
  readonly accepted: string;
  readonly params: Params;
  readonly board: Board;
  readonly dialect: Dialect;
  /** The method's name as it was sent. */
  readonly method: string;
  readonly apiClientId: string;
  readonly token: string;
  readonly signature: string;
  /** What that name calls; undefined when there is no such method. */
  readonly called: Method | undefined;
  /** The header of that name: a few old clients put parameters there. */
  readonly cookies: string;
  client: ApiClient | undefined;
  session: Session | undefined;
  user: Principal = guest;
  /** The form in which the signature was right. */
  form: Form | undefined;

  /** @param dialects the last of them owns every name */
  constructor(
    environment: Environment,
    dialects: readonly Dialect[],
    req: Request,
    params: Params,
    board: Board,
  ) {
    this.environment = environment;
    this.host = req.ip ?? '';
    this.accepted = req.headers['accept-language'] ?? '';
    this.params = params;
    this.board = board;
    this.cookies = req.headers.cookie ?? '';
    this.method = callName(params, 'api_m');
    const name = this.method.trim();
    this.dialect = dialectOf(dialects, name);
    this.called = this.dialect.find(name);
    this.apiClientId = callName(params, 'api_c');
    this.token = callName(params, 'api_s');
    this.signature = callName(params, 'api_sig');
  }

  caller(): Caller {
    const { user, client, session, host, board, accepted } = this;
    return { user, client, session, host, board, accepted, signed: this.form !== undefined };
  }

  enter(found: Found): void {
    this.client = found.client;
    this.session = found.session;
    this.user = found.principal;
  }

  /**
   * What an answer is signed with; undefined while the client is not known. Where the token is dead, its owner still
   * verifies with it.
   */
  secrets(): Secrets | undefined {
    if (this.client === undefined) return undefined;
    const sent = /^[0-9a-f]{32}$/.test(this.token) ? this.token : '';
    return {
      token: this.session?.apiaccesstoken ?? sent,
      clientid: String(this.client.apiclientid),
      secret: this.client.secret,
      apikey: this.board.options.apikey,
    };
  }
}

function dialectOf(dialects: readonly Dialect[], name: string): Dialect {
  const found = dialects.find((dialect) => dialect.owns(name));
  if (found === undefined) throw new Error('no dialect owns all other names');
  return found;
}
