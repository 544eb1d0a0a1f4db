import type { TestBoard } from './board.ts';

/** How many SQL statements a call takes, as the log tells, when nothing is kept that was read before. */
export async function countStatements(
  board: TestBoard,
  call: () => Promise<unknown>,
): Promise<number> {
  await board.database.transaction(async (db) => {
    await db.run('update "user" set posts = posts where userid = 1');
  });
  const before = board.logs.length;
  await call();
  const lines = board.logs.slice(before).map((line) => JSON.parse(line) as { queries?: number });
  const { queries } = lines.find((line) => line.queries !== undefined) ?? {};
  if (queries === undefined) throw new Error('the call has not been logged');
  return queries;
}
