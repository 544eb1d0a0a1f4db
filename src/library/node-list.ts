import type { Db } from '../db/db.ts';
import type { Condition } from './visible.ts';

/** Orders of a list: the topics of a channel by activity (sticky ones first), or nodes by age. */
export const listOrders = {
  activity: 'n.sticky desc, n.lastcontent desc, n.nodeid desc',
  newest: 'n.publishdate desc, n.nodeid desc',
  oldest: 'n.publishdate, n.nodeid',
} as const;
export type ListOrder = keyof typeof listOrders;

/** Which nodes below `parentid`: its children (`depth` 1) or all below it (`depth` 0). */
export interface NodeList {
  readonly parentid: number;
  readonly depth: 0 | 1;
  /** The parent itself comes first, where it is content. */
  readonly includeParent: boolean;
  /** 0 for every type. */
  readonly contenttypeid: number;
  readonly order: ListOrder;
  readonly listable: Condition;
}

// A node is found through the index on parentid, or through the closure's index by date.
const children = 'from node n where n.parentid = ?';
const descendants = 'from closure c join node n on n.nodeid = c.child where c.parent = ?';

const orderOfDescendants: Readonly<Record<ListOrder, string>> = {
  activity: 'n.sticky desc, n.lastcontent desc, n.nodeid desc',
  newest: 'c.publishdate desc, c.child desc',
  oldest: 'c.publishdate, c.child',
};

/** One page of node ids. */
export async function listNodeids(
  db: Db,
  list: NodeList,
  offset: number,
  limit: number,
): Promise<number[]> {
  const order =
    list.depth === 1 && !list.includeParent
      ? listOrders[list.order]
      : orderOfDescendants[list.order];
  const { sql, bindings } = source(list);
  const rows = await db.all<{ nodeid: number }>(
    `select n.nodeid ${sql} order by ${order} limit ? offset ?`,
    [...bindings, limit, offset],
  );
  return rows.map((row) => row.nodeid);
}

/** How many nodes the list has. */
export async function countNodes(db: Db, list: NodeList): Promise<number> {
  const { sql, bindings } = source(list);
  const row = await db.get<{ count: number }>(`select count(*) as count ${sql}`, bindings);
  return row?.count ?? 0;
}

/** The place of a node in the whole list, from 1 on; 0 when it is not in the list. For lists by age. */
export async function positionIn(
  db: Db,
  list: NodeList,
  { nodeid, publishdate }: { readonly nodeid: number; readonly publishdate: number },
): Promise<number> {
  const { sql, bindings } = source(list);
  const earlier = list.order === 'oldest' ? '<' : '>';
  const row = await db.get<{ position: number; found: number }>(
    `select count(*) as position, sum(case when n.nodeid = ? then 1 else 0 end) as found ${sql}
      and (n.publishdate ${earlier} ? or (n.publishdate = ? and n.nodeid ${earlier}= ?))`,
    [nodeid, ...bindings, publishdate, publishdate, nodeid],
  );
  return (row?.found ?? 0) === 0 ? 0 : (row?.position ?? 0);
}

function source(list: NodeList): { sql: string; bindings: number[] } {
  const throughClosure = list.depth === 0 || list.includeParent;
  const depth = `${list.includeParent ? '' : ' and c.depth > 0'}${list.depth === 1 ? ' and c.depth <= 1' : ''}`;
  const type = list.contenttypeid === 0 ? '' : ' and n.contenttypeid = ?';
  return {
    sql: `${throughClosure ? descendants + depth : children} and (${list.listable.sql})${type}`,
    bindings: [
      list.parentid,
      ...list.listable.bindings,
      ...(list.contenttypeid === 0 ? [] : [list.contenttypeid]),
    ],
  };
}
