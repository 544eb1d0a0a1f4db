import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** Moderation: who moderates which channel, the log of what moderators did, redirects and answers. */
export async function up(knex: Knex): Promise<void> {
  await createModerators(knex);
  await createLog(knex);
  await createPlaces(knex);
  await letModeratorsFeature(knex);
}

async function createModerators(knex: Knex): Promise<void> {
  await createTable(knex, 'moderator', (table) => {
    table.increments('moderatorid');
    for (const name of ['userid', 'nodeid']) id(table, name);
    number(table, 'permissions');
    table.unique(['userid', 'nodeid'], { indexName: 'moderator_place' });
    table.index(['nodeid'], 'moderator_node');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
}

/** Nothing refers to nodes here: the log outlives them. */
async function createLog(knex: Knex): Promise<void> {
  await createTable(knex, 'modlog', (table) => {
    table.increments('modlogid');
    number(table, 'dateline');
    table.string('action', 24).notNullable();
    for (const name of ['userid', 'nodeid', 'channelid', 'nodeuserid', 'aboutid']) id(table, name);
    for (const name of ['nodeauthorname', 'username'])
      table.string(name, 128).notNullable().defaultTo('');
    table.string('nodetitle', 512).notNullable().defaultTo('');
    table.string('reason', 512).notNullable().defaultTo('');
    table.string('ipaddress', 45).notNullable().defaultTo('');
    table.index(['nodeid', 'modlogid'], 'modlog_node');
    table.index(['channelid', 'modlogid'], 'modlog_channel');
  });
}

async function createPlaces(knex: Knex): Promise<void> {
  await createTable(knex, 'redirect', (table) => {
    table.integer('nodeid').unsigned().primary();
    id(table, 'tonodeid');
    // Unix seconds; 0 for ever.
    number(table, 'expires');
    table.index(['tonodeid'], 'redirect_target');
    table.index(['expires'], 'redirect_expires');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'answer', (table) => {
    table.integer('nodeid').unsigned().primary();
    for (const name of ['starter', 'userid']) id(table, name);
    number(table, 'dateline');
    table.index(['starter'], 'answer_topic');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await knex.schema.alterTable('node', (table) => {
    table.index(['approved', 'publishdate', 'nodeid'], 'node_pending');
    table.index(['featured', 'publishdate', 'nodeid'], 'node_featured');
  });
}

const CANMODERATEPOSTS = 64;
const CANSETFEATURED = 8_388_608;

/** Whoever approves posts may feature them, too. */
async function letModeratorsFeature(knex: Knex): Promise<void> {
  const change = `update permission set moderatorpermissions = moderatorpermissions + ${CANSETFEATURED}
    where (moderatorpermissions & ${CANMODERATEPOSTS}) <> 0 and (moderatorpermissions & ${CANSETFEATURED}) = 0`;
  await knex.raw(change);
}
