import { randomBytes } from 'node:crypto';
import { type Config, readConfig, withoutPassword } from '../config.ts';
import { migrate } from '../db/migrations.ts';
import { openDatabase } from '../db/open.ts';
import type { Database } from '../db/db.ts';
import { install } from '../install/install.ts';
import { ensureClient } from '../library/apiclient.ts';
import { hashPassword, md5 } from '../library/password.ts';
import { insertSession } from '../library/session.ts';
import { createLogger } from '../logger.ts';
import { serve } from './serve.ts';
import { signedCall } from './signed-call.ts';

/** `signpost start`: migrates, makes an empty database a board, and serves until it is told to stop. */
export async function start(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLogger(config.LOG_LEVEL);
  const database = openDatabase({
    url: config.DATABASE_URL,
    poolSize: config.DATABASE_POOL,
    synchronous: config.SQLITE_SYNCHRONOUS,
  });
  const migrations = await migrate(database.knex);
  say(
    `Database ${withoutPassword(config.DATABASE_URL)}${migrations.length === 0 ? '' : `: ran ${migrations.join(', ')}`}`,
  );
  const welcome = await installOnce(database, config);
  await serve({ config, database, log }, (url) => {
    say(`Signpost answers at ${url}/api.php`);
    if (welcome !== undefined) say(welcome(url));
  });
}

/** On an empty database: a board, and what its operator must know. The secrets are shown once and kept nowhere. */
async function installOnce(
  database: Database,
  config: Config,
): Promise<((url: string) => string) | undefined> {
  const password = randomBytes(15).toString('base64url');
  const apikey = randomBytes(12).toString('hex');
  const now = Math.floor(Date.now() / 1000);
  const adminPassword = await hashPassword(md5(password));
  const installed = await install(database, { adminName: 'admin', adminPassword, apikey, now });
  if (!installed) return undefined;
  const secrets = await registerExample(database, config, now);
  return (url) => `
A new board. Keep these two: they are not shown again.

  API key         ${apikey}
  Administrator   admin
  Password        ${password}

A signed call to try in another terminal:

  ${signedCall(url, 'api_m=site.getSiteStatistics', { ...secrets, apikey })}
`;
}

async function registerExample(database: Database, config: Config, now: number) {
  return database.transaction(async (db) => {
    const identity = {
      clientname: 'First call',
      clientversion: '1',
      platformname: '',
      platformversion: '',
      uniqueid: 'first-call',
    };
    const client = await ensureClient(db, identity, '127.0.0.1', now);
    const session = await insertSession(db, {
      apiclientid: client.apiclientid,
      userid: 0,
      host: '127.0.0.1',
      now,
      lifetime: config.SESSION_LIFETIME,
    });
    return {
      token: session.apiaccesstoken,
      clientid: String(client.apiclientid),
      secret: client.secret,
    };
  });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
