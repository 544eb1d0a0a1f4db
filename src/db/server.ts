import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import { builderFor } from './builder.ts';
import { type Connection, limitStatements } from './statement-limit.ts';
import { type Database, type Db, isDeadlock, type Query, type Value } from './db.ts';

const CONNECT_MS = 5_000;
const PING_MS = 2_000;
const LOCK_WAIT_S = 5;
const TRIES_AFTER_DEADLOCK = 5;
/** How much later than the server this process gives up a statement: then the server is not there, or out of reach. */
const LATER_MS = 1_000;
/** How often who waits for his turn looks, and for how long at most. */
const TURN_LOOK_MS = 200;
const TURN_WAIT_MS = 1_800_000;

/** What differs between the two servers. */
interface Driver {
  readonly engine: 'postgres' | 'mysql';
  readonly builder: Knex;
  config(url: string): Knex.Config;
  /** What each connection is told first. @param limitMs the longest that a statement may take; 0 for no limit */
  session(limitMs: number): readonly string[];
  /** Takes the turn of {@link Database.exclusively}, which ends with the connection; `taken` is 1 or 0. */
  readonly takeTurn: string;
  rows(result: unknown): unknown[];
  changes(result: unknown): number;
  insert(db: ServerDb, query: Knex.QueryBuilder, idColumn: string): Promise<number>;
}

const postgres: Driver = {
  engine: 'postgres',
  builder: builderFor('pg'),
  config(url) {
    // Counts and sums fit a double; text would surprise every caller.
    pg.types.setTypeParser(pg.types.builtins.INT8, Number);
    pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
    return {
      client: 'pg',
      connection: { connectionString: url, connectionTimeoutMillis: CONNECT_MS },
    };
  },
  session: (limitMs) => [
    `set lock_timeout = '${LOCK_WAIT_S}s'`,
    `set statement_timeout = ${limitMs}`,
  ],
  takeTurn: 'select case when pg_try_advisory_lock(hashtext(?)) then 1 else 0 end as taken',
  rows: (result) => (result as { rows: unknown[] }).rows,
  changes: (result) => (result as { rowCount: number | null }).rowCount ?? 0,
  async insert(db, query, idColumn) {
    const row = await db.get<Record<string, number>>(query.returning(idColumn));
    return Number(row?.[idColumn]);
  },
};

const mysql: Driver = {
  engine: 'mysql',
  builder: builderFor('mysql2'),
  config(url) {
    return {
      client: 'mysql2',
      connection: {
        ...connectionOf(url),
        charset: 'utf8mb4',
        connectTimeout: CONNECT_MS,
        decimalNumbers: true,
        supportBigNumbers: true,
      },
    };
  },
  session: (limitMs) => [
    // Double quotes around names, and PostgreSQL's isolation, so that one SQL text means the same everywhere.
    "set session sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')",
    'set session transaction isolation level read committed',
    // MariaDB reads the first comment, MySQL the second.
    `set session /*M! max_statement_time = ${limitMs / 1000}, */ /*!50708 max_execution_time = ${limitMs}, */
      innodb_lock_wait_timeout = ${LOCK_WAIT_S}`,
  ],
  // These locks are the whole server's, whatever the database.
  takeTurn: "select get_lock(concat(?, ' ', md5(database())), 0) as taken",
  rows: (result) => (result as [unknown[]])[0],
  changes: (result) => (result as [{ affectedRows: number }])[0].affectedRows,
  async insert(db, query) {
    const [header] = (await db.raw(query)) as [{ insertId: number }];
    return header.insertId;
  },
};

function connectionOf(url: string): object {
  const { hostname, port, username, password, pathname } = new URL(url);
  return {
    host: hostname,
    port: port === '' ? 3306 : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    database: decodeURIComponent(pathname.slice(1)),
  };
}

type Done = (error: Error | null, connection: Connection) => void;

/** Limits the statements of each new connection, and runs these on it before it is used. */
function prepare(
  statements: readonly string[],
  limitMs: number,
): (connection: Connection, done: Done) => void {
  return (connection, done) => {
    if (limitMs > 0) limitStatements(connection, limitMs + LATER_MS);
    const next = ([first, ...rest]: readonly string[]): void => {
      if (first === undefined) {
        done(null, connection);
        return;
      }
      connection.query(first, (error: Error | null) => {
        if (error) done(error, connection);
        else next(rest);
      });
    };
    next(statements);
  };
}

