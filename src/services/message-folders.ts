import { ApiError } from '../errors.ts';
import {
  countUnread,
  deleteFolder,
  findFolder,
  findFolderByTitle,
  insertFolder,
  listFolders,
  lockFolder,
  type MessageFolder,
  systemFolders,
  updateFolder,
} from '../library/message-folder.ts';
import { lockPoster } from '../library/poster.ts';
import { countReports, visibleReports } from '../library/report.ts';
import type { Uint } from '../protocol/types.ts';
import { ContentService } from './content.ts';
import { type FolderInfo, folderInfo } from './message-shape.ts';

/** A folder and how many unread messages it holds. */
export interface FolderSummary {
  readonly folderId: number;
  readonly title: string;
  /** The fixed name of a folder that every member has; empty for an own one. */
  readonly titlephrase: string;
  /** Unread messages. */
  readonly quantity: number;
}

/** One badge. */
export interface HeaderCount {
  readonly titlephrase: string;
  /** Unread messages. */
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

/** The folders whose unread messages are badges. */
const badges = ['messages', 'requests', 'your_notifications'] as const;

const LONGEST_TITLE = 100;

/** The folders that a member's private messages lie in. */
export abstract class MessageFolders extends ContentService {
  /**
   * Tells of each folder how many unread messages it holds: those that every member has first, then the own ones by
   * title. Messages in the trash count nowhere.
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async fetchSummary(): Promise<FolderSummary[]> {
    this.requireMember();
    const { db, user } = this.ctx;
    const unread = await countUnread(db, user.userid);
    return (await listFolders(db, user.userid)).map(({ folderid, title, titlephrase }) => ({
      folderId: folderid,
      title,
      titlephrase,
      quantity: unread.get(folderid) ?? 0,
    }));
  }

  /**
   * The numbers of unread messages for badges. They count messages, not conversations.
   * @returns `details` by folder: `messages`, `requests`, `your_notifications`; open `reports` for moderators
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async getHeaderCounts(): Promise<HeaderCounts> {
    this.requireMember();
    const unread = await countUnread(this.ctx.db, this.ctx.user.userid);
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

  /**
   * Lists the caller's folders.
   * @param suppress names such as `trash`, or ids, of folders to leave out
   * @returns titles by folderid
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async listFolders(suppress: string[] = []): Promise<ReadonlyMap<number, string>> {
    this.requireMember();
    const left = new Set(suppress);
    const folders = (await listFolders(this.ctx.db, this.ctx.user.userid)).filter(
      ({ folderid, titlephrase }) => !left.has(String(folderid)) && !left.has(titlephrase || '-'),
    );
    return new Map(folders.map(({ folderid, title }) => [folderid, title]));
  }

  /**
   * Lists the caller's folders with what is known of each.
   * @param userid the caller, or 0: nobody reads another's folders
   * @throws not_logged_no_permission for a guest
   * @throws no_permission for another member
   * @readonly
   * @example userid=0
   */
  async fetchFolders(userid: Uint): Promise<FolderInfo[]> {
    this.requireMember();
    const { db, user } = this.ctx;
    if (userid !== 0 && userid !== user.userid) throw this.refusal();
    return (await listFolders(db, user.userid)).map(folderInfo);
  }

  /**
   * Reads one of the caller's folders.
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder
   * @readonly
   * @example folderid=1
   */
  async getFolderInfoFromId(folderid: Uint): Promise<FolderInfo> {
    return folderInfo(await this.folder(folderid));
  }

  /**
   * The folder that deleted messages lie in: the trash.
   * @returns its folderid
   * @throws not_logged_no_permission for a guest
   * @readonly
   */
  async getDeletedItemsFolderId(): Promise<Uint> {
    this.requireMember();
    return systemFolders.trash;
  }

  /**
   * Makes a folder.
   * @param folderName 1 to 100 characters; no other folder of the caller has it, in whatever case
   * @returns the new folderid
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the title cannot be used
   * @throws pmfoldertaken when the caller has such a folder
   * @throws pmtoomanyfolders past the option `pmmaxfolders`
   * @example folderName=Travel
   */
  async createMessageFolder(folderName: string): Promise<Uint> {
    this.requireMember();
    const { board, db, user } = this.ctx;
    const title = folderTitle(folderName);
    await lockPoster(db, user.userid);
    await this.#refuseTaken(title, 0);
    const most = board.options.pmmaxfolders;
    const own = (await listFolders(db, user.userid)).filter((folder) => folder.userid !== 0);
    if (own.length >= most) throw new ApiError('pmtoomanyfolders', most);
    return insertFolder(db, user.userid, title);
  }

  /**
   * Gives one of the caller's own folders another title.
   * @param folderName as for createMessageFolder
   * @returns the folder as it is now
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder of his own, or the title cannot be used
   * @throws pmfoldertaken when another folder of the caller has the title
   * @example folderName=Trips&folderid=10
   */
  async updateFolderTitle(folderName: string, folderid: Uint): Promise<FolderInfo> {
    this.requireMember();
    const { db, user } = this.ctx;
    const title = folderTitle(folderName);
    await lockPoster(db, user.userid);
    const folder = await this.ownFolder(folderid);
    await this.#refuseTaken(title, folderid);
    await updateFolder(db, folderid, title);
    return folderInfo({ ...folder, title });
  }

  /**
   * Deletes one of the caller's own folders. Its messages go to the trash.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder of his own
   * @example folderid=10
   */
  async deleteFolder(folderid: Uint): Promise<boolean> {
    this.requireMember();
    await this.ownFolder(folderid);
    await deleteFolder(this.ctx.db, this.ctx.user.userid, folderid);
    return true;
  }

  /** A folder that the caller sees. */
  protected async folder(folderid: number): Promise<MessageFolder> {
    this.requireMember();
    const folder = await findFolder(this.ctx.db, this.ctx.user.userid, folderid);
    if (folder === undefined) throw new ApiError('invalid_data', 'folderid');
    return folder;
  }

  /** A folder of the caller's own, held until the call ends. */
  protected async ownFolder(folderid: number): Promise<MessageFolder> {
    const folder = await lockFolder(this.ctx.db, this.ctx.user.userid, folderid);
    if (folder === undefined) throw new ApiError('invalid_data', 'folderid');
    return folder;
  }

  async #refuseTaken(title: string, folderid: number): Promise<void> {
    const taken = await findFolderByTitle(this.ctx.db, this.ctx.user.userid, title);
    if (taken && taken.folderid !== folderid) throw new ApiError('pmfoldertaken', taken.title);
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

/** Characters that cannot be seen or turn the direction of the text. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

function folderTitle(name: string): string {
  const title = name.replace(/\s+/g, ' ').trim().normalize('NFC');
  if (title === '' || Array.from(title).length > LONGEST_TITLE || unseen.test(title)) {
    throw new ApiError('invalid_data', 'folderName');
  }
  return title;
}
