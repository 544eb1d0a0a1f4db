import type { Context } from '../context.ts';
import type { AlbumList } from '../library/album.ts';
import type { FoundNode } from '../library/node.ts';
import { ALBUM_CHANNEL } from '../library/system-channels.ts';
import type { FullContent } from './content-shape.ts';

/**
 * Members' albums: galleries that are topics of one channel. An album is its author's, who says by its `viewperms` who
 * sees it: 0 he and the moderators, 1 members, 2 everybody. It may be empty.
 */

/** An album; in a list its `content.photos` are the first one alone. */
export interface Album extends FullContent {
  /** How many photos it has; 0 where the caller may get none. */
  readonly photocount: number;
}

/** Albums by nodeid. */
export type AlbumMap = ReadonlyMap<number, Album>;

/** The channel that albums are topics of. */
export function albumChannel({ board }: Pick<Context, 'board'>): number {
  return board.channelByGuid(ALBUM_CHANNEL);
}

/** Whether a post is an album, not a comment on one. */
export function isAlbum(
  { board }: Pick<Context, 'board'>,
  { contenttypeid, parentid }: Pick<FoundNode, 'contenttypeid' | 'parentid'>,
): boolean {
  return parentid === albumChannel({ board }) && contenttypeid === board.contentTypes.Gallery;
}

/** The albums that the caller may find. @param userid whose; 0 for everybody's */
export function albumsOf({ board, permissions }: Context, userid: number): AlbumList {
  return {
    userid,
    channelid: albumChannel({ board }),
    contenttypeid: board.contentTypes.Gallery,
    permissions,
  };
}
