import { networkOf } from '../network.ts';
import { type ClientIdentity, insertClient, touchClient } from '../library/access/apiclient.ts';
import { insertSession } from '../library/access/session.ts';
import { manifest } from '../call/manifest.ts';
import type { MethodSpec, ParameterSpec, TypeSpec } from '../protocol/manifest.ts';
import {
  ANNOUNCED_API_VERSION,
  ANNOUNCED_VERSION,
  TYPED_API_VERSION,
} from '../protocol/version.ts';
import { ApiError } from '../errors.ts';
import { Service } from './service.ts';

/** What a client needs to begin (vb-api §1.4). */
export interface InitResult {
  readonly apiversion: number;
  /** 32 hex digits: the session, a guest's at first. */
  readonly apiaccesstoken: string;
  /** Digits, as text: clients of typed languages rely on it. */
  readonly apiclientid: string;
  /** On a call without `api_c`, or on a signed one. */
  readonly secret?: string | undefined;
  readonly sessionhash: string;
  readonly bbtitle: string;
  readonly bburl: string;
  readonly forumhome: string;
  readonly vbulletinversion: string;
  readonly bbactive: number;
  /** Only while the board is closed. */
  readonly bbclosedreason?: string | undefined;
  /** Content type names and their ids on this board. */
  readonly contenttypes: Readonly<Record<string, number>>;
  readonly features: Readonly<Record<string, number>>;
  readonly permissions: readonly string[];
  readonly show: { readonly registerbutton: number };
}

/** One method as `api.methods` lists it. */
export interface MethodSummary {
  readonly method: string;
  readonly doc: string;
  readonly parameters: readonly ParameterSummary[];
  /** A type of TypeScript, as with `api_v=100`; the reference declares the names in it. */
  readonly returns: string;
  readonly errors: readonly string[];
}

export interface ParameterSummary extends TypeSummary {
  readonly name: string;
  readonly optional: boolean;
  readonly default?: string | undefined;
}

/** What a value may be. */
export interface TypeSummary {
  /**
   * `uint`, `int`, `string`, `boolean`, `file`; `struct` is a tree of named text, and `textOrStruct` that or a text.
   * The others say more: `oneOf` its `values`; `list`, `keyed` (a list whose keys are the caller's) and `orFalse` what
   * they are `of`; `fields` its `fields`.
   */
  readonly type: string;
  readonly values?: readonly string[] | undefined;
  readonly of?: TypeSummary | undefined;
  readonly fields?: readonly ParameterSummary[] | undefined;
}

const features = {
  blogenabled: 0,
  cmsenabled: 0,
  pmsenabled: 1,
  searchesenabled: 1,
  groupsenabled: 0,
  albumsenabled: 1,
  multitypesearch: 1,
  visitor_messagingenabled: 1,
  taggingenabled: 1,
  visitor_trackingenabled: 0,
  paidsubs: 0,
  friendsenabled: 1,
  activitystream: 0,
  facebookenabled: 0,
  calendarenabled: 0,
  /** Ours: the least `api_v` that gets typed JSON. */
  typedapi: TYPED_API_VERSION,
} as const;

/** The protocol itself. */
export class ApiService extends Service {
  /**
   * Begins: registers the client on first contact and issues an access token.
   *
   * Without `api_c` the app is registered as a new client, with an id, a secret and a guest token of its own, also if
   * another installation has given the same five names. With `api_c` it stays that client: with a live `api_s` it gets
   * that token back, the logged-in member included, with a dead one a fresh guest token. The call need not be signed;
   * with `api_c` the secret is told only if it is. Two more ways lead back to the session of a login, since vBulletin's
   * manual begins again after one: `api_s` with the `sessionhash` that the login has answered with, and, for ten
   * minutes, `api_c` alone, if the call is signed (with nothing for the token).
   *
   * @param clientname the app's name
   * @param clientversion its version
   * @param platformname such as `Android`
   * @param platformversion its version
   * @param uniqueid what tells this installation from others
   * @throws invalid_clientid when `api_c` is not known or has been revoked
   * @example clientname=Example&clientversion=1.0&platformname=Linux&platformversion=6&uniqueid=example-1
   */
  async init(
    clientname = '',
    clientversion = '',
    platformname = '',
    platformversion = '',
    uniqueid = '',
  ): Promise<InitResult> {
    const { db, host, now, config, board, signed } = this.ctx;
    const known = this.ctx.client;
    const identity = { clientname, clientversion, platformname, platformversion, uniqueid };
    refuseLongNames(identity);
    const client = known ?? (await insertClient(db, identity, host, now));
    if (known !== undefined) await touchClient(db, known.apiclientid, now);
    const session =
      this.ctx.session ??
      (await insertSession(db, {
        apiclientid: client.apiclientid,
        userid: 0,
        host,
        now,
        lifetime: config.SESSION_LIFETIME,
        unusedfrom: networkOf(host),
      }));
    const { options, contentTypes } = board;
    return {
      apiversion: ANNOUNCED_API_VERSION,
      apiaccesstoken: session.apiaccesstoken,
      apiclientid: String(client.apiclientid),
      secret: known === undefined || signed ? client.secret : undefined,
      sessionhash: session.sessionhash,
      bbtitle: options.bbtitle,
      bburl: this.ctx.links.baseUrl,
      forumhome: 'index',
      vbulletinversion: ANNOUNCED_VERSION,
      bbactive: options.bbactive,
      bbclosedreason: options.bbactive === 1 ? undefined : options.bbclosedreason,
      contenttypes: contentTypes,
      features,
      permissions: [],
      show: { registerbutton: options.allowregistration },
    };
  }

  /**
   * Lists every method with its parameters, result and errors.
   * @readonly
   */
  async methods(): Promise<MethodSummary[]> {
    return manifest.map(summaryOf);
  }
}

const LONGEST_NAME = 250;

function refuseLongNames(identity: ClientIdentity): void {
  for (const [name, value] of Object.entries(identity) as [string, string][]) {
    if (value.length > LONGEST_NAME) {
      throw new ApiError(
        'invalid_parameter',
        name,
        `at most ${LONGEST_NAME} characters are allowed`,
      );
    }
  }
}

function parameterOf({ name, type, optional, default: fallback }: ParameterSpec): ParameterSummary {
  return { name, ...typeOf(type), optional, default: fallback };
}

function typeOf(type: TypeSpec): TypeSummary {
  const { kind } = type;
  if (kind === 'oneOf') return { type: kind, values: type.values };
  if (kind === 'fields') return { type: kind, fields: type.fields.map(parameterOf) };
  return 'of' in type ? { type: kind, of: typeOf(type.of) } : { type: kind };
}

function summaryOf(spec: MethodSpec): MethodSummary {
  return {
    method: `${spec.class}.${spec.method}`,
    doc: spec.doc,
    parameters: spec.parameters.map(parameterOf),
    returns: spec.returns,
    errors: spec.throws.map(({ id }) => id),
  };
}
