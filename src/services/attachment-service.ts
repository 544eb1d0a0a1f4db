import { ApiError } from '../errors.ts';
import {
  type AttachmentColumns,
  type AttachmentRow,
  deleteAttachments,
  findAttachments,
  insertAttachment,
  listAttachments,
  listCovers,
  updateAttachment,
} from '../library/attach.ts';
import { type FiledataRow, holdFiledata } from '../library/filedata.ts';
import { type FoundNode, findNodes } from '../library/node.ts';
import { lockPoster } from '../library/poster.ts';
import type { Uint } from '../protocol/types.ts';
import { isImage, typeOfExtension } from '../storage/file-type.ts';
import { type FileSize, fileSizes } from '../storage/links.ts';
import { albumChannel, type AlbumMap } from './albums.ts';
import { type Attachment, attachmentInfo, attachmentMap } from './attachment-shape.ts';
import { Service } from './service.ts';

/** What an attachment can be given. */
export interface AttachmentChanges {
  /** With the extension that the upload has. */
  filename?: string;
  caption?: string;
  /** Whatever the client keeps with it; JSON as a rule. */
  settings?: string;
  /** Lower ones come first. */
  displayorder?: Uint;
  /** How a photo is shown; free text. */
  style?: string;
}

/** An upload that is to be attached to a post. */
export interface AttachData extends AttachmentChanges {
  /** The post. */
  parentid: Uint;
  filedataid: Uint;
}

/** Switches of vBulletin's; none is taken from a caller. */
export interface AttachOptions {
  skipNotification?: boolean;
}

/** An attachment with the post that it belongs to. */
export interface PlacedAttachment {
  readonly row: AttachmentRow;
  readonly post: FoundNode;
}

type AttachmentClass = 'Attach' | 'Photo';

/** The longest text in each column, in characters. */
const longest = { filename: 255, caption: 1000, settings: 2000, style: 50 } as const;

