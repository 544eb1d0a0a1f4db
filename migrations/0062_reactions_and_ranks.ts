import type { Knex } from 'knex';
import { createTable, number } from './tables.ts';

/** Reactions have a value and a picture, and each member one for a post; ranks by the number of posts. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('votetype', (table) => {
    number(table, 'value', 1);
    table.string('icon', 500).notNullable().defaultTo('');
  });
  await valueTypes(knex);
  // As it was when it was given: what is taken back must be that.
  await knex.schema.alterTable('nodevote', (table) => {
    number(table, 'value', 1);
  });
  await knex.raw(
    'update nodevote set value = (select t.value from votetype t where t.votetypeid = nodevote.votetypeid) where votetypeid <> 1',
  );
  await keepNewest(knex);
  await createTable(knex, 'userrank', (table) => {
    table.increments('rankid');
    table.string('title', 100).notNullable();
    number(table, 'minposts');
    table.string('icon', 500).notNullable().defaultTo('');
  });
}

/** The six that every board has (0013), and one more. */
async function valueTypes(knex: Knex): Promise<void> {
  await knex('votetype').where({ label: 'Laugh' }).update({ label: 'Haha' });
  await knex('votetype').where({ label: 'Wow' }).update({ value: 0 });
  await knex('votetype').where({ label: 'Sad' }).update({ value: -1 });
  await knex('votetype').insert({
    ...{ label: 'Confused', emoji: '😕', votegroupid: 1, displayorder: 7, value: 0 },
  });
}

/** Until now likes alone counted, and a member could give one post several reactions. */
async function keepNewest(knex: Knex): Promise<void> {
  await addToReputation(knex, '-', 'where v.votetypeid = 1', 'count(*)');
  await knex.raw(
    `delete from nodevote where nodevoteid not in
      (select newest from (select max(nodevoteid) as newest from nodevote group by nodeid, userid) kept)`,
  );
  await addToReputation(knex, '+', '', 'sum(v.value)');
  await knex.raw(
    `update node set votes = (select count(*) from nodevote v where v.nodeid = node.nodeid and v.votetypeid = 1)
      where votes > 0`,
  );
  await knex.schema.alterTable('nodevote', (table) => {
    table.unique(['nodeid', 'userid'], { indexName: 'nodevote_one' });
  });
  await knex.schema.alterTable('nodevote', (table) => {
    table.dropUnique(['nodeid', 'votetypeid', 'userid'], 'nodevote_once');
  });
}

async function addToReputation(
  knex: Knex,
  sign: '+' | '-',
  where: string,
  what: string,
): Promise<void> {
  const given = `from nodevote v join node n on n.nodeid = v.nodeid ${where}`;
  await knex.raw(
    `update "user" set reputation = reputation ${sign}
        (select ${what} ${given}${where === '' ? ' where' : ' and'} n.userid = "user".userid)
      where userid in (select n.userid ${given})`,
  );
}
