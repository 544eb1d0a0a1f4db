import { randomBytes } from 'node:crypto';
import type { Db } from '../../db/db.ts';

/** What webhooks are told of, as Invision names it (dialects-additions A1.7). */
export const webhookEvents = [
  'member_create',
  'forumsTopic_create',
  'forumsTopicPost_create',
] as const;
export type WebhookEvent = (typeof webhookEvents)[number];

/** How bodies are written. */
export const webhookContentTypes = [
  'application/json',
  'application/x-www-form-urlencoded',
] as const;
export type WebhookContentType = (typeof webhookContentTypes)[number];

/** The dialects whose objects webhooks are sent. */
export const webhookDialects = ['invision'] as const;
export type WebhookDialect = (typeof webhookDialects)[number];

/** A program of others that is told what has happened. Times are Unix seconds. */
export interface Webhook {
  readonly webhookid: number;
  readonly dialect: WebhookDialect;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Whose it is. */
  readonly userid: number;
  /** The key with whose rights it is told; 0 where it is told what its owner may see. */
  readonly apikeyid: number;
  readonly contenttype: WebhookContentType;
  readonly created: number;
  /** Failures in a row. */
  readonly failures: number;
  /** Since when nothing has arrived; 0 when all is well. */
  readonly failingsince: number;
  /** When it was switched off; 0 for never. */
  readonly disabled: number;
}

/** A webhook with what signs its bodies. */
export interface SigningWebhook extends Webhook {
  readonly secret: string;
}

type Row<T extends Webhook> = Omit<T, 'events'> & { readonly events: string };

const columns =
  'webhookid, dialect, url, events, userid, apikeyid, contenttype, created, failures, failingsince, disabled';

function webhookOf<T extends Webhook>({ events, ...row }: Row<T>): T {
  return { ...row, events: JSON.parse(events) as readonly WebhookEvent[] } as unknown as T;
}

export type NewWebhook = Pick<
  SigningWebhook,
  'dialect' | 'url' | 'events' | 'userid' | 'apikeyid' | 'contenttype' | 'secret'
>;

/** Some 190 bits of randomness. */
export function newWebhookSecret(): string {
  return `whsec_${randomBytes(24).toString('base64url')}`;
}

/** @returns its id */
export async function insertWebhook(
  db: Db,
  { events, ...row }: NewWebhook,
  now: number,
): Promise<number> {
  const written = { ...row, events: JSON.stringify(events), created: now };
  return db.insert('webhook', written, 'webhookid');
}

/** All of them, the oldest first. */
export async function listWebhooks(db: Db): Promise<Webhook[]> {
  const rows = await db.all<Row<Webhook>>(`select ${columns} from webhook order by webhookid`);
  return rows.map(webhookOf);
}

export async function countWebhooks(db: Db): Promise<number> {
  const row = await db.get<{ count: number }>('select count(*) as count from webhook');
  return row?.count ?? 0;
}

/** Removes a webhook and what waits for it; false when there is none. */
export async function deleteWebhook(db: Db, webhookid: number): Promise<boolean> {
  return (await db.run('delete from webhook where webhookid = ?', [webhookid])) > 0;
}

/** A webhook that is on, with when it may be tried next. */
interface Listening {
  readonly webhookid: number;
  readonly events: readonly WebhookEvent[];
  readonly due: number;
}

/** The webhooks that are on, held until the end of the transaction: what waits for them keeps its order. */
export async function holdListening(db: Db): Promise<Listening[]> {
  const rows = await db.all<Omit<Listening, 'events'> & { readonly events: string }>(
    `select webhookid, events, due from webhook where disabled = 0 order by webhookid${db.forUpdate}`,
  );
  return rows.map(({ events, ...row }) => ({
    ...row,
    events: JSON.parse(events) as readonly WebhookEvent[],
  }));
}

/** Holds a webhook until the end of the transaction; undefined when there is none. */
export async function holdWebhook(db: Db, webhookid: number): Promise<SigningWebhook | undefined> {
  const row = await db.get<Row<SigningWebhook>>(
    `select ${columns}, secret from webhook where webhookid = ?${db.forUpdate}`,
    [webhookid],
  );
  return row && webhookOf(row);
}

/**
 * Takes on what waits for a webhook, one at a time; false while somebody else has, and while it is off or has to rest.
 * @param jobid the job that does; told from others, so that its next try is not kept away by its last
 */
export async function claimWebhook(
  db: Db,
  webhookid: number,
  jobid: number,
  now: number,
  until: number,
): Promise<boolean> {
  const claimed = await db.run(
    `update webhook set claimeduntil = ?, claimedby = ?
      where webhookid = ? and disabled = 0 and due <= ? and (claimeduntil <= ? or claimedby = ?)`,
    [until, jobid, webhookid, now, now, jobid],
  );
  return claimed > 0;
}

/** How a webhook fares. */
export type WebhookHealth = Pick<Webhook, 'failures' | 'failingsince' | 'disabled'> & {
  /** Not before: after a failure it rests. */
  readonly due: number;
};

/** Lets go of a webhook. */
export async function releaseWebhook(
  db: Db,
  webhookid: number,
  { failures, failingsince, disabled, due }: WebhookHealth,
): Promise<void> {
  await db.run(
    `update webhook set claimeduntil = 0, claimedby = 0, failures = ?, failingsince = ?, disabled = ?, due = ?
      where webhookid = ?`,
    [failures, failingsince, disabled, due, webhookid],
  );
}

/** Has a webhook tried again, as if it had never failed; whoever has taken it on keeps it. */
export async function reviveWebhook(db: Db, webhookid: number): Promise<void> {
  await db.run(
    'update webhook set failures = 0, failingsince = 0, disabled = 0, due = 0 where webhookid = ?',
    [webhookid],
  );
}
