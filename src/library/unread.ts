import type { Db, Value } from '../db/db.ts';
import type { Condition } from './visible.ts';

/** Beyond this nobody counts. */
export const MOST_UNREAD = 100;
/** The topics of a channel that are looked at: those with the newest posts. */
const MOST_TOPICS = 500;

/** Whose unread content below a node is counted. */
export interface UnreadPlace {
  readonly nodeid: number;
  /** In a channel its topics count, in a topic its posts. */
  readonly ischannel: boolean;
  /** Up to when the member has read it, Unix seconds. */
  readonly readtime: number;
  /** What he may see there, on the node `n`. */
  readonly listable: Condition;
}

interface Piece {
  readonly sql: string;
  readonly bindings: readonly Value[];
}

/**
 * What is new below each of these nodes, up to {@link MOST_UNREAD}: one statement for any number. Each part reads a
 * piece of an index that is no longer than its limit, however large the board is.
 */
export async function countUnreadBelow(
  db: Db,
  userid: number,
  places: readonly UnreadPlace[],
): Promise<ReadonlyMap<number, number>> {
  if (places.length === 0) return new Map();
  const pieces = places.map((place) => {
    const found = place.ischannel ? unreadTopics(place, userid) : unreadPosts(place);
    return {
      sql: `select p.nodeid, (select count(*) from (${found.sql} limit ${MOST_UNREAD}) u) as unread
        from node p where p.nodeid = ?`,
      bindings: [...found.bindings, place.nodeid],
    };
  });
  const rows = await db.all<{ nodeid: number; unread: number }>(
    pieces.map(({ sql }) => sql).join(' union all '),
    pieces.flatMap(({ bindings }) => bindings),
  );
  return new Map(rows.map((row) => [row.nodeid, row.unread]));
}

/** Posts of the topic that are newer, the topic itself included: by the closure's dates. */
function unreadPosts({ nodeid, readtime, listable }: UnreadPlace): Piece {
  return {
    sql: `select c.child from closure c join node n on n.nodeid = c.child
      where c.parent = ? and c.publishdate > ? and (${listable.sql})`,
    bindings: [nodeid, readtime, ...listable.bindings],
  };
}

/** Topics of the channel with newer posts, but for those that were read on their own since. */
function unreadTopics(place: UnreadPlace, userid: number): Piece {
  const parts = [0, 1].map((sticky) => newestTopics(place, sticky));
  return {
    sql: `select t.nodeid from (${parts.map(({ sql }) => sql).join(' union all ')}) t
      left join noderead r on r.userid = ? and r.nodeid = t.nodeid
      where coalesce(r.readtime, 0) < t.lastcontent`,
    bindings: [...parts.flatMap(({ bindings }) => bindings), userid],
  };
}

/** The index has the dates of the sticky topics and those of the others, each in order. */
function newestTopics({ nodeid, readtime, listable }: UnreadPlace, sticky: number): Piece {
  return {
    sql: `select s${sticky}.* from (select n.nodeid, n.lastcontent from node n
      where n.parentid = ? and n.sticky = ${sticky} and n.lastcontent > ? and (${listable.sql})
      order by n.lastcontent desc limit ${MOST_TOPICS}) s${sticky}`,
    bindings: [nodeid, readtime, ...listable.bindings],
  };
}

/** The first child that was published after a time; undefined when there is none. One look into the index. */
export async function findFirstChildAfter(
  db: Db,
  parentid: number,
  time: number,
  listable: Condition,
): Promise<number | undefined> {
  const row = await db.get<{ nodeid: number }>(
    `select n.nodeid from node n where n.parentid = ? and n.publishdate > ? and (${listable.sql})
      order by n.publishdate, n.nodeid limit 1`,
    [parentid, time, ...listable.bindings],
  );
  return row?.nodeid;
}
