import { ApiError } from '../../../errors.ts';
import {
  deleteFolder,
  findFolderByTitle,
  insertFolder,
  listFolders,
  systemFolders,
  updateFolder,
} from '../../../library/message/folder.ts';
import { lockPoster } from '../../../library/user/poster.ts';
import type { Uint } from '../../../protocol/types.ts';
import { Service } from '../../service.ts';
import { folder, ownFolder } from './held.ts';
import { type FolderInfo, folderInfo } from '../../../shapes/message.ts';

const LONGEST_TITLE = 100;

/** The folders that a member's messages lie in. */
export class MessageFolders extends Service {
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
    return folderInfo(await folder(this.ctx, folderid));
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
   * @example folderName=Trips&folderid=7
   */
  async updateFolderTitle(folderName: string, folderid: Uint): Promise<FolderInfo> {
    this.requireMember();
    const { db, user } = this.ctx;
    const title = folderTitle(folderName);
    await lockPoster(db, user.userid);
    const own = await ownFolder(this.ctx, folderid);
    await this.#refuseTaken(title, folderid);
    await updateFolder(db, folderid, title);
    return folderInfo({ ...own, title });
  }

  /**
   * Deletes one of the caller's own folders. Its messages go to the trash.
   * @returns true
   * @throws not_logged_no_permission for a guest
   * @throws invalid_data when the caller has no such folder of his own
   * @example folderid=7
   */
  async deleteFolder(folderid: Uint): Promise<boolean> {
    this.requireMember();
    await ownFolder(this.ctx, folderid);
    await deleteFolder(this.ctx.db, this.ctx.user.userid, folderid);
    return true;
  }

  async #refuseTaken(title: string, folderid: number): Promise<void> {
    const taken = await findFolderByTitle(this.ctx.db, this.ctx.user.userid, title);
    if (taken && taken.folderid !== folderid) throw new ApiError('pmfoldertaken', taken.title);
  }
}

/** Characters that cannot be seen or turn the direction of the text. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

function folderTitle(name: string): string {
  const title = name.replace(/\s+/g, ' ').trim().normalize('NFC');
  if (title === '' || Array.from(title).length > LONGEST_TITLE || unseen.test(title)) {
    throw new ApiError(
      'invalid_data',
      `folderName: it has 1 to ${LONGEST_TITLE} characters, all of them visible`,
    );
  }
  return title;
}
