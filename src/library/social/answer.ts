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

/** The first answer of each of these topics that has one which is visible, by topic: one statement for any number. */
export async function findFirstAnswers(
  db: Db,
  starters: readonly number[],
  visible: Clause,
): Promise<ReadonlyMap<number, number>> {
  if (starters.length === 0) return new Map();
  const { sql, bindings } = inList(starters);
  const rows = await db.all<{ starter: number; nodeid: number }>(
    `select a.starter, min(a.nodeid) as nodeid from answer a join node n on n.nodeid = a.nodeid
      where a.starter in ${sql} and (${visible.sql}) group by a.starter`,
    [...bindings, ...visible.bindings],
  );
  return new Map(rows.map((row) => [row.starter, row.nodeid]));
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
