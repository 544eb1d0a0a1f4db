import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/db.ts';
import { openDatabase } from '../../src/db/open.ts';
import { administer, copyTemplate, type Kind, urlOf } from './template.ts';

declare global {
  /** The database of this jest project, set in jest.config.js. */
  var TEST_DATABASE: 'sqlite' | 'postgres' | 'mariadb';
  var TEST_DATABASE_URL: string;
}

/** An empty, migrated database of this project's server, this caller's alone; `close` drops it. */
export async function openTestDatabase(): Promise<Database> {
  return (await openCopy('tables')).database;
}

/** The same with a board in it. `now`: when the board was made, in Unix seconds. */
export function openTestBoard(
  kind: Kind = 'board',
): Promise<{ readonly database: Database; readonly now: number }> {
  return openCopy(kind);
}

async function openCopy(kind: Kind): Promise<{ database: Database; now: number }> {
  const place = await newPlace();
  const { now } = await copyTemplate(kind, place.name);
  const url = urlOf(place.name);
  const database = openDatabase({ url, poolSize: 8, synchronous: 'normal' });
  const close = database.close.bind(database);
  return {
    now,
    database: Object.assign(database, {
      async close() {
        await close();
        await place.remove();
      },
    }),
  };
}

interface Place {
  /** A database's name, or an SQLite file. */
  readonly name: string;
  readonly remove: () => Promise<unknown>;
}

/** On SQLite a file: in memory there is but one connection, and nothing would be read beside a transaction. */
async function newPlace(): Promise<Place> {
  if (globalThis.TEST_DATABASE === 'sqlite') {
    const directory = await mkdtemp(join(tmpdir(), 'signpost-test-'));
    return { name: join(directory, 'test.db'), remove: () => rm(directory, { recursive: true }) };
  }
  const name = `signpost_test_${randomBytes(6).toString('hex')}`;
  return { name, remove: () => administer((knex) => knex.raw(`drop database ${name}`)) };
}

export interface EmptyDatabase {
  /** As operators write it. */
  readonly url: string;
  /** Another process's connections. */
  readonly open: () => Database;
  readonly drop: () => Promise<unknown>;
}

/** A database without a table. */
export async function emptyTestDatabase(): Promise<EmptyDatabase> {
  const { name, remove: drop } = await newPlace();
  if (globalThis.TEST_DATABASE !== 'sqlite')
    await administer((knex) => knex.raw(`create database ${name}`));
  const url = urlOf(name);
  const open = (): Database => openDatabase({ url, poolSize: 4, synchronous: 'normal' });
  return { url, open, drop };
}
