import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import {
  type Config,
  databaseFile,
  readConfig,
  settingWarnings,
  withoutPassword,
} from '../config.ts';
import type { Database } from '../db/db.ts';
import { migrate } from '../db/migrations.ts';
import { openDatabase } from '../db/open.ts';
import { optionWarnings, readOptions } from '../library/board/options.ts';
import { createLogger } from '../logger.ts';
import { sandboxKey } from '../sandbox/credentials.ts';
import { installOnce } from './first-start.ts';
import { reachAdvice } from './reach.ts';
import { serve } from './serve.ts';

/** `signpost start`: migrates, makes an empty database a board, and serves until it is told to stop. */
export async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.LOG_LEVEL);
  const database = openDatabase({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    synchronous: config.SQLITE_SYNCHRONOUS,
    limitMs: config.DATABASE_TIMEOUT_MS,
  });
  for (const warning of settingWarnings(process.env)) log.warn(warning);
  warnOfOpenFile(config, log);
  const migrations = await migrate(database, () => {
    say('Another process migrates the database: waiting for it.');
  });
  say(
    `Database ${withoutPassword(config.DATABASE_URL)}${migrations.length === 0 ? '' : `: ran ${migrations.join(', ')}`}`,
  );
  const tellExample = await installOnce(database, config);
  for (const warning of await optionWarnings(database.reader())) log.warn(warning);
  if (config.NODE_ENV === 'production') await warnOfPublicKey(database, log);
  await serve({ config, database, log }, async (url) => {
    await tellExample(url);
    say(`Signpost answers at ${url}/api.php`);
    const advice = reachAdvice(config, url);
    if (advice !== undefined) say(advice);
  });
}

/** Earlier releases made a file that everybody may read, where its folder was there before. */
function warnOfOpenFile(config: Config, log: Logger): void {
  const file = databaseFile(config);
  if (file === undefined || (statSync(file).mode & 0o007) === 0) return;
  log.warn(`other users of this machine may read the database: chmod o= ${file}*`);
}

/** A board that `seed` has made has members whose passwords everybody knows. */
async function warnOfPublicKey(database: Database, log: Logger): Promise<void> {
  const { apikey } = await readOptions(database.reader());
  if (apikey === sandboxKey)
    log.warn('this board was made by seed: its API key and passwords are public');
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
