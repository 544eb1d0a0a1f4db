import type { Context } from '../../call/context.ts';
import type { AlbumList } from '../../library/files/album.ts';
import type { FoundNode } from '../../library/node/node.ts';
import { ALBUM_CHANNEL } from '../../library/board/system-channels.ts';
import { ListById } from '../../protocol/list-by-id.ts';
import type { Album } from '../../shapes/content.ts';
import { listCovers, findAttachments } from '../../library/files/attach.ts';
import { contentsOf } from './contents.ts';
import { attachmentMap } from '../../shapes/attachment.ts';

/**
 * Members' albums: galleries that are topics of one channel. An album is its author's, who says by its `viewperms` who
 * sees it: 0 he and the moderators, 1 members, 2 everybody. It may be empty.
 */

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

/** The albums of a list: all their photos would be many times as long as the rest. */
export async function albumContents(
  ctx: Context,
  nodeids: readonly number[],
): Promise<ListById<Album>> {
  const { board, db, permissions } = ctx;
  const open = permissions.can('cangetattachment', albumChannel(ctx));
  const found = await listCovers(db, open ? nodeids : [], board.contentTypes.Photo);
  const covers = new Map(found.map((cover) => [cover.parentid, cover]));
  const photos = await findAttachments(
    db,
    found.map((cover) => cover.nodeid),
  );
  const albums = await contentsOf(ctx, nodeids, async (posts) =>
    open
      ? new Map(posts.map((post) => [post.nodeid, attachmentMap(ctx, post, photos)]))
      : new Map(),
  );
  return new ListById(
    [...albums].map(([nodeid, album]) => {
      const photocount = covers.get(nodeid)?.photocount ?? 0;
      return [nodeid, Object.assign(album, { photocount })];
    }),
  );
}
