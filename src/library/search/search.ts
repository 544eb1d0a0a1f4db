import { type Clause, conjunction } from '../../db/clause.ts';
import type { Db } from '../../db/db.ts';
import { messageMatching } from '../message/words.ts';
import { listPage } from '../../db/list-pages.ts';
import { countRemembered, type ListMemory } from '../../db/list-places.ts';
import { matching } from './match.ts';
import type { Keywords } from './query.ts';
import { listSort, orderSql, type Order } from './sort.ts';

/** Where to look: below these nodes. */
export interface Place {
  readonly nodeids: readonly number[];
  /** Levels below: 0 is the node itself. */
  readonly least: number;
  /** 0 for all. */
  readonly most: number;
}

/** The searcher's private messages, which are looked through beside what the board has. */
export interface OwnMessages {
  readonly userid: number;
  /** Those in the trash instead of the others. */
  readonly trash: boolean;
  readonly place: Place | undefined;
  readonly clauses: readonly Clause[];
}

/** A search, ready for the database. */
export interface Search {
  readonly keywords: Keywords | undefined;
  readonly titleOnly: boolean;
  readonly place: Place | undefined;
  /** Keeps out what the caller may not find; undefined when no post is wanted, but messages alone. */
  readonly visible: Clause | undefined;
  readonly messages?: OwnMessages | undefined;
  readonly clauses: readonly Clause[];
  readonly order: Order;
  /** Of each topic only the latest node found. */
  readonly latestOnly: boolean;
  /** Sort all there is; else what is not sorted by an index is sorted among the newest ones. */
  readonly exact: boolean;
}

/** The most nodes that are sorted: the newest ones. */
const MOST_CANDIDATES = 10_000;
/** The most private messages that are looked through: the newest ones. */
const MOST_MESSAGES = 5_000;

/** One page of the ids found, in order: one statement. */
export async function findNodeids(
  db: Db,
  search: Search,
  limit: number,
  offset = 0,
): Promise<number[]> {
  const { sql, bindings } = statement(db, search, offset + limit);
  const rows = await db.far.all<{ nodeid: number }>(`${sql} limit ? offset ?`, [
    ...bindings,
    limit,
    offset,
  ]);
  return rows.map((row) => row.nodeid);
}

/**
 * How many nodes are found.
 * @param memory where many are remembered for a moment
 */
export async function countFound(db: Db, search: Search, memory: ListMemory): Promise<number> {
  const { sql, bindings } = source(db, search);
  return countRemembered(db, `select count(*) as count ${sql}`, bindings, memory);
}

/** The same, however far the page: where one date sorts the list, its place is found by what is remembered. */
export async function findPage(
  db: Db,
  search: Search,
  limit: number,
  offset: number,
  memory: ListMemory,
): Promise<number[]> {
  const from = source(db, search);
  const sort = search.latestOnly ? undefined : listSort(search.order, from.dated);
  if (sort === undefined) return findNodeids(db, search, limit, offset);
  return listPage(db, { ...from, sort, sparse: search.clauses.length > 0 }, offset, limit, memory);
}

/** @param most so many are looked at in the end */
function statement(db: Db, search: Search, most: number): Clause {
  const { messages, visible, order } = search;
  if (messages === undefined) return posts(db, search);
  const found = visible === undefined ? undefined : posts(db, search);
  const parts = [
    ...(found === undefined ? [] : [{ ...found, sql: `${found.sql} limit ${most}` }]),
    heldMessages(db, search, messages),
  ];
  const all = parts.map(({ sql }, index) => `select p${index}.nodeid from (${sql}) p${index}`);
  return {
    sql: `select n.nodeid from (${all.join(' union all ')}) f join node n on n.nodeid = f.nodeid order by ${orderSql(order)}`,
    bindings: parts.flatMap(({ bindings }) => bindings),
  };
}

/** Whether the searcher (a binding) holds the message `n`, in the trash or out of it (a binding). */
export function heldBy({ userid, trash }: Pick<OwnMessages, 'userid' | 'trash'>): Clause {
  return {
    sql: 'exists (select 1 from sentto h where h.nodeid = n.nodeid and h.userid = ? and h.deleted = ?)',
    bindings: [userid, trash ? 1 : 0],
  };
}

