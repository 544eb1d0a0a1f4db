import knexFactory, { type Knex } from 'knex';

/**
 * Makes the knex that statements are built with. It has no connection: a builder is a thenable, and one that somebody
 * awaits instead of passing it to `db` would run outside of the transaction.
 */
export function builderFor(client: 'better-sqlite3' | 'pg' | 'mysql2'): Knex {
  const knex = knexFactory({ client, useNullAsDefault: true });
  const acquireConnection = async (): Promise<never> => {
    throw new Error('a builder was awaited: pass it to all, get or run of the handle');
  };
  Object.assign(knex.client as object, { acquireConnection });
  return knex;
}
