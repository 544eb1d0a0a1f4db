import type { Db } from '../../db/db.ts';
import type { ModeratorGrant } from '../../permissions.ts';
import { inList } from '../../db/in-list.ts';

/** Who moderates a channel and all below it, and what he may do there. */
export interface ModeratorRow extends ModeratorGrant {
  readonly userid: number;
}

/** The channels that each of these members moderates; members who moderate none are missing. */
export async function listModeratedBy(
  db: Db,
  userids: readonly number[],
): Promise<ReadonlyMap<number, readonly ModeratorGrant[]>> {
  if (userids.length === 0) return new Map();
  const { sql, bindings } = inList(userids);
  const rows = await db.all<ModeratorRow>(
    `select userid, nodeid, permissions from moderator where userid in ${sql} order by nodeid`,
    bindings,
  );
  const found = new Map<number, ModeratorGrant[]>();
  for (const { userid, ...grant } of rows) {
    found.set(userid, [...(found.get(userid) ?? []), grant]);
  }
  return found;
}

/** The moderators of these channels, in the channels' order. */
export async function listModerators(
  db: Db,
  channelids: readonly number[],
): Promise<ModeratorRow[]> {
  const { sql, bindings } = inList(channelids);
  return db.all<ModeratorRow>(
    `select userid, nodeid, permissions from moderator where nodeid in ${sql} order by nodeid, userid`,
    bindings,
  );
}

/** Makes a member a moderator of a channel, or changes what he may do there; without any permission he is none. */
export async function writeModerator(
  db: Db,
  { userid, nodeid, permissions }: ModeratorRow,
): Promise<void> {
  if (permissions === 0) {
    await db.run('delete from moderator where userid = ? and nodeid = ?', [userid, nodeid]);
    return;
  }
  const row = { userid, nodeid, permissions };
  await db.run(
    db.knex('moderator').insert(row).onConflict(['userid', 'nodeid']).merge(['permissions']),
  );
}
