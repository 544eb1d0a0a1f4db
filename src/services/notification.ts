import { ApiError } from '../errors.ts';
import { muteTopic, unmuteTopic } from '../library/social/follow.ts';
import {
  countNotifications,
  deleteNotifications,
  markNotificationsRead,
  type OwnNotifications,
} from '../library/social/notification.ts';
import { listableAnywhere } from '../library/node/visible.ts';
import { ListById } from '../protocol/list-by-id.ts';
import type { Uint } from '../protocol/types.ts';
import {
  notificationFilter,
  notificationPage,
  type NotificationQuery,
} from '../rules/reading/notifications.ts';
import type { NotificationAnswer } from '../shapes/notification.ts';
import { Service } from './service.ts';
import { capped } from '../rules/reading/paging.ts';
import { isChannel } from '../rules/reading/sight.ts';

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

/** Beyond this nobody counts. */
const MOST_COUNTED = 1_000;

/**
 * What a member is told of. Of what has been hidden from him since he is told nothing, and it counts nowhere. He is
 * told of a node once: as who was mentioned, quoted or answered, else as a subscriber.
 */
export class NotificationService extends Service {
  /**
   * Lists the caller's notifications.
   * @returns them in the list's order
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example data[perpage]=10
   */
  async fetchNotificationsForCurrentUser(
    data: NotificationQuery = {},
  ): Promise<ListById<NotificationAnswer>> {
    this.requireMember();
    const rows = await notificationPage(this.ctx, data, this.ctx.user.userid);
    return ListById.of(rows, (row) => row.notificationid);
  }

  /**
   * Counts the caller's unread notifications. Ours: vBulletin counts them elsewhere.
   * @returns at most 1000
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async fetchUnreadCount(): Promise<Uint> {
    this.requireMember();
    return countNotifications(
      this.ctx.db,
      notificationFilter(this.ctx, {}, this.ctx.user.userid),
      MOST_COUNTED,
    );
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
    const read = { ...own, ids: capped(this.ctx, readIds, 'ids') };
    const shown = capped(this.ctx, idsOnPage, 'ids');
    const affected_rows = await markNotificationsRead(this.ctx.db, read, this.ctx.now);
    if (skipFetch) return { affected_rows, info: 'fetch_skipped', lastsenttime: 0 };
    const except = [...new Set([...readIds, ...shown])];
    const one = { ...filterParams, page: 1, perpage: 1 };
    const [next] = await notificationPage(this.ctx, one, own.recipient, except);
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
    const own = { ...this.#own(userid), ids: capped(this.ctx, notificationids, 'ids') };
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
    if (isChannel(this.ctx, node)) throw new ApiError('invalid_node_id', sentbynodeid);
    const { db, now, user } = this.ctx;
    return { success: true, undoid: await muteTopic(db, user.userid, node.starter, now) };
  }

  /**
   * Undoes unsubscribeFromNotification: the topic is followed again if it was before.
   * @param undoid from unsubscribeFromNotification
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when there is nothing of the caller's to undo
   * @example undoid=2
   */
  async undoUnsubscribe(undoid: Uint): Promise<boolean> {
    this.requireMember();
    const undone = await unmuteTopic(this.ctx.db, this.ctx.user.userid, undoid);
    if (!undone)
      throw new ApiError('invalid_data', `undoid: you have nothing to undo with the id ${undoid}`);
    return true;
  }

  #own(userid: number | false): OwnNotifications {
    this.requireMember();
    const { user, permissions } = this.ctx;
    const recipient = userid === false || userid === 0 ? user.userid : userid;
    if (recipient !== user.userid && !permissions.isAdministrator) throw this.refusal();
    return { recipient, visible: listableAnywhere(permissions) };
  }
}
