import type { Db } from '../db/db.ts';

/** A seed that has been begun: what it takes to go on with it. */
export interface Mark {
  readonly nodes: number;
  readonly seed: number;
  /** Unix seconds: when it was begun. */
  readonly now: number;
  /** The last id of a node before. */
  readonly base: number;
  /** Posts that are there already. */
  readonly done: number;
  /** Channels that take topics. */
  readonly forums: readonly number[];
  /** Members who can log in; the others have the ids after `before`, in their order. */
  readonly known: readonly number[];
  readonly before: number;
  readonly members: number;
}

/** Not an option of the board: kept beside them while a seed is under way. */
const varname = 'seed';

export async function readMark(db: Db): Promise<Mark | undefined> {
  const row = await db.get<{ value: string }>('select value from options where varname = ?', [
    varname,
  ]);
  return row === undefined ? undefined : (JSON.parse(row.value) as Mark);
}

export async function writeMark(db: Db, mark: Mark): Promise<void> {
  const row = { varname, value: JSON.stringify(mark) };
  await db.run(db.knex('options').insert(row).onConflict('varname').merge());
}

export async function removeMark(db: Db): Promise<void> {
  await db.run('delete from options where varname = ?', [varname]);
}
