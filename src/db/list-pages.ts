import type { Db, Reads, Value } from './db.ts';
import type { KnownList, ListKey, ListMemory } from './list-places.ts';

/** A list, for a statement: which nodes, and in which order. */
export interface ListSource {
  /** `from … where …`; the node is `n`. */
  readonly sql: string;
  readonly bindings: readonly Value[];
  readonly sort: ListSort;
  /** True where the conditions may pass over most nodes, so that even the first page can be far. */
  readonly sparse?: boolean;
}

/** By a key such as a date, then by the id. */
export interface ListSort {
  /** The columns. */
  readonly key: string;
  readonly id: string;
  /** Sticky topics come first. */
  readonly sticky: boolean;
  readonly way: 'asc' | 'desc';
}

/** The newest nodes first. */
export const newestFirst: ListSort = {
  key: 'n.publishdate',
  id: 'n.nodeid',
  sticky: false,
  way: 'desc',
};

/** A page is looked for from the last place before it; there is one for so many nodes. */
const BLOCK = 500;

/**
 * One page of node ids.
 * @param memory where the places of far pages are remembered; without it they are counted off each time
 */
export async function listPage(
  db: Db,
  from: ListSource,
  offset: number,
  limit: number,
  memory?: ListMemory,
): Promise<number[]> {
  const block = offset - (offset % BLOCK);
  const known = memory && block > 0 ? knownOf(from, memory) : undefined;
  const start = known === undefined ? first : await findPlace(db, from, known, block);
  if (start === undefined) return [];
  const rows = await readFrom(readsFor(db, from, offset), from, start, limit, offset - start.place);
  return rows.map((row) => row.nodeid);
}

/** How many there are in the list. */
export async function countList(
  db: Db,
  { sql, bindings }: Omit<ListSource, 'sort'>,
): Promise<number> {
  const row = await db.far.get<{ count: number }>(`select count(*) as count ${sql}`, bindings);
  return row?.count ?? 0;
}

/** Only the first pages of a list that shows nearly all that is there are never far. */
function readsFor(db: Db, { sparse = false }: ListSource, offset: number): Reads {
  return sparse || offset >= BLOCK ? db.far : db;
}

/** Nodes of the list before `place`, and the key of the one there; no key for the first. */
interface Start {
  readonly place: number;
  readonly key: ListKey | undefined;
}

const first: Start = { place: 0, key: undefined };

/** The place of the block's first node; undefined when the list ends before. */
async function findPlace(
  db: Db,
  from: ListSource,
  { keys }: KnownList,
  block: number,
): Promise<Start | undefined> {
  const kept = keys.get(block);
  if (kept !== undefined) return { place: block, key: kept };
  let before = first;
  for (const [place, key] of keys) {
    if (place < block && place > before.place) before = { place, key };
  }
  const [row] = await readFrom(db.far, from, before, 1, block - before.place);
  if (row === undefined) return undefined;
  // Among hundreds of sticky topics there are no places: a key tells nothing of what is sticky.
  if (row.sticky !== 0) return first;
  const key = [row.key, row.nodeid];
  keys.set(block, key);
  return { place: block, key };
}

interface KeyRow {
  readonly nodeid: number;
  readonly key: Value;
  readonly sticky: number;
}

async function readFrom(
  db: Reads,
  { sql, bindings, sort }: ListSource,
  { key }: Start,
  limit: number,
  offset: number,
): Promise<KeyRow[]> {
  const { key: column, id, sticky, way } = sort;
  const after = key === undefined ? undefined : fromKey(sort, key);
  const order = `${sticky ? 'n.sticky desc, ' : ''}${column} ${way}, ${id} ${way}`;
  return db.all<KeyRow>(
    `select ${id} as nodeid, ${column} as "key", ${sticky ? 'n.sticky' : '0'} as sticky ${sql}${after?.sql ?? ''}
      order by ${order} limit ? offset ?`,
    [...bindings, ...(after?.bindings ?? []), limit, offset],
  );
}

/** The nodes from this key on. A range of one column, which every database finds in an index, and the rest of it. */
function fromKey(
  { key, id, sticky, way }: ListSort,
  [value = 0, nodeid = 0]: ListKey,
): { sql: string; bindings: Value[] } {
  const later = way === 'desc' ? '<' : '>';
  return {
    sql: `${sticky ? ' and n.sticky = 0' : ''} and ${key} ${later}= ? and (${key} ${later} ? or ${id} ${later}= ?)`,
    bindings: [value, value, nodeid],
  };
}

function knownOf(
  { sql, bindings, sort }: ListSource,
  { places, parent, now }: ListMemory,
): KnownList {
  const name = `${sql} ${Object.values(sort).join(' ')} ${bindings.join()}`;
  return places.of(name, sort.sticky ? parent.textcount : parent.totalcount, now);
}
