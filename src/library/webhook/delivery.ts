import { CHUNK } from '../../db/prune.ts';
import type { Db } from '../../db/db.ts';
import type { WebhookEvent } from './webhook.ts';

/**
 * What webhooks are sent, and what became of it. What belongs together (a topic with its posts) stands in one line: only
 * the first of a line is due, the others follow one by one. Needs the webhook to be held.
 */

export const deliveryState = { waiting: 0, delivered: 1, given_up: 2 } as const;

/** Of what stands in a line behind another. */
const BEHIND = 2_147_483_647;

/** What was, or is to be, sent to a webhook. Times are Unix seconds. */
export interface WebhookDelivery {
  readonly webhookdeliveryid: number;
  readonly webhookid: number;
  readonly event: WebhookEvent;
  /** The member, or the post by its node. */
  readonly itemid: number;
  readonly created: number;
  /** 0 it waits, 1 delivered, 2 given up. */
  readonly state: number;
  readonly tries: number;
  /** When it was tried last; 0 for never. */
  readonly sent: number;
  /** The HTTP status of the last answer; 0 for none. */
  readonly status: number;
  /** Milliseconds that the last answer took. */
  readonly ms: number;
  /** Why it has not arrived. */
  readonly error: string;
  /** The beginning of what was sent. */
  readonly request: string;
  /** The beginning of what was answered. */
  readonly answer: string;
}

interface WaitingDelivery extends WebhookDelivery {
  readonly line: number;
  readonly due: number;
}

const columns = `webhookdeliveryid, webhookid, event, itemid, created, state, tries, sent, status, ms,
  coalesce(error, '') as error, coalesce(request, '') as request, coalesce(answer, '') as answer`;

/** What is to be sent. */
export interface NewDelivery {
  readonly webhookid: number;
  readonly event: WebhookEvent;
  readonly itemid: number;
  /** What it must not overtake: the topic, or something below 0 for what has no order. */
  readonly line: number;
}

/** Puts something at the end of its line. */
export async function insertDelivery(db: Db, delivery: NewDelivery, now: number): Promise<void> {
  const { webhookid, line } = delivery;
  const due = (await isWaiting(db, webhookid, line)) ? BEHIND : now;
  await db.insert('webhookdelivery', { ...delivery, created: now, due }, 'webhookdeliveryid');
}

async function isWaiting(db: Db, webhookid: number, line: number): Promise<boolean> {
  const sql =
    'select webhookdeliveryid from webhookdelivery where webhookid = ? and state = 0 and line = ? limit 1';
  return (await db.get(sql, [webhookid, line])) !== undefined;
}

/** What is due first for a webhook, whether it is due by now or not. */
export async function findNextDelivery(
  db: Db,
  webhookid: number,
): Promise<WaitingDelivery | undefined> {
  return db.get<WaitingDelivery>(
    `select ${columns}, line, due from webhookdelivery
      where webhookid = ? and state = 0 and due < ${BEHIND} order by due, webhookdeliveryid limit 1`,
    [webhookid],
  );
}

/** What a try has come to. */
export type DeliveryTry = Pick<
  WebhookDelivery,
  'state' | 'tries' | 'sent' | 'status' | 'ms' | 'error' | 'request' | 'answer'
>;

/** Writes down what a try has come to. @param due when it is tried again, if it still waits */
export async function recordDelivery(
  db: Db,
  { webhookdeliveryid, webhookid, line }: WaitingDelivery,
  { state, tries, sent, status, ms, error, request, answer }: DeliveryTry,
  due: number,
): Promise<void> {
  await db.run(
    `update webhookdelivery
      set state = ?, tries = ?, sent = ?, status = ?, ms = ?, error = ?, request = ?, answer = ?, due = ?
      where webhookdeliveryid = ?`,
    [state, tries, sent, status, ms, error, request, answer, due, webhookdeliveryid],
  );
  if (state !== deliveryState.waiting) await callNext(db, webhookid, line, sent);
}

/** The next of a line is due. */
async function callNext(db: Db, webhookid: number, line: number, now: number): Promise<void> {
  const next = await db.get<{ id: number | null }>(
    'select min(webhookdeliveryid) as id from webhookdelivery where webhookid = ? and state = 0 and line = ?',
    [webhookid, line],
  );
  if (next?.id == null) return;
  await db.run('update webhookdelivery set due = ? where webhookdeliveryid = ?', [now, next.id]);
}

/** A page of a webhook's deliveries, the latest first. */
export async function listDeliveries(
  db: Db,
  webhookid: number,
  offset: number,
  limit: number,
): Promise<WebhookDelivery[]> {
  return db.all<WebhookDelivery>(
    `select ${columns} from webhookdelivery where webhookid = ?
      order by webhookdeliveryid desc limit ? offset ?`,
    [webhookid, limit, offset],
  );
}

export async function findDelivery(
  db: Db,
  webhookdeliveryid: number,
): Promise<WaitingDelivery | undefined> {
  return db.get<WaitingDelivery>(
    `select ${columns}, line, due from webhookdelivery where webhookdeliveryid = ?`,
    [webhookdeliveryid],
  );
}

/** Has something sent once more; what waits behind another of its line keeps its place. */
export async function repeatDelivery(
  db: Db,
  { webhookdeliveryid, webhookid, line, due, state }: WaitingDelivery,
  now: number,
): Promise<void> {
  const waits = state === deliveryState.waiting;
  const behind = waits ? due === BEHIND : await isWaiting(db, webhookid, line);
  await db.run(
    'update webhookdelivery set state = 0, tries = 0, due = ? where webhookdeliveryid = ?',
    [behind ? BEHIND : now, webhookdeliveryid],
  );
}

/** They are kept so long. */
const KEPT_SECONDS = 30 * 86_400;

/** Removes old deliveries, a chunk of them; returns how many. */
export async function pruneDeliveries(db: Db, now: number): Promise<number> {
  const rows = await db.all<{ webhookdeliveryid: number }>(
    `select webhookdeliveryid from webhookdelivery where created < ? order by created limit ${CHUNK}`,
    [now - KEPT_SECONDS],
  );
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.webhookdeliveryid);
  return db.run(db.knex('webhookdelivery').whereIn('webhookdeliveryid', ids).delete());
}
