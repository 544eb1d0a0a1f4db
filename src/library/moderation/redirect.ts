import type { Db } from '../../db/db.ts';
import { countNewNode, lockTree } from '../node/counters.ts';
import { hardDeleteNode } from './deletion.ts';
import { inList } from '../../db/in-list.ts';
import { type FoundNode, insertContentNode, updateNode } from '../node/node.ts';

/** A node that stays where a topic was, and leads to it. */
export interface NewRedirect {
  /** The topic as it was there. */
  readonly topic: FoundNode;
  /** The channel that it was in. */
  readonly channel: FoundNode;
  /** Where it leads. */
  readonly tonodeid: number;
  readonly contenttypeid: number;
  /** Unix seconds. */
  readonly now: number;
  /** Unix seconds; 0 for ever. */
  readonly expires: number;
}

/**
 * Leaves a redirect. It stands in the list where the topic stood, takes no replies, is nobody's post and is found by no
 * search. Call `lockTree` before.
 */
export async function insertRedirect(db: Db, redirect: NewRedirect): Promise<number> {
  const { topic, channel, tonodeid, contenttypeid, now, expires } = redirect;
  const { title, authorname, lastcontent: publishdate } = topic;
  const viewperms = Math.min(topic.viewperms, channel.viewperms);
  const parent = { ...channel, viewperms };
  const author = { userid: 0, authorname };
  const nodeid = await insertContentNode(db, {
    ...{ parent, contenttypeid, title, ...author, ipaddress: '', now, publishdate },
  });
  await updateNode(db, nodeid, { open: 0, showopen: 0 });
  const empty = { rawtext: '', message: '', message_plain: '' };
  await db.insert('text', { nodeid, ...empty }, 'nodeid');
  await db.run('delete from searchindex where nodeid = ?', [nodeid]);
  await db.insert('redirect', { nodeid, tonodeid, expires }, 'nodeid');
  await countNewNode(db, { nodeid, parent, publishdate, ...author });
  return nodeid;
}

/** Where these redirects lead; other nodes are missing. */
export async function findRedirects(
  db: Db,
  nodeids: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const { sql, bindings } = inList(nodeids);
  const rows = await db.all<{ nodeid: number; tonodeid: number }>(
    `select nodeid, tonodeid from redirect where nodeid in ${sql}`,
    bindings,
  );
  return new Map(rows.map((row) => [row.nodeid, row.tonodeid]));
}

/** Lets what leads to these topics lead to another. */
export async function turnRedirects(
  db: Db,
  nodeids: readonly number[],
  tonodeid: number,
): Promise<void> {
  const { sql, bindings } = inList(nodeids);
  await db.run(`update redirect set tonodeid = ? where tonodeid in ${sql}`, [
    tonodeid,
    ...bindings,
  ]);
}

/** Removes what leads to a topic from a channel, because it is there itself. Call `lockTree` before. */
export async function deleteRedirectsIn(
  db: Db,
  tonodeid: number,
  channelid: number,
): Promise<void> {
  const rows = await db.all<{ nodeid: number }>(
    `select r.nodeid from redirect r join node n on n.nodeid = r.nodeid
      where r.tonodeid = ? and n.parentid = ?`,
    [tonodeid, channelid],
  );
  for (const { nodeid } of rows) await hardDeleteNode(db, nodeid);
}

const AT_ONCE = 200;

/** Removes redirects whose time is over, some of them; returns how many. @param now Unix seconds */
export async function deleteExpiredRedirects(db: Db, now: number): Promise<number> {
  const expired = 'select nodeid from redirect where expires > 0 and expires <= ?';
  if ((await db.get(`${expired} limit 1`, [now])) === undefined) return 0;
  await lockTree(db);
  const rows = await db.all<{ nodeid: number }>(`${expired} limit ${AT_ONCE}`, [now]);
  for (const { nodeid } of rows) await hardDeleteNode(db, nodeid);
  return rows.length;
}
