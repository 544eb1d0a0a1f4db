import type { Request } from 'express';
import type { Entry } from '../dispatch/registry.ts';
import type { Environment, ServiceClass } from '../environment.ts';
import type { Board } from '../library/board.ts';
import type { Found } from '../library/session.ts';
import { type ApiClient, guest, type Principal, type Session } from '../principal.ts';
import type { Form, Secrets } from '../protocol/signature.ts';
import { callName, type Params } from './params.ts';

/** One call on its way through the gateway: each check adds what it has found out. */
export class Call {
  readonly environment: Environment;
  readonly host: string;
  /** The header `Accept-Language`. */
  readonly accepted: string;
  readonly params: Params;
  readonly board: Board;
  readonly method: string;
  readonly apiClientId: string;
  readonly token: string;
  readonly signature: string;
  entry: Entry<ServiceClass> | undefined;
  client: ApiClient | undefined;
  session: Session | undefined;
  user: Principal = guest;
  /** The form in which the signature was right. */
  form: Form | undefined;

  constructor(environment: Environment, req: Request, params: Params, board: Board) {
    this.environment = environment;
    this.host = req.ip ?? '';
    this.accepted = req.headers['accept-language'] ?? '';
    this.params = params;
    this.board = board;
    this.method = callName(params, 'api_m');
    this.apiClientId = callName(params, 'api_c');
    this.token = callName(params, 'api_s');
    this.signature = callName(params, 'api_sig');
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
