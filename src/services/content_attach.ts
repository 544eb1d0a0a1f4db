import { ApiError } from '../errors.ts';
import { listPlaces } from '../library/attach.ts';
import { listWaitingUploads, sumFilesizes } from '../library/filedata.ts';
import type { Uint, Upload } from '../protocol/types.ts';
import { extensions, imageExtensions, isImage, typeOfExtension } from '../storage/file-type.ts';
import type { AttachData, AttachmentChanges, AttachOptions } from './attachment-service.ts';
import { type AttachmentMap, attachmentInfo, type FileInfo, fileInfo } from './attachment-shape.ts';
import { FileService } from './file-service.ts';

/** What is asked about. */
export interface PermissionsQuery {
  /** A post or channel; 0 for anywhere. */
  parentid?: Uint;
  /** A file's extension. */
  extension?: string;
}

/** What the caller may upload. */
export interface AttachmentPermissions {
  /** 1 when he may attach files there, and the extension is taken. */
  readonly canpostattachment: number;
  readonly cangetattachment: number;
  readonly canseethumbnails: number;
  /** Bytes of one file. */
  readonly max_size: number;
  /** Attachments of one post. */
  readonly attachlimit: number;
  /** Bytes of all his uploads; 0 for no limit. */
  readonly attachquota: number;
  /** Bytes that his uploads have. */
  readonly attachsum: number;
  /** What is taken. */
  readonly extensions: readonly string[];
}

export interface ImageExtensions {
  readonly extensions: readonly string[];
}

export interface ImageAnswer {
  readonly isimage: boolean;
}

const LONGEST_POSTHASH = 32;

/**
 * Attachments: files that belong to posts. A file is uploaded first, and then attached; what is not attached within a
 * day is removed. An attachment's id is that of no node: it is read through this class, and stands in the content of
 * its post.
 */
export class ContentAttachService extends FileService {
  /**
   * Uploads a file, to be attached to a post by `add`.
   * @param file a picture (JPEG, PNG, GIF, WebP, AVIF), PDF, zip archive, UTF-8 text, MP4, WebM, MP3 or Ogg; its name
   *   must end accordingly
   * @param posthash what the client calls the post that the file is for, at most 32 characters: see fetchByPosthash
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may attach files nowhere
   * @throws upload_stopped_by_extension when files of that name are not taken
   * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when a picture has too many pixels
   * @throws invalid_file when it is empty
   * @throws invalid_file_data when it is damaged, or not what its name says
   * @throws upload_writefile_failed when it could not be stored
   * @throws invalid_parameter when the posthash is too long
   * @steps
   */
  async upload(file: Upload, posthash = ''): Promise<FileInfo> {
    this.requireUploader();
    if (posthash.length > LONGEST_POSTHASH)
      throw new ApiError('invalid_parameter', 'posthash', `at most ${LONGEST_POSTHASH} characters`);
    return fileInfo(this.ctx, await this.receive(file, { ...this.attachmentRules(), posthash }));
  }

  /**
   * Lists the caller's uploads for a post that is yet to be written, by the name that he gave it. Ours.
   * @param posthash as in `upload`
   * @returns the uploads that no post has yet, the first one first; at most the option `attachlimit`
   * @throws not_logged_no_permission for a guest
   * @readonly
   * @example posthash=0b7e4d1c95f2486aa3c8e6d70912f5b4
   */
  async fetchByPosthash(posthash: string): Promise<FileInfo[]> {
    this.requireMember();
    if (posthash === '') return [];
    const { db, user, board } = this.ctx;
    const rows = await listWaitingUploads(db, user.userid, posthash, board.options.attachlimit);
    return rows.map((row) => fileInfo(this.ctx, row));
  }

  /**
   * Uploads a picture, to be attached to a post.
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may attach files nowhere
   * @throws upload_stopped_by_extension when files of that name are not taken
   * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when it has too many pixels
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or not what its name says
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   */
  async uploadPhoto(file: Upload): Promise<FileInfo> {
    this.requireUploader();
    return fileInfo(this.ctx, await this.receive(file, this.attachmentRules(true)));
  }

  /**
   * Uploads a picture of which `profile.cropFileData` then makes the avatar. Its size in pixels does not matter.
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws upload_stopped_by_extension when files of that name are not taken
   * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when it has too many pixels to be read
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or not what its name says
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   */
  async uploadProfilePicture(file: Upload): Promise<FileInfo> {
    this.requireMember();
    const maxBytes = this.ctx.board.options.avatarmaxbytes;
    return fileInfo(this.ctx, await this.receive(file, { maxBytes, picture: true, quota: true }));
  }

  /**
   * Uploads a file from a URL: of a server on the public internet, on the usual ports, within ten seconds.
   * @param url http or https, without a password
   * @param attachment taken for compatibility, as is `uploadfrom`
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may attach files nowhere
   * @throws invalid_parameter when it is no URL of the web
   * @throws upload_file_failed when it could not be fetched
   * @throws upload_stopped_by_extension when files of that name are not taken
   * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when a picture has too many pixels
   * @throws invalid_file when it is empty
   * @throws invalid_file_data when it is damaged, or not what its name says
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   * @example url=https://example.org/picture.png
   */
  async uploadUrl(url: string, attachment = false, uploadfrom = ''): Promise<FileInfo> {
    this.requireUploader();
    const rules = this.attachmentRules();
    return this.fetched(url, rules, async (file) =>
      fileInfo(this.ctx, await this.receive(file, rules)),
    );
  }

