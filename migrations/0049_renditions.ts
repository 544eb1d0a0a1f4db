import type { Knex } from 'knex';
import { dialectOf, number } from './tables.ts';

/** How large each smaller size of a picture is (`src/library/files/rendition.ts`), and how long a film is. */
export async function up(knex: Knex): Promise<void> {
  // SQLite counts no characters.
  if (dialectOf(knex) === 'postgres')
    await knex.raw('alter table storedfile alter column thumbnails type varchar(500)');
  if (dialectOf(knex) === 'mysql')
    await knex.raw("alter table storedfile modify thumbnails varchar(500) not null default ''");
  await knex.schema.alterTable('storedfile', (table) => {
    // milliseconds
    number(table, 'duration');
  });
}
