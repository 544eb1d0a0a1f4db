import { expect, jest, test } from '@jest/globals';
import type { Knex } from 'knex';
import type { Database } from '../../src/db/db.ts';
import { MigrationJournal } from '../../src/db/migration-journal.ts';
import { countPending, isMigrated, migrate } from '../../src/db/migrations.ts';
import { emptyTestDatabase, type EmptyDatabase, openTestDatabase } from '../support/database.ts';

jest.setTimeout(120_000);

const never = (): void => undefined;

/** Tables, columns and indexes, and the rows that migrations write. */
async function schema({ knex, engine }: Database): Promise<unknown> {
  const queries = {
    sqlite: ['select type, name, tbl_name, sql from sqlite_master order by type, name'],
    postgres: [
      `select table_name, column_name, data_type, column_default from information_schema.columns
        where table_schema = 'public' order by 1, 2`,
      `select tablename, indexname, indexdef from pg_indexes where schemaname = 'public' order by 1, 2`,
    ],
    mysql: [
      `select table_name, column_name, column_type, column_default, collation_name from information_schema.columns
        where table_schema = database() order by 1, 2`,
      `select table_name, index_name, seq_in_index, column_name from information_schema.statistics
        where table_schema = database() order by 1, 2, 3`,
      `select table_name, constraint_name from information_schema.table_constraints
        where table_schema = database() order by 1, 2`,
    ],
  } as const;
  const found: unknown[] = [];
  for (const sql of queries[engine]) {
    const answer: unknown = await knex.raw(sql);
    found.push(engine === 'mysql' ? (answer as unknown[])[0] : answer);
  }
  for (const table of ['messagefolder', 'options', 'phrase', 'usergroup', 'permission'])
    if (await knex.schema.hasTable(table)) found.push(await knex(table).select('*'));
  return JSON.parse(JSON.stringify(found, (key, value: unknown) => (key === 'fields' ? 0 : value)));
}

async function withEmpty(use: (empty: EmptyDatabase) => Promise<void>): Promise<void> {
  const empty = await emptyTestDatabase();
  try {
    await use(empty);
  } finally {
    await empty.drop();
  }
}

test('of processes that migrate at once one does it and the others wait', async () => {
  await withEmpty(async ({ open }) => {
    const databases = [open(), open(), open(), open()];
    const ran = await Promise.all(databases.map((database) => migrate(database)));
    expect(ran.map((names) => names.length).filter(Boolean)).toHaveLength(1);
    for (const database of databases) expect(await countPending(database.knex)).toBe(0);
    await Promise.all(databases.map((database) => database.close()));
  });
});

test('a database that is nobody’s yet is not migrated, and asking leaves nothing in it', async () => {
  await withEmpty(async ({ open }) => {
    const database = open();
    expect(await isMigrated(database.knex)).toBe(false);
    expect(await countPending(database.knex)).toBeGreaterThan(10);
    expect(await database.knex.schema.hasTable('knex_migrations')).toBe(false);
    await database.close();
  });
});

test('an older release says of a newer database that it is one', async () => {
  const database = await openTestDatabase();
  await database.knex('knex_migrations').insert({ name: '9999_next', batch: 2 });
  await expect(migrate(database)).rejects.toThrow(/newer release .*9999_next.*backup/);
  expect(await countPending(database.knex)).toBe(0);
  await database.close();
});

interface Sent {
  readonly stream: { destroy(): void };
}
type Send = (connection: Sent, statement: unknown) => Promise<unknown>;

/** Cuts the connection, as the end of the process would, before the statement of this number, or right after. */
function dieAt(knex: Knex, number: number): void {
  const client = knex.client as { _query: Send };
  const send = client._query.bind(client);
  let sent = 0;
  client._query = async (connection, statement) => {
    sent += 1;
    if (sent === number) connection.stream.destroy();
    const answer = send(connection, statement);
    if (sent === number - 1 && number % 2 === 0) {
      await answer;
      connection.stream.destroy();
    }
    return answer;
  };
}

/** The same database, whose migrating connection dies after so many statements. */
function mortal(database: Database, number: number): Database {
  const exclusively = database.exclusively.bind(database);
  return Object.assign(database, {
    exclusively: <T>(work: (knex: Knex) => Promise<T>) =>
      exclusively(async (knex) => {
        dieAt(knex, number);
        return work(knex);
      }, never),
  });
}

test('migrations that were interrupted again and again make the same schema', async () => {
  // The others undo all that a process had not committed.
  if (globalThis.TEST_DATABASE !== 'mariadb') return;
  await withEmpty(async ({ open }) => {
    let interrupted = 0;
    for (let lives = 30; ; lives += 37) {
      const database = open();
      const ended = await migrate(mortal(database, lives)).then(
        () => true,
        () => false,
      );
      await database.close();
      if (ended) break;
      interrupted += 1;
    }
    expect(interrupted).toBeGreaterThan(3);
    const [made, straight] = [open(), await openTestDatabase()];
    expect(await schema(made)).toEqual(await schema(straight));
    await made.close();
    await straight.close();
  });
});

/** Changes of the schema and of rows, each of which would show if it were made twice or not at all. */
async function example(knex: Knex): Promise<void> {
  await knex.raw('create table example (id integer primary key, n integer not null)');
  await knex('example').insert({ id: 1, n: 0 });
  await knex.raw('update example set n = n + 1');
  await knex.raw('alter table example add column m integer not null default 0');
  await knex.raw('alter table example add index example_m (m)');
  const [row] = await knex('example').select<{ n: number }[]>('n');
  await knex.raw('update example set n = ?, m = m + 1', [(row?.n ?? 0) + 1]);
  await knex.raw('alter table example drop column m');
  await knex.raw('update example set n = n + 1');
}

test('a migration that dies at any statement goes on there, and does nothing twice', async () => {
  if (globalThis.TEST_DATABASE !== 'mariadb') return;
  await withEmpty(async ({ open }) => {
    const database = open();
    const run = async (number: number): Promise<void> =>
      database.exclusively(async (knex) => {
        dieAt(knex, number);
        const journal = await MigrationJournal.open(knex);
        await journal.run('example', () => example(knex));
        await knex.raw('select 1');
      }, never);
    for (let number = 4; ; number += 1) {
      const died = await run(number).then(
        () => false,
        () => true,
      );
      if (died) await run(10_000);
      const rows: unknown = await database.knex('example').select('*');
      expect([number, rows]).toEqual([number, [{ id: 1, n: 3 }]]);
      for (const table of ['example', 'migration_step'])
        await database.knex.schema.dropTable(table);
      if (!died) break;
    }
    await database.close();
  });
});