/** PostgreSQL, or MariaDB and MySQL, through knex's pool. */
export class ServerDatabase implements Database {
  readonly knex: Knex;
  readonly #driver: Driver;
  readonly #url: string;

  /** @param limitMs the longest that a statement may take; 0 for no limit */
  constructor(engine: 'postgres' | 'mysql', url: string, poolSize: number, limitMs: number) {
    this.#driver = engine === 'postgres' ? postgres : mysql;
    this.#url = url;
    this.knex = this.#connect({ min: 0, max: poolSize }, limitMs);
  }

  #connect(pool: { min: number; max: number }, limitMs: number): Knex {
    return knexFactory({
      ...this.#driver.config(this.#url),
      pool: { ...pool, afterCreate: prepare(this.#driver.session(limitMs), limitMs) },
      acquireConnectionTimeout: CONNECT_MS,
      // Else the text of an error has the bindings in it: tokens and password hashes, on their way to the log.
      compileSqlOnError: false,
      // What fails is thrown as well, and is logged with the call that met it.
      log: { warn: ignored, error: ignored },
    });
  }

  get engine(): 'postgres' | 'mysql' {
    return this.#driver.engine;
  }

  reader(): Db {
    return new ServerDb(this.#driver, this.knex);
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.knex.transaction((trx) => work(new ServerDb(this.#driver, trx)));
      } catch (error) {
        if (!isDeadlock(error) || tries >= TRIES_AFTER_DEADLOCK) throw error;
        await sleep(Math.random() * 10 * tries);
      }
    }
  }

  async snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
    // without `readOnly`: knex writes the two together as MariaDB cannot read them
    return this.knex.transaction((trx) => work(new ServerDb(this.#driver, trx)), {
      isolationLevel: 'repeatable read',
    });
  }

  async exclusively<T>(work: (knex: Knex) => Promise<T>, onWait: () => void): Promise<T> {
    const knex = this.#connect({ min: 1, max: 1 }, 0);
    try {
      await this.#takeTurn(knex, onWait);
      return await work(knex);
    } finally {
      await knex.destroy();
    }
  }

  async #takeTurn(knex: Knex, onWait: () => void): Promise<void> {
    const until = Date.now() + TURN_WAIT_MS;
    for (let looks = 0; ; looks += 1) {
      const answer: unknown = await knex.raw(this.#driver.takeTurn, ['signpost']);
      const [row] = this.#driver.rows(answer) as { taken: number }[];
      if (row?.taken === 1) return;
      if (Date.now() > until)
        throw new Error('Another process migrates the database, and does not end.');
      if (looks === 0) onWait();
      await sleep(TURN_LOOK_MS);
    }
  }

  async ping(): Promise<void> {
    await this.knex.raw('select 1').timeout(PING_MS);
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}

function ignored(): void {
  // see where it is used
}

class ServerDb implements Db {
  readonly forUpdate = ' for update';
  queries = 0;
  readonly #driver: Driver;
  readonly #on: Knex;

  /** @param on what its statements run on: the pool, or a transaction */
  constructor(driver: Driver, on: Knex) {
    this.#driver = driver;
    this.#on = on;
  }

  get knex(): Knex {
    return this.#driver.builder;
  }

  get engine(): 'postgres' | 'mysql' {
    return this.#driver.engine;
  }

  get far(): this {
    return this;
  }

  async all<Row>(query: Query, bindings?: readonly Value[]): Promise<Row[]> {
    return this.#driver.rows(await this.raw(query, bindings)) as Row[];
  }

  async get<Row>(query: Query, bindings?: readonly Value[]): Promise<Row | undefined> {
    return (await this.all<Row>(query, bindings))[0];
  }

  async run(query: Query, bindings?: readonly Value[]): Promise<number> {
    return this.#driver.changes(await this.raw(query, bindings));
  }

  async insert(
    table: string,
    row: Readonly<Record<string, Value>>,
    idColumn: string,
  ): Promise<number> {
    return this.#driver.insert(this, this.knex(table).insert(row), idColumn);
  }

  async raw(query: Query, bindings?: readonly Value[]): Promise<unknown> {
    this.queries += 1;
    if (typeof query === 'string')
      return (await this.#on.raw(query, [...(bindings ?? [])])) as unknown;
    const { sql, bindings: values } = query.toSQL();
    return (await this.#on.raw(sql, values as Value[])) as unknown;
  }
}
