import type { Clause } from '../../db/clause.ts';
import type { Db, Value } from '../../db/db.ts';
import type { Mark } from './noderead.ts';

/** Beyond this nobody counts. */
const MOST_UNREAD = 100;
/** The topics of a channel that are looked at: those with the newest posts. */
const MOST_TOPICS = 500;

/** Whose unread content below a node is counted. */
export interface UnreadPlace {
  readonly nodeid: number;
  /** In a channel its topics count, in a topic its posts. */
  readonly ischannel: boolean;
  /** How far the member has read it. */
  readonly mark: Mark;
  /** What he may see there, on the node `n`. */
  readonly listable: Clause;
}

interface Piece {
  readonly sql: string;
  readonly bindings: readonly Value[];
}

/** What is new below a node. */
export interface UnreadBelow {
  /** Up to {@link MOST_UNREAD}. */
  readonly unread: number;
  /** In a topic the post to go on reading from; 0 where there is none, and in channels. */
  readonly firstunread: number;
}

/**
 * What is new below each of these nodes: one statement for any number. Each part reads a piece of an index that is no
 * longer than its limit, however large the board is.
 */
export async function findUnreadBelow(
  db: Db,
  userid: number,
  places: readonly UnreadPlace[],
): Promise<ReadonlyMap<number, UnreadBelow>> {
  if (places.length === 0) return new Map();
  const pieces = places.map((place) => unreadBelow(place, userid));
  const rows = await db.all<UnreadBelow & { nodeid: number }>(
    pieces.map(({ sql }) => sql).join(' union all '),
    pieces.flatMap(({ bindings }) => bindings),
  );
  return new Map(rows.map(({ nodeid, unread, firstunread }) => [nodeid, { unread, firstunread }]));
}

function unreadBelow(place: UnreadPlace, userid: number): Piece {
  const found = place.ischannel ? unreadTopics(place, userid) : unreadPosts(place);
  const first = place.ischannel ? { sql: 'select 0', bindings: [] } : firstUnread(found);
  return {
    sql: `select p.nodeid, (select count(*) from (${found.sql} limit ${MOST_UNREAD}) u) as unread,
        coalesce((${first.sql}), 0) as firstunread
        from node p where p.nodeid = ?`,
    bindings: [...found.bindings, ...first.bindings, place.nodeid],
  };
}

function firstUnread({ sql, bindings }: Piece): Piece {
  return { sql: `${sql} order by c.publishdate, c.child limit 1`, bindings };
}

/** Posts of the topic that are newer, the topic itself included: by the closure's dates. */
function unreadPosts({ nodeid, mark, listable }: UnreadPlace): Piece {
  return {
    sql: `select c.child from closure c join node n on n.nodeid = c.child
      where c.parent = ? and ${after('c.publishdate', 'c.child')} and (${listable.sql})`,
    bindings: [nodeid, ...bindingsOf(mark), ...listable.bindings],
  };
}

/** Topics of the channel with newer posts, but for those that were read on their own since. */
function unreadTopics(place: UnreadPlace, userid: number): Piece {
  const parts = [0, 1].map((sticky) => newestTopics(place, sticky));
  return {
    sql: `select t.nodeid from (${parts.map(({ sql }) => sql).join(' union all ')}) t
      left join noderead r on r.userid = ? and r.nodeid = t.nodeid
      where r.nodeid is null or r.readtime < t.lastcontent
        or (r.readtime = t.lastcontent
          and r.readid < (select m.lastcontentid from node m where m.nodeid = t.nodeid))`,
    bindings: [...parts.flatMap(({ bindings }) => bindings), userid],
  };
}

/** The index has the dates of the sticky topics and those of the others, each in order. */
function newestTopics({ nodeid, mark, listable }: UnreadPlace, sticky: number): Piece {
  return {
    sql: `select s${sticky}.* from (select n.nodeid, n.lastcontent from node n
      where n.parentid = ? and n.sticky = ${sticky}
        and ${after('n.lastcontent', 'n.lastcontentid')} and (${listable.sql})
      order by n.lastcontent desc limit ${MOST_TOPICS}) s${sticky}`,
    bindings: [nodeid, ...bindingsOf(mark), ...listable.bindings],
  };
}

/** What a mark (three bindings) does not cover: a range of one column, which an index has, and the rest of it. */
function after(date: string, nodeid: string): string {
  return `${date} >= ? and (${date} > ? or ${nodeid} > ?)`;
}

function bindingsOf({ readtime, readid }: Mark): number[] {
  return [readtime, readtime, readid];
}

/** The first child that was published after a time; undefined when there is none. One look into the index. */
export async function findFirstChildAfter(
  db: Db,
  parentid: number,
  time: number,
  listable: Clause,
): Promise<number | undefined> {
  const row = await db.get<{ nodeid: number }>(
    `select n.nodeid from node n where n.parentid = ? and n.publishdate > ? and (${listable.sql})
      order by n.publishdate, n.nodeid limit 1`,
    [parentid, time, ...listable.bindings],
  );
  return row?.nodeid;
}