function heldMessages(
  db: Db,
  search: Search,
  { userid, trash, place, clauses }: OwnMessages,
): Clause {
  const { keywords, titleOnly, latestOnly } = search;
  const held = `select nodeid from sentto where userid = ? and deleted = ? order by nodeid desc limit ${MOST_MESSAGES}`;
  const words = keywords && messageMatching(db, keywords, titleOnly);
  const where = [words, within(place), ...clauses].filter((clause) => clause !== undefined);
  const condition = where.length === 0 ? undefined : conjunction(where);
  const sql = `select n.nodeid from (${held}) h join node n on n.nodeid = h.nodeid
    ${words === undefined ? '' : 'join messagewords w on w.nodeid = n.nodeid'}
    ${condition === undefined ? '' : `where ${condition.sql}`}`;
  const bindings = [userid, trash ? 1 : 0, ...(condition?.bindings ?? [])];
  return { sql: latestOnly ? latest(sql) : sql, bindings };
}

function posts(db: Db, search: Search): Clause {
  const { order, exact, latestOnly, keywords } = search;
  const from = source(db, search);
  const straight = exact || (keywords === undefined && order.indexed);
  if (straight && !latestOnly) {
    return { ...from, sql: `select n.nodeid ${from.sql} order by ${orderSql(order, from.dated)}` };
  }
  // The matches come in this order already: SQLite then stops at the last candidate.
  const newest = keywords === undefined ? orderSql(byDate, from.dated) : 'k.nodeid desc';
  const inner = `select n.nodeid ${from.sql} order by ${newest} limit ${MOST_CANDIDATES}`;
  const candidates = latestOnly ? latest(inner) : inner;
  return {
    sql: `select n.nodeid from (${candidates}) f join node n on n.nodeid = f.nodeid order by ${orderSql(order)}`,
    bindings: from.bindings,
  };
}

const byDate: Order = { fields: [['publishdate', 'desc']], indexed: true, relevance: false };

/** Of each topic the node published last. */
function latest(inner: string): string {
  return `select w.nodeid from (
      select m.nodeid, row_number() over (partition by m.starter order by m.publishdate desc, m.nodeid desc) as nth
      from (${inner}) i join node m on m.nodeid = i.nodeid
    ) w where w.nth = 1`;
}

interface Source extends Clause {
  /** Dates come with the closure, whose index has them in order. */
  readonly dated: boolean;
}

/** `from … where …`: by the words, by the parent, by the dates below one node, or by what the conditions say. */
function source(db: Db, search: Search): Source {
  const { keywords, titleOnly, place } = search;
  if (keywords !== undefined) {
    const words = matching(db, keywords, titleOnly);
    const from = `from (${words.sql}) k join node n on n.nodeid = k.nodeid`;
    return filtered({ sql: from, bindings: words.bindings }, search, within(place));
  }
  const only = place?.nodeids.length === 1 ? place : undefined;
  if (only?.least === 1 && only.most === 1) {
    const children = { sql: 'n.parentid = ?', bindings: only.nodeids };
    return filtered({ sql: 'from node n', bindings: [] }, search, children);
  }
  if (only !== undefined && newestFirst(search)) {
    const from = 'from closure c join node n on n.nodeid = c.child';
    const below = { sql: `c.parent = ? and ${levels('c', only)}`, bindings: only.nodeids };
    const found = filtered({ sql: from, bindings: [] }, search, below);
    // the closure has the same dates, in an index
    return { ...found, sql: found.sql.replaceAll('n.publishdate', 'c.publishdate'), dated: true };
  }
  return filtered({ sql: 'from node n', bindings: [] }, search, within(place));
}

/** True when nodes are taken in the order of their dates: it is the order wanted, or the newest ones are sorted. */
export function newestFirst({ order, exact }: Pick<Search, 'order' | 'exact'>): boolean {
  return order.fields[0]?.[0] === 'publishdate' || (!exact && !order.indexed);
}

function filtered(from: Clause, { visible, clauses }: Search, place: Clause | undefined): Source {
  const all = [place, visible, ...clauses].filter((clause) => clause !== undefined);
  const where = conjunction(all);
  return {
    sql: `${from.sql} where ${where.sql}`,
    bindings: [...from.bindings, ...where.bindings],
    dated: false,
  };
}

function within(place: Place | undefined): Clause | undefined {
  if (place === undefined) return undefined;
  const marks = place.nodeids.map(() => '?').join(', ');
  return {
    sql: `exists (select 1 from closure c where c.child = n.nodeid and c.parent in (${marks}) and ${levels('c', place)})`,
    bindings: place.nodeids,
  };
}

function levels(table: string, { least, most }: Place): string {
  return most === 0 ? `${table}.depth >= ${least}` : `${table}.depth between ${least} and ${most}`;
}
