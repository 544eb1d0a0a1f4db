import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import type { Keywords } from './query.ts';

/** Of each text so much is looked at. */
const CHARACTERS = 4_000;
const TITLE_WEIGHT = 5;
/** Posts, and private messages. */
const tables = ['searchindex', 'messagewords'];

/**
 * Sorts ids by how well their texts fit the words, the best first; equals keep their order. A word counts for more in
 * a title, for more the oftener it is there, and for less in a long text. The databases' own ranking reads every text
 * that has one of the words, which a common word makes too many; this reads those of the list, in one statement.
 */
export async function rank(
  db: Db,
  nodeids: readonly number[],
  keywords: Keywords,
): Promise<number[]> {
  if (nodeids.length === 0) return [];
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number; title: string; body: string }>(
    tables
      .map(
        (table) =>
          `select nodeid, title, substr(body, 1, ${CHARACTERS}) as body from ${table} where nodeid in ${sql}`,
      )
      .join(' union all '),
    tables.flatMap(() => bindings),
  );
  const wanted = matcher(keywords);
  const scores = new Map(
    rows.map(({ nodeid, title, body }) => [
      nodeid,
      TITLE_WEIGHT * score(title, wanted) + score(body, wanted),
    ]),
  );
  const of = (nodeid: number): number => scores.get(nodeid) ?? 0;
  return [...nodeids].sort((a, b) => of(b) - of(a));
}

/** Finds the word asked for that a word of a text stands for. */
type Matcher = (word: string) => string | undefined;

function matcher({ all }: Keywords): Matcher {
  const terms = all.flat();
  const words = new Set(terms.flatMap(({ phrase }) => phrase));
  const prefixes = terms.flatMap(({ prefix }) => prefix ?? []);
  return (word) => (words.has(word) ? word : prefixes.find((prefix) => word.startsWith(prefix)));
}

function score(text: string, wanted: Matcher): number {
  if (text.trim() === '') return 0;
  const words = text.trim().split(' ');
  const counts = new Map<string, number>();
  for (const word of words) {
    const found = wanted(word);
    if (found !== undefined) counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  const sum = [...counts.values()].reduce((total, count) => total + 1 + Math.log(count), 0);
  return sum / (1 + Math.log(words.length));
}
