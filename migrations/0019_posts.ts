import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

const OPEN_PROFILE = 2097152;

/** What becomes of posts: reports, what they said before, and messages on a member's profile. */
export async function up(knex: Knex): Promise<void> {
  await createReports(knex);
  await createEdits(knex);
  // Members who were there before take messages on their profiles, as new ones do.
  await knex.raw('update "user" set options = options | ?', [OPEN_PROFILE]);
  await knex.schema.alterTable('node', (table) => {
    table.index(['setfor', 'publishdate', 'nodeid'], 'node_profile');
  });
}

async function createReports(knex: Knex): Promise<void> {
  await createTable(knex, 'report', (table) => {
    table.integer('nodeid').unsigned().primary();
    // The reported post, its channel and its author; who reported it.
    for (const name of ['reportnodeid', 'channelid', 'reporteduserid', 'userid']) id(table, name);
    // Who closed it and when; `told` is 1 once the mails to moderators are on their way.
    id(table, 'closeduserid');
    for (const name of ['closed', 'closedate', 'told']) number(table, name);
    table.unique(['reportnodeid', 'userid'], { indexName: 'report_once' });
    table.index(['closed', 'nodeid'], 'report_queue');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
}

async function createEdits(knex: Knex): Promise<void> {
  // The last edit of each post.
  await createTable(knex, 'editlog', (table) => {
    table.integer('nodeid').unsigned().primary();
    id(table, 'userid');
    table.string('username', 128).notNullable().defaultTo('');
    number(table, 'dateline');
    table.string('reason', 255).notNullable().defaultTo('');
    number(table, 'edits');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  // The versions of each post: who wrote it, when and why.
  await createTable(knex, 'postedithistory', (table) => {
    table.increments('postedithistoryid');
    for (const name of ['nodeid', 'userid']) id(table, name);
    table.string('username', 128).notNullable().defaultTo('');
    number(table, 'dateline');
    table.string('reason', 255).notNullable().defaultTo('');
    // 1 for what was written first.
    number(table, 'original');
    table.string('title', 512).notNullable().defaultTo('');
    table.text('rawtext', 'mediumtext').notNullable();
    table.index(['nodeid', 'postedithistoryid'], 'postedithistory_node');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
}
