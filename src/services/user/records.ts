import { ApiError } from '../../errors.ts';
import { emailKey } from '../../email.ts';
import { findFollowStatus, followStatus } from '../../library/social/follow.ts';
import { adminBits, groupsOf } from '../../library/access/session.ts';
import {
  findUser,
  findUserByEmail,
  findUserByName,
  findRegistrationAddresses,
  findUsers,
  type UserRow,
} from '../../library/user/user.ts';
import { guestRecord, type UserRecord, userRecord } from '../../shapes/user.ts';
import { usernameKey } from '../../library/user/username.ts';
import { guest } from '../../principal.ts';
import type { Uint } from '../../protocol/types.ts';
import { Service } from '../service.ts';
import { capped } from '../../rules/reading/paging.ts';
import { manages } from '../../rules/rights/standing.ts';

/**
 * Members: logging in and out, looking them up, registering, profiles, rights.
 *
 * @lead
 */
export class UserRecordsService extends Service {
  /**
   * Who am I? A guest has the userid 0 and the username Guest.
   * @returns the caller's own record
   * @readonly
   */
  async fetchCurrentUserinfo(): Promise<UserRecord> {
    return (await this.#record(this.ctx.user.userid)) || guestRecord(this.ctx);
  }

  /**
   * Look a member up by id.
   * @param userid false for the caller himself
   * @param option what the record has beside: `avatarinfo` (`avatar`, `avatardata`) `hascustomavatar` and `avatarurl`;
   *   `isfriend` whether the caller follows the member; `admin`, for administrators, `adminpermissions`. `signpic` has
   *   no effect, since signatures have no pictures of their own
   * @param languageid has no effect: nothing in a record depends on the language
   * @param nocache has no effect: the record is never out of date
   * @returns the record, or false when there is no such member
   * @readonly
   * @example userid=2
   */
  async fetchUserinfo(
    userid: Uint | false = false,
    option: string[] = [],
    languageid: Uint | false = false,
    nocache = false,
  ): Promise<UserRecord | false> {
    const wanted = userid === false || userid === 0 ? this.ctx.user.userid : userid;
    if (wanted === 0) return guestRecord(this.ctx);
    return this.#record(wanted, option);
  }

  /**
   * Look several members up by id. Ours: posts name their authors, and one statement finds them all.
   * @param userids at most the option `maxperpage`
   * @param option what each record has beside `hascustomavatar`: `registration`, for administrators, the `ipaddress` of the
   *   registration
   * @returns records by userid; those that do not exist are left out
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example userids[]=2&userids[]=3
   */
  async fetchUsers(
    userids: Uint[],
    option: string[] = [],
  ): Promise<ReadonlyMap<number, UserRecord>> {
    const { db, permissions } = this.ctx;
    const rows = await findUsers(db, capped(this.ctx, userids, 'members'));
    const addresses =
      option.includes('registration') && permissions.isAdministrator
        ? await findRegistrationAddresses(db, userids)
        : undefined;
    return new Map(
      rows.map((row) => [
        row.userid,
        {
          ...userRecord(row, this.ctx),
          hascustomavatar: row.avatarfiledataid === null ? 0 : 1,
          ...addresses?.get(row.userid),
        },
      ]),
    );
  }

  /**
   * Look a member up by name. Case does not count.
   * @param option what the record has beside, as in `user.fetchUserinfo`
   * @returns the record, or false when there is no such member
   * @readonly
   * @example username=alice
   */
  async fetchByUsername(username: string, option: string[] = []): Promise<UserRecord | false> {
    const row = await findUserByName(this.ctx.db, usernameKey(username));
    return row !== undefined && this.#shown(row, option);
  }

  /**
   * Look a member up by e-mail address: oneself, or anybody for administrators. To others nobody is there, since it is
   * none of their business who has which address.
   * @param option what the record has beside, as in `user.fetchUserinfo`
   * @returns the record, or false when there is no such member
   * @readonly
   * @example email=alice@example.org
   */
  async fetchByEmail(email: string, option: string[] = []): Promise<UserRecord | false> {
    const row = await findUserByEmail(this.ctx.db, emailKey(email));
    return row !== undefined && manages(this.ctx, row.userid) && this.#shown(row, option);
  }

  /**
   * Tell a member's name.
   * @param userid 0 for a guest
   * @returns the username
   * @throws invalid_user_specified when there is no such member
   * @readonly
   * @example userid=2
   */
  async fetchUserName(userid: Uint): Promise<string> {
    if (userid === guest.userid) return guest.username;
    const row = await findUser(this.ctx.db, userid);
    if (row === undefined) throw new ApiError('invalid_user_specified');
    return row.username;
  }

  async #record(userid: number, option: readonly string[] = []): Promise<UserRecord | false> {
    const row = await findUser(this.ctx.db, userid);
    return row !== undefined && this.#shown(row, option);
  }

  async #shown(row: UserRow, option: readonly string[]): Promise<UserRecord> {
    const record = userRecord(row, this.ctx);
    const asks = (...names: string[]): boolean => names.some((name) => option.includes(name));
    return {
      ...record,
      ...(asks('avatarinfo', 'avatardata', 'avatar') && {
        hascustomavatar: row.avatarfiledataid === null ? 0 : 1,
        avatarurl: record.avatarpath,
      }),
      ...(asks('isfriend') && { isfriend: await this.#follows(row.userid) }),
      ...(asks('admin') &&
        manages(this.ctx, row.userid) && {
          adminpermissions: adminBits(
            groupsOf(row.usergroupid, row.membergroupids),
            this.ctx.board.groupAdmin,
          ),
        }),
    };
  }

  async #follows(itemid: number): Promise<number> {
    const { db, user } = this.ctx;
    if (user.userid === 0) return 0;
    const follow = { userid: user.userid, type: 'follow_members', itemid } as const;
    return (await findFollowStatus(db, follow)) === followStatus.yes ? 1 : 0;
  }
}
