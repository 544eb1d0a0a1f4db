import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/**
 * Posts that wait for approval: those in some channels, or those of one member. Or those that wait for their time:
 * those in some channels, or those of the member with this id.
 */
export type PendingList =
  | { readonly channelids: readonly number[] }
  | { readonly userid: number }
  | { readonly scheduled: number | readonly number[] };

const from = 'from node n join node s on s.nodeid = n.starter where';
const waiting = 'n.approved = 0 and n.showpublished = 1';
// Deleted ones wait for nothing, whether they were so themselves or what is above them.
const scheduled =
  'n.scheduled = 1 and n.unpublishdate = 0 and (s.nodeid = n.nodeid or s.showpublished = 1)';

/** One page, the newest first. */
export async function listPending(
  db: Db,
  list: PendingList,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { sql, bindings } = conditionOf(list);
  const rows = await db.far.all<{ nodeid: number }>(
    `select n.nodeid ${from} ${sql} order by n.publishdate desc, n.nodeid desc limit ? offset ?`,
    [...bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

export async function countPending(db: Db, list: PendingList): Promise<number> {
  const { sql, bindings } = conditionOf(list);
  const row = await db.far.get<{ count: number }>(
    `select count(*) as count ${from} ${sql}`,
    bindings,
  );
  return row?.count ?? 0;
}

function conditionOf(list: PendingList): { sql: string; bindings: number[] } {
  if ('scheduled' in list) {
    const { sql, bindings } =
      typeof list.scheduled === 'number' ? ofAuthor(list.scheduled) : inChannels(list.scheduled);
    return { sql: `${scheduled} and ${sql}`, bindings };
  }
  if ('channelids' in list) {
    const { sql, bindings } = inChannels(list.channelids);
    return { sql: `${waiting} and ${sql}`, bindings };
  }
  // A member is told of his own posts, unless their topic is somebody else's and hidden.
  return {
    sql: `${waiting} and n.userid = ? and (s.showapproved = 1 or s.userid = ?)`,
    bindings: [list.userid, list.userid],
  };
}

function ofAuthor(userid: number): { sql: string; bindings: number[] } {
  return { sql: 'n.userid = ?', bindings: [userid] };
}

function inChannels(channelids: readonly number[]): { sql: string; bindings: number[] } {
  const { sql, bindings } = inList(channelids);
  return { sql: `n.channelid in ${sql}`, bindings };
}
