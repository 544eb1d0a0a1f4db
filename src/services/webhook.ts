import { ApiError } from '../errors.ts';
import { findApiKeyById } from '../library/access/apikey.ts';
import { insertJob } from '../library/outbox.ts';
import {
  findDelivery,
  listDeliveries,
  repeatDelivery,
  type WebhookDelivery,
} from '../library/webhook/delivery.ts';
import {
  countWebhooks,
  deleteWebhook,
  holdWebhook,
  insertWebhook,
  listWebhooks,
  newWebhookSecret,
  reviveWebhook,
  type Webhook,
  type WebhookContentType,
  type WebhookEvent,
  webhookEvents,
} from '../library/webhook/webhook.ts';
import type { Uint } from '../protocol/types.ts';
import { placeOfPage } from '../rules/reading/paging.ts';
import { requireAdministrator } from '../rules/rights/standing.ts';
import { hookRules, mayPostTo } from '../storage/post-hook.ts';
import { Service } from './service.ts';

/** A new webhook. */
export interface NewWebhookData {
  /** The address that is called, of http or https. */
  url?: string;
  /** Of what it is told: `member_create`, `forumsTopic_create`, `forumsTopicPost_create`, in any case. */
  events?: string[];
  /** How bodies are written. `application/json` when left out. */
  contenttype?: WebhookContentType;
  /** The key with whose rights it is told; when left out it is told what the caller may see. */
  apikeyid?: Uint;
}

/** A new webhook with what signs its bodies, which nobody is shown again. */
export interface MadeWebhook {
  readonly webhookid: number;
  readonly secret: string;
}

/** Whether something was done. */
export interface WebhookDone {
  readonly success: boolean;
}

const LONGEST_URL = 2_000;
const MOST_WEBHOOKS = 50;
const PER_PAGE = 20;

/** Programs of others that are told of new members, topics and posts. For administrators. */
export class WebhookService extends Service {
  /**
   * Lists all webhooks, without their secrets.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example
   * @as admin
   */
  async fetchAll(): Promise<readonly Webhook[]> {
    requireAdministrator(this.ctx);
    return listWebhooks(this.ctx.db);
  }

  /**
   * Has an address told of what happens: a POST for each event, of the object as Invision's API gives it to whose webhook
   * it is. `X-Webhook-Event` names the event, `X-Webhook-Delivery` the delivery, which may come twice, and
   * `X-Webhook-Signature` is `t=TIME,sha256=HEX`: the HMAC-SHA256 of the time, a dot and the body with the secret. Any
   * status from 200 to 299 within ten seconds says that it has arrived; else it is tried again for three days.
   * @returns the secret as well, which is not shown again
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when something of it cannot be used, the address is not of the public internet, or there are too
   *   many webhooks
   * @steps
   * @example data[url]=http://127.0.0.1:9/hook&data[events][]=member_create
   * @as admin
   */
  async add(data: NewWebhookData): Promise<MadeWebhook> {
    requireAdministrator(this.ctx);
    const { config, files, now, user } = this.ctx;
    const { url = '', contenttype = 'application/json', apikeyid = 0 } = data;
    const events = eventsNamed(data.events ?? []);
    if (url.length > LONGEST_URL || !(await mayPostTo(url, hookRules(files.rules, config))))
      throw invalid('url', 'it must be a web address of the public internet');
    const secret = newWebhookSecret();
    const hook = { dialect: 'invision', url, events, contenttype, apikeyid, secret } as const;
    return this.ctx.transaction(async (db) => {
      const key = apikeyid === 0 ? undefined : await findApiKeyById(db, apikeyid);
      if (apikeyid !== 0 && key?.dialect !== 'invision')
        throw invalid('apikeyid', 'there is no such key');
      if ((await countWebhooks(db)) >= MOST_WEBHOOKS)
        throw new ApiError('invalid_data', `at most ${MOST_WEBHOOKS} webhooks`);
      const userid = key?.userid ?? user.userid;
      return { webhookid: await insertWebhook(db, { ...hook, userid }, now), secret };
    });
  }

  /**
   * Removes a webhook, with what waits for it and what it was sent.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such webhook
   * @example webhookid=2
   * @as admin
   */
  async remove(webhookid: Uint): Promise<WebhookDone> {
    requireAdministrator(this.ctx);
    if (!(await deleteWebhook(this.ctx.db, webhookid))) throw noWebhook();
    return { success: true };
  }

  /**
   * Lists what a webhook was sent, or is to be, the latest first. It is kept for thirty days.
   * @param page from 1 on; a page past the end is empty
   * @param perpage at most the option `maxperpage`; 0 for 20
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such webhook
   * @readonly
   * @example webhookid=1
   * @as admin
   */
  async fetchDeliveries(
    webhookid: Uint,
    page: Uint = 1,
    perpage: Uint = 20,
  ): Promise<readonly WebhookDelivery[]> {
    requireAdministrator(this.ctx);
    const { db } = this.ctx;
    const hooks = await listWebhooks(db);
    if (!hooks.some((hook) => hook.webhookid === webhookid)) throw noWebhook();
    const { offset, perpage: limit } = placeOfPage(this.ctx, { page, perpage }, PER_PAGE);
    return listDeliveries(db, webhookid, offset, limit);
  }

  /**
   * Sends something once more, as it is by now. A webhook that was switched off is on again, and gets what has waited.
   * @throws no_permission for all but administrators
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is no such delivery
   * @example webhookdeliveryid=1
   * @as admin
   */
  async redeliver(webhookdeliveryid: Uint): Promise<WebhookDone> {
    requireAdministrator(this.ctx);
    const { db, now } = this.ctx;
    const seen = await findDelivery(db, webhookdeliveryid);
    if (seen === undefined) throw invalid('webhookdeliveryid', 'there is no such delivery');
    const { webhookid } = seen;
    await holdWebhook(db, webhookid);
    const delivery = await findDelivery(db, webhookdeliveryid);
    if (delivery !== undefined) await repeatDelivery(db, delivery, now);
    await reviveWebhook(db, webhookid);
    await insertJob(db, 'webhook', { webhookid }, now);
    return { success: true };
  }
}

function invalid(name: string, why: string): ApiError {
  return new ApiError('invalid_data', `${name}: ${why}`);
}

function noWebhook(): ApiError {
  return invalid('webhookid', 'there is no such webhook');
}

/** The events as they are spelt here. @throws ApiError `invalid_data` */
function eventsNamed(names: readonly string[]): readonly WebhookEvent[] {
  const events = names.map((name) => {
    const found = webhookEvents.find((event) => event.toLowerCase() === name.toLowerCase());
    if (found === undefined)
      throw invalid('events', `${name.slice(0, 100)} is none of ${webhookEvents.join(', ')}`);
    return found;
  });
  if (events.length === 0) throw invalid('events', 'there must be some');
  return [...new Set(events)];
}
