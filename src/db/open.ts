import type { Database } from './db.ts';
import { ServerDatabase } from './server.ts';
import { SqliteDatabase } from './sqlite/database.ts';
import type { SqliteOptions } from './sqlite/open.ts';
import { sqliteSource } from './url.ts';

export interface DatabaseSettings {
  /** `sqlite:data/signpost.db`, `sqlite::memory:`, `postgres://…`, `mysql://…` or `mariadb://…`. */
  readonly url: string;
  readonly poolSize: number;
  readonly synchronous: SqliteOptions['synchronous'];
  /** The longest that a statement on a database server may take; without a limit when left out. */
  readonly limitMs?: number;
}

/** Opens the database that the URL names. The scheme has been checked with the settings. */
export function openDatabase({
  url,
  poolSize,
  synchronous,
  limitMs = 0,
}: DatabaseSettings): Database {
  if (url.startsWith('sqlite:')) {
    return new SqliteDatabase(sqliteSource(url), { synchronous });
  }
  return new ServerDatabase(
    url.startsWith('postgres') ? 'postgres' : 'mysql',
    url,
    poolSize,
    limitMs,
  );
}
