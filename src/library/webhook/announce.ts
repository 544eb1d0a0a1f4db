import type { Db } from '../../db/db.ts';
import { insertJob } from '../outbox.ts';
import { insertDelivery } from './delivery.ts';
import { holdListening, type WebhookEvent } from './webhook.ts';

/** What has happened, and to what. */
interface Occurrence {
  readonly event: WebhookEvent;
  readonly itemid: number;
  readonly line: number;
}

/** Tells members and webhooks of a post that shows for the first time, once this is committed. */
export async function announcePost(
  db: Db,
  { nodeid, userid }: { readonly nodeid: number; readonly userid: number },
  now: number,
): Promise<void> {
  await insertJob(db, 'notify', { event: 'post', nodeid, userid }, now);
  await announce(db, now, async () => {
    const row = await db.get<{ starter: number }>('select starter from node where nodeid = ?', [
      nodeid,
    ]);
    const { starter: line = nodeid } = row ?? {};
    const event = line === nodeid ? 'forumsTopic_create' : 'forumsTopicPost_create';
    return { event, itemid: nodeid, line };
  });
}

/** Tells webhooks of a new member. Members have no order among them. */
export async function announceMember(db: Db, userid: number, now: number): Promise<void> {
  await announce(db, now, async () => ({ event: 'member_create', itemid: userid, line: -userid }));
}

async function announce(db: Db, now: number, tell: () => Promise<Occurrence>): Promise<void> {
  const listening = await holdListening(db);
  if (listening.length === 0) return;
  const occurrence = await tell();
  for (const { webhookid, events, due } of listening) {
    if (!events.includes(occurrence.event)) continue;
    await insertDelivery(db, { webhookid, ...occurrence }, now);
    await insertJob(db, 'webhook', { webhookid }, now, Math.max(now, due));
  }
}
