import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { databaseFile, readConfig, withoutPassword } from '../config.ts';
import type { Database } from '../db/db.ts';
import { isMigrated } from '../db/migrations.ts';
import { openDatabase } from '../db/open.ts';

/**
 * Works on the board of DATABASE_URL, which must be there: a mistyped path, or another folder, makes no database.
 * @throws Error when there is no database, or no board in it
 */
export async function onBoard<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const file = databaseFile(config);
  if (file !== undefined && !existsSync(file))
    throw new Error(
      `There is no database ${resolve(file)}. Is this the folder in which Signpost runs, and is DATABASE_URL right?`,
    );
  const database = openDatabase({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    synchronous: config.SQLITE_SYNCHRONOUS,
  });
  try {
    if (!(await isMigrated(database.knex)))
      throw new Error(
        `There is no board in ${withoutPassword(config.DATABASE_URL)}. Is DATABASE_URL right? signpost start makes one.`,
      );
    return await work(database);
  } finally {
    await database.close();
  }
}
