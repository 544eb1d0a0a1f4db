import { findFiledatas } from '../library/files/filedata.ts';
import type { Uint } from '../protocol/types.ts';
import type { FileSize } from '../storage/links.ts';
import { type Attachment, type FileInfo, fileInfo } from '../shapes/attachment.ts';
import { fileFor } from '../rules/reading/files.ts';
import { Service } from './service.ts';
import { capped } from '../rules/reading/paging.ts';
import { attachmentOf, attachmentFor, photoFor } from '../rules/reading/attachments.ts';

/** Uploads by their ids. */
export type FileMap = ReadonlyMap<number, FileInfo>;

/** Uploads, wherever they are shown. Their bytes are fetched from the URL in the answer. */
export class FiledataService extends Service {
  /**
   * Reads an upload that the caller may get, his own, an avatar or one attached to a post that he may read, and where
   * the file, or a picture in another size, can be fetched. The file itself is never in the answer.
   * @param type of a size that there is not, the next larger one; `original` is the file as it was
   *   uploaded, where `full` is a JPEG that was made of a HEIC
   * @param includeData 0 leaves out `filedata`: fetching `url` is cheaper
   * @param attachmentnodeid an attachment of it; 0 for any
   * @throws invalid_filedata_id when there is no such upload for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example id=1
   */
  async fetchImageByFiledataid(
    id: Uint,
    type: FileSize = 'full',
    includeData = true,
    attachmentnodeid: Uint = 0,
  ): Promise<FileInfo> {
    return fileFor(this.ctx, id, type, attachmentnodeid, includeData);
  }

  /**
   * Reads uploads of the caller's own.
   * @returns the uploads by their ids; others are left out
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example ids[]=1
   */
  async fetchFiledataByid(ids: Uint[]): Promise<FileMap> {
    const { db, user } = this.ctx;
    const wanted = capped(this.ctx, ids, 'ids');
    const rows = user.userid === 0 ? [] : await findFiledatas(db, wanted);
    const own = rows.filter((row) => row.userid === user.userid);
    return new Map(own.map((row) => [row.filedataid, fileInfo(this.ctx, row)]));
  }

  /**
   * Reads the upload of an attachment.
   * @param nodeid the attachment
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example nodeid=34
   */
  async fetchAttachFiledataid(nodeid: Uint): Promise<Attachment> {
    return attachmentOf(this.ctx, await attachmentFor(this.ctx, nodeid));
  }

  /**
   * Reads the upload of a photo.
   * @param nodeid the photo
   * @throws invalid_attachment_id when there is no such photo for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example nodeid=33
   */
  async fetchPhotoFiledataid(nodeid: Uint): Promise<Attachment> {
    return attachmentOf(this.ctx, await photoFor(this.ctx, nodeid));
  }
}
