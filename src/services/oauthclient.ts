import { ApiError } from '../errors.ts';
import {
  deleteOAuthClient,
  deleteOAuthScope,
  findOAuthClient,
  insertOAuthClient,
  listOAuthClients,
  listOAuthScopes,
  newClientId,
  newClientSecret,
  type OAuthClient,
  type OAuthScope,
  saveOAuthScope,
  updateOAuthClient,
} from '../library/access/oauthclient.ts';
import { deleteGrantsOf, type GrantedClient, listGranted } from '../library/access/oauthtoken.ts';
import { isRight } from '../library/access/right.ts';
import { requireAdministrator } from '../rules/rights/standing.ts';
import { Service } from './service.ts';

/** What can be said of an OAuth client; what is left out stays as it is. */
export interface OAuthClientData {
  /** What members read when they are asked. */
  name?: string;
  /** Where members may be sent back to: https, http on this machine, or a scheme of an app's own. Compared letter by letter. */
  redirecturis?: string[];
  /** The scopes that it may ask for; `profile` and `email` when left out. */
  scopes?: string[];
}

/** A new client. */
export interface NewOAuthClientData extends OAuthClientData {
  /** False for apps and pages, which can keep no secret: they prove themselves by PKCE. True when left out. */
  confidential?: boolean;
}

/** A client's id, with its secret, which nobody is shown again. */
export interface IssuedClient {
  readonly clientid: string;
  /** Missing for a client that keeps none. */
  readonly secret?: string;
}

/** A scope: what a client may be let do. */
export interface OAuthScopeData {
  /** As clients name it. */
  name: string;
  /** What members read when they are asked. */
  title: string;
  /** The endpoints that it is good for, such as `forums/posts/POSTindex`; `*` as in keys. */
  rights: string[];
}

export interface OAuthSuccess {
  readonly success: boolean;
}

const LONGEST_NAME = 100;
const LONGEST_TITLE = 250;
const LONGEST_URI = 1000;
const MOST_CLIENTS = 500;
const MOST_SCOPES = 100;
const MOST_ITEMS = 100;
const usualScopes = ['profile', 'email'];
/** RFC 6749, 3.3, without what needs to be escaped. */
const scopeName = /^[a-zA-Z0-9][\w.:-]{0,49}$/;

/** Programs that use the board's APIs by OAuth 2, and what members let them do. */
export class OauthclientService extends Service {
  /**
   * Lists the clients, without their secrets.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example
   * @as admin
   */
  async fetchAll(): Promise<readonly OAuthClient[]> {
    requireAdministrator(this.ctx);
    return listOAuthClients(this.ctx.db);
  }

  /**
   * Makes a client.
   * @returns its id and secret, which is not shown again
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when something of it cannot be used, or there are too many
   * @example data[name]=Shop&data[redirecturis][]=https://shop.example.org/callback
   * @as admin
   */
  async add(data: NewOAuthClientData): Promise<IssuedClient> {
    requireAdministrator(this.ctx);
    const { db, now, user } = this.ctx;
    const { confidential = true, name, redirecturis = [], scopes = usualScopes } = data;
    if (name === undefined) throw invalid('name', 'it must be there');
    if ((await listOAuthClients(db)).length >= MOST_CLIENTS)
      throw new ApiError('invalid_data', `at most ${MOST_CLIENTS} clients`);
    await this.#check({ name, redirecturis, scopes });
    if (!confidential && redirecturis.length === 0)
      throw invalid('redirecturis', 'it must be there');
    const [clientid, secret] = [newClientId(), confidential ? newClientSecret() : ''];
    const row = { clientid, name: name.trim(), redirecturis, scopes, userid: user.userid };
    await insertOAuthClient(db, { ...row, created: now }, secret);
    return confidential ? { clientid, secret } : { clientid };
  }

  /**
   * Changes a client. What members have granted stays.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such client, or something of it cannot be used
   * @example clientid=sandbox-client&data[name]=Sandbox
   * @as admin
   */
  async update(clientid: string, data: OAuthClientData): Promise<OAuthSuccess> {
    requireAdministrator(this.ctx);
    await this.#existing(clientid);
    await this.#check(data);
    await updateOAuthClient(this.ctx.db, clientid, data);
    return { success: true };
  }

  /**
   * Gives a client another secret; the one before is no good any more.
   * @returns the secret, which is not shown again
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such client, or it keeps no secret
   * @example clientid=sandbox-shop
   * @as admin
   */
  async rotate(clientid: string): Promise<IssuedClient> {
    requireAdministrator(this.ctx);
    const client = await this.#existing(clientid);
    if (client.confidential === 0) throw invalid('clientid', 'it keeps no secret');
    const secret = newClientSecret();
    await updateOAuthClient(this.ctx.db, clientid, { secret });
    return { clientid, secret };
  }

