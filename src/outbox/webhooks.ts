import { createHmac } from 'node:crypto';
import type { Environment } from '../call/environment.ts';
import { invisionObject } from '../dialects/invision/hooks.ts';
import { ApiError } from '../errors.ts';
import { chooseLanguage, errorText, mailText } from '../library/board/phrase.ts';
import type { Db } from '../db/db.ts';
import { type ClaimedJob, insertJob } from '../library/outbox.ts';
import { findUser } from '../library/user/user.ts';
import {
  deliveryState,
  type DeliveryTry,
  findNextDelivery,
  recordDelivery,
} from '../library/webhook/delivery.ts';
import {
  claimWebhook,
  holdWebhook,
  releaseWebhook,
  type SigningWebhook,
  type WebhookDialect,
} from '../library/webhook/webhook.ts';
import { hookRules, type HookRequest, postHook } from '../storage/post-hook.ts';
import { backoff } from './backoff.ts';
import { formOf } from './form.ts';

type Delivery = NonNullable<Awaited<ReturnType<typeof findNextDelivery>>>;

/** What each dialect sends: an object as its API gives it to the webhook's owner. */
const objects: Readonly<Record<WebhookDialect, typeof invisionObject>> = {
  invision: invisionObject,
};

/** Seconds for one delivery: longer than the limit for an answer. */
const CLAIM = 60;
/** What does not arrive for so long is given up, and the webhook is switched off when nothing else has. */
const A_FEW_DAYS = 3 * 86_400;
const MOST_WRITTEN = 4_000;

/**
 * Sends what is due first for a webhook, and leaves a job for what is due next. One delivery at a time for each webhook,
 * so a receiver that is slow holds nobody else up; and after a failure the webhook rests, longer each time. What follows
 * what has not arrived in its topic waits for it, other topics go on.
 */
export async function deliverNext(
  webhookid: number,
  environment: Environment,
  { jobid }: ClaimedJob,
): Promise<void> {
  const { database } = environment;
  const begun = environment.now();
  const hook = await database.transaction(async (db) =>
    (await claimWebhook(db, webhookid, jobid, begun, begun + CLAIM))
      ? holdWebhook(db, webhookid)
      : undefined,
  );
  if (hook === undefined) return;
  const delivery = await findNextDelivery(database.reader(), webhookid);
  const outcome =
    delivery !== undefined && delivery.due <= begun
      ? { delivery, done: await attempt(environment, hook, delivery) }
      : undefined;
  const now = environment.now();
  await database.transaction(async (db) => {
    const held = await holdWebhook(db, webhookid);
    if (held === undefined) return;
    const due = await conclude(db, environment, held, outcome);
    // Without a try there is a job for whatever comes later.
    const next = due === undefined ? undefined : await findNextDelivery(db, webhookid);
    if (due === undefined || next === undefined) return;
    if (outcome === undefined && next.due > now) return;
    await insertJob(db, 'webhook', { webhookid }, now, Math.max(now, due, next.due));
  });
}

/** What a try has come to, and whether the receiver is to blame for it. */
interface Attempt extends DeliveryTry {
  readonly fault: 'none' | 'receiver' | 'owner';
}

interface Tried {
  readonly delivery: Delivery;
  readonly done: Attempt;
}

