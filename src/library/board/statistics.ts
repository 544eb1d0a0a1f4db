import type { Db } from '../../db/db.ts';

export interface MemberStatistics {
  readonly members: number;
  readonly activemembers: number;
  readonly newuserid: number;
  readonly newusername: string;
}

const counts = `select
  (select count(*) from "user") as members,
  (select count(*) from "user" where lastactivity > ?) as activemembers,
  (select coalesce(max(userid), 0) from "user") as newuserid`;

/** Counts the members and names the newest. @param activeSince Unix seconds */
export async function countMembers(db: Db, activeSince: number): Promise<MemberStatistics> {
  const row = await db.far.get<Omit<MemberStatistics, 'newusername'>>(counts, [activeSince]);
  const found = row ?? { members: 0, activemembers: 0, newuserid: 0 };
  const newest = await db.get<{ username: string }>(
    'select username from "user" where userid = ?',
    [found.newuserid],
  );
  return { ...found, newusername: newest?.username ?? '' };
}
