import type { Caller, Credential } from '../../call/caller.ts';
import { noCredential } from '../../call/caller.ts';
import type { Environment } from '../../call/environment.ts';
import type { Arrival, Facts, Operation, Visit } from '../../http/dialect.ts';
import type { Received } from '../../http/multipart-parts.ts';
import type { Body } from '../../http/read-body.ts';
import type { Board } from '../../library/board/board.ts';
import type { Owner } from '../../memory/allowance.ts';
import type { Quota } from '../../memory/limits.ts';
import { networkOf } from '../../network.ts';
import { guest, type Principal } from '../../principal.ts';
import { type Address, addressOf } from './address.ts';
import { type Sent, sentCredential } from './credential.ts';
import { Parameters } from './parameters.ts';
import type { Rights } from './rights.ts';
import type { Row } from './table.ts';

/** A verb with a body. */
const withBody: ReadonlySet<string> = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** One request on its way: what it brought along, and what the checks have found out. */
export class InvisionVisit implements Visit {
  readonly environment: Environment;
  readonly arrival: Arrival;
  board: Board;
  readonly address: Address;
  readonly received: ReadonlyMap<string, Received> = new Map();
  readonly uploads = false;
  parameters: Parameters;
  bodyUnread: boolean;
  quota: Quota | undefined;
  /** Whose call it is: set by the checks. */
  actor: Principal = guest;
  authority: Caller['authority'] = 'own';
  credential: Credential = noCredential;
  /** What the key or token is good for; nothing before it has been looked at. */
  rights: Rights | undefined;
  /** The scopes of a token; undefined for a key. */
  scopes: readonly string[] | undefined;
  /** Whose key it is, or who made the OAuth client; undefined where that member has gone, and for a member's own token. */
  keyOwner: Principal | undefined;
  /** Bad keys in a row that came from this address before. */
  badKeys = 0;
  /** Whether requests with this key are written down. */
  logged = 0;
  /** Set once the caller has been let in. */
  known = false;
  /** The language that `X-IPS-Language` asks for; 0 without. */
  languageid = 0;
  row: Row | undefined;
  id = 0;
  child = 0;

  /** @throws ApiError when the query says too much */
  constructor(environment: Environment, arrival: Arrival, board: Board) {
    this.environment = environment;
    this.arrival = arrival;
    this.board = board;
    this.address = addressOf(arrival.url, environment.config.BASE_PATH);
    this.parameters = Parameters.ofQuery(this.address.query);
    this.bodyUnread = withBody.has(arrival.verb);
  }

  get sent(): Sent | undefined {
    return sentCredential(this.arrival.headers, this.parameters);
  }

  get operation(): Operation | undefined {
    if (this.row === undefined) return undefined;
    const { app, controller, name, asked, verb } = this.row;
    return {
      name: `invision ${app}/${controller}/${name}`,
      mode: asked.mode,
      reads: verb === 'GET',
      takesFiles: false,
    };
  }

  get owner(): Owner {
    if (!this.known) return { name: networkOf(this.arrival.host), member: false };
    const { kind, id = '' } = this.credential;
    const name = this.authority === 'own' ? `user ${this.actor.userid}` : `${kind} ${id}`;
    return { name, member: true };
  }

  get facts(): Facts {
    const { kind, id, owner } = this.credential;
    const credential = id === undefined ? undefined : `${kind} ${id}`;
    return { user: this.actor.userid, credential, owner };
  }

  takeBody(body: Body): void {
    this.parameters = this.parameters.withBody(body);
    this.bodyUnread = false;
  }

  takeFiles(): void {
    throw new Error('nothing here takes files');
  }

  /** @param host the address that the site says the actor acts from; that of the connection without one */
  caller(host = this.arrival.host): Caller {
    const { actor, arrival, authority, board, credential, languageid } = this;
    return {
      ...{ actor, authority, credential, board, host },
      accepted: arrival.headers['accept-language'] ?? '',
      languageid,
    };
  }
}
