import { ApiError } from '../errors.ts';
import type { ContentType } from '../library/contenttype.ts';
import {
  countFollowed,
  countFollowers,
  type FollowedList,
  type FollowerList,
  followOrders,
  type FollowOrder,
  type FollowRow,
  followStatus,
  type FollowType,
  followTypes,
  listFollowed,
  listFollowers,
  listStream,
  type Stream,
} from '../library/follow.ts';
import { findMembers } from '../library/member-list.ts';
import { listableAnywhere, listableWithChannels } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import type { FullContent } from './content-shape.ts';
import { type MemberAnswer, memberAnswer } from './member-answer.ts';
import { type Paging, paging, placeOfPage } from './paging.ts';
import { Service } from './service.ts';

/** Which page of a list, in which order. */
export interface FollowOptions {
  page?: Uint;
  perpage?: Uint;
  /** One of `all`, `mostactive`, `leastactive`, `sort_recent`, `sort_old`, `sort_popular`, `sort_activitynew`, `sort_activityold`. */
  filter_sort?: string;
  /** One of `time_all`, `time_today` (24 hours), `time_lastweek`, `time_lastmonth`. */
  filter_time?: string;
}

/** What of it, and in which order. */
export interface FollowFilters {
  filter_sort?: string;
  filter_time?: string;
  /** A type of follow; counts only where the parameter `type` is left out. */
  type?: string;
}

/** A member who is followed or follows. */
export interface FollowUser extends MemberAnswer {
  /** 1 follows; 2 waits for approval. */
  readonly status: number;
  /** Since when, Unix seconds. */
  readonly dateline: number;
}

export interface FollowerPage {
  /** By userid, in the list's order. */
  readonly users: ReadonlyMap<number, FollowUser>;
  readonly paginationInfo: Paging;
}

export interface FollowingPage extends FollowerPage {
  /** Topics and channels by nodeid, in the list's order. */
  readonly nodes: ReadonlyMap<number, FullContent>;
}

/** A page of new content. It has no total: that would cost more than the page. */
export interface FollowStream {
  readonly nodes: ReadonlyMap<number, FullContent>;
  readonly currentpage: number;
  readonly perpage: number;
}

const USUAL_PAGE = 100;
const DAY = 86_400;
const times: ReadonlyMap<string, number> = new Map([
  ['time_all', 0],
  ['time_today', DAY],
  ['time_lastweek', 7 * DAY],
  ['time_lastmonth', 30 * DAY],
]);
const everything: ReadonlySet<string> = new Set(['follow_all', 'follow_all_activity', '']);

/** The lists behind the methods of the class follow. */
export abstract class FollowLists extends Service {
  protected async following(
    userid: number,
    types: readonly FollowType[],
    contenttypeids: readonly number[],
    options: FollowOptions,
  ): Promise<FollowingPage> {
    const { db, permissions } = this.ctx;
    const list: FollowedList = {
      userid,
      types,
      statuses: this.#statusesFor(userid),
      order: orderOf(options.filter_sort),
      since: this.#since(options.filter_time ?? 'time_all'),
      contenttypeids,
      visible: listableWithChannels(permissions),
    };
    const place = placeOfPage(this.ctx, options, USUAL_PAGE);
    const rows = await listFollowed(db, list, place.offset, place.perpage);
    const total = await countFollowed(db, list);
    const nodeids = rows.filter((row) => row.type !== 'follow_members').map((row) => row.itemid);
    return {
      users: await this.#users(rows.filter((row) => row.type === 'follow_members')),
      nodes: await this.contents(nodeids),
      paginationInfo: paging(place, total),
    };
  }

  protected async followers(
    { type, itemid }: Pick<FollowerList, 'type' | 'itemid'>,
    options: FollowOptions,
  ): Promise<FollowerPage> {
    const { db } = this.ctx;
    const statuses = this.#statusesFor(type === 'follow_members' ? itemid : 0);
    const list = { type, itemid, statuses, order: orderOf(options.filter_sort) };
    const place = placeOfPage(this.ctx, options, USUAL_PAGE);
    const rows = await listFollowers(db, list, place.offset, place.perpage);
    return {
      users: await this.#users(rows),
      paginationInfo: paging(place, await countFollowers(db, list)),
    };
  }

  protected async stream(
    userid: number,
    of: Stream['of'],
    options: FollowOptions,
  ): Promise<FollowStream> {
    const { offset, perpage, page } = placeOfPage(this.ctx, options, USUAL_PAGE);
    const since = this.#since(options.filter_time ?? 'time_lastmonth');
    const visible = listableAnywhere(this.ctx.permissions);
    const stream = visible && { userid, of, since, visible };
    const nodeids = stream ? await listStream(this.ctx.db, stream, offset, perpage) : [];
    return { nodes: await this.contents(nodeids), currentpage: page, perpage };
  }

  /** The caller himself, or for administrators anybody. */
  protected own(userid: number | false): number {
    this.requireMember();
    const { user, permissions } = this.ctx;
    if (userid === false || userid === 0 || userid === user.userid) return user.userid;
    if (!permissions.isAdministrator) throw this.refusal();
    return userid;
  }

  /** Whom the caller follows is for all to see; what he reads is his own. */
  protected typesFor(userid: number, type: string): readonly FollowType[] {
    const types = everything.has(type) ? followTypes : [followType(type, 'type')];
    return this.#isOwn(userid) ? types : types.filter((one) => one === 'follow_members');
  }

  protected contentTypeIds(names: readonly string[]): readonly number[] {
    const { contentTypes } = this.ctx.board;
    return names.map((name) => {
      const id = Object.hasOwn(contentTypes, name) ? contentTypes[name as ContentType] : undefined;
      if (id === undefined)
        throw new ApiError('invalid_parameter', 'contenttypeclass', 'no such content type');
      return id;
    });
  }

  #isOwn(userid: number): boolean {
    return userid === this.ctx.user.userid || this.ctx.permissions.isAdministrator;
  }

  #statusesFor(userid: number): number[] {
    const { yes, pending } = followStatus;
    return this.#isOwn(userid) ? [yes, pending] : [yes];
  }

  async #users(rows: readonly FollowRow[]): Promise<ReadonlyMap<number, FollowUser>> {
    const members = await findMembers(
      this.ctx.db,
      rows.map((row) => row.itemid),
    );
    return new Map(
      rows.flatMap(({ itemid, status, dateline }) => {
        const member = members.get(itemid);
        return member
          ? [[itemid, { ...memberAnswer(member, this.ctx.links), status, dateline }] as const]
          : [];
      }),
    );
  }

  #since(filter: string): number {
    const seconds = times.get(filter === '' ? 'time_all' : filter);
    if (seconds === undefined) throw unknown('filter_time', [...times.keys()]);
    return seconds === 0 ? 0 : this.ctx.now - seconds;
  }
}

/** @throws ApiError `invalid_parameter` when it is no type of what can be followed */
export function followType(type: string, name: string): FollowType {
  const found = followTypes.find((known) => known === type);
  if (found === undefined) throw unknown(name, followTypes);
  return found;
}

function orderOf(sort = ''): FollowOrder {
  if (sort === '') return 'all';
  if (Object.hasOwn(followOrders, sort)) return sort as FollowOrder;
  throw unknown('filter_sort', Object.keys(followOrders));
}

function unknown(name: string, choices: readonly string[]): ApiError {
  return new ApiError('invalid_parameter', name, `one of ${choices.join(', ')} is due`);
}
