import type { Db } from '../../db/db.ts';

/** A usergroup as everybody may see it. */
export interface UsergroupRow {
  readonly usergroupid: number;
  readonly title: string;
  readonly description: string;
  readonly usertitle: string;
  /** HTML before the names of its members. */
  readonly opentag: string;
  /** HTML behind the names of its members. */
  readonly closetag: string;
  /** 1 when a member may show it instead of his primary one. */
  readonly canoverride: number;
  /** The number of a system group; 0 for others. */
  readonly systemgroupid: number;
}

const columns =
  'usergroupid, title, description, usertitle, opentag, closetag, canoverride, systemgroupid';

/** All usergroups, by id. */
export async function listUsergroups(db: Db): Promise<UsergroupRow[]> {
  return db.all(`select ${columns} from usergroup order by usergroupid`);
}

/** The usergroups of banned members, by id. */
export async function listBannedUsergroups(db: Db): Promise<UsergroupRow[]> {
  return db.all(`select ${columns} from usergroup where banned = 1 order by usergroupid`);
}

export async function findUsergroup(
  db: Db,
  column: 'usergroupid' | 'systemgroupid',
  id: number,
): Promise<UsergroupRow | undefined> {
  return db.get(`select ${columns} from usergroup where ${column} = ? order by usergroupid`, [id]);
}