  /**
   * Removes a client, with all that members have granted it.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such client
   * @example clientid=sandbox-shop
   * @as admin
   */
  async remove(clientid: string): Promise<OAuthSuccess> {
    requireAdministrator(this.ctx);
    await this.#existing(clientid);
    return { success: await deleteOAuthClient(this.ctx.db, clientid) };
  }

  /**
   * Lists the scopes that clients may ask for. `profile` and `email` are always there.
   * @readonly
   */
  async fetchScopes(): Promise<readonly OAuthScope[]> {
    return listOAuthScopes(this.ctx.db);
  }

  /**
   * Makes a scope, or changes the one of this name.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when something of it cannot be used, or there are too many
   * @example data[name]=search&data[title]=Search the forums&data[rights][]=core/search/GETindex
   * @as admin
   */
  async saveScope(data: OAuthScopeData): Promise<OAuthSuccess> {
    requireAdministrator(this.ctx);
    const { name, title, rights } = data;
    if (!scopeName.test(name)) throw invalid('name', 'it has letters, digits and - _ . : only');
    requireLength('title', title, LONGEST_TITLE);
    if (rights.length > MOST_ITEMS) throw invalid('rights', `at most ${MOST_ITEMS}`);
    if (!rights.every(isRight)) throw invalid('rights', 'each must be like forums/posts/POSTindex');
    const all = await listOAuthScopes(this.ctx.db);
    if (all.length >= MOST_SCOPES && !all.some((scope) => scope.name === name))
      throw new ApiError('invalid_data', `at most ${MOST_SCOPES} scopes`);
    await saveOAuthScope(this.ctx.db, { name, title: title.trim(), rights });
    return { success: true };
  }

  /**
   * Removes a scope: tokens that have it are good for less from now on.
   * @returns whether it was there
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data for `profile` and `email`
   * @example name=forums
   * @as admin
   */
  async removeScope(name: string): Promise<OAuthSuccess> {
    requireAdministrator(this.ctx);
    if (usualScopes.includes(name)) throw invalid('name', 'every board has this one');
    return { success: await deleteOAuthScope(this.ctx.db, name) };
  }

  /**
   * Lists the clients that act for the caller.
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async fetchGranted(): Promise<readonly GrantedClient[]> {
    this.requireMember();
    return listGranted(this.ctx.db, this.ctx.user.userid);
  }

  /**
   * Takes back all that the caller has let a client do: its tokens end at once.
   * @returns whether there was anything
   * @throws not_logged_no_permission for a guest
   * @example clientid=sandbox-client
   */
  async revokeGranted(clientid: string): Promise<OAuthSuccess> {
    this.requireMember();
    const { db, user } = this.ctx;
    return { success: (await deleteGrantsOf(db, user.userid, clientid)) > 0 };
  }

  async #existing(clientid: string): Promise<OAuthClient> {
    const client = await findOAuthClient(this.ctx.db, clientid);
    if (client === undefined) throw invalid('clientid', 'there is no such client');
    return client;
  }

  async #check({ name, redirecturis = [], scopes = [] }: OAuthClientData): Promise<void> {
    if (name !== undefined) requireLength('name', name, LONGEST_NAME);
    if (redirecturis.length > MOST_ITEMS) throw invalid('redirecturis', `at most ${MOST_ITEMS}`);
    if (!redirecturis.every(isRedirect))
      throw invalid(
        'redirecturis',
        'each must be a whole address without #, by https where it is not this machine’s',
      );
    const known = new Set((await listOAuthScopes(this.ctx.db)).map((scope) => scope.name));
    const unknown = scopes.find((scope) => !known.has(scope));
    if (unknown !== undefined) throw invalid('scopes', `there is no ${unknown.slice(0, 50)}`);
  }
}

function invalid(name: string, why: string): ApiError {
  return new ApiError('invalid_data', `${name}: ${why}`);
}

function requireLength(name: string, value: string, most: number): void {
  if (value.trim() === '' || value.length > most)
    throw invalid(name, `it has 1 to ${most} characters`);
}

const dangerous: ReadonlySet<string> = new Set([
  'javascript:',
  'data:',
  'vbscript:',
  'file:',
  'blob:',
]);

/** RFC 6749, 3.1.2, RFC 8252, 7. */
function isRedirect(uri: string): boolean {
  if (uri.length > LONGEST_URI || uri.includes('#') || !URL.canParse(uri)) return false;
  const { protocol, hostname } = new URL(uri);
  if (protocol === 'http:') return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
  return !dangerous.has(protocol);
}
