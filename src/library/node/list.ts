import type { Clause } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { type ListSort, type ListSource, listPage, newestFirst } from '../../db/list-pages.ts';
import { countRemembered, type ListMemory } from '../../db/list-places.ts';

/** Orders of a list: the topics of a channel by activity (sticky ones first), or nodes by age. */
export const listOrders = {
  activity: 'n.sticky desc, n.lastcontent desc, n.nodeid desc',
  newest: 'n.publishdate desc, n.nodeid desc',
  oldest: 'n.publishdate, n.nodeid',
} as const;
export type ListOrder = keyof typeof listOrders;

/** Which nodes below `parentid`: its children (`depth` 1), so many levels, or all below it (`depth` 0). */
export interface NodeList {
  readonly parentid: number;
  /** The parent is a topic: all below it has it for its `starter`. */
  readonly isTopic?: boolean;
  readonly depth: number;
  /** The parent itself comes first, where it is content. */
  readonly includeParent: boolean;
  /** 0 for every type. */
  readonly contenttypeid: number;
  readonly order: ListOrder;
  readonly listable: Clause;
}

/** One page of node ids. */
export async function listNodeids(
  db: Db,
  list: NodeList,
  offset: number,
  limit: number,
  memory?: ListMemory,
): Promise<number[]> {
  return listPage(db, source(list), offset, limit, memory);
}

/** How many nodes the list has. */
export async function countNodes(db: Db, list: NodeList, memory?: ListMemory): Promise<number> {
  const { sql, bindings } = source(list);
  return countRemembered(db, `select count(*) as count ${sql}`, bindings, memory);
}

/** The place of a node in the whole list, from 1 on; 0 when it is not in the list. For lists by age. */
export async function positionIn(
  db: Db,
  list: NodeList,
  { nodeid, publishdate }: { readonly nodeid: number; readonly publishdate: number },
): Promise<number> {
  const { sql, bindings } = source(list);
  const earlier = list.order === 'oldest' ? '<' : '>';
  const row = await db.far.get<{ position: number; found: number }>(
    `select count(*) as position, sum(case when n.nodeid = ? then 1 else 0 end) as found ${sql}
      and n.publishdate ${earlier}= ? and (n.publishdate ${earlier} ? or n.nodeid ${earlier}= ?)`,
    [nodeid, ...bindings, publishdate, publishdate, nodeid],
  );
  return (row?.found ?? 0) === 0 ? 0 : (row?.position ?? 0);
}

const sorts: Readonly<Record<ListOrder, ListSort>> = {
  activity: { key: 'n.lastcontent', id: 'n.nodeid', sticky: true, way: 'desc' },
  newest: newestFirst,
  oldest: { ...newestFirst, way: 'asc' },
};

/** Nodes are found through an index: by their parent, by their topic, or by the closure and its dates. */
function source(list: NodeList): ListSource {
  const { sql, bindings, byClosure } = place(list);
  const type = list.contenttypeid === 0 ? '' : ' and n.contenttypeid = ?';
  const sort = sorts[list.order];
  const dates = byClosure && !sort.sticky ? { key: 'c.publishdate', id: 'c.child' } : {};
  return {
    sql: `${sql} and (${list.listable.sql})${type}`,
    bindings: [
      ...bindings,
      ...list.listable.bindings,
      ...(list.contenttypeid === 0 ? [] : [list.contenttypeid]),
    ],
    sort: { ...sort, ...dates },
    sparse: isSparse(list, byClosure),
  };
}

/**
 * Whether the statement may pass over most of what it finds: for a type; for what the caller has written himself, which
 * is the one binding that rights have; for a level, since the closure has the dates of all levels together.
 */
function isSparse({ contenttypeid, listable, depth }: NodeList, byClosure = false): boolean {
  return contenttypeid !== 0 || listable.bindings.length > 0 || (byClosure && depth > 0);
}

function place({ parentid, isTopic, depth, includeParent }: NodeList): {
  sql: string;
  bindings: number[];
  byClosure?: true;
} {
  if (depth === 1 && !includeParent)
    return { sql: 'from node n where n.parentid = ?', bindings: [parentid] };
  if (isTopic && depth <= 1) {
    const some = depth === 1 ? ' and (n.parentid = ? or n.nodeid = n.starter)' : '';
    const others = includeParent ? '' : ' and n.nodeid <> ?';
    return {
      sql: `from node n where n.starter = ?${some}${others}`,
      bindings: [parentid, ...(depth === 1 || !includeParent ? [parentid] : [])],
    };
  }
  const levels = `${includeParent ? '' : ' and c.depth > 0'}${depth > 0 ? ' and c.depth <= ?' : ''}`;
  return {
    sql: `from closure c join node n on n.nodeid = c.child where c.parent = ?${levels}`,
    bindings: [parentid, ...(depth > 0 ? [depth] : [])],
    byClosure: true,
  };
}
