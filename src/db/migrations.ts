import type { Knex } from 'knex';
import { up as spine } from '../../migrations/0001_spine.ts';
import { up as outbox } from '../../migrations/0002_outbox.ts';
import { up as search } from '../../migrations/0010_search.ts';
import { up as privatemessages } from '../../migrations/0011_privatemessages.ts';
import { up as files } from '../../migrations/0012_files.ts';
import { up as social } from '../../migrations/0013_social.ts';
import { up as notifications } from '../../migrations/0014_notifications.ts';
import { up as members } from '../../migrations/0015_members.ts';
import { up as moderation } from '../../migrations/0016_moderation.ts';
import { up as reading } from '../../migrations/0017_reading.ts';
import { up as contenttypes } from '../../migrations/0018_contenttypes.ts';
import { up as posts } from '../../migrations/0019_posts.ts';
import { up as topicPages } from '../../migrations/0020_topic_pages.ts';
import { up as posthash } from '../../migrations/0021_posthash.ts';
import { up as albums } from '../../migrations/0022_albums.ts';
import { up as reportedMessages } from '../../migrations/0023_reported_messages.ts';
import { up as pollQuestion } from '../../migrations/0024_poll_question.ts';

/** Forward only: a mistake is mended by the next migration. */
const all: ReadonlyMap<string, (knex: Knex) => Promise<void>> = new Map([
  ['0001_spine', spine],
  ['0002_outbox', outbox],
  ['0010_search', search],
  ['0011_privatemessages', privatemessages],
  ['0012_files', files],
  ['0013_social', social],
  ['0014_notifications', notifications],
  ['0015_members', members],
  ['0016_moderation', moderation],
  ['0017_reading', reading],
  ['0018_contenttypes', contenttypes],
  ['0019_posts', posts],
  ['0020_topic_pages', topicPages],
  ['0021_posthash', posthash],
  ['0022_albums', albums],
  ['0023_reported_messages', reportedMessages],
  ['0024_poll_question', pollQuestion],
]);

const migrationSource: Knex.MigrationSource<string> = {
  getMigrations: async () => [...all.keys()],
  getMigrationName: (name) => name,
  getMigration: async (name) => ({
    up: all.get(name) ?? missing(name),
    down: async () => undefined,
  }),
};

function missing(name: string): never {
  throw new Error(`there is no migration ${name}`);
}

/** Brings the schema up to date; returns the names of the migrations that ran. */
export async function migrate(knex: Knex): Promise<string[]> {
  const [, names] = (await knex.migrate.latest({ migrationSource })) as [number, string[]];
  return names;
}

/** How many migrations this release has that the database has not. */
export async function countPending(knex: Knex): Promise<number> {
  const [, pending] = (await knex.migrate.list({ migrationSource })) as [unknown[], unknown[]];
  return pending.length;
}
