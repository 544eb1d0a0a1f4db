import { type Clause, conjunction, either } from '../../db/clause.ts';
import type { Db, Engine } from '../../db/db.ts';
import type { Keywords } from '../search/query.ts';
import { indexWords, type Term } from '../text/words.ts';

/**
 * The words of private messages. They are in no full-text index: a search compares those of the messages that the
 * searcher holds, row by row. So it does not even take longer for what others have written to each other.
 */

/** Keeps the words of a message, with a blank on both sides of each. Belongs to the transaction that writes it. */
export async function insertMessageWords(
  db: Db,
  nodeid: number,
  { title, plain }: { readonly title: string; readonly plain: string },
): Promise<void> {
  const row = { nodeid, title: ` ${indexWords(title)} `, body: ` ${indexWords(plain)} ` };
  await db.run(db.knex('messagewords').insert(row));
}

/** Whether a row `w` of words has what is asked for. */
export function messageMatching(db: Db, keywords: Keywords, titleOnly: boolean): Clause {
  const columns = titleOnly ? ['w.title'] : ['w.title', 'w.body'];
  const has = (term: Term): Clause => conjunction(piecesOf(term).map((piece) => within(piece)));
  const within = (piece: string): Clause =>
    either(columns.map((column) => ({ sql: contains[db.engine](column), bindings: [piece] })));
  const none = keywords.none.map((term) => {
    const { sql, bindings } = has(term);
    return { sql: `not (${sql})`, bindings };
  });
  return conjunction([...keywords.all.map((group) => either(group.map(has))), ...none]);
}

/** Words in a row, and the beginning of a word. */
function piecesOf({ phrase, prefix }: Term): readonly string[] {
  return [
    ...(phrase.length > 0 ? [` ${phrase.join(' ')} `] : []),
    ...(prefix === undefined ? [] : [` ${prefix}`]),
  ];
}

const contains: Readonly<Record<Engine, (column: string) => string>> = {
  sqlite: (column) => `instr(${column}, ?) > 0`,
  postgres: (column) => `strpos(${column}, ?) > 0`,
  mysql: (column) => `instr(${column}, ?) > 0`,
};
