import type { Context } from '../context.ts';
import { ApiError } from '../errors.ts';
import {
  listNotifications,
  type NotificationFilter,
  type NotificationRow,
  type NotificationType,
  notificationTypes,
} from '../library/notification.ts';
import { listableAnywhere } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import type { Links } from '../storage/links.ts';

/** Which notifications, and in which order. */
export interface NotificationQuery {
  /** `desc`, the newest first, or `asc`. */
  sortDir?: string;
  /** 20 when left out; at most the option `maxperpage`. */
  perpage?: Uint;
  page?: Uint;
  /** Adds `previewtext`. */
  showdetail?: boolean;
  /** A category: `content`, `nodeaction`, `pollvote`, `userrelation` or `visitormessage`; `all` or empty for all. */
  about?: string;
  /** One type, such as `reply`; empty for all. */
  typename?: string;
  /** `unread_only` (when left out), `read_only` or `*`. */
  readFilter?: string;
}

/** One thing that the member is told of. */
export interface NotificationAnswer {
  readonly notificationid: number;
  readonly categoryname: string;
  readonly typename: string;
  /** Who did it; 0 for a guest. For likes the last of them. */
  readonly sender: number;
  readonly sender_username: string;
  readonly sender_displayname: string;
  readonly sender_avatarpath: string;
  /** The node it is about; 0 when it is about a member. */
  readonly sentbynodeid: number;
  /** Unix seconds. */
  readonly lastsenttime: number;
  /** Unix seconds; 0 while it is unread. */
  readonly lastreadtime: number;
  readonly title?: string;
  readonly channelid?: number;
  readonly aboutstarterid?: number;
  readonly aboutstartertitle?: string;
  readonly previewtext?: string;
  /** Always 0: each post has a notification of its own. */
  readonly otherParticipantsCount?: number;
  /** Of category `nodeaction`: likes of the node, when the last came, and how many others like it. */
  readonly votes?: number;
  readonly lastvote?: number;
  readonly otherVotersCount?: number;
}

const USUAL_PAGE = 20;

const readFilters: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', true],
  ['unread_only', true],
  ['read_only', false],
  ['*', undefined],
]);

/** One page of what somebody is told of, as far as the caller sees it. */
export async function notificationPage(
  ctx: Context,
  query: NotificationQuery,
  recipient: number,
  except: readonly number[] = [],
): Promise<NotificationAnswer[]> {
  const { perpage = 0, page = 1, sortDir = '' } = query;
  const most = ctx.board.options.maxperpage;
  const limit = Math.min(perpage === 0 ? USUAL_PAGE : perpage, most);
  const rows = await listNotifications(ctx.db, notificationFilter(ctx, query, recipient, except), {
    descending: isDescending(sortDir),
    offset: (Math.max(page, 1) - 1) * limit,
    limit,
  });
  return rows.map((row) => answerOf(row, query.showdetail === true, ctx.links));
}

/** The filter that a query stands for. */
export function notificationFilter(
  ctx: Context,
  { about = '', typename = '', readFilter = '' }: NotificationQuery,
  recipient: number,
  except: readonly number[] = [],
): NotificationFilter {
  if (!readFilters.has(readFilter)) throw unknown('readFilter', [...readFilters.keys()].slice(1));
  return {
    recipient,
    visible: listableAnywhere(ctx.permissions),
    types: typesOf(about, typename),
    unread: readFilters.get(readFilter),
    except,
  };
}

const allTypes = Object.keys(notificationTypes) as NotificationType[];
const categories = [...new Set<string>(Object.values(notificationTypes))];

function typesOf(about: string, typename: string): readonly NotificationType[] {
  if (about !== '' && about !== 'all' && !categories.includes(about))
    throw unknown('about', ['all', ...categories]);
  if (typename !== '' && !allTypes.some((type) => type === typename))
    throw unknown('typename', allTypes);
  const inCategory = (type: NotificationType): boolean =>
    about === '' || about === 'all' || notificationTypes[type] === about;
  const types = allTypes.filter(
    (type) => inCategory(type) && (typename === '' || type === typename),
  );
  if (types.length === 0)
    throw new ApiError('invalid_parameter', 'typename', 'it is not of that category');
  return types;
}

function isDescending(direction: string): boolean {
  const lower = direction.toLowerCase();
  if (!['', 'asc', 'desc'].includes(lower)) throw unknown('sortDir', ['asc', 'desc']);
  return lower !== 'asc';
}

function unknown(name: string, choices: readonly string[]): ApiError {
  return new ApiError('invalid_parameter', name, `one of ${choices.join(', ')} is due`);
}

function answerOf(row: NotificationRow, showdetail: boolean, links: Links): NotificationAnswer {
  const name = row.sender_username ?? row.authorname ?? '';
  return {
    notificationid: row.notificationid,
    categoryname: notificationTypes[row.type],
    typename: row.type,
    sender: row.sender,
    sender_username: name,
    sender_displayname: row.sender_displayname ?? name,
    sender_avatarpath: links.avatar({
      avatarid: row.sender_avatarid,
      avatarfiledataid: row.sender_avatarfiledataid,
    }),
    sentbynodeid: row.sentbynodeid,
    lastsenttime: row.lastsenttime,
    lastreadtime: row.lastreadtime,
    ...aboutNode(row),
    ...(showdetail && { previewtext: row.previewtext ?? '' }),
  };
}

function aboutNode(row: NotificationRow): Partial<NotificationAnswer> {
  if (row.sentbynodeid === 0) return {};
  const votes = row.votes ?? 0;
  return {
    title: row.title ?? '',
    channelid: row.channelid ?? 0,
    aboutstarterid: row.starter ?? 0,
    aboutstartertitle: row.startertitle ?? '',
    ...(row.type === 'rate'
      ? { votes, lastvote: row.lastsenttime, otherVotersCount: Math.max(votes - 1, 0) }
      : { otherParticipantsCount: 0 }),
  };
}
