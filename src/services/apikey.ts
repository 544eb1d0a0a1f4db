import { ApiError } from '../errors.ts';
import {
  type ApiKey,
  type ApiKeyUse,
  countApiKeys,
  findApiKeyById,
  insertApiKey,
  type KeyDialect,
  listApiKeys,
  listApiKeyUses,
  newKey,
  revokeApiKey,
  rotateApiKey,
  updateApiKey,
} from '../library/access/apikey.ts';
import { insertBoardLog, type ModerationAct } from '../library/moderation/modlog.ts';
import { findUser } from '../library/user/user.ts';
import { isNetwork } from '../network.ts';
import type { Uint } from '../protocol/types.ts';
import { placeOfPage } from '../rules/reading/paging.ts';
import { requireAdministrator } from '../rules/rights/standing.ts';
import { Service } from './service.ts';

/** What can be said of a key; what is left out stays as it is, or as it usually is. */
export interface ApiKeyData {
  /** What it is for, so that one knows later which one to end. */
  name?: string;
  /**
   * What it may be used for, such as `forums/posts/POSTindex`; `*` stands for any app, controller or the rest of a name,
   * `all`, `read` and `forums` for what often goes together. `all` when left out.
   */
  rights?: string[];
  /** Addresses, and networks as CIDR, that it may be used from; from everywhere when left out. */
  networks?: string[];
  /** Whether it may stand in URLs, where proxies and browsers write it down. */
  inurl?: boolean;
  /** Whether its requests are written down for thirty days. */
  logged?: boolean;
  /** When it ends, Unix seconds; 0 for never. */
  expires?: Uint;
}

/** A new key. */
export interface NewApiKeyData extends ApiKeyData {
  /** The API that it is for. `invision` when left out. */
  dialect?: KeyDialect;
  /** Whose it is; the caller's when left out, 0 for the site's own. */
  userid?: Uint;
}

/** A key with its text, which nobody is shown again. */
export interface IssuedKey {
  readonly apikeyid: number;
  readonly key: string;
}

export interface KeyRevoked {
  readonly success: boolean;
}

const MOST_KEYS = 500;
const MOST_RIGHTS = 200;
const LONGEST_RIGHT = 100;
const MOST_NETWORKS = 100;
const LONGEST_GRACE = 30 * 86_400;
const PER_PAGE = 20;
/** Names are printed on terminals. */
const fitForNames = /^[^\p{Cc}\p{Zl}\p{Zp}]{1,100}$/u;
const wordOfRight = /^[a-z0-9_]*\*?$/i;

/** Keys for the APIs of others that the board answers in, such as Invision's. For administrators. */
export class ApikeyService extends Service {
  /**
   * Lists all keys, without their texts; revoked ones stay among them for thirty days.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example
   * @as admin
   */
  async fetchAll(): Promise<readonly ApiKey[]> {
    requireAdministrator(this.ctx);
    return listApiKeys(this.ctx.db);
  }

  /**
   * Makes a key. It acts as the site: it sees all, and writes in the name of any member. The log of
   * `node.fetchModLogs` tells who has made, changed, rotated and revoked keys.
   * @returns the key, which is not shown again
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when something of it cannot be used, or there are too many keys
   * @throws invalid_user_specified when there is no such member
   * @example data[name]=Import&data[rights][]=forums
   * @as admin
   */
  async add(data: NewApiKeyData): Promise<IssuedKey> {
    requireAdministrator(this.ctx);
    const { db, now, user } = this.ctx;
    if (data.name === undefined) throw invalid('name', 'it must be there');
    if ((await countApiKeys(db)) >= MOST_KEYS)
      throw new ApiError('invalid_data', `at most ${MOST_KEYS} keys`);
    const { dialect = 'invision', userid = user.userid } = data;
    if (userid !== 0 && (await findUser(db, userid)) === undefined)
      throw new ApiError('invalid_user_specified');
    const usual = { rights: ['all'], networks: [], inurl: 0, logged: 0, expires: 0 };
    const key = newKey(dialect);
    const row = { name: data.name, dialect, userid, ...usual, ...checked(data, now) };
    const apikeyid = await insertApiKey(db, key, row, now);
    await this.#log('key_add', { apikeyid, name: row.name });
    return { apikeyid, key };
  }

  /**
   * Changes what a key may be used for.
   * @returns the key as it is now
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such key, or something of it cannot be used
   * @example apikeyid=1&data[logged]=1
   * @as admin
   */
  async update(apikeyid: Uint, data: ApiKeyData): Promise<ApiKey> {
    requireAdministrator(this.ctx);
    await this.#existing(apikeyid);
    await updateApiKey(this.ctx.db, apikeyid, checked(data, this.ctx.now));
    const key = await this.#existing(apikeyid);
    await this.#log('key_update', key);
    return key;
  }

