import type { Knex } from 'knex';
import { builderFor } from '../builder.ts';
import type { Db, Query, Reads, Value } from '../db.ts';
import type { AskFar, Question } from './far-reads.ts';
import type { Epoch } from '../kept.ts';
import { type Lock } from './lock.ts';
import { type Handle, type Statement } from './handle.ts';
import { type Snapshot } from './snapshot.ts';

/** What a reading handle has beside its connection. */
interface Reading {
  readonly gate?: Lock | undefined;
  readonly snapshot?: Snapshot | undefined;
  readonly far?: Far;
}

/** How its caller reads what takes long; undefined for like anything else. */
export type Far = () => AskFar | undefined;

const builder = builderFor('better-sqlite3');

export class SqliteDb implements Db {
  readonly engine = 'sqlite';
  readonly forUpdate = '';
  readonly knex: Knex = builder;
  queries = 0;
  readonly #handle: Handle;
  readonly #gate: Lock | undefined;
  readonly #snapshot: Snapshot | undefined;
  readonly #far: Far | undefined;

  constructor(handle: Handle, { gate, snapshot, far }: Reading = {}) {
    this.#handle = handle;
    this.#gate = gate;
    this.#snapshot = snapshot;
    this.#far = far;
  }

  get epoch(): Epoch | undefined {
    this.#snapshot?.open();
    return this.#snapshot?.epoch;
  }

  get far(): Reads {
    const ask = this.#far?.();
    if (ask === undefined) return this;
    const all = async <Row>(query: Query, bindings?: readonly Value[]): Promise<Row[]> => {
      this.queries += 1;
      return (await ask(textOf(query, bindings))) as Row[];
    };
    return { all, get: async (query, bindings) => (await all<never>(query, bindings))[0] };
  }

  async all<Row>(query: Query, bindings?: readonly Value[]): Promise<Row[]> {
    const release = this.#gate?.busy ? await this.#gate.acquire() : undefined;
    try {
      const [statement, values] = this.#compile(query, bindings);
      return statement.all(values) as Row[];
    } finally {
      release?.();
    }
  }

  async get<Row>(query: Query, bindings?: readonly Value[]): Promise<Row | undefined> {
    const release = this.#gate?.busy ? await this.#gate.acquire() : undefined;
    try {
      const [statement, values] = this.#compile(query, bindings);
      return statement.get(values) as Row | undefined;
    } finally {
      release?.();
    }
  }

  async run(query: Query, bindings?: readonly Value[]): Promise<number> {
    const [statement, values] = this.#compile(query, bindings);
    return statement.run(values).changes;
  }

  async insert(table: string, row: Readonly<Record<string, Value>>): Promise<number> {
    const [statement, values] = this.#compile(this.knex(table).insert(row));
    return Number(statement.run(values).lastInsertRowid);
  }

  #compile(query: Query, bindings?: readonly Value[]): [Statement, readonly unknown[]] {
    this.queries += 1;
    this.#snapshot?.open();
    const { sql, values } = textOf(query, bindings);
    return [this.#handle.prepare(sql), values];
  }
}

function textOf(query: Query, bindings: readonly Value[] = []): Question {
  if (typeof query === 'string') return { sql: query, values: bindings };
  const { sql, bindings: values } = query.toSQL().toNative();
  return { sql, values };
}
