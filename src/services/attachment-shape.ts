import type { Context } from '../context.ts';
import type { AttachmentRow } from '../library/attach.ts';
import type { FiledataRow } from '../library/filedata.ts';
import type { FoundNode } from '../library/node.ts';
import { isImage, mimetypeOf } from '../storage/file-type.ts';
import type { FileSize } from '../storage/links.ts';

/** An upload. */
export interface FileInfo {
  readonly filedataid: number;
  readonly filename: string;
  readonly extension: string;
  /** Bytes of the whole file. */
  readonly filesize: number;
  /** Pixels; 0 when it is no picture. */
  readonly width: number;
  readonly height: number;
  /** Unix seconds. */
  readonly dateline: number;
  /** What it is served as. */
  readonly htmltype: string;
  /** An absolute URL to the file, or to the size of it that was asked for. It is valid for half a day at least. */
  readonly url: string;
  /** A picture's URL for showing it small. */
  readonly thumburl?: string | undefined;
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

/** The upload for its owner, or for anybody who may get it. */
export function fileInfo(
  { links }: Pick<Context, 'links'>,
  row: FiledataRow,
  type: FileSize = 'full',
): FileInfo {
  const { filedataid, filename, extension, filesize, width, height, dateline } = row;
  return {
    ...{ filedataid, filename, extension, filesize, width, height, dateline },
    htmltype: mimetypeOf(extension),
    url: links.file(filedataid, type),
    ...(isImage(extension) && { thumburl: links.file(filedataid, 'thumb') }),
  };
}

/** The attachment for a caller who may get it; thumbnails are a right of their own. */
export function attachmentInfo(
  ctx: Pick<Context, 'board' | 'links' | 'permissions'>,
  row: AttachmentRow,
  channelid: number,
  type: FileSize = 'full',
): Attachment {
  const { board, links, permissions } = ctx;
  const { nodeid, parentid, userid, caption, style, settings, counter, displayorder } = row;
  const thumburl =
    isImage(row.extension) && permissions.can('canseethumbnails', channelid)
      ? links.file(row.filedataid, 'thumb', nodeid)
      : undefined;
  return {
    ...{ nodeid, parentid, contenttypeclass: board.contentTypeClass(row.contenttypeid), userid },
    ...fileInfo(ctx, row),
    url: links.file(row.filedataid, type, nodeid),
    thumburl,
    ...{ caption, style, settings, counter, displayorder },
    resize_dateline: row.thumbnails === '' ? 0 : row.dateline,
    visible: 1,
  };
}

/** The attachments of one post out of those of many. */
export function attachmentMap(
  ctx: Pick<Context, 'board' | 'links' | 'permissions'>,
  post: Post,
  rows: readonly AttachmentRow[],
): AttachmentMap {
  const own = rows.filter((row) => row.parentid === post.nodeid);
  return new Map(own.map((row) => [row.nodeid, attachmentInfo(ctx, row, post.channelid)]));
}
