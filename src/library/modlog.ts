import type { Db } from '../db/db.ts';
import type { FoundNode } from './node.ts';

/** What moderators do. */
export const moderationActs = [
  'approve',
  'unapprove',
  'stick',
  'unstick',
  'open',
  'close',
  'feature',
  'unfeature',
  'softdelete',
  'harddelete',
  'undelete',
  'move',
  'copy',
  'merge_topics',
  'merge_posts',
  'set_answer',
  'unset_answer',
  'set_options',
] as const;
export type ModerationAct = (typeof moderationActs)[number];

/** Who did it, from where and why. */
export interface Act {
  readonly action: ModerationAct;
  readonly userid: number;
  readonly username: string;
  readonly ipaddress: string;
  /** Unix seconds. */
  readonly now: number;
  readonly reason?: string;
  /** Another node that it is about, such as the channel that something was moved to; 0 for none. */
  readonly aboutid?: number;
}

/** An entry of the log. It tells of the node as it was then; the node itself may have gone. */
export interface ModLogRow {
  readonly modlogid: number;
  readonly dateline: number;
  readonly action: ModerationAct;
  readonly userid: number;
  readonly username: string;
  readonly nodeid: number;
  readonly channelid: number;
  readonly nodeuserid: number;
  readonly nodeauthorname: string;
  readonly nodetitle: string;
  readonly aboutid: number;
  readonly reason: string;
  readonly ipaddress: string;
}

/** Writes what has been done to these nodes, an entry each. Belongs to the transaction that does it. */
export async function insertModLog(
  db: Db,
  nodes: readonly FoundNode[],
  { action, userid, username, ipaddress, now, reason = '', aboutid = 0 }: Act,
): Promise<void> {
  if (nodes.length === 0) return;
  const rows = nodes.map((node) => ({
    ...{ dateline: now, action, userid, username, ipaddress, reason, aboutid },
    nodeid: node.nodeid,
    channelid: node.channelid,
    nodeuserid: node.userid,
    nodeauthorname: node.authorname,
    nodetitle: node.title,
  }));
  await db.run(db.knex('modlog').insert(rows));
}

const columns = `modlogid, dateline, action, userid, username, nodeid, channelid, nodeuserid,
  nodeauthorname, nodetitle, aboutid, reason, ipaddress`;

/** What has been done to a node, or in a channel; the latest first. */
export async function listModLog(
  db: Db,
  place: { readonly nodeid: number; readonly ischannel: boolean },
  offset: number,
  limit: number,
): Promise<ModLogRow[]> {
  const column = place.ischannel ? 'channelid' : 'nodeid';
  return db.all<ModLogRow>(
    `select ${columns} from modlog where ${column} = ? order by modlogid desc limit ? offset ?`,
    [place.nodeid, limit, offset],
  );
}

/** True when somebody has approved the node before, or withdrawn that. */
export async function wasJudged(db: Db, nodeid: number): Promise<boolean> {
  const row = await db.get(
    "select modlogid from modlog where nodeid = ? and action in ('approve', 'unapprove') limit 1",
    [nodeid],
  );
  return row !== undefined;
}
