import type { Clause } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';

/** A reply that answers what its topic asks. */
export interface NewAnswer {
  readonly nodeid: number;
  readonly starter: number;
  /** Who says so. */
  readonly userid: number;
  /** Unix seconds. */
  readonly now: number;
}

/** The answers of a topic that are visible, the oldest first. */
export async function listAnswers(db: Db, starter: number, visible: Clause): Promise<number[]> {
  const rows = await db.all<{ nodeid: number }>(
    `select a.nodeid from answer a join node n on n.nodeid = a.nodeid
      where a.starter = ? and (${visible.sql}) order by n.publishdate, n.nodeid`,
    [starter, ...visible.bindings],
  );
  return rows.map((row) => row.nodeid);
}

/** Marks a reply as an answer; false when it is one. */
export async function insertAnswer(
  db: Db,
  { nodeid, starter, userid, now }: NewAnswer,
): Promise<boolean> {
  const row = { nodeid, starter, userid, dateline: now };
  return (await db.run(db.knex('answer').insert(row).onConflict('nodeid').ignore())) > 0;
}

/** Those of these nodes that are answers, and the answers of those that are topics. */
export async function findAnswers(db: Db, nodeids: readonly number[]): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number }>(
    `select nodeid from answer where nodeid in ${sql} or starter in ${sql} order by nodeid`,
    [...bindings, ...bindings],
  );
  return rows.map((row) => row.nodeid);
}

/** Marks replies as answers no more; returns how many were. */
export async function deleteAnswers(db: Db, nodeids: readonly number[]): Promise<number> {
  if (nodeids.length === 0) return 0;
  return db.run(db.knex('answer').whereIn('nodeid', nodeids).delete());
}
