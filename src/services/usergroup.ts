import { ApiError } from '../errors.ts';
import { groupsOf } from '../library/access/session.ts';
import { holdUser, updateUser } from '../library/user/user.ts';
import {
  findUsergroup,
  listBannedUsergroups,
  listUsergroups,
  type UsergroupRow,
} from '../library/board/usergroup-row.ts';
import type { Uint } from '../protocol/types.ts';
import { Service } from './service.ts';
import { manages } from '../rules/rights/standing.ts';

export interface DisplayGroupChange {
  readonly success: boolean;
}

/** Usergroups. */
export class UsergroupService extends Service {
  /**
   * All usergroups, by id.
   * @param flushcache has no effect: the list is never out of date
   * @readonly
   */
  async fetchUsergroupList(flushcache = false): Promise<readonly UsergroupRow[]> {
    return listUsergroups(this.ctx.db);
  }

  /**
   * A usergroup by its id.
   * @throws invalid_usergroup_specified when there is none
   * @readonly
   * @example usergroupid=2
   */
  async fetchUsergroupByID(usergroupid: Uint): Promise<UsergroupRow> {
    return existing(await findUsergroup(this.ctx.db, 'usergroupid', usergroupid));
  }

  /**
   * A system group by its number, such as 2 for registered members, 6 for administrators, 8 for banned members.
   * @throws invalid_usergroup_specified when there is none
   * @readonly
   * @example systemgroupid=6
   */
  async fetchUsergroupBySystemID(systemgroupid: Uint): Promise<UsergroupRow> {
    if (systemgroupid === 0) throw new ApiError('invalid_usergroup_specified');
    return existing(await findUsergroup(this.ctx.db, 'systemgroupid', systemgroupid));
  }

  /**
   * The usergroups of banned members.
   * @readonly
   */
  async fetchBannedUsergroups(): Promise<readonly UsergroupRow[]> {
    return listBannedUsergroups(this.ctx.db);
  }

  /**
   * Chooses which of his usergroups a member shows: his primary one, or one of his others that has `canoverride`. For
   * himself and for administrators.
   * @throws not_logged_no_permission when a guest asks
   * @throws no_permission when a member changes another, or the usergroup cannot be shown
   * @throws invalid_user_specified when there is no such member
   * @throws invalid_usergroup_specified when there is no such usergroup, or he is not in it
   * @example userid=3&usergroupid=2
   */
  async updateDisplayGroup(userid: Uint, usergroupid: Uint): Promise<DisplayGroupChange> {
    const { db } = this.ctx;
    if (!manages(this.ctx, userid)) throw this.refusal();
    const user = await holdUser(db, userid);
    if (user === undefined) throw new ApiError('invalid_user_specified');
    const group = existing(await findUsergroup(db, 'usergroupid', usergroupid));
    if (!groupsOf(user.usergroupid, user.membergroupids).includes(usergroupid))
      throw new ApiError('invalid_usergroup_specified');
    if (group.canoverride === 0 && usergroupid !== user.usergroupid)
      throw new ApiError('no_permission');
    await updateUser(db, userid, { displaygroupid: usergroupid });
    return { success: true };
  }
}

function existing(group: UsergroupRow | undefined): UsergroupRow {
  if (group === undefined) throw new ApiError('invalid_usergroup_specified');
  return group;
}
