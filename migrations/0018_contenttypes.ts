import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/** What polls, links and videos have beside their text; a gallery's photos are attachments. */
export async function up(knex: Knex): Promise<void> {
  await openCreatePermissions(knex);
  await createPolls(knex);
  await createLinks(knex);
}

/** So far nothing has read the column, and everybody who could post could make every type: so it stays. */
async function openCreatePermissions(knex: Knex): Promise<void> {
  await knex.raw('alter table permission drop column createpermissions');
  await knex.schema.alterTable('permission', (table) => {
    // All bits, those of later types, too.
    number(table, 'createpermissions', 2_147_483_647);
  });
}

async function createPolls(knex: Knex): Promise<void> {
  await createTable(knex, 'poll', (table) => {
    table.integer('nodeid').unsigned().primary();
    // `timeout`: when it closes, 0 for never. `votes` are those of all options, `voters` those who gave them.
    for (const name of ['multiple', 'public', 'timeout', 'votes', 'voters', 'lastvote'])
      number(table, name);
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'polloption', (table) => {
    table.increments('polloptionid');
    id(table, 'nodeid');
    table.string('title', 250).notNullable();
    for (const name of ['displayorder', 'votes']) number(table, name);
    table.foreign('nodeid').references('poll.nodeid').onDelete('CASCADE');
    table.index(['nodeid', 'displayorder'], 'polloption_poll');
  });
  // Who has voted, once in each poll: members by their id, guests by their address.
  await createTable(knex, 'pollvoter', (table) => {
    table.increments('pollvoterid');
    for (const name of ['nodeid', 'userid']) id(table, name);
    table.string('ipaddress', 45).notNullable().defaultTo('');
    number(table, 'votedate');
    table.foreign('nodeid').references('poll.nodeid').onDelete('CASCADE');
    table.unique(['nodeid', 'userid', 'ipaddress'], { indexName: 'pollvoter_once' });
    table.index(['userid'], 'pollvoter_user');
  });
  await createTable(knex, 'pollvote', (table) => {
    for (const name of ['polloptionid', 'pollvoterid']) id(table, name);
    table.primary(['polloptionid', 'pollvoterid']);
    table.foreign('polloptionid').references('polloption.polloptionid').onDelete('CASCADE');
    table.foreign('pollvoterid').references('pollvoter.pollvoterid').onDelete('CASCADE');
    table.index(['pollvoterid'], 'pollvote_voter');
  });
}

async function createLinks(knex: Knex): Promise<void> {
  await createTable(knex, 'link', (table) => {
    table.integer('nodeid').unsigned().primary();
    table.string('url', 2000).notNullable();
    table.string('url_title', 512).notNullable().defaultTo('');
    table.string('meta', 2000).notNullable().defaultTo('');
    // One of the post's attachments; 0 for none.
    id(table, 'filedataid');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'video', (table) => {
    table.integer('nodeid').unsigned().primary();
    table.string('url', 2000).notNullable();
    table.string('url_title', 512).notNullable().defaultTo('');
    table.string('meta', 2000).notNullable().defaultTo('');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'videoitem', (table) => {
    table.increments('videoitemid');
    id(table, 'nodeid');
    table.string('provider', 50).notNullable();
    table.string('code', 255).notNullable();
    table.string('url', 2000).notNullable();
    table.foreign('nodeid').references('video.nodeid').onDelete('CASCADE');
    table.index(['nodeid'], 'videoitem_video');
  });
}
