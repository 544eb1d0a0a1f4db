import { ApiError } from '../../errors.ts';
import { listPlaces } from '../../library/files/attach.ts';
import { listWaitingUploads, sumFilesizes } from '../../library/files/filedata.ts';
import type { Uint, Upload } from '../../protocol/types.ts';
import { extensions, imageExtensions, isImage, typeOfExtension } from '../../storage/file-type.ts';
import type { FileSize } from '../../storage/links.ts';
import {
  type AttachData,
  type AttachmentChanges,
  type AttachOptions,
  attach,
  changeAttachment,
  detach,
  mostAttachments,
} from '../../rules/writing/attaching.ts';
import { type AttachmentMap, type FileInfo, fileInfo } from '../../shapes/attachment.ts';
import { attachmentAs, fileFor } from '../../rules/reading/files.ts';
import { Service } from '../service.ts';
import {
  requireUploader,
  receiveFile,
  attachmentRules,
  fetchedFile,
} from '../../rules/writing/uploads.ts';
import { attachmentFor, placedFor, attachmentOf } from '../../rules/reading/attachments.ts';
import { capped } from '../../rules/reading/paging.ts';

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
export class ContentAttachService extends Service {
  /**
   * Uploads a file, to be attached to a post by `add`.
   * @param file a picture (JPEG, PNG, GIF, WebP, AVIF, HEIC), PDF, zip archive, UTF-8 text, a film or sound (MP4,
   *   QuickTime, WebM, MP3, M4A, Ogg); its bytes say what it is, and the ending of its name is mended
   * @param posthash what the client calls the post that the file is for, at most 32 characters: see fetchByPosthash
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may attach files nowhere
   * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
   * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when a picture has too many pixels
   * @throws invalid_file when it is empty
   * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
   * @throws upload_writefile_failed when it could not be stored
   * @throws invalid_parameter when the posthash is too long
   * @steps
   */
  async upload(file: Upload, posthash = ''): Promise<FileInfo> {
    requireUploader(this.ctx);
    if (posthash.length > LONGEST_POSTHASH)
      throw new ApiError('invalid_parameter', 'posthash', `at most ${LONGEST_POSTHASH} characters`);
    return fileInfo(
      this.ctx,
      await receiveFile(this.ctx, file, { ...attachmentRules(this.ctx), posthash }),
    );
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
   * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
   * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when it has too many pixels
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   */
  async uploadPhoto(file: Upload): Promise<FileInfo> {
    requireUploader(this.ctx);
    return fileInfo(this.ctx, await receiveFile(this.ctx, file, attachmentRules(this.ctx, true)));
  }

  /**
   * Uploads a picture of which `profile.cropFileData` then makes the avatar. Its size in pixels does not matter.
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
   * @throws upload_file_exceeds_limit past the option `avatarmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when it has too many pixels to be read
   * @throws invalid_file when it is empty, or no picture
   * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   */
  async uploadProfilePicture(file: Upload): Promise<FileInfo> {
    this.requireMember();
    const maxBytes = this.ctx.board.options.avatarmaxbytes;
    return fileInfo(
      this.ctx,
      await receiveFile(this.ctx, file, { maxBytes, picture: true, quota: true }),
    );
  }

  /**
   * Uploads a file from a URL: of a server on the public internet, on the usual ports, within ten seconds.
   * @param url http or https, without a password
   * @param attachment has no effect: the upload is kept as one for posts, which an avatar may be made of, too
   * @param uploadfrom has no effect: uploads are treated alike wherever they come from
   * @returns the upload, for its owner
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when the caller may attach files nowhere
   * @throws invalid_parameter when it is not a web address
   * @throws upload_file_failed when it could not be fetched
   * @throws upload_stopped_by_extension when neither its bytes nor its name are of a type that is taken
   * @throws upload_file_exceeds_limit past the option `attachmaxbytes`
   * @throws upload_quota_exceeded past the option `attachquota`
   * @throws upload_exceeds_dimensions when a picture has too many pixels
   * @throws invalid_file when it is empty
   * @throws invalid_file_data when it is damaged, or its bytes are of no type that is taken
   * @throws upload_writefile_failed when it could not be stored
   * @steps
   * @example url=https://example.org/picture.png
   */
  async uploadUrl(url: string, attachment = false, uploadfrom = ''): Promise<FileInfo> {
    requireUploader(this.ctx);
    const rules = attachmentRules(this.ctx);
    return fetchedFile(this.ctx, url, rules, async (file) =>
      fileInfo(this.ctx, await receiveFile(this.ctx, file, rules)),
    );
  }

  /**
   * Attaches an upload of the caller's to a post. What is attached to it already keeps its id.
   * @param options has no effect: nobody is notified of an attachment
   * @returns the attachment's id
   * @throws invalid_node_id when there is no such post for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may not edit the post or attach files there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @throws invalid_filedata_id when there is no such upload of the caller's
   * @throws invalid_data when a text is too long
   * @throws too_many_attachments past the option `attachlimit`, in an album `albumlimit`
   * @example data[parentid]=27&data[filedataid]=5
   */
  async add(data: AttachData, options: AttachOptions = {}): Promise<Uint> {
    const { parentid, filedataid, ...changes } = data;
    return attach(this.ctx, 'Attach', parentid, filedataid, changes);
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
   * @throws invalid_data when a text is too long
   * @example nodeid=34&data[caption]=Sunset
   */
  async update(nodeid: Uint, data: AttachmentChanges): Promise<boolean> {
    await changeAttachment(this.ctx, nodeid, data);
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
   * @example id=34
   */
  async deleteAttachment(id: Uint): Promise<boolean> {
    await detach(this.ctx, [await attachmentFor(this.ctx, id)]);
    return true;
  }

  /**
   * The same as `deleteAttachment`.
   * @param nodeid the attachment
   * @returns true
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission for a guest
   * @throws no_permission when he may neither edit the post nor moderate attachments there
   * @throws edit_time_over when the author's time is over
   * @throws threadclosed when the topic is closed
   * @example nodeid=34
   */
  async delete(nodeid: Uint): Promise<boolean> {
    return this.deleteAttachment(nodeid);
  }

  /**
   * Reads an attachment and where its file, or a picture in another size, can be fetched.
   * @param id the attachment
   * @param type of a size that there is not, the next larger one; `original` is the file as it was
   *   uploaded, where `full` is a JPEG that was made of a HEIC
   * @param includeData 0 leaves out `filedata`: fetching `url` is cheaper
   * @throws invalid_attachment_id when there is no such attachment for the caller
   * @throws not_logged_no_permission when a guest finds none
   * @throws invalid_parameter when the type is not known
   * @readonly
   * @example id=34
   */
  async fetchImage(id: Uint, type: FileSize = 'full', includeData = true): Promise<FileInfo> {
    return attachmentAs(this.ctx, await attachmentFor(this.ctx, id), type, includeData);
  }

  /**
   * The same as `filedata.fetchImageByFiledataid`.
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
   * Reads the attachments that these uploads are, as far as the caller may get them.
   * @returns the attachments by their ids
   * @throws invalid_data when there are too many ids
   * @readonly
   * @example filedataids[]=1
   */
  async fetchAttachByFiledataids(filedataids: Uint[]): Promise<AttachmentMap> {
    const { board, db } = this.ctx;
    const wanted = capped(this.ctx, filedataids, 'ids');
    const places = await placedFor(
      this.ctx,
      await listPlaces(db, wanted, board.options.maxperpage),
    );
    return new Map(places.map((place) => [place.row.nodeid, attachmentOf(this.ctx, place)]));
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
   * @param type has no effect: pictures are pictures in all sizes
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
      attachlimit: mostAttachments(this.ctx, channels[0] ?? 0),
      attachquota,
      attachsum: user.userid === 0 ? 0 : await sumFilesizes(db, user.userid),
      extensions,
    };
  }
}