  /**
   * Attaches an upload of the caller's to a post. What is attached to it already keeps its id.
   * @returns the attachment's id
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post or attach files there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_data when a text is too long, or the name has another extension than the upload
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @example data[parentid]=1&data[filedataid]=1
   */
  async add(data: AttachData, options: AttachOptions = {}): Promise<Uint> {
    const { parentid, filedataid, ...changes } = data;
    return this.attach('Attach', parentid, filedataid, changes);
  }

  /**
   * Changes an attachment's name, caption, settings or place.
   * @param nodeid the attachment
   * @returns true
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_data when a text is too long, or the name has another extension than the upload
   * @example nodeid=1&data[caption]=Sunset
   */
  async update(nodeid: Uint, data: AttachmentChanges): Promise<boolean> {
    await this.changeAttachment(nodeid, data);
    return true;
  }

  /**
   * Takes an attachment off its post; an upload that nothing else shows is removed.
   * @param id the attachment
   * @returns true
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may neither edit the post nor moderate attachments there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @example id=1
   */
  async deleteAttachment(id: Uint): Promise<boolean> {
    await this.detach([await this.attachment(id)]);
    return true;
  }

  /**
   * Reads an attachment and where its file, or a picture in another size, can be fetched. The file itself is never in
   * the answer.
   * @param id the attachment
   * @param type `full`, `large`, `medium`, `small`, `thumb` or `icon`; of a size that there is not, the next larger one
   * @param includeData taken for compatibility: fetch `url`
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example id=1
   */
  async fetchImage(id: Uint, type = 'full', includeData = true): Promise<FileInfo> {
    const size = this.sizeOf(type);
    const { row, post } = await this.attachment(id);
    return attachmentInfo(this.ctx, row, post.channelid, size);
  }

  /**
   * The same as `filedata.fetchImageByFiledataid`.
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
   * Reads the attachments that these uploads are, as far as the caller may get them.
   * @returns the attachments by their ids
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example filedataids[]=1
   */
  async fetchAttachByFiledataids(filedataids: Uint[]): Promise<AttachmentMap> {
    const most = this.ctx.board.options.maxperpage;
    if (filedataids.length > most)
      throw new ApiError('invalid_data', `at most ${most} ids at once`);
    const places = await this.placed(await listPlaces(this.ctx.db, filedataids, most));
    return new Map(places.map((place) => [place.row.nodeid, this.describe(place)]));
  }

  /**
   * What the caller may upload, in a place or anywhere.
   * @throws invalid_node_id when there is no such place for the caller
   * @readonly
   * @example data[extension]=png
   */
  async getAttachmentPermissions(data: PermissionsQuery = {}): Promise<AttachmentPermissions> {
    const { parentid = 0, extension = '' } = data;
    const taken = extension === '' || typeOfExtension(extension) !== undefined;
    return this.#permissions(parentid, taken);
  }

  /**
   * What the caller may upload in a channel.
   * @throws invalid_node_id when there is no such channel for the caller
   * @readonly
   * @example nodeid=1
   */
  async getGenericChannelAttachmentPermissions(nodeid: Uint): Promise<AttachmentPermissions> {
    return this.#permissions(nodeid, true);
  }

  /**
   * The extensions of pictures.
   * @readonly
   */
  async getImageExtensions(): Promise<ImageExtensions> {
    return { extensions: imageExtensions };
  }

  /**
   * Whether an extension is that of a picture.
   * @param type taken for compatibility: pictures are pictures in all sizes
   * @readonly
   * @example extension=png
   */
  async isImage(extension: string, type = 'full'): Promise<ImageAnswer> {
    return { isimage: isImage(typeOfExtension(extension) ?? '') };
  }

  async #permissions(nodeid: number, taken: boolean): Promise<AttachmentPermissions> {
    const { board, config, db, permissions, user } = this.ctx;
    const channels =
      nodeid === 0
        ? board.channels.map((channel) => channel.nodeid)
        : [(await this.viewable(nodeid)).channelid];
    const may = (right: 'canpostattachment' | 'cangetattachment' | 'canseethumbnails'): number =>
      channels.some((channel) => permissions.can(right, channel)) ? 1 : 0;
    const { attachquota, attachmaxbytes } = board.options;
    return {
      canpostattachment: taken && user.userid > 0 ? may('canpostattachment') : 0,
      cangetattachment: may('cangetattachment'),
      canseethumbnails: may('canseethumbnails'),
      max_size: Math.min(attachmaxbytes, config.MAX_FILE_BYTES),
      attachlimit: this.mostAttachments(channels[0] ?? 0),
      attachquota,
      attachsum: user.userid === 0 ? 0 : await sumFilesizes(db, user.userid),
      extensions,
    };
  }
}