async function attempt(
  environment: Environment,
  hook: SigningWebhook,
  delivery: Delivery,
): Promise<Attempt> {
  const sent = environment.now();
  const made = await objectFor(environment, hook, delivery);
  const tried = { tries: delivery.tries + 1, sent, status: 0, ms: 0, request: '', answer: '' };
  if ('fault' in made) return { ...tried, ...made, state: deliveryState.given_up };
  const request = requestFor(hook, delivery, made.object, sent);
  const begun = performance.now();
  const ms = (): number => Math.round(performance.now() - begun);
  const written = { ...tried, request: request.body.slice(0, MOST_WRITTEN) };
  const late = sent - delivery.created >= A_FEW_DAYS;
  const state = late ? deliveryState.given_up : deliveryState.waiting;
  try {
    const rules = hookRules(environment.files.rules, environment.config);
    const { status, answer } = await postHook(request, rules);
    const answered = { ...written, status, answer, ms: ms() };
    return status >= 200 && status < 300
      ? { ...answered, state: deliveryState.delivered, error: '', fault: 'none' }
      : { ...answered, state, error: `it answered ${status}`, fault: 'receiver' };
  } catch (error) {
    const { message } = error as Error;
    return { ...written, state, ms: ms(), error: message, fault: 'receiver' };
  }
}

/** What is to be sent; or why nothing can be: what it was about is not there any more, or nobody may ask for it. */
async function objectFor(
  environment: Environment,
  hook: SigningWebhook,
  delivery: Delivery,
): Promise<{ object: object } | Pick<Attempt, 'fault' | 'error'>> {
  try {
    const object = await objects[hook.dialect](environment, hook, delivery);
    return object === undefined
      ? { fault: 'owner', error: 'its owner or key has no right to it any more' }
      : { object };
  } catch (error) {
    if (!(error instanceof ApiError) || error.status >= 500) throw error;
    return { fault: 'none', error: errorText(error as ApiError, 0) };
  }
}

function requestFor(
  { url, secret, contenttype }: SigningWebhook,
  { event, webhookdeliveryid }: Delivery,
  object: object,
  now: number,
): HookRequest {
  const body = contenttype === 'application/json' ? JSON.stringify(object) : formOf(object);
  const signature = createHmac('sha256', secret).update(`${now}.${body}`).digest('hex');
  const headers = {
    'Content-Type': `${contenttype}; charset=utf-8`,
    'X-Webhook-Event': event,
    'X-Webhook-Delivery': String(webhookdeliveryid),
    'X-Webhook-Signature': `t=${now},sha256=${signature}`,
  };
  return { url, headers, body };
}

/** Writes down what has come of it. @returns from when on the webhook may be tried; undefined when it is off now */
async function conclude(
  db: Db,
  environment: Environment,
  hook: SigningWebhook,
  tried: Tried | undefined,
): Promise<number | undefined> {
  const { webhookid, failures, failingsince } = hook;
  const now = environment.now();
  if (tried === undefined) {
    await releaseWebhook(db, webhookid, {
      failures,
      failingsince,
      disabled: hook.disabled,
      due: 0,
    });
    return now;
  }
  const { delivery, done } = tried;
  await recordDelivery(db, delivery, done, now + backoff(done.tries, Math.random()));
  if (done.fault === 'none') {
    const well = done.state === deliveryState.delivered;
    const kept = well ? { failures: 0, failingsince: 0 } : { failures, failingsince };
    await releaseWebhook(db, webhookid, { ...kept, disabled: 0, due: 0 });
    return now;
  }
  const since = failingsince === 0 ? now : failingsince;
  const off = done.fault === 'owner' || now - since >= A_FEW_DAYS;
  const due = now + backoff(failures + 1, Math.random());
  const fares = { failures: failures + 1, failingsince: since, disabled: off ? now : 0, due };
  await releaseWebhook(db, webhookid, fares);
  if (!off) return due;
  await tellOwner(db, environment, hook, done.error);
  return undefined;
}

async function tellOwner(
  db: Db,
  environment: Environment,
  { userid, url }: SigningWebhook,
  error: string,
): Promise<void> {
  const owner = await findUser(db, userid);
  if (owner === undefined) return;
  const { options } = await environment.caches.board();
  const { languageid } = chooseLanguage(owner.languageid, options.languageid);
  const args = [options.bbtitle, owner.username, environment.baseUrl(), url, error];
  const mail = mailText('webhookoff', args, languageid);
  await insertJob(db, 'mail', { to: owner.email, ...mail }, environment.now());
}
