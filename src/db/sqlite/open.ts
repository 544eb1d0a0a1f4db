import { createRequire } from 'node:module';
import Sqlite from 'better-sqlite3';

export const LOCK_WAIT_MS = 5_000;

export interface SqliteOptions {
  /** `full` (an acknowledged call survives a power cut) or `normal` (it survives a crash of the process). */
  readonly synchronous: 'full' | 'normal';
  /** From how many pages on the file counts as large: see {@link Db.far}. */
  readonly farPages?: number;
}

export function open(
  source: string | Buffer,
  options: SqliteOptions,
  readonly = false,
): Sqlite.Database {
  return configure(new Sqlite(source, { readonly }), options);
}

function configure(connection: Sqlite.Database, options: SqliteOptions): Sqlite.Database {
  if (!connection.readonly && !connection.memory) connection.pragma('journal_mode = WAL');
  connection.pragma(`synchronous = ${options.synchronous}`);
  connection.pragma('foreign_keys = ON');
  connection.pragma('busy_timeout = 0');
  connection.pragma('cache_size = -32768');
  connection.pragma('temp_store = MEMORY');
  return connection;
}

/** better-sqlite3 13 ends an older Node.js with a bare segmentation fault; say why instead. */
export function refuseCrashingDriver(): void {
  const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as {
    version: string;
  };
  if (Number(version.split('.')[0]) >= 13 && Number(process.versions.napi) < 10) {
    throw new Error(
      `better-sqlite3 ${version} needs Node.js 22.14 or newer; this is ${process.version}`,
    );
  }
}
