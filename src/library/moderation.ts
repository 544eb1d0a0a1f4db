import type { Db } from '../db/db.ts';
import { recountAround } from './recount.ts';
import { refreshShown } from './node-state.ts';
import { updateNode } from './node.ts';
import { wasJudged } from './modlog.ts';

/**
 * Approves a node, so that it shows as soon as everything above it does. One that has waited since it was written
 * counts as published now: its readers must find it among what is new.
 * Call `lockTree` before.
 * @returns true for one that nobody has judged before
 */
export async function approveNode(
  db: Db,
  { nodeid, userid, starter }: { nodeid: number; userid: number; starter: number },
  now: number,
): Promise<boolean> {
  const first = !(await wasJudged(db, nodeid));
  if (first) await followAuthor(db, { userid, starter }, now);
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
  { userid, starter }: { userid: number; starter: number },
  now: number,
): Promise<void> {
  await db.run(
    `update noderead set readtime = ? where userid = ? and nodeid = ? and readtime < ?
      and readtime >= (select s.lastcontent from node s where s.nodeid = ?)`,
    [now, userid, starter, now, starter],
  );
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
