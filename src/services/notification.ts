import { ApiError } from '../errors.ts';
import { muteTopic, unmuteTopic } from '../library/follow.ts';
import {
  countNotifications,
  deleteNotifications,
  listNotifications,
  markNotificationsRead,
  type NotificationFilter,
  type NotificationRow,
  type NotificationType,
  notificationTypes,
  type OwnNotifications,
} from '../library/notification.ts';
import { listableAnywhere } from '../library/visible.ts';
import type { Uint } from '../protocol/types.ts';
import type { Links } from '../storage/links.ts';
import { Service } from './service.ts';

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

/** What a dismissal has done. */
export interface Dismissal {
  /** What takes the dismissed one's place on the page. */
  readonly insertNotification?: NotificationAnswer;
  readonly affected_rows: number;
  /** '' for a page with something on it, `fetch_skipped`, or `page_empty`. */
  readonly info: string;
  /** Of `insertNotification`; else 0. */
  readonly lastsenttime: number;
}

export interface AffectedRows {
  readonly affected_rows: number;
}

/** How to undo an unsubscription. */
export interface Unsubscription {
  readonly success: boolean;
  /** For `notification.undoUnsubscribe`. */
  readonly undoid: number;
}

const USUAL_PAGE = 20;
/** Beyond this nobody counts. */
const MOST_COUNTED = 1_000;

const readFilters: ReadonlyMap<string, boolean | undefined> = new Map([
  ['', true],
  ['unread_only', true],
  ['read_only', false],
  ['*', undefined],
]);

/**
 * What a member is told of. Of what has been hidden from him since he is told nothing, and it counts nowhere. He is
 * told of a node once: as who was mentioned, quoted or answered, else as a subscriber.
 */
export class NotificationService extends Service {
  /**
   * Lists the caller's notifications.
   * @returns them by id, in the list's order
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example data[perpage]=10
   */
  async fetchNotificationsForCurrentUser(
    data: NotificationQuery = {},
  ): Promise<ReadonlyMap<number, NotificationAnswer>> {
    this.requireMember();
    const rows = await this.#list(data, []);
    return new Map(rows.map((row) => [row.notificationid, row]));
  }