  /**
   * Puts another key in the place of one.
   * @param grace seconds for which the key before works as well, thirty days at most; 0 ends it at once
   * @returns the new key, which is not shown again
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such key, it has been revoked, or the grace is too long
   * @example apikeyid=2&grace=3600
   * @as admin
   */
  async rotate(apikeyid: Uint, grace: Uint = 86_400): Promise<IssuedKey> {
    requireAdministrator(this.ctx);
    const { db, now } = this.ctx;
    const { dialect, name, revoked } = await this.#existing(apikeyid);
    if (revoked !== 0) throw invalid('apikeyid', 'it has been revoked');
    if (grace > LONGEST_GRACE) throw invalid('grace', `at most ${LONGEST_GRACE} seconds`);
    const key = newKey(dialect);
    await rotateApiKey(db, apikeyid, key, grace === 0 ? 0 : now + grace);
    await this.#log('key_rotate', { apikeyid, name });
    return { apikeyid, key };
  }

  /**
   * Ends a key at once and for good.
   * @returns whether it has been good until now
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such key
   * @example apikeyid=3
   * @as admin
   */
  async revoke(apikeyid: Uint): Promise<KeyRevoked> {
    requireAdministrator(this.ctx);
    const key = await this.#existing(apikeyid);
    const success = await revokeApiKey(this.ctx.db, apikeyid, this.ctx.now);
    if (success) await this.#log('key_revoke', key);
    return { success };
  }

  /**
   * Lists what was asked with a key while its requests were written down, the latest first.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such key
   * @readonly
   * @example apikeyid=1
   * @as admin
   */
  async fetchLog(
    apikeyid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
  ): Promise<readonly ApiKeyUse[]> {
    requireAdministrator(this.ctx);
    await this.#existing(apikeyid);
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    return listApiKeyUses(this.ctx.db, apikeyid, offset, limit);
  }

  /** Who may change keys wants to know who did. */
  async #log(
    action: ModerationAct,
    { apikeyid, name }: Pick<ApiKey, 'apikeyid' | 'name'>,
  ): Promise<void> {
    const { db, host: ipaddress, now, user } = this.ctx;
    const { userid, username } = user;
    await insertBoardLog(db, name, { action, userid, username, ipaddress, now, aboutid: apikeyid });
  }

  async #existing(apikeyid: number): Promise<ApiKey> {
    const key = await findApiKeyById(this.ctx.db, apikeyid);
    if (key === undefined) throw invalid('apikeyid', 'there is no such key');
    return key;
  }
}

function invalid(name: string, why: string): ApiError {
  return new ApiError('invalid_data', `${name}: ${why}`);
}

/** What has been said of a key, as it is kept. @throws ApiError `invalid_data` */
function checked(data: ApiKeyData, now: number) {
  const { name, rights, networks, inurl, logged, expires } = data;
  if (name !== undefined && !fitForNames.test(name.trim()))
    throw invalid('name', 'it has 1 to 100 characters, all in one line');
  if (rights !== undefined) checkRights(rights);
  if (networks !== undefined) checkNetworks(networks);
  if (expires !== undefined && expires !== 0 && expires <= now)
    throw invalid('expires', 'it must be in the future, or 0');
  return {
    ...(name !== undefined && { name: name.trim() }),
    ...(rights !== undefined && { rights }),
    ...(networks !== undefined && { networks }),
    ...(inurl !== undefined && { inurl: inurl ? 1 : 0 }),
    ...(logged !== undefined && { logged: logged ? 1 : 0 }),
    ...(expires !== undefined && { expires }),
  };
}

function checkRights(rights: readonly string[]): void {
  if (rights.length > MOST_RIGHTS) throw invalid('rights', `at most ${MOST_RIGHTS}`);
  const bad = rights.find((right) => {
    const words = right.split('/');
    return (
      right.length > LONGEST_RIGHT ||
      (words.length !== 3 && words.length !== 1) ||
      !words.every((word) => wordOfRight.test(word))
    );
  });
  if (bad !== undefined)
    throw invalid(
      'rights',
      `${bad.slice(0, 100)} is not like forums/posts/POSTindex, or all, read, forums`,
    );
}

function checkNetworks(networks: readonly string[]): void {
  if (networks.length > MOST_NETWORKS) throw invalid('networks', `at most ${MOST_NETWORKS}`);
  const bad = networks.find((network) => !isNetwork(network));
  if (bad !== undefined)
    throw invalid(
      'networks',
      `${bad.slice(0, 100)} is neither an address nor a network like 192.0.2.0/24`,
    );
}
