import { copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import knexFactory, { type Knex } from 'knex';
import type { Database } from '../../src/db/db.ts';
import { migrate } from '../../src/db/migrations.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { SandboxSize } from '../../src/sandbox/fill.ts';
import { buildSandbox } from '../../src/sandbox/sandbox.ts';

/** What a database of a test begins as: the tables alone, a board, or one with what the reference's examples name. */
export type Kind = 'tables' | 'board' | 'examples';

interface Template {
  /** A database's name, or an SQLite file. */
  readonly name: string;
  /** When the board was made, in Unix seconds: its copies begin at that moment. */
  readonly now: number;
}

const sizes: Readonly<Record<Exclude<Kind, 'tables'>, SandboxSize>> = {
  board: { topics: 40, replies: 5 },
  examples: { topics: 3, replies: 2, examples: true },
};

/**
 * Copies what this worker has made once: all migrations and a whole board take seconds on a server, a copy does not.
 * @param to a database's name that is not taken, or a path
 */
export async function copyTemplate(kind: Kind, to: string): Promise<Template> {
  const template = await templateOf(kind);
  await copyDatabase(template.name, to);
  return template;
}

/** The URL of a database by its name. */
export function urlOf(name: string): string {
  if (globalThis.TEST_DATABASE === 'sqlite') return `sqlite:${name}`;
  const url = new URL(globalThis.TEST_DATABASE_URL);
  url.pathname = `/${name}`;
  return url.href;
}

/** Runs statements on the server, outside all databases of the tests. */
export async function administer<T>(work: (knex: Knex) => Promise<T>): Promise<T> {
  const knex = knexFactory({
    client: globalThis.TEST_DATABASE === 'postgres' ? 'pg' : 'mysql2',
    connection: globalThis.TEST_DATABASE_URL,
    pool: { min: 1, max: 1 },
  });
  try {
    return await work(knex);
  } finally {
    await knex.destroy();
  }
}

const templates = new Map<Kind, Promise<Template>>();

/** Boards that start at once wait for one template. */
function templateOf(kind: Kind): Promise<Template> {
  const known = templates.get(kind) ?? findTemplate(kind);
  templates.set(kind, known);
  return known;
}

async function findTemplate(kind: Kind): Promise<Template> {
  const { TEST_RUN_FOLDER: folder, JEST_WORKER_ID: worker = '1' } = process.env;
  if (folder === undefined) throw new Error('test/support/setup.js has not run');
  const own = `${globalThis.TEST_DATABASE}_${kind}_${worker}`;
  const note = join(folder, `${own}.json`);
  try {
    return JSON.parse(await readFile(note, 'utf8')) as Template;
  } catch {
    const template = await makeTemplate(kind, folder, own);
    await writeFile(`${note}.new`, JSON.stringify(template));
    await rename(`${note}.new`, note);
    return template;
  }
}

async function makeTemplate(kind: Kind, folder: string, own: string): Promise<Template> {
  const run = folder.slice(folder.lastIndexOf('-') + 1).toLowerCase();
  const sqlite = globalThis.TEST_DATABASE === 'sqlite';
  const name = sqlite ? join(folder, `${own}.db`) : `signpost_template_${run}_${own}`;
  if (!sqlite) {
    await administer(async (knex) => {
      await knex.raw(`drop database if exists ${name}`);
      await knex.raw(`create database ${name}`);
    });
  }
  const now = Math.floor(Date.now() / 1000);
  const database = openDatabase({ url: urlOf(name), poolSize: 4, synchronous: 'normal' });
  await fill(database, kind, now);
  await database.close();
  return { name, now };
}

async function fill(database: Database, kind: Kind, now: number): Promise<void> {
  await migrate(database);
  if (kind !== 'tables') await buildSandbox(database, now, sizes[kind]);
}

async function copyDatabase(from: string, to: string): Promise<void> {
  if (globalThis.TEST_DATABASE === 'sqlite') {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  } else if (globalThis.TEST_DATABASE === 'postgres') {
    await administer((knex) => knex.raw(`create database ${to} template ${from}`));
  } else {
    await administer((knex) => copyTables(knex, from, to));
  }
}

/** MariaDB copies no databases: each table is made and filled anew, with its keys. */
async function copyTables(knex: Knex, from: string, to: string): Promise<void> {
  await knex.raw(`create database ${to}`);
  await knex.raw('set foreign_key_checks = 0, unique_checks = 0');
  await knex.raw(`use ${to}`);
  const [tables] = (await knex.raw(`show tables from ${from}`)) as [Record<string, string>[]];
  for (const table of tables.flatMap((row) => Object.values(row))) {
    const shown = (await knex.raw(`show create table ${from}.\`${table}\``)) as [
      { 'Create Table': string }[],
    ];
    await knex.raw(shown[0][0]?.['Create Table'] ?? '');
    await knex.raw(`insert into \`${table}\` select * from ${from}.\`${table}\``);
  }
}
