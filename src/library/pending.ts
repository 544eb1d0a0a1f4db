import type { Db } from '../db/db.ts';
import { inList } from './in-list.ts';

/** Posts that wait for approval: those in some channels, or those of one member. */
export type PendingList = { readonly channelids: readonly number[] } | { readonly userid: number };

const waiting = `from node n join node s on s.nodeid = n.starter
  where n.approved = 0 and n.showpublished = 1`;

/** One page, the newest first. */
export async function listPending(
  db: Db,
  list: PendingList,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { sql, bindings } = conditionOf(list);
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid ${waiting} and ${sql} order by n.publishdate desc, n.nodeid desc limit ? offset ?`,
    [...bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

export async function countPending(db: Db, list: PendingList): Promise<number> {
  const { sql, bindings } = conditionOf(list);
  const row = await db.get<{ count: number }>(
    `select count(*) as count ${waiting} and ${sql}`,
    bindings,
  );
  return row?.count ?? 0;
}

function conditionOf(list: PendingList): { sql: string; bindings: number[] } {
  if ('channelids' in list) {
    const { sql, bindings } = inList(list.channelids);
    return { sql: `n.channelid in ${sql}`, bindings };
  }
  // A member is told of his own posts, unless their topic is somebody else's and hidden.
  return {
    sql: 'n.userid = ? and (s.showapproved = 1 or s.userid = ?)',
    bindings: [list.userid, list.userid],
  };
}
