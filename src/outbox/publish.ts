import type { Db } from '../db/db.ts';
import type { Environment } from '../call/environment.ts';
import { type Board, readBoard } from '../library/board/board.ts';
import { lockTree } from '../library/node/counters.ts';
import { publishNode } from '../library/moderation/approval.ts';
import { findNode, type FoundNode, stateOf } from '../library/node/node.ts';
import { insertJob } from '../library/outbox.ts';
import { announcePost } from '../library/webhook/announce.ts';
import { findPrincipals } from '../library/access/principals.ts';
import { mayReply } from '../rules/rights/post.ts';

/**
 * Publishes a post whose time has come; of one that was put off it waits for the new time. What its author could not
 * post there any more waits for a moderator. Done twice, it does nothing.
 */
export async function publish(nodeid: number, environment: Environment): Promise<void> {
  const now = environment.now();
  const board = await environment.caches.board();
  await environment.database.transaction(async (db) => {
    await lockTree(db);
    const node = await findNode(db, nodeid);
    if (node === undefined || node.scheduled === 0) return;
    if (node.publishdate > now) return insertJob(db, 'publish', { nodeid }, now, node.publishdate);
    const approved = node.approved === 1 && (await mayStillPost(db, node, board, now)) ? 1 : 0;
    await publishNode(db, node, { now, approved });
    const { userid } = node;
    if (approved === 1) await announcePost(db, { nodeid, userid }, now);
  });
}

async function mayStillPost(db: Db, node: FoundNode, known: Board, now: number): Promise<boolean> {
  // A channel may be newer than what this process remembers of the board.
  const board = known.channel(node.channelid) === undefined ? await readBoard(db) : known;
  const parent = await findNode(db, node.parentid);
  const [author] = await findPrincipals(db, [node.userid], board, now);
  if (parent === undefined || author === undefined) return false;
  const permissions = board.permissionsOf(author);
  const channelcategory = board.channel(parent.nodeid)?.category ?? 0;
  return (
    permissions.sees(stateOf(parent, board.contentTypes)) &&
    mayReply({ ...parent, channelcategory }, permissions)
  );
}
