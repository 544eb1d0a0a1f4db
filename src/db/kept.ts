/** A stretch of time in which nothing was written to the database. */
export type Epoch = object;

const MOST_ROWS = 5_000;

/**
 * Rows that were read and hold until anything is written, by whichever process. They are frozen, so that what is
 * worked out from one can be kept beside it.
 */
export class KeptRows<Row extends object> {
  readonly #rows = new WeakMap<Epoch, Map<number, Row>>();

  /** The row of this id, if it is kept. */
  find(epoch: Epoch | undefined, id: number): Row | undefined {
    return epoch && this.#rows.get(epoch)?.get(id);
  }

  /** Keeps a row, frozen; returns it. Without an epoch, or when there are too many, it is only returned. */
  keep(epoch: Epoch | undefined, id: number, row: Row): Row {
    if (epoch === undefined) return row;
    const rows = this.#rows.get(epoch) ?? new Map<number, Row>();
    this.#rows.set(epoch, rows);
    if (rows.size >= MOST_ROWS) return row;
    rows.set(id, row);
    return Object.freeze(row);
  }
}