/** Attaching uploads to posts, for the API classes that do so. */
export abstract class AttachmentService extends Service {
  /** Attaches an upload of the caller's to a post that he may edit; what is attached there already stays as it is. */
  protected async attach(
    kind: AttachmentClass,
    parentid: number,
    filedataid: number,
    data: AttachmentChanges,
  ): Promise<number> {
    this.requireMember();
    return this.attachTo(await this.#editable(parentid), kind, filedataid, data);
  }

  /** The same for a post that the caller is just writing. */
  protected async attachTo(
    post: Pick<FoundNode, 'nodeid' | 'channelid'>,
    kind: AttachmentClass,
    filedataid: number,
    data: AttachmentChanges,
  ): Promise<number> {
    const { board, db, now, user } = this.ctx;
    this.requireMember();
    if (!this.ctx.permissions.can('canpostattachment', post.channelid)) throw this.refusal();
    await lockPoster(db, user.userid);
    const file = await holdFiledata(db, filedataid, user.userid);
    if (file === undefined) throw new ApiError('invalid_filedata_id', filedataid);
    if (kind === 'Photo' && !isImage(file.extension))
      throw new ApiError('invalid_file', 'a picture is due');
    const there = await listAttachments(db, [post.nodeid]);
    const same = there.find((row) => row.filedataid === filedataid);
    if (same !== undefined) return same.nodeid;
    const most = this.mostAttachments(post.channelid);
    if (there.length >= most) throw new ApiError('too_many_attachments', most);
    return insertAttachment(db, {
      ...{ filename: file.filename, caption: '', settings: '', style: '', displayorder: 0 },
      ...this.attachmentColumns(data, file.extension),
      parentid: post.nodeid,
      contenttypeid: board.contentTypes[kind],
      filedataid,
      userid: user.userid,
      dateline: now,
    });
  }

  /** How many attachments a post of the channel may have. */
  protected mostAttachments(channelid: number): number {
    const { albumlimit, attachlimit } = this.ctx.board.options;
    return channelid === albumChannel(this.ctx) ? albumlimit : attachlimit;
  }

  /** Albums for a list, in its order: all their photos would be many times as long as the rest. */
  protected async albums(nodeids: readonly number[]): Promise<AlbumMap> {
    const { board, db, permissions } = this.ctx;
    const open = permissions.can('cangetattachment', albumChannel(this.ctx));
    const found = await listCovers(db, open ? nodeids : [], board.contentTypes.Photo);
    const covers = new Map(found.map((cover) => [cover.parentid, cover]));
    const photos = await findAttachments(
      db,
      found.map((cover) => cover.nodeid),
    );
    const albums = await this.contents(nodeids, async (posts) =>
      open
        ? new Map(posts.map((post) => [post.nodeid, attachmentMap(this.ctx, post, photos)]))
        : new Map(),
    );
    return new Map(
      [...albums].map(([nodeid, album]) => {
        const photocount = covers.get(nodeid)?.photocount ?? 0;
        return [nodeid, Object.assign(album, { photocount })];
      }),
    );
  }

  protected async changeAttachment(nodeid: number, data: AttachmentChanges): Promise<void> {
    const { row, post } = await this.attachment(nodeid);
    this.permitEdit(post);
    await updateAttachment(this.ctx.db, nodeid, this.attachmentColumns(data, row.extension));
  }

  /** Takes attachments off their posts; their uploads are cleaned away once nothing shows them. */
  protected async detach(attachments: readonly PlacedAttachment[]): Promise<void> {
    for (const { post } of attachments) this.#permitDetach(post);
    const nodeids = attachments.map(({ row }) => row.nodeid);
    if (nodeids.length > 0) await deleteAttachments(this.ctx.db, nodeids);
  }

  /**
   * An attachment that the caller may get.
   * @throws ApiError `invalid_attachment_id` when there is none for him; a guest is asked to log in
   */
  protected async attachment(nodeid: number): Promise<PlacedAttachment> {
    const [found] = await this.placed(await findAttachments(this.ctx.db, [nodeid]));
    if (found === undefined) throw this.absent(new ApiError('invalid_attachment_id', nodeid));
    return found;
  }

  /** What a guest cannot find he may find as a member. */
  protected absent(error: ApiError): ApiError {
    return this.ctx.user.userid === 0 ? new ApiError('not_logged_no_permission') : error;
  }

  /** The same for a photo. */
  protected async photo(nodeid: number): Promise<PlacedAttachment> {
    const found = await this.attachment(nodeid);
    if (found.row.contenttypeid === this.ctx.board.contentTypes.Photo) return found;
    throw new ApiError('invalid_attachment_id', nodeid);
  }

  /** Those attachments of the list that the caller may get: he must see the post and have the right in its channel. */
  protected async placed(rows: readonly AttachmentRow[]): Promise<PlacedAttachment[]> {
    const { db, permissions } = this.ctx;
    const parents = await findNodes(db, [...new Set(rows.map((row) => row.parentid))]);
    const posts = new Map(
      parents
        .filter((post) => this.sees(post) && permissions.can('cangetattachment', post.channelid))
        .map((post) => [post.nodeid, post]),
    );
    return rows.flatMap((row) => {
      const post = posts.get(row.parentid);
      return post === undefined ? [] : [{ row, post }];
    });
  }

  /** One of the sizes in which pictures are kept. */
  protected sizeOf(type: string): FileSize {
    const size = fileSizes.find((known) => known === type);
    if (size !== undefined) return size;
    throw new ApiError('invalid_parameter', 'type', `one of ${fileSizes.join(', ')} is due`);
  }

  /** @throws ApiError `invalid_data` when a text is too long, or the name has another extension than the upload */
  protected attachmentColumns(data: AttachmentChanges, extension = ''): Partial<AttachmentColumns> {
    return columnsOf(data, { extension });
  }

  protected describe({ row, post }: PlacedAttachment): Attachment {
    return attachmentInfo(this.ctx, row, post.channelid);
  }

  async #editable(nodeid: number): Promise<FoundNode> {
    const post = await this.viewable(nodeid);
    if (this.isChannel(post)) throw new ApiError('invalid_node_id', nodeid);
    this.permitEdit(post);
    return post;
  }

  #permitDetach(post: FoundNode): void {
    if (this.ctx.permissions.moderates('canmoderateattachments', post.channelid)) return;
    this.permitEdit(post);
  }
}

function columnsOf(
  data: AttachmentChanges,
  { extension }: Pick<FiledataRow, 'extension'>,
): Partial<AttachmentColumns> {
  const { displayorder, ...texts } = data;
  const columns: Record<string, string> = {};
  for (const name of ['filename', 'caption', 'settings', 'style'] as const) {
    const value = texts[name];
    if (value === undefined || (name === 'filename' && value === '')) continue;
    if (Array.from(value).length > longest[name]) {
      throw new ApiError('invalid_data', `${name} has at most ${longest[name]} characters`);
    }
    columns[name] = name === 'filename' ? cleanFilename(value) : value;
  }
  if (columns.filename !== undefined && extensionOf(columns.filename) !== extension) {
    throw new ApiError('invalid_data', 'filename must keep the extension of the upload');
  }
  return { ...columns, ...(displayorder !== undefined && { displayorder }) };
}

/** A file's name without a path and without what could confuse whoever reads it: controls, marks that turn text around. */
export function cleanFilename(name: string): string {
  const plain = name
    .replace(/^.*[/\\]/, '')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}]/gu, '')
    .trim();
  const characters = Array.from(plain);
  if (characters.length <= MAX_NAME) return plain;
  const end = /\.[^.]{0,10}$/.exec(plain)?.[0] ?? '';
  return characters.slice(0, MAX_NAME - end.length).join('') + end;
}

const MAX_NAME = 200;

/** The type that a name claims; undefined when it claims none that is taken. */
export function extensionOf(filename: string): string | undefined {
  return typeOfExtension(/\.([^.]+)$/.exec(filename)?.[1] ?? '');
}
