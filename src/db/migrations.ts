import type { Knex } from 'knex';
import type { Database } from './db.ts';
import { MigrationJournal } from './migration-journal.ts';
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
import { up as use } from '../../migrations/0030_use.ts';
import { up as loginPlaces } from '../../migrations/0033_login_places.ts';
import { up as memberNames } from '../../migrations/0040_member_names.ts';
import { up as titleOrder } from '../../migrations/0041_title_order.ts';
import { up as logins } from '../../migrations/0042_logins.ts';
import { up as scheduled } from '../../migrations/0043_scheduled.ts';
import { up as messageWords } from '../../migrations/0046_message_words.ts';
import { up as followRequests } from '../../migrations/0047_follow_requests.ts';
import { up as readMarks } from '../../migrations/0048_read_marks.ts';
import { up as renditions } from '../../migrations/0049_renditions.ts';
import { up as humanImages } from '../../migrations/0057_human_images.ts';
import { up as codes } from '../../migrations/0058_codes_beside_each_other.ts';
import { up as apikeys } from '../../migrations/0060_apikeys.ts';
import { up as reactionsAndRanks } from '../../migrations/0062_reactions_and_ranks.ts';
import { up as webhooks } from '../../migrations/0068_webhooks.ts';

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
  ['0030_use', use],
  ['0033_login_places', loginPlaces],
  ['0040_member_names', memberNames],
  ['0041_title_order', titleOrder],
  ['0042_logins', logins],
  ['0043_scheduled', scheduled],
  ['0046_message_words', messageWords],
  ['0047_follow_requests', followRequests],
  ['0048_read_marks', readMarks],
  ['0049_renditions', renditions],
  ['0057_human_images', humanImages],
  ['0058_codes_beside_each_other', codes],
  ['0060_apikeys', apikeys],
  ['0062_reactions_and_ranks', reactionsAndRanks],
  ['0068_webhooks', webhooks],
]);

/**
 * Brings the schema up to date. Of several processes one does so and the others wait for it. One that was killed half-way
 * leaves nothing to be mended: the next goes on where it stopped.
 * @param onWait called once when another process is at it
 * @returns the names of the migrations that ran
 * @throws Error when the database is of a newer release
 */
export async function migrate(
  database: Database,
  onWait: () => void = () => undefined,
): Promise<string[]> {
  return database.exclusively(async (knex) => {
    refuseNewer(await ranOn(knex));
    const journal = database.engine === 'mysql' ? await MigrationJournal.open(knex) : undefined;
    const config = {
      migrationSource: sourceFor(journal),
      disableTransactions: journal !== undefined,
    };
    // A lock in a row outlives its process; whoever is here holds one that does not.
    if (database.engine !== 'sqlite') await knex.migrate.forceFreeMigrationsLock(config);
    const [, names] = (await knex.migrate.latest(config)) as [number, string[]];
    await journal?.close();
    return names;
  }, onWait);
}

function sourceFor(journal: MigrationJournal | undefined): Knex.MigrationSource<string> {
  return {
    getMigrations: async () => [...all.keys()],
    getMigrationName: (name) => name,
    getMigration: async (name) => {
      const up = all.get(name) ?? missing(name);
      return {
        up: journal === undefined ? up : (knex) => journal.run(name, () => up(knex)),
        down: async () => undefined,
      };
    },
  };
}

function missing(name: string): never {
  throw new Error(`there is no migration ${name}`);
}

function refuseNewer(ran: ReadonlySet<string>): void {
  const unknown = [...ran].filter((name) => !all.has(name));
  if (unknown.length === 0) return;
  throw new Error(
    `The database is of a newer release of Signpost, which has changed it (${unknown.join(', ')}). ` +
      'Start that release, or restore the backup that was made before.',
  );
}

/** How many migrations this release has that the database has not. */
export async function countPending(knex: Knex): Promise<number> {
  const ran = await ranOn(knex);
  return [...all.keys()].filter((name) => !ran.has(name)).length;
}

/** Whether the database has been made a board's, by whichever release. */
export async function isMigrated(knex: Knex): Promise<boolean> {
  return (await ranOn(knex)).size > 0;
}

async function ranOn(knex: Knex): Promise<ReadonlySet<string>> {
  if (!(await knex.schema.hasTable('knex_migrations'))) return new Set();
  const rows = await knex('knex_migrations').select<{ name: string }[]>('name');
  return new Set(rows.map(({ name }) => name));
}
