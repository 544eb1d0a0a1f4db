/**
 * PHP's sort, step by step (zend_sort.c). PHP's comparison of keys is circular for some sets of numeric-looking names
 * (`1e1` < `2a` < `9` < `1e1`); the outcome is then whatever this very algorithm makes of it.
 */

type Greater<T> = (a: T, b: T) => boolean;

/** Sorts `list` in place. */
export function zendSort<T>(list: T[], greater: Greater<T>): void {
  sortRange(new Range(list, greater), 0, list.length);
}

/** An array with the two operations that the algorithm is made of. */
class Range<T> {
  private readonly list: T[];
  private readonly isGreater: Greater<T>;

  constructor(list: T[], isGreater: Greater<T>) {
    this.list = list;
    this.isGreater = isGreater;
  }

  greater(i: number, j: number): boolean {
    return this.isGreater(this.list[i] as T, this.list[j] as T);
  }

  swap(i: number, j: number): void {
    const kept = this.list[i] as T;
    this.list[i] = this.list[j] as T;
    this.list[j] = kept;
  }

  /** Moves the element at `from` to the left, to `to`. */
  move(from: number, to: number): void {
    this.list.splice(to, 0, ...this.list.splice(from, 1));
  }
}

/** Sorts [from, to): quicksort, and insertion for what is short. */
function sortRange<T>(range: Range<T>, from: number, to: number): void {
  while (to - from > 16) {
    const pivot = partition(range, from, to);
    // The shorter side first, as PHP does: the depth stays logarithmic.
    if (pivot - from < to - pivot - 1) {
      sortRange(range, from, pivot);
      from = pivot + 1;
    } else {
      sortRange(range, pivot + 1, to);
      to = pivot;
    }
  }
  sortShort(range, from, to);
}

/** Moves what is less than the pivot before it; returns where the pivot is. */
function partition<T>(range: Range<T>, from: number, to: number): number {
  const middle = from + ((to - from) >> 1);
  orderEnds(range, from, middle, to);
  const pivot = from + 1;
  range.swap(pivot, middle);
  let i = from + 2;
  let j = to - 1;
  for (;;) {
    while (range.greater(pivot, i)) if (++i === j) return settle(range, pivot, i);
    if (--j === i) return settle(range, pivot, i);
    while (range.greater(j, pivot)) if (--j === i) return settle(range, pivot, i);
    range.swap(i, j);
    if (++i === j) return settle(range, pivot, i);
  }
}

function orderEnds<T>(range: Range<T>, from: number, middle: number, to: number): void {
  if (to - from < 1024) {
    sortFew(range, [from, middle, to - 1]);
  } else {
    const quarter = (middle - from) >> 1;
    sortFew(range, [from, from + quarter, middle, middle + quarter, to - 1]);
  }
}

function settle<T>(range: Range<T>, pivot: number, i: number): number {
  range.swap(pivot, i - 1);
  return i - 1;
}

/** Sorts the elements at three to five positions. */
function sortFew<T>(range: Range<T>, positions: readonly number[]): void {
  const [a = 0, b = 0, c = 0] = positions;
  sortThree(range, a, b, c);
  for (let last = 3; last < positions.length; last++) {
    for (let k = last; k > 0; k--) {
      const [left = 0, right = 0] = positions.slice(k - 1, k + 1);
      if (!range.greater(left, right)) break;
      range.swap(left, right);
    }
  }
}

function sortThree<T>(range: Range<T>, a: number, b: number, c: number): void {
  if (!range.greater(a, b)) {
    if (!range.greater(b, c)) return;
    range.swap(b, c);
    if (range.greater(a, b)) range.swap(a, b);
  } else if (!range.greater(c, b)) {
    range.swap(a, c);
  } else {
    range.swap(a, b);
    if (range.greater(b, c)) range.swap(b, c);
  }
}

/** Sorts at most 16 elements. */
function sortShort<T>(range: Range<T>, from: number, to: number): void {
  const length = to - from;
  if (length === 2 && range.greater(from, from + 1)) range.swap(from, from + 1);
  if (length < 3) return;
  if (length <= 5) {
    sortFew(
      range,
      Array.from({ length }, (_, i) => from + i),
    );
    return;
  }
  for (let i = from + 1; i < to; i++) {
    if (!range.greater(i - 1, i)) continue;
    range.move(i, i < from + 6 ? stepByOne(range, from, i) : stepByTwo(range, from, i));
  }
}

/** Where element `i` belongs, which is less than its left neighbour. */
function stepByOne<T>(range: Range<T>, from: number, i: number): number {
  let j = i - 1;
  while (j > from && range.greater(j - 1, i)) j--;
  return j;
}

/** The same in steps of two, looking back once when it has gone too far. */
function stepByTwo<T>(range: Range<T>, from: number, i: number): number {
  for (let j = i - 3; ; j -= 2) {
    if (!range.greater(j, i)) return range.greater(j + 1, i) ? j + 1 : j + 2;
    if (j === from) return from;
    if (j === from + 1) return range.greater(i, from) ? from + 1 : from;
  }
}
