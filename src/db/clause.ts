import type { Value } from './db.ts';

/** A piece of SQL with the values of its `?`. */
export interface Clause {
  readonly sql: string;
  readonly bindings: readonly Value[];
}

/** A condition that nothing meets. */
export const nothing: Clause = { sql: '1 = 0', bindings: [] };

/** A condition that all meet. */
export const everything: Clause = { sql: '1 = 1', bindings: [] };

/** All of them together. There is at least one. */
export function conjunction(clauses: readonly Clause[]): Clause {
  return {
    sql: clauses.map(({ sql }) => `(${sql})`).join(' and '),
    bindings: clauses.flatMap(({ bindings }) => bindings),
  };
}

/** One of them at least. There is at least one. */
export function either(clauses: readonly Clause[]): Clause {
  return {
    sql: `(${clauses.map(({ sql }) => `(${sql})`).join(' or ')})`,
    bindings: clauses.flatMap(({ bindings }) => bindings),
  };
}
