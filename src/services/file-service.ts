import { ApiError } from '../errors.ts';
import { findAttachments, listPlaces } from '../library/attach.ts';
import { isAvatar } from '../library/avatar.ts';
import { findFiledata } from '../library/filedata.ts';
import { attachmentInfo, type FileInfo, fileInfo } from './attachment-shape.ts';
import { type PlacedAttachment } from './attachment-service.ts';
import { UploadService } from './upload-service.ts';

/** In how many places an upload is looked for: the latest ones. */
const PLACES = 50;

/** Reading uploads, for the API classes that do so. */
export abstract class FileService extends UploadService {
  /**
   * An upload that the caller may get: his own, an avatar, or one attached to a post that he may read.
   * @throws ApiError `invalid_filedata_id` when there is none for him; a guest is asked to log in
   */
  protected async fileFor(
    filedataid: number,
    type: string,
    attachmentid: number,
  ): Promise<FileInfo> {
    const size = this.sizeOf(type);
    const place = await this.#place(filedataid, attachmentid);
    if (place !== undefined) return attachmentInfo(this.ctx, place.row, place.post.channelid, size);
    const row = await findFiledata(this.ctx.db, filedataid);
    if (row === undefined || attachmentid !== 0 || !(await this.#isOpen(row)))
      throw this.absent(new ApiError('invalid_filedata_id', filedataid));
    return fileInfo(this.ctx, row, size);
  }

  async #place(filedataid: number, attachmentid: number): Promise<PlacedAttachment | undefined> {
    const { db } = this.ctx;
    const rows =
      attachmentid === 0
        ? await listPlaces(db, [filedataid], PLACES)
        : await findAttachments(db, [attachmentid]);
    const [place] = await this.placed(rows.filter((row) => row.filedataid === filedataid));
    return place;
  }

  async #isOpen(row: { readonly filedataid: number; readonly userid: number }): Promise<boolean> {
    const { db, user } = this.ctx;
    return (user.userid > 0 && row.userid === user.userid) || isAvatar(db, row.filedataid);
  }
}
