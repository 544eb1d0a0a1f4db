import { setTimeout as sleep } from 'node:timers/promises';
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import { type Database, type Db, isDeadlock, type Query, type Value } from './db.ts';

const CONNECT_MS = 5_000;
const LOCK_WAIT_S = 5;
const TRIES_AFTER_DEADLOCK = 5;

/** What differs between the two servers. */
interface Driver {
  readonly dialect: 'postgres' | 'mysql';
  config(url: string): Knex.Config;
  rows(result: unknown): unknown[];
  changes(result: unknown): number;
  insert(db: ServerDb, query: Knex.QueryBuilder, idColumn: string): Promise<number>;
}

const postgres: Driver = {
  dialect: 'postgres',
  config(url) {
    // Counts and sums fit a double; text would surprise every caller.
    pg.types.setTypeParser(pg.types.builtins.INT8, Number);
    pg.types.setTypeParser(pg.types.builtins.NUMERIC, Number);
    return {
      client: 'pg',
      connection: { connectionString: url, connectionTimeoutMillis: CONNECT_MS },
      pool: { afterCreate: prepare([`set lock_timeout = '${LOCK_WAIT_S}s'`]) },
    };
  },
  rows: (result) => (result as { rows: unknown[] }).rows,
  changes: (result) => (result as { rowCount: number | null }).rowCount ?? 0,
  async insert(db, query, idColumn) {
    const row = await db.get<Record<string, number>>(query.returning(idColumn));
    return Number(row?.[idColumn]);
  },
};

const mysql: Driver = {
  dialect: 'mysql',
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
      pool: { afterCreate: prepare(mysqlSession) },
    };
  },
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

/** Double quotes around names, and PostgreSQL's isolation, so that one SQL text means the same everywhere. */
const mysqlSession = [
  "set session sql_mode = concat(@@sql_mode, ',ANSI_QUOTES')",
  'set session transaction isolation level read committed',
  `set session innodb_lock_wait_timeout = ${LOCK_WAIT_S}`,
];

interface Connection {
  query(sql: string, done: (error: Error | null) => void): void;
}
type Done = (error: Error | null, connection: Connection) => void;

/** Runs statements on each new connection before it is used. */
function prepare(statements: readonly string[]): (connection: Connection, done: Done) => void {
  return (connection, done) => {
    const [first, ...rest] = statements;
    if (first === undefined) {
      done(null, connection);
      return;
    }
    connection.query(first, (error) => {
      if (error) done(error, connection);
      else prepare(rest)(connection, done);
    });
  };
}

/** PostgreSQL, or MariaDB and MySQL, through knex's pool. */
export class ServerDatabase implements Database {
  readonly knex: Knex;
  readonly #driver: Driver;

  constructor(dialect: 'postgres' | 'mysql', url: string, poolSize: number) {
    this.#driver = dialect === 'postgres' ? postgres : mysql;
    const config = this.#driver.config(url);
    this.knex = knexFactory({
      ...config,
      pool: { ...config.pool, min: 0, max: poolSize },
      acquireConnectionTimeout: CONNECT_MS,
      // Else the text of an error has the bindings in it: tokens and password hashes, on their way to the log.
      compileSqlOnError: false,
      // What fails is thrown as well, and is logged with the call that met it.
      log: { warn: ignored, error: ignored },
    });
  }

  get dialect(): 'postgres' | 'mysql' {
    return this.#driver.dialect;
  }

  reader(): Db {
    return new ServerDb(this.#driver, this.knex);
  }

  async transaction<T>(work: (db: Db) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.knex.transaction((trx) =>
          work(new ServerDb(this.#driver, this.knex, trx)),
        );
      } catch (error) {
        if (!isDeadlock(error) || tries >= TRIES_AFTER_DEADLOCK) throw error;
        await sleep(Math.random() * 10 * tries);
      }
    }
  }

  async snapshot<T>(work: (db: Db) => Promise<T>): Promise<T> {
    // without `readOnly`: knex writes the two together as MariaDB cannot read them
    return this.knex.transaction((trx) => work(new ServerDb(this.#driver, this.knex, trx)), {
      isolationLevel: 'repeatable read',
    });
  }

  async ping(): Promise<void> {
    await this.knex.raw('select 1');
  }

  async close(): Promise<void> {
    await this.knex.destroy();
  }
}

function ignored(): void {
  // see where it is used
}

class ServerDb implements Db {
  readonly knex: Knex;
  queries = 0;
  readonly #driver: Driver;
  readonly #on: Knex;

  constructor(driver: Driver, knex: Knex, transaction?: Knex.Transaction) {
    this.#driver = driver;
    this.knex = knex;
    this.#on = transaction ?? knex;
  }

  get dialect(): 'postgres' | 'mysql' {
    return this.#driver.dialect;
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
