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

/**
 * No release of the driver runs everywhere: 13 ends Node.js 20 with a bare segmentation fault, and 12 ends Node.js 24 once a
 * statement is collected as garbage. Says so before either happens.
 */
export function refuseCrashingDriver(): void {
  const { version } = createRequire(import.meta.url)('better-sqlite3/package.json') as {
    version: string;
  };
  const right = driverFor(process.version, version);
  if (right !== undefined)
    throw new Error(
      `better-sqlite3 ${version} does not run on Node.js ${process.version}. Install the release that does: ` +
        `npm install --no-save better-sqlite3@${right}`,
    );
}

/** The release to install instead of the one that is there; undefined when that one runs. */
export function driverFor(node: string, driver: string): string | undefined {
  const [nodeMajor, driverMajor] = [majorOf(node), majorOf(driver)];
  if (nodeMajor < 22 && driverMajor >= 13) return '12.11.1';
  if (nodeMajor >= 24 && driverMajor < 13) return '13.2.0';
  return undefined;
}

function majorOf(version: string): number {
  return Number(/\d+/.exec(version)?.[0]);
}
