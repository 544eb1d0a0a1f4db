import { ApiError } from '../../errors.ts';
import type { ContentType } from '../../library/board/contenttype.ts';
import {
  countFollowed,
  countFollowers,
  type FollowedList,
  type FollowerList,
  type FollowOrder,
  type FollowRow,
  followStatus,
  type FollowType,
  followTypes,
  listFollowed,
  listFollowers,
  listStream,
  type Stream,
} from '../../library/social/follow.ts';
import { findMembers } from '../../library/user/member-list.ts';
import { listableAnywhere, listableWithChannels } from '../../library/node/visible.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { Uint } from '../../protocol/types.ts';
import type { FullContent } from '../../shapes/content.ts';
import { type MemberAnswer, memberAnswer } from '../../shapes/member.ts';
import { type Paging, paging, placeOfPage } from '../../rules/reading/paging.ts';
import type { Context } from '../../call/context.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { findUser } from '../../library/user/user.ts';
import { refusal, requireMember } from '../../rules/rights/standing.ts';
import { contentList } from '../../rules/reading/contents.ts';

/** Which page of a list, in which order. */
export interface FollowOptions {
  page?: Uint;
  perpage?: Uint;
  filter_sort?: FollowOrder;
  /** `time_today` is 24 hours. */
  filter_time?: FollowTime;
}

/** What of it, and in which order. */
export interface FollowFilters {
  filter_sort?: FollowOrder;
  filter_time?: FollowTime;
  /** Counts only where the parameter `type` is left out. */
  type?: FollowedType;
}

/** A member who is followed or follows. */
export interface FollowUser extends MemberAnswer {
  /** 1 follows; 2 waits for approval. */
  readonly status: number;
  /** Since when, Unix seconds. */
  readonly dateline: number;
}

export interface FollowerPage {
  /** In the list's order. */
  readonly users: ListById<FollowUser>;
  readonly paginationInfo: Paging;
}

export interface FollowingPage extends FollowerPage {
  /** Topics and channels in the list's order. */
  readonly nodes: ListById<FullContent>;
}

/** A page of new content with those who wrote it. */
export interface FollowedContent extends FollowStream {
  /** The authors. */
  readonly users: ListById<MemberAnswer>;
}

/** The followers of a topic or channel. */
export interface ContentFollowers extends FollowerPage {
  readonly totalcount: number;
}

/** A page of new content. It has no total: that would cost more than the page. */
export interface FollowStream {
  readonly nodes: ListById<FullContent>;
  readonly currentpage: number;
  readonly perpage: number;
}

const USUAL_PAGE = 100;
const DAY = 86_400;
const times = {
  time_all: 0,
  time_today: DAY,
  time_lastweek: 7 * DAY,
  time_lastmonth: 30 * DAY,
} as const;
type FollowTime = keyof typeof times;

/** A type of follow, or all of them. */
export type FollowedType = FollowType | 'follow_all' | 'follow_all_activity';

/** What a member follows. */
export async function followingPage(
  ctx: Context,
  userid: number,
  types: readonly FollowType[],
  contenttypeids: readonly number[],
  options: FollowOptions,
): Promise<FollowingPage> {
  const { db, permissions } = ctx;
  const list: FollowedList = {
    userid,
    types,
    statuses: statusesFor(ctx, userid),
    order: options.filter_sort ?? 'all',
    since: sinceOf(ctx, options.filter_time),
    contenttypeids,
    visible: listableWithChannels(permissions),
  };
  const place = placeOfPage(ctx, options, USUAL_PAGE);
  const rows = await listFollowed(db, list, place.offset, place.perpage);
  const total = await countFollowed(db, list);
  const nodeids = rows.filter((row) => row.type !== 'follow_members').map((row) => row.itemid);
  return {
    users: await usersOf(
      ctx,
      rows.filter((row) => row.type === 'follow_members'),
    ),
    nodes: await contentList(ctx, nodeids),
    paginationInfo: paging(place, total),
  };
}

