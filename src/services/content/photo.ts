import type { Uint } from '../../protocol/types.ts';
import {
  type AttachData,
  type AttachmentChanges,
  type AttachOptions,
  attach,
  changeAttachment,
  detach,
} from '../../rules/writing/attaching.ts';
import type { FileInfo } from '../../shapes/attachment.ts';
import { attachmentAs } from '../../rules/reading/files.ts';
import { Service } from '../service.ts';
import { photoFor } from '../../rules/reading/attachments.ts';

/** Photos: pictures that belong to posts, with a caption. They are attachments of another class. */
export class ContentPhotoService extends Service {
  /**
   * Adds a picture that the caller has uploaded to a post. What is there already keeps its id.
   * @param options has no effect: nobody is notified of a photo
   * @returns the photo's id
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post or attach files there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when the upload is no picture
   * @throws invalid_data when a text is too long
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @example data[parentid]=39&data[filedataid]=5&data[caption]=Sunset
   */
  async add(data: AttachData, options: AttachOptions = {}): Promise<Uint> {
    const { parentid, filedataid, ...changes } = data;
    return attach(this.ctx, 'Photo', parentid, filedataid, changes);
  }

  /**
   * Changes a photo's name, caption, style, settings or place.
   * @param nodeid the photo
   * @returns true
   * @throws invalid_attachment_id when there is no such photo for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_data when a text is too long
   * @example nodeid=33&data[caption]=Sunset
   */
  async update(nodeid: Uint, data: AttachmentChanges): Promise<boolean> {
    const { row } = await photoFor(this.ctx, nodeid);
    await changeAttachment(this.ctx, row.nodeid, data);
    return true;
  }

  /**
   * Takes a photo off its post; an upload that nothing else shows is removed.
   * @returns true
   * @throws invalid_attachment_id when there is no such photo for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may neither edit the post nor moderate attachments there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @example photoId=33
   */
  async delete(photoId: Uint): Promise<boolean> {
    await detach(this.ctx, [await photoFor(this.ctx, photoId)]);
    return true;
  }

  /**
   * Reads a photo and where it can be fetched.
   * @param id the photo
   * @param thumb its thumbnail
   * @param includeData 0 leaves out `filedata`: fetching `url` is cheaper
   * @throws invalid_attachment_id when there is no such photo for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example id=33
   */
  async fetchImageByPhotoid(id: Uint, thumb = false, includeData = true): Promise<FileInfo> {
    return attachmentAs(
      this.ctx,
      await photoFor(this.ctx, id),
      thumb ? 'thumb' : 'full',
      includeData,
    );
  }
}
