import type { Db } from '../../db/db.ts';
import { inList } from '../../db/in-list.ts';
import { insertChannelNode, type NewNode } from './node.ts';

/** A new channel: its node, and what only channels have. */
export interface NewChannel extends NewNode {
  readonly category: boolean;
  /** The fixed name of a system channel. */
  readonly guid: string | null;
}

/** Inserts a channel; returns its nodeid. */
export async function insertChannel(
  db: Db,
  { category, guid, ...node }: NewChannel,
): Promise<number> {
  const nodeid = await insertChannelNode(db, node);
  await db.insert('channel', { nodeid, guid, category: category ? 1 : 0 }, 'nodeid');
  return nodeid;
}

/** Makes a channel a category, or a category a channel that takes topics. */
export async function updateChannel(db: Db, nodeid: number, category: boolean): Promise<void> {
  await db.run('update channel set category = ? where nodeid = ?', [category ? 1 : 0, nodeid]);
}

/** A channel's name. */
export interface ChannelTitle {
  readonly nodeid: number;
  readonly title: string;
}

/** The names of all channels that show, in their order. */
export async function listChannelTitles(db: Db): Promise<ChannelTitle[]> {
  return db.all<ChannelTitle>(
    `select n.nodeid, n.title from channel c join node n on n.nodeid = c.nodeid
      where n.showpublished = 1 order by n.title, n.nodeid`,
  );
}

/** A member with a usergroup that he has in a channel alone. */
export interface Contributor {
  readonly userid: number;
  readonly username: string;
  readonly displayname: string;
  readonly groupid: number;
  readonly grouptitle: string;
}

/** Those who hold one of these usergroups in a channel. */
export async function listContributors(
  db: Db,
  nodeid: number,
  groupids: readonly number[],
  limit: number,
): Promise<Contributor[]> {
  const { sql, bindings } = inList(groupids);
  return db.all<Contributor>(
    `select u.userid, u.username, u.displayname, g.groupid, h.title as grouptitle
      from groupintopic g join "user" u on u.userid = g.userid
      join usergroup h on h.usergroupid = g.groupid
      where g.nodeid = ? and g.groupid in ${sql} order by g.groupid, u.usernamekey limit ?`,
    [nodeid, ...bindings, limit],
  );
}
