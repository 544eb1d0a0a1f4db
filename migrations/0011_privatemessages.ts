import type { Knex } from 'knex';
import { createTable, dialectOf, id } from './tables.ts';

/** Private messages: who holds which message in which folder, and requests from one member to another. */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'messagefolder', (table) => {
    table.increments('folderid');
    // 0 for the folders that every member has.
    id(table, 'userid');
    table.string('title', 100).notNullable();
    // The title without case, under which a member's folders differ.
    table.string('titlekey', 191).notNullable();
    table.string('titlephrase', 50).notNullable().defaultTo('');
    table.unique(['userid', 'titlekey'], { indexName: 'messagefolder_title' });
  });
  await createTable(knex, 'sentto', (table) => {
    id(table, 'nodeid');
    id(table, 'userid');
    // The conversation: the first message's nodeid.
    id(table, 'starter');
    id(table, 'folderid');
    for (const name of ['deleted', 'msgread']) table.integer(name).notNullable().defaultTo(0);
    table.primary(['nodeid', 'userid']);
    table.index(['userid', 'deleted', 'folderid', 'starter', 'nodeid', 'msgread'], 'sentto_list');
    table.index(['userid', 'deleted', 'msgread', 'folderid'], 'sentto_unread');
    table.index(['starter', 'userid'], 'sentto_conversation');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await createTable(knex, 'pmrequest', (table) => {
    table.integer('nodeid').unsigned().primary();
    table.string('about', 50).notNullable();
    id(table, 'aboutid');
    table.foreign('nodeid').references('node.nodeid').onDelete('CASCADE');
  });
  await insertSystemFolders(knex);
}

/** Clients may rely on these ids: they are the same on every board. */
const systemFolders = [
  [1, 'messages', 'Messages'],
  [2, 'sent_items', 'Sent Items'],
  [3, 'requests', 'Requests'],
  [4, 'your_notifications', 'Notifications'],
  [5, 'pending_posts', 'Pending Posts'],
  [6, 'trash', 'Trash'],
] as const;

async function insertSystemFolders(knex: Knex): Promise<void> {
  const rows = systemFolders.map(([folderid, titlephrase, title]) => {
    return { folderid, userid: 0, title, titlekey: title.toLowerCase(), titlephrase };
  });
  await knex('messagefolder').insert(rows);
  if (dialectOf(knex) !== 'postgres') return;
  await knex.raw("select setval(pg_get_serial_sequence('messagefolder', 'folderid'), ?)", [
    systemFolders.length,
  ]);
}
