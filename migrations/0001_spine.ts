import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/**
 * The spine: nodes with their closure, members and groups, API clients and sessions.
 *
 * Times are Unix seconds. Flags are 0 or 1 in integer columns, since the three databases read booleans back
 * differently. Text compares by its bytes everywhere; what is to be unique without case has a key column.
 */
export async function up(knex: Knex): Promise<void> {
  await createNodes(knex);
  await createMembers(knex);
  await createClients(knex);
  await createSettings(knex);
}

async function createNodes(knex: Knex): Promise<void> {
  await createTable(knex, 'contenttype', (table) => {
    table.increments('contenttypeid');
    table.string('class', 32).notNullable().unique();
  });
  await createTable(knex, 'node', (table) => {
    table.increments('nodeid');
    for (const name of ['parentid', 'starter', 'channelid', 'contenttypeid', 'userid'])
      id(table, name);
    table.string('title', 512).notNullable().defaultTo('');
    table.string('htmltitle', 1024).notNullable().defaultTo('');
    table.string('urlident', 512).notNullable().defaultTo('');
    table.string('description', 1024).notNullable().defaultTo('');
    table.string('authorname', 128).notNullable().defaultTo('');
    table.string('ipaddress', 45).notNullable().defaultTo('');
    for (const name of ['created', 'publishdate', 'unpublishdate', 'lastupdate'])
      number(table, name);
    for (const name of ['approved', 'showapproved', 'showpublished', 'open', 'showopen', 'inlist'])
      number(table, name, 1);
    for (const name of ['sticky', 'featured', 'protected', 'votes', 'displayorder'])
      number(table, name);
    number(table, 'viewperms', 2);
    number(table, 'nodeoptions');
    for (const name of ['textcount', 'totalcount', 'lastcontent', 'lastcontentid', 'lastauthorid'])
      number(table, name);
    table.string('lastcontentauthor', 128).notNullable().defaultTo('');
    table.string('prefixid', 25).notNullable().defaultTo('');
    number(table, 'iconid');
    table.string('taglist', 1024).notNullable().defaultTo('');
    number(table, 'setfor');
    number(table, 'oldid');
    number(table, 'deleteuserid');
    table.string('deletereason', 512).notNullable().defaultTo('');
    // A page of a list is found in the index alone, whoever looks; only its rows are then fetched.
    const filters = ['showpublished', 'showapproved', 'viewperms', 'starter', 'protected'];
    table.index(['parentid', 'sticky', 'lastcontent', 'nodeid', ...filters], 'node_topics');
    table.index(['parentid', 'publishdate', 'nodeid', ...filters], 'node_replies');
    table.index(['userid', 'created'], 'node_author');
    table.index(['contenttypeid', 'parentid', 'displayorder'], 'node_type');
  });
  await createTable(knex, 'closure', (table) => {
    id(table, 'parent');
    id(table, 'child');
    number(table, 'depth');
    number(table, 'publishdate');
    table.primary(['parent', 'child']);
    table.index(['child', 'depth', 'parent'], 'closure_ancestors');
    table.index(['parent', 'publishdate', 'child'], 'closure_newest');
    table.foreign('child').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'channel', (table) => {
    table.integer('nodeid').unsigned().primary();
    table.string('guid', 255).unique();
    number(table, 'category');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'text', (table) => {
    table.integer('nodeid').unsigned().primary();
    for (const name of ['rawtext', 'message', 'message_plain'])
      table.text(name, 'mediumtext').notNullable();
    table.string('previewtext', 2048).notNullable().defaultTo('');
    table.string('htmlstate', 16).notNullable().defaultTo('off');
    number(table, 'revision', 1);
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'noderead', (table) => {
    id(table, 'userid');
    id(table, 'nodeid');
    number(table, 'readtime');
    table.primary(['userid', 'nodeid']);
    table.index(['nodeid'], 'noderead_node');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
}

async function createMembers(knex: Knex): Promise<void> {
  await createTable(knex, 'usergroup', (table) => {
    table.increments('usergroupid');
    table.integer('systemgroupid').notNullable().defaultTo(0).index();
    for (const name of ['title', 'description', 'usertitle', 'opentag', 'closetag'])
      table.string(name, 255).notNullable().defaultTo('');
    for (const name of ['genericpermissions', 'adminpermissions', 'banned']) number(table, name);
  });
  await createTable(knex, 'permission', (table) => {
    table.increments('permissionid');
    id(table, 'nodeid');
    id(table, 'groupid');
    for (const name of [
      'forumpermissions',
      'moderatorpermissions',
      'createpermissions',
      'edit_time',
    ])
      number(table, name);
    table.unique(['nodeid', 'groupid'], { indexName: 'permission_place' });
  });
  await createTable(knex, 'groupintopic', (table) => {
    id(table, 'userid');
    id(table, 'nodeid');
    id(table, 'groupid');
    table.primary(['userid', 'nodeid', 'groupid']);
  });
  await createTable(knex, 'user', (table) => {
    table.increments('userid');
    table.string('username', 128).notNullable();
    table.string('usernamekey', 191).notNullable().unique();
    table.string('displayname', 128).notNullable();
    table.string('email', 254).notNullable().defaultTo('');
    table.string('emailkey', 191).unique();
    table.string('token', 255).notNullable();
    table.string('scheme', 32).notNullable();
    number(table, 'usergroupid', 2);
    number(table, 'displaygroupid');
    table.string('membergroupids', 250).notNullable().defaultTo('');
    table.string('usertitle', 250).notNullable().defaultTo('');
    table.string('birthday', 10).notNullable().defaultTo('');
    table.string('ipaddress', 45).notNullable().defaultTo('');
    for (const name of ['joindate', 'lastvisit', 'lastactivity', 'lastpost', 'passworddate'])
      number(table, name);
    for (const name of ['posts', 'options', 'avatarid', 'languageid', 'styleid', 'reputation'])
      number(table, name);
    number(table, 'privacyconsent');
    table.string('timezoneoffset', 6).notNullable().defaultTo('0');
    table.string('status', 1000).notNullable().defaultTo('');
    table.index(['usergroupid'], 'user_group');
  });
  await createTable(knex, 'userban', (table) => {
    table.integer('userid').unsigned().primary();
    for (const name of ['usergroupid', 'adminid', 'bandate', 'liftdate']) number(table, name);
    table.string('reason', 255).notNullable().defaultTo('');
  });
  await createTable(knex, 'strikes', (table) => {
    table.increments('strikeid');
    number(table, 'striketime');
    table.string('strikeip', 45).notNullable();
    table.string('usernamekey', 191).notNullable();
    table.index(['usernamekey', 'strikeip', 'striketime'], 'strikes_who');
    table.index(['striketime'], 'strikes_time');
  });
}

async function createClients(knex: Knex): Promise<void> {
  await createTable(knex, 'apiclient', (table) => {
    table.increments('apiclientid');
    table.string('secret', 64).notNullable();
    table.string('identity', 64).notNullable().unique();
    for (const name of [
      'clientname',
      'clientversion',
      'platformname',
      'platformversion',
      'uniqueid',
    ])
      table.string(name, 250).notNullable().defaultTo('');
    table.string('initialipaddress', 45).notNullable().defaultTo('');
    for (const name of ['dateline', 'lastactivity', 'revoked']) number(table, name);
  });
  await createTable(knex, 'session', (table) => {
    table.string('apiaccesstoken', 32).primary();
    table.string('sessionhash', 32).notNullable();
    for (const name of ['apiclientid', 'userid']) id(table, name);
    for (const name of ['created', 'lastactivity', 'expires']) number(table, name);
    table.string('host', 45).notNullable().defaultTo('');
    table.index(['userid'], 'session_user');
    table.index(['apiclientid'], 'session_client');
    table.index(['expires'], 'session_expires');
  });
}

async function createSettings(knex: Knex): Promise<void> {
  await createTable(knex, 'options', (table) => {
    table.string('varname', 100).primary();
    table.text('value').notNullable();
  });
}
