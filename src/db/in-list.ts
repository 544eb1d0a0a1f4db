const sizes = [1, 5, 20, 50, 100, 250, 500, 1000, 10000];

/**
 * `(?, ?, …)` for an SQL `in`, filled up with its last value to one of a few lengths, so that lists of all lengths
 * share a few prepared statements. The list must not be empty.
 */
export function inList(values: readonly number[]): { sql: string; bindings: number[] } {
  const length = sizes.find((size) => size >= values.length) ?? values.length;
  const last = values[values.length - 1] ?? 0;
  const bindings = Array.from({ length }, (_, index) => values[index] ?? last);
  return { sql: `(${bindings.map(() => '?').join(', ')})`, bindings };
}

const CHUNK = 500;

/** The list in pieces. */
export function chunksOf<T>(list: readonly T[], size = CHUNK): T[][] {
  const pieces = Math.ceil(list.length / size);
  return Array.from({ length: pieces }, (_, index) => list.slice(index * size, (index + 1) * size));
}
