import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import type { Database } from '../../src/db/db.ts';
import { migrate } from '../../src/db/migrations.ts';
import { openDatabase } from '../../src/db/open.ts';
import { SqliteDatabase } from '../../src/db/sqlite.ts';

declare global {
  /** The database of this jest project, set in jest.config.js. */
  var TEST_DATABASE: 'sqlite' | 'postgres' | 'mariadb';
  var TEST_DATABASE_URL: string;
}

/** An empty, migrated database of this project's server, this caller's alone; `close` drops it. */
export async function openTestDatabase(): Promise<Database> {
  if (globalThis.TEST_DATABASE === 'sqlite') return openTestFile();
  const name = `signpost_test_${randomBytes(6).toString('hex')}`;
  await administer(`create database ${name}`);
  const url = new URL(globalThis.TEST_DATABASE_URL);
  url.pathname = `/${name}`;
  const database = openDatabase({ url: url.href, poolSize: 8, synchronous: 'normal' });
  await migrate(database.knex);
  const close = database.close.bind(database);
  return Object.assign(database, {
    async close() {
      await close();
      await administer(`drop database ${name}`);
    },
  });
}

/** A file, since in memory there is but one connection: nothing would be read beside a transaction, and nothing kept. */
async function openTestFile(): Promise<Database> {
  const directory = await mkdtemp(join(tmpdir(), 'signpost-test-'));
  const database = new SqliteDatabase(join(directory, 'test.db'), { synchronous: 'normal' });
  await migrate(database.knex);
  const close = database.close.bind(database);
  return Object.assign(database, {
    async close() {
      await close();
      await rm(directory, { recursive: true });
    },
  });
}

async function administer(sql: string): Promise<void> {
  const postgres = globalThis.TEST_DATABASE === 'postgres';
  const knex = knexFactory({
    client: postgres ? 'pg' : 'mysql2',
    connection: globalThis.TEST_DATABASE_URL,
  });
  await knex.raw(sql);
  await knex.destroy();
}
