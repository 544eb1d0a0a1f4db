import {
  countConversations,
  findHeads,
  listConversations,
  type MessageList,
} from '../../../library/message/list.ts';
import { systemFolders } from '../../../library/message/folder.ts';
import { listParticipants } from '../../../library/message/privatemessage.ts';
import { ListById } from '../../../protocol/list-by-id.ts';
import type { Direction, Struct, Uint } from '../../../protocol/types.ts';
import { Service } from '../../service.ts';
import { folder } from './held.ts';
import { messageSummary, type MessageSummary, othersIn } from '../../../shapes/message.ts';
import { notificationPage, type NotificationQuery } from '../../../rules/reading/notifications.ts';
import type { NotificationAnswer } from '../../../shapes/notification.ts';

/** Which messages, and how many of them. */
export interface MessageListData {
  /** `desc`, the newest first, when left out. */
  sortDir?: Direction;
  /** From 1 on. */
  pageNum?: Uint;
  /** 50 when left out; at most the option `maxperpage`. */
  perpage?: Uint;
  /** The inbox when left out. */
  folderid?: Uint;
  /** Also what came into the trash from this folder. */
  showdeleted?: boolean;
  /** Leaves `recipients` out. */
  ignoreRecipients?: boolean;
}

/** How many pages a folder has, and which is next. */
export interface FolderPages {
  /** Conversations. */
  readonly count: number;
  readonly pages: number;
  readonly pagenum: number;
  /** False on the last page, and past it. */
  readonly nextpage: number | false;
  /** False on the first page. */
  readonly prevpage: number | false;
}

/** The newest of each kind. */
export interface MessagePreview {
  readonly messages: ListById<MessageSummary>;
  readonly requests: ListById<MessageSummary>;
  /** By id, read ones among them. */
  readonly notifications: ListById<NotificationAnswer>;
}

const PER_PAGE = 50;
const PREVIEWED = 5;

/** Lists of messages, page by page. */
export class MessageLists extends Service {
  /**
   * Lists the conversations of a folder by their newest message there. What the caller wrote himself lies in
   * `sent_items`, so a conversation may be in several folders.
   * @returns the conversations in the list's order, each by the nodeid of its first message
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder
   * @throws invalid_parameter when `data[sortDir]` is not known
   * @readonly
   * @example data[folderid]=1&data[pageNum]=1
   */
  async listMessages(data: MessageListData = {}): Promise<ListById<MessageSummary>> {
    return this.#page(data.folderid ?? systemFolders.messages, data);
  }

  /**
   * Lists what others ask of the caller, as listMessages does; `data[folderid]` has no meaning.
   * @returns the requests in the list's order, with `about` and `aboutid`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when `data[sortDir]` is not known
   * @readonly
   * @example data[pageNum]=1
   */
  async listRequests(data: MessageListData = {}): Promise<ListById<MessageSummary>> {
    return this.#page(systemFolders.requests, data);
  }

  /**
   * Lists the caller's notifications: see notification.fetchNotificationsForCurrentUser.
   * @returns them in the list's order
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example data[perpage]=10
   */
  async listNotifications(data: NotificationQuery = {}): Promise<ListById<NotificationAnswer>> {
    this.requireMember();
    const rows = await notificationPage(this.ctx, data, this.ctx.user.userid);
    return ListById.of(rows, (row) => row.notificationid);
  }

  /**
   * The five newest of each kind.
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async previewMessages(): Promise<MessagePreview> {
    const data = { perpage: PREVIEWED };
    return {
      messages: await this.#page(systemFolders.messages, data),
      requests: await this.#page(systemFolders.requests, data),
      notifications: await this.listNotifications({ ...data, readFilter: '*' }),
    };
  }

  /**
   * Counts what listMessages lists, and its pages.
   * @param about only requests of this kind, such as `member_to`
   * @param filterParams has no effect: what is listed is told by `folderid` and `about`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder
   * @readonly
   * @example folderid=1
   */
  async getFolderMsgCount(
    folderid: Uint,
    pageNum: Uint = 1,
    perpage: Uint = PER_PAGE,
    about: string | false = false,
    filterParams: Struct | false = false,
  ): Promise<FolderPages> {
    const list = await this.#list(folderid, { about: about || '' });
    const count = await countConversations(this.ctx.db, list);
    const pages = Math.ceil(count / this.#limit(perpage));
    const pagenum = Math.max(pageNum, 1);
    return {
      count,
      pages,
      pagenum,
      nextpage: pagenum < pages && pagenum + 1,
      prevpage: pagenum > 1 && Math.min(pagenum - 1, Math.max(pages, 1)),
    };
  }

  async #page(folderid: number, data: MessageListData): Promise<ListById<MessageSummary>> {
    const oldestFirst = data.sortDir === 'asc';
    const showdeleted = data.showdeleted === true;
    const list = await this.#list(folderid, { oldestFirst, showdeleted });
    const limit = this.#limit(data.perpage ?? PER_PAGE);
    const offset = (Math.max(data.pageNum ?? 1, 1) - 1) * limit;
    return this.#summaries(list, offset, limit, data.ignoreRecipients !== true);
  }

  async #list(folderid: number, wanted: Partial<MessageList>): Promise<MessageList> {
    const { userid } = this.ctx.user;
    await folder(this.ctx, folderid);
    return { userid, folderid, showdeleted: false, about: '', oldestFirst: false, ...wanted };
  }

  async #summaries(
    list: MessageList,
    offset: number,
    limit: number,
    withRecipients: boolean,
  ): Promise<ListById<MessageSummary>> {
    const { db, user } = this.ctx;
    const listed = await listConversations(db, list, offset, limit);
    const starters = listed.map(({ starter }) => starter);
    const heads = await findHeads(db, [...starters, ...listed.map(({ newest }) => newest)]);
    const participants = withRecipients ? await listParticipants(db, starters) : undefined;
    const summaries = listed.flatMap((one) => {
      const others = participants && othersIn(participants, one.starter, user.userid);
      return messageSummary(one, heads, list.folderid, others) ?? [];
    });
    return ListById.of(summaries, (summary) => summary.nodeid);
  }

  #limit(perpage: number): number {
    return Math.min(Math.max(perpage, 1), this.ctx.board.options.maxperpage);
  }
}
