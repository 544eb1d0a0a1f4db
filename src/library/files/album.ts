import { type Clause, nothing } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import type { Permissions } from '../../permissions.ts';
import { subtreeOf } from '../node/closure.ts';
import { inList } from '../../db/in-list.ts';
import { countList, type ListSource, listPage, newestFirst } from '../../db/list-pages.ts';
import { recountAround } from '../node/recount.ts';
import { listableIn } from '../node/visible.ts';

/** Albums that the caller may find. */
export interface AlbumList {
  /** Whose; 0 for everybody's. */
  readonly userid: number;
  /** The channel of albums. */
  readonly channelid: number;
  /** The type of galleries. */
  readonly contenttypeid: number;
  readonly permissions: Permissions;
}

/** One page of nodeids, the newest first. */
export async function listAlbums(
  db: Db,
  list: AlbumList,
  offset: number,
  limit: number,
): Promise<number[]> {
  return listPage(db, sourceOf(list), offset, limit);
}

export async function countAlbums(db: Db, list: AlbumList): Promise<number> {
  return countList(db, sourceOf(list));
}

function sourceOf(list: AlbumList): ListSource {
  const { sql, bindings } = conditionOf(list);
  return { sql: `from node n where ${sql}`, bindings, sort: newestFirst };
}

function conditionOf(list: AlbumList): Clause {
  const place = placeOf(list);
  const shown = shownAlbums(list);
  return {
    sql: `${place.sql} and (${shown.sql})`,
    bindings: [...place.bindings, ...shown.bindings],
  };
}

/** A member's are found by author and type, all by their place: neither asks for what the other one's index has. */
function placeOf({ userid, channelid, contenttypeid }: AlbumList): Clause {
  if (userid === 0) return { sql: 'n.parentid = ?', bindings: [channelid] };
  return {
    sql: 'n.userid = ? and n.contenttypeid = ? and n.channelid = ? and n.starter = n.nodeid',
    bindings: [userid, contenttypeid, channelid],
  };
}

/**
 * What the caller may find in the channel of albums, as a condition on the node `n`. Of his own he also finds what is
 * private and what waits for approval, as `Permissions.sees` has it.
 */
export function shownAlbums({
  userid,
  channelid,
  permissions,
}: Pick<AlbumList, 'userid' | 'channelid' | 'permissions'>): Clause {
  const listable = listableIn(permissions, channelid);
  if (listable === undefined) return nothing;
  const own = permissions.userid !== 0 && permissions.userid === userid;
  if (!own) return listable;
  const mine = 'n.userid = ? and n.starter = n.nodeid and n.showpublished = 1 and n.protected = 0';
  return { sql: `(${listable.sql}) or (${mine})`, bindings: [...listable.bindings, userid] };
}

/** What the owner of an album finds below it: the comments on a private one are as private, and lists leave those out. */
export function shownInOwnAlbum(permissions: Permissions, channelid: number): Clause {
  const listable = listableIn(permissions, channelid) ?? nothing;
  const shown = 'n.showpublished = 1 and n.showapproved = 1 and n.protected = 0';
  return { sql: `(${listable.sql}) or (${shown})`, bindings: listable.bindings };
}

/** Says who sees a topic with all below it. Call `lockTree` before. */
export async function updateViewperms(db: Db, nodeid: number, viewperms: number): Promise<void> {
  await recountAround(db, [nodeid], async () => {
    for (const chunk of await subtreeOf(db, nodeid)) {
      const { sql, bindings } = inList(chunk);
      await db.run(`update node set viewperms = ? where nodeid in ${sql}`, [
        viewperms,
        ...bindings,
      ]);
    }
    return [nodeid];
  });
}
