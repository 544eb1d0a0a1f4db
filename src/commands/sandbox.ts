import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig, settingWarnings } from '../config.ts';
import { SqliteDatabase } from '../db/sqlite/database.ts';
import { createLogger } from '../logger.ts';
import {
  exampleSecrets,
  sandboxApiKeys,
  sandboxKey,
  sandboxMembers,
  sandboxPassword,
} from '../sandbox/credentials.ts';
import { storeExamples } from '../sandbox/examples.ts';
import { buildSandbox } from '../sandbox/sandbox.ts';
import { openStorage } from '../storage/storage.ts';
import { reachAdvice } from './reach.ts';
import { serve } from './serve.ts';
import { signedCall } from './signed-call.ts';

/** Whoever develops an app makes many calls and many mistakes, and wants to know why. */
const defaults = {
  API_DEBUG: 'on',
  CORS_ORIGINS: '*',
  RATE_LIMIT: '0',
  INIT_LIMIT: '0',
  REGISTER_LIMIT: '0',
  SEARCH_LIMIT: '0',
  FAILURE_LIMIT: '0',
  WEBHOOK_PRIVATE: 'on',
} as const;

/** `signpost sandbox`: a board in memory for app developers, with fixed, public credentials. */
export async function sandbox(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-sandbox-'));
  await serveSandbox(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

async function serveSandbox(folder: string): Promise<void> {
  const own = { DATABASE_URL: 'sqlite::memory:', FILES_URL: `file:${folder}` };
  const config = readConfig({ ...process.env, ...own }, defaults);
  if (config.NODE_ENV === 'production') {
    throw new Error(
      'The sandbox has public passwords: it does not start with NODE_ENV=production.',
    );
  }
  const log = createLogger(config.LOG_LEVEL);
  for (const warning of settingWarnings(process.env)) log.warn(warning);
  const database = new SqliteDatabase(':memory:', { synchronous: 'normal' });
  await buildSandbox(database, Math.floor(Date.now() / 1000));
  await storeExamples(await openStorage(config.FILES_URL));
  await serve({ config, database, log }, (url) => {
    process.stdout.write(describe(url, reachAdvice(config, url)));
  });
}

function describe(url: string, advice: string | undefined): string {
  const members = sandboxMembers.map(
    ({ username, role }) =>
      `  ${username.padEnd(10)}${sandboxPassword(username).padEnd(20)}${role}`,
  );
  const keys = sandboxApiKeys.map(({ key, about }) => `  ${key.padEnd(30)}${about}`);
  return `
The sandbox answers at ${url}/api.php. It forgets everything when it stops.
${advice === undefined ? '' : `${advice}\n`}
  API key   ${sandboxKey}

${members.join('\n')}

Invision's API answers at ${url}/api, with these keys as the user name of HTTP Basic:

${keys.join('\n')}

With debug=1 a call tells why its signature failed. A signed call to try in another terminal:

  ${signedCall(url, 'api_m=node.fetchChannelNodeTree&depth=2', exampleSecrets)}

`;
}
