import { randomBytes } from 'node:crypto';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Config, databaseFile } from '../config.ts';
import type { Database } from '../db/db.ts';
import { makeFolder } from '../folder.ts';
import { install, isInstalled } from '../install/install.ts';
import { insertClient } from '../library/access/apiclient.ts';
import { hashPassword, md5 } from '../library/user/password.ts';
import { insertSession } from '../library/access/session.ts';
import type { Secrets } from '../protocol/signature.ts';
import { signedCall } from './signed-call.ts';

interface NewSecrets {
  readonly apikey: string;
  readonly password: string;
}

/**
 * Makes an empty database a board, and tells the operator its secrets: at a terminal on the screen, else in a file,
 * since what a service prints is kept in the system's journal. They are told before anything can fail that comes later.
 * @returns what is to be called once the board answers at a URL
 */
export async function installOnce(
  database: Database,
  config: Config,
): Promise<(url: string) => Promise<void>> {
  if (await isInstalled(database.reader())) {
    await install(database, await installation(newSecrets()));
    return nothing;
  }
  const secrets = newSecrets();
  const text = welcome(secrets);
  const file = process.stdout.isTTY ? undefined : await writeSecrets(config, text);
  if (!(await install(database, await installation(secrets)))) {
    if (file !== undefined) await rm(file);
    return nothing;
  }
  say(file === undefined ? text : whereSecretsAre(file));
  const example = await registerExample(database, config);
  return async (url) => {
    const call = firstCall(url, { ...example, apikey: secrets.apikey });
    if (file === undefined) say(call);
    else await appendFile(file, call);
  };
}

async function nothing(): Promise<void> {
  // the board has been told of before
}

function newSecrets(): NewSecrets {
  return {
    password: randomBytes(15).toString('base64url'),
    apikey: randomBytes(12).toString('hex'),
  };
}

async function installation({ apikey, password }: NewSecrets) {
  const adminPassword = await hashPassword(md5(password));
  return { adminName: 'admin', adminPassword, apikey, now: Math.floor(Date.now() / 1000) };
}

function welcome({ apikey, password }: NewSecrets): string {
  return `
A new board. Keep these two: they are not shown again.

  API key         ${apikey}
  Administrator   admin
  Password        ${password}

`;
}

/** A file that only this user can read; it is there before the board is, so that no failure loses what it tells. */
async function writeSecrets(config: Config, text: string): Promise<string> {
  const folder = resolve(dirname(databaseFile(config) ?? join('data', 'signpost.db')));
  const file = join(folder, `first-start-${randomBytes(3).toString('hex')}.txt`);
  await makeFolder(folder, 0o700);
  await writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
  return file;
}

function whereSecretsAre(file: string): string {
  return `A new board. Its API key and the administrator's password are in ${file}: keep them, then delete it.\n`;
}

function firstCall(url: string, secrets: Secrets): string {
  return `A signed call to try in another terminal:

  ${signedCall(url, 'api_m=site.getSiteStatistics', secrets)}

`;
}

function say(text: string): void {
  process.stdout.write(text);
}

async function registerExample(database: Database, config: Config) {
  const now = Math.floor(Date.now() / 1000);
  return database.transaction(async (db) => {
    const identity = {
      clientname: 'First call',
      clientversion: '1',
      platformname: '',
      platformversion: '',
      uniqueid: 'first-call',
    };
    const client = await insertClient(db, identity, '127.0.0.1', now);
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
