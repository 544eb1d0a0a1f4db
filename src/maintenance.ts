import type { Environment } from './call/environment.ts';
import {
  deleteStoredFile,
  deleteUnusedFiledata,
  listMarkedFiles,
  markUnusedFiles,
} from './library/files/orphans.ts';
import { storageKeys } from './library/files/filedata.ts';
import { pruneApiKeys, pruneApiKeyUses, pruneSurplusUses } from './library/access/apikey.ts';
import { deleteUnusedClients } from './library/access/apiclient.ts';
import { liftBans } from './library/user/ban.ts';
import { pruneQuestions } from './library/access/humanverify.ts';
import { prunePlaces } from './library/access/loginplace.ts';
import { pruneMarks } from './library/marks/noderead.ts';
import { pruneClaims } from './library/user/nameclaim.ts';
import { readOptions } from './library/board/options.ts';
import { deleteExpiredRedirects } from './library/moderation/redirect.ts';
import { pruneRememberTokens } from './library/user/remembertoken.ts';
import { deleteExpiredResults } from './library/search/result.ts';
import { deleteExpired, deleteSurplusSessions } from './library/access/session.ts';
import { pruneStrikes } from './library/access/strikes.ts';
import { pruneTries } from './library/access/throttle.ts';
import { pruneActivations } from './library/access/useractivation.ts';
import { pruneDeliveries } from './library/webhook/delivery.ts';
import type { Database, Db } from './db/db.ts';
import { removeLeftFolders } from './storage/temporary.ts';

const EVERY_MS = 600_000;
/** How long an upload may wait to be attached, in seconds. */
const A_DAY = 86_400;

/** Removes what has expired, now and every ten minutes; returns the function that ends it. */
export function startMaintenance(environment: Environment): () => void {
  const clean = async (): Promise<void> => {
    try {
      await removeExpired(environment.database, environment.now());
      await removeOrphans(environment);
      await removeLeftFolders(Date.now() - A_DAY * 1_000);
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
    await pruneStrikes(db, now);
    await prunePlaces(db, now);
    await liftBans(db, now);
    await pruneQuestions(db, now);
    await pruneActivations(db, now);
    await pruneClaims(db, now);
    await pruneRememberTokens(db, now);
    await pruneTries(db, now);
    await pruneApiKeys(db, now);
    await pruneMarks(db, await readOptions(db), now);
  });
  for (const remove of inChunks) {
    while ((await database.transaction((db) => remove(db, now))) > 0);
  }
}

/** What can be many: removed a chunk in each transaction, so that nobody waits. Clients go after their sessions. */
const inChunks: readonly ((db: Db, now: number) => Promise<number>)[] = [
  deleteExpired,
  deleteSurplusSessions,
  deleteUnusedClients,
  deleteExpiredResults,
  deleteExpiredRedirects,
  pruneApiKeyUses,
  pruneSurplusUses,
  pruneDeliveries,
];

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
