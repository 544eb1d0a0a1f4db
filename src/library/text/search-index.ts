import type { Db } from '../../db/db.ts';
import { indexWords } from './words.ts';

/** Makes a node found by the words of its title. Belongs to the transaction that writes the title. */
export async function indexTitle(db: Db, nodeid: number, title: string): Promise<void> {
  await write(db, nodeid, 'title', indexWords(title));
}

/** Makes a node found by the words of its text. Belongs to the transaction that writes the text. */
export async function indexBody(db: Db, nodeid: number, plain: string): Promise<void> {
  await write(db, nodeid, 'body', indexWords(plain));
}

async function write(
  db: Db,
  nodeid: number,
  column: 'title' | 'body',
  words: string,
): Promise<void> {
  const row = { nodeid, title: '', body: '', [column]: words };
  await db.run(db.knex('searchindex').insert(row).onConflict('nodeid').merge([column]));
}