/** Who follows something. */
export async function followerPage(
  ctx: Context,
  { type, itemid }: Pick<FollowerList, 'type' | 'itemid'>,
  options: FollowOptions,
): Promise<FollowerPage> {
  const { db } = ctx;
  const statuses = statusesFor(ctx, type === 'follow_members' ? itemid : 0);
  const list = { type, itemid, statuses, order: options.filter_sort ?? 'all' };
  const place = placeOfPage(ctx, options, USUAL_PAGE);
  const rows = await listFollowers(db, list, place.offset, place.perpage);
  return {
    users: await usersOf(ctx, rows),
    paginationInfo: paging(place, await countFollowers(db, list)),
  };
}

/** What is new there. */
export async function streamPage(
  ctx: Context,
  userid: number,
  of: Stream['of'],
  options: FollowOptions,
  contenttypeids: readonly number[] = [],
): Promise<FollowStream> {
  const { offset, perpage, page } = placeOfPage(ctx, options, USUAL_PAGE);
  const since = sinceOf(ctx, options.filter_time ?? 'time_lastmonth');
  const visible = listableAnywhere(ctx.permissions);
  const stream = visible && { userid, of, since, visible, contenttypeids };
  const nodeids = stream ? await listStream(ctx.db, stream, offset, perpage) : [];
  return { nodes: await contentList(ctx, nodeids), currentpage: page, perpage };
}

/** The authors of contents. */
export async function authorsOf(
  ctx: Context,
  contents: Iterable<FullContent>,
): Promise<ListById<MemberAnswer>> {
  const userids = [...new Set([...contents].map(({ userid }) => userid))];
  const members = await findMembers(ctx.db, userids);
  return new ListById(
    userids.flatMap((userid) => {
      const member = members.get(userid);
      return member ? [[userid, memberAnswer(member, ctx.links)] as const] : [];
    }),
  );
}

/** The caller himself, or for administrators anybody. */
export function whose(ctx: Context, userid: number | false): number {
  requireMember(ctx);
  const { user, permissions } = ctx;
  if (userid === false || userid === 0 || userid === user.userid) return user.userid;
  if (!permissions.isAdministrator) throw refusal(ctx);
  return userid;
}

/** Whom the caller follows is for all to see; what he reads is his own. */
export function typesFor(ctx: Context, userid: number, type: FollowedType): readonly FollowType[] {
  const types = type === 'follow_all' || type === 'follow_all_activity' ? followTypes : [type];
  return isOwn(ctx, userid) ? types : types.filter((one) => one === 'follow_members');
}

export function contentTypeIds(ctx: Context, names: readonly string[]): readonly number[] {
  const { contentTypes } = ctx.board;
  return names.map((given) => {
    const name = given.replace(/^vB(Forum)?_/, '');
    const id = Object.hasOwn(contentTypes, name) ? contentTypes[name as ContentType] : undefined;
    if (id === undefined)
      throw new ApiError('invalid_parameter', 'contenttypeclass', 'no such content type');
    return id;
  });
}

function isOwn(ctx: Context, userid: number): boolean {
  return userid === ctx.user.userid || ctx.permissions.isAdministrator;
}

function statusesFor(ctx: Context, userid: number): number[] {
  const { yes, pending } = followStatus;
  return isOwn(ctx, userid) ? [yes, pending] : [yes];
}

async function usersOf(ctx: Context, rows: readonly FollowRow[]): Promise<ListById<FollowUser>> {
  const members = await findMembers(
    ctx.db,
    rows.map((row) => row.itemid),
  );
  const users = rows.flatMap(({ itemid, status, dateline }) => {
    const member = members.get(itemid);
    return member ? [{ ...memberAnswer(member, ctx.links), status, dateline }] : [];
  });
  return ListById.of(users, ({ userid }) => userid);
}

function sinceOf(ctx: Context, filter: FollowTime = 'time_all'): number {
  const seconds = times[filter];
  return seconds === 0 ? 0 : ctx.now - seconds;
}

/** @throws ApiError `invalid_user_specified` when there is no such member */
export async function knownMember(ctx: Context, userid: number | false): Promise<number> {
  if (userid === false || userid === 0) return whose(ctx, false);
  if ((await findUser(ctx.db, userid)) === undefined) throw new ApiError('invalid_user_specified');
  return userid;
}

/** What says where a node stands. */
export type Place = Pick<FoundNode, 'nodeid' | 'starter' | 'contenttypeid'>;

/** What is followed where a node is meant: its topic, or the channel itself. */
export function placeOf(node: Place): number {
  return node.starter === 0 ? node.nodeid : node.starter;
}
