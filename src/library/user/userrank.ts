import type { Db } from '../../db/db.ts';

/** What members are called by the number of their posts. */
export interface RankRow {
  readonly rankid: number;
  readonly title: string;
  /** From so many posts on. */
  readonly minposts: number;
  /** The URL of its picture; empty for none. */
  readonly icon: string;
}

/** The ranks, that with the fewest posts first. */
export async function listRanks(db: Db): Promise<RankRow[]> {
  return db.all<RankRow>(
    'select rankid, title, minposts, icon from userrank order by minposts, rankid',
  );
}

/** The rank of who has written so many posts. */
export function rankAt(ranks: readonly RankRow[], posts: number): RankRow | undefined {
  return ranks.findLast(({ minposts }) => minposts <= posts);
}

/** Returns the new rank's id. */
export async function insertRank(db: Db, rank: Omit<RankRow, 'rankid'>): Promise<number> {
  return db.insert('userrank', { ...rank }, 'rankid');
}

export async function updateRank(
  db: Db,
  { rankid, title, minposts, icon }: RankRow,
): Promise<void> {
  await db.run('update userrank set title = ?, minposts = ?, icon = ? where rankid = ?', [
    ...[title, minposts, icon],
    rankid,
  ]);
}

/** Returns false when there is no such rank. */
export async function deleteRank(db: Db, rankid: number): Promise<boolean> {
  return (await db.run('delete from userrank where rankid = ?', [rankid])) > 0;
}
