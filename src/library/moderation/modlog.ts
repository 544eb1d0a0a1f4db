import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import type { FoundNode } from '../node/node.ts';

/** What moderators do, and administrators with API keys. */
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
  'key_add',
  'key_update',
  'key_rotate',
  'key_revoke',
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
  /**
   * Another node that it is about, such as the channel that something was moved to; an API key, where it is about one. 0
   * for none.
   */
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

/** Writes what has been done to something that is no node, by the name that it has now. Only administrators read it. */
export async function insertBoardLog(
  db: Db,
  nodetitle: string,
  { now: dateline, reason = '', aboutid = 0, ...act }: Act,
): Promise<void> {
  await db.run(db.knex('modlog').insert({ ...act, dateline, reason, aboutid, nodetitle }));
}

const columns = `modlogid, dateline, action, userid, username, nodeid, channelid, nodeuserid,
  nodeauthorname, nodetitle, aboutid, reason, ipaddress`;

/** A post, some channels, or all, those that are gone included. */
export type LogPlace =
  { readonly nodeid: number } | { readonly channelids: readonly number[] } | 'everywhere';

/** What has been done to a node, or in channels; the latest first. */
export async function listModLog(
  db: Db,
  place: LogPlace,
  offset: number,
  limit: number,
): Promise<ModLogRow[]> {
  const { sql, bindings } = conditionOf(place);
  return db.far.all<ModLogRow>(
    `select ${columns} from modlog ${sql} order by modlogid desc limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

function conditionOf(place: LogPlace): { sql: string; bindings: readonly number[] } {
  if (place === 'everywhere') return { sql: '', bindings: [] };
  if ('nodeid' in place) return { sql: 'where nodeid = ?', bindings: [place.nodeid] };
  const { sql, bindings } = inList(place.channelids);
  return { sql: `where channelid in ${sql}`, bindings };
}

/** True when somebody has approved the node before, or withdrawn that. */
export async function wasJudged(db: Db, nodeid: number): Promise<boolean> {
  const row = await db.get(
    "select modlogid from modlog where nodeid = ? and action in ('approve', 'unapprove') limit 1",
    [nodeid],
  );
  return row !== undefined;
}
