/**
 * A list whose values are also found by their ids. From `api_v` 100 on it is printed as a list of its values; below that
 * as the object by id that old clients read, whose order is lost wherever a language sorts the names of objects. So it
 * is for what the board chose and sorted, and each value carries its id; and for what is left of a list of the caller's,
 * by the places in it. What the caller named by ids is a plain Map.
 */
export class ListById<V> extends Map<number, V> {
  /** The values in their order. */
  static of<V>(values: Iterable<V>, idOf: (value: V) => number): ListById<V> {
    const list = new ListById<V>();
    for (const value of values) list.set(idOf(value), value);
    return list;
  }

  /** The values in the order of the list. */
  inOrder(): V[] {
    return [...this.values()];
  }
}
