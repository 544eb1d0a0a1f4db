import type { Knex } from 'knex';
import { createTable, id, number } from './tables.ts';

/**
 * Stored files, what members have uploaded, and where it is shown.
 *
 * An attachment has the id of a node, but no row in `node`: it goes with its post, and is listed and counted nowhere else.
 */
export async function up(knex: Knex): Promise<void> {
  // Bytes in the storage, shared by all uploads of the same bytes. `removing`: the object is about to go.
  await createTable(knex, 'storedfile', (table) => {
    table.increments('storedfileid');
    table.string('filehash', 64).notNullable();
    for (const name of ['filesize', 'width', 'height', 'touched', 'removing']) number(table, name);
    table.string('thumbnails', 100).notNullable().defaultTo('');
    table.string('thumbextension', 10).notNullable().defaultTo('');
    table.index(['filehash', 'removing'], 'storedfile_hash');
    table.index(['touched'], 'storedfile_touched');
  });
  await createTable(knex, 'filedata', (table) => {
    table.increments('filedataid');
    id(table, 'storedfileid');
    id(table, 'userid');
    table.string('filename', 255).notNullable();
    table.string('extension', 10).notNullable();
    for (const name of ['filesize', 'dateline']) number(table, name);
    table.foreign('storedfileid').references('storedfile.storedfileid');
    table.index(['userid'], 'filedata_user');
    table.index(['storedfileid'], 'filedata_stored');
    table.index(['dateline'], 'filedata_dateline');
  });
  await createTable(knex, 'attach', (table) => {
    table.integer('nodeid').unsigned().primary();
    for (const name of ['parentid', 'contenttypeid', 'filedataid', 'userid']) id(table, name);
    table.string('filename', 255).notNullable();
    table.string('caption', 1000).notNullable().defaultTo('');
    table.string('style', 50).notNullable().defaultTo('');
    table.string('settings', 2000).notNullable().defaultTo('');
    for (const name of ['counter', 'displayorder', 'dateline']) number(table, name);
    table.foreign('parentid').references('node.nodeid').onDelete('CASCADE');
    table.foreign('filedataid').references('filedata.filedataid');
    table.unique(['parentid', 'filedataid'], { indexName: 'attach_place' });
    table.index(['filedataid'], 'attach_filedata');
  });
  await createTable(knex, 'customavatar', (table) => {
    table.integer('userid').unsigned().primary();
    id(table, 'filedataid');
    number(table, 'dateline');
    table.foreign('userid').references('user.userid').onDelete('CASCADE');
    table.foreign('filedataid').references('filedata.filedataid');
    table.index(['filedataid'], 'customavatar_filedata');
  });
}
