import type { Knex } from 'knex';

/** Who waits to be allowed to follow a member gets a request: the job of a new follower puts it there. */
export async function up(knex: Knex): Promise<void> {
  for (let after = 0, more = true; more;) {
    const rows = await knex('follow')
      .where({ type: 'follow_members', status: 2 })
      .where('followid', '>', after)
      .orderBy('followid')
      .limit(BATCH)
      .select<Row[]>('followid', 'userid', 'itemid', 'dateline');
    const jobs = rows.map(({ userid, itemid, dateline }) => ({
      kind: 'notify',
      payload: JSON.stringify({ event: 'follow', nodeid: 0, userid, recipient: itemid }),
      created: dateline,
      due: dateline,
    }));
    if (jobs.length > 0) await knex('outbox').insert(jobs);
    after = rows.at(-1)?.followid ?? 0;
    more = rows.length === BATCH;
  }
}

const BATCH = 200;

interface Row {
  readonly followid: number;
  readonly userid: number;
  readonly itemid: number;
  readonly dateline: number;
}
