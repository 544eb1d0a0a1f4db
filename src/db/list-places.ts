import { LRUCache } from 'lru-cache';
import type { Db, Value } from './db.ts';

/** The sort key of a node in a list; its `nodeid` last. */
export type ListKey = readonly Value[];

/** What is known of one list: the keys of every so many-th node by their place, and how many nodes it has. */
export interface KnownList {
  readonly keys: Map<number, ListKey>;
  total: number | undefined;
}

interface Kept extends KnownList {
  readonly stamp: number;
  /** Unix seconds. */
  readonly since: number;
}

const KEPT_LISTS = 500;
/** Seconds for which places are believed when what changed left no trace in the stamp, as a bump does. */
const TRUST = 5;

/**
 * Where the far pages of long lists begin, so that they need not be counted off from the first node on each time.
 * Only where pages begin is remembered: what is on them is read anew, and by what the reader may see.
 */
export class ListPlaces {
  readonly #lists = new LRUCache<string, Kept>({ max: KEPT_LISTS });

  /**
   * @param name tells the list from all others, its reader's rights included
   * @param stamp a counter that another number of nodes changes; with it everything is forgotten
   * @param now Unix seconds
   */
  of(name: string, stamp: number, now: number): KnownList {
    const kept = this.#lists.get(name);
    const age = now - (kept?.since ?? 0);
    if (kept?.stamp === stamp && age >= 0 && age < TRUST) return kept;
    const fresh: Kept = { keys: new Map(), total: undefined, stamp, since: now };
    this.#lists.set(name, fresh);
    return fresh;
  }
}

/** The parent as the call found it, and what is remembered of long lists. */
export interface ListMemory {
  readonly places: ListPlaces;
  readonly parent: { readonly textcount: number; readonly totalcount: number };
  /** Unix seconds. */
  readonly now: number;
}

/** Totals from here on are remembered. */
const MANY = 5_000;

/** Counts by a statement whose column is `count`. */
export async function countRemembered(
  db: Db,
  sql: string,
  bindings: readonly Value[],
  memory?: ListMemory,
): Promise<number> {
  const name = `${sql} ${bindings.join()}`;
  const known = memory?.places.of(name, memory.parent.totalcount, memory.now);
  if (known?.total !== undefined) return known.total;
  const row = await db.far.get<{ count: number }>(sql, bindings);
  const count = row?.count ?? 0;
  if (known !== undefined && count >= MANY) known.total = count;
  return count;
}
