import type { Db } from '../../db/db.ts';
import { recountAround } from '../node/recount.ts';
import { refreshShown } from '../node/state.ts';
import { markRead } from '../marks/noderead.ts';
import { type NodeRow, updateNode } from '../node/node.ts';
import { wasJudged } from './modlog.ts';

/** What is to be known of a node that others do not see yet. */
type WaitingNode = Pick<NodeRow, 'nodeid' | 'userid' | 'starter' | 'scheduled'>;

/**
 * Approves a node, so that it shows as soon as everything above it does. One that has waited since it was written
 * counts as published now: its readers must find it among what is new.
 * Call `lockTree` before.
 * @returns true for one that nobody has judged before
 */
export async function approveNode(
  db: Db,
  { nodeid, userid, starter, scheduled }: WaitingNode,
  now: number,
): Promise<boolean> {
  // One that waits for its time, too, is told of then.
  const first = scheduled === 0 && !(await wasJudged(db, nodeid));
  if (first) await followAuthor(db, { nodeid, userid, starter }, now);
  await recountAround(db, [nodeid], async () => {
    await updateNode(db, nodeid, { approved: 1, ...(first && { publishdate: now }) });
    if (first) await db.run('update closure set publishdate = ? where child = ?', [now, nodeid]);
    await refreshShown(db, nodeid, ['showapproved']);
    return [nodeid];
  });
  return first;
}

/** Its author has read what he wrote: where he had read everything else, he still has. */
async function followAuthor(
  db: Db,
  { nodeid, userid, starter }: { nodeid: number; userid: number; starter: number },
  now: number,
): Promise<void> {
  await db.run(
    `update noderead set readid = ?, readtime = ? where userid = ? and nodeid = ?
      and (readtime < ? or (readtime = ? and readid < ?))
      and exists (select 1 from node s where s.nodeid = noderead.nodeid and (s.lastcontent < noderead.readtime
        or (s.lastcontent = noderead.readtime and s.lastcontentid <= noderead.readid)))`,
    [nodeid, now, userid, starter, now, now, nodeid],
  );
}

/**
 * Ends the waiting of a node for its time: it is from now. Call `lockTree` before.
 * @param approved 0 when a moderator must see it first
 */
export async function publishNode(
  db: Db,
  { nodeid, userid, starter }: WaitingNode,
  { now, approved }: { readonly now: number; readonly approved: number },
): Promise<void> {
  if (starter !== nodeid) await followAuthor(db, { nodeid, userid, starter }, now);
  else if (userid !== 0) await markRead(db, userid, nodeid, { readtime: now, readid: nodeid });
  await recountAround(db, [nodeid], async () => {
    const dates = { created: now, publishdate: now, lastupdate: now };
    await updateNode(db, nodeid, { scheduled: 0, approved, ...dates });
    await db.run('update closure set publishdate = ? where child = ?', [now, nodeid]);
    await refreshShown(db, nodeid);
    return [nodeid];
  });
}

/** Puts off the time that a node waits for. Call `lockTree` before. */
export async function putOffNode(db: Db, nodeid: number, publishdate: number): Promise<void> {
  await updateNode(db, nodeid, { publishdate, lastcontent: publishdate });
  await db.run('update closure set publishdate = ? where child = ?', [publishdate, nodeid]);
}

/** Takes a node, with all below it, out of what everybody sees until it is approved. Call `lockTree` before. */
export async function unapproveNode(db: Db, nodeid: number): Promise<void> {
  await recountAround(db, [nodeid], async () => {
    await updateNode(db, nodeid, { approved: 0 });
    await refreshShown(db, nodeid, ['showapproved']);
    return [nodeid];
  });
}

/** Takes the soft deletion of a node back. What below it was deleted by itself stays so. Call `lockTree` before. */
export async function undeleteNode(db: Db, nodeid: number): Promise<void> {
  await recountAround(db, [nodeid], async () => {
    await updateNode(db, nodeid, { unpublishdate: 0, deleteuserid: 0, deletereason: '' });
    await refreshShown(db, nodeid, ['showpublished']);
    return [nodeid];
  });
}
