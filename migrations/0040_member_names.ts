import type { Knex } from 'knex';
import { looksOf, usernameFold, usernameKey } from './frozen/names.ts';
import { createTable, dialectOf, number } from './tables.ts';

/**
 * Names of members: who has one, with all that look the same (`src/library/user/nameclaim.ts`), and what lists sort and
 * search them by.
 */
export async function up(knex: Knex): Promise<void> {
  await createTable(knex, 'nameclaim', (table) => {
    table.string('look', 191).primary();
    table.integer('userid').unsigned().notNullable();
    // Unix seconds; 0 for a member's present name
    number(table, 'expires');
    table.index(['userid'], 'nameclaim_user');
    table.index(['expires'], 'nameclaim_expires');
  });
  await knex.schema.alterTable('user', (table) => {
    if (dialectOf(knex) === 'postgres') {
      table.specificType('usernamefold', 'varchar(191) collate "C" not null default \'\'');
    } else table.string('usernamefold', 191).notNullable().defaultTo('');
  });
  await fill(knex);
  await knex.schema.alterTable('user', (table) => {
    table.index(['usernamefold', 'userid'], 'user_fold');
  });
  if (dialectOf(knex) === 'postgres') await knex.raw('drop index user_name_bytes');
  // edits whose author gets another name
  await knex.schema.alterTable('editlog', (table) => {
    table.index(['userid'], 'editlog_user');
  });
  await knex.schema.alterTable('postedithistory', (table) => {
    table.index(['userid'], 'postedithistory_user');
  });
  await grantTitles(knex);
}

const BATCH = 500;

interface Row {
  readonly userid: number;
  readonly username: string;
  readonly usernamekey: string;
}

async function fill(knex: Knex): Promise<void> {
  for (let after = 0, more = true; more;) {
    const rows = await knex('user')
      .where('userid', '>', after)
      .orderBy('userid')
      .limit(BATCH)
      .select<Row[]>('userid', 'username', 'usernamekey');
    for (const row of rows) await fillOne(knex, row);
    const claims = rows.flatMap(({ userid, username }) =>
      looksOf(username).map((look) => ({ look, userid, expires: 0 })),
    );
    // of names that look alike already, the oldest member has the look
    if (claims.length > 0) await knex('nameclaim').insert(claims).onConflict('look').ignore();
    after = rows.at(-1)?.userid ?? after;
    more = rows.length === BATCH;
  }
}

/** A key that another member has already stays as it was. */
async function fillOne(knex: Knex, { userid, username, usernamekey: old }: Row): Promise<void> {
  const [usernamekey, usernamefold] = [usernameKey(username), usernameFold(username)];
  const taken =
    usernamekey !== old &&
    (await knex('user').where({ usernamekey }).whereNot({ userid }).first<Row | undefined>());
  await knex('user')
    .where({ userid })
    .update({ usernamefold, ...(!taken && { usernamekey }) });
}

const MODIFY_PROFILE = 2;
const CUSTOM_TITLE = 2048;

/** Who could choose an own title until now may go on. */
async function grantTitles(knex: Knex): Promise<void> {
  await knex('usergroup')
    .whereRaw('(genericpermissions & ?) <> 0', [MODIFY_PROFILE])
    .update({ genericpermissions: knex.raw('genericpermissions | ?', [CUSTOM_TITLE]) });
}
