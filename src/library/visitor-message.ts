import type { Db } from '../db/db.ts';
import type { Permissions } from '../permissions.ts';
import { type Condition, listableIn } from './visible.ts';

/** The messages on one member's profile that the caller may find. Answers to them are not among them. */
export interface ProfileMessages {
  readonly userid: number;
  /** The channel of visitor messages. */
  readonly channelid: number;
  readonly permissions: Permissions;
}

/** One page of nodeids, the newest first. */
export async function listProfileMessages(
  db: Db,
  messages: ProfileMessages,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { sql, bindings } = conditionOf(messages);
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid from node n where ${sql}
      order by n.publishdate desc, n.nodeid desc limit ? offset ?`,
    [...bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

export async function countProfileMessages(db: Db, messages: ProfileMessages): Promise<number> {
  const { sql, bindings } = conditionOf(messages);
  const row = await db.get<{ count: number }>(
    `select count(*) as count from node n where ${sql}`,
    bindings,
  );
  return row?.count ?? 0;
}

/** On his own profile a member also finds what waits for approval. */
function conditionOf({ userid, channelid, permissions }: ProfileMessages): Condition {
  const listable = listableIn(permissions, channelid);
  const place = 'n.setfor = ? and n.parentid = ?';
  if (listable === undefined) return { sql: '1 = 0', bindings: [] };
  const own = permissions.userid !== 0 && permissions.userid === userid;
  const waiting = own ? ' or (n.showpublished = 1 and n.showapproved = 0 and n.protected = 0)' : '';
  return {
    sql: `${place} and ((${listable.sql})${waiting})`,
    bindings: [userid, channelid, ...listable.bindings],
  };
}
