import { countUnread, listFolders, systemFolders } from '../../../library/message/folder.ts';
import { countReports, visibleReports } from '../../../library/moderation/report.ts';
import type { Uint } from '../../../protocol/types.ts';
import { Service } from '../../service.ts';
import { countNotifications } from '../../../library/social/notification.ts';
import { notificationFilter } from '../../../rules/reading/notifications.ts';

/** A folder and how many unread messages it holds. */
export interface FolderSummary {
  readonly folderId: number;
  readonly title: string;
  /** The fixed name of a folder that every member has; empty for an own one. */
  readonly titlephrase: string;
  /** Unread messages; of the folder `your_notifications` unread notifications, at most 1000. */
  readonly quantity: number;
}

/** One badge. */
export interface HeaderCount {
  readonly titlephrase: string;
  readonly count: number;
  /** What to open: the folder. */
  readonly routeinfo: { readonly folderid: number };
}

/** The badges of a page's header. */
export interface HeaderCounts {
  readonly titlephrase: string;
  /** The sum of all badges. */
  readonly totalcount: number;
  /** Unread messages in the inbox. */
  readonly messages: number;
  /** The inbox. */
  readonly folderid_messages: number;
  readonly details: Readonly<Record<string, HeaderCount>>;
}

/** The folders that have badges. */
const badges = ['messages', 'requests', 'your_notifications'] as const;
/** Beyond this no notification is counted. */
const MOST_NOTIFICATIONS = 1_000;

/** Private messages: how many of them are unread. */
export class MessageCounts extends Service {
  /**
   * Tells of each folder how many unread messages it holds: those that every member has first, then the own ones by
   * title. Messages in the trash count nowhere.
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async fetchSummary(): Promise<FolderSummary[]> {
    this.requireMember();
    const { db, user } = this.ctx;
    const unread = await this.#unread();
    return (await listFolders(db, user.userid)).map(({ folderid, title, titlephrase }) => ({
      folderId: folderid,
      title,
      titlephrase,
      quantity: unread.get(folderid) ?? 0,
    }));
  }

  /**
   * The numbers for badges: of unread messages (not conversations), unread requests and unread notifications, which are
   * those of notification.fetchUnreadCount.
   * @returns `details` by folder: `messages`, `requests`, `your_notifications`; open `reports` for moderators
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async getHeaderCounts(): Promise<HeaderCounts> {
    this.requireMember();
    const unread = await this.#unread();
    const reports = await this.#reportCount();
    const counts = [...badges.map((name) => headerCount(name, unread)), ...reports];
    return {
      titlephrase: 'messages_header',
      totalcount: counts.reduce((total, { count }) => total + count, 0),
      messages: unread.get(systemFolders.messages) ?? 0,
      folderid_messages: systemFolders.messages,
      details: Object.fromEntries(counts.map((count) => [count.titlephrase, count])),
    };
  }

  /**
   * Counts the open reports that the caller may see: see content_report.
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for a member who moderates nowhere
   * @readonly
   * @as mod
   */
  async getOpenReportsCount(): Promise<Uint> {
    this.requireMember();
    const [reports] = await this.#reportCount();
    if (reports === undefined) throw this.refusal();
    return reports.count;
  }

  /**
   * Counts the unread messages in the inbox, the folder `messages`.
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async getUnreadInboxCount(): Promise<Uint> {
    this.requireMember();
    const unread = await countUnread(this.ctx.db, this.ctx.user.userid);
    return unread.get(systemFolders.messages) ?? 0;
  }

  /** How much is unread by folder: messages, and in the place of notifications those of the class notification. */
  async #unread(): Promise<ReadonlyMap<number, number>> {
    const { db, user } = this.ctx;
    const messages = await countUnread(db, user.userid);
    const told = notificationFilter(this.ctx, {}, user.userid);
    const notifications = await countNotifications(db, told, MOST_NOTIFICATIONS);
    return new Map([...messages, [systemFolders.your_notifications, notifications]]);
  }

  /** The badge of open reports; none for who moderates nowhere. */
  async #reportCount(): Promise<HeaderCount[]> {
    const visible = visibleReports(this.ctx.permissions);
    if (visible === undefined) return [];
    const count = await countReports(this.ctx.db, { visible, closed: 0, reportnodeid: 0 });
    return [{ titlephrase: 'reports', count, routeinfo: { folderid: 0 } }];
  }
}

function headerCount(
  titlephrase: (typeof badges)[number],
  unread: ReadonlyMap<number, number>,
): HeaderCount {
  const folderid = systemFolders[titlephrase];
  return { titlephrase, count: unread.get(folderid) ?? 0, routeinfo: { folderid } };
}
