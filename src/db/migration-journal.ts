import type { Knex } from 'knex';
import { codeOf } from './db.ts';

/** A statement on its way to the driver, as knex hands it on. */
interface Sent {
  readonly sql: string;
  response?: unknown;
}
type Send = (connection: unknown, statement: Sent) => Promise<Sent>;

/** What a change of the schema meets that has been made already. */
const madeAlready = new Set([
  'ER_TABLE_EXISTS_ERROR',
  'ER_DUP_FIELDNAME',
  'ER_DUP_KEYNAME',
  'ER_FK_DUP_NAME',
  'ER_MULTIPLE_PRI_KEY',
  'ER_CANT_DROP_FIELD_OR_KEY',
  'ER_BAD_TABLE_ERROR',
]);

const table = 'migration_step';
const reads = /^\s*(select|show)\b/i;
const nothing = [{ affectedRows: 0, insertId: 0 }, []];

/**
 * Lets a migration on MariaDB and MySQL go on where a process that died has left it. They commit each change of the
 * schema by itself, so a transaction cannot take a half-made one back. Therefore it is noted how many of a migration's
 * statements are done: those are left out the next time. Changes of rows are committed together with their note; of a
 * change of the schema that may have been made without one, "exists already" means that it has been.
 */
export class MigrationJournal {
  readonly #knex: Knex;
  readonly #send: Send;
  #running: { readonly name: string; readonly before: number; step: number } | undefined;

  private constructor(knex: Knex) {
    const client = knex.client as { _query: Send };
    this.#knex = knex;
    this.#send = client._query.bind(client);
    client._query = (connection, statement) => this.#note(connection, statement);
  }

  /** @param knex all that it sends from now on goes through the journal; it has one connection */
  static async open(knex: Knex): Promise<MigrationJournal> {
    await knex.raw(
      `create table if not exists ${table} (name varchar(100) primary key, done integer not null) engine = InnoDB`,
    );
    await knex.raw('set autocommit = 0');
    return new MigrationJournal(knex);
  }

  /** Runs a migration, but for those of its statements that have been done. */
  async run(name: string, up: () => Promise<void>): Promise<void> {
    const [row] = await this.#knex(table).where({ name }).select<{ done: number }[]>('done');
    this.#running = { name, before: row?.done ?? 0, step: 0 };
    try {
      await up();
    } finally {
      this.#running = undefined;
    }
  }

  /** All migrations are through. */
  async close(): Promise<void> {
    await this.#knex.raw(`drop table ${table}`);
  }

  async #note(connection: unknown, statement: Sent): Promise<Sent> {
    const running = this.#running;
    if (running === undefined) {
      const answer = await this.#send(connection, statement);
      await this.#send(connection, { sql: 'commit' });
      return answer;
    }
    if (reads.test(statement.sql)) return this.#send(connection, statement);
    running.step += 1;
    if (running.step <= running.before) return Object.assign(statement, { response: nothing });
    const answer = await this.#attempt(connection, statement, running.step === running.before + 1);
    await this.#send(connection, {
      sql: `replace into ${table} (name, done) values ('${running.name}', ${running.step})`,
    });
    return answer;
  }

  async #attempt(connection: unknown, statement: Sent, inDoubt: boolean): Promise<Sent> {
    try {
      return await this.#send(connection, statement);
    } catch (error) {
      if (!inDoubt || !madeAlready.has(codeOf(error))) throw error;
      return Object.assign(statement, { response: nothing });
    }
  }
}
