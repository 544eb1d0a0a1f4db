import { ApiError } from '../errors.ts';
import { findFiledatas } from '../library/filedata.ts';
import type { Uint } from '../protocol/types.ts';
import { type Attachment, type FileInfo, fileInfo } from './attachment-shape.ts';
import { FileService } from './file-service.ts';

/** Uploads by their ids. */
export type FileMap = ReadonlyMap<number, FileInfo>;

/** Uploads, wherever they are shown. The bytes are fetched from the URL in the answer. */
export class FiledataService extends FileService {
  /**
   * Reads an upload that the caller may get, his own, an avatar or one attached to a post that he may read, and where
   * the file, or a picture in another size, can be fetched. The file itself is never in the answer.
   * @param type `full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one
   * @param includeData taken for compatibility: fetch `url`
   * @param attachmentnodeid an attachment of it; 0 for any
   * @throws invalid_filedata_id when there is no such upload for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example id=1
   */
  async fetchImageByFiledataid(
    id: Uint,
    type = 'full',
    includeData = true,
    attachmentnodeid: Uint = 0,
  ): Promise<FileInfo> {
    return this.fileFor(id, type, attachmentnodeid);
  }

  /**
   * Reads uploads of the caller's own.
   * @returns the uploads by their ids; others are left out
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example ids[]=1
   */
  async fetchFiledataByid(ids: Uint[]): Promise<FileMap> {
    const { board, db, user } = this.ctx;
    const most = board.options.maxperpage;
    if (ids.length > most) throw new ApiError('invalid_data', `at most ${most} ids at once`);
    const rows = user.userid === 0 ? [] : await findFiledatas(db, ids);
    const own = rows.filter((row) => row.userid === user.userid);
    return new Map(own.map((row) => [row.filedataid, fileInfo(this.ctx, row)]));
  }

  /**
   * Reads the upload of an attachment.
   * @param nodeid the attachment
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example nodeid=1
   */
  async fetchAttachFiledataid(nodeid: Uint): Promise<Attachment> {
    return this.describe(await this.attachment(nodeid));
  }

  /**
   * Reads the upload of a photo.
   * @param nodeid the photo
   * @throws invalid_attachment_id when there is no such photo for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example nodeid=1
   */
  async fetchPhotoFiledataid(nodeid: Uint): Promise<Attachment> {
    return this.describe(await this.photo(nodeid));
  }
}
