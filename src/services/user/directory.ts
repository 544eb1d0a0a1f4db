import { ApiError } from '../../errors.ts';
import { emailKey } from '../../email.ts';
import { hasYear } from '../../library/user/birthday.ts';
import {
  countMembers,
  LIST_LIMIT,
  listMembers,
  type MemberFilter,
  type MemberOrder,
} from '../../library/user/member-list.ts';
import { memberUrl } from '../../library/node/page-url.ts';
import { findUsers, listBirthdays, type UserRow } from '../../library/user/user.ts';
import { findIgnored } from '../../library/user/userlist.ts';
import { type UserRecord, userRecord } from '../../shapes/user.ts';
import { usernameFold } from '../../library/user/username.ts';
import type { Direction, Uint } from '../../protocol/types.ts';
import { Service } from '../service.ts';
import { capped } from '../../rules/reading/paging.ts';
import { requireRight } from '../../rules/rights/standing.ts';

/** Members whose names begin alike. */
export interface Suggestions {
  readonly suggestions: readonly Suggestion[];
}

export interface Suggestion {
  readonly title: string;
  readonly value: string;
  readonly id: number;
}

/** Which members are listed. */
export interface MemberCriteria {
  /** From 1 on. */
  pagenumber?: Uint;
  /** At most the option `maxperpage`. */
  perpage?: Uint;
  /** `username` when left out. */
  sortfield?: MemberOrder;
  /** `asc` when left out. */
  sortorder?: Direction;
  /** The beginning of the name, without case and accents, or `#` for names that begin with none of a to z. */
  startswith?: string;
  /** A part of the name, without case and accents. */
  contains?: string;
  /** A part of the e-mail address, for administrators; has no effect for others. */
  email?: string;
  /** Among these members. */
  userids?: Uint[];
  /** In one of these usergroups, as the primary one or another. */
  usergroups?: Uint[];
  /** Unix seconds: active at that time or later. */
  activeafter?: Uint;
  /** Unix seconds: active at that time or before, but not since. */
  activebefore?: Uint;
}

export interface MemberPage {
  readonly members: readonly UserRecord[];
  readonly pagingInfo: MemberPaging;
}

export interface MemberPaging {
  readonly currentpage: number;
  readonly perpage: number;
  /** At most 10,000, as many as can be paged through. */
  readonly totalcount: number;
  readonly totalpages: number;
}

export interface NameAndUrl {
  readonly username: string;
  readonly profileUrl?: string;
}

/** What a card beside a name shows. */
export interface Namecard {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly displayusertitle: string;
  readonly usergroupid: number;
  readonly avatarid: number;
  /** Unix seconds. */
  readonly joindate: number;
  readonly posts: number;
  readonly reputation: number;
  readonly status: string;
  readonly profileUrl: string;
  /** 1 when the caller ignores the member. */
  readonly isignored: number;
}

/** A member whose birthday is today. */
export interface Birthday {
  readonly userid: number;
  readonly username: string;
  /** Years, for those who show it. */
  readonly age?: number;
}

const PER_PAGE = 25;

/** Members by name, and lists of them. */
export class UserDirectoryService extends Service {
  /**
   * Suggests members whose name begins with a text. Case and accents do not count.
   * @param searchStr without any text there is no suggestion
   * @param limitstart how many are skipped
   * @param limitnumber at most the option `maxperpage`
   * @throws not_logged_no_permission when guests may not see members
   * @throws no_permission when the caller's usergroup may not see members
   * @throws invalid_parameter when the order is not known
   * @readonly
   * @example searchStr=al
   */
  async getAutocomplete(
    searchStr: string,
    orderby: MemberOrder = 'username',
    direction: Direction = 'asc',
    limitstart: Uint = 0,
    limitnumber: Uint = 15,
  ): Promise<Suggestions> {
    requireRight(this.ctx, 'canviewmembers');
    const startswith = usernameFold(searchStr);
    if (startswith === '') return { suggestions: [] };
    const list = { order: orderby, descending: direction === 'desc', startswith };
    const limit = Math.min(limitnumber, this.ctx.board.options.maxperpage);
    const members = await findUsers(
      this.ctx.db,
      await listMembers(this.ctx.db, list, limitstart, limit),
    );
    return {
      suggestions: members.map(({ username, userid }) => ({
        title: username,
        value: username,
        id: userid,
      })),
    };
  }

