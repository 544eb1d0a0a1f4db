import type Sqlite from 'better-sqlite3';
import knexFactory, { type Knex } from 'knex';
import { LOCK_WAIT_MS } from './open.ts';

/** A knex that works on an open connection instead of opening its own. */
export function knexOn(connection: Sqlite.Database): Knex {
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename: '' },
    useNullAsDefault: true,
    acquireConnectionTimeout: LOCK_WAIT_MS,
    // What fails is thrown as well.
    log: { warn: () => undefined, error: () => undefined },
  });
  Object.assign(knex.client as object, {
    acquireRawConnection: async () => connection,
    destroyRawConnection: async () => undefined,
  });
  return knex;
}
