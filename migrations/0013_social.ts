import type { Knex } from 'knex';
import { createTable, dialectOf, id, number } from './tables.ts';

/** What members do with one another: following, votes, tags, being online. */
export async function up(knex: Knex): Promise<void> {
  await createFollow(knex);
  await createVotes(knex);
  await createTags(knex);
  await createOnline(knex);
}

async function createFollow(knex: Knex): Promise<void> {
  await createTable(knex, 'follow', (table) => {
    table.increments('followid');
    id(table, 'userid');
    table.string('type', 16).notNullable();
    id(table, 'itemid');
    // 0: wants to hear nothing; 1: follows; 2: waits for approval. `undostatus` is what it was before, -1 for none.
    number(table, 'status');
    number(table, 'undostatus', -1);
    number(table, 'dateline');
    table.unique(['userid', 'type', 'itemid'], { indexName: 'follow_who' });
    table.index(['type', 'itemid', 'status', 'userid'], 'follow_whom');
  });
}

const reactions: readonly (readonly [label: string, emoji: string])[] = [
  ['Like', '👍'],
  ['Love', '❤️'],
  ['Laugh', '😂'],
  ['Wow', '😮'],
  ['Sad', '😢'],
  ['Thanks', '🙏'],
];

async function createVotes(knex: Knex): Promise<void> {
  await createTable(knex, 'votetype', (table) => {
    table.increments('votetypeid');
    table.string('label', 100).notNullable();
    table.string('emoji', 32).notNullable().defaultTo('');
    number(table, 'votegroupid');
    number(table, 'displayorder');
    number(table, 'enabled', 1);
  });
  // With their ids: the first is the like that `node.votes` counts.
  const rows = reactions.map(([label, emoji], index) => ({
    votetypeid: index + 1,
    label,
    emoji,
    votegroupid: 1,
    displayorder: index + 1,
  }));
  await knex('votetype').insert(rows);
  if (dialectOf(knex) === 'postgres') {
    await knex.raw("select setval(pg_get_serial_sequence('votetype', 'votetypeid'), ?)", [
      rows.length,
    ]);
  }
  await createTable(knex, 'nodevote', (table) => {
    table.increments('nodevoteid');
    for (const name of ['nodeid', 'votetypeid', 'userid']) id(table, name);
    number(table, 'dateline');
    table.unique(['nodeid', 'votetypeid', 'userid'], { indexName: 'nodevote_once' });
    table.index(['userid'], 'nodevote_user');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
}

async function createTags(knex: Knex): Promise<void> {
  await createTable(knex, 'tag', (table) => {
    table.increments('tagid');
    table.string('tagtext', 100).notNullable().unique();
    number(table, 'dateline');
  });
  await createTable(knex, 'tagnode', (table) => {
    for (const name of ['tagid', 'nodeid', 'userid']) id(table, name);
    number(table, 'dateline');
    table.primary(['tagid', 'nodeid']);
    table.index(['nodeid'], 'tagnode_node');
    table.index(['dateline', 'tagid', 'nodeid'], 'tagnode_newest');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
}

async function createOnline(knex: Knex): Promise<void> {
  await knex.schema.alterTable('session', (table) => {
    table.index(['lastactivity', 'userid'], 'session_activity');
  });
  await createTable(knex, 'onlinerecord', (table) => {
    table.integer('recordid').unsigned().primary();
    for (const name of ['recordusers', 'maxonlinedate']) number(table, name);
  });
  await knex('onlinerecord').insert({ recordid: 1 });
}
