import { LRUCache } from 'lru-cache';

/** A stretch of time in which nothing was written to the database. */
export type Epoch = object;

/** What all kept rows of a kind may take together, in bytes. */
const MOST = 16e6;

interface Kept<Row> {
  readonly row: Row;
  /** When it was read last. */
  epoch: Epoch | undefined;
}

/**
 * Rows as they were read last. One that is read again and has not changed is the same object as before, so that what
 * was worked out from it can be kept beside it: whoever wrote what, in which process, the row itself tells.
 */
export class KeptRows<Row extends object> {
  readonly #rows: LRUCache<number, Kept<Row>>;

  /** @param sizeOf what a row takes with what is worked out from it, in bytes; there is room for 16 million */
  constructor(sizeOf: (row: Row) => number) {
    this.#rows = new LRUCache({ maxSize: MOST, sizeCalculation: ({ row }) => sizeOf(row) });
  }

  /** The row of this id, frozen, if it was read in this epoch; then it need not be read again. */
  find(epoch: Epoch | undefined, id: number): Row | undefined {
    if (epoch === undefined) return undefined;
    const kept = this.#rows.get(id);
    return kept?.epoch === epoch ? frozen(kept.row) : undefined;
  }

  /**
   * Takes a row that was just read. Returns the one that is kept of this id, frozen, if that says the same; otherwise
   * the row itself, not frozen, which is kept from now on.
   * @param epoch that of the handle before it read; undefined where it tells none
   */
  keep(epoch: Epoch | undefined, id: number, row: Row): Row {
    const kept = this.#rows.get(id);
    if (kept === undefined || !isSame(kept.row, row)) {
      this.#rows.set(id, { row, epoch });
      return row;
    }
    kept.epoch = epoch;
    return frozen(kept.row);
  }
}

function frozen<Row extends object>(row: Row): Row {
  return Object.isFrozen(row) ? row : Object.freeze(row);
}

/** Both are rows of one statement, so they have the same columns. */
function isSame<Row extends object>(one: Row, other: Row): boolean {
  for (const name in one) if (one[name] !== other[name]) return false;
  return true;
}
