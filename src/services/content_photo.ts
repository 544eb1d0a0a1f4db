import type { Uint } from '../protocol/types.ts';
import type { AttachData, AttachmentChanges, AttachOptions } from './attachment-service.ts';
import { attachmentInfo, type FileInfo } from './attachment-shape.ts';
import { FileService } from './file-service.ts';

/** Photos: pictures that belong to posts, with a caption. They are attachments of another class. */
export class ContentPhotoService extends FileService {
  /**
   * Adds a picture that the caller has uploaded to a post. What is there already keeps its id.
   * @returns the photo's id
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post or attach files there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_file when the upload is no picture
   * @throws invalid_data when a text is too long, or the name has another extension than the upload
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @example data[parentid]=1&data[filedataid]=1&data[caption]=Sunset
   */
  async add(data: AttachData, options: AttachOptions = {}): Promise<Uint> {
    const { parentid, filedataid, ...changes } = data;
    return this.attach('Photo', parentid, filedataid, changes);
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
   * @throws invalid_data when a text is too long, or the name has another extension than the upload
   * @example nodeid=1&data[caption]=Sunset
   */
  async update(nodeid: Uint, data: AttachmentChanges): Promise<boolean> {
    const { row } = await this.photo(nodeid);
    await this.changeAttachment(row.nodeid, data);
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
   * @example photoId=1
   */
  async delete(photoId: Uint): Promise<boolean> {
    await this.detach([await this.photo(photoId)]);
    return true;
  }

  /**
   * Reads a photo and where it can be fetched. The picture itself is never in the answer.
   * @param id the photo
   * @param thumb its thumbnail
   * @param includeData taken for compatibility: fetch `url`
   * @throws invalid_attachment_id when there is no such photo for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @readonly
   * @example id=1
   */
  async fetchImageByPhotoid(id: Uint, thumb = false, includeData = true): Promise<FileInfo> {
    const { row, post } = await this.photo(id);
    return attachmentInfo(this.ctx, row, post.channelid, thumb ? 'thumb' : 'full');
  }
}