  /**
   * Lists members, as everybody sees them. Those who wait for their confirmation are listed only by id or usergroup; the
   * first 10,000 of a list can be paged through.
   * @returns a page of members; one past the end is empty
   * @throws not_logged_no_permission when guests may not see members
   * @throws no_permission when the caller's usergroup may not see members
   * @throws invalid_parameter when the order is not known
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example criteria[perpage]=10&criteria[sortfield]=posts&criteria[sortorder]=desc
   */
  async memberList(criteria: MemberCriteria = {}): Promise<MemberPage> {
    requireRight(this.ctx, 'canviewmembers');
    const { sortfield: order = 'username', sortorder = 'asc' } = criteria;
    const { pagenumber = 1, perpage: wanted = PER_PAGE } = criteria;
    const { db, board } = this.ctx;
    const descending = sortorder === 'desc';
    const perpage = Math.min(Math.max(wanted, 1), board.options.maxperpage);
    const currentpage = Math.max(pagenumber, 1);
    const list = { ...this.#filterOf(criteria), order, descending };
    const totalcount = await countMembers(db, list);
    const offset = Math.min((currentpage - 1) * perpage, LIST_LIMIT);
    const members = await findUsers(db, await listMembers(db, list, offset, perpage));
    return {
      members: members.map((row) => userRecord(row, this.ctx)),
      pagingInfo: {
        currentpage,
        perpage,
        totalcount,
        totalpages: Math.ceil(totalcount / perpage),
      },
    };
  }

  #filterOf(criteria: MemberCriteria): MemberFilter {
    const { startswith = '', contains, email, userids, usergroups } = criteria;
    return {
      startswith: startswith === '#' ? startswith : usernameFold(startswith),
      contains: contains === undefined ? undefined : usernameFold(contains),
      email:
        email === undefined || !this.ctx.permissions.isAdministrator ? undefined : emailKey(email),
      userids: userids && capped(this.ctx, userids, 'members'),
      usergroups: usergroups && capped(this.ctx, usergroups, 'usergroups'),
      activeafter: criteria.activeafter,
      activebefore: criteria.activebefore,
    };
  }

  /**
   * Lists members whose birthday is today by the caller's clock, at most as many as the option `maxperpage`: those who
   * let others see it (`showbirthday` of `user.save`).
   * @throws not_logged_no_permission when guests may not see members
   * @throws no_permission when the caller's usergroup may not see members
   * @readonly
   */
  async fetchBirthdays(): Promise<readonly Birthday[]> {
    requireRight(this.ctx, 'canviewmembers');
    const { board, db, now, user } = this.ctx;
    const today = new Date((now + (user.clockoffset ?? 0)) * 1000).toISOString();
    const rows = await listBirthdays(db, today.slice(5, 10), board.options.maxperpage);
    return rows.map(({ userid, username, birthday, showbirthday }) => ({
      ...{ userid, username },
      ...(showbirthday === 2 &&
        hasYear(birthday) && { age: Number(today.slice(0, 4)) - Number(birthday.slice(6)) }),
    }));
  }

  /**
   * Tells the names of members.
   * @param userIds those that do not exist are left out
   * @param profileUrl false to leave the addresses of their profiles out
   * @returns names by userid
   * @readonly
   * @example userIds[]=1&userIds[]=2
   */
  async fetchUsernames(
    userIds: Uint[],
    profileUrl = true,
  ): Promise<ReadonlyMap<number, NameAndUrl>> {
    const members = await findUsers(this.ctx.db, userIds);
    return new Map(
      members.map((member) => [
        member.userid,
        { username: member.username, ...(profileUrl && { profileUrl: this.#urlOf(member) }) },
      ]),
    );
  }

  /**
   * What a card beside a member's name shows.
   * @throws invalid_user_specified when there is no such member
   * @throws not_logged_no_permission when guests may not see members
   * @throws no_permission when the caller's usergroup may not see members
   * @readonly
   * @example userid=2
   */
  async getNamecardInfo(userid: Uint): Promise<Namecard> {
    const card = (await this.getNamecardInfoBulk([userid])).get(userid);
    if (card === undefined) throw new ApiError('invalid_user_specified');
    return card;
  }

  /**
   * What cards beside members' names show.
   * @param userids those that do not exist are left out
   * @returns cards by userid
   * @throws not_logged_no_permission when guests may not see members
   * @throws no_permission when the caller's usergroup may not see members
   * @readonly
   * @example userids[]=1&userids[]=2
   */
  async getNamecardInfoBulk(userids: Uint[]): Promise<ReadonlyMap<number, Namecard>> {
    requireRight(this.ctx, 'canviewmembers');
    const { db, user } = this.ctx;
    const members = await findUsers(db, userids);
    const ignored = await findIgnored(db, user.userid, userids);
    return new Map(
      members.map((member) => [member.userid, this.#card(member, ignored.has(member.userid))]),
    );
  }

  #card(member: UserRow, isIgnored: boolean): Namecard {
    const { userid, username, displayname, displayusertitle, usergroupid } = member;
    const { avatarid, joindate, posts, reputation, status } = member;
    return {
      ...{ userid, username, displayname, displayusertitle, usergroupid },
      ...{ avatarid, joindate, posts, reputation, status },
      profileUrl: this.#urlOf(member),
      isignored: isIgnored ? 1 : 0,
    };
  }

  #urlOf(member: UserRow): string {
    return memberUrl(this.ctx.links.baseUrl, member);
  }
}
