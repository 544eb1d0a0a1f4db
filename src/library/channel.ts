import type { Db } from '../db/db.ts';
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
