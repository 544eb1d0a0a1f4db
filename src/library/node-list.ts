import type { Db, Value } from '../db/db.ts';
import { countRemembered, type KnownList, type ListKey, type ListMemory } from './list-places.ts';
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
  /** The parent is a topic: all below it has it for its `starter`. */
  readonly isTopic?: boolean;
  readonly depth: 0 | 1;
  /** The parent itself comes first, where it is content. */
  readonly includeParent: boolean;
  /** 0 for every type. */
  readonly contenttypeid: number;
  readonly order: ListOrder;
  readonly listable: Condition;
}

/** A page is looked for from the last place before it; there is one for so many nodes. */
const BLOCK = 500;

/** One page of node ids. */
export async function listNodeids(
  db: Db,
  list: NodeList,
  offset: number,
  limit: number,
  memory?: ListMemory,
): Promise<number[]> {
  const block = offset - (offset % BLOCK);
  const from = source(list);
  const known = memory && block > 0 ? knownOf(from, memory) : undefined;
  const start = known === undefined ? first : await findPlace(db, from, known, block);
  if (start === undefined) return [];
  const rows = await readFrom(db, from, start, limit, offset - start.place);
  return rows.map((row) => row.nodeid);
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
  const row = await db.get<{ position: number; found: number }>(
    `select count(*) as position, sum(case when n.nodeid = ? then 1 else 0 end) as found ${sql}
      and n.publishdate ${earlier}= ? and (n.publishdate ${earlier} ? or n.nodeid ${earlier}= ?)`,
    [nodeid, ...bindings, publishdate, publishdate, nodeid],
  );
  return (row?.found ?? 0) === 0 ? 0 : (row?.position ?? 0);
}

/** Nodes of the list before `place`, and the key of the one there; no key for the first. */
interface Start {
  readonly place: number;
  readonly key: ListKey | undefined;
}

const first: Start = { place: 0, key: undefined };

interface Source {
  readonly sql: string;
  readonly bindings: readonly number[];
  readonly sort: Sort;
}

/** The place of the block's first node; undefined when the list ends before. */
async function findPlace(
  db: Db,
  from: Source,
  { keys }: KnownList,
  block: number,
): Promise<Start | undefined> {
  const kept = keys.get(block);
  if (kept !== undefined) return { place: block, key: kept };
  let before = first;
  for (const [place, key] of keys) {
    if (place < block && place > before.place) before = { place, key };
  }
  const [row] = await readFrom(db, from, before, 1, block - before.place);
  if (row === undefined) return undefined;
  // Among hundreds of sticky topics there are no places: a key tells nothing of what is sticky.
  if (row.sticky !== 0) return first;
  const key = [row.date, row.nodeid];
  keys.set(block, key);
  return { place: block, key };
}

interface KeyRow {
  readonly nodeid: number;
  readonly date: number;
  readonly sticky: number;
}

async function readFrom(
  db: Db,
  { sql, bindings, sort }: Source,
  { key }: Start,
  limit: number,
  offset: number,
): Promise<KeyRow[]> {
  const { date, id, sticky, way } = sort;
  const after = key === undefined ? undefined : fromKey(sort, key);
  const order = `${sticky ? 'n.sticky desc, ' : ''}${date} ${way}, ${id} ${way}`;
  return db.all<KeyRow>(
    `select ${id} as nodeid, ${date} as date, ${sticky ? 'n.sticky' : '0'} as sticky ${sql}${after?.sql ?? ''}
      order by ${order} limit ? offset ?`,
    [...bindings, ...(after?.bindings ?? []), limit, offset],
  );
}

/** The nodes from this key on. A range of one column, which every database finds in an index, and the rest of it. */
function fromKey(
  { date, id, sticky, way }: Sort,
  [when = 0, nodeid = 0]: ListKey,
): { sql: string; bindings: Value[] } {
  const later = way === 'desc' ? '<' : '>';
  return {
    sql: `${sticky ? ' and n.sticky = 0' : ''} and ${date} ${later}= ? and (${date} ${later} ? or ${id} ${later}= ?)`,
    bindings: [when, when, nodeid],
  };
}

function knownOf({ sql, bindings, sort }: Source, { places, parent, now }: ListMemory): KnownList {
  const name = `${sql} ${sort.date} ${sort.way} ${bindings.join()}`;
  return places.of(name, sort.sticky ? parent.textcount : parent.totalcount, now);
}

interface Sort {
  readonly date: string;
  readonly id: string;
  /** Sticky topics come first. */
  readonly sticky: boolean;
  readonly way: 'asc' | 'desc';
}

const sorts: Readonly<Record<ListOrder, Sort>> = {
  activity: { date: 'n.lastcontent', id: 'n.nodeid', sticky: true, way: 'desc' },
  newest: { date: 'n.publishdate', id: 'n.nodeid', sticky: false, way: 'desc' },
  oldest: { date: 'n.publishdate', id: 'n.nodeid', sticky: false, way: 'asc' },
};

/** Nodes are found through an index: by their parent, by their topic, or by the closure and its dates. */
function source(list: NodeList): Source {
  const { sql, bindings, byClosure } = place(list);
  const type = list.contenttypeid === 0 ? '' : ' and n.contenttypeid = ?';
  const sort = sorts[list.order];
  const dates = byClosure && !sort.sticky ? { date: 'c.publishdate', id: 'c.child' } : {};
  return {
    sql: `${sql} and (${list.listable.sql})${type}`,
    bindings: [
      ...bindings,
      ...list.listable.bindings,
      ...(list.contenttypeid === 0 ? [] : [list.contenttypeid]),
    ],
    sort: { ...sort, ...dates },
  };
}

function place({ parentid, isTopic, depth, includeParent }: NodeList): {
  sql: string;
  bindings: number[];
  byClosure?: true;
} {
  if (depth === 1 && !includeParent)
    return { sql: 'from node n where n.parentid = ?', bindings: [parentid] };
  if (isTopic) {
    const some = depth === 1 ? ' and (n.parentid = ? or n.nodeid = n.starter)' : '';
    const others = includeParent ? '' : ' and n.nodeid <> ?';
    return {
      sql: `from node n where n.starter = ?${some}${others}`,
      bindings: [parentid, ...(depth === 1 || !includeParent ? [parentid] : [])],
    };
  }
  const levels = `${includeParent ? '' : ' and c.depth > 0'}${depth === 1 ? ' and c.depth <= 1' : ''}`;
  return {
    sql: `from closure c join node n on n.nodeid = c.child where c.parent = ?${levels}`,
    bindings: [parentid],
    byClosure: true,
  };
}
