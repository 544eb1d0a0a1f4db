import type { Db, Value } from './db.ts';

export type Row = Readonly<Record<string, Value>>;

/** Rows in one statement; few enough for the parameters that every database allows. */
const MOST_ROWS = 250;

/** Inserts many rows that have the same columns. */
export async function insertRows(db: Db, table: string, rows: readonly Row[]): Promise<void> {
  const names = Object.keys(rows[0] ?? {});
  const marks = `(${names.map(() => '?').join(', ')})`;
  const head = `insert into "${table}" (${names.map((name) => `"${name}"`).join(', ')}) values `;
  for (let at = 0; at < rows.length; at += MOST_ROWS) {
    const part = rows.slice(at, at + MOST_ROWS);
    await db.run(
      head + part.map(() => marks).join(', '),
      part.flatMap((row) => names.map((name) => row[name] ?? '')),
    );
  }
}
