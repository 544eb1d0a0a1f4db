import type { Database } from './db.ts';
import { ServerDatabase } from './server.ts';
import { SqliteDatabase, type SqliteOptions } from './sqlite.ts';

export interface DatabaseSettings {
  /** `sqlite:data/signpost.db`, `sqlite::memory:`, `postgres://…`, `mysql://…` or `mariadb://…`. */
  readonly url: string;
  readonly poolSize: number;
  readonly synchronous: SqliteOptions['synchronous'];
}

/** Opens the database that the URL names. The scheme has been checked with the settings. */
export function openDatabase({ url, poolSize, synchronous }: DatabaseSettings): Database {
  if (url.startsWith('sqlite:')) {
    return new SqliteDatabase(url.slice('sqlite:'.length).replace(/^\/\//, ''), { synchronous });
  }
  return new ServerDatabase(url.startsWith('postgres') ? 'postgres' : 'mysql', url, poolSize);
}
