import type { Db } from '../db/db.ts';
import { insertRank } from '../library/user/userrank.ts';

/** What members can be: ranks. */
export async function insertStandings(db: Db): Promise<void> {
  for (const rank of ranks) await insertRank(db, rank);
}

const ranks = [
  { title: 'Newcomer', minposts: 0, icon: '' },
  { title: 'Regular', minposts: 5, icon: '' },
  { title: 'Old hand', minposts: 50, icon: '' },
] as const;
