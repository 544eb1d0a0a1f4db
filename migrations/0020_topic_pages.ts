import type { Knex } from 'knex';

/** Pages of long lists are found in an index alone, whoever looks: only their own rows are then fetched. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('node', (table) => {
    const filters = ['showpublished', 'showapproved', 'viewperms', 'protected'];
    // a whole topic, comments included
    table.index(['starter', 'publishdate', 'nodeid', ...filters, 'parentid'], 'node_topic');
    // topics by their last activity, sticky ones among the others
    const topics = ['parentid', 'lastcontent', 'nodeid', 'channelid', 'starter'];
    table.index([...topics, ...filters], 'node_bumped');
  });
}
