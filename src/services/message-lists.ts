import { ApiError } from '../errors.ts';
import {
  countConversations,
  findHeads,
  listConversations,
  type MessageList,
} from '../library/message-list.ts';
import { systemFolders } from '../library/message-folder.ts';
import { listParticipants } from '../library/privatemessage.ts';
import type { Struct, Uint } from '../protocol/types.ts';
import { MessageFolders } from './message-folders.ts';
import { messageSummary, type MessageSummary, othersIn } from './message-shape.ts';
import {
  type NotificationAnswer,
  notificationPage,
  type NotificationQuery,
} from './notification-list.ts';

/** Which messages, and how many of them. */
export interface MessageListData {
  /** `DESC`, the newest first, or `ASC`. */
  sortDir?: string;
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

/** Conversations by the nodeid of their first message, in the list's order. */
export type MessageMap = ReadonlyMap<number, MessageSummary>;

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
  readonly messages: MessageMap;
  readonly requests: MessageMap;
}

const PER_PAGE = 50;
const PREVIEWED = 5;

const directions: ReadonlyMap<string, boolean> = new Map([
  ['', false],
  ['DESC', false],
  ['ASC', true],
]);

/** Lists of private messages, page by page. */
export abstract class MessageLists extends MessageFolders {
  /**
   * Lists the conversations of a folder by their newest message there. What the caller wrote himself lies in
   * `sent_items`, so a conversation may be in several folders.
   * @returns the conversations by the nodeid of their first message
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder
   * @throws invalid_parameter when `data[sortDir]` is not known
   * @readonly
   * @example data[folderid]=1&data[pageNum]=1
   */
  async listMessages(data: MessageListData = {}): Promise<MessageMap> {
    return this.#page(data.folderid ?? systemFolders.messages, data);
  }

  /**
   * Lists what others ask of the caller, as listMessages does; `data[folderid]` has no meaning.
   * @returns the requests by nodeid, with `about` and `aboutid`
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when `data[sortDir]` is not known
   * @readonly
   * @example data[pageNum]=1
   */
  async listRequests(data: MessageListData = {}): Promise<MessageMap> {
    return this.#page(systemFolders.requests, data);
  }

  /**
   * Lists the caller's notifications: see notification.fetchNotificationsForCurrentUser.
   * @returns them by id, in the list's order
   * @throws not_logged_no_permission for a guest
   * @throws invalid_parameter when a choice is not known
   * @readonly
   * @example data[perpage]=10
   */
  async listNotifications(
    data: NotificationQuery = {},
  ): Promise<ReadonlyMap<number, NotificationAnswer>> {
    this.requireMember();
    const rows = await notificationPage(this.ctx, data, this.ctx.user.userid);
    return new Map(rows.map((row) => [row.notificationid, row]));
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
    };
  }

  /**
   * Counts what listMessages lists, and its pages.
   * @param about only requests of this kind, such as `member_to`
   * @param filterParams taken for compatibility
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

  async #page(folderid: number, data: MessageListData): Promise<MessageMap> {
    const oldestFirst = directions.get(data.sortDir?.toUpperCase() ?? '');
    if (oldestFirst === undefined) {
      throw new ApiError('invalid_parameter', 'data[sortDir]', 'ASC or DESC is due');
    }
    const showdeleted = data.showdeleted === true;
    const list = await this.#list(folderid, { oldestFirst, showdeleted });
    const limit = this.#limit(data.perpage ?? PER_PAGE);
    const offset = (Math.max(data.pageNum ?? 1, 1) - 1) * limit;
    return this.#summaries(list, offset, limit, data.ignoreRecipients !== true);
  }

  async #list(folderid: number, wanted: Partial<MessageList>): Promise<MessageList> {
    const { userid } = this.ctx.user;
    await this.folder(folderid);
    return { userid, folderid, showdeleted: false, about: '', oldestFirst: false, ...wanted };
  }

  async #summaries(
    list: MessageList,
    offset: number,
    limit: number,
    withRecipients: boolean,
  ): Promise<MessageMap> {
    const { db, user } = this.ctx;
    const listed = await listConversations(db, list, offset, limit);
    const starters = listed.map(({ starter }) => starter);
    const heads = await findHeads(db, [...starters, ...listed.map(({ newest }) => newest)]);
    const participants = withRecipients ? await listParticipants(db, starters) : undefined;
    const summaries = listed.flatMap((one) => {
      const others = participants && othersIn(participants, one.starter, user.userid);
      return messageSummary(one, heads, list.folderid, others) ?? [];
    });
    return new Map(summaries.map((summary) => [summary.nodeid, summary]));
  }

  #limit(perpage: number): number {
    return Math.min(Math.max(perpage, 1), this.ctx.board.options.maxperpage);
  }
}
