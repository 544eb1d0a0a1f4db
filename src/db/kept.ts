/** A stretch of time in which nothing was written to the database. */
export type Epoch = object;

/** What all kept rows of a kind may weigh together. */
const MOST = 5_000;

interface Shelf<Row> {
  readonly rows: Map<number, Row>;
  weight: number;
}

/**
 * Rows that were read and hold until anything is written, by whichever process. They are frozen, so that what is
 * worked out from one can be kept beside it.
 */
export class KeptRows<Row extends object> {
  readonly #shelves = new WeakMap<Epoch, Shelf<Row>>();
  readonly #weigh: (row: Row) => number;

  /** @param weigh what a row weighs, 1 for one of a kilobyte; there is room for 5,000 */
  constructor(weigh: (row: Row) => number = () => 1) {
    this.#weigh = weigh;
  }

  /** The row of this id, if it is kept. */
  find(epoch: Epoch | undefined, id: number): Row | undefined {
    return epoch && this.#shelves.get(epoch)?.rows.get(id);
  }

  /** Keeps a row, frozen; returns it. Without an epoch, or when there are too many, it is only returned. */
  keep(epoch: Epoch | undefined, id: number, row: Row): Row {
    if (epoch === undefined) return row;
    const shelf = this.#shelves.get(epoch) ?? { rows: new Map<number, Row>(), weight: 0 };
    this.#shelves.set(epoch, shelf);
    shelf.weight += this.#weigh(row);
    if (shelf.weight > MOST) return row;
    shelf.rows.set(id, row);
    return Object.freeze(row);
  }
}
