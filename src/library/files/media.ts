import { type Clause, nothing } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import type { Permissions } from '../../permissions.ts';
import { shownAlbums } from './album.ts';
import { countList, type ListSource } from '../../db/list-pages.ts';
import type { NewVideoItem } from '../content/video.ts';
import { listable } from '../node/visible.ts';

/** What a member has posted that the caller may find. */
export interface MediaOf {
  readonly userid: number;
  /** The channel of albums. */
  readonly albums: number;
  readonly permissions: Permissions;
}

/** The pictures: photos of galleries, and other attachments with one of these extensions. */
export interface PictureList extends MediaOf {
  readonly extensions: readonly string[];
}

/** The videos, in posts of this type. */
export interface VideoList extends MediaOf {
  readonly contenttypeid: number;
}

/** A video with the post that it is in. */
export interface PostedVideo extends NewVideoItem {
  readonly nodeid: number;
  readonly starter: number;
  readonly title: string;
  readonly publishdate: number;
}

/** One page of the ids of attachments, the newest first. */
export async function listPictures(
  db: Db,
  list: PictureList,
  offset: number,
  limit: number,
): Promise<number[]> {
  const { sql, bindings } = picturesFrom(list);
  const rows = await db.far.all<{ nodeid: number }>(
    `select a.nodeid ${sql} order by a.nodeid desc limit ? offset ?`,
    [...bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

export async function countPictures(db: Db, list: PictureList): Promise<number> {
  return countList(db, picturesFrom(list));
}

/** One page of videos, the newest posts first. */
export async function listVideos(
  db: Db,
  list: VideoList,
  offset: number,
  limit: number,
): Promise<PostedVideo[]> {
  const { sql, bindings } = videosFrom(list);
  return db.far.all<PostedVideo>(
    `select n.nodeid, n.starter, n.title, n.publishdate, v.provider, v.code, v.url ${sql}
      order by n.publishdate desc, n.nodeid desc, v.videoitemid limit ? offset ?`,
    [...bindings, limit, offset],
  );
}

export async function countVideos(db: Db, list: VideoList): Promise<number> {
  return countList(db, videosFrom(list));
}

/** Pictures in channels whose attachments the caller may get. */
function picturesFrom(list: PictureList): Omit<ListSource, 'sort'> {
  const { extensions, permissions, userid } = list;
  const got = (nodeid: number): boolean => permissions.can('cangetattachment', nodeid);
  const shown = shownIn(list, [...permissions.viewable].filter(got));
  const kinds = extensions.map(() => '?').join(', ');
  return {
    sql: `from attach a join node n on n.nodeid = a.parentid join filedata f on f.filedataid = a.filedataid
      where a.userid = ? and f.extension in (${kinds}) and (${shown.sql})`,
    bindings: [userid, ...extensions, ...shown.bindings],
  };
}

function videosFrom(list: VideoList): Omit<ListSource, 'sort'> {
  const shown = shownIn(list, [...list.permissions.viewable]);
  return {
    sql: `from node n join videoitem v on v.nodeid = n.nodeid
      where n.userid = ? and n.contenttypeid = ? and (${shown.sql})`,
    bindings: [list.userid, list.contenttypeid, ...shown.bindings],
  };
}

/** Posts in these channels; of his own albums the caller also finds what others do not. */
function shownIn({ albums, permissions, userid }: MediaOf, channels: readonly number[]): Clause {
  const elsewhere = listable(
    permissions,
    channels.filter((channelid) => channelid !== albums),
  );
  const inAlbums = shownAlbums({ userid, channelid: albums, permissions });
  const parts = [
    ...(elsewhere === undefined ? [] : [elsewhere]),
    ...(channels.includes(albums)
      ? [{ sql: `n.channelid = ? and (${inAlbums.sql})`, bindings: [albums, ...inAlbums.bindings] }]
      : []),
  ];
  if (parts.length === 0) return nothing;
  return {
    sql: parts.map((part) => `(${part.sql})`).join(' or '),
    bindings: parts.flatMap((part) => part.bindings),
  };
}
