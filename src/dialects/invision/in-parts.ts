import type { Caller } from '../../call/caller.ts';

/**
 * Asks a method that takes so many ids and no more for a list that may be longer: a page of topics has two posts for each.
 * @returns what it answers to all parts together, in the order of the ids
 */
export async function inParts<T>(
  { board }: Pick<Caller, 'board'>,
  ids: readonly number[],
  ask: (part: readonly number[]) => Promise<ReadonlyMap<number, T>>,
): Promise<ReadonlyMap<number, T>> {
  const most = board.options.maxperpage;
  const found = new Map<number, T>();
  for (let from = 0; from < ids.length; from += most)
    for (const [id, value] of await ask(ids.slice(from, from + most))) found.set(id, value);
  return found;
}
