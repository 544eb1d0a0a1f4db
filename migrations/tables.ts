import type { Knex } from 'knex';

/** The server that a migration runs on, where its SQL differs. */
export function dialectOf(knex: Knex): 'sqlite' | 'postgres' | 'mysql' {
  const { client } = (knex.client as { readonly config: { readonly client: unknown } }).config;
  if (client === 'mysql2') return 'mysql';
  return client === 'pg' ? 'postgres' : 'sqlite';
}

/** Creates a table whose text compares by its bytes, as it does on PostgreSQL and SQLite by themselves. */
export async function createTable(
  knex: Knex,
  name: string,
  columns: (table: Knex.CreateTableBuilder) => void,
): Promise<void> {
  await knex.schema.createTable(name, (table) => {
    if (dialectOf(knex) === 'mysql') {
      table.engine('InnoDB');
      table.charset('utf8mb4');
      table.collate('utf8mb4_bin');
    }
    columns(table);
  });
}

/** A column that refers to an id; 0 for none. */
export function id(table: Knex.CreateTableBuilder, name: string): void {
  table.integer(name).unsigned().notNullable().defaultTo(0);
}

/** A number, a flag or a time. */
export function number(table: Knex.CreateTableBuilder, name: string, value = 0): void {
  table.integer(name).notNullable().defaultTo(value);
}
