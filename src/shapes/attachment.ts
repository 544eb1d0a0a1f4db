import type { Board } from '../library/board/board.ts';
import type { Permissions } from '../permissions.ts';
import type { AttachmentRow } from '../library/files/attach.ts';
import type { FiledataRow } from '../library/files/filedata.ts';
import type { FoundNode } from '../library/node/node.ts';
import { servedAs } from '../library/files/rendition.ts';
import { isImage, mimetypeOf } from '../storage/file-type.ts';
import type { FileSize, Links } from '../storage/links.ts';

/** An upload. */
export interface FileInfo {
  readonly filedataid: number;
  /** What `url` serves, as are the next five: of a size that was asked for, the picture of that size. */
  readonly filename: string;
  readonly extension: string;
  /** Bytes; 0 where they are not known, of a smaller picture that an older release made. */
  readonly filesize: number;
  /** Pixels of a picture or film; 0 when they are not known. */
  readonly width: number;
  readonly height: number;
  /** Milliseconds of a film or sound (MP4, QuickTime, M4A), where it tells them. */
  readonly duration?: number | undefined;
  /** Unix seconds. */
  readonly dateline: number;
  /** What it is served as. */
  readonly htmltype: string;
  /** An absolute URL to the file, or to the size of it that was asked for. It is valid for half a day at least. */
  readonly url: string;
  /** A picture's URL for showing it small. */
  readonly thumburl?: string | undefined;
  /** The bytes that `url` serves, in Base64: where they were asked for, and are no more than 1 MiB. */
  readonly filedata?: string | undefined;
}

/** An upload that belongs to a post. */
export interface Attachment extends FileInfo {
  /** The attachment's own id. */
  readonly nodeid: number;
  /** The post. */
  readonly parentid: number;
  readonly contenttypeclass: string;
  readonly userid: number;
  readonly caption: string;
  readonly style: string;
  readonly settings: string;
  /** Downloads. */
  readonly counter: number;
  readonly displayorder: number;
  /** When its thumbnails were made, Unix seconds. */
  readonly resize_dateline: number;
  readonly visible: number;
}

/** What must be known of a post to show its attachments. */
export type Post = Pick<FoundNode, 'nodeid' | 'channelid' | 'contenttypeid'>;

/** Attachments by their ids. */
export type AttachmentMap = ReadonlyMap<number, Attachment>;

/** Who gets a file, and by which addresses. */
export interface FileReader {
  readonly board: Pick<Board, 'contentTypeClass'>;
  readonly links: Links;
  readonly permissions: Permissions;
}

/** The upload for its owner, or for anybody who may get it. */
export function fileInfo(
  { links }: Pick<FileReader, 'links'>,
  row: FiledataRow,
  type: FileSize = 'full',
): FileInfo {
  const { filedataid, dateline, duration } = row;
  const { filename, extension, filesize, width, height } = servedAs(row, type);
  return {
    ...{ filedataid, filename, extension, filesize, width, height },
    ...(duration > 0 && { duration }),
    ...{ dateline, htmltype: mimetypeOf(extension), url: links.file(filedataid, type) },
    ...(isImage(row.extension) && { thumburl: links.file(filedataid, 'thumb') }),
  };
}

/** The attachment for a caller who may get it; thumbnails are a right of their own. */
export function attachmentInfo(
  reader: FileReader,
  row: AttachmentRow,
  channelid: number,
  type: FileSize = 'full',
): Attachment {
  const { board, links, permissions } = reader;
  const { nodeid, parentid, userid, caption, style, settings, counter, displayorder } = row;
  const thumburl =
    isImage(row.extension) && permissions.can('canseethumbnails', channelid)
      ? links.file(row.filedataid, 'thumb', nodeid)
      : undefined;
  return {
    ...{ nodeid, parentid, contenttypeclass: board.contentTypeClass(row.contenttypeid), userid },
    ...fileInfo(reader, row, type),
    url: links.file(row.filedataid, type, nodeid),
    thumburl,
    ...{ caption, style, settings, counter, displayorder },
    resize_dateline: row.thumbnails === '' ? 0 : row.dateline,
    visible: 1,
  };
}

/** The attachments of one post out of those of many. */
export function attachmentMap(
  reader: FileReader,
  post: Post,
  rows: readonly AttachmentRow[],
): AttachmentMap {
  const own = rows.filter((row) => row.parentid === post.nodeid);
  return new Map(own.map((row) => [row.nodeid, attachmentInfo(reader, row, post.channelid)]));
}