  /**
   * Counts the caller's unread notifications. Ours: vBulletin counts them elsewhere.
   * @returns at most 1000
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async fetchUnreadCount(): Promise<Uint> {
    this.requireMember();
    return countNotifications(this.ctx.db, this.#filter({}, []), MOST_COUNTED);
  }

  /**
   * Marks notifications as read.
   * @param readIds ids, as a list or separated by commas; those of others are left alone
   * @param idsOnPage what the client shows, so that it is not sent again
   * @param filterParams how the client's page is filtered
   * @param skipFetch asks for nothing to fill the page up with
   * @param userid others than the caller only for administrators
   * @returns how many were unread, and the next notification that belongs on the page
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the notifications are not the caller's
   * @throws invalid_data when there are too many ids
   * @throws invalid_parameter when a choice is not known
   * @example readIds=1&skipFetch=1
   */
  async dismissNotification(
    readIds: Uint[],
    idsOnPage: Uint[] = [],
    filterParams: NotificationQuery = {},
    skipFetch = false,
    userid: Uint | false = false,
  ): Promise<Dismissal> {
    const own = this.#own(userid);
    const read = { ...own, ids: this.#capped(readIds) };
    const shown = this.#capped(idsOnPage);
    const affected_rows = await markNotificationsRead(this.ctx.db, read, this.ctx.now);
    if (skipFetch) return { affected_rows, info: 'fetch_skipped', lastsenttime: 0 };
    const except = [...new Set([...readIds, ...shown])];
    const one = { ...filterParams, page: 1, perpage: 1 };
    const [next] = await this.#list(one, except, own.recipient);
    const left = shown.some((id) => !readIds.includes(id));
    return {
      ...(next && { insertNotification: next }),
      affected_rows,
      info: next === undefined && !left ? 'page_empty' : '',
      lastsenttime: next?.lastsenttime ?? 0,
    };
  }

  /**
   * Marks all notifications as read.
   * @param userid others than the caller only for administrators
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the notifications are not the caller's
   */
  async dismissAllNotifications(userid: Uint | false = false): Promise<AffectedRows> {
    const own = this.#own(userid);
    return { affected_rows: await markNotificationsRead(this.ctx.db, own, this.ctx.now) };
  }

  /**
   * Deletes notifications.
   * @param notificationids ids, as a list or separated by commas; those of others are left alone
   * @param userid others than the caller only for administrators
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the notifications are not the caller's
   * @throws invalid_data when there are too many ids
   * @example notificationids=1
   */
  async deleteNotification(
    notificationids: Uint[],
    userid: Uint | false = false,
  ): Promise<AffectedRows> {
    const own = { ...this.#own(userid), ids: this.#capped(notificationids) };
    return { affected_rows: await deleteNotifications(this.ctx.db, own) };
  }

  /**
   * Asks not to be told of new replies and comments in the topic of a node any more, whether the caller follows it or
   * wrote in it. Of mentions and quotes he is still told.
   * @param sentbynodeid the node that a notification was about
   * @returns an id to undo it with
   * @throws not_logged_no_permission for a guest
   * @throws invalid_node_id when there is no such node for the caller, or it is a channel
   * @example sentbynodeid=27
   */
  async unsubscribeFromNotification(sentbynodeid: Uint): Promise<Unsubscription> {
    this.requireMember();
    const node = await this.viewable(sentbynodeid);
    if (this.isChannel(node)) throw new ApiError('invalid_node_id', sentbynodeid);
    const { db, now, user } = this.ctx;
    return { success: true, undoid: await muteTopic(db, user.userid, node.starter, now) };
  }

  /**
   * Undoes unsubscribeFromNotification: the topic is followed again if it was before.
   * @param undoid from unsubscribeFromNotification
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is nothing of the caller's to undo
   * @example undoid=1
   */
  async undoUnsubscribe(undoid: Uint): Promise<boolean> {
    this.requireMember();
    const undone = await unmuteTopic(this.ctx.db, this.ctx.user.userid, undoid);
    if (!undone) throw new ApiError('invalid_data', 'undoid');
    return true;
  }

  async #list(
    query: NotificationQuery,
    except: readonly number[],
    recipient = this.ctx.user.userid,
  ): Promise<NotificationAnswer[]> {
    const { perpage = 0, page = 1, sortDir = '' } = query;
    const most = this.ctx.board.options.maxperpage;
    const limit = Math.min(perpage === 0 ? USUAL_PAGE : perpage, most);
    const rows = await listNotifications(this.ctx.db, this.#filter(query, except, recipient), {
      descending: isDescending(sortDir),
      offset: (Math.max(page, 1) - 1) * limit,
      limit,
    });
    return rows.map((row) => answerOf(row, query.showdetail === true, this.ctx.links));
  }

  #filter(
    { about = '', typename = '', readFilter = '' }: NotificationQuery,
    except: readonly number[],
    recipient = this.ctx.user.userid,
  ): NotificationFilter {
    if (!readFilters.has(readFilter)) throw unknown('readFilter', [...readFilters.keys()].slice(1));
    return {
      recipient,
      visible: listableAnywhere(this.ctx.permissions),
      types: typesOf(about, typename),
      unread: readFilters.get(readFilter),
      except,
    };
  }

  #own(userid: number | false): OwnNotifications {
    this.requireMember();
    const { user, permissions } = this.ctx;
    const recipient = userid === false || userid === 0 ? user.userid : userid;
    if (recipient !== user.userid && !permissions.isAdministrator) throw this.refusal();
    return { recipient, visible: listableAnywhere(permissions) };
  }

  #capped(ids: readonly number[]): readonly number[] {
    const most = this.ctx.board.options.maxperpage;
    if (ids.length > most) throw new ApiError('invalid_data', `at most ${most} at once`);
    return ids;
  }
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
