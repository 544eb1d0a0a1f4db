import type { Environment } from './environment.ts';
import {
  deleteStoredFile,
  deleteUnusedFiledata,
  listMarkedFiles,
  markUnusedFiles,
} from './library/orphans.ts';
import { storageKeys } from './library/filedata.ts';
import { liftBans } from './library/ban.ts';
import { pruneQuestions } from './library/humanverify.ts';
import { pruneMarks } from './library/noderead.ts';
import { readOptions } from './library/options.ts';
import { deleteExpiredRedirects } from './library/redirect.ts';
import { deleteExpiredResults } from './library/search-result.ts';
import { deleteExpired } from './library/session.ts';
import { pruneStrikes } from './library/strikes.ts';
import { pruneTries } from './library/throttle.ts';
import { pruneActivations } from './library/useractivation.ts';
import type { Database } from './db/db.ts';

const EVERY_MS = 600_000;
/** How long an upload may wait to be attached, in seconds. */
const A_DAY = 86_400;

/** Removes what has expired, now and every ten minutes; returns the function that ends it. */
export function startMaintenance(environment: Environment): () => void {
  const clean = async (): Promise<void> => {
    try {
      await removeExpired(environment.database, environment.now());
      await removeOrphans(environment);
    } catch (error) {
      environment.log.warn({ err: error }, 'maintenance failed');
    }
  };
  void clean();
  const timer = setInterval(() => void clean(), EVERY_MS).unref();
  return () => {
    clearInterval(timer);
  };
}

/** Removes what has expired. @param now Unix seconds */
export async function removeExpired(database: Database, now: number): Promise<void> {
  await database.transaction(async (db) => {
    await deleteExpired(db, now);
    await pruneStrikes(db, now);
    await liftBans(db, now);
    await pruneQuestions(db, now);
    await pruneActivations(db, now);
    await pruneTries(db, now);
    await deleteExpiredResults(db, now);
    await pruneMarks(db, await readOptions(db), now);
  });
  while ((await database.transaction((db) => deleteExpiredRedirects(db, now))) > 0);
}

/**
 * Removes uploads that nothing shows, then the bytes that no upload has. Rows go first and files later: after a crash in
 * between the rows still tell what is left to do.
 */
export async function removeOrphans(environment: Environment): Promise<void> {
  const { database, files } = environment;
  const before = environment.now() - A_DAY;
  while ((await database.transaction((db) => deleteUnusedFiledata(db, before))) > 0);
  while ((await database.transaction((db) => markUnusedFiles(db, before))) > 0);
  for (;;) {
    const marked = await listMarkedFiles(database.reader());
    if (marked.length === 0) return;
    for (const file of marked) {
      for (const key of storageKeys(file)) await files.storage.remove(key);
      await database.transaction((db) => deleteStoredFile(db, file.storedfileid));
    }
  }
}
